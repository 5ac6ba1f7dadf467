#include "rules/checks/checks.h"
#include "rules/engine/context.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nSince then [[i]] have drawn the plan anew.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nSince then I have drawn the plan anew.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nOn Friday [[i]]'ll be in town.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nOn Friday I'll be in town.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\n[[i]] liked the yard.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nI liked the yard.\n"},
};
constexpr std::string_view good[] = {
    "---\nkind: interview\n---\n\nDear Dana,\n\nTwo things: (i) the plan, (ii) the price.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThe loop runs while `i` is small, i.e. for a minute.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThe index i and the index j were swapped.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nYour sign says \"i for information\", and it works.\n",
};

void check(const Context& context, Findings& findings) {
  Form i_form = context.lexicon.form_of("i");
  for (const BodySentence& sentence : context.sentences) {
    if (!sentence.paragraph->content->has_small_i) continue;
    const std::string& text = sentence.paragraph->content->text;
    auto words = sentence.words();
    for (std::size_t k = 0; k < words.size(); ++k) {
      const Word& word = words[k];
      if (word.end - word.begin != 1 || text[word.begin] != 'i' || word.form != i_form || word.is(in_quotes)) continue;
      char before = word.begin > 0 ? text[word.begin - 1] : ' ';
      char after = word.end < text.size() ? text[word.end] : ' ';
      if (before == '(' || before == '/' || before == '-' || before == '_' || after == ')' || after == '.' ||
          after == '-' || after == '/' || after == '=')
        continue;
      if (k > 0) {
        std::string_view left =
            std::string_view(text).substr(words[k - 1].begin, words[k - 1].end - words[k - 1].begin);
        if (left == "index" || left == "variable" || left == "letter" || left == "loop" || left == "counter" ||
            left == "the" || left == "an")
          continue;
      }
      Span span = word.span().shifted(sentence.paragraph->span.begin);
      if (context.note.is_unfinished(span.end)) continue;  // "in", "it", "if"
      Finding& finding =
          findings.add(span, "The pronoun is written with a capital: I. In lower case it looks hurried.");
      Fix fix;
      fix.title = "Write I";
      fix.preferred = fix.safe = true;
      fix.edits.push_back({span, "I", ""});
      finding.fixes.push_back(std::move(fix));
    }
  }
}

}  // namespace

const Rule lowercase_i_rule{
    .id = "lowercase-i",
    .summary = "The pronoun I is written in lower case.",
    .why =
        "A small i reads as a message thumbed in a queue. The note is the last sample of your writing that they see.",
    .severity = always(Severity::warning),
    .sources = "D",
    .fix = "Writes it as a capital.",
    .bad = bad,
    .good = good,
    .patterns = {},
    .check = check,
    .any_language = false,
};

}  // namespace afterword
