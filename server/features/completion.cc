// textDocument/completion: the phrases of the part that is due at the cursor, facts filled in; in the middle of a
// sentence the names, companies and topics of the facts.
#include <algorithm>

#include <fmt/format.h>

#include "protocol/jsonrpc/decode.h"
#include "rules/engine/names.h"
#include "rules/model/standard.h"
#include "rules/note/personal_names.h"
#include "rules/note/unicode.h"
#include "server/features/completion_items.h"
#include "server/features/due.h"
#include "server/features/features.h"
#include "server/features/typed.h"
#include "server/translate/translate.h"

namespace afterword {

namespace {

using phrases::Purpose;

constexpr std::size_t most_items = 24;       // a list is read, not searched
constexpr std::size_t most_greetings = 4;    // where nobody is known
constexpr std::size_t likely_parts = 4;      // of which there are several phrases, of the others one
constexpr std::size_t most_of_one = 4;       // phrases of one part
constexpr std::size_t most_other_parts = 3;  // put in place of a sentence begun that no phrase goes on with
constexpr std::size_t longest_label = 72;    // code points; editors cut longer ones anywhere
constexpr std::size_t draft_words = 40;      // catalogue, section 1: below this a salutation is enough to offer phrases

std::string shortened(std::string_view text) {
  std::size_t at = 0, points = 0;
  while (at < text.size() && points < longest_label) {
    at += code_point_at(text, at).size;
    ++points;
  }
  return at == text.size() ? std::string(text) : std::string(text.substr(0, at)) + "\xE2\x80\xA6";
}

/// Nothing stands there yet, front matter and mail headers apart.
bool is_blank(const Note& note) {
  auto parts = note.parts();
  std::size_t begin = 0;
  for (const Part& part : parts) {
    if (part.kind != PartKind::front_matter && part.kind != PartKind::headers) return false;
    begin = part.span.end;
  }
  return trim(std::string_view(note.text()).substr(begin)).empty();
}

/// `by_hand`: the user asked for the list, it did not open at a character that was typed.
bool offers_phrases(const Judgement& judged, bool by_hand) {
  return judged.verdict.occasion.is_note || judged.note.format() == Format::mail ||
         (judged.note.greeting() && judged.note.word_count() < draft_words) || (by_hand && is_blank(judged.note));
}

class Composer {
 public:
  Composer(Session& session, Document& document, std::size_t at, lsp::CompletionContext asked)
      : session_(session),
        document_(document),
        judged_(session.judge().judgement(document)),
        at_(at),
        asked_(std::move(asked)),
        typed_(typed_at(judged_.note, at)),
        context_(session.judge().context(document)),
        items_(session, document, {typed_.begin, at_}, word_end()) {
    look_around();
  }

  lsp::CompletionList compose() {
    bool off = judged_.facts.afterword && !judged_.facts.afterword->value;
    bool ours = document_.holds_settings();
    if (!off && !ours && context_.english &&
        offers_phrases(judged_, asked_.triggerKind == lsp::CompletionTriggerKind::Invoked))
      fill_list();
    return items_.finish(items_.size() > 0);  // what is due changes with what is typed
  }

 private:
  /// Whether the sentence is the one that the cursor is in: what it does is what it is to be completed to, and "Thank
  /// you for" is no thanks yet.
  bool is_begun(const BodySentence& sentence) const {
    const Span span = sentence.span();
    return sentence.sentence().mark == 0 && span.begin <= at_ && span.begin == typed_.begin;
  }

  void look_around() {
    for (const BodySentence& sentence : context_.sentences) {
      if (is_begun(sentence)) {
        begun_ = sentence.paragraph->content->cues[sentence.in_paragraph].scores;
      } else if (sentence.span().begin >= typed_.begin) {
        place_.behind = place_.behind | sentence.roles;
      } else {
        place_.before.push_back(sentence.roles);
      }
    }
    place_.begun = begun_ && !typed_.text.empty() ? &*begun_ : nullptr;
    place_.last = at_ >= judged_.note.body_end();
  }

