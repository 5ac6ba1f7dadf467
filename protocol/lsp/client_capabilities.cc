#include "protocol/lsp/client_capabilities.h"

namespace afterword::lsp {

void decode(const jsonrpc::Cursor& at, TagSupport& out) {
  if (at.is_bool()) return;
  jsonrpc::ReadFields fields(at);
  fields.optional("valueSet", out.valueSet);
}

void decode(const jsonrpc::Cursor& at, SemanticTokensRequests& out) {
  const auto is_wanted = [&](std::string_view name) {
    const std::optional<jsonrpc::Cursor> member = at.find(name);
    return member && (member->is_bool() ? member->take_bool() : member->is_object());
  };
  out.range = is_wanted("range");
  out.full = is_wanted("full");
  const std::optional<jsonrpc::Cursor> full = at.find("full");
  const std::optional<jsonrpc::Cursor> delta = full ? full->find("delta") : std::nullopt;
  out.delta = delta && delta->is_bool() && delta->take_bool();
}

}  // namespace afterword::lsp
