// textDocument/codeLens: above the first line what the note is and how far it has got: its kind, addressee and words,
// the parts that are there of those that are asked for, the hours that are left. Whoever has asked is told to ask again
// when the clock or the facts alone have changed what stands there.
#include <algorithm>

#include <fmt/format.h>

#include "rules/checks/check_list.h"
#include "rules/engine/names.h"
#include "server/features/answered.h"
#include "server/features/commands.h"
#include "server/features/features.h"
#include "server/features/missing_parts.h"
#include "server/features/note_status.h"
#include "server/translate/translate.h"

namespace afterword {

namespace {

struct Lenses {
  std::vector<lsp::CodeLens> shown;
  std::optional<LocalTime> changes_at;
};

/// One that only tells has no command.
void add(Lenses& lenses, lsp::Range line, lsp::Command command) { lenses.shown.push_back({line, std::move(command)}); }

Lenses lenses_of(Session& session, Document& document) {
  Lenses lenses;
  const Judgement& judged = session.judge().judgement(document);
  if (!judged.verdict.occasion.is_note) return lenses;
  const Context context = session.judge().context(document);
  const std::string& uri = document.uri.text();
  const lsp::Range line = range_of(document, {0, document.lines.line_end(*document.text, 0)}, session.encoding());
  add(lenses, line, command_of(note_title(context), "", {}));
  const CheckList list = check_list(context);
  const std::size_t there = list.there();
  const auto& findings = judged.verdict.findings;
  const bool can_insert =
      session.client().workspace.applyEdit &&
      std::any_of(findings.begin(), findings.end(), [](const Finding& one) { return is_about_part(one.rule); });
  const std::string parts = fmt::format("{} of {} parts", there, list.parts.size());
  if (there < list.parts.size() && can_insert)
    add(lenses, line, command_of(parts + ", insert the rest", missing_command, {uri}));
  else if (!list.parts.empty())
    add(lenses, line, command_of(parts, "", {}));
  if (const std::optional<Timing> time = timing(context)) {
    lenses.changes_at = time->changes_at;
    if (!time->text.empty()) add(lenses, line, command_of(time->text, explain_command, {"sent-late", uri}));
  }
  return lenses;
}

/// Sees to it that what stands above a note is asked for again when it is no longer right.
class Watch {
 public:
  explicit Watch(Session& session) : session_(session) {}

  std::vector<lsp::CodeLens> show(Document& document) {
    Lenses lenses = lenses_of(session_, document);
    if (session_.client().workspace.codeLens.refreshSupport) {
      answered_.put(document, {jsonrpc::to_json(lenses.shown), lenses.changes_at});
      set_timer();
    }
    return std::move(lenses.shown);
  }

  void look() {
    if (answered_.any_outdated(session_, [this](Document& document, Shown& last) { return differs(document, last); }))
      refresh();
  }

 private:
  // A laptop's sleep does not count for timers, so that the clock on the wall is looked at now and then.
  static constexpr std::int64_t longest_wait = 600;  // seconds

  struct Shown {
    std::string json;
    std::optional<LocalTime> changes_at;
  };

  bool differs(Document& document, Shown& last) {
    const Lenses now = lenses_of(session_, document);
    Shown shown{jsonrpc::to_json(now.shown), now.changes_at};
    std::swap(shown, last);
    return shown.json != last.json;
  }

  void refresh() {
    set_timer();
    session_.router().call("workspace/codeLens/refresh", nullptr, [](jsonrpc::Outcome<jsonrpc::Any>) {});
  }

  void set_timer() {
    timer_.reset();
    std::optional<LocalTime> next;
    answered_.for_each(session_, [&](Document&, Shown& last) {
      if (last.changes_at && (!next || *last.changes_at < *next)) next = last.changes_at;
    });
    if (!next || !session_.environment().after) return;
    const std::int64_t seconds = next->seconds - session_.environment().now().seconds;
    timer_ = session_.environment().after(std::chrono::seconds(std::clamp<std::int64_t>(seconds, 1, longest_wait)),
                                          [this] { ring(); });
  }

  void ring() {
    const LocalTime now = session_.environment().now();
    bool changed = false;
    answered_.for_each(session_, [&](Document& document, Shown& last) {
      if (last.changes_at && *last.changes_at <= now) changed = differs(document, last) || changed;
    });
    if (changed)
      refresh();
    else
      set_timer();
  }

  Session& session_;
  Answered<Shown> answered_;
  std::shared_ptr<void> timer_;
};

/// To all clients, as hover is: Neovim 0.10 shows lenses without having announced them.
void announce(const lsp::ClientCapabilities&, lsp::ServerCapabilities& server) {
  server.codeLensProvider = lsp::ResolveOptions{};
}

void bind(Session& session) {
  const auto watch = std::make_shared<Watch>(session);
  session.router().request("textDocument/codeLens", [&session, watch](lsp::TextDocumentParams params) {
    return watch->show(session.document(params.textDocument.uri));
  });
  session.on_settled([watch] { watch->look(); });
}

}  // namespace

const Feature code_lens_feature{.announce = announce, .bind = bind};

}  // namespace afterword
