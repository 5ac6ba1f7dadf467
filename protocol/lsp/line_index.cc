#include "protocol/lsp/line_index.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "protocol/jsonrpc/utf8.h"

namespace afterword::lsp {
namespace {

constexpr std::array<std::string_view, 3> encoding_names = {"utf-8", "utf-16", "utf-32"};

// Calls `found(offset)` for each line start in (begin, end] of the text, and for `begin` itself if it is one.
template <class F>
void find_starts(std::string_view text, std::size_t begin, std::size_t end, F found) {
  std::size_t at = begin == 0 ? 0 : begin - 1;  // the terminator before a line start
  while (at < end) {
    const char c = text[at];
    if (c == '\n' || (c == '\r' && (at + 1 == text.size() || text[at + 1] != '\n'))) found(at + 1);
    ++at;
  }
}

// How many units the code point of `bytes` bytes counts.
constexpr std::size_t units(std::size_t bytes, PositionEncoding encoding) {
  if (encoding == PositionEncoding::utf16) return bytes == 4 ? 2 : 1;
  return 1;
}

// Bytes from the line's beginning to its `character`-th unit, rounded down to a code point.
std::size_t bytes_in(std::string_view line, std::size_t character, PositionEncoding encoding) {
  if (encoding == PositionEncoding::utf8) {
    std::size_t at = std::min(character, line.size());
    // A continuation byte inside a valid code point goes back to its lead; stray ones stand for themselves.
    for (std::size_t back = 1; back <= 3 && back <= at; ++back) {
      const std::size_t lead = at - back;
      if (at < line.size() && utf8::is_continuation(line[at]) && utf8::step(line, lead).size > back) return lead;
    }
    return at;
  }
  std::size_t at = 0;
  std::size_t counted = 0;
  while (at < line.size() && counted < character) {
    const std::size_t ascii = utf8::ascii_run(line.substr(0, std::min(line.size(), at + (character - counted))), at);
    at += ascii;
    counted += ascii;
    if (at == line.size() || counted == character) break;
    const std::size_t size = utf8::step(line, at).size;
    if (counted + units(size, encoding) > character) break;  // between the halves of a surrogate pair
    counted += units(size, encoding);
    at += size;
  }
  return at;
}

}  // namespace

std::string_view name_of(PositionEncoding encoding) { return encoding_names[static_cast<std::size_t>(encoding)]; }

PositionEncoding choose_encoding(std::span<const std::string> offered) {
  for (const std::string& name : offered) {
    const auto found = std::find(encoding_names.begin(), encoding_names.end(), name);
    if (found != encoding_names.end()) return static_cast<PositionEncoding>(found - encoding_names.begin());
  }
  return PositionEncoding::utf16;
}

LineIndex::LineIndex(std::string_view text) {
  find_starts(text, 0, text.size(), [&](std::size_t start) { starts_.push_back(static_cast<std::uint32_t>(start)); });
}

// Whether a place is a line start is decided by the bytes right before and after it. So starts before `begin` and
// behind the end of what was removed stand; what lies between is read from the new text.
void LineIndex::edit(std::string_view text, std::size_t begin, std::size_t removed, std::size_t added) {
  const auto first = std::lower_bound(starts_.begin() + 1, starts_.end(), begin);
  const auto last = std::upper_bound(first, starts_.end(), begin + removed);
  for (auto start = last; start != starts_.end(); ++start)
    *start = static_cast<std::uint32_t>(*start + added - removed);
  std::vector<std::uint32_t> fresh;
  find_starts(text, begin, begin + added,
              [&](std::size_t start) { fresh.push_back(static_cast<std::uint32_t>(start)); });
  const auto reused = std::min<std::ptrdiff_t>(last - first, static_cast<std::ptrdiff_t>(fresh.size()));
  const auto rest = std::copy_n(fresh.begin(), reused, first);
  if (rest != last)
    starts_.erase(rest, last);
  else
    starts_.insert(rest, fresh.begin() + reused, fresh.end());
}

std::size_t LineIndex::line_end(std::string_view text, std::size_t line) const {
  if (line + 1 == starts_.size()) return text.size();
  const std::size_t next = starts_[line + 1];
  const bool two = text[next - 1] == '\n' && next - starts_[line] >= 2 && text[next - 2] == '\r';
  return next - (two ? 2 : 1);
}

std::size_t LineIndex::line_of(std::size_t offset) const {
  return static_cast<std::size_t>(std::upper_bound(starts_.begin(), starts_.end(), offset) - starts_.begin()) - 1;
}

std::size_t LineIndex::to_offset(std::string_view text, Position position, PositionEncoding encoding) const {
  if (position.line >= starts_.size()) return text.size();
  const std::size_t start = starts_[position.line];
  const std::string_view line = text.substr(start, line_end(text, position.line) - start);
  return start + bytes_in(line, position.character, encoding);
}

Position LineIndex::to_position(std::string_view text, std::size_t offset, PositionEncoding encoding) const {
  offset = std::min(offset, text.size());
  const std::size_t number = line_of(offset);
  const std::size_t start = starts_[number];
  const std::string_view line = text.substr(start, line_end(text, number) - start);
  const std::size_t end = bytes_in(line, offset - start, PositionEncoding::utf8);
  std::size_t character = end;
  if (encoding != PositionEncoding::utf8) {
    character = 0;
    for (std::size_t at = 0; at < end;) {
      const std::size_t ascii = utf8::ascii_run(line.substr(0, end), at);
      at += ascii;
      character += ascii;
      if (at >= end) break;
      const std::size_t size = utf8::step(line, at).size;
      character += units(size, encoding);
      at += size;
    }
  }
  return {static_cast<std::uint32_t>(number), static_cast<std::uint32_t>(character)};
}

bool apply_change(std::string& text, LineIndex& lines, const TextDocumentContentChangeEvent& change,
                  PositionEncoding encoding) {
  if (!change.range) {
    text = change.text;
    lines = LineIndex(text);
    return true;
  }
  if (change.range->end < change.range->start) return false;
  const std::size_t begin = lines.to_offset(text, change.range->start, encoding);
  const std::size_t end = lines.to_offset(text, change.range->end, encoding);
  text.replace(begin, end - begin, change.text);
  lines.edit(text, begin, end - begin, change.text.size());
  return true;
}

}  // namespace afterword::lsp
