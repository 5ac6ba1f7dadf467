// Bytes from a client to message bodies, by the header rules of the LSP base protocol. Push style: whoever owns the
// transport feeds what it read and takes out what is complete; nothing here reads, blocks or knows JSON. One reader a
// connection, used by the thread that owns the connection.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace afterword::framing {

/// The longest message body taken, in bytes. A note is a few kilobytes; this leaves room for pasted books.
inline constexpr std::size_t max_body = 64u << 20;
/// The longest header block taken, in bytes, its blank line included.
inline constexpr std::size_t max_header = 8u << 10;

enum class FaultKind : std::uint8_t {
  header_too_long,   ///< fatal: no end of the header within max_header
  malformed_header,  ///< fatal: a line without a colon or without CRLF
  foreign_header,    ///< fatal: a header field LSP does not have; a web page's POST looks like this
  unequal_lengths,   ///< fatal: two Content-Length fields that differ
  missing_length,    ///< the body is taken to be empty; if it was not, its text is the next (fatal) header
  bad_length,        ///< negative, no number or beyond 64 bits; likewise
  bad_charset,       ///< a Content-Type with another charset than utf-8: the body is skipped
  too_large,         ///< beyond max_body: the body is skipped without being kept
};

/// A message that can't be had. After a fatal one the stream can't be followed: next() has nothing more to give.
struct Fault {
  FaultKind kind = FaultKind::malformed_header;
  bool fatal = false;
  std::string_view message;  ///< one sentence, never a part of the input; a literal
};

struct NeedMore {};

/// A message body, without its header. May be empty (Content-Length: 0).
struct Frame {
  std::string body;
};

using Next = std::variant<NeedMore, Frame, Fault>;

class FrameReader {
 public:
  explicit FrameReader(std::size_t largest_body = max_body) : largest_body_(largest_body) {}

  /// Takes bytes as they came, cut anywhere. Ignored after a fatal fault.
  void feed(std::string_view bytes);

  /// The next body, fault, or NeedMore when the bytes so far hold no further one.
  Next next();

  /// True where the stream stands between two messages: an end of input here loses nothing.
  bool at_boundary() const { return state_ == State::header && taken_ == buffer_.size(); }

  /// Bytes of memory held, for tests.
  std::size_t memory() const { return buffer_.capacity() + body_.capacity(); }

 private:
  enum class State : std::uint8_t { header, body, skip, dead };

  std::optional<Fault> read_header();  // moves on to body or skip once the header is complete
  std::optional<Fault> read_line(std::string_view line);
  std::optional<Fault> end_header();
  std::optional<Fault> fail(FaultKind kind);
  void take_body();
  void drop_taken();

  std::size_t largest_body_;
  State state_ = State::header;
  std::string buffer_;            // what was fed and not yet used, from taken_ on
  std::size_t taken_ = 0;         // bytes of buffer_ already used
  std::size_t scanned_ = 0;       // bytes of buffer_ already searched for a line end
  std::size_t header_bytes_ = 0;  // complete lines of this header block
  std::string body_;
  std::size_t missing_ = 0;  // bytes of the body still to come, or to skip

  // What the lines of the current header said.
  std::optional<std::size_t> length_;
  bool length_bad_ = false;
  bool charset_bad_ = false;
};

}  // namespace afterword::framing
