// LSP 3.17, what a client shows of a note besides findings: lenses, symbols, folds, selections, tokens, links, names.
#pragma once

#include "protocol/lsp/edit_types.h"

namespace afterword::lsp {

struct CodeLens {
  Range range;
  std::optional<Command> command;
  Any data;

  static void describe(auto& f, auto& v) {
    f.required("range", v.range);
    f.optional("command", v.command);
    f.optional("data", v.data);
  }
};

enum class SymbolKind { Namespace = 3, Property = 7, Field = 8, String = 15, Key = 20 };

struct DocumentSymbol {
  std::string name;
  std::string detail;
  SymbolKind kind = SymbolKind::String;
  Range range;
  Range selectionRange;  ///< within range
  std::vector<DocumentSymbol> children;

  static void describe(auto& f, auto& v) {
    f.required("name", v.name);
    f.optional("detail", v.detail);
    f.required("kind", v.kind);
    f.required("range", v.range);
    f.required("selectionRange", v.selectionRange);
    f.optional("children", v.children);
  }
};

/// The flat form, for clients without hierarchicalDocumentSymbolSupport.
struct SymbolInformation {
  std::string name;
  SymbolKind kind = SymbolKind::String;
  Location location;
  std::string containerName;

  static void describe(auto& f, auto& v) {
    f.required("name", v.name);
    f.required("kind", v.kind);
    f.required("location", v.location);
    f.optional("containerName", v.containerName);
  }
};

/// `kind` is "comment", "imports", "region" or empty.
struct FoldingRange {
  std::uint32_t startLine = 0;
  std::uint32_t endLine = 0;
  std::string kind;

  static void describe(auto& f, auto& v) {
    f.required("startLine", v.startLine);
    f.required("endLine", v.endLine);
    f.optional("kind", v.kind);
  }
};

struct SelectionRangeParams {
  TextDocumentIdentifier textDocument;
  std::vector<Position> positions;

  static void describe(auto& f, auto& v) {
    f.required("textDocument", v.textDocument);
    f.required("positions", v.positions);
  }
};

/// From the innermost outwards; written as the chain of parents that LSP has.
struct SelectionRange {
  std::vector<Range> ranges;  ///< never empty; each lies within the next
};
void encode(jsonrpc::JsonWriter& to, const SelectionRange& selection);

struct SemanticTokens {
  std::vector<std::uint32_t> data;

  static void describe(auto& f, auto& v) { f.required("data", v.data); }
};

enum class DocumentHighlightKind { Text = 1, Read = 2, Write = 3 };

struct DocumentHighlight {
  Range range;
  DocumentHighlightKind kind = DocumentHighlightKind::Text;

  static void describe(auto& f, auto& v) {
    f.required("range", v.range);
    f.required("kind", v.kind);
  }
};

struct LinkedEditingRanges {
  std::vector<Range> ranges;

  static void describe(auto& f, auto& v) { f.required("ranges", v.ranges); }
};

struct DocumentLink {
  Range range;
  std::optional<DocumentUri> target;
  std::string tooltip;

  static void describe(auto& f, auto& v) {
    f.required("range", v.range);
    f.optional("target", v.target);
    f.optional("tooltip", v.tooltip);
  }
};

struct RenameParams {
  TextDocumentIdentifier textDocument;
  Position position;
  std::string newName;

  static void describe(auto& f, auto& v) {
    f.required("textDocument", v.textDocument);
    f.required("position", v.position);
    f.required("newName", v.newName);
  }
};

struct PrepareRenameResult {
  Range range;
  std::string placeholder;

  static void describe(auto& f, auto& v) {
    f.required("range", v.range);
    f.required("placeholder", v.placeholder);
  }
};

}  // namespace afterword::lsp
