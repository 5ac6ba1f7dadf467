// Findings and fixes in the words of LSP: bytes become positions, rules' edits workspace edits, each in the form that
// the client announced. Pure functions of a document and its judgement.
#pragma once

#include <string>
#include <vector>

#include "protocol/lsp/types.h"
#include "rules/engine/finding.h"
#include "server/session/documents.h"

namespace afterword {

class Session;

lsp::Range range_of(const Document& document, Span span, lsp::PositionEncoding encoding);
/// The byte at a position, by the session's encoding.
std::size_t byte_at(const Document& document, lsp::Position position, lsp::PositionEncoding encoding);

/// One finding, with what the client announced of code descriptions, related places, tags and data.
lsp::Diagnostic diagnostic_of(Session& session, const Document& document, const Finding& finding);

/// At most this many findings are published for a document, the severest first (interface.md, section 3).
inline constexpr std::size_t most_published = 200;
/// All findings of the document's judgement as they are to be published, with one that counts those withheld.
std::vector<lsp::Diagnostic> diagnostics_of(Session& session, const Document& document);

/// The edits of a fix; as snippets where the client has them in workspace edits.
lsp::WorkspaceEdit workspace_edit_of(Session& session, const Document& document, const std::vector<Edit>& edits);

/// Whether the client takes edits that make files.
bool creates_files(const Session& session);
/// Makes the file; the client refuses where there is one already.
lsp::WorkspaceEdit new_file_edit(const NewFile& file);

/// Markdown without its marks, of a link its text alone, for clients that show plain text.
std::string plain_text(std::string markdown);

/// The page of a rule where one is installed; empty otherwise.
std::string page_uri(const Session& session, std::string_view rule);

}  // namespace afterword
