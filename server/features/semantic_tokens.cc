// textDocument/semanticTokens, whole, as a change or of a range: people, companies, blanks and topics of a note and of
// an interview.yaml. Nothing is coloured unless the setting semanticTokens is on; when it is switched, the client is
// told to ask again.
#include <algorithm>
#include <array>

#include "rules/model/standard.h"
#include "rules/note/unicode.h"
#include "server/features/answered.h"
#include "server/features/features.h"
#include "server/features/names_here.h"
#include "server/translate/translate.h"

namespace afterword {

namespace {

enum class What : std::uint8_t { person, company, blank, topic };
/// The protocol's own types, which every theme colours.
constexpr auto type_names = std::to_array<std::string_view>({"class", "namespace", "parameter", "string"});

/// What the client announced; nothing where it asks all the same.
lsp::SemanticTokensCapabilities announced_by(const lsp::ClientCapabilities& client) {
  return client.textDocument.semanticTokens.value_or(lsp::SemanticTokensCapabilities());
}

/// Those of ours that the client knows, in our order.
std::vector<std::string> legend_of(const lsp::ClientCapabilities& client) {
  std::vector<std::string> legend;
  const std::vector<std::string> known = announced_by(client).tokenTypes;
  for (const std::string_view name : type_names)
    if (known.empty() || std::find(known.begin(), known.end(), name) != known.end()) legend.emplace_back(name);
  return legend;
}

struct Token {
  Span span;
  What kind = What::person;
};

class Collector {
 public:
  Collector(Session& session, Document& document) : session_(session), document_(document) {}

  std::vector<Token> collect() {
    const NamesHere here = names_here(session_, document_);
    for (const Mention& mention : here.mentions)
      add(mention.span(), here.names[mention.who].type == Named::Type::person ? What::person : What::company);
    if (document_.holds_settings()) {
      add_topics(read_yaml(*document_.text, 0).entries);
    } else {
      const Judgement& judged = session_.judge().judgement(document_);
      if (!judged.verdict.occasion.is_note) return {};
      add_topics(judged.note.front_matter().entries);
      read_topics(judged.facts);
      if (judged.note.greeting()) add_words(*judged.note.greeting());
      for (const Paragraph& paragraph : judged.note.paragraphs()) add_words(paragraph);
    }
    return in_order();
  }

 private:
  void add(Span span, What kind) {
    if (!span.empty()) tokens_.push_back({span, kind});
  }

  /// Where topics stand as facts.
  void add_topics(const std::vector<Field>& entries) {
    for (const Field& field : entries) {
      for (const auto& map : field.children) add_topics(map);
      if (!equal_folded(field.key, "topics")) continue;
      for (const FieldValue& value : field.values) add(value.span, What::topic);
    }
  }

  void read_topics(const Facts& facts) {
    for (const Fact<std::string>& topic : facts.topics) {
      std::vector<std::string>& words = topics_.emplace_back();
      for (const Word& word : split_words(topic.value, {}, standard_checker().reader().lexicon))
        words.push_back(fold(std::string_view(topic.value).substr(word.begin, word.end - word.begin)));
    }
    std::erase_if(topics_, [](const auto& words) { return words.empty(); });
  }

  void add_words(const Paragraph& paragraph) {
    const std::vector<Word>& words = paragraph.content->words;
    const auto folded = [&](const Word& word) {
      return fold(std::string_view(paragraph.content->text).substr(word.begin, word.end - word.begin));
    };
    for (std::size_t at = 0; at < words.size(); ++at) {
      if (words[at].kind == WordKind::slot) add(words[at].span().shifted(paragraph.span.begin), What::blank);
      if (topics_.empty() || words[at].kind == WordKind::link || words[at].kind == WordKind::code) continue;
      const std::string first = folded(words[at]);
      for (const std::vector<std::string>& topic : topics_) {
        if (topic[0] != first || at + topic.size() > words.size()) continue;
        std::size_t same = 1;
        while (same < topic.size() && folded(words[at + same]) == topic[same]) ++same;
        if (same == topic.size())
          add(Span{words[at].begin, words[at + same - 1].end}.shifted(paragraph.span.begin), What::topic);
      }
    }
  }

