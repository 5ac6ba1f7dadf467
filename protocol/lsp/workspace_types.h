// LSP 3.17, workspace and window: settings, watched files, commands, messages, progress.
#pragma once

#include "protocol/lsp/edit_types.h"
#include "protocol/lsp/lifecycle_types.h"

namespace afterword::lsp {

struct ConfigurationItem {
  std::optional<DocumentUri> scopeUri;
  std::string section;

  static void describe(auto& f, auto& v) {
    f.optional("scopeUri", v.scopeUri);
    f.optional("section", v.section);
  }
};

/// The result is a std::vector<Any>, one an item, null where the client has no such setting.
struct ConfigurationParams {
  std::vector<ConfigurationItem> items;

  static void describe(auto& f, auto& v) { f.required("items", v.items); }
};

/// Null, or absent with some clients, where the server is to ask.
struct DidChangeConfigurationParams {
  Any settings;

  static void describe(auto& f, auto& v) { f.optional("settings", v.settings); }
};

struct WorkspaceFoldersChangeEvent {
  std::vector<WorkspaceFolder> added;
  std::vector<WorkspaceFolder> removed;

  static void describe(auto& f, auto& v) {
    f.required("added", v.added);
    f.required("removed", v.removed);
  }
};

struct DidChangeWorkspaceFoldersParams {
  WorkspaceFoldersChangeEvent event;

  static void describe(auto& f, auto& v) { f.required("event", v.event); }
};

enum class FileChangeType { Created = 1, Changed = 2, Deleted = 3 };

struct FileEvent {
  DocumentUri uri;
  FileChangeType type = FileChangeType::Changed;

  static void describe(auto& f, auto& v) {
    f.required("uri", v.uri);
    f.required("type", v.type);
  }
};

struct DidChangeWatchedFilesParams {
  std::vector<FileEvent> changes;

  static void describe(auto& f, auto& v) { f.required("changes", v.changes); }
};

struct FileSystemWatcher {
  std::string globPattern;

  static void describe(auto& f, auto& v) { f.required("globPattern", v.globPattern); }
};

struct DidChangeWatchedFilesRegistrationOptions {
  std::vector<FileSystemWatcher> watchers;

  static void describe(auto& f, auto& v) { f.required("watchers", v.watchers); }
};

struct Registration {
  std::string id;
  std::string method;
  Any registerOptions;

  static void describe(auto& f, auto& v) {
    f.required("id", v.id);
    f.required("method", v.method);
    f.optional("registerOptions", v.registerOptions);
  }
};

struct RegistrationParams {
  std::vector<Registration> registrations;

  static void describe(auto& f, auto& v) { f.required("registrations", v.registrations); }
};

struct ExecuteCommandParams {
  std::string command;
  std::vector<Any> arguments;
  Any workDoneToken;

  static void describe(auto& f, auto& v) {
    f.required("command", v.command);
    f.optional("arguments", v.arguments);
    f.optional("workDoneToken", v.workDoneToken);
  }
};

struct ApplyWorkspaceEditParams {
  std::string label;
  WorkspaceEdit edit;

  static void describe(auto& f, auto& v) {
    f.optional("label", v.label);
    f.required("edit", v.edit);
  }
};

struct ApplyWorkspaceEditResult {
  bool applied = false;
  std::string failureReason;

  static void describe(auto& f, auto& v) {
    f.required("applied", v.applied);
    f.optional("failureReason", v.failureReason);
  }
};

struct ShowDocumentParams {
  DocumentUri uri;
  bool external = false;
  bool takeFocus = false;
  std::optional<Range> selection;

  static void describe(auto& f, auto& v) {
    f.required("uri", v.uri);
    f.optional("external", v.external);
    f.optional("takeFocus", v.takeFocus);
    f.optional("selection", v.selection);
  }
};

struct ShowDocumentResult {
  bool success = false;

  static void describe(auto& f, auto& v) { f.required("success", v.success); }
};

enum class MessageType { Error = 1, Warning = 2, Info = 3, Log = 4 };

/// window/logMessage and window/showMessage.
struct LogMessageParams {
  MessageType type = MessageType::Log;
  std::string message;

  static void describe(auto& f, auto& v) {
    f.required("type", v.type);
    f.required("message", v.message);
  }
};

struct WorkDoneProgressCreateParams {
  Any token;

  static void describe(auto& f, auto& v) { f.required("token", v.token); }
};

/// `kind` is "begin", "report" or "end".
struct WorkDoneProgress {
  std::string kind;
  std::string title;
  std::string message;
  std::optional<std::uint32_t> percentage;

  static void describe(auto& f, auto& v) {
    f.required("kind", v.kind);
    f.optional("title", v.title);
    f.optional("message", v.message);
    f.optional("percentage", v.percentage);
  }
};

/// `value` is a WorkDoneProgress or a partial result.
struct ProgressParams {
  Any token;
  Any value;

  static void describe(auto& f, auto& v) {
    f.required("token", v.token);
    f.required("value", v.value);
  }
};

}  // namespace afterword::lsp
