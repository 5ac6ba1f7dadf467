#include <algorithm>

#include "rules/checks/around.h"
#include "rules/checks/checks.h"
#include "rules/checks/places.h"
#include "rules/engine/context.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text =
         "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for the tour of the press. I appreciate the time you "
         "took. [[Many thanks for the tea as well.]] The rollers are bent.\n",
     .fixed =
         "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for the tour of the press. I appreciate the time you "
         "took. The rollers are bent.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for the tour of the press. Thank you for the tea, "
             "too.\n\nThe rollers are bent. [[I am very grateful for your time.]]\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for the tour of the press. Thank you for the tea, "
              "too.\n\nThe rollers are bent.\n"},
    {.text = "---\nkind: informational\n---\n\nDear Dana,\n\nThank you for the call. Thanks for the names. [[Thank you "
             "for your patience.]] The school has a place. Thank you again for everything.\n",
     .fixed = "---\nkind: informational\n---\n\nDear Dana,\n\nThank you for the call. Thanks for the names. The school "
              "has a place. Thank you again for everything.\n"},
};
constexpr std::string_view good[] = {
    "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for the tour of the press. Thanks for the tea as well. The "
    "rollers are bent.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for the tour of the press. Thanks for the tea as well. The "
    "rollers are bent, and I would turn them.\n\nThank you again for the day.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for the tour. You said that your readers never thank a "
    "printer. Their thanks go to the binder. A card of thanks would be cheap.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for the tour. Thanks for the tea.\n\n> Thank you for coming. "
    "Thanks for the plates.\n\nThe rollers are bent.\n",
};

constexpr std::ptrdiff_t enough = 2;  // catalogue: from the third on

/// "Thank you again": a letter may end as it began.
bool is_closing_thanks(const Context& context, std::size_t index, const Paragraph* last) {
  const BodySentence& sentence = context.sentences[index];
  if (sentence.paragraph != last && index + 2 < context.sentences.size()) return false;
  const Around around(context, index, {sentence.span().begin, sentence.span().begin});
  return around.sentence_has({"again"}) || (around.sentence_has({"once"}) && around.sentence_has({"more"}));
}

/// Nothing is lost with it but thanks.
bool is_bare(Roles roles) {
  return !roles.any_of({Role::callback, Role::interest, Role::fit, Role::addition, Role::next_step, Role::offer});
}

/// The sentence speaks of thanks, somebody's or anybody's, and gives none: "a card of thanks", "they never say thanks",
/// "the porter thanks nobody".
bool only_names_thanks(const Context& context, const BodySentence& sentence) {
  const std::size_t thank = context.lexicon.class_named("thank");
  const std::string& text = sentence.paragraph->content->text;
  const auto written = [&](const Word& word) {
    return std::string_view(text).substr(word.begin, word.end - word.begin);
  };
  bool named = false;
  std::string before;
  const auto words = sentence.words();
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    if (context.lexicon.is(word.form, thank)) {
      const bool given = before.empty() || i + 1 == words.size() || words[i + 1].is(after_comma) ||
                         fold(written(word)) != "thanks" ||
                         is_one_of(before, {"my", "our", "many", "special", "warm"}) ||
                         is_one_of(fold(written(words[i + 1])), {"for", "to", "again", "also", "so", "very", "a", "and",
                                                                 "once", "go", "goes", "too", "as", "from", "you"});
      named = !given || word.is(in_quotes) ||
              is_one_of(before, {"of", "their", "his", "her", "your", "no", "say", "says", "said", "saying", "a", "the",
                                 "each", "would"});
      if (!named) return false;
    }
    before = fold(written(word));
  }
  return named;
}

void check(const Context& context, Findings& findings) {
  const auto gives = [](const BodySentence& sentence) { return sentence.roles.has(Role::thanks); };
  if (std::count_if(context.sentences.begin(), context.sentences.end(), gives) <= enough) return;
  const Paragraph* last = nullptr;
  for (const Paragraph& paragraph : context.note.paragraphs())
    if (!paragraph.postscript) last = &paragraph;
  std::ptrdiff_t thanks = 0;
  for (std::size_t i = 0; i < context.sentences.size(); ++i) {
    const BodySentence& sentence = context.sentences[i];
    if (!gives(sentence) || only_names_thanks(context, sentence) || ++thanks <= enough) continue;
    if (is_closing_thanks(context, i, last) || is_open(context, sentence)) continue;
    Finding& finding =
        findings.add(sentence.span(),
                     "The note has given thanks twice by now. Once more takes the room of what you talked about; "
                     "leave it out.");
    if (!is_bare(sentence.roles)) continue;
    finding.unnecessary = true;
    Fix fix = erase_sentence_fix(context, i, "Delete the sentence");
    fix.preferred = true;
    finding.fixes.push_back(std::move(fix));
  }
}

}  // namespace

const Rule repeated_thanks_rule{
    .id = "repeated-thanks",
    .summary = "The note gives thanks a third time.",
    .why =
        "Thanks wear thin by repetition: one for the talk, perhaps one for something that was beyond duty. Each "
        "further "
        "one pushes out a sentence that would be remembered.",
    .severity = always(Severity::hint),
    .sources = "S1",
    .fix = "Deletes the sentence, where it holds nothing but thanks.",
    .bad = bad,
    .good = good,
    .patterns = {},
    .check = check,
    .any_language = false,
};

}  // namespace afterword