  /// Sorted; of two that overlap the one that begins first, or is longer.
  std::vector<Token> in_order() {
    std::sort(tokens_.begin(), tokens_.end(), [](const Token& a, const Token& b) {
      return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    std::vector<Token> kept;
    for (const Token& token : tokens_)
      if (kept.empty() || kept.back().span.end <= token.span.begin) kept.push_back(token);
    return kept;
  }

  Session& session_;
  Document& document_;
  std::vector<Token> tokens_;
  std::vector<std::vector<std::string>> topics_;  // folded words of each
};

/// The numbers that the protocol has for tokens.
class Encoder {
 public:
  explicit Encoder(const Session& session) : encoding_(session.encoding()) {
    const std::vector<std::string> legend = legend_of(session.client());
    for (std::size_t i = 0; i < type_names.size(); ++i) {
      const auto found = std::find(legend.begin(), legend.end(), type_names[i]);
      if (found != legend.end()) types_[i] = static_cast<std::uint32_t>(found - legend.begin());
    }
  }

  /// A token of several lines becomes one in each: not all clients take longer ones.
  std::vector<std::uint32_t> encode(const Document& document, const std::vector<Token>& tokens) {
    for (const Token& token : tokens) {
      const auto type = types_[static_cast<std::size_t>(token.kind)];
      if (!type) continue;
      const std::size_t last = document.lines.line_of(token.span.end);
      for (std::size_t line = document.lines.line_of(token.span.begin); line <= last; ++line) {
        const std::size_t begin = std::max(token.span.begin, document.lines.line_start(line));
        const std::size_t end = std::min(token.span.end, document.lines.line_end(*document.text, line));
        if (begin < end) add(range_of(document, {begin, end}, encoding_), *type);
      }
    }
    return std::move(data_);
  }

 private:
  void add(const lsp::Range& range, std::uint32_t type) {
    const lsp::Position at = range.start;
    const std::uint32_t lines = at.line - last_.line;
    data_.insert(data_.end(), {lines, lines == 0 ? at.character - last_.character : at.character,
                               range.end.character - at.character, type, 0});
    last_ = at;
  }

  lsp::PositionEncoding encoding_;
  std::array<std::optional<std::uint32_t>, type_names.size()> types_;
  std::vector<std::uint32_t> data_;
  lsp::Position last_;
};

/// One edit between the first and the last token that differ.
std::vector<lsp::SemanticTokensEdit> edits_between(const std::vector<std::uint32_t>& before,
                                                   const std::vector<std::uint32_t>& after) {
  constexpr std::size_t size = 5;  // numbers a token
  const std::size_t most = std::min(before.size(), after.size());
  std::size_t head = 0, tail = 0;
  const auto same = [&](std::size_t a, std::size_t b) {
    return std::equal(before.begin() + static_cast<std::ptrdiff_t>(a),
                      before.begin() + static_cast<std::ptrdiff_t>(a + size),
                      after.begin() + static_cast<std::ptrdiff_t>(b));
  };
  while (head < most && same(head, head)) head += size;
  while (head + tail < most && same(before.size() - tail - size, after.size() - tail - size)) tail += size;
  if (head == before.size() && head == after.size()) return {};
  lsp::SemanticTokensEdit edit;
  edit.start = static_cast<std::uint32_t>(head);
  edit.deleteCount = static_cast<std::uint32_t>(before.size() - tail - head);
  edit.data.assign(after.begin() + static_cast<std::ptrdiff_t>(head), after.end() - static_cast<std::ptrdiff_t>(tail));
  return {std::move(edit)};
}

using FullOrDelta = std::variant<lsp::SemanticTokens, lsp::SemanticTokensDelta>;

class Colours {
 public:
  explicit Colours(Session& session) : session_(session) {}

  lsp::SemanticTokens full(const std::string& uri) {
    Document& document = session_.document(uri);
    return remember(document, tokens_of(document));
  }

  FullOrDelta delta(const lsp::SemanticTokensDeltaParams& params) {
    Document& document = session_.document(params.textDocument.uri);
    const Given* last = given_.find(document);
    const bool known = last && last->id == params.previousResultId;
    std::vector<std::uint32_t> now = tokens_of(document);
    if (!known) return remember(document, std::move(now));
    lsp::SemanticTokensDelta made;
    made.edits = edits_between(last->data, now);
    made.resultId = remember(document, std::move(now)).resultId;
    return made;
  }

  lsp::SemanticTokens in_range(const lsp::SemanticTokensRangeParams& params) {
    Document& document = session_.document(params.textDocument.uri);
    const Span asked{byte_at(document, params.range.start, session_.encoding()),
                     byte_at(document, params.range.end, session_.encoding())};
    // Who asks for ranges only is told to ask again by what stands in the whole.
    if (!announced_by(session_.client()).requests.full) remember(document, tokens_of(document));
    return {std::nullopt, tokens_of(document, &asked)};
  }

  /// What the client holds stays the base of the next change, even where it is no longer right.
  void look() {
    if (!session_.client().workspace.semanticTokens.refreshSupport) return;
    const bool outdated = given_.any_outdated(session_, [this](Document& document, Given& last) {
      std::vector<std::uint32_t> now = tokens_of(document);
      std::swap(now, last.newest);
      return now != last.newest;
    });
    if (outdated)
      session_.router().call("workspace/semanticTokens/refresh", nullptr, [](jsonrpc::Outcome<jsonrpc::Any>) {});
  }

 private:
  struct Given {
    std::string id;
    std::vector<std::uint32_t> data;    // what the client holds
    std::vector<std::uint32_t> newest;  // what it has been told to ask for, else the same
  };

  std::vector<std::uint32_t> tokens_of(Document& document, const Span* asked = nullptr) {
    if (!session_.judge().colours_words(document)) return {};
    std::vector<Token> tokens = Collector(session_, document).collect();
    if (asked) std::erase_if(tokens, [&](const Token& token) { return !token.span.overlaps(*asked); });
    return Encoder(session_).encode(document, tokens);
  }

  lsp::SemanticTokens remember(const Document& document, std::vector<std::uint32_t> data) {
    std::string id = std::to_string(++last_id_);
    given_.put(document, {id, data, data});
    return {std::move(id), std::move(data)};
  }

  Session& session_;
  Answered<Given> given_;
  std::uint64_t last_id_ = 0;
};

void announce(const lsp::ClientCapabilities& client, lsp::ServerCapabilities& server) {
  const auto& asked = client.textDocument.semanticTokens;
  if (!asked || !(asked->requests.full || asked->requests.range)) return;
  const auto& formats = asked->formats;
  if (!formats.empty() && std::find(formats.begin(), formats.end(), "relative") == formats.end()) return;
  lsp::SemanticTokensOptions& options = server.semanticTokensProvider.emplace();
  options.legend.tokenTypes = legend_of(client);
  options.range = asked->requests.range;
  if (asked->requests.full) options.full = lsp::SemanticTokensFullOptions{asked->requests.delta};
}

void bind(Session& session) {
  const auto colours = std::make_shared<Colours>(session);
  session.router().request("textDocument/semanticTokens/full", [colours](lsp::TextDocumentParams params) {
    return colours->full(params.textDocument.uri);
  });
  session.router().request("textDocument/semanticTokens/full/delta",
                           [colours](lsp::SemanticTokensDeltaParams params) { return colours->delta(params); });
  session.router().request("textDocument/semanticTokens/range",
                           [colours](lsp::SemanticTokensRangeParams params) { return colours->in_range(params); });
  session.on_settled([colours] { colours->look(); });
}

}  // namespace

const Feature semantic_tokens_feature{.announce = announce, .bind = bind};

}  // namespace afterword
