#include "protocol/jsonrpc/decode.h"

#include <fmt/format.h>

#include <limits>
#include <nlohmann/json.hpp>

namespace afterword::jsonrpc {

bool Cursor::is_null() const { return value_->is_null(); }
bool Cursor::is_bool() const { return value_->is_boolean(); }
bool Cursor::is_string() const { return value_->is_string(); }
bool Cursor::is_object() const { return value_->is_object(); }
bool Cursor::is_array() const { return value_->is_array(); }
bool Cursor::is_integer() const { return value_->is_number_integer(); }
std::size_t Cursor::size() const { return value_->is_structured() ? value_->size() : 0; }

std::optional<Cursor> Cursor::find(std::string_view name) const {
  if (!value_->is_object()) return std::nullopt;
  const auto found = value_->find(name);
  if (found == value_->end()) return std::nullopt;
  return Cursor(*found, name, 0, this);
}

Cursor Cursor::element(std::size_t index) const { return Cursor((*value_)[index], {}, index, this); }

void Cursor::visit_members(void (*each)(void*, const std::string&, const Cursor&), void* state) const {
  if (!value_->is_object()) refuse("an object");
  for (auto& [name, member] : value_->get_ref<Json::object_t&>()) each(state, name, Cursor(member, name, 0, this));
}

std::string Cursor::path() const {
  if (!parent_) return std::string(name_);
  std::string made = parent_->path();
  if (parent_->is_array())
    made += fmt::format("[{}]", index_);
  else
    made.append(".").append(name_);
  return made;
}

void Cursor::refuse(std::string_view expected) const {
  throw ResponseError(ErrorCode::InvalidParams, fmt::format("{}: expected {}", path(), expected));
}

void Cursor::refuse_missing(std::string_view member) const {
  throw ResponseError(ErrorCode::InvalidParams, fmt::format("{}.{}: missing", path(), member));
}

bool Cursor::take_bool() const {
  if (!value_->is_boolean()) refuse("true or false");
  return value_->get<bool>();
}

std::int64_t Cursor::take_integer(std::int64_t low, std::int64_t high, std::string_view expected) const {
  if (value_->is_number_unsigned()) {
    const auto value = value_->get<std::uint64_t>();
    if (value > static_cast<std::uint64_t>(high)) refuse(expected);
    return static_cast<std::int64_t>(value);
  }
  if (!value_->is_number_integer()) refuse(expected);
  const auto value = value_->get<std::int64_t>();
  if (value < low || value > high) refuse(expected);
  return value;
}

double Cursor::take_number() const {
  if (!value_->is_number()) refuse("a number");
  return value_->get<double>();
}

std::string Cursor::take_string() const {
  if (!value_->is_string()) refuse("a string");
  auto& text = value_->get_ref<std::string&>();
  return keep_ ? text : std::move(text);
}

Any Cursor::take_any() const {
  return Any::of_tree(keep_ ? std::make_shared<Json>(*value_) : std::make_shared<Json>(std::move(*value_)));
}

void decode(const Cursor& at, std::int32_t& out) {
  using Limits = std::numeric_limits<std::int32_t>;
  out = static_cast<std::int32_t>(at.take_integer(Limits::min(), Limits::max(), "an integer"));
}

void decode(const Cursor& at, std::uint32_t& out) {
  out = static_cast<std::uint32_t>(at.take_integer(0, std::numeric_limits<std::int32_t>::max(), "an unsigned integer"));
}

void decode(const Cursor& at, std::int64_t& out) {
  using Limits = std::numeric_limits<std::int64_t>;
  out = at.take_integer(Limits::min(), Limits::max(), "an integer");
}

ReadFields::ReadFields(const Cursor& at) : at_(at) {
  if (!at.is_object() && !(at.is_array() && at.size() == 0)) at.refuse("an object");
}

}  // namespace afterword::jsonrpc
