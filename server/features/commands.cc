#include "server/features/commands.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "server/features/explain.h"
#include "server/features/features.h"
#include "server/features/missing_parts.h"
#include "server/features/rule_off.h"
#include "server/session/files.h"
#include "server/translate/translate.h"

namespace afterword {

namespace {

using jsonrpc::ErrorCode;
using jsonrpc::ResponseError;

class Execution {
 public:
  Execution(Session& session, const lsp::ExecuteCommandParams& params) : session_(session), params_(params) {}

  lsp::Any run() {
    struct Known {
      std::string_view name;
      lsp::Any (Execution::*carry_out)();
    };
    static constexpr auto known = std::to_array<Known>({{ignore_command, &Execution::ignore_rule},
                                                        {disable_command, &Execution::switch_rule_off},
                                                        {missing_command, &Execution::insert_missing},
                                                        {new_note_command, &Execution::new_note},
                                                        {new_notes_command, &Execution::new_notes},
                                                        {explain_command, &Execution::explain},
                                                        {restart_command, &Execution::restart_checks}});
    for (const Known& command : known)
      if (command.name == params_.command) return (this->*command.carry_out)();
    throw ResponseError(ErrorCode::InvalidParams, "params.command: there is no such command");
  }

 private:
  static lsp::Any nothing() { return lsp::Any::of_text("null"); }

  const std::string* argument(std::size_t index) const {
    return index < params_.arguments.size() ? params_.arguments[index].as_string() : nullptr;
  }
  const std::string& uri() const {
    const std::string* given = argument(0);
    if (!given) throw ResponseError(ErrorCode::InvalidParams, "params.arguments[0]: expected a document's URI");
    return *given;
  }
  Document& document() {
    Document* found = session_.documents().find(uri());
    if (!found) throw ResponseError(ErrorCode::InvalidParams, "params.arguments[0]: the document is not open");
    return *found;
  }
  const std::string& rule(Document& document) {
    const std::string* given = argument(1);
    if (!given) throw ResponseError(ErrorCode::InvalidParams, "params.arguments[1]: expected a rule's id");
    if (!session_.judge().knows_rule(document, *given))
      throw ResponseError(ErrorCode::InvalidParams, "params.arguments[1]: there is no such rule");
    return *given;
  }

  lsp::Any ignore_rule() {
    Document& in = document();
    if (!session_.judge().remember_ignore(in, rule(in)))
      session_.log(lsp::MessageType::Warning,
                   "the ignore can't be kept on this machine; it holds until the server ends");
    return nothing();
  }

  lsp::Any switch_rule_off() {
    Document& in = document();
    disable_rule(session_, in, rule(in));
    return nothing();
  }

  lsp::Any insert_missing() {
    Document& in = document();
    const MissingParts missing = missing_parts(session_.judge().verdict_with_fixes(in));
    if (missing.edits.empty()) throw ResponseError(ErrorCode::RequestFailed, "the note lacks no part");
    apply(missing.title, workspace_edit_of(session_, in, missing.edits), {});
    return nothing();
  }

  lsp::Any explain() {
    const std::string* rule = argument(0);
    if (!rule) throw ResponseError(ErrorCode::InvalidParams, "params.arguments[0]: expected a rule's id");
    Document* in = argument(1) ? session_.documents().find(*argument(1)) : nullptr;
    if (!explain_rule(session_, *rule, in))
      throw ResponseError(ErrorCode::InvalidParams, "params.arguments[0]: there is no such rule");
    return nothing();
  }

  lsp::Any restart_checks() {
    session_.restart_checks();
    return nothing();
  }

