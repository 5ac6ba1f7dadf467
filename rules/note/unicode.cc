#include "rules/note/unicode.h"

#define UTF8PROC_STATIC  // the archive is linked
#include <utf8proc.h>

#include <algorithm>
#include <vector>

namespace afterword {

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

void append(std::string& out, std::int32_t point) {
  utf8proc_uint8_t bytes[4];
  auto size = utf8proc_encode_char(point, bytes);
  out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

/// Letters that carry a stroke or are joined and so do not decompose.
std::string_view plain_of(std::int32_t point) {
  switch (point) {
    case 0x142:
      return "l";  // ł
    case 0xF8:
      return "o";  // ø
    case 0x111:
      return "d";  // đ
    case 0xF0:
      return "d";  // ð
    case 0x131:
      return "i";  // dotless i
    case 0xE6:
      return "ae";
    case 0x153:
      return "oe";
    case 0xDF:
      return "ss";
    case 0xFE:
      return "th";  // þ
    default:
      return {};
  }
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) {
  auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1};
  utf8proc_int32_t point = -1;
  auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                               static_cast<utf8proc_ssize_t>(text.size() - at), &point);
  if (size <= 0) return {-1, 1};
  return {point, static_cast<std::size_t>(size)};
}

bool is_letter(std::int32_t point) {
  if (point < 0x80) return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z');
  auto category = utf8proc_category(point);
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME;
}

bool is_upper(std::int32_t point) {
  if (point < 0x80) return point >= 'A' && point <= 'Z';
  auto category = utf8proc_category(point);
  return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

bool is_digit(std::int32_t point) { return point >= '0' && point <= '9'; }

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      out += lower(text[at++]);
      continue;
    }
    auto [point, size] = code_point_at(text, at);
    if (point == 0x2019 || point == 0x2BC) {
      out += '\'';
    } else if (point < 0) {
      out += text[at];
    } else {
      append(out, utf8proc_tolower(point));
    }
    at += size;
  }
  return out;
}

std::string fold_plain(std::string_view text) {
  std::string folded = fold(text);
  if (std::all_of(folded.begin(), folded.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
    return folded;
  std::string out;
  for (std::size_t at = 0; at < folded.size();) {
    auto [point, size] = code_point_at(folded, at);
    if (point < 0x80) {
      out += folded[at];
    } else if (auto plain = plain_of(point); !plain.empty()) {
      out += plain;
    } else {
      utf8proc_int32_t parts[8];
      int boundary = 0;
      auto count = utf8proc_decompose_char(point, parts, 8, UTF8PROC_DECOMPOSE, &boundary);
      for (auto i = 0; i < std::min<utf8proc_ssize_t>(count, 8); ++i) {
        auto category = utf8proc_category(parts[i]);
        if (category != UTF8PROC_CATEGORY_MN && category != UTF8PROC_CATEGORY_ME) append(out, parts[i]);
      }
    }
    at += size;
  }
  return out;
}

bool is_in_other_script(std::string_view text) {
  constexpr std::size_t most = 2000;
  constexpr std::int32_t first_greek = 0x370, end_of_greek_extended = 0x2000, first_kana = 0x3000;
  // Most text is ASCII to its last byte: told before it is taken apart.
  text = text.substr(0, most);
  if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) return false;
  std::size_t latin = 0, other = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto [point, size] = code_point_at(text, at);
    at += size;
    const bool latin_extended = point >= 0x1E00 && point < 0x1F00;
    if (point >= first_greek && !latin_extended && (point < end_of_greek_extended || point >= first_kana))
      other += is_letter(point) ? 1 : 0;
    else
      latin += is_letter(point) ? 1 : 0;
  }
  return other > 2 * latin;
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    auto [point, size] = code_point_at(text, at);
    if (point < 0) return false;
    at += size;
  }
  return true;
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

bool starts_with_folded(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() && equal_folded(text.substr(0, prefix.size()), prefix);
}

bool equal_folded(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

bool is_capitalised(std::string_view text) { return !text.empty() && is_upper(code_point_at(text, 0).point); }

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  auto decode = [](std::string_view text) {
    std::vector<std::int32_t> points;
    for (std::size_t at = 0; at < text.size();) {
      auto [point, size] = code_point_at(text, at);
      points.push_back(point);
      at += size;
    }
    return points;
  };
  auto x = decode(a), y = decode(b);
  if (std::max(x.size(), y.size()) - std::min(x.size(), y.size()) > limit) return limit + 1;
  std::vector<std::size_t> before(y.size() + 1), row(y.size() + 1), next(y.size() + 1);
  for (std::size_t j = 0; j <= y.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= x.size(); ++i) {
    next[0] = i;
    for (std::size_t j = 1; j <= y.size(); ++j) {
      next[j] = std::min({row[j] + 1, next[j - 1] + 1, row[j - 1] + (x[i - 1] == y[j - 1] ? 0u : 1u)});
      if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
        next[j] = std::min(next[j], before[j - 2] + 1);
    }
    std::swap(before, row);
    std::swap(row, next);
  }
  return std::min(row[y.size()], limit + 1);
}

}  // namespace afterword
