// textDocument/hover: on a finding why the rule exists, a bad and a good example, its sources; elsewhere what
// hover_texts.h has to say.
#include <algorithm>

#include "rules/engine/page.h"
#include "rules/model/standard.h"
#include "rules/model/telling.h"
#include "server/features/features.h"
#include "server/features/hover_texts.h"
#include "server/translate/translate.h"

namespace afterword {

namespace {

/// The smallest one at that byte; null where none is.
const Finding* finding_at(const std::vector<Finding>& findings, std::size_t at) {
  const Finding* found = nullptr;
  for (const Finding& finding : findings) {
    bool touches = finding.span.contains(at) || (finding.span.empty() && finding.span.begin == at);
    if (touches && (!found || finding.span.size() < found->span.size())) found = &finding;
  }
  return found;
}

std::optional<HoverText> text_of(Session& session, Document& document, const Finding& found) {
  const Rule* rule = standard_checker().rule(found.rule);
  const CustomRule* custom = rule ? nullptr : session.judge().custom_rule(document, found.rule);
  if (!rule && !custom) return std::nullopt;
  std::string text = custom ? custom_page(*custom) : found.message + "\n\n" + rule_hover(*rule);
  const Note& note = session.judge().judgement(document).note;
  if (std::string why = telling_line(note, found.span, found.rule, standard_checker().reader()); !why.empty())
    text.insert(found.message.size() + 1, "\n" + why + "\n");
  return HoverText{found.span, std::move(text)};
}

/// A finding comes before everything else that there is to say of the place.
std::optional<lsp::Hover> hover(Session& session, const lsp::TextDocumentPositionParams& params) {
  Document& document = session.document(params.textDocument.uri);
  const std::size_t at = byte_at(document, params.position, session.encoding());
  const Finding* finding = finding_at(session.judge().judgement(document).verdict.findings, at);
  std::optional<HoverText> text = finding ? text_of(session, document, *finding) : std::nullopt;
  if (!text) text = hover_text(session, document, at);
  if (!text) return std::nullopt;
  const auto& formats = session.client().textDocument.hover.contentFormat;
  const bool markdown = std::find(formats.begin(), formats.end(), "markdown") != formats.end();
  return lsp::Hover{{markdown ? "markdown" : "plaintext", markdown ? text->markdown : plain_text(text->markdown)},
                    range_of(document, text->span, session.encoding())};
}

void announce(const lsp::ClientCapabilities&, lsp::ServerCapabilities& server) { server.hoverProvider = true; }

void bind(Session& session) {
  session.router().request("textDocument/hover",
                           [&session](lsp::TextDocumentPositionParams params) { return hover(session, params); });
}

}  // namespace

const Feature hover_feature{.announce = announce, .bind = bind};

}  // namespace afterword
