#include "rules/note/near_words.h"

#include <algorithm>

#include "rules/note/unicode.h"

namespace afterword {

namespace {

/// A word that is longer than any of ours is none of them; comparing costs the square of the length.
constexpr std::size_t longest_word = 64;

/// Of four letters one may be wrong; of more, about a third. "sent" and "send" are near, "to" and "toc" are not.
std::size_t most_slips(std::size_t length) { return length < 4 ? 0 : std::min<std::size_t>(3, (length + 1) / 4); }

std::string comparable(std::string_view word) {
  std::string folded = fold(trim(word));
  std::replace(folded.begin(), folded.end(), '_', '-');
  return folded;
}

}  // namespace

std::vector<std::string_view> near_words(std::string_view typed, std::span<const std::string_view> known) {
  if (typed.size() > longest_word) return {};
  const std::string word = comparable(typed);
  std::vector<std::string_view> near;
  std::size_t least = most_slips(code_points(word));
  for (std::string_view one : known) {
    const std::size_t distance = edit_distance(word, one, least);
    if (distance > least) continue;
    if (distance < least) near.clear();
    least = distance;
    near.push_back(one);
  }
  return near;
}

std::string alternatives(std::span<const std::string_view> near) {
  std::string out;
  for (std::string_view one : near) {
    out += out.empty() ? "'" : " or '";
    out += one;
    out += "'";
  }
  return out;
}

std::string did_you_mean(std::span<const std::string_view> near) {
  return near.empty() ? std::string() : " Did you mean " + alternatives(near) + "?";
}

}  // namespace afterword
