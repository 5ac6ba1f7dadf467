// textDocument/codeAction: a quick fix for each fix of each finding at the range, "ignore in this note", and
// source.fixAll.afterword. Every action is an edit, or a command that this server carries out itself.
#include <algorithm>

#include <fmt/format.h>

#include "rules/model/standard.h"
#include "server/features/features.h"
#include "server/translate/translate.h"

namespace afterword {

namespace {

constexpr std::string_view quickfix = "quickfix", fix_all = "source.fixAll.afterword",
                           ignore_command = "afterword.ignoreRule";
constexpr int most_rounds = 10;  // a fix may uncover another finding; fixes that undo each other must not loop

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

bool applied_by_fix_all(const Fix& fix) { return fix.safe && fix.preferred && fix.edits.size() == 1; }

std::vector<Edit> safe_edits(const Verdict& verdict) {
  std::vector<Edit> edits;
  std::size_t free_from = 0;
  for (const Finding& finding : verdict.findings)
    for (const Fix& fix : finding.fixes) {
      if (!applied_by_fix_all(fix) || fix.edits[0].span.begin < free_from) continue;
      free_from = fix.edits[0].span.end + 1;  // touching edits wait for the next round
      edits.push_back(fix.edits[0]);
      break;
    }
  return edits;
}

std::string applied(std::string text, const std::vector<Edit>& edits) {
  for (std::size_t i = edits.size(); i-- > 0;) text.replace(edits[i].span.begin, edits[i].span.size(), edits[i].text);
  return text;
}

/// The smallest single edit that turns one text into the other.
Edit difference(std::string_view before, std::string_view after) {
  std::size_t head = 0, tail = 0, most = std::min(before.size(), after.size());
  while (head < most && before[head] == after[head]) ++head;
  while (tail < most - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) ++tail;
  auto inside = [](std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
  };
  while (head > 0 && (inside(before, head) || inside(after, head))) --head;  // never cut a character
  while (tail > 0 && inside(before, before.size() - tail)) --tail;
  return {{head, before.size() - tail}, std::string(after.substr(head, after.size() - tail - head)), ""};
}

/// Safe fixes until none is left, beginning with those of `verdict`. Empty where there is nothing to do.
std::vector<Edit> fix_everything(Session& session, Document& document, const Verdict& verdict) {
  std::vector<Edit> first = safe_edits(verdict);
  if (first.empty()) return {};
  std::string text = applied(*document.text, first);
  bool again = false;
  for (int round = 1; round < most_rounds; ++round) {
    Judgement next = session.judge().judge_as(document, std::make_shared<const std::string>(text));
    std::vector<Edit> edits = safe_edits(next.verdict);
    if (edits.empty()) break;
    text = applied(std::move(text), edits);
    again = true;
  }
  if (!again) return first;
  return {difference(*document.text, text)};
}

/// How "ignore:" would get one rule more, in each of the ways in which people write it.
Edit longer_ignore(const Note& note, const Field& ignore, std::string_view rule, std::string_view line_end) {
  if (ignore.values.empty()) {  // "ignore:" or "ignore: []": a second key would be none
    std::size_t end = std::min(note.text().find_first_of("\r\n#", ignore.key_span.end), note.text().size());
    while (note.text()[end - 1] == ' ') --end;  // a comment stays, with its distance
    return {{ignore.key_span.end, end}, fmt::format(": [{}]", rule), ""};
  }
  const FieldValue& last = ignore.values.back();
  std::size_t key_line = note.text().find('\n', ignore.key_span.end);
  bool flow = note.text({ignore.key_span.end, last.span.begin}).find('[') != std::string_view::npos;
  if (flow) return {{last.span.end, last.span.end}, fmt::format(", {}", rule), ""};
  if (last.span.begin < key_line) return {last.span, fmt::format("[{}, {}]", note.text(last.span), rule), ""};
  std::size_t line = note.text().rfind('\n', last.span.begin) + 1;  // a block list: one more line like the last
  return {
      {last.span.end, last.span.end}, fmt::format("{}{}{}", line_end, note.text({line, last.span.begin}), rule), ""};
}

/// Whether the edit does to the front matter what it is meant to: one rule more is ignored, and nothing else changes.
bool reads_as_meant(const Note& note, const Edit& edit, std::string_view rule) {
  const Fields& before = note.front_matter();
  auto ignored = [](const Fields& fields) {
    std::vector<std::string> rules;
    if (const Field* ignore = fields.find("ignore"))
      for (const FieldValue& value : ignore->values) rules.push_back(value.text);
    return rules;
  };
  std::vector<std::string> meant = ignored(before);
  meant.emplace_back(rule);
  std::string yaml(note.text({before.span.begin, *before.closing_fence}));
  yaml.replace(edit.span.begin - before.span.begin, edit.span.size(), edit.text);
  const Fields after = read_yaml(yaml, 0);
  return after.fault.empty() && ignored(after) == meant &&
         after.entries.size() == before.entries.size() + (before.find("ignore") ? 0 : 1);
}

/// "ignore: [rule]" put into the front matter; nothing where the note has none, or has it in a form that would need
/// more than one edit in one place.
std::optional<Edit> ignore_edit(const Note& note, std::string_view rule) {
  const Fields& front = note.front_matter();
  if (!front.closing_fence) return std::nullopt;
  std::string_view line_end = note.text(front.span).find("\r\n") == std::string_view::npos ? "\n" : "\r\n";
  const Field* ignore = front.find("ignore");
  const std::size_t fence = *front.closing_fence;
  Edit edit = ignore ? longer_ignore(note, *ignore, rule, line_end)
                     : Edit{{fence, fence}, fmt::format("ignore: [{}]{}", rule, line_end), ""};
  if (edit.span.end > fence || !reads_as_meant(note, edit, rule)) return std::nullopt;
  return edit;
}

class Collector {
 public:
  Collector(Session& session, Document& document, const lsp::CodeActionParams& params)
      : session_(session), document_(document), params_(params) {}

