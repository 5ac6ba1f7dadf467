#include "server/session/documents.h"

#include <fmt/format.h>

#include "rules/note/blocks.h"

namespace afterword {

Document& Documents::open(const lsp::TextDocumentItem& item) {
  lsp::Uri uri(item.uri);
  auto& slot = by_key_[uri.key()];
  if (!slot) slot = std::make_unique<Document>();
  slot->path = uri.path().value_or("");
  slot->uri = std::move(uri);
  slot->format = format_of_language(item.languageId).value_or(format_of_path(slot->path));
  slot->version = item.version;
  slot->text = std::make_shared<const std::string>(item.text);
  slot->lines = lsp::LineIndex(*slot->text);
  slot->stale = slot->publish_due = true;
  return *slot;
}

Document* Documents::find(std::string_view uri) {
  // A client seldom changes its spelling of a URI, and working out the normal form costs more than this look.
  for (auto& [key, document] : by_key_)
    if (document->uri.text() == uri) return document.get();
  auto found = by_key_.find(lsp::Uri(std::string(uri)).key());
  return found == by_key_.end() ? nullptr : found->second.get();
}

Document* Documents::find_path(std::string_view path) {
  for (auto& [key, document] : by_key_)
    if (document->path == path) return document.get();
  return nullptr;
}

void Documents::close(std::string_view uri) { by_key_.erase(lsp::Uri(std::string(uri)).key()); }

std::optional<std::string> Documents::change(Document& document, const lsp::DidChangeTextDocumentParams& params,
                                             lsp::PositionEncoding encoding) {
  auto text = std::make_shared<std::string>(*document.text);
  lsp::LineIndex lines = document.lines;
  for (std::size_t i = 0; i < params.contentChanges.size(); ++i)
    if (!lsp::apply_change(*text, lines, params.contentChanges[i], encoding))
      return fmt::format("contentChanges[{}].range: the start lies behind the end; the change was not made", i);
  document.text = std::move(text);
  document.lines = std::move(lines);
  if (params.textDocument.version) document.version = *params.textDocument.version;
  document.stale = document.publish_due = true;
  return std::nullopt;
}

void Documents::for_each(const std::function<void(Document&)>& visit) {
  for (auto& [key, document] : by_key_) visit(*document);
}

}  // namespace afterword
