#include "protocol/lsp/completion_types.h"

namespace afterword::lsp {

void decode(const jsonrpc::Cursor& at, CompletionEdit& edit) {
  if (at.find("insert"))
    decode(at, edit.emplace<InsertReplaceEdit>());
  else
    decode(at, edit.emplace<TextEdit>());
}

}  // namespace afterword::lsp
