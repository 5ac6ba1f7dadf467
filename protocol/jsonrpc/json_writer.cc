#include "protocol/jsonrpc/json_writer.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>
#include <iterator>

#include "protocol/jsonrpc/utf8.h"

namespace afterword::jsonrpc {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

// True for the bytes that can be copied as they stand.
constexpr std::array<bool, 256> plain_bytes() {
  std::array<bool, 256> plain{};
  for (std::size_t byte = 0x20; byte < 0x80; ++byte) plain[byte] = byte != '"' && byte != '\\';
  return plain;
}
constexpr std::array<bool, 256> is_plain = plain_bytes();

void append_escape(std::string& out, char c) {
  switch (c) {
    case '"':
      out.append("\\\"");
      return;
    case '\\':
      out.append("\\\\");
      return;
    case '\n':
      out.append("\\n");
      return;
    case '\r':
      out.append("\\r");
      return;
    case '\t':
      out.append("\\t");
      return;
    default: {
      constexpr std::string_view digits = "0123456789abcdef";
      const auto byte = static_cast<unsigned char>(c);
      out.append("\\u00");
      out += digits[byte >> 4];
      out += digits[byte & 15];
    }
  }
}

}  // namespace

void JsonWriter::string(std::string_view text) {
  separate();
  escaped(text);
}

void JsonWriter::key_text(std::string_view name) {
  separate();
  escaped(name);
  out_ += ':';
  comma_ = false;
}

void JsonWriter::escaped(std::string_view text) {
  out_ += '"';
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (is_plain[byte]) {
      ++at;
      continue;
    }
    if (byte >= 0x80) {
      const utf8::Step here = utf8::step(text, at);
      if (here.valid) {
        at += here.size;
        continue;
      }
    }
    out_.append(text, copied, at - copied);
    if (byte >= 0x80)
      out_.append(replacement);
    else
      append_escape(out_, text[at]);
    copied = ++at;
  }
  out_.append(text, copied, text.size() - copied);
  out_ += '"';
}

void JsonWriter::number(std::int64_t value) {
  std::array<char, 24> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  literal(std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data())));
}

void JsonWriter::number(double value) {
  if (!std::isfinite(value)) return null();
  separate();
  fmt::format_to(std::back_inserter(out_), "{}", value);
}

void encode(JsonWriter& to, const Any& value) {
  if (const std::string* text = value.given_text())
    to.raw(*text);
  else
    to.raw(value.text());
}

}  // namespace afterword::jsonrpc
