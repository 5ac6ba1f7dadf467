// What an editor shows: the texts of the documents it opened, changed by what it sent and by the edits it was given.
#pragma once

#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "protocol/lsp/line_index.h"

namespace afterword::tests {

class EditorTexts {
 public:
  using Json = nlohmann::json;

  /// Takes note of a message that goes to the server: didOpen, didChange, didClose.
  void sent(const Json& message);
  void set_encoding(lsp::PositionEncoding encoding) { encoding_ = encoding; }

  /// Null where the document is not open.
  const std::string* text(const std::string& uri) const;
  std::int32_t version(const std::string& uri) const;

  /// What a WorkspaceEdit does to one document, the last change first.
  struct Edits {
    std::string uri;
    Json version;
    Json changes = Json::array();
  };
  /// Of each document it edits. Fails the test where edits of one overlap, or where a document that is open is edited
  /// in another version, or one that is not in any.
  std::vector<Edits> edits_of(const Json& workspace_edit) const;
  /// The didChange that they make of an open document.
  Json change_of(const Edits& edits) const;
  /// A text of no editor with the changes made.
  std::string changed(std::string text, const Edits& edits) const;

 private:
  struct Shown {
    std::string text;
    lsp::LineIndex lines;
    std::int32_t version = 0;
  };

  lsp::PositionEncoding encoding_ = lsp::PositionEncoding::utf16;
  std::map<std::string, Shown> shown_;
};

}  // namespace afterword::tests
