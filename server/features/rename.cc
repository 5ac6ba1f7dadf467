// textDocument/rename and prepareRename: a person or a company by another name, each of its forms in the note and in
// the interview.yaml that names them too. Other notes of the workspace that go by the same interview.yaml are left as
// they are; name-misspelt and name-mismatch then speak there.
#include <fmt/format.h>

#include "rules/engine/renaming.h"
#include "rules/model/standard.h"
#include "server/features/features.h"
#include "server/features/names_here.h"
#include "server/translate/translate.h"

namespace afterword {

namespace {

using jsonrpc::ErrorCode;
using jsonrpc::ResponseError;

/// The document and its facts as they are now: an interview.yaml that nobody watches may have changed on the disk.
Document& document_of(Session& session, const std::string& uri) {
  Document& document = session.document(uri);
  if (document.judgement && session.judge().outdated(document)) document.stale = document.publish_due = true;
  return document;
}

std::optional<lsp::PrepareRenameResult> prepare(Session& session, const lsp::TextDocumentPositionParams& params) {
  Document& document = document_of(session, params.textDocument.uri);
  const NamesHere here = names_here(session, document);
  const Mention* mention = here.at(byte_at(document, params.position, session.encoding()));
  if (!mention) return std::nullopt;
  const Span span = mention->span();
  return lsp::PrepareRenameResult{range_of(document, span, session.encoding()),
                                  document.text->substr(span.begin, span.size())};
}

/// A file that an edit goes to, open in the editor or not.
struct Target {
  lsp::DocumentUri uri;
  std::optional<std::int32_t> version;
  std::vector<lsp::TextEdit> edits;
};

std::vector<lsp::TextEdit> text_edits(const std::vector<Edit>& edits, std::string_view text,
                                      const lsp::LineIndex& lines, lsp::PositionEncoding encoding) {
  std::vector<lsp::TextEdit> made;
  made.reserve(edits.size());
  for (const Edit& edit : edits)
    made.push_back(
        {{lines.to_position(text, edit.span.begin, encoding), lines.to_position(text, edit.span.end, encoding)},
         edit.text});
  return made;
}

/// The interview.yaml behind the note, as the editor has it where it is open there.
Target in_facts(Session& session, const Document& note, const NamesHere& here, std::size_t who,
                const Renaming& renaming) {
  const InterviewFile& file = *note.facts_file;
  const auto mentions = find_mentions(file, here.names, standard_checker().reader().lexicon);
  Target target;
  const Document* open = session.documents().find_path(file.path);
  target.uri = open ? open->uri.text() : lsp::Uri::of_path(file.path).text();
  if (open) target.version = open->version;
  target.edits =
      text_edits(renaming.edits(mentions, who, file.text), file.text, lsp::LineIndex(file.text), session.encoding());
  return target;
}

lsp::WorkspaceEdit workspace_edit(const Session& session, std::vector<Target> targets) {
  lsp::WorkspaceEdit made;
  for (Target& target : targets) {
    if (target.edits.empty()) continue;
    if (!session.client().workspace.workspaceEdit.documentChanges) {
      made.changes.by_uri.emplace_back(std::move(target.uri), std::move(target.edits));
      continue;
    }
    lsp::TextDocumentEdit changes;
    changes.textDocument = {std::move(target.uri), target.version};
    for (lsp::TextEdit& edit : target.edits) changes.edits.emplace_back(std::move(edit));
    made.documentChanges.emplace_back(std::move(changes));
  }
  return made;
}

lsp::WorkspaceEdit rename(Session& session, const lsp::RenameParams& params) {
  Document& document = document_of(session, params.textDocument.uri);
  const NamesHere here = names_here(session, document);
  const Mention* mention = here.at(byte_at(document, params.position, session.encoding()));
  if (!mention)
    throw ResponseError(ErrorCode::RequestFailed, "No name of a person or a company that the facts know stands here.");
  const Named& who = here.names[mention->who];
  if (std::string fault = fault_of_name(params.newName, who.type); !fault.empty())
    throw ResponseError(ErrorCode::RequestFailed, std::move(fault));
  const Renaming renaming(who, *mention, params.newName);
  std::vector<Target> targets;
  targets.push_back({document.uri.text(), document.version,
                     text_edits(renaming.edits(here.mentions, mention->who, *document.text), *document.text,
                                document.lines, session.encoding())});
  if (who.in_file && !document.holds_settings() && document.facts_file)
    targets.push_back(in_facts(session, document, here, mention->who, renaming));
  return workspace_edit(session, std::move(targets));
}

void announce(const lsp::ClientCapabilities& client, lsp::ServerCapabilities& server) {
  if (!client.textDocument.rename) return;
  if (client.textDocument.rename->prepareSupport)
    server.renameProvider = lsp::RenameOptions{true};
  else
    server.renameProvider = true;
}

void bind(Session& session) {
  session.router().request("textDocument/prepareRename",
                           [&session](lsp::TextDocumentPositionParams params) { return prepare(session, params); });
  session.router().request("textDocument/rename",
                           [&session](lsp::RenameParams params) { return rename(session, params); });
}

}  // namespace

const Feature rename_feature{.announce = announce, .bind = bind};

}  // namespace afterword
