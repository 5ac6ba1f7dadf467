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

bool is_titled(string_view name) { return without_title(name).size() < trim(name).size(); }

/// "initech" and "initech gmbh", "larkfield freight" and the "larkfield" of its address.
bool may_be_one_house(string_view a, string_view b) {
  constexpr std::size_t least = 4;  // letters
  if (a == b) return true;
  const auto run_together = [](string_view name) {
    std::string made(name);
    std::erase_if(made, [](char c) { return c == ' ' || c == '-' || c == '.' || c == ','; });
    return made;
  };
  const std::string one = run_together(a), other = run_together(b);
  return std::min(one.size(), other.size()) >= least && (one.starts_with(other) || other.starts_with(one));
}

/// Length of the longest common subsequence of the words, of those that say something in particular when so asked.
std::size_t common_words(std::span<const PrintWord> a, std::span<const PrintWord> b, bool specific_only) {
  constexpr std::size_t most = 96;  // words of a sentence that are looked at
  std::array<std::uint8_t, most + 1> row{};
  a = a.first(std::min(a.size(), most));
  b = b.first(std::min(b.size(), most));
  for (const PrintWord word : a) {
    if (specific_only && !is_specific(word)) continue;
    std::uint8_t diagonal = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::uint8_t above = row[j + 1];
      row[j + 1] = word == b[j] ? static_cast<std::uint8_t>(diagonal + 1) : std::max(above, row[j]);
      diagonal = above;
    }
  }
  return row[b.size()];
}

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
  for (const auto& company : facts.company) print.houses.push_back(fold_plain(company.value));
  if (!print.houses.empty()) return;
  for (const std::string& email : print.emails)
    if (std::string house = house_of_address(email); !house.empty()) print.houses.push_back(std::move(house));
}

}  // namespace

/// One note being printed.
class NotePrinter::Work {
 public:
  Work(const NotePrinter& printer, const Context& context, NotePrint& print)
      : printer_(printer), context_(context), print_(print) {
    const Facts& facts = context.facts;
    for (const auto* people : {&facts.to, &facts.others})
      for (const Person& person : *people) add_words(names_, person.name);
    for (const auto* person : {&facts.from, &facts.referred_by})
      if (*person) add_words(names_, (*person)->name);
    for (const std::string& house : print.houses) add_words(names_, house);
    for (Span token : context.salutation.tokens) names_.push_back(fold_plain(context.text(token)));
    if (facts.role) add_words(role_, facts.role->value);
  }

  void add(const BodySentence& sentence) {
    PrintSentence made;
    made.span = sentence.span();
    made.roles = sentence.roles;
    made.callback = sentence.chances[static_cast<std::size_t>(Role::callback)];
    made.addition = sentence.chances[static_cast<std::size_t>(Role::addition)];
    made.first_word = static_cast<std::uint32_t>(print_.words.size());
    place(made);
    const std::size_t base = sentence.paragraph->span.begin;
    std::uint32_t left_out = 0;  // where a name ended, for the "'s" behind it
    bool slot = false;
    for (const Word& word : sentence.words()) {
      slot = slot || word.kind == WordKind::slot;
      made.dated = made.dated || word.kind == WordKind::number || is_any(word, printer_.dates_);
      const string_view text = context_.text(word.span().shifted(base));
      const bool genitive = left_out != 0 && word.begin == left_out && word.kind == WordKind::word;
      if (genitive || is_name(word, text)) {
        left_out = word.end;
        continue;
      }
      print_.words.push_back(hash(word, text));
      made.specific = static_cast<std::uint16_t>(made.specific + is_specific(print_.words.back()));
    }
    made.last_word = static_cast<std::uint32_t>(print_.words.size());
    if (!slot) {
      made.whole = 1;
      for (const PrintWord word : print_.words_of(made)) made.whole = joined(made.whole, word);
      append_keys(print_, made, print_.keys);
    }
    print_.sentences.push_back(made);
  }

 private:
  bool is_any(const Word& word, const std::vector<std::size_t>& classes) const {
    return word.form != 0 && std::any_of(classes.begin(), classes.end(),
                                         [&](std::size_t one) { return printer_.lexicon_.is(word.form, one); });
  }

  bool is_name(const Word& word, string_view text) const {
    if (word.kind != WordKind::word || !word.is(capitalised)) return false;
    const std::string folded = fold_plain(text);
    if (std::find(names_.begin(), names_.end(), folded) != names_.end()) return true;
    return word.form == 0 && !word.is(sentence_start) && is_given_name(folded);
  }

