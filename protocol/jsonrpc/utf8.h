// UTF-8 one code point at a time, total over any bytes. Pure functions, any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace afterword::utf8 {

/// One step through the text: `size` bytes (1 to 4) that hold one code point, or one byte that is no UTF-8.
struct Step {
  std::uint8_t size = 1;
  bool valid = false;
};

inline bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// Reads at byte `at` (< text.size()). Refuses overlong forms, surrogates and what lies beyond U+10FFFF (the table of
/// well-formed sequences in the Unicode Standard, section 3.9).
inline Step step(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const std::size_t left = text.size() - at;
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {1, true};
  if (lead < 0xC2 || lead > 0xF4) return {1, false};
  if (left < 2 || !is_continuation(text[at + 1])) return {1, false};
  if (lead < 0xE0) return {2, true};
  const unsigned char second = byte(1);
  if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) || (lead == 0xF0 && second < 0x90) ||
      (lead == 0xF4 && second > 0x8F))
    return {1, false};
  if (left < 3 || !is_continuation(text[at + 2])) return {1, false};
  if (lead < 0xF0) return {3, true};
  if (left < 4 || !is_continuation(text[at + 3])) return {1, false};
  return {4, true};
}

/// How many bytes from `at` on are ASCII.
std::size_t ascii_run(std::string_view text, std::size_t at);

/// True when every byte belongs to a code point.
bool is_valid(std::string_view text);

}  // namespace afterword::utf8
