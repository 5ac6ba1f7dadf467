#include <algorithm>

#include <fmt/format.h>

#include "rules/checks/checks.h"
#include "rules/checks/places.h"
#include "rules/engine/context.h"
#include "rules/note/paragraph.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\n[[Thank you for the tour of the press, for the tea that the "
             "night crew had kept warm, for the plain answer about the winter and the second shift, and for the two "
             "sheets of the spring print that you let me take home.]]\n"},
    {.text =
         "---\nkind: informational\n---\n\nDear Dana,\n\nThank you for the call. [[I rang the school that you named "
         "and asked for the evening course, which was full, but the lady at the desk knew of a second one in the "
         "old mill, where I have a bench from May on and where they also cut glass on Saturdays.]]\n"},
    {.text =
         "---\nkind: interview\n---\n\nDear Dana,\n\n[[When you asked how I would plan the week in which both of "
         "your printers are away and the big order comes in, I said that I would call the old hands first, but what "
         "I should have asked is who else in the house knows the press?]]\n"},
};
constexpr std::string_view good[] = {
    "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for the tour of the press, for the tea that the night crew "
    "had "
    "kept warm, and for the plain answer about the winter. You also let me take home two sheets of the spring "
    "print.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for the tour. You said that the old plates cost you a day in "
    "every month, and on the way home I began to work out what that means for the spring and for the crew and for the "
    "second press, which\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nI am free on these days:\n\n- Monday at nine\n- Tuesday at ten\n- "
    "Wednesday at noon\n- Thursday at two\n- Friday at three\n- Saturday at four\n- Sunday at five\n- Monday at six\n- "
    "Tuesday at seven\n- Wednesday at eight\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThat was it.\n\n> Thank you for the tour of the press, for the tea "
    "that "
    "the night crew had kept warm, for the plain answer about the winter and the second shift, and for the two sheets "
    "of the spring print that you let me take home.\n",
};

constexpr std::size_t most_words = 40;  // catalogue

/// Short lines that no mark closes are a table, an address or a timetable.
bool is_set_in_lines(std::string_view text, char mark) {
  constexpr std::size_t short_line = 40;  // bytes
  const auto lines = 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  return mark == 0 && lines >= 3 && text.size() < lines * short_line;
}

void check(const Context& context, Findings& findings) {
  for (const BodySentence& sentence : context.sentences) {
    if (sentence.words().size() <= most_words || is_open(context, sentence)) continue;
    const std::string_view text = context.text(sentence.span());
    const std::size_t words = count_words(text);
    if (words <= most_words || is_set_in_lines(text, sentence.sentence().mark)) continue;
    findings.add(sentence.span(),
                 fmt::format("This sentence has {} words, and by its end its beginning is forgotten. Two shorter ones "
                             "carry the same.",
                             words));
  }
}

}  // namespace

const Rule long_sentence_rule{
    .id = "long-sentence",
    .summary = "A sentence has more than forty words.",
    .why = "A note is read on a phone, between two meetings. A sentence that has to be read twice is mostly read half.",
    .severity = always(Severity::hint),
    .sources = "D",
    .fix = "",
    .bad = bad,
    .good = good,
    .patterns = {},
    .check = check,
    .any_language = false,
};

}  // namespace afterword