  lsp::Any new_note() {
    std::vector<Fix> due = notes_due();
    const std::string* name = argument(1);
    if (params_.arguments.size() > 1 && !name)
      throw ResponseError(ErrorCode::InvalidParams, "params.arguments[1]: expected a person's name or the file's");
    const auto chosen = std::find_if(due.begin(), due.end(), [&](const Fix& fix) {
      return !name || name_of_path(fix.file->path) == *name || fix.title == "Begin a note to " + *name;
    });
    if (chosen == due.end())
      throw ResponseError(ErrorCode::RequestFailed, "nobody there is without a note of that name");
    begin(*chosen, true);
    return lsp::Any::of(lsp::Uri::of_path(chosen->file->path).text());
  }

  lsp::Any new_notes() {
    const std::vector<Fix> due = notes_due();
    for (const Fix& fix : due) begin(fix, &fix == &due.front());
    return nothing();
  }

  std::vector<Fix> notes_due() {
    const std::optional<std::string> path = lsp::Uri(uri()).path();
    if (!path) throw ResponseError(ErrorCode::InvalidParams, "params.arguments[0]: expected the URI of a file");
    // Files are made in the workspace, and beside what is open in the editor.
    if (!session_.judge().workspace().holds(*path) && !session_.documents().find_path(*path))
      throw ResponseError(ErrorCode::InvalidParams, "params.arguments[0]: the file does not lie in the workspace");
    std::vector<Fix> due = session_.judge().notes_to_begin(*path);
    if (due.empty())
      throw ResponseError(ErrorCode::RequestFailed, "no interview.yaml there names anybody who is without a note");
    return due;
  }

  /// Makes the file, by the client where it takes such edits, and shows it where it can.
  void begin(const Fix& fix, bool show) {
    const std::string shown = show ? lsp::Uri::of_path(fix.file->path).text() : std::string();
    if (creates_files(session_) && session_.client().workspace.applyEdit)
      return apply(fix.title, new_file_edit(*fix.file), shown);
    if (!write_new_file(fix.file->path, fix.file->text))
      throw ResponseError(ErrorCode::RequestFailed, fmt::format("{} can't be written", name_of_path(fix.file->path)));
    session_.notes_changed();
    show_document(shown);
  }

  void apply(const std::string& label, lsp::WorkspaceEdit edit, const std::string& shown) {
    if (!session_.client().workspace.applyEdit)
      throw ResponseError(ErrorCode::RequestFailed, "the client takes no edits from the server");
    lsp::ApplyWorkspaceEditParams params;
    params.label = label;
    params.edit = std::move(edit);
    session_.router().call("workspace/applyEdit", params,
                           [session = &session_, shown](jsonrpc::Outcome<lsp::ApplyWorkspaceEditResult> done) {
                             if (done.value && done.value->applied) show_document(*session, shown);
                           });
  }

  void show_document(const std::string& uri) { show_document(session_, uri); }
  static void show_document(Session& session, const std::string& uri) {
    if (uri.empty() || !session.client().window.showDocument.support) return;
    lsp::ShowDocumentParams params;
    params.uri = uri;
    params.takeFocus = true;
    session.router().call("window/showDocument", params, [](jsonrpc::Outcome<jsonrpc::Any>) {});
  }

  Session& session_;
  const lsp::ExecuteCommandParams& params_;
};

void announce(const lsp::ClientCapabilities&, lsp::ServerCapabilities& server) {
  lsp::ExecuteCommandOptions& options = server.executeCommandProvider.emplace();
  for (const std::string_view command : {ignore_command, disable_command, missing_command, new_note_command,
                                         new_notes_command, explain_command, restart_command})
    options.commands.emplace_back(command);
}

void bind(Session& session) {
  session.router().request("workspace/executeCommand",
                           [&session](lsp::ExecuteCommandParams params) { return Execution(session, params).run(); });
}

}  // namespace

lsp::Command command_of(std::string_view title, std::string_view command,
                        std::initializer_list<std::string_view> arguments) {
  lsp::Command made{std::string(title), std::string(command), {}};
  for (const std::string_view argument : arguments) made.arguments.push_back(lsp::Any::of(std::string(argument)));
  return made;
}

const Feature commands_feature{.announce = announce, .bind = bind};

}  // namespace afterword
