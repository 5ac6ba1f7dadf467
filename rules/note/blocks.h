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

/// Front matter: a text that opens with --- has it up to the next line of --- or "...". Where there is none yet, what
/// stands up to the first blank line counts as long as it reads as entries, so that nobody's typing is taken for prose.
struct FrontMatter {
  Span span;            ///< with its fences; empty where there is none
  Span yaml;            ///< between them, without the word that is being typed
  bool closed = false;  ///< the closing fence begins where `yaml` ends
};
FrontMatter find_front_matter(std::string_view text);

/// In mail, the header block; empty if none.
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
