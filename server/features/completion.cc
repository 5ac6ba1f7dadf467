// textDocument/completion: the phrases of the part that is due at the cursor, facts filled in; in the middle of a
// sentence the names, companies and topics of the facts.
#include <algorithm>

#include <fmt/format.h>

#include "protocol/jsonrpc/decode.h"
#include "rules/engine/names.h"
#include "rules/model/standard.h"
#include "rules/note/personal_names.h"
#include "rules/note/unicode.h"
#include "server/features/due.h"
#include "server/features/features.h"
#include "server/features/typed.h"
#include "server/translate/translate.h"

namespace afterword {

namespace {

using phrases::Purpose;

constexpr std::size_t most_items = 24;      // a list is read, not searched
constexpr std::size_t most_of_due = 4;      // phrases of a part that is due
constexpr std::size_t most_of_present = 1;  // and of one that is there already
constexpr std::size_t longest_label = 72;   // code points; editors cut longer ones anywhere
constexpr std::size_t draft_words = 40;     // catalogue, section 1: below this a salutation is enough to offer phrases

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
        context_(session.judge().context(document)) {
    leave_out_begun_sentence();
  }

  lsp::CompletionList compose() {
    bool off = judged_.facts.afterword && !judged_.facts.afterword->value;
    bool ours = document_.holds_settings();
    if (!off && !ours && context_.english &&
        offers_phrases(judged_, asked_.triggerKind == lsp::CompletionTriggerKind::Invoked))
      fill_list();
    list_.isIncomplete = !list_.items.empty();  // what is due changes with what is typed
    return std::move(list_);
  }

 private:
  /// What the sentence at the cursor does is what it is to be completed to: "Thank you for" is no thanks yet.
  void leave_out_begun_sentence() {
    context_.present = {};
    for (const BodySentence& sentence : context_.sentences) {
      const Span span = sentence.span();
      const bool begun = sentence.sentence().mark == 0 && span.begin <= at_ && span.begin == typed_.begin;
      if (!begun) context_.present = context_.present | sentence.roles;
    }
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
    std::size_t body_end = judged_.note.body_end();
    bool last = at_ >= body_end;
    auto due = due_purposes(context_, last);
    for (Purpose purpose : due) add_phrases(purpose, is_there(purpose) ? most_of_present : most_of_due);
  }

  /// Where it is not known yet whom the note is for, one for each who may be.
  void add_greetings() {
    auto possible = possible_addressees(judged_.facts);
    for (const Person& person : possible) {
      Facts facts = judged_.facts;
      facts.to = {person};
      add_phrases(Purpose::greeting, 1, facts);
    }
    if (possible.empty()) add_phrases(Purpose::greeting, most_of_due);
  }

  bool line_ends_here() const {
    const std::string& text = *document_.text;
    std::size_t next = std::min(text.find_first_not_of(" \t", at_), text.size());
    return next == text.size() || text[next] == '\n' || text[next] == '\r';
  }

  /// Something is typed, or a blank or the line's start stands before the cursor.
  bool stands_apart() const {
    const std::string& text = *document_.text;
    return !typed_.text.empty() || at_ == 0 ||
           std::string_view(" \t\r\n").find(text[at_ - 1]) != std::string_view::npos;
  }

  bool is_there(Purpose purpose) const {
    auto role = role_named(phrases::name_of(purpose));
    return role && context_.present.has(*role);
  }

  void add_phrases(Purpose purpose, std::size_t most) { add_phrases(purpose, most, judged_.facts); }

  void add_phrases(Purpose purpose, std::size_t most, const Facts& facts) {
    std::size_t topic = 0;
    for (const phrases::Phrase* phrase : context_.book.find(purpose, context_.kind)) {
      if (most == 0 || list_.items.size() >= most_items) return;
      std::string_view about;
      bool takes_topic = phrase->text.find("${topic}") != std::string_view::npos;
      if (takes_topic && !facts.topics.empty()) about = facts.topics[topic++ % facts.topics.size()].value;
      phrases::Filled filled = phrases::fill(phrase->text, facts, about);
      bool goes_on = typed_.text.empty() || starts_with_folded(filled.text, typed_.text);
      if (!goes_on || filled.text == typed_.text || already_there(filled.text)) continue;
      add_phrase(*phrase, filled);
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

  void add_phrase(const phrases::Phrase& phrase, const phrases::Filled& filled) {
    const auto& client = session_.client().textDocument.completion.completionItem;
    bool snippet = client.snippetSupport && filled.blanks > 0;
    lsp::CompletionItem& item = add(shortened(filled.text), phrases::name_of(phrase.purpose), filled.text,
                                    snippet ? filled.snippet : filled.text);
    item.kind = snippet ? lsp::CompletionItemKind::Snippet : lsp::CompletionItemKind::Text;
    if (snippet) item.insertTextFormat = lsp::InsertTextFormat::Snippet;
    auto index = static_cast<std::size_t>(&phrase - context_.book.all().data());
    item.data =
        lsp::Any::of_text(fmt::format(R"({{"role":"{}","phrase":{}}})", phrases::name_of(phrase.purpose), index));
    const auto& resolvable = client.resolveSupport;
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
    for (const auto& topic : judged_.facts.topics) add_matching(topic.value, "topic", "a topic of the talk");
    add_names();
    for (const Person& person : judged_.facts.others)
      if (!typed_.word.empty()) add_name(person, "an interviewer");
    for (const auto& company : judged_.facts.company) add_matching(company.value, "company", "the company");
    if (judged_.facts.role) add_matching(judged_.facts.role->value, "role", "the position");
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
    return one_of({"as", "a", "an", "the", "your"});
  }

  void add_value(const std::string& value, std::string_view role, std::string_view what) {
    for (const lsp::CompletionItem& item : list_.items)
      if (item.label == value) return;
    std::string_view kept = typed_.text.substr(0, typed_.text.size() - typed_.word.size());
    std::string whole = std::string(kept) + value;
    lsp::CompletionItem& item = add(value, what, whole, whole);
    item.kind = lsp::CompletionItemKind::Value;
    item.data = lsp::Any::of_text(fmt::format(R"({{"role":"{}"}})", role));
  }

  /// All items replace the same stretch, what is typed of the sentence: some clients compare their starts.
  lsp::CompletionItem& add(std::string label, std::string_view description, std::string filter, std::string text) {
    lsp::CompletionItem& item = list_.items.emplace_back();
    item.label = std::move(label);
    if (session_.client().textDocument.completion.completionItem.labelDetailsSupport)
      item.labelDetails = lsp::CompletionItemLabelDetails{"", std::string(description)};
    else
      item.detail = description;
    item.filterText = std::move(filter);
    item.sortText = fmt::format("{:02}", list_.items.size() - 1);
    item.textEdit = lsp::TextEdit{range_of(document_, {typed_.begin, at_}, session_.encoding()), std::move(text)};
    return item;
  }

  Session& session_;
  Document& document_;
  const Judgement& judged_;
  std::size_t at_;
  lsp::CompletionContext asked_;
  Typed typed_;
  Context context_;
  lsp::CompletionList list_;
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
