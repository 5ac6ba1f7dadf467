// textDocument/publishDiagnostics: each open, and the newest text of each drained run of changes, is answered by one
// publish with its version, empty when there is nothing to say.
#include "server/features/features.h"
#include "server/translate/translate.h"

namespace afterword {

namespace {

void publish(Session& session, Document& document) {
  document.publish_due = false;
  session.judgement(document);
  lsp::PublishDiagnosticsParams params;
  params.uri = document.uri.text();
  if (session.client().textDocument.publishDiagnostics.versionSupport) params.version = document.version;
  params.diagnostics = diagnostics_of(session, document);
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
