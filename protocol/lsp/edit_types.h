// LSP 3.17 and 3.18, edits and the code actions that carry them.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "protocol/lsp/diagnostic_types.h"

namespace afterword::lsp {

struct TextEdit {
  Range range;
  std::string newText;

  static void describe(auto& f, auto& v) {
    f.required("range", v.range);
    f.required("newText", v.newText);
  }
};

/// "snippet" is the only kind of StringValue.
struct StringValue {
  std::string kind = "snippet";
  std::string value;

  static void describe(auto& f, auto& v) {
    f.required("kind", v.kind);
    f.required("value", v.value);
  }
};

/// 3.18: only for a client that announced workspaceEdit.snippetEditSupport.
struct SnippetTextEdit {
  Range range;
  StringValue snippet;

  static void describe(auto& f, auto& v) {
    f.required("range", v.range);
    f.required("snippet", v.snippet);
  }
};

/// A version of nothing is sent as null: the document is not open.
struct OptionalVersionedTextDocumentIdentifier {
  DocumentUri uri;
  std::optional<std::int32_t> version;

  static void describe(auto& f, auto& v) {
    f.required("uri", v.uri);
    f.required("version", v.version);
  }
};

struct TextDocumentEdit {
  OptionalVersionedTextDocumentIdentifier textDocument;
  std::vector<std::variant<TextEdit, SnippetTextEdit>> edits;

  static void describe(auto& f, auto& v) {
    f.required("textDocument", v.textDocument);
    f.required("edits", v.edits);
  }
};

struct CreateFileOptions {
  bool overwrite = false;
  bool ignoreIfExists = false;

  static void describe(auto& f, auto& v) {
    f.optional("overwrite", v.overwrite);
    f.optional("ignoreIfExists", v.ignoreIfExists);
  }
};

struct CreateFile {
  std::string kind = "create";
  DocumentUri uri;
  std::optional<CreateFileOptions> options;

  static void describe(auto& f, auto& v) {
    f.required("kind", v.kind);
    f.required("uri", v.uri);
    f.optional("options", v.options);
  }
};

/// Edits of one document in the form for clients without documentChanges.
struct Changes {
  std::vector<std::pair<DocumentUri, std::vector<TextEdit>>> by_uri;

  bool empty() const { return by_uri.empty(); }
};
void encode(jsonrpc::JsonWriter& to, const Changes& changes);
void decode(const jsonrpc::Cursor& at, Changes& changes);

using DocumentChange = std::variant<TextDocumentEdit, CreateFile>;
void decode(const jsonrpc::Cursor& at, DocumentChange& change);
void decode(const jsonrpc::Cursor& at, std::variant<TextEdit, SnippetTextEdit>& edit);

/// One of the two is filled, by what the client announced.
struct WorkspaceEdit {
  Changes changes;
  std::vector<DocumentChange> documentChanges;

  static void describe(auto& f, auto& v) {
    f.optional("changes", v.changes);
    f.optional("documentChanges", v.documentChanges);
  }
};

enum class CodeActionTriggerKind { Invoked = 1, Automatic = 2 };

struct CodeActionContext {
  std::vector<Diagnostic> diagnostics;
  std::optional<std::vector<std::string>> only;
  std::optional<CodeActionTriggerKind> triggerKind;

  static void describe(auto& f, auto& v) {
    f.required("diagnostics", v.diagnostics);
    f.optional("only", v.only);
    f.optional("triggerKind", v.triggerKind);
  }
};

struct CodeActionParams {
  TextDocumentIdentifier textDocument;
  Range range;
  CodeActionContext context;

  static void describe(auto& f, auto& v) {
    f.required("textDocument", v.textDocument);
    f.required("range", v.range);
    f.required("context", v.context);
  }
};

struct DisabledReason {
  std::string reason;

  static void describe(auto& f, auto& v) { f.required("reason", v.reason); }
};

struct CodeAction {
  std::string title;
  std::string kind;
  std::vector<Diagnostic> diagnostics;
  bool isPreferred = false;
  std::optional<DisabledReason> disabled;
  std::optional<WorkspaceEdit> edit;
  std::optional<Command> command;
  Any data;

  static void describe(auto& f, auto& v) {
    f.required("title", v.title);
    f.optional("kind", v.kind);
    f.optional("diagnostics", v.diagnostics);
    f.optional("isPreferred", v.isPreferred);
    f.optional("disabled", v.disabled);
    f.optional("edit", v.edit);
    f.optional("command", v.command);
    f.optional("data", v.data);
  }
};

}  // namespace afterword::lsp
