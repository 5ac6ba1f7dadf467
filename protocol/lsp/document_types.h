// LSP 3.17, text document synchronisation.
#pragma once

#include "protocol/lsp/basic_types.h"

namespace afterword::lsp {

enum class TextDocumentSyncKind { None = 0, Full = 1, Incremental = 2 };

struct DidOpenTextDocumentParams {
  TextDocumentItem textDocument;

  static void describe(auto& f, auto& v) { f.required("textDocument", v.textDocument); }
};

/// Without a range the text is the whole document. rangeLength is deprecated and not read.
struct TextDocumentContentChangeEvent {
  std::optional<Range> range;
  std::string text;

  static void describe(auto& f, auto& v) {
    f.optional("range", v.range);
    f.required("text", v.text);
  }
};

struct DidChangeTextDocumentParams {
  VersionedTextDocumentIdentifier textDocument;
  std::vector<TextDocumentContentChangeEvent> contentChanges;

  static void describe(auto& f, auto& v) {
    f.required("textDocument", v.textDocument);
    f.required("contentChanges", v.contentChanges);
  }
};

struct DidSaveTextDocumentParams {
  TextDocumentIdentifier textDocument;
  std::optional<std::string> text;

  static void describe(auto& f, auto& v) {
    f.required("textDocument", v.textDocument);
    f.optional("text", v.text);
  }
};

struct DidCloseTextDocumentParams {
  TextDocumentIdentifier textDocument;

  static void describe(auto& f, auto& v) { f.required("textDocument", v.textDocument); }
};

}  // namespace afterword::lsp
