// textDocument/completion: the phrases of the part that is due at the cursor, facts filled in; in the middle of a
// sentence the names, companies and topics of the facts.
#include <algorithm>
#include <array>
#include <span>

#include <fmt/format.h>

#include "protocol/jsonrpc/decode.h"
#include "rules/engine/names.h"
#include "rules/model/standard.h"
#include "rules/note/personal_names.h"
#include "rules/note/unicode.h"
#include "server/features/completion_items.h"
#include "server/features/due_phrases.h"
#include "server/features/features.h"
#include "server/features/key_completion.h"
#include "server/translate/translate.h"

namespace afterword {

namespace {

constexpr std::size_t most_items = 24;     // a list is read, not searched
constexpr std::size_t most_greetings = 4;  // where nobody is known
constexpr std::size_t first_greetings = 2, parts_before_greetings = 3;
constexpr std::size_t longest_label = 44;  // code points: beside it the part has to be read
constexpr auto before_days = std::to_array<std::string_view>({"on", "by", "from", "until"});
constexpr auto ahead = std::to_array<std::string_view>(
    {"will", "shall", "may", "can", "could", "would", "free", "available", "decide", "start", "begin", "i'll", "back"});
constexpr auto wishing = std::to_array<std::string_view>({"would", "want", "like", "hope", "keen", "glad", "wish"});
constexpr auto struck =
    std::to_array<std::string_view>({"impressed", "struck", "moved", "taken", "surprised", "fascinated", "intrigued"});

/// As whole words; `folded` too.
bool holds_any(std::string_view folded, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    for (std::size_t at = folded.find(word); at != std::string_view::npos; at = folded.find(word, at + 1)) {
      const std::size_t end = at + word.size();
      if ((at == 0 || folded[at - 1] == ' ') && (end == folded.size() || folded[end] == ' ')) return true;
    }
    return false;
  });
}

/// "I ran the kiln at ": of a place of the writer's own, and not of where they want to be.
bool tells_of_oneself(std::string_view folded) {
  constexpr std::array<std::string_view, 2> self = {"i", "we"};
  return holds_any(folded, self) && !holds_any(folded, wishing);
}

std::string shortened(std::string_view text) {
  std::size_t at = 0, points = 0;
  while (at < text.size() && points < longest_label) {
    at += code_point_at(text, at).size;
    ++points;
  }
  return at == text.size() ? std::string(text) : std::string(text.substr(0, at)) + "\xE2\x80\xA6";
}

class Composer {
 public:
  Composer(Session& session, Document& document, std::size_t at, lsp::CompletionContext asked)
      : session_(session),
        document_(document),
        at_(at),
        asked_(std::move(asked)),
        due_(session, document, at),
        judged_(due_.judged()),
        typed_(due_.typed()),
        items_(session, document, {typed_.begin, at_}, word_end()) {}

  lsp::CompletionList compose() {
    const bool by_hand = asked_.triggerKind == lsp::CompletionTriggerKind::Invoked;
    if (due_.are_offered(by_hand ? Asked::by_hand : Asked::by_typing)) fill_list();
    return items_.finish(items_.size() > 0);  // what is due changes with what is typed
  }

 private:
  void fill_list() {
    if (asked_.triggerCharacter == ":") return;  // in prose a list would swallow the next Enter
    switch (due_.spot()) {
      case Spot::nowhere:
        return;
      case Spot::opening:
        if (asked_.triggerCharacter == ",") return;  // it ends the salutation: a list would swallow Enter
        if (due_.line_ends_here()) add_greetings(first_greetings);
        if (!judged_.note.greeting()) break;
        add_names();
        return;
      case Spot::signature:
        if (judged_.facts.from && !judged_.facts.from->name.empty())
          add_value(judged_.facts.from->name, "signature", "your name");
        return;
      case Spot::body:
        break;
    }
    if (!typed_.text.empty()) add_facts();
    if (!due_.has_room()) return;  // a phrase would run into what stands there
    std::vector<OfferedPhrase> going_on = due_.going_on(most_items);
    for (std::size_t i = 0; i < going_on.size(); ++i) {
      // Who begins without a salutation wants the first parts as much as the third way to greet.
      if (i == parts_before_greetings && due_.spot() == Spot::opening && due_.line_ends_here())
        add_greetings(most_greetings);
      add_phrase(going_on[i], {});
    }
    for (OfferedPhrase& one : due_.instead(most_items)) add_phrase(one, typed_.text);
  }

