#include "protocol/framing/frame_reader.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace afterword::framing {
namespace {

// A body is reserved at once up to here; beyond it grows with what really arrives, so that a header alone can't make
// the server allocate 64 MiB.
constexpr std::size_t reserve_at_once = 1u << 20;
// A buffer that grew beyond this is given back once it is empty.
constexpr std::size_t keep_capacity = 64u << 10;

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_name(std::string_view a, std::string_view lower_case) {
  return std::equal(a.begin(), a.end(), lower_case.begin(), lower_case.end(),
                    [](char x, char y) { return lower(x) == y; });
}

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

// The charset of a Content-Type value is acceptable: absent, utf-8, or utf8 as old clients spell it.
bool is_utf8(std::string_view value) {
  while (!value.empty()) {
    const std::size_t semicolon = value.find(';');
    const std::string_view part = trim(value.substr(0, semicolon));
    value = semicolon == std::string_view::npos ? std::string_view() : value.substr(semicolon + 1);
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos || !same_name(trim(part.substr(0, equals)), "charset")) continue;
    std::string_view charset = trim(part.substr(equals + 1));
    if (charset.size() >= 2 && charset.front() == '"' && charset.back() == '"')
      charset = charset.substr(1, charset.size() - 2);
    if (!same_name(charset, "utf-8") && !same_name(charset, "utf8")) return false;
  }
  return true;
}

constexpr std::string_view message_of(FaultKind kind) {
  switch (kind) {
    case FaultKind::header_too_long:
      return "The message header is longer than 8 KiB.";
    case FaultKind::malformed_header:
      return "A header line is not 'Name: value' ended by CRLF.";
    case FaultKind::foreign_header:
      return "A header field other than Content-Length and Content-Type was sent.";
    case FaultKind::unequal_lengths:
      return "Two Content-Length fields differ.";
    case FaultKind::missing_length:
      return "The message header has no Content-Length.";
    case FaultKind::bad_length:
      return "Content-Length is not a number of bytes.";
    case FaultKind::bad_charset:
      return "The Content-Type asks for a charset other than utf-8.";
    case FaultKind::too_large:
      return "The message is larger than 64 MiB and was skipped.";
  }
  return {};
}

constexpr bool is_fatal(FaultKind kind) {
  return kind == FaultKind::header_too_long || kind == FaultKind::malformed_header ||
         kind == FaultKind::foreign_header || kind == FaultKind::unequal_lengths;
}

}  // namespace

void FrameReader::feed(std::string_view bytes) {
  if (state_ == State::dead) return;
  if (taken_ == buffer_.size()) {
    drop_taken();
    // Most of a large message never passes through the buffer.
    const std::size_t direct = std::min(missing_, bytes.size());
    if (state_ == State::body) body_.append(bytes.substr(0, direct));
    if (state_ == State::body || state_ == State::skip) {
      missing_ -= direct;
      bytes.remove_prefix(direct);
    }
  }
  buffer_.append(bytes);
}

Next FrameReader::next() {
  for (;;) {
    switch (state_) {
      case State::dead:
        return NeedMore{};
      case State::header: {
        const State before = state_;
        if (std::optional<Fault> fault = read_header()) return *fault;
        if (state_ == before) return NeedMore{};
        break;
      }
      case State::skip: {
        const std::size_t now = std::min(missing_, buffer_.size() - taken_);
        taken_ += now;
        missing_ -= now;
        drop_taken();
        if (missing_ > 0) return NeedMore{};
        state_ = State::header;
        break;
      }
      case State::body:
        take_body();
        if (missing_ > 0) return NeedMore{};
        state_ = State::header;
        return Frame{std::exchange(body_, {})};
    }
  }
}

std::optional<Fault> FrameReader::read_header() {
  for (;;) {
    const std::size_t line_feed = buffer_.find('\n', std::max(scanned_, taken_));
    const std::size_t line_end = line_feed == std::string::npos ? buffer_.size() : line_feed + 1;
    scanned_ = line_end;
    if (header_bytes_ + (line_end - taken_) > max_header) return fail(FaultKind::header_too_long);
    if (line_feed == std::string::npos) return std::nullopt;
    const std::string_view line = std::string_view(buffer_).substr(taken_, line_feed - taken_);
    if (line.empty() || line.back() != '\r') return fail(FaultKind::malformed_header);
    header_bytes_ += line_end - taken_;
    const bool blank = line.size() == 1;
    std::optional<Fault> fault = blank ? std::nullopt : read_line(line.substr(0, line.size() - 1));
    taken_ = line_end;
    if (fault) return fault;
    if (blank) return end_header();
  }
}

std::optional<Fault> FrameReader::read_line(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return fail(FaultKind::malformed_header);
  const std::string_view name = line.substr(0, colon);
  const std::string_view value = trim(line.substr(colon + 1));
  if (same_name(name, "content-type")) {
    charset_bad_ = charset_bad_ || !is_utf8(value);
    return std::nullopt;
  }
  if (!same_name(name, "content-length")) return fail(FaultKind::foreign_header);
  std::uint64_t length = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), length);
  if (error != std::errc() || end != value.data() + value.size()) {
    length_bad_ = true;
    return std::nullopt;
  }
  if (length_ && *length_ != length) return fail(FaultKind::unequal_lengths);
  length_ = length;
  return std::nullopt;
}

std::optional<Fault> FrameReader::end_header() {
  const std::optional<std::size_t> length = std::exchange(length_, std::nullopt);
  const bool length_bad = std::exchange(length_bad_, false);
  const bool charset_bad = std::exchange(charset_bad_, false);
  header_bytes_ = 0;
  if (length_bad) return length ? fail(FaultKind::unequal_lengths) : fail(FaultKind::bad_length);
  if (!length) return fail(FaultKind::missing_length);
  missing_ = *length;
  if (*length > largest_body_ || charset_bad) {
    state_ = State::skip;
    return fail(charset_bad ? FaultKind::bad_charset : FaultKind::too_large);
  }
  state_ = State::body;
  body_.reserve(std::min(missing_, reserve_at_once));
  return std::nullopt;
}

std::optional<Fault> FrameReader::fail(FaultKind kind) {
  if (is_fatal(kind)) {
    state_ = State::dead;
    buffer_ = {};
    body_ = {};
    taken_ = scanned_ = 0;
  }
  return Fault{kind, is_fatal(kind), message_of(kind)};
}

void FrameReader::take_body() {
  const std::size_t now = std::min(missing_, buffer_.size() - taken_);
  body_.append(buffer_, taken_, now);
  taken_ += now;
  missing_ -= now;
  drop_taken();
}

// Moves the rest to the front only when what is used up outweighs it, so each byte is moved a bounded number of times.
void FrameReader::drop_taken() {
  if (taken_ == buffer_.size()) {
    if (buffer_.capacity() > keep_capacity) {
      buffer_ = {};
    } else {
      buffer_.clear();
    }
    taken_ = scanned_ = 0;
  } else if (taken_ > buffer_.size() / 2) {
    buffer_.erase(0, taken_);
    scanned_ = scanned_ > taken_ ? scanned_ - taken_ : 0;
    taken_ = 0;
  }
}

}  // namespace afterword::framing
