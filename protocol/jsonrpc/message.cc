#include "protocol/jsonrpc/message.h"

#include <limits>
#include <nlohmann/json.hpp>
#include <utility>

#include "protocol/jsonrpc/parse.h"

namespace afterword::jsonrpc {
namespace {

// The id, or nothing where it is neither an integer nor a string nor null.
std::optional<Id> read_id(Json& value) {
  if (value.is_null()) return Id();
  if (value.is_string()) return Id(std::move(value.get_ref<std::string&>()));
  if (value.is_number_unsigned() &&
      value.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
    return std::nullopt;
  if (value.is_number_integer()) return Id(value.get<std::int64_t>());
  return std::nullopt;
}

// A part of the tree that keeps the whole alive: no copy, no move of big values.
Any part(const std::shared_ptr<Json>& whole, Json& value) { return Any::of_tree(std::shared_ptr<Json>(whole, &value)); }

ResponseError read_error(Json& error) {
  int code = static_cast<int>(ErrorCode::UnknownErrorCode);
  std::string message;
  if (error.is_object()) {
    if (const auto found = error.find("code"); found != error.end() && found->is_number_integer())
      code = found->get<int>();
    if (const auto found = error.find("message"); found != error.end() && found->is_string())
      message = std::move(found->get_ref<std::string&>());
  }
  return {static_cast<ErrorCode>(code), std::move(message)};
}

Refused invalid(Id id, std::string message) { return {std::move(id), ErrorCode::InvalidRequest, std::move(message)}; }

Incoming read_call(const std::shared_ptr<Json>& tree, Json& method, Json* id_value, Id id) {
  if (!method.is_string()) return invalid(std::move(id), "method: expected a string");
  if (id_value && std::holds_alternative<std::monostate>(id)) return invalid({}, "id: expected an integer or a string");
  Message message;
  message.kind = id_value ? MessageKind::request : MessageKind::notification;
  message.id = std::move(id);
  message.method = std::move(method.get_ref<std::string&>());
  if (const auto params = tree->find("params"); params != tree->end()) message.params = part(tree, *params);
  return message;
}

Incoming read_response(const std::shared_ptr<Json>& tree, Json* id_value, Id id) {
  const auto result = tree->find("result");
  const auto error = tree->find("error");
  const bool has_error = error != tree->end() && !error->is_null();
  if (!id_value || (result == tree->end() && !has_error)) return invalid(std::move(id), "method: missing");
  Message message;
  message.kind = MessageKind::response;
  message.id = std::move(id);
  if (has_error)
    message.error = read_error(*error);
  else
    message.params = part(tree, *result);
  return message;
}

}  // namespace

Incoming parse_message(std::string body) {
  replace_lone_surrogates(body);
  const Parsed parsed = parse_tree(body);
  if (parsed.fault == ParseFault::too_deep)
    return Refused{{}, ErrorCode::ParseError, "The JSON nests deeper than 128 levels."};
  if (parsed.fault == ParseFault::syntax)
    return Refused{{}, ErrorCode::ParseError, "The message is not valid JSON in UTF-8."};
  Json& root = *parsed.tree;
  if (root.is_array()) return invalid({}, "Batches are not part of the language server protocol.");
  if (!root.is_object()) return invalid({}, "A message is a JSON object.");

  const auto id_found = root.find("id");
  Json* const id_value = id_found == root.end() ? nullptr : &*id_found;
  std::optional<Id> id = id_value ? read_id(*id_value) : Id();
  if (!id) return invalid({}, "id: expected an integer or a string");
  const auto version = root.find("jsonrpc");
  if (version == root.end() || !version->is_string() || version->get_ref<const std::string&>() != "2.0")
    return invalid(std::move(*id), "jsonrpc: expected \"2.0\"");
  const auto method = root.find("method");
  return method == root.end() ? read_response(parsed.tree, id_value, std::move(*id))
                              : read_call(parsed.tree, *method, id_value, std::move(*id));
}

Refused refused(const framing::Fault& fault) {
  const bool too_large = fault.kind == framing::FaultKind::too_large;
  return {{}, too_large ? ErrorCode::InvalidRequest : ErrorCode::ParseError, std::string(fault.message)};
}

}  // namespace afterword::jsonrpc
