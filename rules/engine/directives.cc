#include "rules/engine/directives.h"

#include <algorithm>

#include "rules/note/blocks.h"
#include "rules/note/markup.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

constexpr std::string_view blanks = " \t\r\n", opening = "<!--", closing = "-->";

/// Reads the comments of one note, whose text it keeps within reach.
class DirectiveFinder {
 public:
  explicit DirectiveFinder(const Note& note) : note_(note), text_(note.text()) {}

  std::vector<Directive> find() {
    for (const Part& part : note_.parts())
      if (part.kind == PartKind::comment) read(part.span);
    if (note_.greeting()) read_within(*note_.greeting());
    for (const Paragraph& paragraph : note_.paragraphs()) read_within(paragraph);
    if (found_.empty()) return {};
    std::sort(found_.begin(), found_.end(),
              [](const Directive& a, const Directive& b) { return a.span.begin < b.span.begin; });
    measure();
    return std::move(found_);
  }

 private:
  void read_within(const Paragraph& paragraph) {
    if (!paragraph.content->has_comment) return;
    for (const Opaque& opaque : find_opaque(paragraph.content->text, note_.format()))
      if (opaque.silent) read(opaque.span.shifted(paragraph.span.begin));
  }

  /// A comment alone may be followed by others in one block.
  void read(Span block) {
    for (std::size_t at = block.begin; at < block.end;) {
      const std::string_view inside = text_.substr(0, block.end);
      at = inside.find(opening, at);
      if (at == std::string_view::npos) return;
      const std::size_t end = inside.find(closing, at + opening.size());
      if (end == std::string_view::npos) return;  // being typed
      read_comment({at, end + closing.size()});
      at = end + closing.size();
    }
  }

  void read_comment(Span comment) {
    const std::size_t end = comment.end - closing.size();
    std::size_t at = skip_blanks(comment.begin + opening.size(), end);
    if (!starts_with_folded(text_.substr(at, end - at), directive_mark)) return;
    Directive& made = found_.emplace_back();
    made.span = comment;
    made.word = next_word(at + directive_mark.size(), end);
    const std::string_view word = note_.text(made.word);
    std::vector<Directive::Rule> rules;
    for (Span rule = next_word(made.word.end, end); !rule.empty(); rule = next_word(rule.end, end))
      rules.push_back({note_.text(rule), rule});
    if (equal_folded(word, "ignore") && !rules.empty()) made.type = Directive::Type::ignore;
    if (equal_folded(word, "off") && rules.empty()) made.type = Directive::Type::off;
    if (equal_folded(word, "on") && rules.empty()) made.type = Directive::Type::on;
    made.rules = std::move(rules);
  }

  std::size_t skip_blanks(std::size_t at, std::size_t end) const {
    return std::min(text_.find_first_not_of(" \t\r\n,", at), end);
  }
  Span next_word(std::size_t at, std::size_t end) const {
    at = skip_blanks(at, end);
    return {at, std::min(text_.find_first_of(" \t\r\n,", at), end)};
  }

  void measure() {
    std::size_t on = text_.size();
    for (std::size_t i = found_.size(); i-- > 0;) {
      Directive& one = found_[i];
      if (one.type == Directive::Type::on) on = one.span.begin;
      if (one.type == Directive::Type::off) one.reach = {one.span.begin, on};
    }
    std::vector<std::size_t> next(found_.size());  // where what each of them speaks of begins
    for (std::size_t i = found_.size(); i-- > 0;) {
      const bool last = i + 1 == found_.size();
      next[i] = next_text(found_[i].span.end, last ? text_.size() : found_[i + 1].span.begin);
      if (!last && next[i] == found_[i + 1].span.begin) next[i] = next[i + 1];
    }
    std::size_t end = 0;  // of the paragraph that was measured last
    for (std::size_t i = 0; i < found_.size(); ++i) {
      if (found_[i].type != Directive::Type::ignore) continue;
      if (next[i] >= end) end = paragraph_end(next[i]);
      found_[i].reach = {found_[i].span.end, end};
    }
  }

  /// Past blank lines and comments, since several of them may stand above one paragraph; `most` at the furthest.
  std::size_t next_text(std::size_t at, std::size_t most) const {
    for (;;) {
      at = std::min(text_.find_first_not_of(blanks, at), text_.size());
      if (at >= most || !text_.substr(at).starts_with(opening)) return at;
      const std::size_t end = text_.find(closing, at);
      if (end == std::string_view::npos) return text_.size();
      at = end + closing.size();
    }
  }
  std::size_t paragraph_end(std::size_t at) const {
    std::size_t end = at;
    while (at < text_.size()) {
      const Line line = line_at(text_, at);
      if (trim(text_.substr(at, line.span.end - at)).empty()) break;
      end = line.span.end;
      at = line.next;
    }
    return end;
  }

  const Note& note_;
  std::string_view text_;
  std::vector<Directive> found_;
};

}  // namespace

std::size_t paragraph_begin(std::string_view text, std::size_t at) {
  const auto line_begin = [&](std::size_t from) {
    const std::size_t end = from == 0 ? std::string_view::npos : text.find_last_of("\r\n", from - 1);
    return end == std::string_view::npos ? 0 : end + 1;
  };
  std::size_t begin = line_begin(at);
  while (begin > 0) {
    std::size_t above = begin - 1;  // the end of the line above
    if (above > 0 && text[above] == '\n' && text[above - 1] == '\r') --above;
    const std::size_t next = line_begin(above);
    if (trim(text.substr(next, above - next)).empty()) break;
    begin = next;
  }
  return begin;
}

std::vector<Directive> find_directives(const Note& note) { return DirectiveFinder(note).find(); }

}  // namespace afterword
