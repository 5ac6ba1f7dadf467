#include "protocol/jsonrpc/any.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "protocol/jsonrpc/parse.h"

namespace afterword::jsonrpc {

Any Any::parse(std::string text) {
  replace_lone_surrogates(text);
  return of_tree(parse_tree(text).tree);
}

Any Any::of_tree(std::shared_ptr<Json> tree) {
  Any made;
  made.tree_ = std::move(tree);
  return made;
}

Any Any::of_text(std::string text) {
  Any made;
  made.text_ = std::move(text);
  return made;
}

bool Any::is_null() const { return tree_ ? tree_->is_null() : text_ == "null"; }

std::string Any::text() const {
  if (tree_) return tree_->dump(-1, ' ', false, Json::error_handler_t::replace);
  return text_.empty() ? "null" : text_;
}

std::shared_ptr<Json> Any::tree() const {
  if (tree_ || text_.empty()) return tree_;
  return parse_tree(text_).tree;
}

Any Any::member(std::string_view name) const {
  const std::shared_ptr<Json> whole = tree();
  if (!whole || !whole->is_object()) return {};
  const auto found = whole->find(name);
  // The part keeps the whole alive.
  return found == whole->end() ? Any() : of_tree(std::shared_ptr<Json>(whole, &*found));
}

std::vector<std::string> Any::member_names() const {
  std::vector<std::string> names;
  const std::shared_ptr<Json> whole = tree();
  if (!whole || !whole->is_object()) return names;
  for (const auto& [name, value] : whole->get_ref<const Json::object_t&>()) names.push_back(name);
  return names;
}

std::vector<Any> Any::elements() const {
  std::vector<Any> made;
  const std::shared_ptr<Json> whole = tree();
  if (!whole || !whole->is_array()) return made;
  for (Json& value : *whole) made.push_back(of_tree(std::shared_ptr<Json>(whole, &value)));
  return made;
}

const std::string* Any::as_string() const {
  return tree_ && tree_->is_string() ? &tree_->get_ref<const std::string&>() : nullptr;
}

}  // namespace afterword::jsonrpc
