// Where the lines of a text begin, and from there LSP positions to byte offsets and back. The encoding of a session
// lives at this edge; everything inside counts bytes. A value that goes with one version of a text, which it does not
// hold: callers hand in the text it was made of. Immutable but for edit(); any thread may read one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/lsp/basic_types.h"
#include "protocol/lsp/document_types.h"

namespace afterword::lsp {

/// What `Position::character` counts: bytes, UTF-16 code units or code points.
enum class PositionEncoding : std::uint8_t { utf8, utf16, utf32 };

/// "utf-8", "utf-16", "utf-32".
std::string_view name_of(PositionEncoding encoding);

/// The first one of the client's list that is known here; utf-16 where none is, as the specification has it.
PositionEncoding choose_encoding(std::span<const std::string> offered);

class LineIndex {
 public:
  LineIndex() = default;
  /// Of a text below 4 GiB. Lines end with \n, \r\n or \r.
  explicit LineIndex(std::string_view text);

  /// Takes over a change: `text` is the text after it, in which the bytes [begin, begin + added) replaced `removed`
  /// bytes of the text before. Costs what was added, and a pass over the later line starts.
  void edit(std::string_view text, std::size_t begin, std::size_t removed, std::size_t added);

  /// At least 1: a text that ends with a line end has an empty last line.
  std::size_t line_count() const { return starts_.size(); }
  /// Byte offset of a line's first byte; `line` < line_count().
  std::size_t line_start(std::size_t line) const { return starts_[line]; }
  /// Byte offset of the line's end, before its terminator.
  std::size_t line_end(std::string_view text, std::size_t line) const;
  /// The line that holds byte `offset`; an offset past the text is in the last one.
  std::size_t line_of(std::size_t offset) const;

  /// Byte offset of any position a client may send: a character past the line's end is the line's end, a line past the
  /// last is the text's end, a position inside a code point is its beginning. A byte that is no UTF-8 counts as one.
  std::size_t to_offset(std::string_view text, Position position, PositionEncoding encoding) const;

  /// The position of a byte offset; one past the text is its end, one inside a code point the code point's beginning,
  /// one inside \r\n the line's end.
  Position to_position(std::string_view text, std::size_t offset, PositionEncoding encoding) const;

 private:
  std::vector<std::uint32_t> starts_{0};
};

/// Carries out one change on a text and its index. False, with nothing changed, where the range's start lies behind
/// its end.
[[nodiscard]] bool apply_change(std::string& text, LineIndex& lines, const TextDocumentContentChangeEvent& change,
                                PositionEncoding encoding);

}  // namespace afterword::lsp
