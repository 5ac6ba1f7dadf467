#include <algorithm>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "rules/checks/checks.h"
#include "rules/checks/places.h"
#include "rules/engine/context.h"
#include "rules/note/paragraph.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for the tour. The press was warm. The crew was at "
             "lunch. [[We looked at the rollers.]] One of them was bent. I saw why it squeaks.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for the tour. The press was warm. The crew was at "
              "lunch.\n\nWe looked at the rollers. One of them was bent. I saw why it squeaks.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for the two hours at the press and for the honest "
             "talk about the night shift. You said that the old plates cost you a day in every month, and on the way "
             "home I worked out what that means for the spring. [[At Brightfold I kept 4,000 plates in order and lost "
             "three of them in nine years, since each of them had its own slot and its own card.]] You also asked who "
             "should own the plan, and I would give it to the person who opens the shop in the morning.\n",
     .fixed =
         "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for the two hours at the press and for the honest talk "
         "about the night shift. You said that the old plates cost you a day in every month, and on the way home I "
         "worked out what that means for the spring.\n\nAt Brightfold I kept 4,000 plates in order and lost three of "
         "them in nine years, since each of them had its own slot and its own card. You also asked who should own the "
         "plan, and I would give it to the person who opens the shop in the morning.\n"},
    {.text = "---\nkind: referral\n---\r\n\r\nDear Dana,\r\n\r\nOsman rang. He has a press.\r\nIt is small. [[It is "
             "old.]] I go on Monday. I bring two plates.\r\n",
     .fixed = "---\nkind: referral\n---\r\n\r\nDear Dana,\r\n\r\nOsman rang. He has a press.\r\nIt is small.\r\n\r\nIt "
              "is old. I go on Monday. I bring two plates.\r\n"},
};
constexpr std::string_view good[] = {
    "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for the tour. The press was warm. The crew was at lunch. We "
    "looked at the rollers. One of them was bent.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for the tour. The press was warm. The crew was at "
    "lunch.\n\nWe "
    "looked at the rollers. One of them was bent. I saw why it squeaks.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\n- The press was warm.\n- The crew was at lunch.\n- We looked at the "
    "rollers.\n- One was bent.\n- It squeaks.\n- I know why.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for the tour. The press was warm. The crew was at lunch. We "
    "looked at the rollers. One of them was bent. I saw why\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nDr. A. B. Osman of Initech Inc. came at 10.30 a.m. with Mr. Bell, Ms. "
    "Orr et al. on behalf of St. Ives.\n",
};

constexpr std::uint32_t most_words = 90;  // catalogue
constexpr std::size_t most_sentences = 5;

/// The sentence to break before: both sides come closest in length. Nothing where there is only one.
std::optional<std::size_t> middle_of(const Paragraph& paragraph) {
  const auto& sentences = paragraph.content->sentences;
  std::optional<std::size_t> best;
  std::size_t least = 0;
  for (std::size_t i = 1; i < sentences.size(); ++i) {
    const std::size_t before = sentences[i].first_word, after = paragraph.content->words.size() - before;
    const std::size_t apart = before < after ? after - before : before - after;
    if (best && apart >= least) continue;
    best = i;
    least = apart;
  }
  return best;
}

/// A blank line inside a list item or a footnote would end it.
bool may_be_split(const Context& context, const Paragraph& paragraph) {
  if (paragraph.list_item) return false;
  const std::string& text = context.note.text();
  const auto line = text.rfind('\n', paragraph.span.begin);
  const std::size_t begin = line == std::string::npos ? 0 : line + 1;
  return begin >= paragraph.span.begin || !trim(context.text({begin, paragraph.span.begin})).starts_with("[^");
}

Fix split_fix(const Context& context, Span before, Span after) {
  const std::string& text = context.note.text();
  std::size_t from = after.begin;
  while (from > before.end && trim(std::string_view(text).substr(from - 1, 1)).empty()) --from;
  const std::string line(line_end(context.note));
  Fix fix;
  fix.title = "Begin a new paragraph here";
  fix.preferred = true;
  fix.edits.push_back({{from, after.begin}, line + line, ""});
  return fix;
}

/// Sentences of the writer's own: what is quoted counts with the sentence around it.
std::size_t own_sentences(const ParagraphText& content) {
  const auto own = [&](const Sentence& sentence) { return !content.words[sentence.first_word].is(in_quotes); };
  return static_cast<std::size_t>(std::count_if(content.sentences.begin(), content.sentences.end(), own));
}

void check(const Context& context, Findings& findings) {
  std::size_t first = 0;  // index of the paragraph's first sentence
  for (const Paragraph& paragraph : context.note.paragraphs()) {
    const std::size_t count = paragraph.content->sentences.size(), words = paragraph.content->word_count;
    const std::size_t at = first;
    first += count;
    if (count == 0 || (words <= most_words && count <= most_sentences)) continue;
    if (words <= most_words && own_sentences(*paragraph.content) <= most_sentences) continue;
    if (is_open(context, context.sentences[first - 1])) continue;
    const auto middle = middle_of(paragraph);
    const BodySentence& shown = context.sentences[at + middle.value_or(0)];
    const std::string size = words > most_words ? fmt::format("{} words", words) : fmt::format("{} sentences", count);
    Finding& finding =
        findings.add(shown.span(), "This paragraph has " + size +
                                       ", which looks like work on a small screen. A break in the middle lets it "
                                       "breathe.");
    if (middle && may_be_split(context, paragraph))
      finding.fixes.push_back(split_fix(context, context.sentences[at + *middle - 1].span(), shown.span()));
  }
}

}  // namespace

const Rule long_paragraph_rule{
    .id = "long-paragraph",
    .summary = "A paragraph is too long to be taken in at a glance.",
    .why =
        "Who opens a note on the way to the next meeting looks for an end to hold on to. Short paragraphs, one thought "
        "each, are read; a block is put off.",
    .severity = always(Severity::hint),
    .sources = "D",
    .fix = "Splits the paragraph at its middle sentence.",
    .bad = bad,
    .good = good,
    .patterns = {},
    .check = check,
    .any_language = false,
};

}  // namespace afterword
