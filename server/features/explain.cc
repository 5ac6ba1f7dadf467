// workspace/textDocumentContent (3.18) gives the pages of the rules as afterword:rules/ID, for whoever has none
// installed.
#include "server/features/explain.h"

#include <fmt/format.h>

#include "rules/engine/page.h"
#include "rules/model/standard.h"
#include "server/features/features.h"
#include "server/translate/translate.h"

namespace afterword {

namespace {

constexpr std::string_view scheme = "afterword", pages = "afterword:rules/";

/// Where the client finds the rule's page; empty where it can't.
std::string page_for(const Session& session, std::string_view rule) {
  if (!session.client().window.showDocument.support) return {};
  if (std::string installed = page_uri(session, rule); !installed.empty()) return installed;
  return session.client().workspace.textDocumentContent ? fmt::format("{}{}", pages, rule) : std::string();
}

void tell(Session& session, const std::string& message) {
  session.router().notify("window/showMessage", lsp::LogMessageParams{lsp::MessageType::Info, message});
}

/// A client that can't show the page after all says so, and is told in words.
void show(Session& session, const std::string& page, const std::string& in_words) {
  lsp::ShowDocumentParams params;
  params.uri = page;
  params.takeFocus = true;
  session.router().call("window/showDocument", params,
                        [session = &session, in_words](jsonrpc::Outcome<lsp::ShowDocumentResult> done) {
                          if (!done.value || !done.value->success) tell(*session, in_words);
                        });
}

lsp::TextDocumentContentResult content(const lsp::TextDocumentContentParams& params) {
  const std::string_view uri = params.uri;
  const Rule* rule = uri.starts_with(pages) ? standard_checker().rule(uri.substr(pages.size())) : nullptr;
  if (!rule) throw jsonrpc::ResponseError(jsonrpc::ErrorCode::InvalidParams, "params.uri: this is the page of no rule");
  return {rule_page(*rule)};
}

void announce(const lsp::ClientCapabilities& client, lsp::ServerCapabilities& server) {
  if (!client.workspace.textDocumentContent) return;
  if (!server.workspace) server.workspace.emplace();
  server.workspace->textDocumentContent = lsp::TextDocumentContentOptions{{std::string(scheme)}};
}

void bind(Session& session) {
  session.router().request("workspace/textDocumentContent",
                           [](lsp::TextDocumentContentParams params) { return content(params); });
}

}  // namespace

bool explain_rule(Session& session, std::string_view id, Document* in) {
  if (const Rule* rule = standard_checker().rule(id)) {
    const std::string in_words = plain_text(fmt::format("{}: {}\n\n{}", rule->id, rule->summary, rule->why));
    if (const std::string page = page_for(session, id); !page.empty())
      show(session, page, in_words);
    else
      tell(session, in_words);
    return true;
  }
  const CustomRule* custom = in ? session.judge().custom_rule(*in, id) : nullptr;
  if (custom) tell(session, fmt::format("{}: {}", custom->id, custom->message));
  return custom != nullptr;
}

const Feature rule_pages_feature{.announce = announce, .bind = bind};

}  // namespace afterword