  /// Where it is not known yet whom the note is for, one for each who may be.
  void add_greetings(std::size_t most) {
    auto possible = possible_addressees(judged_.facts);
    for (const Person& person : possible) {
      Facts facts = due_.facts();
      facts.to = {person};
      for (OfferedPhrase& one : due_.greetings(1, facts)) add_phrase(one, {});
    }
    if (possible.empty())
      for (OfferedPhrase& one : due_.greetings(most, due_.facts())) add_phrase(one, {});
  }

  /// Where the word at the cursor ends.
  std::size_t word_end() const {
    const std::string& text = *document_.text;
    return std::min(text.find_first_of(" \t\r\n.,;:!?)", at_), text.size());
  }

  /// `typed`: what the editor is to compare with what is typed, empty where the phrase goes on with it.
  void add_phrase(OfferedPhrase& offered, std::string_view typed) {
    if (items_.size() == most_items) return;
    phrases::Filled& filled = offered.filled;
    std::string label = shortened(filled.text);
    if (items_.has_text(filled.text)) return;
    const bool stops = filled.blanks > 0 || filled.choice;
    std::string filter = typed.empty() ? std::string() : std::string(typed) + " " + filled.text;
    const std::string_view role = phrases::name_of(offered.phrase->purpose);
    lsp::CompletionItem& item =
        items_.add(std::move(label), role,
                   {std::move(filled.text), stops ? std::move(filled.snippet) : std::string(), std::move(filter)});
    const phrases::Book& book = due_.context().book;
    if (&book != &standard_checker().book()) {  // a project's: which one it is would be forgotten by then
      item.data = lsp::Any::of_text(fmt::format(R"({{"role":"{}"}})", role));
      item.documentation = std::string(offered.phrase->why);
      return;
    }
    const auto index = static_cast<std::size_t>(offered.phrase - book.all().data());
    item.data = lsp::Any::of_text(fmt::format(R"({{"role":"{}","phrase":{}}})", role, index));
    const auto& resolvable = session_.client().textDocument.completion.completionItem.resolveSupport;
    bool later = resolvable && std::find(resolvable->properties.begin(), resolvable->properties.end(),
                                         "documentation") != resolvable->properties.end();
    if (!later) item.documentation = std::string(offered.phrase->why);
  }

  void add_names() {
    auto named = named_addressees(judged_.facts);
    std::string_view what = named.empty() ? "an interviewer" : "the addressee";
    if (named.empty()) named = possible_addressees(judged_.facts);
    for (const Person& person : named) add_name(person, what);
  }

  void add_name(const Person& person, std::string_view what) {
    if (typed_.word.empty() && is_title(last_word()))
      return add_value(std::string(surname_of(person.name)), "name", what);
    add_matching(address(person, true), "name", what);
    add_matching(address(person, false), "name", what);
    if (typed_.word.size() >= 2 && starts_with_folded(surname_of(person.name), typed_.word))
      add_value(std::string(surname_of(person.name)), "name", what);
  }

  /// "I am free on ", "Could I ring you by ": a day to come, and none of the talk.
  bool plans_a_day() const {
    const std::string before = fold(trim(typed_.text.substr(0, typed_.text.size() - typed_.word.size())));
    const bool asks = std::any_of(before_days.begin(), before_days.end(),
                                  [&](std::string_view word) { return before.ends_with(" " + std::string(word)); });
    return asks && holds_any(before, ahead);
  }

  void add_facts() {
    if (plans_a_day()) {
      const LocalTime now = due_.context().now;
      const auto& decision = judged_.facts.decision_by;
      if (decision && now < decision->value) add_day(phrases::days_of(judged_.facts).back());
      for (const std::string& day : phrases::days_ahead(now)) add_day(day);
      return;
    }
    for (const std::string_view topic : due_.topics()) {
      // Named as the facts have it, and put in as a sentence takes it up.
      if (typed_.word.empty() && may_follow("topic"))
        add_value(phrases::spoken(topic), "topic", "a topic of the talk", topic);
      else if (!typed_.word.empty())
        add_matching(std::string(topic), "topic", "a topic of the talk");
    }
    add_names();
    for (const Person& person : judged_.facts.others)
      if (!typed_.word.empty()) add_name(person, "an interviewer");
    for (const auto& company : judged_.facts.company) add_matching(company.value, "company", "the company");
    if (judged_.facts.role) add_matching(judged_.facts.role->value, "role", "the position");
    for (const std::string& day : phrases::days_of(judged_.facts)) add_matching(day, "date", "a day of the facts");
  }

