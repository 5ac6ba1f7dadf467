#include "server/translate/translate.h"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "server/session/files.h"
#include "server/session/session.h"

namespace afterword {

namespace {

lsp::DiagnosticSeverity severity_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return lsp::DiagnosticSeverity::Error;
    case Severity::warning:
      return lsp::DiagnosticSeverity::Warning;
    case Severity::information:
      return lsp::DiagnosticSeverity::Information;
    default:
      return lsp::DiagnosticSeverity::Hint;
  }
}

/// Where a related place is: in the note itself, in the interview.yaml that the facts come from, or in another note.
lsp::Location location_of(Session& session, const Document& document, const Origin& origin) {
  auto encoding = session.encoding();
  if (origin.path.empty()) return {document.uri.text(), range_of(document, origin.span, encoding)};
  lsp::Location location{lsp::Uri::of_path(origin.path).text(), {}};
  if (document.facts_file && document.facts_file->path == origin.path) {
    lsp::LineIndex lines(document.facts_file->text);
    location.range = {lines.to_position(document.facts_file->text, origin.span.begin, encoding),
                      lines.to_position(document.facts_file->text, origin.span.end, encoding)};
  } else if (const Document* open = session.documents().find_path(origin.path)) {
    location.range = range_of(*open, origin.span, encoding);
  } else {  // a file that was read to the end before, elsewhere
    constexpr std::size_t most_bytes = 256u << 10;
    const std::string text = read_text_file(origin.path, most_bytes).text;
    const lsp::LineIndex lines(text);
    location.range = {lines.to_position(text, origin.span.begin, encoding),
                      lines.to_position(text, origin.span.end, encoding)};
  }
  return location;
}

}  // namespace

lsp::Range range_of(const Document& document, Span span, lsp::PositionEncoding encoding) {
  return {document.lines.to_position(*document.text, span.begin, encoding),
          document.lines.to_position(*document.text, span.end, encoding)};
}

std::size_t byte_at(const Document& document, lsp::Position position, lsp::PositionEncoding encoding) {
  return document.lines.to_offset(*document.text, position, encoding);
}

std::string plain_text(std::string markdown) {
  std::erase_if(markdown, [](char c) { return c == '*' || c == '`'; });
  for (std::size_t at = 0; (at = markdown.find("](", at)) != std::string::npos;) {
    const std::size_t open = markdown.rfind('[', at), close = markdown.find(')', at);
    if (open == std::string::npos || close == std::string::npos) break;
    markdown.erase(at, close + 1 - at);
    markdown.erase(open, 1);
  }
  return markdown;
}

std::string page_uri(const Session& session, std::string_view rule) {
  const std::string& folder = session.environment().pages_folder;
  return folder.empty() ? std::string() : lsp::Uri::of_path(fmt::format("{}/{}.md", folder, rule)).text();
}

lsp::Diagnostic diagnostic_of(Session& session, const Document& document, const Finding& finding) {
  const auto& client = session.client().textDocument.publishDiagnostics;
  lsp::Diagnostic made;
  made.range = range_of(document, finding.span, session.encoding());
  made.severity = severity_of(finding.severity);
  if (!finding.rule.empty()) made.code = lsp::Any::of(finding.rule);
  made.source = "afterword";
  made.message = finding.message;
  if (client.codeDescriptionSupport && !finding.rule.empty())
    if (std::string page = page_uri(session, finding.rule); !page.empty())
      made.codeDescription = lsp::CodeDescription{std::move(page)};
  if (client.relatedInformation)
    for (const Related& related : finding.related)
      made.relatedInformation.push_back({location_of(session, document, related.origin), related.message});
  const auto& tags = client.tagSupport.valueSet;
  if (finding.unnecessary && std::find(tags.begin(), tags.end(), 1) != tags.end())
    made.tags.push_back(lsp::DiagnosticTag::Unnecessary);
  if (client.dataSupport) made.data = lsp::Any::of_text(R"({"version":)" + std::to_string(document.version) + '}');
  return made;
}

std::vector<lsp::Diagnostic> diagnostics_of(Session& session, const Document& document) {
  const auto& findings = document.judgement->verdict.findings;
  std::vector<lsp::Diagnostic> made;
  if (findings.size() <= most_published) {
    made.reserve(findings.size());
    for (const Finding& finding : findings) made.push_back(diagnostic_of(session, document, finding));
    return made;
  }
  std::vector<const Finding*> severest;
  severest.reserve(findings.size());
  for (const Finding& finding : findings) severest.push_back(&finding);
  std::stable_sort(severest.begin(), severest.end(),
                   [](const Finding* a, const Finding* b) { return a->severity > b->severity; });
  severest.resize(most_published);
  for (const Finding* finding : severest) made.push_back(diagnostic_of(session, document, *finding));
  lsp::Diagnostic withheld;
  withheld.severity = lsp::DiagnosticSeverity::Information;
  withheld.source = "afterword";
  withheld.message = fmt::format("{} more findings are not shown here; `afterword check` lists them all.",
                                 findings.size() - most_published);
  made.push_back(std::move(withheld));
  return made;
}

bool creates_files(const Session& session) {
  const auto& client = session.client().workspace.workspaceEdit;
  return client.documentChanges && std::find(client.resourceOperations.begin(), client.resourceOperations.end(),
                                             "create") != client.resourceOperations.end();
}

lsp::WorkspaceEdit new_file_edit(const NewFile& file) {
  const std::string uri = lsp::Uri::of_path(file.path).text();
  lsp::WorkspaceEdit made;
  made.documentChanges.emplace_back(lsp::CreateFile{"create", uri, lsp::CreateFileOptions{false, false}});
  lsp::TextDocumentEdit text;
  text.textDocument = {uri, std::nullopt};
  text.edits.emplace_back(lsp::TextEdit{{}, file.text});
  made.documentChanges.emplace_back(std::move(text));
  return made;
}

lsp::WorkspaceEdit workspace_edit_of(Session& session, const Document& document, const std::vector<Edit>& edits) {
  const auto& client = session.client().workspace.workspaceEdit;
  lsp::WorkspaceEdit made;
  if (client.documentChanges) {
    lsp::TextDocumentEdit changes;
    changes.textDocument = {document.uri.text(), document.version};
    for (const Edit& edit : edits) {
      lsp::Range range = range_of(document, edit.span, session.encoding());
      if (client.snippetEditSupport && !edit.snippet.empty())
        changes.edits.emplace_back(lsp::SnippetTextEdit{range, {"snippet", edit.snippet}});
      else
        changes.edits.emplace_back(lsp::TextEdit{range, edit.text});
    }
    made.documentChanges.emplace_back(std::move(changes));
  } else {
    std::vector<lsp::TextEdit> changes;
    changes.reserve(edits.size());
    for (const Edit& edit : edits) changes.push_back({range_of(document, edit.span, session.encoding()), edit.text});
    made.changes.by_uri.emplace_back(document.uri.text(), std::move(changes));
  }
  return made;
}

}  // namespace afterword
