#include "protocol/lsp/line_index.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <string>
#include <vector>

using namespace afterword::lsp;

namespace {

// The plain reading of the specification, one unit at a time: what LineIndex must agree with.
struct Unit {
  std::size_t byte;  // of the code point
  Position at;
};

std::size_t naive_size(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const auto follows = [&](std::size_t n) {
    for (std::size_t i = 1; i <= n; ++i)
      if (at + i >= text.size() || byte(i) < 0x80 || byte(i) > 0xBF) return false;
    return true;
  };
  std::uint32_t value = 0;
  if (byte(0) >= 0xC0 && byte(0) < 0xE0 && follows(1)) {
    value = (byte(0) & 0x1Fu) << 6 | (byte(1) & 0x3Fu);
    return value >= 0x80 ? 2 : 1;
  }
  if (byte(0) >= 0xE0 && byte(0) < 0xF0 && follows(2)) {
    value = (byte(0) & 0x0Fu) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu);
    return value >= 0x800 && (value < 0xD800 || value > 0xDFFF) ? 3 : 1;
  }
  if (byte(0) >= 0xF0 && byte(0) < 0xF8 && follows(3)) {
    value = (byte(0) & 0x07u) << 18 | (byte(1) & 0x3Fu) << 12 | (byte(2) & 0x3Fu) << 6 | (byte(3) & 0x3Fu);
    return value >= 0x10000 && value <= 0x10FFFF ? 4 : 1;
  }
  return 1;
}

// Every code point's place, and each line's end; the last is the text's end.
std::vector<Unit> naive_units(std::string_view text, PositionEncoding encoding) {
  std::vector<Unit> units;
  Position at;
  std::size_t byte = 0;
  while (byte < text.size()) {
    units.push_back({byte, at});
    if (text[byte] == '\n' || text[byte] == '\r') {
      byte += text[byte] == '\r' && byte + 1 < text.size() && text[byte + 1] == '\n' ? 2 : 1;
      at = {at.line + 1, 0};
      continue;
    }
    const std::size_t size = naive_size(text, byte);
    at.character += static_cast<std::uint32_t>(encoding == PositionEncoding::utf8                 ? size
                                               : encoding == PositionEncoding::utf16 && size == 4 ? 2
                                                                                                  : 1);
    byte += size;
  }
  units.push_back({byte, at});
  return units;
}

std::size_t naive_offset(const std::vector<Unit>& units, Position wanted) {
  if (wanted.line > units.back().at.line) return units.back().byte;
  std::size_t found = 0;
  for (const Unit& unit : units)
    if (unit.at <= wanted) found = unit.byte;
  return found;
}

Position naive_position(const std::vector<Unit>& units, std::size_t offset) {
  Position found;
  for (const Unit& unit : units)
    if (unit.byte <= offset) found = unit.at;
  return found;
}

std::string random_text(std::mt19937& random, std::size_t most) {
  static const std::vector<std::string> pieces = {"a",
                                                  "b c",
                                                  "\n",
                                                  "\r\n",
                                                  "\r",
                                                  "\xC3\xA9",
                                                  "\xE2\x82\xAC",
                                                  "\xF0\x9F\x98\x80",
                                                  "\xFF",
                                                  "\x80",
                                                  "\xE2\x82",
                                                  "\xF0\x9F",
                                                  "plain words, a few"};
  std::string text;
  for (std::size_t i = random() % (most + 1); i > 0; --i) text += pieces[random() % pieces.size()];
  return text;
}

constexpr PositionEncoding encodings[] = {PositionEncoding::utf8, PositionEncoding::utf16, PositionEncoding::utf32};

std::vector<std::size_t> starts_of(const LineIndex& index) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < index.line_count(); ++i) starts.push_back(index.line_start(i));
  return starts;
}

}  // namespace

