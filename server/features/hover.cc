// textDocument/hover on a finding: why the rule exists, a bad and a good example, its sources.
#include <algorithm>

#include "rules/engine/page.h"
#include "rules/model/standard.h"
#include "rules/model/telling.h"
#include "server/features/features.h"
#include "server/translate/translate.h"

namespace afterword {

namespace {

std::optional<lsp::Hover> hover(Session& session, const lsp::TextDocumentPositionParams& params) {
  Document& document = session.document(params.textDocument.uri);
  const Judgement& judgement = session.judge().judgement(document);
  const auto& findings = judgement.verdict.findings;
  std::size_t at = byte_at(document, params.position, session.encoding());
  const Finding* found = nullptr;
  for (const Finding& finding : findings) {
    bool touches = finding.span.contains(at) || (finding.span.empty() && finding.span.begin == at);
    if (touches && (!found || finding.span.size() < found->span.size())) found = &finding;
  }
  const Rule* rule = found ? standard_checker().rule(found->rule) : nullptr;
  const CustomRule* custom = found && !rule ? session.judge().custom_rule(document, found->rule) : nullptr;
  if (!rule && !custom) return std::nullopt;
  const auto& formats = session.client().textDocument.hover.contentFormat;
  bool markdown = std::find(formats.begin(), formats.end(), "markdown") != formats.end();
  std::string text = custom ? custom_page(*custom) : found->message + "\n\n" + rule_hover(*rule);
  if (std::string why = telling_line(judgement.note, found->span, found->rule, standard_checker().reader());
      !why.empty())
    text.insert(found->message.size() + 1, "\n" + why + "\n");
  return lsp::Hover{{markdown ? "markdown" : "plaintext", markdown ? text : plain_text(text)},
                    range_of(document, found->span, session.encoding())};
}

void announce(const lsp::ClientCapabilities&, lsp::ServerCapabilities& server) { server.hoverProvider = true; }

void bind(Session& session) {
  session.router().request("textDocument/hover",
                           [&session](lsp::TextDocumentPositionParams params) { return hover(session, params); });
}

}  // namespace

const Feature hover_feature{.announce = announce, .bind = bind};

}  // namespace afterword
