// Keys and values with their places: what front matter, mail headers and interview.yaml have in common.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/note/span.h"

namespace afterword {

/// A scalar, its bytes in the text it was read from (quotes included).
struct FieldValue {
  std::string text;
  Span span;
};

/// One `key: value` or `key: [values]`; a nested map is kept as `children`.
struct Field {
  std::string key;
  Span key_span;
  std::vector<FieldValue> values;            ///< one for a scalar, several for a list, none for an empty value
  std::vector<std::vector<Field>> children;  ///< a map, or a list of maps
  bool list = false;                         ///< values or children stand in a list
};

/// From its key to the last byte that was read of it, brackets and quotation marks behind that aside.
Span span_of(const Field& field);

struct Fields {
  Span span;  ///< the whole block, fences of front matter included; empty where there is none
  /// Where the closing fence of front matter begins, in bytes: a further line of it goes there. Nothing while it is
  /// still being typed.
  std::optional<std::size_t> closing_fence;
  bool flow = false;  ///< YAML written as {key: value, ...}, where a further line would be a fault
  std::vector<Field> entries;
  std::string fault;  ///< empty, or why the block could not be read in full, in our own words
  Span fault_span;

  /// The first entry of that key, in any letter case, or null.
  const Field* find(std::string_view key) const;
};

/// Facts and settings are a page at most, and YAML's own cost grows with the text: what is longer is refused, be it
/// front matter or a file.
inline constexpr std::size_t most_yaml_bytes = 64 << 10;

/// Reads YAML (yaml-cpp): a map of scalars, lists and at most three levels of maps. `base` is added to all spans.
/// Anchors, aliases and tags are refused as a fault. Entries before a fault stay, but for the one that it cut short:
/// of that nobody knows where it was meant to end.
Fields read_yaml(std::string_view yaml, std::size_t base);

/// Reads RFC 5322 header lines, folded ones joined, encoded words (RFC 2047) decoded. `base` as above.
Fields read_mail_headers(std::string_view block, std::size_t base);

}  // namespace afterword
