#include <algorithm>

#include <fmt/format.h>

#include "rules/checks/checks.h"
#include "rules/checks/places.h"
#include "rules/engine/context.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text =
         "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nThank you for the hour at the press. You said that "
         "the inks dry too fast in August, and I would like to try the shade on the south wall with [[you.]]\n\nKind "
         "regards,\nOla Nilsen\n"},
    {.text = "---\nto: Dana Wu\nkind: phone-screen\n---\n\nDear Dana,\n\nThank you for the call. You asked about early "
             "shifts: I have opened a bakery at three for five years, and I would gladly open yours too, from May "
             "[[on.]]\n\nKind regards,\nOla Nilsen\n"},
    {.text = "---\nto: Dana Wu\nkind: informational\n---\n\nDear Dana,\n\nThank you for your advice on the course. I "
             "rang the school as you said, and they sent me the forms on the same day. I will tell you how it "
             "[[goes.]]\n\nKind regards,\nOla Nilsen\n"},
};
constexpr std::string_view good[] = {
    "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nThank you for the hour at the press.\n",
    "---\nto: Dana Wu\nkind: interview\ndelivery: post\n---\n\nDear Dana,\n\nThank you for the hour at the press. You "
    "said that the inks dry too fast in August, and I would like to try the shade on the south wall with you.\n\nKind "
    "regards,\nOla Nilsen\n",
    "---\nto: Dana Wu\nkind: referral\n---\n\nDear Dana,\n\nThank you for the call to Osman. He rang on the same "
    "evening "
    "and asked me to come on the ninth with two plates of my own, and I will tell you how it went.\n\nKind "
    "regards,\nOla "
    "Nilsen\n",
    "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nThank you for the hour at the press. You said that the "
    "inks "
    "dry too fast in August, and I would like to try the shade on the south wall with you. At Brightfold we hung wet "
    "sheets over the vents.\n\nKind regards,\nOla Nilsen\n",
    "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nThank you for the hour at the press. You said that the "
    "inks "
    "dry too fast in August, and I would like to try the shade on the south\n",
};

constexpr std::size_t least_words = 35;  // catalogue

void check(const Context& context, Findings& findings) {
  const std::size_t words = context.note.word_count();
  if (words >= least_words || context.just_begun || on_paper(context) || context.sentences.empty()) return;
  if (context.sentences.back().sentence().mark == ':') return;  // goes on
  if (std::any_of(context.sentences.begin(), context.sentences.end(),
                  [&](const BodySentence& sentence) { return is_open(context, sentence); }))
    return;
  findings.add(
      gap_at_end(context).shown,
      fmt::format("With {} words the note can do little but thank. One more sentence on what you took from the "
                  "talk gives them a reason to remember you.",
                  words));
}

}  // namespace

const Rule too_short_rule{
    .id = "too-short",
    .summary = "The body is shorter than a note should be.",
    .why =
        "Two lines of courtesy read as a duty done. There is room for one thing from the talk and one that you would "
        "bring to it, and that is what a reader keeps.",
    .severity =
        always(Severity::information, only(Kind::interview) | only(Kind::phone_screen) | only(Kind::informational)),
    .sources = "D",
    .fix = "",
    .bad = bad,
    .good = good,
    .patterns = {},
    .check = check,
    .any_language = false,
};

}  // namespace afterword
