#include "server/features/completion_items.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "server/translate/translate.h"

namespace afterword {

CompletionItems::CompletionItems(const Session& session, const Document& document, Span typed, std::size_t replaced_end)
    : client_(session.client().textDocument.completion),
      insert_(range_of(document, typed, session.encoding())),
      replace_(range_of(document, {typed.begin, replaced_end}, session.encoding())) {
  const auto& defaults = client_.completionList.itemDefaults;
  // A range that differs for replacing has another form there: it is put on each item instead.
  const bool one_range = !client_.completionItem.insertReplaceSupport || typed.end == replaced_end;
  shared_range_ = one_range && std::find(defaults.begin(), defaults.end(), "editRange") != defaults.end();
  if (shared_range_) list_.itemDefaults.emplace().editRange = insert_;
}

bool CompletionItems::has_label(std::string_view label) const {
  return std::any_of(list_.items.begin(), list_.items.end(),
                     [&](const lsp::CompletionItem& item) { return item.label == label; });
}

bool CompletionItems::has_text(std::string_view text) const {
  return std::any_of(list_.items.begin(), list_.items.end(),
                     [&](const lsp::CompletionItem& item) { return item.filterText == text; });
}

lsp::CompletionItem& CompletionItems::add(std::string label, std::string_view description, ItemText text) {
  lsp::CompletionItem& item = list_.items.emplace_back();
  item.label = std::move(label);
  if (client_.completionItem.labelDetailsSupport)
    item.labelDetails = lsp::CompletionItemLabelDetails{"", std::string(description)};
  else
    item.detail = description;
  item.filterText = text.filter.empty() ? text.text : std::move(text.filter);
  item.sortText = fmt::format("{:02}", list_.items.size() - 1);
  const bool snippet = client_.completionItem.snippetSupport && !text.snippet.empty();
  item.kind = snippet ? lsp::CompletionItemKind::Snippet : lsp::CompletionItemKind::Text;
  if (snippet) item.insertTextFormat = lsp::InsertTextFormat::Snippet;
  put_edit(item, snippet ? std::move(text.snippet) : std::move(text.text));
  return item;
}

void CompletionItems::put_edit(lsp::CompletionItem& item, std::string text) const {
  if (shared_range_)
    item.textEditText = std::move(text);
  else if (client_.completionItem.insertReplaceSupport)
    item.textEdit = lsp::InsertReplaceEdit{std::move(text), insert_, replace_};
  else
    item.textEdit = lsp::TextEdit{insert_, std::move(text)};
}

lsp::CompletionList CompletionItems::finish(bool incomplete) {
  list_.isIncomplete = incomplete;
  if (list_.items.empty()) list_.itemDefaults.reset();
  return std::move(list_);
}

}  // namespace afterword
