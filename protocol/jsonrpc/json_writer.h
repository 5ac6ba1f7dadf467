// Appends JSON text to a string, without a tree in between. Typed messages are written straight into the buffer that
// goes out. Not for more than one thread at a time.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "protocol/jsonrpc/any.h"

namespace afterword::jsonrpc {

class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  /// `name` is written as it is: ours, or escape it by key_text().
  void key(std::string_view name) {
    out_.append(comma_ ? ",\"" : "\"");
    out_.append(name);
    out_.append("\":");
    comma_ = false;
  }
  /// A name that may hold anything, as a client's URI does.
  void key_text(std::string_view name);
  /// Escapes; bytes that are no UTF-8 become one U+FFFD each.
  void string(std::string_view text);
  void number(std::int64_t value);
  void number(double value);  ///< null where JSON has no such number
  void boolean(bool value) { literal(value ? "true" : "false"); }
  void null() { literal("null"); }
  /// `json` must be JSON.
  void raw(std::string_view json) { literal(json); }

 private:
  void separate() {
    if (comma_) out_ += ',';
    comma_ = true;
  }
  void literal(std::string_view text) {
    separate();
    out_.append(text);
  }
  void open(char bracket) {
    separate();
    out_ += bracket;
    comma_ = false;
  }
  void close(char bracket) {
    out_ += bracket;
    comma_ = true;
  }
  void escaped(std::string_view text);

  std::string& out_;
  bool comma_ = false;  // the next value needs one before it
};

// encode(writer, value) for everything a message can hold; a struct brings its own overload, found by its namespace.
inline void encode(JsonWriter& to, std::nullptr_t) { to.null(); }
inline void encode(JsonWriter& to, std::string_view value) { to.string(value); }
inline void encode(JsonWriter& to, const std::string& value) { to.string(value); }
inline void encode(JsonWriter& to, const char* value) { to.string(value); }
void encode(JsonWriter& to, const Any& value);
template <class T>
requires std::is_arithmetic_v<T>
void encode(JsonWriter& to, T value) {
  if constexpr (std::same_as<T, bool>)
    to.boolean(value);
  else if constexpr (std::integral<T>)
    to.number(static_cast<std::int64_t>(value));
  else
    to.number(static_cast<double>(value));
}
template <class T>
void encode(JsonWriter& to, const std::optional<T>& value);
template <class... T>
void encode(JsonWriter& to, const std::variant<T...>& value);

template <class T>
void encode(JsonWriter& to, const std::vector<T>& values) {
  to.begin_array();
  for (const T& value : values) encode(to, value);
  to.end_array();
}
template <class T>
void encode(JsonWriter& to, const std::optional<T>& value) {
  if (value)
    encode(to, *value);
  else
    to.null();
}
template <class... T>
void encode(JsonWriter& to, const std::variant<T...>& value) {
  std::visit([&](const auto& held) { encode(to, held); }, value);
}

/// The value as JSON text.
template <class T>
std::string to_json(const T& value) {
  std::string text;
  JsonWriter writer(text);
  encode(writer, value);
  return text;
}

template <class T>
Any Any::of(const T& value) {
  return of_text(to_json(value));
}

/// Writes a struct's members in the order in which describe() names them; the reading twin is in decode.h. Optional
/// ones are left out when they are empty, false or nothing.
class WriteFields {
 public:
  explicit WriteFields(JsonWriter& to) : to_(to) { to_.begin_object(); }
  ~WriteFields() { to_.end_object(); }
  WriteFields(const WriteFields&) = delete;
  WriteFields& operator=(const WriteFields&) = delete;

  template <class T>
  void required(std::string_view name, const T& value) {
    to_.key(name);
    encode(to_, value);
  }
  template <class T>
  void optional(std::string_view name, const T& value) {
    if (worth_writing(value)) required(name, value);
  }

 private:
  template <class T>
  static bool worth_writing(const std::optional<T>& value) {
    return value.has_value();
  }
  template <class T>
  static bool worth_writing(const T& value) {
    if constexpr (requires { value.empty(); })
      return !value.empty();
    else if constexpr (std::same_as<T, bool>)
      return value;
    else
      return true;
  }

  JsonWriter& to_;
};

}  // namespace afterword::jsonrpc
