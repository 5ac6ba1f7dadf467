#include "protocol/lsp/edit_types.h"

namespace afterword::lsp {

void encode(jsonrpc::JsonWriter& to, const Changes& changes) {
  to.begin_object();
  for (const auto& [uri, edits] : changes.by_uri) {
    to.key_text(uri);
    encode(to, edits);
  }
  to.end_object();
}

void decode(const jsonrpc::Cursor& at, Changes& changes) {
  changes.by_uri.clear();
  at.members([&](const std::string& uri, const jsonrpc::Cursor& edits) {
    decode(edits, changes.by_uri.emplace_back(uri, std::vector<TextEdit>()).second);
  });
}

void decode(const jsonrpc::Cursor& at, DocumentChange& change) {
  if (at.find("kind"))
    decode(at, change.emplace<CreateFile>());
  else
    decode(at, change.emplace<TextDocumentEdit>());
}

void decode(const jsonrpc::Cursor& at, std::variant<TextEdit, SnippetTextEdit>& edit) {
  if (at.find("snippet"))
    decode(at, edit.emplace<SnippetTextEdit>());
  else
    decode(at, edit.emplace<TextEdit>());
}

}  // namespace afterword::lsp
