// JSON trees to typed values, with the path of whatever does not fit: "params.position.line: expected an unsigned
// integer". A struct brings decode(Cursor, T&), usually one line over ReadFields and a describe() that the writing
// side shares (json_writer.h). Strings are moved out of the tree, so a large text is never copied. No thread of its
// own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "protocol/jsonrpc/any.h"
#include "protocol/jsonrpc/errors.h"

namespace afterword::jsonrpc {

/// A place in a tree that is being read: the value and the way to it. Lives on the stack while decoding.
class Cursor {
 public:
  /// `keep`: the tree is shared, strings are copied instead of moved.
  Cursor(Json& value, std::string_view name, bool keep = false) : value_(&value), name_(name), keep_(keep) {}

  bool is_null() const;
  bool is_bool() const;
  bool is_string() const;
  bool is_object() const;
  bool is_array() const;
  bool is_integer() const;

  /// The member, or nothing when it is absent. Nothing as well when this is no object.
  std::optional<Cursor> find(std::string_view name) const;
  std::size_t size() const;  ///< elements of an array, members of an object, else 0
  Cursor element(std::size_t index) const;
  /// Calls `each(name, cursor)` for the members of an object.
  template <class F>
  void members(F each) const {
    visit_members([](void* f, const std::string& name, const Cursor& at) { (*static_cast<F*>(f))(name, at); }, &each);
  }

  [[noreturn]] void refuse(std::string_view expected) const;        ///< throws InvalidParams: "path: expected ..."
  [[noreturn]] void refuse_missing(std::string_view member) const;  ///< throws InvalidParams: "path.member: missing"
  std::string path() const;

  bool take_bool() const;
  std::int64_t take_integer(std::int64_t low, std::int64_t high, std::string_view expected) const;
  double take_number() const;
  std::string take_string() const;
  Any take_any() const;

 private:
  Cursor(Json& value, std::string_view name, std::size_t index, const Cursor* parent)
      : value_(&value), name_(name), index_(index), parent_(parent), keep_(parent->keep_) {}
  void visit_members(void (*each)(void*, const std::string&, const Cursor&), void* state) const;

  Json* value_;
  std::string_view name_;  // empty: an element of an array
  std::size_t index_ = 0;
  const Cursor* parent_ = nullptr;
  bool keep_ = false;
};

inline void decode(const Cursor& at, bool& out) { out = at.take_bool(); }
inline void decode(const Cursor& at, double& out) { out = at.take_number(); }
inline void decode(const Cursor& at, std::string& out) { out = at.take_string(); }
inline void decode(const Cursor& at, Any& out) { out = at.take_any(); }
void decode(const Cursor& at, std::int32_t& out);   ///< LSP's integer
void decode(const Cursor& at, std::uint32_t& out);  ///< LSP's uinteger: 0 to 2^31 - 1
void decode(const Cursor& at, std::int64_t& out);

template <class T>
void decode(const Cursor& at, std::optional<T>& out);

template <class T>
void decode(const Cursor& at, std::vector<T>& out) {
  if (!at.is_array()) at.refuse("an array");
  out.clear();
  out.reserve(at.size());
  for (std::size_t i = 0; i < at.size(); ++i) decode(at.element(i), out.emplace_back());
}
/// Null is nothing.
template <class T>
void decode(const Cursor& at, std::optional<T>& out) {
  if (at.is_null())
    out.reset();
  else
    decode(at, out.emplace());
}

/// Reads a struct's members as describe() names them; unknown members are passed over. An empty array passes for an
/// empty object, since that is what clients in Lua and PHP send for one.
class ReadFields {
 public:
  explicit ReadFields(const Cursor& at);

  template <class T>
  void required(std::string_view name, T& out) {
    const std::optional<Cursor> member = at_.find(name);
    if (!member) at_.refuse_missing(name);
    decode(*member, out);
  }
  /// Absent or null leaves `out` as it was.
  template <class T>
  void optional(std::string_view name, T& out) {
    const std::optional<Cursor> member = at_.find(name);
    if (member && !member->is_null()) decode(*member, out);
  }

 private:
  const Cursor& at_;
};

template <class T>
T Any::to(std::string_view name) const {
  T made{};
  const std::shared_ptr<Json> shared = tree();
  if (!shared) throw ResponseError(ErrorCode::InvalidParams, std::string(name) + ": missing");
  decode(Cursor(*shared, name, true), made);
  return made;
}

}  // namespace afterword::jsonrpc
