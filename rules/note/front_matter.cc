// Where the facts end and the letter begins: front matter, closed or still being typed, and a mail's headers.
#include <algorithm>

#include "rules/note/blocks.h"
#include "rules/note/characters.h"

namespace afterword {

namespace {

bool is_letter_char(char c) { return is_ascii_letter(static_cast<unsigned char>(c)); }
bool is_key_char(char c) {
  return is_letter_char(c) || is_ascii_digit(static_cast<unsigned char>(c)) || c == '-' || c == '_';
}

/// Bytes of the key that a line such as "key: value" or "key:" begins with; 0 where it begins with none.
std::size_t entry_key(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && is_key_char(line[at])) ++at;
  bool colon = at < line.size() && line[at] == ':';
  bool apart = at + 1 >= line.size() || line[at + 1] == ' ' || line[at + 1] == '\t';
  return colon && apart && is_letter_char(line[0]) ? at : 0;
}

/// Takes the lines behind an opening fence one by one, and tells what of them is front matter should no fence close it.
class OpenFrontMatter {
 public:
  explicit OpenFrontMatter(std::size_t begin) : end_(begin), yaml_{begin, begin} {}

  /// False where front matter has ended and the letter goes on: a fence further down is a rule of it.
  bool take(const Line& line, std::string_view content) {
    std::string_view bare = trim(content);
    if (bare.empty()) {
      ended_ = true;
    } else if (ended_) {
      return !entries_ || prose_ || may_be_yaml(content);
    } else if (word_ || !belongs(content)) {
      prose_ = true;
    } else {
      end_ = line.next;
      word_at_end_ = word_ && line.next == line.span.end;
      if (!word_) yaml_.end = line.next;
    }
    return true;
  }

  /// Entries, or a first one of which only a part of the key is there.
  FrontMatter found(std::size_t start) const {
    if (prose_ || !(entries_ || word_at_end_)) return {};
    return {{start, end_}, yaml_, false};
  }

 private:
  bool belongs(std::string_view line) {
    if (std::size_t key = entry_key(line)) {
      // "Dana:" alone may well be a salutation under a rule.
      entries_ = entries_ || key + 1 < line.size() || line[0] >= 'a';
      return true;
    }
    word_ = is_letter_char(line[0]) && std::all_of(line.begin(), line.end(), is_key_char);
    return word_ || (yaml_.size() > 0 && std::string_view(" \t-#]}").find(line[0]) != std::string_view::npos);
  }

  /// Generous: an entry of any shape.
  static bool may_be_yaml(std::string_view line) {
    return std::string_view(" \t-#]}[{\"'&*?|>!%").find(line[0]) != std::string_view::npos || line.ends_with(":") ||
           line.find(": ") != std::string_view::npos;
  }

  std::size_t end_;
  Span yaml_;
  bool entries_ = false;
  bool prose_ = false;        // some line is no entry
  bool ended_ = false;        // a blank line has come
  bool word_ = false;         // the last line is one word, which may become a key
  bool word_at_end_ = false;  // nothing follows it
};

}  // namespace

FrontMatter find_front_matter(std::string_view text) {
  std::size_t start = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
  Line first = line_at(text, start);
  const auto said = [&](const Line& line) { return text.substr(line.span.begin, line.span.size()); };
  // An empty line above it is a slip, and not meant to turn facts into prose; but then they must look like some.
  bool is_below_blanks = false;
  while (first.next < text.size() && trim(said(first)).empty()) {
    is_below_blanks = true;
    start = first.next;
    first = line_at(text, start);
  }
  if (said(first) != "---") return {};
  if (is_below_blanks && (first.next >= text.size() || entry_key(said(line_at(text, first.next))) == 0)) return {};
  OpenFrontMatter open(first.next);
  for (std::size_t at = first.next; at < text.size();) {
    Line line = line_at(text, at);
    std::string_view content = said(line);
    if (content == "---" || content == "...") return {{start, line.next}, {first.next, line.span.begin}, true};
    if (!open.take(line, content)) break;
    at = line.next;
  }
  return is_below_blanks ? FrontMatter{} : open.found(start);
}

Span find_mail_headers(std::string_view text) {
  std::size_t at = 0;
  bool any = false, known = false;
  while (at < text.size()) {
    Line line = line_at(text, at);
    std::string_view content = text.substr(line.span.begin, line.span.size());
    if (content.empty()) return known ? Span{0, line.next} : Span{};
    bool folded = any && (content[0] == ' ' || content[0] == '\t');
    if (!folded) {
      auto colon = content.find(':');
      // A name half typed on the last line is a header to be.
      bool begun = colon == std::string_view::npos && known && line.next >= text.size() &&
                   line.span.end == text.size() && content.find_first_of(" \t.,!?") == std::string_view::npos;
      if (begun) return {0, text.size()};
      if (colon == std::string_view::npos || colon == 0) return {};
      if (content.substr(0, colon).find_first_of(" \t") != std::string_view::npos) return {};
      any = true;
      for (std::string_view name : {"From", "To", "Subject", "Date", "Cc", "Bcc", "Reply-To", "Message-ID"})
        known = known || equal_folded(content.substr(0, colon), name);
    }
    at = line.next;
  }
  return known ? Span{0, text.size()} : Span{};
}

}  // namespace afterword