  PrintWord hash(const Word& word, string_view text) const {
    if (word.kind == WordKind::number) return any_number;
    if (word.kind != WordKind::word) return hash_of(text) | 1u;
    const std::string folded = fold_plain(text);
    const bool common = is_any(word, printer_.everyday_) || is_any(word, printer_.dates_) || in(enclosing, folded) ||
                        std::find(role_.begin(), role_.end(), folded) != role_.end();
    return (hash_of(folded) & ~1u) | (common ? 0u : 1u);
  }

  /// Counts on from the sentence before.
  void place(PrintSentence& made) {
    const string_view text = context_.note.text();
    for (; at_ < made.span.begin; ++at_) {
      const auto byte = static_cast<unsigned char>(text[at_]);
      if (byte == '\n' || (byte == '\r' && !text.substr(at_ + 1).starts_with('\n')))
        ++line_, column_ = 1;
      else
        column_ += (byte & 0xC0) != 0x80;
    }
    made.line = line_;
    made.column = column_;
  }

  const NotePrinter& printer_;
  const Context& context_;
  NotePrint& print_;
  std::vector<std::string> names_, role_;  // folded without accents
  std::size_t at_ = 0;
  std::uint32_t line_ = 1, column_ = 1;
};

NotePrinter::NotePrinter(const Lexicon& lexicon) : lexicon_(lexicon) {
  for (string_view name : {"plain", "generic", "degree", "meeting_noun", "number_word"})
    everyday_.push_back(lexicon.class_named(name));
  for (string_view name : {"month", "weekday", "soon"}) dates_.push_back(lexicon.class_named(name));
}

std::uint32_t addressee_key(string_view name_or_email) {
  constexpr std::uint32_t addressee = 0x51ed270bu;  // apart from what sentences give
  return joined(addressee, hash_of(fold_plain(without_title(name_or_email))));
}

NotePrint NotePrinter::print(const Context& context) const {
  NotePrint made;
  made.english = context.english;
  made.no_point = !context.just_begun && (!context.english || context.lacks({Role::callback}));
  set_addressee(made, context);
  made.sentences.reserve(context.sentences.size());
  made.words.reserve(context.note.word_count());
  Work work(*this, context, made);
  for (const BodySentence& sentence : context.sentences) work.add(sentence);
  for (const auto* known : {&made.names, &made.emails})
    for (const std::string& one : *known) made.addressees.push_back(addressee_key(one));
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

bool is_copy(const NotePrint& a, const PrintSentence& in_a, const NotePrint& b, const PrintSentence& in_b) {
  // Chosen so that one word of four that say something may differ, and about one of eight altogether.
  constexpr std::size_t least_specific = 2, surely_specific = 4;
  if (in_a.whole == 0 || in_b.whole == 0) return false;
  const auto words = a.words_of(in_a), others = b.words_of(in_b);
  if (in_a.whole == in_b.whole) return words.size() == others.size();
  if (std::min(in_a.specific, in_b.specific) < least_specific) return false;
  const std::size_t longest = std::max(words.size(), others.size());
  if (std::min(words.size(), others.size()) * 4 < longest * 3) return false;
  const std::size_t specific = std::max(in_a.specific, in_b.specific);
  const std::size_t shared = common_words(words, others, true);
  if (specific < surely_specific ? shared < specific : shared * 4 < specific * 3) return false;
  return common_words(words, others, false) * 4 >= longest * 3;
}

bool shares_addressee(const NotePrint& a, const NotePrint& b) {
  return std::find_first_of(a.addressees.begin(), a.addressees.end(), b.addressees.begin(), b.addressees.end()) !=
         a.addressees.end();
}

bool to_different_people(const NotePrint& a, const NotePrint& b) {
  if (shares_addressee(a, b)) return false;
  if (a.names.empty() || b.names.empty())  // nobody in particular: not the same two, where the companies are two
    return !a.houses.empty() && !b.houses.empty() && may_be_for_different_houses(a, b, true);
  for (const std::string& name : a.names)
    for (const std::string& other : b.names)
      if (may_be_same_name(name, other) || may_be_same_name(other, name) ||
          cannot_compare(name, is_titled(name), other) || cannot_compare(other, is_titled(other), name))
        return false;
  return true;
}

bool may_be_for_different_houses(const NotePrint& a, const NotePrint& b, bool near) {
  if (a.houses.empty() || b.houses.empty()) return !(near && a.houses.empty() && b.houses.empty());
  for (const std::string& house : a.houses)
    for (const std::string& other : b.houses)
      if (may_be_one_house(house, other)) return false;
  return true;
}

}  // namespace afterword
