// The first cut through a text: lines into blocks, before anything is known about greetings or sentences.
#pragma once

#include <string_view>
#include <vector>

#include "rules/note/note.h"

namespace afterword {

struct Block {
  PartKind kind = PartKind::paragraph;
  Span span;  ///< bytes of the text, from the first line's first byte to the last line's last, line end excluded
  std::size_t prose = 0;  ///< where prose begins, past a list marker, check box or footnote label
  bool list_item = false;
  bool footnote = false;
};

/// Front matter (if the text opens with ---) or, in mail, the header block: its span with fences, empty if none.
Span find_front_matter(std::string_view text);
Span find_mail_headers(std::string_view text);

/// Blocks from byte `begin` on, in order; blank lines, rules and link definitions give none.
std::vector<Block> split_blocks(std::string_view text, std::size_t begin, Format format);

/// The line that starts at `begin`: its bytes without the line end, and where the next one starts.
struct Line {
  Span span;
  std::size_t next = 0;
};
Line line_at(std::string_view text, std::size_t begin);

}  // namespace afterword
