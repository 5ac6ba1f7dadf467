// A completion list in the making: items as this client wants them.
#pragma once

#include <string>
#include <string_view>

#include "protocol/lsp/types.h"
#include "server/session/session.h"

namespace afterword {

/// What an item puts in.
struct ItemText {
  std::string text;     ///< also what the editor filters by, unless `filter` says otherwise
  std::string snippet;  ///< empty where it has no stops
  std::string filter;
};

class CompletionItems {
 public:
  /// All items replace `typed`, what is typed of the sentence or the word: some clients compare their starts. Where the
  /// client tells inserting from replacing, replacing goes on to `replaced_end`. Bytes of the document.
  CompletionItems(const Session& session, const Document& document, Span typed, std::size_t replaced_end);

  std::size_t size() const { return list_.items.size(); }
  bool has_label(std::string_view label) const;
  /// Whether an item puts in that text; a label may be cut short.
  bool has_text(std::string_view text) const;
  /// Items stand in the order in which they are added.
  lsp::CompletionItem& add(std::string label, std::string_view description, ItemText text);
  lsp::CompletionList finish(bool incomplete);

 private:
  void put_edit(lsp::CompletionItem& item, std::string text) const;

  const lsp::CompletionCapabilities& client_;
  bool shared_range_ = false;  ///< the range stands once, in the list's defaults
  lsp::Range insert_, replace_;
  lsp::CompletionList list_;
};

}  // namespace afterword
