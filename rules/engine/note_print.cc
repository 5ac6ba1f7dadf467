#include "rules/engine/note_print.h"

#include <algorithm>
#include <array>

#include "rules/engine/context.h"
#include "rules/note/personal_names.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

using std::string_view;

/// FNV-1a, then mixed so that neighbours in the vocabulary lie far apart.
std::uint32_t mixed(std::uint32_t hash) {
  hash ^= hash >> 16;
  hash *= 0x7feb352du;
  hash ^= hash >> 15;
  hash *= 0x846ca68bu;
  return hash ^ (hash >> 16);
}
std::uint32_t hash_of(string_view text) {
  std::uint32_t hash = 2166136261u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return mixed(hash);
}
std::uint32_t joined(std::uint32_t hash, std::uint32_t next) { return mixed(hash * 31 + next); }

/// Nobody writes a note of more; what stands behind is not looked at.
constexpr std::size_t most_sentences = 200;

constexpr PrintWord any_number = 0x9e3779b8u;

/// Words about attachments say of none of them what it holds.
constexpr auto enclosing = std::to_array<string_view>({"attach", "attached", "attaching", "attachment", "cv", "enclose",
                                                       "enclosed", "here", "link", "portfolio", "resume"});

/// Mailboxes that anybody may have tell no company.
constexpr auto public_hosts = std::to_array<string_view>(
    {"aol", "fastmail", "gmail",  "gmx",    "googlemail", "hotmail",  "icloud", "live",  "mail",   "mailbox",
     "me",  "outlook",  "posteo", "proton", "protonmail", "t-online", "web",    "yahoo", "yandex", "zoho"});

template <std::size_t n>
bool in(const std::array<string_view, n>& table, string_view word) {
  return std::find(table.begin(), table.end(), word) != table.end();
}

/// "initech" of dana@mail.initech.example; empty for a mailbox of a provider.
std::string house_of_address(string_view email) {
  auto at = email.find('@');
  if (at == string_view::npos) return {};
  string_view host = email.substr(at + 1);
  auto dot = host.rfind('.');
  if (dot == string_view::npos) return {};
  host = host.substr(0, dot);
  for (string_view second : {".co", ".com", ".ac", ".org"})  // of .co.uk
    if (host.ends_with(second)) host.remove_suffix(second.size());
  if (dot = host.rfind('.'); dot != string_view::npos) host.remove_prefix(dot + 1);
  std::string house = fold_plain(host);
  return in(public_hosts, house) ? std::string() : house;
}

void add_words(std::vector<std::string>& words, string_view name) {
  for (string_view word : name_words(name)) words.push_back(fold_plain(word));
}

}  // namespace

std::uint32_t addressee_key(string_view name_or_email) {
  constexpr std::uint32_t addressee = 0x51ed270bu;  // apart from what sentences give
  return joined(addressee, hash_of(fold_plain(without_title(name_or_email))));
}

namespace {

void set_addressee(NotePrint& print, const Context& context) {
  const Facts& facts = context.facts;
  for (const Person& person : facts.to) {
    if (names_a_person(person)) print.names.push_back(person.name);
    if (!person.email.empty()) print.emails.push_back(fold(person.email));
  }
  if (print.names.empty() && !context.salutation.tokens.empty()) {
    std::string& name = print.names.emplace_back();
    if (context.salutation.titled) name = context.text(context.salutation.names);
    for (Span token : context.salutation.tokens)
      if (!context.salutation.titled) name += (name.empty() ? "" : " ") + std::string(context.text(token));
  }
  for (const std::string& name : print.names) print.name_forms.emplace_back(name);
  for (const auto& company : facts.company) print.houses.push_back(fold_plain(company.value));
  for (const auto* known : {&print.names, &print.emails})
    for (const std::string& one : *known) print.addressees.push_back(addressee_key(one));
  if (!print.houses.empty()) return;
  for (const std::string& email : print.emails)
    if (std::string house = house_of_address(email); !house.empty()) print.houses.push_back(std::move(house));
}

}  // namespace

/// One note being printed.
class NotePrinter::Work {
 public:
  Work(const NotePrinter& printer, const Context& context, NotePrint& print, const NotePrint* previous)
      : printer_(printer), context_(context), print_(print), previous_(previous) {
    read_known();
    if (previous_ && previous_->known != print_.known) previous_ = nullptr;
    if (previous_) {
      print_.names = previous_->names;
      print_.name_forms = previous_->name_forms;
      print_.emails = previous_->emails;
      print_.addressees = previous_->addressees;
      print_.houses = previous_->houses;
      print_.aside = previous_->aside;
      print_.common = previous_->common;
      return;
    }
    const Facts& facts = context.facts;
    set_addressee(print, context);
    for (const auto* people : {&facts.to, &facts.others})
      for (const Person& person : *people) add_words(print_.aside, person.name);
    for (const auto* person : {&facts.from, &facts.referred_by})
      if (*person) add_words(print_.aside, (*person)->name);
    for (const std::string& house : print_.houses) add_words(print_.aside, house);
    for (Span token : context.salutation.tokens) print_.aside.push_back(fold_plain(context.text(token)));
    if (facts.role) add_words(print_.common, facts.role->value);
  }

