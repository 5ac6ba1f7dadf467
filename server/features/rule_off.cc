#include "server/features/rule_off.h"

#include <algorithm>

#include <fmt/format.h>

#include "server/features/commands.h"
#include "server/session/configuration_edit.h"
#include "server/translate/translate.h"

namespace afterword {

namespace {

/// The project's file as it is now, and the edit that it needs.
struct Change {
  std::string path;
  bool exists = false;
  std::string text;
  std::optional<std::int32_t> version;  // of the text in the editor, where it is open
  Edit edit;
};

std::optional<Change> change_for(Session& session, Document& document, std::string_view rule) {
  if (document.path.empty() || session.judge().is_set_by_editor(rule)) return std::nullopt;
  session.judge().judgement(document);
  const ProjectConfiguration& project = *document.project;
  Change made;
  made.exists = !project.path.empty();
  made.path = made.exists
                  ? project.path
                  : fmt::format("{}/{}", session.judge().workspace().root_of(document.path), configuration_file_name);
  const bool unread = std::any_of(project.faults.begin(), project.faults.end(),
                                  [](const ConfigurationFault& fault) { return fault.line == 0; });
  if (unread) return std::nullopt;
  made.text = project.text;
  if (const Document* open = session.documents().find_path(made.path)) {
    made.version = open->version;
    made.exists = true;
  }
  auto edit = switch_off(made.text, rule);
  if (!edit) return std::nullopt;
  made.edit = std::move(*edit);
  return made;
}

lsp::WorkspaceEdit workspace_edit(const Session& session, const Change& change) {
  const lsp::LineIndex lines(change.text);
  const auto position = [&](std::size_t at) { return lines.to_position(change.text, at, session.encoding()); };
  lsp::TextEdit edit{{position(change.edit.span.begin), position(change.edit.span.end)}, change.edit.text};
  const std::string uri = lsp::Uri::of_path(change.path).text();
  lsp::WorkspaceEdit made;
  if (!session.client().workspace.workspaceEdit.documentChanges) {
    made.changes.by_uri.emplace_back(uri, std::vector{std::move(edit)});
    return made;
  }
  if (!change.exists)
    made.documentChanges.emplace_back(lsp::CreateFile{"create", uri, lsp::CreateFileOptions{false, true}});
  lsp::TextDocumentEdit document;
  document.textDocument = {uri, change.version};
  document.edits.emplace_back(std::move(edit));
  made.documentChanges.emplace_back(std::move(document));
  return made;
}

[[noreturn]] void refuse(std::string why) {
  throw jsonrpc::ResponseError(jsonrpc::ErrorCode::RequestFailed, std::move(why));
}

}  // namespace

bool fill_rule_off(Session& session, Document& document, std::string_view rule, lsp::CodeAction& action) {
  const auto change = change_for(session, document, rule);
  if (!change) return false;
  if (change->exists || creates_files(session)) {
    action.edit = workspace_edit(session, *change);
    return true;
  }
  action.command = command_of(action.title, disable_command, {document.uri.text(), rule});
  return true;
}

void disable_rule(Session& session, Document& document, std::string_view rule) {
  const auto change = change_for(session, document, rule);
  if (!change) refuse(fmt::format("{} can't be changed", configuration_file_name));
  if (!change->exists) {
    if (!write_new_file(change->path, change->edit.text))
      refuse(fmt::format("{} can't be written", configuration_file_name));
    return session.judge_all_anew();
  }
  if (!session.client().workspace.applyEdit) refuse("the client takes no edits from the server");
  lsp::ApplyWorkspaceEditParams params;
  params.label = fmt::format("Turn {} off in this project", rule);
  params.edit = workspace_edit(session, *change);
  session.router().call("workspace/applyEdit", params, [](jsonrpc::Outcome<jsonrpc::Any>) {});
}

}  // namespace afterword
