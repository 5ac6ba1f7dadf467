// The little of Unicode that judging a note needs, over utf8proc. Everything takes UTF-8 and tolerates bytes
// that are none: each such byte is one unknown character.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace afterword {

/// A decoded code point and how many bytes it takes (1 for a byte that starts none; `point` is then -1).
struct CodePoint {
  std::int32_t point = -1;
  std::size_t size = 1;
};
/// The code point at byte `at` (< text.size()).
CodePoint code_point_at(std::string_view text, std::size_t at);

bool is_letter(std::int32_t point);
bool is_upper(std::int32_t point);
bool is_digit(std::int32_t point);

/// Lower case, typographic apostrophes made plain; accents are kept.
std::string fold(std::string_view text);
/// fold(), accents taken off as well: "Zoë" and "Zoe", "Łukasz" and "Lukasz" become the same.
std::string fold_plain(std::string_view text);

/// Whether letters of Cyrillic, Greek, Arabic, Chinese and other scripts outnumber Latin ones by far. Looks at the
/// first 2,000 bytes.
bool is_in_other_script(std::string_view text);

bool is_utf8(std::string_view text);
std::size_t code_points(std::string_view text);  ///< how many

std::string_view trim(std::string_view text);  ///< ASCII white space off both ends
/// Case-insensitive in ASCII.
bool starts_with_folded(std::string_view text, std::string_view prefix);
bool equal_folded(std::string_view a, std::string_view b);
/// True where the text opens with an upper-case letter.
bool is_capitalised(std::string_view text);

/// Edits (insert, delete, replace, swap of neighbours) that turn one into the other, at most `limit` + 1;
/// counted in code points.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

}  // namespace afterword
