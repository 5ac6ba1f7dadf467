#include "rules/note/blocks.h"

#include <algorithm>
#include <utility>

#include "rules/note/unicode.h"

namespace afterword {

namespace {

bool is_digit_char(char c) { return c >= '0' && c <= '9'; }

std::string_view without_indent(std::string_view line) {
  auto first = line.find_first_not_of(" \t");
  return first == std::string_view::npos ? std::string_view{} : line.substr(first);
}

/// "***", "---", "___", "* * *": three or more of one mark and nothing else.
bool is_rule(std::string_view line) {
  char mark = 0;
  int count = 0;
  for (char c : line) {
    if (c == ' ' || c == '\t') continue;
    if (c != '*' && c != '-' && c != '_') return false;
    if (mark && c != mark) return false;
    mark = c;
    ++count;
  }
  return count >= 3;
}

bool is_underline(std::string_view line) {
  line = trim(line);
  return line.size() >= 2 && (line.find_first_not_of('=') == std::string_view::npos ||
                              line.find_first_not_of('-') == std::string_view::npos);
}

/// Bytes of a list marker with its white space and check box, 0 where the line opens no list item.
std::size_t list_marker(std::string_view line) {
  std::size_t at = line.find_first_not_of(" \t");
  if (at == std::string_view::npos) return 0;
  std::size_t mark = at;
  if (line[at] == '-' || line[at] == '*' || line[at] == '+') {
    ++at;
  } else if (line.substr(at, 3) == "\xE2\x80\xA2") {  // a bullet
    at += 3;
  } else {
    while (at < line.size() && is_digit_char(line[at])) ++at;
    if (at == mark || at - mark > 2 || at >= line.size() || (line[at] != '.' && line[at] != ')')) return 0;
    ++at;
  }
  if (at >= line.size() || (line[at] != ' ' && line[at] != '\t')) return 0;
  at = line.find_first_not_of(" \t", at);
  if (at == std::string_view::npos) return 0;
  if (line.size() - at >= 4 && line[at] == '[' && line[at + 2] == ']' && line[at + 3] == ' ' &&
      (line[at + 1] == ' ' || line[at + 1] == 'x' || line[at + 1] == 'X'))
    at += 4;
  return at;
}

/// "[^1]: ", the label of a footnote's text; 0 where there is none.
std::size_t footnote_label(std::string_view line) {
  if (line.substr(0, 2) != "[^") return 0;
  auto close = line.find("]:");
  if (close == std::string_view::npos) return 0;
  auto at = line.find_first_not_of(" \t", close + 2);
  return at == std::string_view::npos ? line.size() : at;
}

/// "[label]: https://...", which is no prose.
bool is_link_definition(std::string_view line) {
  line = without_indent(line);
  if (line.empty() || line[0] != '[' || line.substr(0, 2) == "[^") return false;
  auto close = line.find("]:");
  return close != std::string_view::npos && close > 1 && line.find(' ') != std::string_view::npos;
}

std::string_view fence_of(std::string_view line) {
  line = without_indent(line);
  if (line.substr(0, 3) == "```" || line.substr(0, 3) == "~~~")
    return line.substr(0, std::min(line.find_first_not_of(line[0]), line.size()));
  return {};
}

std::size_t heading_marks(std::string_view line) {
  std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
  return marks >= 1 && marks <= 6 && (marks == line.size() || line[marks] == ' ' || line[marks] == '\t') ? marks : 0;
}

bool opens_forwarded_mail(std::string_view line) {
  return starts_with_folded(line, "-----Original Message") || starts_with_folded(line, "----- Original Message") ||
         starts_with_folded(line, "Begin forwarded message:") ||
         starts_with_folded(line, "---------- Forwarded message");
}

/// Walks the lines once; `open_` is the block being built, if any.
class Splitter {
 public:
  Splitter(std::string_view text, Format format) : text_(text), format_(format) {}

  std::vector<Block> split(std::size_t begin) {
    for (std::size_t at = begin; at < text_.size();) {
      Line line = line_at(text_, at);
      at = take(line);
    }
    return std::move(blocks_);
  }

 private:
  bool markdown() const { return format_ == Format::markdown; }
  std::string_view view(Span span) const { return text_.substr(span.begin, span.size()); }

  /// Handles one line and returns where the next begins.
  std::size_t take(const Line& line) {
    std::string_view content = view(line.span);
    std::string_view bare = trim(content);
    if (bare.empty()) {
      open_ = false;
      after_blank_ = true;
      return line.next;
    }
    bool after_blank = std::exchange(after_blank_, false);
    switch (bare[0]) {  // the common line, plain prose, is told by its first byte
      case '`':
      case '~':
        if (auto fence = fence_of(content); !fence.empty()) return take_fence(line, fence);
        break;
      case '<':
        if (bare.substr(0, 4) == "<!--" && !open_) return take_comment(line);
        break;
      case '>':
        add(PartKind::quote, line, blocks_.empty() || blocks_.back().kind != PartKind::quote || after_blank);
        open_ = false;
        return line.next;
      case '-':
        if (content == "-- " || (content == "--" && !markdown())) return take_rest(PartKind::signature_block, line);
        if (opens_forwarded_mail(bare)) return take_rest(PartKind::quote, line);
        break;
      case 'B':
      case 'b':
        if (opens_forwarded_mail(bare)) return take_rest(PartKind::quote, line);
        break;
      case '#':
        if (markdown() && heading_marks(bare)) return take_single(PartKind::heading, line);
        break;
      case '|':
        if (markdown()) return take_single(PartKind::code, line);
        break;
      default:
        break;
    }
    if (markdown() && open_ && is_underline(content) && !blocks_.back().list_item) {
      blocks_.back().kind = PartKind::heading;
      blocks_.back().span.end = line.span.end;
      open_ = false;
      return line.next;
    }
    if ((bare[0] == '*' || bare[0] == '-' || bare[0] == '_') && is_rule(bare) && (markdown() || bare[0] != '_')) {
      open_ = false;
      return line.next;
    }
    if (bare[0] == '[' && is_link_definition(content)) {
      open_ = false;
      return line.next;
    }
    return take_prose(line, content, after_blank);
  }