  /// A fact that goes on with the word begun, or that may follow the word before.
  void add_matching(const std::string& value, std::string_view role, std::string_view what) {
    bool goes_on = typed_.word.size() >= 2 && starts_with_folded(value, typed_.word) && value != typed_.word;
    if (goes_on || (typed_.word.empty() && may_follow(role))) add_value(value, role, what);
  }

  /// Before the cursor, folded, without its full stop.
  std::string last_word() const {
    const std::string_view before = trim(typed_.text);
    const auto space = before.find_last_of(" \t");
    std::string word = fold(space == std::string_view::npos ? before : before.substr(space + 1));
    if (word.ends_with('.')) word.pop_back();
    return word;
  }

  bool may_follow(std::string_view role) const {
    std::string_view before = trim(typed_.text);
    auto space = before.find_last_of(" \t");
    std::string word = fold(space == std::string_view::npos ? before : before.substr(space + 1));
    const std::string said = fold(before);
    auto ends_in = [&](std::initializer_list<std::string_view> endings) {
      return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
        return said == ending || said.ends_with(" " + std::string(ending));
      });
    };
    auto one_of = [&](std::initializer_list<std::string_view> words) {
      return std::find(words.begin(), words.end(), word) != words.end();
    };
    if (role == "topic" && word == "by")
      return std::any_of(struck.begin(), struck.end(),
                         [&](std::string_view verb) { return said.ends_with(std::string(verb) + " by"); });
    if (role == "topic" && word == "on")
      return ends_in({"point on", "question on", "advice on", "answer on", "view on", "words on", "notes on",
                      "thoughts on", "work on", "said on", "talk on", "more on"});
    if (role == "topic") return one_of({"about", "of", "regarding", "with", "into", "through", "discussed", "covered"});
    if (role == "company") return one_of({"join", "joining", "why"}) || (word == "at" && !tells_of_oneself(said));
    if (role == "name") return one_of({"dear", "hi", "hello", "hey", "morning", "afternoon"});
    if (role == "date") return one_of({"on", "since", "last"});
    return ends_in({"as", "as a", "as an", "as the", "as your", "post of", "role of", "position of", "job of"});
  }

  void add_day(const std::string& day) {
    if (starts_with_folded(day, typed_.word)) add_value(day, "date", "a day to come");
  }

  /// `label`: what the list shows for it; the value itself where empty.
  void add_value(const std::string& value, std::string_view role, std::string_view what, std::string_view label = {}) {
    if (label.empty()) label = value;
    if (items_.has_label(label) || items_.size() >= most_items) return;
    std::string_view kept = typed_.text.substr(0, typed_.text.size() - typed_.word.size());
    lsp::CompletionItem& item = items_.add(std::string(label), what, {std::string(kept) + value, {}, {}});
    item.kind = lsp::CompletionItemKind::Value;
    item.data = lsp::Any::of_text(fmt::format(R"({{"role":"{}"}})", role));
  }

  Session& session_;
  Document& document_;
  std::size_t at_;
  lsp::CompletionContext asked_;
  DuePhrases due_;
  const Judgement& judged_;
  const Typed& typed_;
  CompletionItems items_;
};

/// The block of keys that byte `at` stands in: front matter, interview.yaml, .afterword.yaml.
std::optional<std::pair<KeyBlock, Span>> key_block(const Document& document, std::size_t at) {
  const std::string_view name = name_of_path(document.path);
  const Span whole{0, document.text->size()};
  if (name == interview_file_name) return std::pair{KeyBlock::interview_file, whole};
  if (name == configuration_file_name) return std::pair{KeyBlock::configuration, whole};
  if (document.format == Format::mail) return std::nullopt;
  const auto front = front_matter_around(*document.text, at);
  return front ? std::optional(std::pair{KeyBlock::note, *front}) : std::nullopt;
}

