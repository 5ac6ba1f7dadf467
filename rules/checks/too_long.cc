#include <algorithm>

#include <fmt/format.h>

#include "rules/checks/checks.h"
#include "rules/engine/context.h"
#include "rules/note/characters.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text = "---\nto: Dana Wu\ncompany: Initech\nrole: tester\nkind: interview\n---\n\nDear Dana,\n\nThank you for "
             "the two hours at the press and for the honest talk about the night shift. You said that the old plates "
             "cost you a day in every month, and on the way home I worked out what that means for the spring. You said "
             "that the old plates cost you a day in every month, and on the way home I worked out what that means for "
             "the spring. You said that the old plates cost you a day in every month, and on the way home I worked out "
             "what that means for the spring. You said that the old plates cost you a day in every month, and on the "
             "way home I worked out what that means for the spring. [[You said that the old plates cost you a day in "
             "every month, and on the way home I worked out what that means for the spring.]] At Brightfold I kept "
             "4,000 plates in order and lost three of them in nine years. You also asked who should own the plan, and "
             "I would give it to the person who opens the shop in the morning. I would like the post, and I am free on "
             "Monday and on Tuesday.\n\nKind regards,\nOla Nilsen\n"},
    {.text = "---\nto: Dana Wu\nkind: referral\n---\n\nDear Dana,\n\nThank you for the two hours at the press and for "
             "the honest talk about the night shift. You said that the old plates cost you a day in every month, and "
             "on the way home I worked out what that means for the spring. You said that the old plates cost you a day "
             "in every month, and on the way home I worked out what that means for the spring. You said that the old "
             "plates cost you a day in every month, and on the way home I worked out what that means for the spring. "
             "You said that the old plates cost you a day in every month, and on the way home I worked out what that "
             "means for the spring. [[You said that the old plates cost you a day in every month, and on the way home "
             "I worked out what that means for the spring.]] At Brightfold I kept 4,000 plates in order and lost three "
             "of them in nine years. Osman rang on the same evening and asked me to come on the ninth with two plates "
             "of my own and the small press. I will tell you how it went.\n\nKind regards,\nOla Nilsen\n"},
    {.text = "---\nto: Dana Wu\nkind: informational\n---\n\nDear Dana,\n\nThank you for the two hours at the press and "
             "for the honest talk about the night shift. You said that the old plates cost you a day in every month, "
             "and on the way home I worked out what that means for the spring. You said that the old plates cost you a "
             "day in every month, and on the way home I worked out what that means for the spring. You said that the "
             "old plates cost you a day in every month, and on the way home I worked out what that means for the "
             "spring. You said that the old plates cost you a day in every month, and on the way home I worked out "
             "what that means for the spring. [[You said that the old plates cost you a day in every month, and on the "
             "way home I worked out what that means for the spring.]] At Brightfold I kept 4,000 plates in order and "
             "lost three of them in nine years. I have since rung four workshops, and the second of them lets me come "
             "for a day next week to see how they cut glass. May I write in June?\n\nKind regards,\nOla Nilsen\n"},
};
constexpr std::string_view good[] = {
    "---\nto: Dana Wu\ncompany: Initech\nrole: tester\nkind: interview\n---\n\nDear Dana,\n\nThank you for the two "
    "hours at the press and for the honest talk about the night shift. You said that the old plates cost you a day in "
    "every month, and on the way home I worked out what that means for the spring. You said that the old plates cost "
    "you a day in every month, and on the way home I worked out what that means for the spring. You said that the old "
    "plates cost you a day in every month, and on the way home I worked out what that means for the spring. You said "
    "that the old plates cost youI would like the post.\n\nKind regards,\nOla Nilsen\n",
    "---\nto: Dana Wu\ncompany: Initech\nrole: tester\nkind: interview\n---\n\nDear Dana,\n\nThank you. Thank you. "
    "Thank you. Thank you. Thank you. Thank you. Thank you. Thank you. Thank you. Thank you. Thank you. Thank you. "
    "Thank you. Thank you. Thank you. Thank you. Thank you. Thank you. Thank you. Thank you. Thank you. Thank you. "
    "Thank you. Thank you. Thank you. Thank you. Thank you. Thank you. Thank you. Thank you. Thank you. Thank you. "
    "Thank you. Thank you. Thank you. Thank you. Thank you. Thank you. Thank you. Thank you. \n\nKind regards,\nOla "
    "Nilsen\n",
    "---\nto: Dana Wu\nkind: personal\n---\n\nDear Dana,\n\nThe plums arrived whole.\n\nKind regards,\nOla Nilsen\n",
    "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nThank you for yesterday.\n\nKind regards,\nOla "
    "Nilsen\n\n> quoted words do not count at all quoted words do not count at all quoted words do not count at all "
    "quoted words do not count at all quoted words do not count at all quoted words do not count at all quoted words "
    "do not count at all quoted words do not count at all quoted words do not count at all quoted words do not count "
    "at all quoted words do not count at all quoted words do not count at all quoted words do not count at all quoted "
    "words do not count at all quoted words do not count at all quoted words do not count at all quoted words do not "
    "count at all quoted words do not count at all quoted words do not count at all quoted words do not count at all "
    "quoted words do not count at all quoted words do not count at all quoted words do not count at all quoted words "
    "do not count at all quoted words do not count at all quoted words do not count at all quoted words do not count "
    "at all quoted words do not count at all quoted words do not count at all quoted words do not count at all quoted "
    "words do not count at all quoted words do not count at all quoted words do not count at all quoted words do not "
    "count at all quoted words do not count at all quoted words do not count at all quoted words do not count at all "
    "quoted words do not count at all quoted words do not count at all quoted words do not count at all \n",
};

/// Contractions are split into two words; a reader counts one.
std::size_t counts(const Context& context, const BodySentence& sentence, const Word& word) {
  std::size_t at = sentence.paragraph->span.begin + word.begin;
  return at > 0 && at > sentence.paragraph->span.begin &&
                 is_word_byte(static_cast<unsigned char>(context.note.text()[at - 1]))
             ? 0
             : 1;
}

void check(const Context& context, Findings& findings) {
  const std::size_t set = context.settings ? context.settings->options.too_long_words : 0;
  const std::size_t limit = set ? set : 150;
  if (context.note.word_count() <= limit) return;
  std::size_t words = 0;
  for (const BodySentence& sentence : context.sentences) {
    std::size_t before = words;
    for (const Word& word : sentence.words()) words += counts(context, sentence, word);
    if (before > limit || words <= limit) continue;
    Finding& finding = findings.add(
        sentence.span(),
        fmt::format(
            "The body has {} words; from here on a reader in a hurry stops. Keep the strongest points, to {} words.",
            context.note.word_count(), limit));
    // Catalogue: information over the limit, a warning from fifty words beyond it.
    if (context.note.word_count() <= limit + 50) findings.step_down(finding, Severity::information);
    return;
  }
}

}  // namespace

const Rule too_long_rule{
    .id = "too-long",
    .summary = "The body is longer than a note should be.",
    .why =
        "Most readers give a follow-up half a minute. What stands after the first hundred and fifty words is seldom "
        "read, so keep the strongest point and let the rest wait for the next talk.",
    .severity = always(Severity::warning),
    .sources = "S4, D",
    .fix = "",
    .bad = bad,
    .good = good,
    .patterns = {},
    .check = check,
    .milder = "information for the first 50 words over the limit",
    .any_language = false,
};

}  // namespace afterword
