#include "rules/checks/checks.h"
#include "rules/checks/places.h"
#include "rules/engine/context.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nI liked the press. I saw the rollers. [[I]] would move "
             "them.\n"},
    {.text =
         "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for the tour. I'm still thinking of the rollers. I've "
         "drawn them anew.\n\n[[I'd]] like to show you. I am free on Monday.\n"},
    {.text = "---\nkind: networking\n---\n\nDear Dana,\n\nI went home. I read the paper. [[I]] have a question. Who "
             "holds the key?\n"},
};
constexpr std::string_view good[] = {
    "---\nkind: interview\n---\n\nDear Dana,\n\nI liked the press. I saw the rollers. You were there.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nI liked the press. On the way out I saw the rollers. I would move "
    "them.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nI liked the press and I saw the rollers. I would move them.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nI liked the press. I saw the rollers. I would\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nI/O was slow. I saw it. II and III were not.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nI liked the press. I saw the rollers. \"I would move them,\" you "
    "said.\n",
};

constexpr std::size_t enough = 3;  // catalogue

/// The sentence's opening word where that is I or what I is joined to ("I'm"); empty otherwise.
Span opening_i(const BodySentence& sentence, Form i) {
  const auto words = sentence.words();
  if (words.empty() || words[0].form != i || words[0].is(in_quotes) || words[0].kind != WordKind::word) return {};
  Span span = words[0].span();
  if (words.size() > 1 && words[1].begin == span.end) span.end = words[1].end;
  return span.shifted(sentence.paragraph->span.begin);
}

void check(const Context& context, Findings& findings) {
  const Form i = context.lexicon.form_of("i");
  std::size_t run = 0;
  bool postscript = false;
  for (const BodySentence& sentence : context.sentences) {
    if (sentence.paragraph->postscript && !postscript) run = 0;
    postscript = sentence.paragraph->postscript;
    const Span span = opening_i(sentence, i);
    run = span.empty() ? 0 : run + 1;
    if (run != enough) continue;
    if (is_open(context, sentence)) continue;
    findings.add(span, "A third sentence in a row opens with I. Begin one with the reader, or with the matter itself.");
  }
}

}  // namespace

const Rule i_openings_rule{
    .id = "i-openings",
    .summary = "Three sentences or more in a row open with I.",
    .why =
        "A row of sentences about I turns a thank-you into a statement about oneself. What was said in the talk makes "
        "as good a beginning: your question, the second press, on Friday.",
    .severity = always(Severity::hint),
    .sources = "S0",
    .fix = "",
    .bad = bad,
    .good = good,
    .patterns = {},
    .check = check,
    .any_language = false,
};

}  // namespace afterword
