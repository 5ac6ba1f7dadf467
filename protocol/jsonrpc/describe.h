// One description of a struct's members serves reading and writing: a static member
//   static void describe(auto& f, auto& v) { f.required("line", v.line); f.optional("data", v.data); }
// gives the struct decode() and encode(). See ReadFields (decode.h) and WriteFields (json_writer.h).
#pragma once

#include <concepts>
#include <string_view>
#include <type_traits>
#include <variant>

#include "protocol/jsonrpc/decode.h"
#include "protocol/jsonrpc/json_writer.h"

namespace afterword::jsonrpc {

template <class T>
concept Described = requires(ReadFields& read, T& value) {
  T::describe(read, value);
};

template <Described T>
void decode(const Cursor& at, T& out) {
  ReadFields fields(at);
  T::describe(fields, out);
}

template <Described T>
void encode(JsonWriter& to, const T& value) {
  WriteFields fields(to);
  T::describe(fields, value);
}

/// Enumerations travel as numbers; a value from a newer protocol is kept as it is.
template <class T>
requires std::is_enum_v<T>
void decode(const Cursor& at, T& out) {
  std::int32_t number = 0;
  decode(at, number);
  out = static_cast<T>(number);
}
template <class T>
requires std::is_enum_v<T>
void encode(JsonWriter& to, T value) { to.number(static_cast<std::int64_t>(value)); }

/// A string or a struct, as LSP has it for documentation.
template <Described T>
void decode(const Cursor& at, std::variant<std::string, T>& out) {
  if (at.is_string())
    out = at.take_string();
  else
    decode(at, out.template emplace<T>());
}

}  // namespace afterword::jsonrpc
