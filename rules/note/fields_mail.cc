#include <algorithm>
#include <array>
#include <cstdint>

#include "rules/note/fields.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

void append_utf8(std::string& out, std::uint32_t point) {
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += static_cast<char>(0xC0 | (point >> 6));
    out += static_cast<char>(0x80 | (point & 63));
  } else {
    out += static_cast<char>(0xE0 | (point >> 12));
    out += static_cast<char>(0x80 | ((point >> 6) & 63));
    out += static_cast<char>(0x80 | (point & 63));
  }
}

std::string decode_base64(std::string_view text) {
  std::string out;
  std::uint32_t bits = 0;
  int have = 0;
  for (char c : text) {
    int value = c >= 'A' && c <= 'Z'   ? c - 'A'
                : c >= 'a' && c <= 'z' ? c - 'a' + 26
                : c >= '0' && c <= '9' ? c - '0' + 52
                : c == '+'             ? 62
                : c == '/'             ? 63
                                       : -1;
    if (value < 0) continue;
    bits = (bits << 6) | static_cast<std::uint32_t>(value);
    have += 6;
    if (have >= 8) {
      have -= 8;
      out += static_cast<char>((bits >> have) & 0xFF);
    }
  }
  return out;
}

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

std::string decode_q(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '_') {
      out += ' ';
    } else if (text[i] == '=' && i + 2 < text.size() && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0) {
      out += static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

// Unicode's table (CP1252.TXT) from 0x80 on; U+FFFD where windows-1252 has no character.
constexpr std::array<std::uint16_t, 32> windows_1252 = {0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                                        0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

/// For iso-8859-1 as well, as the WHATWG's Encoding Standard has it: nobody means the control characters that this has
/// from 0x80 to 0x9F.
std::uint32_t from_windows_1252(unsigned char byte) {
  return byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80u] : byte;
}

/// iso-8859-15 is iso-8859-1 but for eight characters.
std::uint32_t from_latin_9(unsigned char byte) {
  switch (byte) {
    case 0xA4:
      return 0x20AC;
    case 0xA6:
      return 0x0160;
    case 0xA8:
      return 0x0161;
    case 0xB4:
      return 0x017D;
    case 0xB8:
      return 0x017E;
    case 0xBC:
      return 0x0152;
    case 0xBD:
      return 0x0153;
    case 0xBE:
      return 0x0178;
    default:
      return byte;
  }
}

/// One encoded word, "=?charset?B or Q?text?="; nothing when the charset is none of those mail is written in.
bool decode_word(std::string_view word, std::string& out) {
  word = word.substr(2, word.size() - 4);
  auto first = word.find('?');
  if (first == std::string_view::npos || first + 2 >= word.size() || word[first + 2] != '?') return false;
  std::string_view charset = word.substr(0, std::min(first, word.find('*')));
  char encoding = word[first + 1];
  std::string_view payload = word.substr(first + 3);
  std::string bytes;
  if (encoding == 'B' || encoding == 'b')
    bytes = decode_base64(payload);
  else if (encoding == 'Q' || encoding == 'q')
    bytes = decode_q(payload);
  else
    return false;
  if (equal_folded(charset, "utf-8") || equal_folded(charset, "us-ascii")) {
    if (!is_utf8(bytes)) return false;
    out += bytes;
    return true;
  }
  bool latin_9 = equal_folded(charset, "iso-8859-15");
  if (!latin_9 && !equal_folded(charset, "iso-8859-1") && !equal_folded(charset, "windows-1252")) return false;
  for (char c : bytes) {
    auto byte = static_cast<unsigned char>(c);
    append_utf8(out, latin_9 ? from_latin_9(byte) : from_windows_1252(byte));
  }
  return true;
}

// RFC 2047 allows an encoded word 75 bytes and its line 76; senders that do not care still keep to RFC 5322's longest
// line. Without a bound each "=?" that nothing closes would be searched to the text's end.
constexpr std::size_t longest_word = 998;

/// The encoded word that `text` begins with, from "=?" to "?="; empty where none is closed.
std::string_view encoded_word(std::string_view text) {
  auto second = text.find('?', 2);
  auto third = second == std::string_view::npos ? second : text.find('?', second + 1);
  auto end = third == std::string_view::npos ? third : text.find("?=", third + 1);
  return end == std::string_view::npos ? std::string_view{} : text.substr(0, end + 2);
}

/// RFC 2047, section 6.2: white space between two encoded words is no text.
std::string decode_words(std::string_view text) {
  std::string out;
  bool after_word = false;
  for (std::size_t at = 0; at < text.size();) {
    auto start = text.find("=?", at);
    if (start == std::string_view::npos) start = text.size();
    std::string_view between = text.substr(at, start - at);
    std::string_view word = encoded_word(text.substr(start, longest_word));
    std::string decoded;
    bool is_word = !word.empty() && decode_word(word, decoded);
    if (!(is_word && after_word && trim(between).empty())) out += between;
    if (start == text.size()) break;
    if (is_word) {
      out += decoded;
      at = start + word.size();
    } else {
      out += "=?";
      at = start + 2;
    }
    after_word = is_word;
  }
  return out;
}

}  // namespace

Fields read_mail_headers(std::string_view block, std::size_t base) {
  Fields fields;
  fields.span = Span{0, block.size()}.shifted(base);
  for (std::size_t at = 0; at < block.size();) {
    auto end = std::min(block.find('\n', at), block.size());
    std::string_view line = block.substr(at, end - at);
    std::size_t start = at;
    at = end + 1;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (!line.empty() && (line[0] == ' ' || line[0] == '\t')) {  // folded: goes on
      if (fields.entries.empty() || fields.entries.back().values.empty()) continue;
      FieldValue& value = fields.entries.back().values.back();
      value.text += ' ';
      value.text += trim(line);
      value.span.end = start + line.size() + base;
      continue;
    }
    auto colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    std::string_view text = trim(line.substr(colon + 1));
    std::size_t text_at =
        text.empty() ? start + line.size() : start + static_cast<std::size_t>(text.data() - line.data());
    Field field{std::string(line.substr(0, colon)), Span{start, start + colon}.shifted(base), {}, {}};
    field.values.push_back({std::string(text), Span{text_at, text_at + text.size()}.shifted(base)});
    fields.entries.push_back(std::move(field));
  }
  for (Field& field : fields.entries)
    for (FieldValue& value : field.values)
      if (value.text.find("=?") != std::string::npos) value.text = decode_words(value.text);
  return fields;
}

}  // namespace afterword
