// LSP 3.17, initialize and what the server says of itself.
#pragma once

#include <variant>

#include "protocol/lsp/client_capabilities.h"
#include "protocol/lsp/document_types.h"

namespace afterword::lsp {

struct ClientInfo {
  std::string name;
  std::string version;

  static void describe(auto& f, auto& v) {
    f.required("name", v.name);
    f.optional("version", v.version);
  }
};
using ServerInfo = ClientInfo;

struct WorkspaceFolder {
  DocumentUri uri;
  std::string name;

  static void describe(auto& f, auto& v) {
    f.required("uri", v.uri);
    f.optional("name", v.name);
  }
};

/// processId, rootUri and capabilities are required by the specification; only capabilities are insisted on.
struct InitializeParams {
  std::optional<std::int64_t> processId;
  std::optional<ClientInfo> clientInfo;
  std::string locale;
  std::optional<std::string> rootPath;
  std::optional<DocumentUri> rootUri;
  std::optional<std::vector<WorkspaceFolder>> workspaceFolders;
  Any initializationOptions;
  ClientCapabilities capabilities;
  std::string trace = "off";
  Any workDoneToken;

  static void describe(auto& f, auto& v) {
    f.optional("processId", v.processId);
    f.optional("clientInfo", v.clientInfo);
    f.optional("locale", v.locale);
    f.optional("rootPath", v.rootPath);
    f.optional("rootUri", v.rootUri);
    f.optional("workspaceFolders", v.workspaceFolders);
    f.optional("initializationOptions", v.initializationOptions);
    f.required("capabilities", v.capabilities);
    f.optional("trace", v.trace);
    f.optional("workDoneToken", v.workDoneToken);
  }
};

struct SaveOptions {
  bool includeText = false;

  static void describe(auto& f, auto& v) { f.required("includeText", v.includeText); }
};

struct TextDocumentSyncOptions {
  bool openClose = true;
  TextDocumentSyncKind change = TextDocumentSyncKind::Incremental;
  std::optional<SaveOptions> save;

  static void describe(auto& f, auto& v) {
    f.required("openClose", v.openClose);
    f.required("change", v.change);
    f.optional("save", v.save);
  }
};

struct CompletionItemOptions {
  bool labelDetailsSupport = false;

  static void describe(auto& f, auto& v) { f.optional("labelDetailsSupport", v.labelDetailsSupport); }
};

struct CompletionOptions {
  std::vector<std::string> triggerCharacters;
  bool resolveProvider = false;
  std::optional<CompletionItemOptions> completionItem;

  static void describe(auto& f, auto& v) {
    f.optional("triggerCharacters", v.triggerCharacters);
    f.optional("resolveProvider", v.resolveProvider);
    f.optional("completionItem", v.completionItem);
  }
};

struct CodeActionOptions {
  std::vector<std::string> codeActionKinds;
  bool resolveProvider = false;

  static void describe(auto& f, auto& v) {
    f.optional("codeActionKinds", v.codeActionKinds);
    f.optional("resolveProvider", v.resolveProvider);
  }
};

struct ResolveOptions {
  bool resolveProvider = false;

  static void describe(auto& f, auto& v) { f.optional("resolveProvider", v.resolveProvider); }
};

struct RenameOptions {
  bool prepareProvider = false;

  static void describe(auto& f, auto& v) { f.optional("prepareProvider", v.prepareProvider); }
};

struct ExecuteCommandOptions {
  std::vector<std::string> commands;

  static void describe(auto& f, auto& v) { f.required("commands", v.commands); }
};

struct DiagnosticOptions {
  std::string identifier;
  bool interFileDependencies = false;
  bool workspaceDiagnostics = false;

  static void describe(auto& f, auto& v) {
    f.optional("identifier", v.identifier);
    f.required("interFileDependencies", v.interFileDependencies);
    f.required("workspaceDiagnostics", v.workspaceDiagnostics);
  }
};

struct SemanticTokensLegend {
  std::vector<std::string> tokenTypes;
  std::vector<std::string> tokenModifiers;

