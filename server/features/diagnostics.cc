// textDocument/publishDiagnostics: each open, and the newest text of each drained run of changes, is answered by one
// publish with its version, empty when there is nothing to say.
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

void bind(Session& session) {
  session.on_settled([&session] {
    session.documents().for_each([&](Document& document) {
      if (document.publish_due) publish(session, document);
    });
  });
}

}  // namespace

const Feature diagnostics_feature{.announce = nullptr, .bind = bind};

}  // namespace afterword
