#include "rules/engine/typing_slip.h"

#include <algorithm>
#include <array>
#include <string>

#include "rules/note/unicode.h"

namespace afterword {

namespace {

bool is_vowel(char letter) { return std::string_view("aeiouyj").find(letter) != std::string_view::npos; }

/// On the rows of a QWERTY keyboard; most others share them but for a few keys.
bool are_neighbours(char a, char b) {
  static constexpr auto rows = std::to_array<std::string_view>({"qwertyuiop", "asdfghjkl", "zxcvbnm"});
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const auto at = rows[row].find(a);
    if (at == std::string_view::npos) continue;
    for (std::size_t other = row > 0 ? row - 1 : 0; other < std::min(row + 2, rows.size()); ++other) {
      const auto there = rows[other].find(b);
      if (there == std::string_view::npos) continue;
      if (other == row) return there + 1 == at || at + 1 == there;
      return other > row ? there == at || there + 1 == at : there == at || there == at + 1;
    }
  }
  return false;
}

/// Letters that spell one sound in two languages: Susan and Suzan, Stefan and Stevan.
bool are_spellings(char a, char b) {
  for (std::string_view pair : {"sz", "fv", "vw", "ck", "ij", "dt", "mn"})
    if ((a == pair[0] && b == pair[1]) || (a == pair[1] && b == pair[0])) return true;
  return is_vowel(a) && is_vowel(b);
}

}  // namespace

Slip typing_slip(std::string_view written, std::string_view known) {
  const std::string a = fold_plain(written), b = fold_plain(known);
  std::size_t same = 0;
  while (same < std::min(a.size(), b.size()) && a[same] == b[same]) ++same;
  const std::string_view rest_a = std::string_view(a).substr(same), rest_b = std::string_view(b).substr(same);
  if (b.size() < 5 || same == 0 || rest_a.empty() || rest_b.empty()) return Slip::none;
  if (rest_a.size() == rest_b.size()) {
    if (rest_a.size() >= 2 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] &&
        rest_a.substr(2) == rest_b.substr(2)) {
      const bool spelling = rest_b == "re" || rest_b == "er" || rest_b == "le" || rest_b == "el";  // Centre and Center
      return spelling ? Slip::none : Slip::swapped;
    }
    const bool inner = rest_a.size() > 1 && rest_a.substr(1) == rest_b.substr(1);
    const bool key = are_neighbours(rest_a[0], rest_b[0]) && !are_spellings(rest_a[0], rest_b[0]);
    return inner && key && b.size() >= 6 ? Slip::mistyped : Slip::none;
  }
  const bool longer = a.size() > b.size();
  const std::string_view more = longer ? rest_a : rest_b, less = longer ? rest_b : rest_a;
  if (more.substr(1) != less) return Slip::none;
  if (more[0] == a[same - 1]) return Slip::doubled;
  const bool inner_vowel = !longer && is_vowel(more[0]) && same > 1 && !less.empty() && !is_vowel(less[0]);
  if (inner_vowel && b.size() >= 7) return Slip::clipped;
  const bool inner_consonant = !longer && !is_vowel(more[0]) && more[0] != 'h' && same > 1;
  return inner_consonant && b.size() >= 6 ? Slip::mistyped : Slip::none;
}

}  // namespace afterword
