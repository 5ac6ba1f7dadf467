// The trained model as the program carries it: its size, how roles follow from chances, and that it tells plain harm
// from what looks like it. How right it is on whole notes is tests/corpus's matter.
#include "rules/model/classifier.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "rules/model/standard.h"
#include "rules/model/telling.h"
#include "rules/model/weights.h"
#include "tests/support/judging.h"

using namespace afterword;

namespace {

/// The score of the note's only sentence for the flaw, in log odds.
float score_of(std::string_view sentence, Flaw flaw) {
  const Note note = testing::parse("Dear Dana,\n\n" + std::string(sentence) + "\n");
  REQUIRE(note.sentence_count() == 1);
  return log_odds(note.paragraphs()[0].content->cues[0].scores[role_count + static_cast<std::size_t>(flaw)]);
}

}  // namespace

TEST_CASE("the weights stay under a megabyte") {
  CHECK(model::weights().size() < 1'000'000);
  CHECK_NOTHROW(model::Model(model::weights()));
}

TEST_CASE("roles follow from chances: other stands alone, and there is always one") {
  std::array<float, role_count> chances{};
  const auto chance = [&](Role role) -> float& { return chances[static_cast<std::size_t>(role)]; };
  chance(Role::wait) = 0.3f;
  CHECK(model::roles_by(chances) == Roles{Role::wait});
  chance(Role::other) = 0.9f;
  CHECK(model::roles_by(chances) == Roles{Role::other});
  chance(Role::fit) = chance(Role::interest) = 0.6f;
  CHECK(model::roles_by(chances) == Roles{Role::fit, Role::interest});
}

TEST_CASE("plain harm scores higher than what looks like it") {
  struct Pair {
    Flaw flaw;
    std::string_view harm, harmless;
  };
  constexpr std::array pairs = {
      Pair{Flaw::gift, "I am sending you a bottle of wine for your kindness.", "You told me how the wine is bottled."},
      Pair{Flaw::desk_delivery, "I leave this letter with your receptionist.",
           "Your receptionist told me how the visitor book works."},
      Pair{Flaw::written_ahead, "I look forward to meeting you for the first time tomorrow.",
           "I look forward to the second round tomorrow."},
      Pair{Flaw::flattery, "You are the greatest manager I have ever met.",
           "You explained the greatest leak of the year in two sentences."},
      Pair{Flaw::pressure, "I must have your answer by noon at the latest.", "May I ask on which day the panel sits?"},
      Pair{Flaw::apology, "I am sorry that I was so badly prepared.",
           "I was sorry to hear about the flood in your hall."},
      Pair{Flaw::negativity, "Your hiring process is a disgrace.", "The pump in hall two is a wreck, as you said."},
      Pair{Flaw::pay_talk, "How much would I earn, and is there a bonus?",
           "You keep the bonus table in a plain sheet."},
      Pair{Flaw::presumption, "When I start in May I will reorganise your archive.",
           "If I were to start in May, I would look at the archive first."},
      Pair{Flaw::self_centred, "This job would be a great step for my career.",
           "You need somebody for the night shift, and I have done it for years."},
  };
  for (const Pair& pair : pairs) {
    CAPTURE(pair.harm);
    const float harm = score_of(pair.harm, pair.flaw), harmless = score_of(pair.harmless, pair.flaw);
    CHECK(harm > harmless + 1);
    CHECK(harmless < 0);
  }
}

TEST_CASE("the words that weigh most are those that do the harm") {
  constexpr std::string_view sentence = "On Thursday I am sending you a bottle of wine from our village.";
  const auto telling = telling_words(sentence, Flaw::gift, standard_checker().reader());
  REQUIRE(!telling.empty());
  CHECK(telling.size() <= 3);
  CHECK(std::any_of(telling.begin(), telling.end(), [&](Span span) {
    const std::string_view words = sentence.substr(span.begin, span.size());
    return words.find("sending") != words.npos || words.find("bottle") != words.npos ||
           words.find("wine") != words.npos;
  }));
  CHECK(telling_words("", Flaw::gift, standard_checker().reader()).empty());
  CHECK(telling_words(std::string(10'000, 'a') + " b", Flaw::gift, standard_checker().reader()).size() <= 3);
}

TEST_CASE("a reader is told which words weighed, without marks, where the rule rests on the model") {
  const Note note = testing::parse("Dear Dana,\n\nI am sending you a **bottle** of `wine` from home.\n");
  const Span span = {12, note.text().size() - 1};
  const std::string line = telling_line(note, span, "gift", standard_checker().reader());
  CHECK(line.starts_with("*Weighs most here:* \""));
  CHECK(line.find("**bottle") == line.npos);
  CHECK(telling_line(note, span, "long-sentence", standard_checker().reader()).empty());
  CHECK(telling_line(note, {0, 4}, "gift", standard_checker().reader()).empty());
}
