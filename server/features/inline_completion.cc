// textDocument/inlineCompletion (LSP 3.18): ghost text. At the start of an empty line the phrase that is due, else the
// rest of the sentence begun; the best one and two more.
#include <algorithm>
#include <utility>
#include <vector>

#include "protocol/jsonrpc/decode.h"
#include "server/features/due_phrases.h"
#include "server/features/features.h"
#include "server/translate/translate.h"

namespace afterword {

namespace {

constexpr std::size_t most_offered = 3, enough_to_choose = 24;

/// A sentence that is begun tells with so many letters what it is to be; a phrase for fewer would be a guess.
constexpr std::size_t least_typed = 4;

std::vector<OfferedPhrase> offered_at(const DuePhrases& due, std::size_t at) {
  const Judgement& judged = due.judged();
  // Below the name the letter is done; a postscript is asked for by hand.
  if (const Part* signature = judged.note.part(PartKind::signature); signature && at > signature->span.end) return {};
  const bool off = judged.facts.afterword && !judged.facts.afterword->value;
  if (off || !judged.verdict.occasion.is_note || !due.context().english || !due.has_room()) return {};
  const std::string_view typed = due.typed().text;
  if (!typed.empty() && typed.size() < least_typed) return {};
  switch (due.spot()) {
    case Spot::opening:
      return judged.note.greeting() ? std::vector<OfferedPhrase>() : due.greetings(most_offered, judged.facts);
    case Spot::body: {
      std::vector<OfferedPhrase> all = due.going_on(enough_to_choose);
      const auto closes = [](const OfferedPhrase& one) { return one.phrase->purpose == phrases::Purpose::sign_off; };
      if (due.is_at_end())  // in a list the closing is never first; as ghost text it is what is due
        std::stable_partition(all.begin(), all.end(), closes);
      all.resize(std::min(all.size(), most_offered));
      return all;
    }
    default:
      return {};
  }
}

std::vector<lsp::InlineCompletionItem> complete(Session& session, const lsp::InlineCompletionParams& params) {
  Document& document = session.document(params.textDocument.uri);
  std::vector<lsp::InlineCompletionItem> items;
  if (document.holds_settings()) return items;
  const std::size_t at = byte_at(document, params.position, session.encoding());
  const DuePhrases due(session, document, at);
  for (OfferedPhrase& offered : offered_at(due, at)) {
    lsp::InlineCompletionItem& item = items.emplace_back();
    item.filterText = offered.filled.text;
    // Blanks are stops for Tab: in brackets they would stay, and be found.
    if (offered.filled.blanks > 0)
      item.insertText = lsp::StringValue{"snippet", std::move(offered.filled.snippet)};
    else
      item.insertText = std::move(offered.filled.text);
    item.range = range_of(document, {due.typed().begin, at}, session.encoding());
  }
  return items;
}

void announce(const lsp::ClientCapabilities& client, lsp::ServerCapabilities& server) {
  server.inlineCompletionProvider = client.textDocument.inlineCompletion.has_value();
}

void bind(Session& session) {
  session.router().request("textDocument/inlineCompletion",
                           [&session](const lsp::InlineCompletionParams& params) { return complete(session, params); });
}

}  // namespace

const Feature inline_completion_feature{.announce = announce, .bind = bind};

}  // namespace afterword
