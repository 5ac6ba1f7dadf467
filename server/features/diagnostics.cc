// textDocument/publishDiagnostics: each open, and the newest text of each drained run of changes, is answered by one
// publish with its version, empty when there is nothing to say. What the clock alone changes is published again.
#include <algorithm>
#include <exception>

#include "server/features/features.h"
#include "server/translate/translate.h"

namespace afterword {

namespace {

void publish(Session& session, Document& document) {
  document.publish_due = false;
  lsp::PublishDiagnosticsParams params;
  params.uri = document.uri.text();
  if (session.client().textDocument.publishDiagnostics.versionSupport) params.version = document.version;
  // Rules never throw; should one all the same, the client keeps its session and its other documents.
  try {
    session.judge().judgement(document);
    params.diagnostics = diagnostics_of(session, document);
  } catch (const std::exception&) {
    session.log(lsp::MessageType::Error, "A document could not be judged; this is a fault of the server.");
  }
  session.router().notify("textDocument/publishDiagnostics", params);
}

/// Some findings come with the clock alone: when the first of them is due, its document is published again.
class Alarm {
 public:
  explicit Alarm(Session& session) : session_(session) {}

  void set() {
    std::optional<LocalTime> next;
    session_.documents().for_each([&](Document& document) {
      if (auto at = change_of(document); at && (!next || *at < *next)) next = at;
    });
    if (next == at_) return;
    at_ = next;
    wait();
  }

 private:
  // A laptop's sleep does not count for timers, so that the clock on the wall is looked at now and then.
  static constexpr std::int64_t longest_wait = 600;  // seconds

  static std::optional<LocalTime> change_of(const Document& document) {
    return document.judgement ? document.judgement->verdict.changes_at : std::nullopt;
  }

  void wait() {
    timer_.reset();
    if (!at_ || !session_.environment().after) return;
    std::int64_t seconds = at_->seconds - session_.environment().now().seconds;
    timer_ = session_.environment().after(std::chrono::seconds(std::clamp<std::int64_t>(seconds, 1, longest_wait)),
                                          [this] { ring(); });
  }

  void ring() {
    LocalTime now = session_.environment().now();
    if (now < *at_) return wait();
    at_.reset();
    session_.judge_anew([&](const Document& document) {
      auto at = change_of(document);
      return at && *at <= now;
    });
  }

  Session& session_;
  std::optional<LocalTime> at_;
  std::shared_ptr<void> timer_;
};

void bind(Session& session) {
  session.on_settled([&session, alarm = std::make_shared<Alarm>(session)] {
    session.documents().for_each([&](Document& document) {
      if (document.publish_due) publish(session, document);
    });
    alarm->set();
  });
}

}  // namespace

const Feature diagnostics_feature{.announce = nullptr, .bind = bind};

}  // namespace afterword
