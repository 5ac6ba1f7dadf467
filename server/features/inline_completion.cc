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

/// Below the name the letter is done; a postscript is asked for by hand. On its line it may become a sentence.
bool is_below_signature(const Note& note, std::size_t at) {
  const Part* signature = note.part(PartKind::signature);
  return signature && at > signature->span.end &&
         std::string_view(note.text()).substr(signature->span.end, at - signature->span.end).find('\n') !=
             std::string_view::npos;
}

/// The salutation, where it is known whom to greet; a blank to fill would be no help.
std::vector<OfferedPhrase> greetings_at(const DuePhrases& due) {
  std::vector<OfferedPhrase> all = due.greetings(most_offered, due.facts());
  const bool begun = due.judged().note.greeting() != nullptr;
  std::erase_if(all, [&](const OfferedPhrase& one) { return begun && one.filled.blanks > 0; });
  return all;
}

std::vector<OfferedPhrase> offered_at(const DuePhrases& due, std::size_t at, Asked asked) {
  const Judgement& judged = due.judged();
  if (is_below_signature(judged.note, at)) return {};
  if (!due.are_offered(asked) || !due.has_room()) return {};
  const std::string_view typed = due.typed().text;
  if (!typed.empty() && typed.size() < least_typed) return {};
  switch (due.spot()) {
    case Spot::opening:
      return greetings_at(due);
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
  const std::size_t at = byte_at(document, params.position, session.encoding());
  const DuePhrases due(session, document, at);
  const bool by_hand = params.context.triggerKind == lsp::InlineCompletionTriggerKind::Invoked;
  const Asked asked = by_hand ? Asked::by_hand : Asked::never;
  for (OfferedPhrase& offered : offered_at(due, at, asked)) {
    lsp::InlineCompletionItem& item = items.emplace_back();
    item.filterText = offered.filled.text;
    // Blanks are stops for Tab.
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
