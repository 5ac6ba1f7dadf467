#include "rules/checks/places.h"

#include <algorithm>

#include <fmt/format.h>

#include "rules/note/personal_names.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

/// The last word before `end`, for want of a better thing to underline.
Span last_word_before(const Note& note, Span paragraph) {
  std::string_view text = note.text(paragraph);
  auto space = text.find_last_of(" \t\r\n");
  return {space == std::string_view::npos ? paragraph.begin : paragraph.begin + space + 1, paragraph.end};
}

Gap gap_after_paragraph(const Context& context, const Paragraph& paragraph) {
  bool apart = paragraph.list_item;
  std::string line(line_end(context.note));
  return {last_word_before(context.note, paragraph.span), paragraph.span.end, apart ? line + line : " ", ""};
}

/// Puts it in before a sentence; shown is where it was shown.
Gap before_sentence(Gap gap, const BodySentence& sentence) { return {gap.shown, sentence.span().begin, "", " "}; }

/// What ends a letter: a sentence that holds nothing else stays the last.
bool only_closes(const BodySentence& sentence) {
  constexpr Roles closing{Role::next_step, Role::wait, Role::social, Role::thanks};
  Roles more = sentence.roles;
  for (std::size_t i = 0; i < role_count; ++i)
    if (closing.has(static_cast<Role>(i))) more.remove(static_cast<Role>(i));
  return more.empty() && sentence.roles.any_of({Role::next_step, Role::wait});
}

/// After what the paragraph says, but before the step or the wish that closes it.
Gap gap_in_paragraph(const Context& context, const Paragraph& paragraph) {
  const Gap gap = gap_after_paragraph(context, paragraph);
  const BodySentence* first_closing = nullptr;
  bool says_more = false;
  for (const BodySentence& sentence : context.sentences) {
    if (sentence.paragraph != &paragraph) continue;
    if (!only_closes(sentence)) {
      first_closing = nullptr;
      says_more = true;
    } else if (!first_closing) {
      first_closing = &sentence;
    }
  }
  return first_closing && says_more && !paragraph.list_item ? before_sentence(gap, *first_closing) : gap;
}

Span greeting_or_start(const Context& context) {
  const Note& note = context.note;
  if (note.greeting()) return note.greeting()->span;
  if (note.paragraphs().empty()) return {note.body_end(), note.body_end()};
  Span first = note.paragraphs().front().span;
  std::string_view text = note.text(first);
  std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
  return {first.begin, first.begin + std::min(end, std::min(text.find(' '), text.size()))};
}

std::string blanks(std::size_t count) {
  if (count == 0) return "";
  return fmt::format(" ({} blank{})", count, count == 1 ? "" : "s");
}

}  // namespace

std::string_view line_end(const Note& note) { return note.text().find("\r\n") == std::string::npos ? "\n" : "\r\n"; }

Gap gap_after_greeting(const Context& context) {
  Span shown = greeting_or_start(context);
  if (context.note.paragraphs().empty()) return gap_at_end(context);
  return {shown, context.note.paragraphs().front().span.begin, "", " "};
}

Gap gap_after_opening(const Context& context) {
  for (const Paragraph& paragraph : context.note.paragraphs()) {
    if (paragraph.postscript) continue;
    // In a letter of one paragraph the opening is its thanks.
    Gap gap = gap_in_paragraph(context, paragraph);
    const bool single = &paragraph == &context.note.paragraphs().back() && !paragraph.list_item;
    for (const BodySentence& sentence : context.sentences)
      if (const Roles roles = sentence.roles; single && sentence.paragraph == &paragraph &&
                                              roles != Roles{Role::thanks} && roles != Roles{Role::social} &&
                                              &sentence != &context.sentences.front())
        return before_sentence(gap, sentence);
    return gap;
  }
  return gap_at_end(context);
}

Gap gap_after(const Context& context, Roles roles) {
  const Paragraph* found = nullptr;
  for (const BodySentence& sentence : context.sentences)
    if (sentence.roles.any_of(roles) && !sentence.paragraph->postscript && !sentence.paragraph->list_item)
      found = sentence.paragraph;
  return found ? gap_in_paragraph(context, *found) : gap_after_opening(context);
}

Gap gap_at_end(const Context& context) {
  const Paragraph* last = nullptr;
  for (const Paragraph& paragraph : context.note.paragraphs())
    if (!paragraph.postscript) last = &paragraph;
  if (last) return gap_after_paragraph(context, *last);
  std::string line(line_end(context.note));
  return {greeting_or_start(context), context.note.body_end(), context.note.greeting() ? line + line : "", ""};
}

Fix insert_fix(const Gap& gap, std::string title, const phrases::Filled& filled) {
  Fix fix;
  fix.title = std::move(title) + blanks(filled.blanks);
  fix.kind = FixKind::insert;
  fix.edits.push_back({{gap.at, gap.at},
                       gap.before + filled.text + gap.after,
                       filled.blanks ? gap.before + filled.snippet + gap.after : std::string()});
  return fix;
}

std::string opening_of(const phrases::Filled& filled) {
  constexpr std::size_t longest = 40;
  return std::string(
      trim(std::string_view(filled.text).substr(0, std::min(filled.text.find_first_of(",;:.[", 8), longest))));
}