  void add(const BodySentence& sentence) {
    if (print_.paragraphs.empty() || print_.paragraphs.back().begin != sentence.paragraph->span.begin)
      open_paragraph(*sentence.paragraph);
    PrintSentence made;
    made.first_word = static_cast<std::uint32_t>(print_.words.size());
    if (const PrintSentence* old = earlier(sentence))
      take_over(*old, made);
    else
      read(sentence, made);
    made.last_word = static_cast<std::uint32_t>(print_.words.size());
    made.span = sentence.span();
    made.roles = sentence.roles;
    made.callback = sentence.chances[static_cast<std::size_t>(Role::callback)];
    made.addition = sentence.chances[static_cast<std::size_t>(Role::addition)];
    place(made);
    append_keys(print_, made, print_.keys);
    print_.sentences.push_back(made);
  }

 private:
  /// All that names and their words are made of, as it stands there.
  void read_known() {
    const Facts& facts = context_.facts;
    std::string& known = print_.known;
    const auto add = [&](string_view one) { known.append(one).append("\n"); };
    for (const auto* people : {&facts.to, &facts.others})
      for (const Person& person : *people) {
        add(person.name);
        add(person.email);
      }
    add("");
    for (const auto* person : {&facts.from, &facts.referred_by}) add(*person ? (*person)->name : "");
    for (const auto& company : facts.company) add(company.value);
    add(context_.text(context_.salutation.whole));
    if (facts.role) add(facts.role->value);
  }

  void open_paragraph(const Paragraph& paragraph) {
    const auto* text = paragraph.content.get();
    print_.paragraphs.push_back({text, paragraph.span.begin, static_cast<std::uint32_t>(print_.sentences.size())});
    same_ = edited_ = nullptr;
    if (!previous_) return;
    constexpr std::size_t most_passed_over = 4;  // paragraphs that have gone
    const auto& old = previous_->paragraphs;
    for (std::size_t i = next_; i < std::min(old.size(), next_ + most_passed_over); ++i) {
      if (old[i].text != text) continue;
      same_ = &old[i];
      next_ = i + 1;
      return;
    }
    if (next_ < old.size()) edited_ = &old[next_];
    next_in_edited_ = 0;
  }

  /// What the sentence was; null where it is new.
  const PrintSentence* earlier(const BodySentence& sentence) {
    if (same_) return known_sentence(*same_, sentence.in_paragraph);
    if (!edited_) return nullptr;
    constexpr std::size_t most_passed_over = 2;  // sentences that have gone
    const auto& old = edited_->text->sentences;
    for (std::size_t i = next_in_edited_; i < std::min(old.size(), next_in_edited_ + most_passed_over); ++i) {
      if (!is_same(*sentence.paragraph->content, sentence.sentence(), *edited_->text, old[i])) continue;
      next_in_edited_ = i + 1;
      return known_sentence(*edited_, i);
    }
    ++next_in_edited_;
    return nullptr;
  }

  /// Null behind the last one that was looked at.
  const PrintSentence* known_sentence(const NotePrint::Paragraph& paragraph, std::size_t in_paragraph) const {
    const std::size_t index = paragraph.first_sentence + in_paragraph;
    return index < previous_->sentences.size() ? &previous_->sentences[index] : nullptr;
  }

  static bool is_same(const ParagraphText& a, const Sentence& in_a, const ParagraphText& b, const Sentence& in_b) {
    const auto words = [](const ParagraphText& text, const Sentence& sentence) {
      return std::span(text.words).subspan(sentence.first_word, sentence.last_word - sentence.first_word);
    };
    const auto said = [](const ParagraphText& text, const Sentence& sentence) {
      return string_view(text.text).substr(sentence.span.begin, sentence.span.size());
    };
    if (said(a, in_a) != said(b, in_b)) return false;
    // What a word is taken for may hang on what stands before its sentence.
    return std::ranges::equal(words(a, in_a), words(b, in_b), [&](const Word& one, const Word& other) {
      return one.begin - in_a.span.begin == other.begin - in_b.span.begin && one.kind == other.kind &&
             one.form == other.form && one.flags == other.flags;
    });
  }

  void take_over(const PrintSentence& old, PrintSentence& made) {
    const auto words = previous_->words_of(old);
    print_.words.insert(print_.words.end(), words.begin(), words.end());
    made.dated = old.dated;
    made.specific = old.specific;
    made.whole = old.whole;
  }

  void read(const BodySentence& sentence, PrintSentence& made) {
    const std::size_t base = sentence.paragraph->span.begin;
    std::uint32_t left_out = 0;  // where a name ended, for the "'s" behind it
    bool slot = false;
    made.whole = 1;
    for (const Word& word : sentence.words()) {
      slot = slot || word.kind == WordKind::slot;
      made.dated = made.dated || word.kind == WordKind::number || is_any(word, printer_.dates_);
      const string_view text = context_.text(word.span().shifted(base));
      if (word.kind == WordKind::word) fold_word(text);
      const bool genitive = left_out != 0 && word.begin == left_out && word.kind == WordKind::word;
      if (genitive || is_name(word)) {
        left_out = word.end;
        continue;
      }
      print_.words.push_back(hash(word, text));
      made.specific = static_cast<std::uint16_t>(made.specific + is_specific(print_.words.back()));
      made.whole = joined(made.whole, print_.words.back());
    }
    if (slot) made.whole = 0;
  }

