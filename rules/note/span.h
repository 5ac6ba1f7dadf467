// A half-open range of bytes in UTF-8 text: the only kind of position inside rules/. Encodings
// (UTF-16 and the like) live at the edge, in protocol/lsp/line_index.h.
#pragma once

#include <cstddef>

namespace afterword {

struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  constexpr std::size_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(std::size_t at) const { return begin <= at && at < end; }
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  constexpr Span shifted(std::size_t by) const { return {begin + by, end + by}; }
  constexpr bool operator==(const Span&) const = default;
};

}  // namespace afterword