void add_inserts(const Context& context, Finding& finding, const Gap& gap, phrases::Purpose purpose,
                 std::string_view title, std::size_t most) {
  if (!context.fixes) return;
  for (const phrases::Phrase* phrase : context.book.find(purpose, context.kind)) {
    if (most-- == 0) break;
    phrases::Filled filled = phrases::fill(phrase->text, context.facts);
    finding.fixes.push_back(insert_fix(gap, fmt::format("{}: \"{} ...\"", title, opening_of(filled)), filled));
  }
}

void add_topic_inserts(const Context& context, Finding& finding, const Gap& gap) {
  if (!context.fixes) return;
  auto found = context.book.find(phrases::Purpose::callback, context.kind);
  std::erase_if(found,
                [](const phrases::Phrase* phrase) { return phrase->text.find("${topic}") == std::string_view::npos; });
  std::size_t next = 0;
  for (const Fact<std::string>& topic : context.facts.topics) {
    if (found.empty() || next == 4) break;
    phrases::Filled filled = phrases::fill(found[next++ % found.size()]->text, context.facts, topic.value);
    finding.fixes.push_back(insert_fix(gap, "Recall " + topic.value, filled));
  }
  if (finding.fixes.empty())
    add_inserts(context, finding, gap, phrases::Purpose::callback, "Recall something specific");
}

bool waits_for_callback(const Context& context) {
  const Form you = context.lexicon.form_of("you"), your = context.lexicon.form_of("your");
  for (const BodySentence& sentence : context.sentences) {
    if (!sentence.paragraph->content->has_slot) continue;
    bool slot = false, to_reader = false;
    for (const Word& word : sentence.words()) {
      slot = slot || word.kind == WordKind::slot;
      to_reader = to_reader || word.form == you || word.form == your;
    }
    if (slot && to_reader) return true;
  }
  return false;
}

bool may_go_on(const Context& context, Span token) {
  const Salutation& salutation = context.salutation;
  if (token.end != salutation.whole.end || salutation.closed) return false;
  if (salutation.open) return true;
  const std::string begun = fold_plain(context.text(token));
  const auto goes_on = [&](const Person& person) {
    const auto words = name_words(person.name);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
      const std::string whole = fold_plain(word);
      return whole.size() > begun.size() && whole.starts_with(begun);
    });
  };
  return std::any_of(context.facts.to.begin(), context.facts.to.end(), goes_on);
}

bool is_open(const Context& context, const BodySentence& sentence) {
  const Sentence& one = sentence.sentence();
  if (one.mark != 0 || one.list_item || &one != &sentence.paragraph->content->sentences.back()) return false;
  const std::string_view behind = std::string_view(context.note.text()).substr(sentence.span().end);
  if (context.just_begun || behind.find_first_not_of(" \t\r\n") == std::string_view::npos) return true;
  return context.closes_sentences;
}

bool ends_in_own_name(const Context& context) {
  if (!context.facts.from || context.note.paragraphs().empty()) return false;
  const std::string_view text = trim(context.text(context.note.paragraphs().back().span));
  const std::string_view last = text.substr(text.find_last_of("\r\n") + 1);
  return last.size() <= 60 && is_capitalised(last) && may_be_same_name(last, context.facts.from->name);
}

bool on_paper(const Context& context) {
  const auto& delivery = context.facts.delivery;
  return delivery && (delivery->value == Delivery::post || delivery->value == Delivery::hand);
}

namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

/// A list item with its mark and its line; where it was the only one, the gap before the list as well.
Span whole_item(const std::string& text, Span item) {
  const auto line = text.rfind('\n', item.begin);
  const std::size_t begin = line == std::string::npos ? 0 : line + 1;
  const std::size_t stop = std::min(text.find('\n', item.end), text.size());
  const std::size_t next = std::min(stop + 1, text.size());
  auto blank = [&](std::size_t from, std::size_t to) {
    return trim(std::string_view(text).substr(from, to - from)).empty();
  };
  const std::size_t above = begin < 2 ? 0 : text.rfind('\n', begin - 2) + 1;
  const bool first = blank(above, begin), last = blank(next, std::min(text.find('\n', next), text.size()));
  if (first && !last) return {begin, next};
  Span span{begin, stop > item.end && text[stop - 1] == '\r' ? stop - 1 : stop};
  if (first)
    while (span.begin > 0 && is_space(text[span.begin - 1])) --span.begin;
  else
    span.begin -= span.begin > 1 && text[span.begin - 2] == '\r' ? 2 : 1;
  return span;
}

}  // namespace

Fix erase_sentence_fix(const Context& context, std::size_t index, std::string title) {
  const BodySentence& sentence = context.sentences[index];
  Span span = sentence.span();
  Span paragraph = sentence.paragraph->span;
  const std::string& text = context.note.text();
  if (span.end < paragraph.end) {
    while (span.end < paragraph.end && is_space(text[span.end])) ++span.end;
  } else {
    while (span.begin > paragraph.begin && is_space(text[span.begin - 1])) --span.begin;
    if (span.begin == paragraph.begin && sentence.paragraph->list_item)
      span = whole_item(text, paragraph);
    else if (span.begin == paragraph.begin)  // the whole paragraph goes, and the gap before it
      while (span.begin > 0 && is_space(text[span.begin - 1])) --span.begin;
  }
  Fix fix;
  fix.title = std::move(title);
  fix.kind = FixKind::erase;
  fix.edits.push_back({span, "", ""});
  return fix;
}

}  // namespace afterword
