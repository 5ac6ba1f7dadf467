#include "rules/note/role_cues.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

#include "rules/model/classifier.h"
#include "rules/note/lexicon.h"
#include "rules/note/markup.h"
#include "rules/note/word_classes.h"

using namespace afterword;

namespace {

const Lexicon& lexicon() {
  static const std::array groups = {PatternGroup{cues_owner, CueClassifier::standard().patterns()}};
  static const Lexicon made(word_classes(), groups);
  return made;
}

std::string names_of(Roles roles) {
  std::string names;
  for (std::size_t r = 0; r < role_count; ++r)
    if (roles.has(static_cast<Role>(r))) names += (names.empty() ? "" : ",") + std::string(role_names[r]);
  return names;
}

/// The roles of a body's sentences, each judged in its place: "thanks|callback,fit".
std::string roles_of(std::string_view text, Kind kind = Kind::interview, Roles* nearly = nullptr) {
  const model::ModelClassifier& classifier = model::ModelClassifier::standard();
  std::vector<Word> words = split_words(text, find_opaque(text, Format::plaintext), lexicon());
  const auto sentences = split_sentences(text, words, false);
  std::vector<SentenceCues> cues;
  for (const Sentence& sentence : sentences) {
    std::vector<Hit> hits;
    lexicon().match(words, sentence, 0, hits);
    const auto own =
        std::span<const Word>(words).subspan(sentence.first_word, sentence.last_word - sentence.first_word);
    cues.push_back(classifier.read({text, own, hits, sentence}, lexicon()));
  }
  std::string out;
  Place place{kind, 0, static_cast<std::uint32_t>(cues.size()), nullptr};
  for (const SentenceCues& one : cues) {
    const Roles roles = classifier.decide(one, place).roles;
    if (place.index > 0) out += '|';
    if (nearly) *nearly = *nearly | one.nearly;
    out += names_of(roles);
    ++place.index;
    place.previous = &one.scores;
  }
  return out;
}

}  // namespace

TEST_CASE("roles: one sentence for each") {
  CHECK(roles_of("Thank you for your time. Bye.") == "thanks|other");
  CHECK(roles_of("You asked why the second press jams on Mondays.") == "callback");
  CHECK(roles_of("I enjoyed our conversation about the role and the team.") == "vague");
  CHECK(roles_of("I would love to join the press room.") == "interest");
  CHECK(roles_of("For six years I ran two presses at Brightfold.") == "fit");
  CHECK(roles_of("Attached is my table of ink prices.") == "addition");
  CHECK(roles_of("May I ring you on Monday at ten?") == "next-step");
  CHECK(roles_of("I look forward to hearing from you.") == "wait");
  CHECK(roles_of("I am happy to answer any questions.") == "offer");
  CHECK(roles_of("It was great to meet you.") == "social");
  CHECK(roles_of("The sea was flat.") == "other");
}

TEST_CASE("roles: thanks for an act is a callback, thanks for the occasion is not") {
  CHECK(roles_of("Thank you for the interview on Tuesday.") == "thanks");
  CHECK(roles_of("I appreciate that you cannot hire before the audit.") == "other");
}

TEST_CASE("roles: thanks name an act after the occasion too, and being frank about something is one") {
  CHECK(roles_of("Thank you for the hour, and for opening the switch cabinet on line two.") == "thanks,callback");
  CHECK(roles_of("Thanks for being open about the leak in hall four.") == "thanks,callback");
  CHECK(roles_of("Thank you for the coffee and all your kindness.") == "thanks");
  CHECK(roles_of("I appreciate that you opened the cabinet for me.").starts_with("thanks"));
  CHECK(roles_of("I appreciate that you cannot hire before the audit.") == "other");
}

