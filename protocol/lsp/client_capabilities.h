// LSP 3.17 and 3.18: what a client announces, as far as this server asks. Everything is optional and off by default.
#pragma once

#include "protocol/lsp/basic_types.h"

namespace afterword::lsp {

struct DynamicRegistration {
  bool dynamicRegistration = false;

  static void describe(auto& f, auto& v) { f.optional("dynamicRegistration", v.dynamicRegistration); }
};

struct RefreshSupport {
  bool refreshSupport = false;

  static void describe(auto& f, auto& v) { f.optional("refreshSupport", v.refreshSupport); }
};

struct ResolveSupport {
  std::vector<std::string> properties;

  static void describe(auto& f, auto& v) { f.required("properties", v.properties); }
};

struct WorkspaceEditCapabilities {
  bool documentChanges = false;
  bool snippetEditSupport = false;
  std::vector<std::string> resourceOperations;

  static void describe(auto& f, auto& v) {
    f.optional("documentChanges", v.documentChanges);
    f.optional("snippetEditSupport", v.snippetEditSupport);
    f.optional("resourceOperations", v.resourceOperations);
  }
};

/// The optional one tells by being there that the client has the feature.
struct WorkspaceCapabilities {
  bool applyEdit = false;
  bool configuration = false;
  bool workspaceFolders = false;
  WorkspaceEditCapabilities workspaceEdit;
  DynamicRegistration didChangeConfiguration;
  DynamicRegistration didChangeWatchedFiles;
  RefreshSupport diagnostics;
  RefreshSupport codeLens;
  RefreshSupport semanticTokens;
  std::optional<DynamicRegistration> textDocumentContent;

  static void describe(auto& f, auto& v) {
    f.optional("applyEdit", v.applyEdit);
    f.optional("configuration", v.configuration);
    f.optional("workspaceFolders", v.workspaceFolders);
    f.optional("workspaceEdit", v.workspaceEdit);
    f.optional("didChangeConfiguration", v.didChangeConfiguration);
    f.optional("didChangeWatchedFiles", v.didChangeWatchedFiles);
    f.optional("diagnostics", v.diagnostics);
    f.optional("codeLens", v.codeLens);
    f.optional("semanticTokens", v.semanticTokens);
    f.optional("textDocumentContent", v.textDocumentContent);
  }
};

/// tagSupport was a boolean once; that is taken as no tags.
struct TagSupport {
  std::vector<std::int32_t> valueSet;
};
void decode(const jsonrpc::Cursor& at, TagSupport& out);

struct PublishDiagnosticsCapabilities {
  bool relatedInformation = false;
  bool versionSupport = false;
  bool codeDescriptionSupport = false;
  bool dataSupport = false;
  TagSupport tagSupport;

  static void describe(auto& f, auto& v) {
    f.optional("relatedInformation", v.relatedInformation);
    f.optional("versionSupport", v.versionSupport);
    f.optional("codeDescriptionSupport", v.codeDescriptionSupport);
    f.optional("dataSupport", v.dataSupport);
    f.optional("tagSupport", v.tagSupport);
  }
};

struct CodeActionKinds {
  std::vector<std::string> valueSet;

  static void describe(auto& f, auto& v) { f.optional("valueSet", v.valueSet); }
};

struct CodeActionLiteralSupport {
  CodeActionKinds codeActionKind;

  static void describe(auto& f, auto& v) { f.optional("codeActionKind", v.codeActionKind); }
};

struct CodeActionCapabilities {
  std::optional<CodeActionLiteralSupport> codeActionLiteralSupport;
  bool isPreferredSupport = false;
  bool disabledSupport = false;
  bool dataSupport = false;
  std::optional<ResolveSupport> resolveSupport;

  static void describe(auto& f, auto& v) {
    f.optional("codeActionLiteralSupport", v.codeActionLiteralSupport);
    f.optional("isPreferredSupport", v.isPreferredSupport);
    f.optional("disabledSupport", v.disabledSupport);
    f.optional("dataSupport", v.dataSupport);
    f.optional("resolveSupport", v.resolveSupport);
  }
};

struct CompletionItemCapabilities {
  bool snippetSupport = false;
  bool labelDetailsSupport = false;
  bool insertReplaceSupport = false;
  std::vector<std::string> documentationFormat;
  std::optional<ResolveSupport> resolveSupport;

  static void describe(auto& f, auto& v) {
    f.optional("snippetSupport", v.snippetSupport);
    f.optional("labelDetailsSupport", v.labelDetailsSupport);
    f.optional("insertReplaceSupport", v.insertReplaceSupport);
    f.optional("documentationFormat", v.documentationFormat);
    f.optional("resolveSupport", v.resolveSupport);
  }
};

struct CompletionListCapabilities {
  std::vector<std::string> itemDefaults;

  static void describe(auto& f, auto& v) { f.optional("itemDefaults", v.itemDefaults); }
};

struct CompletionCapabilities {
  CompletionItemCapabilities completionItem;
  CompletionListCapabilities completionList;
  bool contextSupport = false;

