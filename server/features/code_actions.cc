// textDocument/codeAction: a quick fix for each fix of each finding at the range, ways to silence its rule, and
// source.fixAll.afterword. Every action is an edit, or a command that this server carries out itself.
#include <algorithm>

#include <fmt/format.h>

#include "rules/engine/fixing.h"
#include "rules/engine/ignore_edits.h"
#include "server/features/commands.h"
#include "server/features/features.h"
#include "server/features/missing_parts.h"
#include "server/features/rule_off.h"
#include "server/translate/translate.h"

namespace afterword {

namespace {

constexpr std::string_view quickfix = "quickfix", fix_all_kind = "source.fixAll.afterword",
                           rewrite = "refactor.rewrite";

/// Whether a client that asked for the kinds `only` wants `kind`: kinds are prefixes at dots.
bool wanted(const std::optional<std::vector<std::string>>& only, std::string_view kind) {
  if (!only) return true;
  return std::any_of(only->begin(), only->end(), [&](const std::string& asked) {
    return asked.empty() || kind == asked || (kind.starts_with(asked) && kind[asked.size()] == '.');
  });
}
bool asked_for(const std::optional<std::vector<std::string>>& only, std::string_view kind) {
  return only && wanted(only, kind);
}

/// Safe fixes until none is left, beginning with those of `verdict`. Empty where there is nothing to do.
std::vector<Edit> safe_edits(Session& session, Document& document, const Verdict& verdict) {
  return fix_all(*document.text, verdict, FixScope::safe,
                 [&](std::shared_ptr<const std::string> text) {
                   return session.judge().judge_as(document, std::move(text)).verdict;
                 })
      .edits;
}

bool has_safe_fix(const Finding& finding) {
  return std::any_of(finding.fixes.begin(), finding.fixes.end(),
                     [&](const Fix& fix) { return is_taken(FixScope::safe, finding, fix); });
}

class Collector {
 public:
  Collector(Session& session, Document& document, const lsp::CodeActionParams& params)
      : session_(session), document_(document), params_(params) {}

  std::vector<lsp::CodeAction> collect() {
    const bool quick = wanted(params_.context.only, quickfix), all = asked_for(params_.context.only, fix_all_kind);
    const bool parts = wanted(params_.context.only, rewrite);
    if (!quick && !all && !parts) return {};
    const Verdict verdict = session_.judge().verdict_with_fixes(document_);
    const std::vector<const Finding*> here = findings_here(verdict);
    if (quick) add_quick_fixes(here);
    // Who did not ask for it alone is offered all at once where one of them is shown.
    const bool asked = asked_for(params_.context.only, rewrite);
    if (asked || (parts && std::any_of(here.begin(), here.end(), is_about_part))) add_missing_parts(verdict);
    if (asked || (parts && std::any_of(here.begin(), here.end(), begins_note))) add_new_notes(verdict);
    if (all) add_fix_all(verdict);
    return std::move(actions_);
  }

 private:
  static bool begins_note(const Finding* finding) {
    return std::any_of(finding->fixes.begin(), finding->fixes.end(),
                       [](const Fix& fix) { return fix.file.has_value(); });
  }
  static bool is_about_part(const Finding* finding) { return afterword::is_about_part(finding->rule); }

