#include "rules/note/characters.h"

#define UTF8PROC_STATIC  // the archive is linked
#include <utf8proc.h>

#include <algorithm>

#include "rules/note/words.h"

namespace afterword {
namespace {

constexpr bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

bool starts_link(std::string_view rest) {
  constexpr std::array<std::string_view, 5> starts = {"http://", "https://", "www.", "ftp://", "mailto:"};
  return std::any_of(starts.begin(), starts.end(), [rest](std::string_view start) {
    return rest.size() > start.size() &&
           std::equal(start.begin(), start.end(), rest.begin(), [](char a, char b) { return a == lower(b); });
  });
}

}  // namespace

bool is_currency(std::int32_t point) { return point == 0xA3 || point == 0xA5 || (point >= 0x20A0 && point <= 0x20CF); }

bool joins_words(std::int32_t point) {
  switch (point) {
    case '-':
    case '\'':
    case '.':
    case '/':
    case '&':
    case '_':
    case 0x2019:
    case 0x2010:
    case 0x2011:
      return true;
    default:
      return false;
  }
}

std::uint8_t case_flags(std::string_view word) {
  std::size_t letters = 0, capitals = 0;
  bool first_is_capital = false, inner_capital = false, after_ascii = false;
  for (std::size_t at = 0; at < word.size();) {
    const auto byte = static_cast<unsigned char>(word[at]);
    CodePoint point{byte, 1};
    if (byte >= 0x80) point = code_point_at(word, at);
    const bool ascii_letter = byte < 0x80 && is_ascii_letter(byte);
    if (ascii_letter || (byte >= 0x80 && is_letter(point.point))) {
      const bool capital = byte < 0x80 ? byte <= 'Z' : is_upper(point.point);
      ++letters;
      capitals += capital ? 1 : 0;
      first_is_capital = first_is_capital || (capital && at == 0);
      inner_capital = inner_capital || (capital && after_ascii);
    }
    after_ascii = ascii_letter;
    at += point.size;
  }
  std::uint8_t flags = 0;
  if (first_is_capital) flags |= capitalised;
  if (letters >= 2 && capitals == letters)
    flags |= all_capitals;
  else if (inner_capital)
    flags |= has_inner_mark;
  return flags;
}

void fold(std::string_view word, Folded& folded) {
  folded.size_ = 0;
  if (word.size() > folded.bytes_.size()) return;
  if (is_ascii(word)) {
    for (char c : word) folded.bytes_[folded.size_++] = lower(c);
    return;
  }
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    at += point.size;
    std::int32_t value = point.point;
    if (value < 0) value = 0xFFFD;
    if (value == 0x2019)
      value = '\'';
    else if (value == 0x2010 || value == 0x2011)
      value = '-';
    else
      value = utf8proc_tolower(value);
    std::array<utf8proc_uint8_t, 4> encoded{};
    const auto size = static_cast<std::size_t>(utf8proc_encode_char(value, encoded.data()));
    if (folded.size_ + size > folded.bytes_.size()) {
      folded.size_ = 0;
      return;
    }
    for (std::size_t i = 0; i < size; ++i) folded.bytes_[folded.size_++] = static_cast<char>(encoded[i]);
  }
}

std::size_t contraction_size(std::string_view folded) {
  constexpr std::array<std::string_view, 7> endings = {"n't", "'ll", "'ve", "'re", "'s", "'d", "'m"};
  for (std::string_view ending : endings)
    if (folded.size() > ending.size() && folded.ends_with(ending)) return ending.size();
  return 0;
}

std::size_t link_length(std::string_view text, std::size_t at) {
  const char first = lower(text[at]);
  if (first != 'h' && first != 'w' && first != 'f' && first != 'm') return 0;
  if (!starts_link(text.substr(at))) return 0;
  std::size_t end = text.find_first_of(" \t\r\n<>\"`", at);
  if (end == std::string_view::npos) end = text.size();
  while (end > at) {
    const char last = text[end - 1];
    const bool unbalanced = last == ')' && text.substr(at, end - at).find('(') == std::string_view::npos;
    if (!unbalanced && std::string_view(".,;:!?'*]").find(last) == std::string_view::npos) break;
    --end;
  }
  return end - at;
}

}  // namespace afterword
