// A JSON value whose shape is not known here: settings, `data` that comes back from a client, command arguments. Kept
// as a parsed tree when it came in, as text when we made it. A value type, cheap to copy (trees are shared, immutable);
// any thread may read one.
#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace afterword::jsonrpc {

using Json = nlohmann::json;

class Any {
 public:
  /// Nothing at all, which is not the same as null.
  Any() = default;

  /// Reads JSON text as messages are read (lone surrogates become U+FFFD, depth 128); empty where it is none.
  static Any parse(std::string text);
  static Any of_tree(std::shared_ptr<Json> tree);
  /// `text` must be valid JSON: it is sent as it is.
  static Any of_text(std::string text);
  /// What encode(JsonWriter&, value) writes; see json_writer.h.
  template <class T>
  static Any of(const T& value);

  bool empty() const { return !tree_ && text_.empty(); }
  bool is_null() const;

  /// Reads it by decode(Cursor, T&), see decode.h. Throws ResponseError(InvalidParams) that names the path, which
  /// starts with `name`.
  template <class T>
  T to(std::string_view name) const;

  /// The value as JSON text, "null" when empty. Bytes that are no UTF-8 become U+FFFD.
  std::string text() const;
  /// The text it was made of, without a copy; null where it holds a tree or nothing.
  const std::string* given_text() const { return text_.empty() ? nullptr : &text_; }

  /// Members of an object in the order of their names, elements of an array; empty for anything else.
  Any member(std::string_view name) const;
  std::vector<std::string> member_names() const;
  std::vector<Any> elements() const;
  /// The string it is, or null when it is none. Valid as long as this Any or a copy of it.
  const std::string* as_string() const;

  /// The tree, parsed now if need be (null if the text is no JSON). For this folder.
  std::shared_ptr<Json> tree() const;

 private:
  std::shared_ptr<Json> tree_;
  std::string text_;
};

}  // namespace afterword::jsonrpc
