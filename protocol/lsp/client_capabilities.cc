#include "protocol/lsp/client_capabilities.h"

namespace afterword::lsp {

void decode(const jsonrpc::Cursor& at, TagSupport& out) {
  if (at.is_bool()) return;
  jsonrpc::ReadFields fields(at);
  fields.optional("valueSet", out.valueSet);
}

}  // namespace afterword::lsp
