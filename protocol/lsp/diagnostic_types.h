// LSP 3.17, diagnostics, pushed and pulled.
#pragma once

#include "protocol/lsp/basic_types.h"

namespace afterword::lsp {

enum class DiagnosticSeverity { Error = 1, Warning = 2, Information = 3, Hint = 4 };
enum class DiagnosticTag { Unnecessary = 1, Deprecated = 2 };

struct CodeDescription {
  std::string href;

  static void describe(auto& f, auto& v) { f.required("href", v.href); }
};

struct DiagnosticRelatedInformation {
  Location location;
  std::string message;

  static void describe(auto& f, auto& v) {
    f.required("location", v.location);
    f.required("message", v.message);
  }
};

/// Also read back in code action requests, from all servers of the client: hence a code that may be a number.
struct Diagnostic {
  Range range;
  std::optional<DiagnosticSeverity> severity;
  Any code;
  std::optional<CodeDescription> codeDescription;
  std::string source;
  std::string message;
  std::vector<DiagnosticTag> tags;
  std::vector<DiagnosticRelatedInformation> relatedInformation;
  Any data;

  static void describe(auto& f, auto& v) {
    f.required("range", v.range);
    f.optional("severity", v.severity);
    f.optional("code", v.code);
    f.optional("codeDescription", v.codeDescription);
    f.optional("source", v.source);
    f.required("message", v.message);
    f.optional("tags", v.tags);
    f.optional("relatedInformation", v.relatedInformation);
    f.optional("data", v.data);
  }
};

struct PublishDiagnosticsParams {
  DocumentUri uri;
  std::optional<std::int32_t> version;
  std::vector<Diagnostic> diagnostics;

  static void describe(auto& f, auto& v) {
    f.required("uri", v.uri);
    f.optional("version", v.version);
    f.required("diagnostics", v.diagnostics);
  }
};

struct DocumentDiagnosticParams {
  TextDocumentIdentifier textDocument;
  std::optional<std::string> previousResultId;

  static void describe(auto& f, auto& v) {
    f.required("textDocument", v.textDocument);
    f.optional("previousResultId", v.previousResultId);
  }
};

/// `kind` is "full", with items, or "unchanged", without; a workspace report adds uri and version.
struct DocumentDiagnosticReport {
  std::string kind = "full";
  std::optional<std::string> resultId;
  std::optional<std::vector<Diagnostic>> items;
  std::optional<DocumentUri> uri;
  std::optional<std::optional<std::int32_t>> version;

  static void describe(auto& f, auto& v) {
    f.required("kind", v.kind);
    f.optional("resultId", v.resultId);
    f.optional("items", v.items);
    f.optional("uri", v.uri);
    f.optional("version", v.version);
  }
};

struct PreviousResultId {
  DocumentUri uri;
  std::string value;

  static void describe(auto& f, auto& v) {
    f.required("uri", v.uri);
    f.required("value", v.value);
  }
};

struct WorkspaceDiagnosticParams {
  std::vector<PreviousResultId> previousResultIds;
  Any partialResultToken;
  Any workDoneToken;

  static void describe(auto& f, auto& v) {
    f.required("previousResultIds", v.previousResultIds);
    f.optional("partialResultToken", v.partialResultToken);
    f.optional("workDoneToken", v.workDoneToken);
  }
};

struct WorkspaceDiagnosticReport {
  std::vector<DocumentDiagnosticReport> items;

  static void describe(auto& f, auto& v) { f.required("items", v.items); }
};

}  // namespace afterword::lsp