  static void describe(auto& f, auto& v) {
    f.optional("completionItem", v.completionItem);
    f.optional("completionList", v.completionList);
    f.optional("contextSupport", v.contextSupport);
  }
};

struct HoverCapabilities {
  std::vector<std::string> contentFormat;

  static void describe(auto& f, auto& v) { f.optional("contentFormat", v.contentFormat); }
};

/// Without a set the kinds of the protocol's first version are meant, which end with Array.
struct SymbolKinds {
  std::optional<std::vector<std::int32_t>> valueSet;

  static void describe(auto& f, auto& v) { f.optional("valueSet", v.valueSet); }
};

struct DocumentSymbolCapabilities {
  SymbolKinds symbolKind;
  bool hierarchicalDocumentSymbolSupport = false;

  static void describe(auto& f, auto& v) {
    f.optional("symbolKind", v.symbolKind);
    f.optional("hierarchicalDocumentSymbolSupport", v.hierarchicalDocumentSymbolSupport);
  }
};

struct FoldingRangeCapabilities {
  std::optional<std::uint32_t> rangeLimit;
  bool lineFoldingOnly = false;

  static void describe(auto& f, auto& v) {
    f.optional("rangeLimit", v.rangeLimit);
    f.optional("lineFoldingOnly", v.lineFoldingOnly);
  }
};

struct DocumentLinkCapabilities {
  bool tooltipSupport = false;

  static void describe(auto& f, auto& v) { f.optional("tooltipSupport", v.tooltipSupport); }
};

struct RenameCapabilities {
  bool prepareSupport = false;

  static void describe(auto& f, auto& v) { f.optional("prepareSupport", v.prepareSupport); }
};

/// Which of the requests the client sends: each a boolean, or an object that says more of it.
struct SemanticTokensRequests {
  bool range = false;
  bool full = false;
  bool delta = false;
};
void decode(const jsonrpc::Cursor& at, SemanticTokensRequests& out);

struct SemanticTokensCapabilities {
  SemanticTokensRequests requests;
  std::vector<std::string> tokenTypes;
  std::vector<std::string> formats;

  static void describe(auto& f, auto& v) {
    f.optional("requests", v.requests);
    f.optional("tokenTypes", v.tokenTypes);
    f.optional("formats", v.formats);
  }
};

/// The optional ones tell by being there that the client has the feature.
struct TextDocumentCapabilities {
  PublishDiagnosticsCapabilities publishDiagnostics;
  std::optional<DynamicRegistration> diagnostic;
  CodeActionCapabilities codeAction;
  CompletionCapabilities completion;
  std::optional<DynamicRegistration> inlineCompletion;
  HoverCapabilities hover;
  DocumentSymbolCapabilities documentSymbol;
  std::optional<FoldingRangeCapabilities> foldingRange;
  std::optional<DynamicRegistration> selectionRange;
  std::optional<DocumentLinkCapabilities> documentLink;
  std::optional<RenameCapabilities> rename;
  std::optional<SemanticTokensCapabilities> semanticTokens;
  std::optional<DynamicRegistration> linkedEditingRange;

  static void describe(auto& f, auto& v) {
    f.optional("publishDiagnostics", v.publishDiagnostics);
    f.optional("diagnostic", v.diagnostic);
    f.optional("codeAction", v.codeAction);
    f.optional("completion", v.completion);
    f.optional("inlineCompletion", v.inlineCompletion);
    f.optional("hover", v.hover);
    f.optional("documentSymbol", v.documentSymbol);
    f.optional("foldingRange", v.foldingRange);
    f.optional("selectionRange", v.selectionRange);
    f.optional("documentLink", v.documentLink);
    f.optional("rename", v.rename);
    f.optional("semanticTokens", v.semanticTokens);
    f.optional("linkedEditingRange", v.linkedEditingRange);
  }
};

struct ShowDocumentCapabilities {
  bool support = false;

  static void describe(auto& f, auto& v) { f.optional("support", v.support); }
};

struct WindowCapabilities {
  bool workDoneProgress = false;
  ShowDocumentCapabilities showDocument;

  static void describe(auto& f, auto& v) {
    f.optional("workDoneProgress", v.workDoneProgress);
    f.optional("showDocument", v.showDocument);
  }
};

struct GeneralCapabilities {
  std::vector<std::string> positionEncodings;

  static void describe(auto& f, auto& v) { f.optional("positionEncodings", v.positionEncodings); }
};

struct ClientCapabilities {
  WorkspaceCapabilities workspace;
  TextDocumentCapabilities textDocument;
  WindowCapabilities window;
  GeneralCapabilities general;

  static void describe(auto& f, auto& v) {
    f.optional("workspace", v.workspace);
    f.optional("textDocument", v.textDocument);
    f.optional("window", v.window);
    f.optional("general", v.general);
  }
};

}  // namespace afterword::lsp