  bool is_any(const Word& word, const std::vector<std::size_t>& classes) const {
    return word.form != 0 && std::any_of(classes.begin(), classes.end(),
                                         [&](std::size_t one) { return printer_.lexicon_.is(word.form, one); });
  }

  /// Most words are ASCII, and a fresh string for each costs more than all the rest.
  void fold_word(string_view text) {
    folded_.assign(text);
    for (char& c : folded_) {
      if (static_cast<unsigned char>(c) >= 0x80) {
        folded_ = fold_plain(text);
        return;
      }
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
  }

  bool is_name(const Word& word) const {
    if (word.kind != WordKind::word || !word.is(capitalised)) return false;
    if (std::find(print_.aside.begin(), print_.aside.end(), folded_) != print_.aside.end()) return true;
    return word.form == 0 && !word.is(sentence_start) && is_given_name(folded_);
  }

  PrintWord hash(const Word& word, string_view text) const {
    if (word.kind == WordKind::number) return any_number;
    if (word.kind != WordKind::word) return hash_of(text) | 1u;
    const bool common = is_any(word, printer_.everyday_) || is_any(word, printer_.dates_) || in(enclosing, folded_) ||
                        std::find(print_.common.begin(), print_.common.end(), folded_) != print_.common.end();
    return (hash_of(folded_) & ~1u) | (common ? 0u : 1u);
  }

  /// Counts on from the sentence before.
  void place(PrintSentence& made) {
    const string_view passed = string_view(context_.note.text()).substr(at_, made.span.begin - at_);
    std::size_t line_begin = 0;
    if (passed.find('\r') == string_view::npos) {
      for (std::size_t at = 0; (at = passed.find('\n', at)) != string_view::npos; line_begin = ++at) ++line_;
    } else {
      for (std::size_t i = 0; i < passed.size(); ++i)
        if (passed[i] == '\n' || (passed[i] == '\r' && !passed.substr(i + 1).starts_with('\n')))
          ++line_, line_begin = i + 1;
    }
    if (line_begin > 0) column_ = 1;
    column_ += static_cast<std::uint32_t>(code_points(passed.substr(line_begin)));
    at_ = made.span.begin;
    made.line = line_;
    made.column = column_;
  }

  const NotePrinter& printer_;
  const Context& context_;
  NotePrint& print_;
  const NotePrint* previous_;                     // null where other names are known now
  const NotePrint::Paragraph* same_ = nullptr;    // of `previous_`, what the paragraph was then
  std::size_t next_ = 0;                          // where to look for the next one there
  const NotePrint::Paragraph* edited_ = nullptr;  // likewise, where it has changed
  std::size_t next_in_edited_ = 0;
  std::string folded_;  // the word being read, without accents
  std::size_t at_ = 0;
  std::uint32_t line_ = 1, column_ = 1;
};

NotePrinter::NotePrinter(const Lexicon& lexicon) : lexicon_(lexicon) {
  for (string_view name : {"plain", "generic", "degree", "meeting_noun", "number_word"})
    everyday_.push_back(lexicon.class_named(name));
  for (string_view name : {"month", "weekday", "soon"}) dates_.push_back(lexicon.class_named(name));
}

NotePrint NotePrinter::print(const Context& context, const NotePrint* previous) const {
  NotePrint made;
  made.english = context.english;
  const bool after_interview = context.kind == Kind::interview || context.kind == Kind::phone_screen;
  made.by_email = after_interview && (!context.facts.delivery || context.facts.delivery->value == Delivery::email);
  made.no_point = !context.just_begun && (!context.english || context.lacks({Role::callback}));
  const std::size_t count = std::min(context.sentences.size(), most_sentences);
  made.sentences.reserve(count);
  if (previous) {
    made.words.reserve(previous->words.size() + 16);
    made.keys.reserve(previous->keys.size() + 16);
  } else {
    made.words.reserve(context.note.word_count());
    made.keys.reserve(context.note.word_count());
  }
  Work work(*this, context, made, previous);
  for (std::size_t i = 0; i < count; ++i) work.add(context.sentences[i]);
  made.keys.insert(made.keys.end(), made.addressees.begin(), made.addressees.end());
  std::sort(made.keys.begin(), made.keys.end());
  made.keys.erase(std::unique(made.keys.begin(), made.keys.end()), made.keys.end());
  return made;
}

void append_keys(const NotePrint& print, const PrintSentence& sentence, std::vector<std::uint32_t>& keys) {
  if (sentence.whole == 0) return;
  keys.push_back(sentence.whole);
  PrintWord before = 0;
  for (const PrintWord word : print.words_of(sentence)) {
    if (!is_specific(word)) continue;
    if (before != 0) keys.push_back(joined(before, word));
    before = word;
  }
}

}  // namespace afterword
