#include <algorithm>
#include <array>

#include "rules/checks/checks.h"
#include "rules/engine/context.h"
#include "rules/engine/speller.h"
#include "rules/note/personal_names.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nI [[recieved]] the drawing on Monday.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nI received the drawing on Monday.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nThe second press is a [[seperate]] matter.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nThe second press is a separate matter.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for the well-[[definately]] meant advice.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for the well-definitely meant advice.\n"},
};
constexpr std::string_view good[] = {
    "---\nkind: interview\n---\n\nDear Dana,\n\nThe colour of the ink, and its color, are the same.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nSeperate & Sons ran the press, and `recieved` is a field's name.\n",
    "---\ntopics: [the seperate press]\nkind: interview\n---\n\nDear Dana,\n\nThe seperate press ran all day.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nYour label read \"recieved\", and nobody had seen it.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThe page is https://ola.example/seperate, under recieved2.\n",
};

constexpr std::size_t least_letters = 3;
constexpr std::size_t most_letters = 30;  // what is longer is no word, and its slips are many
constexpr std::size_t most_words = 1000;  // of a body: a text of many new words must not hold up the typing
constexpr std::size_t most_corrections = 3;

bool is_plain(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_apostrophe_at(std::string_view text, std::size_t at) {
  return text.substr(at, 1) == "'" || text.substr(at, 3) == "\xE2\x80\x99";
}

/// A piece of a contraction or of something longer than a word: "y'all", "and/or", "foo_bar".
bool is_a_piece(std::string_view text, Span span) {
  if (span.begin > 0) {
    const char before = text[span.begin - 1];
    const bool typographic = span.begin >= 3 && is_apostrophe_at(text, span.begin - 3) && before != '\'';
    if (typographic || std::string_view("'_/\\.@#$&=~").find(before) != std::string_view::npos) return true;
  }
  if (span.end >= text.size()) return false;
  if (is_apostrophe_at(text, span.end)) {
    const std::size_t next = span.end + (text[span.end] == '\'' ? 1 : 3);
    return text.substr(next, 1) != "s" && next < text.size() && is_letter(code_point_at(text, next).point);
  }
  const bool dotted =
      text[span.end] == '.' && span.end + 1 < text.size() && is_letter(code_point_at(text, span.end + 1).point);
  return dotted || std::string_view("_/\\@=~(").find(text[span.end]) != std::string_view::npos;
}

bool has_word(std::string_view text, std::string_view word) {
  const auto words = name_words(text);
  return std::any_of(words.begin(), words.end(), [&](std::string_view each) { return equal_folded(each, word); });
}

Spelling spelling_of(const Context& context) {
  return context.settings ? context.settings->options.spelling : Spelling::any;
}

/// Asked only of words that would be reported.
bool is_the_writers_own(const Context& context, std::string_view word) {
  const Facts& facts = context.facts;
  static const std::vector<std::string> none;
  const auto& words = context.settings ? context.settings->words : none;
  const auto named = [&](const Person& person) {
    return has_word(person.name, word) || person.email.find(word) != std::string::npos;
  };
  const auto says = [&](const Fact<std::string>& fact) { return has_word(fact.value, word); };
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& own) {
                       return equal_folded(own, word) || (word.ends_with("s") && equal_folded(own + "s", word));
                     }) ||
         std::any_of(facts.to.begin(), facts.to.end(), named) ||
         std::any_of(facts.others.begin(), facts.others.end(), named) || (facts.from && named(*facts.from)) ||
         std::any_of(facts.company.begin(), facts.company.end(), says) ||
         std::any_of(facts.topics.begin(), facts.topics.end(), says) || (facts.role && says(*facts.role)) ||
         (facts.subject && says(*facts.subject));
}

void report(const Context& context, Findings& findings, Span span) {
  const std::string word(context.text(span));
  Finding& finding = findings.add(
      span,
      "\"" + word + "\" looks misspelt: no dictionary has it. Correct it, or add it to your words if it is right.");
  if (!context.fixes) return;
  const auto corrections = context.speller->corrections(word, spelling_of(context), most_corrections);
  for (const std::string& correction : corrections) {
    Fix fix;
    fix.title = "Write \"" + correction + "\"";
    fix.preferred = corrections.size() == 1;
    fix.edits.push_back({span, correction, ""});
    finding.fixes.push_back(std::move(fix));
  }
}

/// The lexicon holds some slips, so that a sentence is understood in spite of them.
constexpr auto slips_of_lexicon = std::to_array<std::string_view>({"foward", "greatful", "thankfull"});

/// `part` is a word, or one of a hyphenated compound; bytes of the paragraph.
void look_at(const Context& context, const Paragraph& paragraph, Span part, Findings& findings) {
  const std::string_view text = paragraph.content->text;
  const std::string_view word = text.substr(part.begin, part.size());
  if (word.size() < least_letters || word.size() > most_letters || !is_plain(word)) return;
  if (!context.speller->is_slip(word, spelling_of(context)) || is_the_writers_own(context, word)) return;
  const Span span = part.shifted(paragraph.span.begin);
  if (!context.note.is_unfinished(span.end)) report(context, findings, span);
}

void check(const Context& context, Findings& findings) {
  if (!context.speller) return;
  std::size_t seen = 0;
  std::array<Form, slips_of_lexicon.size()> slips{};
  std::transform(slips_of_lexicon.begin(), slips_of_lexicon.end(), slips.begin(),
                 [&](std::string_view slip) { return context.lexicon.form_of(slip); });
  const auto is_right = [&](Form form) {
    return form != 0 && std::find(slips.begin(), slips.end(), form) == slips.end();
  };
  for (const Paragraph& paragraph : context.note.paragraphs()) {
    const std::string_view text = paragraph.content->text;
    if ((seen += paragraph.content->words.size()) > most_words) return;
    for (const Word& word : paragraph.content->words) {
      // What the lexicon has is spelled as it should be; what is capitalised may be a name.
      if (word.kind != WordKind::word || is_right(word.form) || word.is(capitalised) || word.is(in_quotes)) continue;
      if (!word.is(has_inner_mark)) {
        if (!is_a_piece(text, word.span())) look_at(context, paragraph, word.span(), findings);
        continue;
      }
      const std::string_view compound = text.substr(word.begin, word.end - word.begin);
      const bool hyphened =
          std::all_of(compound.begin(), compound.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
      for (std::size_t at = 0; hyphened && at < compound.size();) {
        const std::size_t end = std::min(compound.find('-', at), compound.size());
        look_at(context, paragraph, Span{at, end}.shifted(word.begin), findings);
        at = end + 1;
      }
    }
  }
}

}  // namespace

const Rule misspelling_rule{
    .id = "misspelling",
    .summary = "An English word is misspelt.",
    .why =
        "A slip in a short text is read as little care. Names, code, your own words and terms that no dictionary has "
        "are "
        "left alone; British and American spelling are both right.",
    .severity = always(Severity::information),
    .sources = "D",
    .fix = "Puts the word in its place, up to three to choose from.",
    .bad = bad,
    .good = good,
    .patterns = {},
    .check = check,
    .any_language = false,
};

}  // namespace afterword
