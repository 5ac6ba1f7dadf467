// LSP 3.17, what a client shows of a note besides findings: lenses, symbols, folds, selections, tokens, links, names;
// of 3.18 texts that only the server has.
#pragma once

#include "protocol/lsp/edit_types.h"

namespace afterword::lsp {

/// Whole at once, so that nothing is left to be resolved.
struct CodeLens {
  Range range;
  Command command;

  static void describe(auto& f, auto& v) {
    f.required("range", v.range);
    f.required("command", v.command);
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

/// `kind` is "comment", "imports", "region" or empty. Without a character the line's end is meant.
struct FoldingRange {
  std::uint32_t startLine = 0;
  std::uint32_t endLine = 0;
  std::optional<std::uint32_t> endCharacter;
  std::string kind;

  static void describe(auto& f, auto& v) {
    f.required("startLine", v.startLine);
    f.required("endLine", v.endLine);
    f.optional("endCharacter", v.endCharacter);
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

/// Five numbers a token: lines on from the token before, characters on from it or from the line's begin, length, type,
/// modifiers.
struct SemanticTokens {
  std::optional<std::string> resultId;
  std::vector<std::uint32_t> data;

  static void describe(auto& f, auto& v) {
    f.optional("resultId", v.resultId);
    f.required("data", v.data);
  }
};

struct SemanticTokensEdit {
  std::uint32_t start = 0;  ///< index into the data of before
  std::uint32_t deleteCount = 0;
  std::vector<std::uint32_t> data;

  static void describe(auto& f, auto& v) {
    f.required("start", v.start);
    f.required("deleteCount", v.deleteCount);
    f.optional("data", v.data);
  }
};

struct SemanticTokensDelta {
  std::optional<std::string> resultId;
  std::vector<SemanticTokensEdit> edits;

  static void describe(auto& f, auto& v) {
    f.optional("resultId", v.resultId);
    f.required("edits", v.edits);
  }
};

struct SemanticTokensDeltaParams {
  TextDocumentIdentifier textDocument;
  std::string previousResultId;

  static void describe(auto& f, auto& v) {
    f.required("textDocument", v.textDocument);
    f.required("previousResultId", v.previousResultId);
  }
};

struct SemanticTokensRangeParams {
  TextDocumentIdentifier textDocument;
  Range range;

  static void describe(auto& f, auto& v) {
    f.required("textDocument", v.textDocument);
    f.required("range", v.range);
  }
};

enum class DocumentHighlightKind { Text = 1, Write = 3 };

struct DocumentHighlight {
  Range range;
  DocumentHighlightKind kind = DocumentHighlightKind::Text;

  static void describe(auto& f, auto& v) {
    f.required("range", v.range);
    f.required("kind", v.kind);
  }
};

/// All of them hold the same text.
struct LinkedEditingRanges {
  std::vector<Range> ranges;
  std::string wordPattern;

  static void describe(auto& f, auto& v) {
    f.required("ranges", v.ranges);
    f.optional("wordPattern", v.wordPattern);
  }
};

struct DocumentLink {
  Range range;
  std::string target;  ///< a URI of any scheme
  std::string tooltip;

  static void describe(auto& f, auto& v) {
    f.required("range", v.range);
    f.required("target", v.target);
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

/// 3.18: the text of a document that no editor holds and no disk.
struct TextDocumentContentParams {
  DocumentUri uri;

  static void describe(auto& f, auto& v) { f.required("uri", v.uri); }
};

struct TextDocumentContentResult {
  std::string text;

  static void describe(auto& f, auto& v) { f.required("text", v.text); }
};

}  // namespace afterword::lsp