TEST_CASE("positions off the text land where the contract says") {
  const std::string text =
      "ab\r\nc\xF0\x9F\x98\x80"
      "d\rlast";
  const LineIndex index(text);
  CHECK(index.line_count() == 3);
  CHECK(index.to_offset(text, {0, 99}, PositionEncoding::utf16) == 2);
  CHECK(index.to_offset(text, {0, 3}, PositionEncoding::utf16) == 2);
  CHECK(index.to_offset(text, {9, 0}, PositionEncoding::utf16) == text.size());
  CHECK(index.to_offset(text, {2147483647, 2147483647}, PositionEncoding::utf8) == text.size());
  CHECK(index.to_offset(text, {1, 4294967295u}, PositionEncoding::utf32) == 10);
  // Inside the pair of surrogates, and inside the four bytes.
  CHECK(index.to_offset(text, {1, 2}, PositionEncoding::utf16) == 5);
  CHECK(index.to_offset(text, {1, 3}, PositionEncoding::utf16) == 9);
  CHECK(index.to_offset(text, {1, 4}, PositionEncoding::utf8) == 5);
  CHECK(index.to_offset(text, {1, 2}, PositionEncoding::utf32) == 9);
  CHECK(index.to_position(text, 3, PositionEncoding::utf16) == Position{0, 2});
  CHECK(index.to_position(text, 7, PositionEncoding::utf16) == Position{1, 1});
  CHECK(index.to_position(text, 999, PositionEncoding::utf16) == Position{2, 4});
  const LineIndex none{std::string_view()};
  CHECK(none.to_offset("", {5, 5}, PositionEncoding::utf16) == 0);
}

TEST_CASE("the index agrees with a plain reading of the specification") {
  std::mt19937 random(1);
  for (int round = 0; round < 1500; ++round) {
    const std::string text = random_text(random, 24);
    const LineIndex index(text);
    for (const PositionEncoding encoding : encodings) {
      const std::vector<Unit> units = naive_units(text, encoding);
      CHECK(index.line_count() == units.back().at.line + 1);
      for (std::size_t offset = 0; offset <= text.size(); ++offset)
        CHECK(index.to_position(text, offset, encoding) == naive_position(units, offset));
      for (std::uint32_t line = 0; line < index.line_count() + 2; ++line)
        for (std::uint32_t character = 0; character < 24; ++character)
          CHECK(index.to_offset(text, {line, character}, encoding) == naive_offset(units, {line, character}));
      for (const Unit& unit : units) CHECK(index.to_offset(text, unit.at, encoding) == unit.byte);
    }
  }
}

TEST_CASE("an edited index is the index of the edited text") {
  std::mt19937 random(2);
  for (int round = 0; round < 300; ++round) {
    std::string text = random_text(random, 12);
    LineIndex index(text);
    for (int edit = 0; edit < 40; ++edit) {
      const std::size_t begin = random() % (text.size() + 1);
      const std::size_t removed = random() % 3 ? random() % 4 % (text.size() - begin + 1) : 0;
      const std::string added = random_text(random, 3);
      text.replace(begin, removed, added);
      index.edit(text, begin, removed, added.size());
      CHECK(starts_of(index) == starts_of(LineIndex(text)));
    }
  }
}

TEST_CASE("changes are carried out as the client sent them") {
  std::string text = "Hi Dana,\nthanks.\n";
  LineIndex lines(text);
  CHECK(apply_change(text, lines, {Range{{0, 3}, {0, 7}}, "Luis"}, PositionEncoding::utf16));
  CHECK(text == "Hi Luis,\nthanks.\n");
  // Some editors delete to a line past the end.
  CHECK(apply_change(text, lines, {Range{{1, 6}, {7, 0}}, "!"}, PositionEncoding::utf16));
  CHECK(text == "Hi Luis,\nthanks!");
  CHECK_FALSE(apply_change(text, lines, {Range{{1, 2}, {1, 1}}, "x"}, PositionEncoding::utf16));
  CHECK(text == "Hi Luis,\nthanks!");
  CHECK(apply_change(text, lines, {std::nullopt, "a\nb"}, PositionEncoding::utf16));
  CHECK(text == "a\nb");
  CHECK(lines.line_count() == 2);
}

TEST_CASE("the encoding is the client's first known choice") {
  const std::vector<std::string> none;
  const std::vector<std::string> odd = {"utf-7", "utf-32", "utf-8"};
  CHECK(choose_encoding(none) == PositionEncoding::utf16);
  CHECK(choose_encoding(odd) == PositionEncoding::utf32);
  CHECK(name_of(choose_encoding(std::vector<std::string>{"utf-8"})) == "utf-8");
}
