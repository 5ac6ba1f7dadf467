#include "protocol/jsonrpc/parse.h"

#include <cstring>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

namespace afterword::jsonrpc {
namespace {

// Builds the tree from the parser's events. The parser itself keeps its state in a vector, so depth costs nothing but
// what is built here, and that ends at max_depth.
class TreeBuilder {
 public:
  using number_integer_t = Json::number_integer_t;
  using number_unsigned_t = Json::number_unsigned_t;
  using number_float_t = Json::number_float_t;
  using string_t = Json::string_t;
  using binary_t = Json::binary_t;

  explicit TreeBuilder(Json& root) : root_(root) { open_.reserve(16); }

  bool too_deep() const { return too_deep_; }

  bool null() { return put(nullptr); }
  bool boolean(bool value) { return put(value); }
  bool number_integer(number_integer_t value) { return put(value); }
  bool number_unsigned(number_unsigned_t value) { return put(value); }
  bool number_float(number_float_t value, const string_t&) { return put(value); }
  bool string(string_t& value) { return put(std::move(value)); }
  bool binary(binary_t&) { return false; }
  bool start_object(std::size_t) { return open(Json::value_t::object); }
  bool start_array(std::size_t) { return open(Json::value_t::array); }
  bool key(string_t& name) {
    member_ = &open_.back()->get_ref<Json::object_t&>()[std::move(name)];
    return true;
  }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) { return false; }

 private:
  template <class T>
  Json* place(T&& value) {
    if (open_.empty()) {
      root_ = Json(std::forward<T>(value));
      return &root_;
    }
    if (open_.back()->is_array()) return &open_.back()->get_ref<Json::array_t&>().emplace_back(std::forward<T>(value));
    *member_ = Json(std::forward<T>(value));
    return member_;
  }
  template <class T>
  bool put(T&& value) {
    place(std::forward<T>(value));
    return true;
  }
  bool open(Json::value_t type) {
    if (open_.size() == max_depth) {
      too_deep_ = true;
      return false;
    }
    open_.push_back(place(type));
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }

  Json& root_;
  std::vector<Json*> open_;
  Json* member_ = nullptr;
  bool too_deep_ = false;
};

// The four hex digits at `at`, or -1.
int hex4(std::string_view text, std::size_t at) {
  if (at + 4 > text.size()) return -1;
  int value = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    const char c = text[i];
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

constexpr bool is_high(int unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
constexpr bool is_low(int unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

}  // namespace

Parsed parse_tree(std::string_view text) {
  Parsed parsed;
  auto tree = std::make_shared<Json>();
  TreeBuilder builder(*tree);
  if (Json::sax_parse(text, &builder)) {
    parsed.tree = std::move(tree);
  } else {
    parsed.fault = builder.too_deep() ? ParseFault::too_deep : ParseFault::syntax;
  }
  return parsed;
}

void replace_lone_surrogates(std::string& json) {
  const char* const begin = json.data();
  std::size_t at = 0;
  while (at < json.size()) {
    const void* found = std::memchr(begin + at, '\\', json.size() - at);
    if (!found) return;
    at = static_cast<std::size_t>(static_cast<const char*>(found) - begin);
    const int unit = at + 1 < json.size() && json[at + 1] == 'u' ? hex4(json, at + 2) : -1;
    if (unit < 0) {
      at += 2;  // another escape, "\\" among them, or a fault that the parser will find
      continue;
    }
    if (is_high(unit) && at + 7 < json.size() && json[at + 6] == '\\' && json[at + 7] == 'u' &&
        is_low(hex4(json, at + 8))) {
      at += 12;
      continue;
    }
    if (is_high(unit) || is_low(unit)) json.replace(at + 2, 4, "fffd");
    at += 6;
  }
}

}  // namespace afterword::jsonrpc