  std::vector<const Finding*> findings_here(const Verdict& verdict) const {
    Span asked{byte_at(document_, params_.range.start, session_.encoding()),
               byte_at(document_, params_.range.end, session_.encoding())};
    std::vector<const Finding*> here;
    for (const Finding& finding : verdict.findings)
      if (finding.span.begin <= asked.end && asked.begin <= finding.span.end) here.push_back(&finding);
    return here;
  }
  void add_quick_fixes(const std::vector<const Finding*>& here) {
    const Judgement& judged = session_.judge().judgement(document_);
    for (const Finding* finding : here) add_fixes(*finding);
    std::vector<std::string_view> silenced;
    for (const Finding* finding : here)
      if (!finding->rule.empty() && std::find(silenced.begin(), silenced.end(), finding->rule) == silenced.end()) {
        silenced.push_back(finding->rule);
        if (!document_.holds_settings()) add_ignores(judged, *finding);
        add_rule_off(*finding);
      }
  }
  lsp::CodeAction& add(std::string title, std::string_view kind, const Finding* mends) {
    lsp::CodeAction& action = actions_.emplace_back();
    action.title = std::move(title);
    action.kind = kind;
    if (mends) action.diagnostics.push_back(diagnostic_of(session_, document_, *mends));
    return action;
  }
  void add_fixes(const Finding& finding) {
    for (const Fix& fix : finding.fixes) {
      lsp::CodeAction& action = add(fix.title, quickfix, &finding);
      action.isPreferred = fix.preferred && session_.client().textDocument.codeAction.isPreferredSupport;
      if (!fix.file)
        action.edit = workspace_edit_of(session_, document_, fix.edits);
      else if (creates_files(session_))
        action.edit = new_file_edit(*fix.file);
      else
        action.command =
            command_of(action.title, new_note_command, {document_.uri.text(), name_of_path(fix.file->path)});
    }
  }
  void add_ignores(const Judgement& judged, const Finding& finding) {
    add_ignore_in_note(judged.note, finding);
    // In a mail or a text the reader would receive the comment.
    if (document_.format == Format::markdown && finding.span.begin >= judged.note.front_matter().span.end)
      add(fmt::format("Ignore {} in this paragraph", finding.rule), quickfix, &finding).edit =
          workspace_edit_of(session_, document_, {paragraph_ignore(judged.note, finding.span.begin, finding.rule)});
  }
  void add_ignore_in_note(const Note& note, const Finding& finding) {
    lsp::CodeAction& action = add(fmt::format("Ignore {} in this note", finding.rule), quickfix, &finding);
    if (auto edit = longer_ignore(note, finding.rule)) {
      action.edit = workspace_edit_of(session_, document_, {*edit});
      return;
    }
    action.command = command_of(action.title, ignore_command, {document_.uri.text(), finding.rule});
  }
  void add_rule_off(const Finding& finding) {
    lsp::CodeAction& action = add(fmt::format("Turn {} off in this project", finding.rule), quickfix, &finding);
    if (!fill_rule_off(session_, document_, finding.rule, action)) actions_.pop_back();
  }
  void add_missing_parts(const Verdict& verdict) {
    const MissingParts missing = missing_parts(verdict);
    if (missing.count < 2) return;  // one is mended by its own fix
    add(missing.title, rewrite, nullptr).edit = workspace_edit_of(session_, document_, missing.edits);
  }
  /// All at once; for one of them its own fix will do.
  void add_new_notes(const Verdict& verdict) {
    const auto count = std::count_if(verdict.findings.begin(), verdict.findings.end(),
                                     [](const Finding& finding) { return begins_note(&finding); });
    if (count < 2) return;
    lsp::CodeAction& action = add(fmt::format("Begin notes to all {} who have none", count), rewrite, nullptr);
    action.command = command_of(action.title, new_notes_command, {document_.uri.text()});
  }
  void add_fix_all(const Verdict& verdict) {
    std::vector<Edit> edits = safe_edits(session_, document_, verdict);
    if (edits.empty()) return;
    lsp::CodeAction& action = add("Apply all safe fixes", fix_all_kind, nullptr);
    action.edit = workspace_edit_of(session_, document_, edits);
    for (const Finding& finding : verdict.findings)
      if (has_safe_fix(finding)) action.diagnostics.push_back(diagnostic_of(session_, document_, finding));
  }

  Session& session_;
  Document& document_;
  const lsp::CodeActionParams& params_;
  std::vector<lsp::CodeAction> actions_;
};

void announce(const lsp::ClientCapabilities& client, lsp::ServerCapabilities& server) {
  if (!client.textDocument.codeAction.codeActionLiteralSupport)
    return;  // actions are edits, which older clients can't take
  server.codeActionProvider =
      lsp::CodeActionOptions{{std::string(quickfix), std::string(rewrite), std::string(fix_all_kind)}, false};
}

void bind(Session& session) {
  session.router().request("textDocument/codeAction",
                           [&session](lsp::CodeActionParams params) -> std::vector<lsp::CodeAction> {
                             return Collector(session, session.document(params.textDocument.uri), params).collect();
                           });
}

}  // namespace

const Feature code_actions_feature{.announce = announce, .bind = bind};

}  // namespace afterword