  std::size_t take_prose(const Line& line, std::string_view content, bool after_blank) {
    bool in_list = !blocks_.empty() && blocks_.back().list_item;
    if (std::size_t label = footnote_label(content)) {
      add(PartKind::paragraph, line, true);
      blocks_.back().prose = line.span.begin + label;
      blocks_.back().footnote = true;
      return line.next;
    }
    std::size_t marker = list_marker(content);
    // Mid-paragraph a dash or number at a line's start is a wrapped line, unless what stands above calls for a list.
    if (marker && (!open_ || in_list || markdown() || text_[blocks_.back().span.end - 1] == ':')) {
      add(PartKind::paragraph, line, true);
      blocks_.back().prose = line.span.begin + marker;
      blocks_.back().list_item = true;
      return line.next;
    }
    bool indented = content.substr(0, 4) == "    " || content[0] == '\t';
    if (markdown() && indented && !open_) {
      if (!in_list) {
        bool goes_on = !blocks_.empty() && blocks_.back().kind == PartKind::code && !after_blank;
        add(PartKind::code, line, !goes_on);
        open_ = false;
        return line.next;
      }
    }
    add(PartKind::paragraph, line, !open_);
    return line.next;
  }

  void add(PartKind kind, const Line& line, bool fresh) {
    if (fresh || blocks_.empty()) {
      std::size_t prose = line.span.begin + (view(line.span).size() - without_indent(view(line.span)).size());
      blocks_.push_back({kind, line.span, prose, false, false});
    } else {
      blocks_.back().span.end = line.span.end;
    }
    open_ = kind == PartKind::paragraph;
  }
  std::size_t take_single(PartKind kind, const Line& line) {
    add(kind, line, true);
    open_ = false;
    return line.next;
  }
  std::size_t take_rest(PartKind kind, const Line& line) {
    blocks_.push_back({kind, {line.span.begin, text_.size()}, line.span.begin, false, false});
    open_ = false;
    return text_.size();
  }
  std::size_t take_fence(const Line& opening, std::string_view fence) {
    std::size_t end = opening.span.end, next = opening.next;
    while (next < text_.size()) {
      Line line = line_at(text_, next);
      next = line.next;
      end = line.span.end;
      std::string_view bare = trim(view(line.span));
      if (bare.size() >= fence.size() && bare.find_first_not_of(fence[0]) == std::string_view::npos) break;
    }
    blocks_.push_back({PartKind::code, {opening.span.begin, end}, opening.span.begin, false, false});
    open_ = false;
    return next;
  }
  std::size_t take_comment(const Line& opening) {
    // Sought once for all the comments that it would end: where prose stands behind it, each of them asks.
    if (comment_end_.at <= opening.span.begin) comment_end_ = find_comment_end(opening.span.begin);
    if (comment_end_.before_prose) {
      add(PartKind::paragraph, opening, true);
      return opening.next;
    }
    blocks_.push_back({PartKind::comment, {opening.span.begin, comment_end_.at}, opening.span.begin, false, false});
    open_ = false;
    return comment_end_.next;
  }

  /// Where the comment that is open at `begin` ends, behind its mark or with the text.
  struct CommentEnd {
    std::size_t at = 0;
    std::size_t next = 0;       ///< the line behind
    bool before_prose = false;  ///< on the same line
  };
  CommentEnd find_comment_end(std::size_t begin) const {
    auto close = text_.find("-->", begin);
    std::size_t end = close == std::string_view::npos ? text_.size() : close + 3;
    Line last = line_at(text_, end);
    return {end, last.next, !trim(text_.substr(end, last.span.end - end)).empty()};
  }

  std::string_view text_;
  Format format_;
  std::vector<Block> blocks_;
  bool open_ = false;  // the last block is prose and the next line may go on with it
  bool after_blank_ = true;
  CommentEnd comment_end_;  // the first one behind the comment that was opened last
};

}  // namespace

Line line_at(std::string_view text, std::size_t begin) {
  // In steps that grow: where only one of the two marks is in use, the search for the other would run through the
  // whole text at each line.
  for (std::size_t from = begin, step = 256; from < text.size(); from += step, step *= 2) {
    std::string_view piece = text.substr(from, step);
    std::size_t stop = std::min(piece.find('\n'), piece.size());
    stop = std::min(piece.substr(0, stop).find('\r'), stop);
    if (stop == piece.size()) continue;
    stop += from;
    bool two = text[stop] == '\r' && stop + 1 < text.size() && text[stop + 1] == '\n';
    return {{begin, stop}, stop + (two ? 2 : 1)};
  }
  return {{begin, std::max(begin, text.size())}, std::max(begin, text.size())};
}

std::vector<Block> split_blocks(std::string_view text, std::size_t begin, Format format) {
  return Splitter(text, format).split(begin);
}

}  // namespace afterword
