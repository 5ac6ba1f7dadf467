// What reports have in common: places as people count them, members of JSON objects, numbers of things.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "protocol/jsonrpc/json_writer.h"
#include "protocol/jsonrpc/utf8.h"
#include "protocol/lsp/line_index.h"

namespace afterword::cli {

using jsonrpc::JsonWriter;

/// Bytes to lines and columns counted from 1, columns in code points. It counts on (or back) from the place before, for
/// they come close to each other: a line of many findings costs its length, not its square.
class Places {
 public:
  explicit Places(std::string_view text) : text_(text), lines_(text) {}

  lsp::Position at(std::size_t byte) {
    const std::size_t line = lines_.line_of(byte);
    byte = std::min(byte, lines_.line_end(text_, line));
    if (line != line_) line_ = line, byte_ = lines_.line_start(line), column_ = 1;
    if (byte < byte_)
      column_ -= std::min(column_ - 1, code_points(byte, byte_));
    else
      column_ += code_points(byte_, byte);
    byte_ = byte;
    return {static_cast<std::uint32_t>(line_ + 1), static_cast<std::uint32_t>(column_)};
  }

 private:
  std::size_t code_points(std::size_t begin, std::size_t end) const {
    std::size_t count = 0;
    for (; begin < end; ++count) begin += utf8::step(text_, begin).size;
    return count;
  }

  std::string_view text_;
  lsp::LineIndex lines_;
  std::size_t line_ = 0, byte_ = 0, column_ = 1;  ///< the place before; the line from 0
};

inline void member(JsonWriter& to, std::string_view name, std::string_view value) {
  to.key(name);
  to.string(value);
}
inline void member(JsonWriter& to, std::string_view name, std::size_t value) {
  to.key(name);
  to.number(static_cast<std::int64_t>(value));
}
inline void member(JsonWriter& to, std::string_view name, bool value) {
  to.key(name);
  to.boolean(value);
}

inline void place(JsonWriter& to, std::string_view name, std::size_t byte, Places& places) {
  lsp::Position position = places.at(byte);
  to.key(name);
  to.begin_object();
  member(to, "byte", byte);
  member(to, "line", static_cast<std::size_t>(position.line));
  member(to, "column", static_cast<std::size_t>(position.character));
  to.end_object();
}

inline std::string plural(std::size_t count, std::string_view word) {
  return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

}  // namespace afterword::cli
