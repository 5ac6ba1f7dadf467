// textDocument/linkedEditingRange: the word of a name at the cursor wherever the same text stands for the same person
// or company in this document, so that what is typed in one place is typed in all of them.
#include "server/features/features.h"
#include "server/features/names_here.h"
#include "server/translate/translate.h"

namespace afterword {

namespace {

// What goes on being a name while it is typed. Editors end a word at a hyphen or an apostrophe, names do not; only what
// every client's expressions know is used.
constexpr std::string_view one_word = R"([^\s,;:!?()<>\[\]{}"]+)", several_words = R"([^\r\n,;:!?()<>\[\]{}"]+)";

const NamePiece* piece_at(const Mention& mention, std::size_t at) {
  for (const NamePiece& piece : mention.pieces)
    if (piece.span.begin <= at && at <= piece.span.end) return &piece;
  return nullptr;
}

std::optional<lsp::LinkedEditingRanges> link(Session& session, const lsp::TextDocumentPositionParams& params) {
  Document& document = session.document(params.textDocument.uri);
  const NamesHere here = names_here(session, document);
  const std::size_t at = byte_at(document, params.position, session.encoding());
  const Mention* mention = here.at(at);
  const NamePiece* held = mention ? piece_at(*mention, at) : nullptr;
  if (!held) return std::nullopt;
  const auto text = [&](Span span) { return std::string_view(*document.text).substr(span.begin, span.size()); };
  lsp::LinkedEditingRanges linked;
  for (const Mention& other : here.mentions)
    for (const NamePiece& piece : other.pieces)
      if (other.who == mention->who && piece.of == held->of && text(piece.span) == text(held->span))
        linked.ranges.push_back(range_of(document, piece.span, session.encoding()));
  if (linked.ranges.size() < 2) return std::nullopt;  // there is nothing to go along
  linked.wordPattern = text(held->span).find(' ') == std::string_view::npos ? one_word : several_words;
  return linked;
}

void announce(const lsp::ClientCapabilities& client, lsp::ServerCapabilities& server) {
  server.linkedEditingRangeProvider = client.textDocument.linkedEditingRange.has_value();
}

void bind(Session& session) {
  session.router().request("textDocument/linkedEditingRange",
                           [&session](lsp::TextDocumentPositionParams params) { return link(session, params); });
}

}  // namespace

const Feature linked_editing_feature{.announce = announce, .bind = bind};

}  // namespace afterword
