#include "server/features/typed.h"

#include <algorithm>
#include <optional>

#include "rules/note/letter.h"
#include "rules/note/personal_names.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

/// "Dr.", "a.m.", "J.": the full stop may be one of the word's own.
bool ends_in_abbreviation(std::string_view sentence) {
  if (!sentence.ends_with('.')) return false;
  const auto space = sentence.find_last_of(" \t\r\n(");
  const std::string_view word = sentence.substr(space + 1, sentence.size() - space - 2);
  return word.size() == 1 || word.find('.') != std::string_view::npos || is_title(fold(word)) || word == "St";
}

/// No mark stands behind a link, lest it be taken for a part of it.
bool ends_in_link(std::string_view sentence) {
  const auto space = sentence.find_last_of(" \t\r\n(");
  return sentence.substr(space + 1).find("://") != std::string_view::npos;
}

/// How many bytes at the text's begin say what is to come: "- ", "P.S. ".
std::size_t mark_size(std::string_view text) {
  std::size_t size = 0;
  if (text.starts_with("- ") || text.starts_with("* ")) size = 2;
  const std::size_t word = std::min(text.find(' ', size), text.size());
  if (word < text.size() && opens_postscript(text.substr(size))) size = word + 1;
  return size;
}

/// Where the sentence at the cursor begins: by the note's own sentences, which know abbreviations. An open one goes on
/// behind blanks ("Thank you |"); behind a finished one a new one begins at the cursor. Nothing where no paragraph
/// holds the cursor.
std::optional<std::size_t> sentence_begin(const Note& note, std::size_t at) {
  std::string_view text = note.text();
  for (const Paragraph& paragraph : note.paragraphs()) {
    std::size_t last = std::min(text.find_first_not_of(" \t", paragraph.span.end), text.size());
    // A sentence that is not at its end may go on in the next line.
    if (last < text.size()) {
      const std::size_t below = last + (text.substr(last, 2) == "\r\n" ? 2 : 1);
      last = std::max(last, std::min(text.find_first_not_of(" \t", below), text.size()));
    }
    if (at < paragraph.span.begin || at > last) continue;
    std::size_t begin = at;
    for (const Sentence& sentence : paragraph.content->sentences) {
      Span span = sentence.span.shifted(paragraph.span.begin);
      if (span.begin > at) break;
      std::size_t end = std::min(span.end, at);
      const bool full_stop = sentence.mark == '.' && !ends_in_abbreviation(text.substr(span.begin, end - span.begin));
      bool finished = full_stop || sentence.mark == '?' || sentence.mark == '!';
      bool open = !finished && trim(text.substr(end, at - end)).empty();
      if (at > span.end && ends_in_link(text.substr(span.begin, end - span.begin))) open = false;
      begin = at < span.end || open ? span.begin : at;
    }
    return begin;
  }
  return std::nullopt;
}

}  // namespace

Typed typed_at(const Note& note, std::size_t at) {
  std::string_view text = note.text();
  std::size_t line = at;
  while (line > 0 && text[line - 1] != '\n' && text[line - 1] != '\r') --line;
  std::size_t begin = line;
  bool goes_on = false;
  if (at > line && mark_size(text.substr(line, at - line)) == at - line) {
    begin = at;  // a list item of its own, not the rest of the one above
  } else if (auto sentence = sentence_begin(note, at)) {
    begin = std::max(line, *sentence);
    goes_on = *sentence < line;
  } else {
    for (std::size_t i = line; i + 1 < at; ++i)
      if ((text[i] == '.' || text[i] == '?' || text[i] == '!') && text[i + 1] == ' ' &&
          !ends_in_abbreviation(text.substr(begin, i + 1 - begin)))
        begin = i + 2;
  }
  while (begin < at && (text[begin] == ' ' || text[begin] == '\t')) ++begin;
  begin += mark_size(text.substr(begin, at - begin));
  Typed typed{begin, text.substr(begin, at - begin), {}, goes_on};
  auto space = typed.text.find_last_of(" \t(");
  typed.word = space == std::string_view::npos ? typed.text : typed.text.substr(space + 1);
  return typed;
}

}  // namespace afterword