TEST_CASE("roles: a day that is free, a meeting that is fixed, a step for later") {
  for (std::string_view step :
       {"Thu is open, and so is Fri.", "Ines and I speak on Monday at nine.", "The 4th would be better than the 3rd.",
        "Next Monday at ten stands for the talk with the foreman.", "The signed form will follow on Monday."})
    CHECK_MESSAGE(roles_of(step) == "next-step", step);
}

TEST_CASE("roles: salary, career and need as plain words do no harm") {
  CHECK(roles_of("For six years I ran the salary office of a port with 900 people.") == "fit");
  CHECK(roles_of("Let me know if you need a copy of the log.") == "offer");
}

TEST_CASE("roles: what is not certain is nearly so") {
  const auto nearly = [](std::string_view text) {
    Roles found;
    roles_of(text, Kind::interview, &found);
    return names_of(found);
  };
  CHECK(nearly("A place in that crew would make me happy.") == "interest");
  CHECK(nearly("Brightfold and the night shift of 2019 made me patient.") == "fit");
  CHECK(nearly("It was lovely to meet you.") == "");
  CHECK(nearly("Thank you very much for your time.") == "");
  CHECK(nearly("I look forward to hearing from you.") == "");
}

TEST_CASE("roles: plain sentences of plain letters") {
  const std::array<std::array<std::string_view, 2>, 24> plain = {{
      {"thanks,callback", "Thank you for opening the old press for me."},
      {"fit,addition", "One thing I did not get to say is that I speak sign language."},
      {"addition", "I meant to tell you that I finished the first aid course in May."},
      {"fit,addition", "Something I should have mentioned is my volunteer work at the shelter."},
      {"addition", "I have sent my references in a separate email."},
      {"addition", "My reference is Mrs Kay, and her number is 0151 496 0000."},
      {"callback,addition", "I have since signed up for the course you recommended."},
      {"callback,addition", "I tried the recipe you gave me, and it worked at the first attempt."},
      {"callback", "It was interesting to hear that half of your customers still pay by cheque."},
      {"callback", "I found it interesting that you change the menu every week."},
      {"callback", "I did not know that you also run a shop in Bremen."},
      {"vague", "It was great to hear about the team and its goals."},
      {"interest", "I hope that we can work together."},
      {"interest", "The job is exactly what I have been looking for."},
      {"interest", "I think I would be very happy at Oakfield School."},
      {"fit", "I think my background in hospitality would be useful in your front office."},
      {"fit", "I have a lot of experience with elderly people."},
      {"offer", "I would be happy to send you references."},
      {"offer", "I would be glad to answer any further questions."},
      {"next-step", "Happy to talk to Pieter if he is around on Thursday."},
      {"wait", "I am looking forward to the next steps."},
      {"other", "I can start on the first of May."},
      {"other", "My notice period is four weeks."},
      {"other", "The weather was awful on the way home."},
  }};
  // A trained model: what is at the border may fall to either side when it is trained anew.
  std::size_t right = 0;
  for (const auto& [roles, sentence] : plain) {
    right += roles_of(sentence) == roles ? 1 : 0;
    if (roles_of(sentence) != roles) MESSAGE(sentence << " is " << roles_of(sentence) << ", not " << roles);
  }
  CHECK(right + 2 >= plain.size());
}

TEST_CASE("roles: a slot is neither specific nor vague") {
  CHECK(roles_of("We talked about [topic].").find("vague") == std::string::npos);
  CHECK(roles_of("We talked about [topic].").find("callback") == std::string::npos);
}

TEST_CASE("roles: what only the place tells") {
  const std::string roles = roles_of(
      "Thank you for the introduction. You told me to ring the Cardiff press. The foreman hired a second printer.",
      Kind::referral);
  CHECK_MESSAGE(roles.ends_with("addition"), roles);
}

TEST_CASE("roles: odd text has one all the same") {
  CHECK(roles_of("Ok.") == "other");
  CHECK(roles_of("\xFF\xFE ok \xC3.") == "other");
  CHECK(roles_of("日本。") == "other");
  CHECK(roles_of("...").empty());  // no sentence at all
}