  static void describe(auto& f, auto& v) {
    f.required("tokenTypes", v.tokenTypes);
    f.required("tokenModifiers", v.tokenModifiers);
  }
};

/// An empty one stands for a plain yes.
struct SemanticTokensFullOptions {
  bool delta = false;

  static void describe(auto& f, auto& v) { f.optional("delta", v.delta); }
};

struct SemanticTokensOptions {
  SemanticTokensLegend legend;
  bool range = false;
  std::optional<SemanticTokensFullOptions> full;

  static void describe(auto& f, auto& v) {
    f.required("legend", v.legend);
    f.optional("range", v.range);
    f.optional("full", v.full);
  }
};

struct WorkspaceFoldersServerCapabilities {
  bool supported = false;
  bool changeNotifications = false;

  static void describe(auto& f, auto& v) {
    f.optional("supported", v.supported);
    f.optional("changeNotifications", v.changeNotifications);
  }
};

/// 3.18: the URIs whose text the server gives.
struct TextDocumentContentOptions {
  std::vector<std::string> schemes;

  static void describe(auto& f, auto& v) { f.required("schemes", v.schemes); }
};

struct WorkspaceServerCapabilities {
  std::optional<WorkspaceFoldersServerCapabilities> workspaceFolders;
  std::optional<TextDocumentContentOptions> textDocumentContent;

  static void describe(auto& f, auto& v) {
    f.optional("workspaceFolders", v.workspaceFolders);
    f.optional("textDocumentContent", v.textDocumentContent);
  }
};

/// Each feature fills its own; what is left empty is not sent.
struct ServerCapabilities {
  std::string positionEncoding;
  TextDocumentSyncOptions textDocumentSync;
  std::optional<CompletionOptions> completionProvider;
  bool hoverProvider = false;
  std::optional<CodeActionOptions> codeActionProvider;
  std::optional<ResolveOptions> codeLensProvider;
  std::optional<ResolveOptions> documentLinkProvider;
  bool documentSymbolProvider = false;
  bool documentHighlightProvider = false;
  bool foldingRangeProvider = false;
  bool selectionRangeProvider = false;
  bool linkedEditingRangeProvider = false;
  bool inlineCompletionProvider = false;
  std::optional<std::variant<bool, RenameOptions>> renameProvider;  ///< options where the client prepares
  std::optional<ExecuteCommandOptions> executeCommandProvider;
  std::optional<SemanticTokensOptions> semanticTokensProvider;
  std::optional<DiagnosticOptions> diagnosticProvider;
  std::optional<WorkspaceServerCapabilities> workspace;

  static void describe(auto& f, auto& v) {
    f.optional("positionEncoding", v.positionEncoding);
    f.required("textDocumentSync", v.textDocumentSync);
    f.optional("completionProvider", v.completionProvider);
    f.optional("hoverProvider", v.hoverProvider);
    f.optional("codeActionProvider", v.codeActionProvider);
    f.optional("codeLensProvider", v.codeLensProvider);
    f.optional("documentLinkProvider", v.documentLinkProvider);
    f.optional("documentSymbolProvider", v.documentSymbolProvider);
    f.optional("documentHighlightProvider", v.documentHighlightProvider);
    f.optional("foldingRangeProvider", v.foldingRangeProvider);
    f.optional("selectionRangeProvider", v.selectionRangeProvider);
    f.optional("linkedEditingRangeProvider", v.linkedEditingRangeProvider);
    f.optional("inlineCompletionProvider", v.inlineCompletionProvider);
    f.optional("renameProvider", v.renameProvider);
    f.optional("executeCommandProvider", v.executeCommandProvider);
    f.optional("semanticTokensProvider", v.semanticTokensProvider);
    f.optional("diagnosticProvider", v.diagnosticProvider);
    f.optional("workspace", v.workspace);
  }
};

struct InitializeResult {
  ServerCapabilities capabilities;
  ServerInfo serverInfo;

  static void describe(auto& f, auto& v) {
    f.required("capabilities", v.capabilities);
    f.required("serverInfo", v.serverInfo);
  }
};

/// "off", "messages" or "verbose".
struct SetTraceParams {
  std::string value;

  static void describe(auto& f, auto& v) { f.required("value", v.value); }
};

}  // namespace afterword::lsp