  void fill_list() {
    if (asked_.triggerCharacter == ":") return;  // in prose a list would swallow the next Enter
    switch (spot_at(judged_.note, at_)) {
      case Spot::nowhere:
        return;
      case Spot::opening:
        if (asked_.triggerCharacter == ",") return;  // it ends the salutation: a list would swallow Enter
        if (line_ends_here()) add_greetings();
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
    if (!line_ends_here() || !stands_apart()) return;  // a phrase would run into what stands there
    add_due();
  }

  /// Where it is not known yet whom the note is for, one for each who may be.
  void add_greetings() {
    auto possible = possible_addressees(judged_.facts);
    for (const Person& person : possible) {
      Facts facts = judged_.facts;
      facts.to = {person};
      add_phrases(Purpose::greeting, 1, facts);
    }
    if (possible.empty()) add_phrases(Purpose::greeting, most_greetings, judged_.facts);
  }

  bool line_ends_here() const {
    const std::string& text = *document_.text;
    std::size_t next = std::min(text.find_first_not_of(" \t", at_), text.size());
    return next == text.size() || text[next] == '\n' || text[next] == '\r';
  }

  /// Where the word at the cursor ends.
  std::size_t word_end() const {
    const std::string& text = *document_.text;
    return std::min(text.find_first_of(" \t\r\n.,;:!?)", at_), text.size());
  }

  /// Something is typed, or a blank or the line's start stands before the cursor.
  bool stands_apart() const {
    const std::string& text = *document_.text;
    return !typed_.text.empty() || at_ == 0 ||
           std::string_view(" \t\r\n").find(text[at_ - 1]) != std::string_view::npos;
  }

  /// By turns, so that no part stands twice in a row: the best phrase of each part that may come next, the likeliest
  /// part first, then the second best. Where a sentence is begun, those that go on with it stand first; behind them
  /// some that say otherwise what it seems to become.
  void add_due() {
    const std::vector<Due> due = due_purposes(context_, place_);
    std::vector<std::vector<const phrases::Phrase*>> going_on(due.size()), others(due.size());
    for (std::size_t i = 0; i < due.size(); ++i)
      for (const phrases::Phrase* phrase : context_.book.find(due[i].purpose, context_.kind)) {
        const phrases::Filled filled = fill(*phrase, judged_.facts);
        if (filled.text == typed_.text || already_there(filled.text)) continue;
        const bool goes_on = typed_.text.empty() || starts_with_folded(filled.text, typed_.text);
        (goes_on ? going_on : others)[i].push_back(phrase);
      }
    add_by_turns(going_on, {}, due.size());
    if (!typed_.text.empty()) add_by_turns(others, typed_.text, most_other_parts);
  }

  /// `filter`: what the editor is to compare with what is typed, empty where the phrase goes on with it.
  void add_by_turns(const std::vector<std::vector<const phrases::Phrase*>>& by_part, std::string_view filter,
                    std::size_t parts) {
    for (std::size_t turn = 0; turn < (filter.empty() ? most_of_one : 2); ++turn)
      for (std::size_t i = 0; i < std::min(parts, turn == 0 ? by_part.size() : likely_parts); ++i)
        if (turn < by_part[i].size() && items_.size() < most_items)
          add_phrase(*by_part[i][turn], judged_.facts, filter);
  }

  /// Topics that no sentence of the note holds yet stand first.
  std::vector<std::string_view> topics_of(const Facts& facts) const {
    std::vector<std::string_view> topics;
    for (const auto& topic : facts.topics) topics.push_back(topic.value);
    const auto is_used = [&](std::string_view topic) {
      const auto paragraphs = judged_.note.paragraphs();
      return std::any_of(paragraphs.begin(), paragraphs.end(), [&](const Paragraph& paragraph) {
        return fold(paragraph.content->text).find(fold(topic)) != std::string::npos;
      });
    };
    std::stable_partition(topics.begin(), topics.end(), [&](std::string_view topic) { return !is_used(topic); });
    return topics;
  }

  phrases::Filled fill(const phrases::Phrase& phrase, const Facts& facts) const {
    return phrases::fill(phrase.text, facts, topics_);
  }

  void add_phrases(Purpose purpose, std::size_t most, const Facts& facts) {
    for (const phrases::Phrase* phrase : context_.book.find(purpose, context_.kind)) {
      if (most == 0 || items_.size() >= most_items) return;
      const std::string text = fill(*phrase, facts).text;
      const bool goes_on = typed_.text.empty() || starts_with_folded(text, typed_.text);
      if (!goes_on || text == typed_.text) continue;
      add_phrase(*phrase, facts, {});
      --most;
    }
  }

  /// A phrase that was taken before is not offered again.
  bool already_there(std::string_view text) const {
    std::string_view opening = text.substr(0, std::min(text.find('['), text.size()));
    auto paragraphs = judged_.note.paragraphs();
    return opening.size() >= 12 && typed_.text.find(opening) == std::string_view::npos &&
           std::any_of(paragraphs.begin(), paragraphs.end(), [&](const Paragraph& paragraph) {
             return paragraph.content->text.find(opening) != std::string::npos;
           });
  }

  void add_phrase(const phrases::Phrase& phrase, const Facts& facts, std::string_view filter) {
    phrases::Filled filled = fill(phrase, facts);
    const bool stops = filled.blanks > 0 || filled.choice;
    std::string label = shortened(filled.text);
    if (items_.has_label(label)) return;
    std::string compared = filter.empty() ? std::string() : std::string(filter) + " " + filled.text;
    lsp::CompletionItem& item =
        items_.add(std::move(label), phrases::name_of(phrase.purpose),
                   {std::move(filled.text), stops ? std::move(filled.snippet) : std::string(), std::move(compared)});
    auto index = static_cast<std::size_t>(&phrase - context_.book.all().data());
    item.data =
        lsp::Any::of_text(fmt::format(R"({{"role":"{}","phrase":{}}})", phrases::name_of(phrase.purpose), index));
    const auto& resolvable = session_.client().textDocument.completion.completionItem.resolveSupport;
    bool later = resolvable && std::find(resolvable->properties.begin(), resolvable->properties.end(),
                                         "documentation") != resolvable->properties.end();
    if (!later) item.documentation = std::string(phrase.why);
  }

  void add_names() {
    auto named = named_addressees(judged_.facts);
    std::string_view what = named.empty() ? "an interviewer" : "the addressee";
    if (named.empty()) named = possible_addressees(judged_.facts);
    for (const Person& person : named) add_name(person, what);
  }

  void add_name(const Person& person, std::string_view what) {
    add_matching(address(person, true), "name", what);
    add_matching(address(person, false), "name", what);
    if (typed_.word.size() >= 2 && starts_with_folded(surname_of(person.name), typed_.word))
      add_value(std::string(surname_of(person.name)), "name", what);
  }

  void add_facts() {
    for (const std::string_view topic : topics_) add_matching(std::string(topic), "topic", "a topic of the talk");
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

  bool may_follow(std::string_view role) const {
    std::string_view before = trim(typed_.text);
    auto space = before.find_last_of(" \t");
    std::string word = fold(space == std::string_view::npos ? before : before.substr(space + 1));
    auto one_of = [&](std::initializer_list<std::string_view> words) {
      return std::find(words.begin(), words.end(), word) != words.end();
    };
    if (role == "topic") return one_of({"about", "on", "of", "regarding", "with", "into", "discussed", "covered"});
    if (role == "company") return one_of({"at", "with", "join", "joining", "to", "for", "why", "how"});
    if (role == "name")
      return one_of({"dear", "hi", "hello", "hey", "with", "to", "and", "thanks", "morning", "afternoon"});
    if (role == "date") return one_of({"on", "by", "since", "until", "from", "last"});
    return one_of({"as", "a", "an", "the", "your"});
  }

  void add_value(const std::string& value, std::string_view role, std::string_view what) {
    if (items_.has_label(value) || items_.size() >= most_items) return;
    std::string_view kept = typed_.text.substr(0, typed_.text.size() - typed_.word.size());
    lsp::CompletionItem& item = items_.add(value, what, {std::string(kept) + value, {}, {}});
    item.kind = lsp::CompletionItemKind::Value;
    item.data = lsp::Any::of_text(fmt::format(R"({{"role":"{}"}})", role));
  }

  Session& session_;
  Document& document_;
  const Judgement& judged_;
  std::size_t at_;
  lsp::CompletionContext asked_;
  Typed typed_;
  Context context_;
  CompletionItems items_;
  DuePlace place_;
  std::optional<Scores> begun_;  // of the sentence that the cursor is in
  std::vector<std::string_view> topics_ = topics_of(judged_.facts);
};

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
    return Composer(session, document, byte_at(document, params.position, session.encoding()),
                    params.context.value_or(unknown))
        .compose();
  });
  session.router().request("completionItem/resolve",
                           [&session](lsp::CompletionItem item) { return resolve(session, std::move(item)); });
}

}  // namespace

const Feature completion_feature{.announce = announce, .bind = bind};

}  // namespace afterword
