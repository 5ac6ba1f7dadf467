// textDocument/documentHighlight: whom or what a name means, wherever the document speaks of them, the fact itself as
// what is written.
#include "server/features/features.h"
#include "server/features/names_here.h"
#include "server/translate/translate.h"

namespace afterword {

namespace {

/// Nothing where no name stands: the editor may then light up the word.
std::optional<std::vector<lsp::DocumentHighlight>> highlight(Session& session,
                                                             const lsp::TextDocumentPositionParams& params) {
  Document& document = session.document(params.textDocument.uri);
  const NamesHere here = names_here(session, document);
  const Mention* at = here.at(byte_at(document, params.position, session.encoding()));
  if (!at) return std::nullopt;
  std::vector<lsp::DocumentHighlight> found;
  for (const Mention& mention : here.mentions)
    if (mention.who == at->who)
      found.push_back({range_of(document, mention.span(), session.encoding()),
                       mention.fact ? lsp::DocumentHighlightKind::Write : lsp::DocumentHighlightKind::Text});
  return found;
}

/// To all clients, as hover is: Helix asks for highlights without having announced them.
void announce(const lsp::ClientCapabilities&, lsp::ServerCapabilities& server) {
  server.documentHighlightProvider = true;
}

void bind(Session& session) {
  session.router().request("textDocument/documentHighlight",
                           [&session](lsp::TextDocumentPositionParams params) { return highlight(session, params); });
}

}  // namespace

const Feature document_highlight_feature{.announce = announce, .bind = bind};

}  // namespace afterword