/// Keys and values of ours. `by_hand`: the user asked, so that a text that is no note yet may become one.
lsp::CompletionList keys_at(Session& session, Document& document, std::size_t at, KeyBlock block, Span span,
                            bool by_hand) {
  const Judgement& judged = session.judge().judgement(document);
  std::vector<Person> people;
  if (document.facts_file)
    for (Interviewer& one : interviewers_of(*document.facts_file)) people.push_back(std::move(one.person));
  KeyCompletion found;
  if (block != KeyBlock::note || judged.verdict.occasion.is_note || by_hand)
    found = complete_key(std::string_view(*document.text).substr(span.begin, span.size()), at - span.begin, block,
                         people, session.judge().now());
  const std::size_t items_begin = found.typed.begin + span.begin;
  const std::size_t word_end = std::min(document.text->find_first_of(": \t\r\n,]", at), document.text->size());
  CompletionItems items(session, document, found.typed.shifted(span.begin), word_end);
  const std::string_view typed = std::string_view(*document.text).substr(items_begin, at - items_begin);
  std::erase_if(found.offers, [&](const KeyOffer& one) { return !starts_with_folded(trim(one.text), typed); });
  const bool more = found.offers.size() > most_items;
  if (more) found.offers.resize(most_items);
  for (KeyOffer& offer : found.offers) {
    std::string label(trim(offer.text));
    if (const auto colon = label.find(":\n"); colon != std::string::npos) label.resize(colon + 1);
    lsp::CompletionItem& item = items.add(std::move(label), offer.meaning, {std::move(offer.text), {}, {}});
    item.kind = lsp::CompletionItemKind::Property;
    item.data = lsp::Any::of_text(R"({"role":"key"})");
  }
  return items.finish(more);
}

/// What resolve needs of an item's data.
struct ItemData {
  std::string role;
  std::optional<std::int64_t> phrase;

  static void describe(auto& f, auto& v) {
    f.required("role", v.role);
    f.optional("phrase", v.phrase);
  }
};

lsp::CompletionItem resolve(Session& session, lsp::CompletionItem item) {
  if (item.data.empty()) return item;
  auto data = item.data.to<ItemData>("params.data");
  auto book = standard_checker().book().all();
  if (!data.phrase || *data.phrase < 0 || static_cast<std::size_t>(*data.phrase) >= book.size()) return item;
  const phrases::Phrase& phrase = book[static_cast<std::size_t>(*data.phrase)];
  const auto& formats = session.client().textDocument.completion.completionItem.documentationFormat;
  bool markdown = std::find(formats.begin(), formats.end(), "markdown") != formats.end();
  std::string example = phrases::example_of(phrase, phrases::sample_facts());
  item.documentation = lsp::MarkupContent{markdown ? "markdown" : "plaintext",
                                          markdown ? fmt::format("{}\n\n*For example:* {}", phrase.why, example)
                                                   : fmt::format("{}\n\nFor example: {}", phrase.why, example)};
  return item;
}

void announce(const lsp::ClientCapabilities& client, lsp::ServerCapabilities& server) {
  server.completionProvider = lsp::CompletionOptions{{",", ":"}, true, std::nullopt};
  if (client.textDocument.completion.completionItem.labelDetailsSupport)
    server.completionProvider->completionItem = lsp::CompletionItemOptions{true};
}

void bind(Session& session) {
  session.router().request("textDocument/completion", [&session](lsp::CompletionParams params) {
    Document& document = session.document(params.textDocument.uri);
    // Who tells nothing of the occasion has not asked by hand for sure.
    lsp::CompletionContext unknown{lsp::CompletionTriggerKind::TriggerForIncompleteCompletions, {}};
    const lsp::CompletionContext asked = params.context.value_or(unknown);
    const std::size_t at = byte_at(document, params.position, session.encoding());
    if (const auto block = key_block(document, at))
      return keys_at(session, document, at, block->first, block->second,
                     asked.triggerKind == lsp::CompletionTriggerKind::Invoked);
    return Composer(session, document, at, asked).compose();
  });
  session.router().request("completionItem/resolve",
                           [&session](lsp::CompletionItem item) { return resolve(session, std::move(item)); });
}

}  // namespace

const Feature completion_feature{.announce = announce, .bind = bind};

}  // namespace afterword
