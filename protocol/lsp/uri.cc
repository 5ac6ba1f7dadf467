#include "protocol/lsp/uri.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace afterword::lsp {
namespace {

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_unreserved(char c) {
  return is_letter(c) || is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

constexpr int hex(char c) {
  if (is_digit(c)) return c - '0';
  const char l = lower(c);
  return l >= 'a' && l <= 'f' ? l - 'a' + 10 : -1;
}

// The byte that "%xx" at `at` stands for, or -1.
int percent(std::string_view text, std::size_t at) {
  if (text[at] != '%' || at + 2 >= text.size()) return -1;
  const int high = hex(text[at + 1]);
  const int low = hex(text[at + 2]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

void append_encoded(std::string& out, char c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  out += '%';
  out += digits[byte >> 4];
  out += digits[byte & 15];
}

void encode_path(std::string& out, std::string_view path) {
  for (const char c : path) {
    if (is_unreserved(c) || c == '/')
      out += c;
    else
      append_encoded(out, c);
  }
}

std::string decode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const int byte = percent(text, at);
    out += byte < 0 ? text[at] : static_cast<char>(byte);
    if (byte >= 0) at += 2;
  }
  return out;
}

// Decodes what is needlessly encoded and encodes the rest alike. "%2F" stays: it is not a separator.
void normalise_path(std::string& out, std::string_view path) {
  for (std::size_t at = 0; at < path.size(); ++at) {
    const int byte = percent(path, at);
    const char c = byte < 0 ? path[at] : static_cast<char>(byte);
    if (is_unreserved(c) || (c == '/' && byte < 0))
      out += c;
    else
      append_encoded(out, c);
    if (byte >= 0) at += 2;
  }
}

// A drive's letter, at `at` = behind the slash: "c:" or "c%3A".
bool has_drive(std::string_view path, std::size_t at) {
  if (at >= path.size() || !is_letter(path[at])) return false;
  const std::string_view rest = path.substr(at + 1);
  const bool colon = rest.starts_with(':');
  const bool encoded = rest.starts_with("%3A") || rest.starts_with("%3a");
  const std::size_t end = at + (colon ? 2 : 4);
  return (colon || encoded) && (path.size() == end || path[end] == '/');
}

std::size_t scheme_length(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || !is_letter(text[0])) return 0;
  const bool fits = std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon),
                                [](char c) { return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.'; });
  return fits ? colon : 0;
}

void append_lower(std::string& out, std::string_view text) {
  std::transform(text.begin(), text.end(), std::back_inserter(out), lower);
}

}  // namespace

Uri::Uri(std::string spelling) : spelling_(std::move(spelling)), scheme_size_(scheme_length(spelling_)) {
  if (scheme_size_ == 0) {
    key_ = spelling_;
    return;
  }
  std::string_view rest = spelling_;
  key_.reserve(spelling_.size() + 8);
  append_lower(key_, rest.substr(0, scheme_size_));
  key_ += ':';
  rest.remove_prefix(scheme_size_ + 1);
  if (scheme() != "file") {
    normalise_path(key_, rest);
    return;
  }
  key_ += "//";
  if (rest.starts_with("//")) {
    rest.remove_prefix(2);
    const std::string_view host = rest.substr(0, std::min(rest.find('/'), rest.size()));
    std::string lowered;
    append_lower(lowered, host);
    if (lowered != "localhost") key_ += lowered;
    rest.remove_prefix(host.size());
  }
  const std::size_t path_begin = key_.size();
  const std::string_view path = rest.substr(0, rest.find_first_of("?#"));
  if (!path.empty() && path.front() != '/') key_ += '/';  // "file:a": its first word is no host
  normalise_path(key_, path);
  if (has_drive(key_, path_begin + 1)) key_[path_begin + 1] = lower(key_[path_begin + 1]);
}

Uri Uri::of_path(std::string_view path, PathStyle style) {
  std::string text = "file://";
  if (style == PathStyle::posix) {
    encode_path(text, path);
    return Uri(std::move(text));
  }
  std::string slashed(path);
  std::replace(slashed.begin(), slashed.end(), '\\', '/');
  if (slashed.starts_with("//")) {
    encode_path(text, std::string_view(slashed).substr(2));
  } else {
    text += '/';
    if (has_drive(slashed, 0)) slashed[0] = lower(slashed[0]);
    encode_path(text, slashed);
  }
  return Uri(std::move(text));
}

std::optional<std::string> Uri::path(PathStyle style) const {
  constexpr std::string_view prefix = "file://";
  if (!key_.starts_with(prefix)) return std::nullopt;
  const std::string_view rest = std::string_view(key_).substr(prefix.size());
  const std::size_t slash = rest.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const std::string_view host = rest.substr(0, slash);
  std::string path = decode(rest.substr(slash));
  if (path.find('\0') != std::string::npos) return std::nullopt;
  if (style == PathStyle::posix) return host.empty() ? std::optional(std::move(path)) : std::nullopt;
  if (!host.empty())
    path.insert(0, "//" + std::string(host));
  else if (has_drive(path, 1))
    path.erase(0, 1);
  std::replace(path.begin(), path.end(), '/', '\\');
  return path;
}

}  // namespace afterword::lsp