  std::vector<lsp::CodeAction> collect() {
    const bool quick = wanted(params_.context.only, quickfix), all = asked_for(params_.context.only, fix_all);
    if (!quick && !all) return {};
    const Verdict verdict = session_.judge().verdict_with_fixes(document_);
    if (quick) add_quick_fixes(verdict);
    if (all) add_fix_all(verdict);
    return std::move(actions_);
  }

 private:
  void add_quick_fixes(const Verdict& verdict) {
    const Judgement& judged = session_.judge().judgement(document_);
    Span asked{byte_at(document_, params_.range.start, session_.encoding()),
               byte_at(document_, params_.range.end, session_.encoding())};
    std::vector<const Finding*> here;
    for (const Finding& finding : verdict.findings)
      if (finding.span.begin <= asked.end && asked.begin <= finding.span.end) here.push_back(&finding);
    for (const Finding* finding : here) add_fixes(*finding);
    std::vector<std::string_view> ignored;
    for (const Finding* finding : here)
      if (!finding->rule.empty() && std::find(ignored.begin(), ignored.end(), finding->rule) == ignored.end()) {
        ignored.push_back(finding->rule);
        add_ignore(judged, *finding);
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
      action.edit = workspace_edit_of(session_, document_, fix.edits);
    }
  }
  void add_ignore(const Judgement& judged, const Finding& finding) {
    lsp::CodeAction& action = add(fmt::format("Ignore {} in this note", finding.rule), quickfix, &finding);
    if (auto edit = ignore_edit(judged.note, finding.rule)) {
      action.edit = workspace_edit_of(session_, document_, {*edit});
      return;
    }
    lsp::Command command{action.title, std::string(ignore_command), {}};
    command.arguments.push_back(lsp::Any::of(document_.uri.text()));
    command.arguments.push_back(lsp::Any::of(finding.rule));
    action.command = std::move(command);
  }
  void add_fix_all(const Verdict& verdict) {
    std::vector<Edit> edits = fix_everything(session_, document_, verdict);
    if (edits.empty()) return;
    lsp::CodeAction& action = add("Apply all safe fixes", fix_all, nullptr);
    action.edit = workspace_edit_of(session_, document_, edits);
    for (const Finding& finding : verdict.findings)
      if (std::any_of(finding.fixes.begin(), finding.fixes.end(), applied_by_fix_all))
        action.diagnostics.push_back(diagnostic_of(session_, document_, finding));
  }

  Session& session_;
  Document& document_;
  const lsp::CodeActionParams& params_;
  std::vector<lsp::CodeAction> actions_;
};

/// Arguments: the document's URI, the rule's id.
void ignore_rule(Session& session, const std::vector<lsp::Any>& arguments) {
  const std::string* uri = !arguments.empty() ? arguments[0].as_string() : nullptr;
  const std::string* rule = arguments.size() > 1 ? arguments[1].as_string() : nullptr;
  if (!uri || !rule)
    throw jsonrpc::ResponseError(jsonrpc::ErrorCode::InvalidParams,
                                 "params.arguments: expected a document's URI and a rule's id");
  if (!standard_checker().rule(*rule))
    throw jsonrpc::ResponseError(jsonrpc::ErrorCode::InvalidParams, "params.arguments[1]: there is no such rule");
  Document* document = session.documents().find(*uri);
  if (!document)
    throw jsonrpc::ResponseError(jsonrpc::ErrorCode::InvalidParams, "params.arguments[0]: the document is not open");
  if (!session.judge().remember_ignore(*document, *rule))
    session.log(lsp::MessageType::Warning, "the ignore can't be kept on this machine; it holds until the server ends");
}

lsp::Any execute(Session& session, const lsp::ExecuteCommandParams& params) {
  if (params.command != ignore_command)
    throw jsonrpc::ResponseError(jsonrpc::ErrorCode::InvalidParams, "params.command: there is no such command");
  ignore_rule(session, params.arguments);
  return lsp::Any::of_text("null");
}

void announce(const lsp::ClientCapabilities& client, lsp::ServerCapabilities& server) {
  if (!client.textDocument.codeAction.codeActionLiteralSupport)
    return;  // actions are edits, which older clients can't take
  server.codeActionProvider = lsp::CodeActionOptions{{std::string(quickfix), std::string(fix_all)}, false};
  server.executeCommandProvider = lsp::ExecuteCommandOptions{{std::string(ignore_command)}};
}

void bind(Session& session) {
  session.router().request("textDocument/codeAction",
                           [&session](lsp::CodeActionParams params) -> std::vector<lsp::CodeAction> {
                             return Collector(session, session.document(params.textDocument.uri), params).collect();
                           });
  session.router().request("workspace/executeCommand",
                           [&session](lsp::ExecuteCommandParams params) { return execute(session, params); });
}

}  // namespace

const Feature code_actions_feature{.announce = announce, .bind = bind};

}  // namespace afterword
