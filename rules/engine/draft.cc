#include "rules/engine/draft.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "rules/engine/names.h"
#include "rules/engine/parts.h"
#include "rules/note/characters.h"
#include "rules/note/unicode.h"
#include "rules/phrases/slots.h"

namespace afterword {

namespace {

using phrases::Purpose;
using std::string_view;

constexpr std::size_t most_turns = 5;  // so many letters of one panel share no phrase

class Letter {
 public:
  Letter(const Facts& facts, Kind kind, const phrases::Book& book, std::size_t turn)
      : facts_(facts), kind_(kind), book_(book), turn_(turn) {
    for (const Fact<std::string>& topic : facts.topics) topics_.push_back(topic.value);
    if (!topics_.empty())
      std::rotate(topics_.begin(), topics_.begin() + static_cast<std::ptrdiff_t>(turn % topics_.size()), topics_.end());
  }

  std::string write() {
    begin_paragraph();
    // "Nice to meet you" asks for no thanks, but nothing else names the event so well.
    if (asks(parts::thanks) || kind_ == Kind::networking) say(Purpose::thanks);
    if (kind_ == Kind::rejection) say(Purpose::effort);
    if (asks(parts::callback) || kind_ == Kind::rejection) say(Purpose::callback);
    begin_paragraph();
    if (asks(parts::fit)) say(Purpose::fit);
    if (asks(parts::interest)) say(Purpose::interest);
    if (asks(parts::addition)) say(Purpose::addition);
    begin_paragraph();
    if (asks(parts::next_step)) say(Purpose::next_step);
    std::string text = greeting() + "\n";
    for (const std::string& paragraph : paragraphs_)
      if (!paragraph.empty()) text += "\n" + paragraph + "\n";
    text += "\n" + first(Purpose::sign_off) + "\n";
    text += facts_.from && !facts_.from->name.empty() ? facts_.from->name : "[your name]";
    return text + "\n";
  }

 private:
  static bool names_topic(const phrases::Phrase& phrase) { return phrase.text.find("${topic}") != string_view::npos; }
  bool asks(const Severities& part) const { return part.of(kind_) != Severity::off; }
  void begin_paragraph() { paragraphs_.emplace_back(); }

  std::string greeting() const {
    if (!facts_.to.empty() && names_a_person(facts_.to.front())) return "Dear " + address(facts_.to, true) + ",";
    return "Dear [name],";
  }
  std::string first(Purpose purpose) const {
    const auto found = book_.find(purpose, kind_);
    return found.empty() ? "Kind regards," : phrases::fill(found.front()->text, facts_).text;
  }

  void say(Purpose purpose) {
    auto found = book_.find(purpose, kind_);
    // What was talked about has to come up, and best where it is taken up.
    if (purpose == Purpose::callback && !topics_.empty())
      std::stable_partition(found.begin(), found.end(), [](const auto* phrase) { return names_topic(*phrase); });
    const phrases::Phrase* best = nullptr;
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (!suits(*found[i])) continue;
      const bool is_due = i % most_turns == turn_ % most_turns;
      if (is_due || !best) best = found[i];
      if (is_due) break;
    }
    if (!best) return;
    const string_view topic = topics_.empty() ? string_view() : topics_[std::min(used_topics_, topics_.size() - 1)];
    used_topics_ += names_topic(*best);
    said_day_ = said_day_ || best->text.find("${day}") != string_view::npos;
    const std::string said = phrases::fill(best->text, facts_, topic).text;
    said_i_ = said.starts_with("I ") || said.starts_with("I'") ? said_i_ + 1 : 0;
    std::string& paragraph = paragraphs_.back();
    paragraph += (paragraph.empty() ? "" : " ") + said;
  }

  /// No third sentence in a row opens with I, no fact is left open that only facts can fill, and nothing comes twice.
  bool suits(const phrases::Phrase& phrase) const {
    const bool opens_with_i = phrase.text.starts_with("I ") || phrase.text.starts_with("I'");
    if (opens_with_i && said_i_ >= 2) return false;
    if (names_topic(phrase) && used_topics_ > 0 && used_topics_ >= topics_.size()) return false;
    if (said_day_ && phrase.text.find("${day}") != string_view::npos) return false;
    if (phrase.text.find("${name}") != string_view::npos) return false;  // the greeting has said it
    for (const phrases::Piece& piece : phrases::split_slots(phrase.text)) {
      if (!piece.slot || piece.text == "topic") continue;
      if (phrases::fact_slot_named(piece.text) &&
          phrases::fill("${" + std::string(piece.text) + "}", facts_).blanks > 0)
        return false;
    }
    return true;
  }

  const Facts& facts_;
  Kind kind_;
  const phrases::Book& book_;
  std::size_t turn_;
  std::vector<string_view> topics_;
  std::size_t used_topics_ = 0, said_i_ = 0;
  bool said_day_ = false;
  std::vector<std::string> paragraphs_;
};

std::string shown(const Person& person) {
  if (person.email.empty()) return person.name;
  return person.name.empty() ? person.email : person.name + " <" + person.email + ">";
}

}  // namespace

std::string draft_letter(const Facts& facts, Kind kind, const phrases::Book& book, std::size_t turn) {
  return Letter(facts, kind, book, turn).write();
}

std::string draft_note(const Facts& declared, const Facts& facts, Kind kind, const phrases::Book& book,
                       std::size_t turn) {
  std::string front;
  const auto line = [&](string_view key, std::string value) { front += std::string(key) + ": " + value + "\n"; };
  const auto list = [&](std::span<const std::string> values) {
    std::string all = "[";
    for (const std::string& value : values) all += (all.size() > 1 ? ", " : "") + yaml_text(value);
    return values.size() == 1 ? yaml_text(values[0]) : all + "]";
  };
  const auto texts = [&](const auto& values, auto text) {
    std::vector<std::string> made;
    made.reserve(values.size());
    for (const auto& value : values) made.push_back(text(value));
    return list(made);
  };
  if (declared.kind) line("kind", std::string(name_of(declared.kind->value)));
  if (!declared.to.empty()) line("to", texts(declared.to, shown));
  if (declared.from) line("from", yaml_text(shown(*declared.from)));
  const auto value_of = [](const Fact<std::string>& fact) { return fact.value; };
  if (!declared.company.empty()) line("company", texts(declared.company, value_of));
  if (declared.role) line("role", yaml_text(declared.role->value));
  if (declared.interview) {
    const std::string time = to_string(declared.interview->value).replace(10, 1, " ").substr(0, 16);
    line("interview", time.ends_with(" 23:59") ? time.substr(0, 10) : time);  // which a date without an hour counts as
  }
  if (!declared.topics.empty()) line("topics", texts(declared.topics, value_of));
  if (declared.decision_by) line("decision-by", to_string(declared.decision_by->value).substr(0, 10));
  if (declared.referred_by) line("referred-by", yaml_text(shown(*declared.referred_by)));
  return (front.empty() ? "" : "---\n" + front + "---\n\n") + draft_letter(facts, kind, book, turn);
}

std::string file_stem(string_view name) {
  std::string made;
  for (const char c : fold_plain(name)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain)
      made += c;
    else if (!made.empty() && made.back() != '-')
      made += '-';
  }
  while (!made.empty() && made.back() == '-') made.pop_back();
  return made;
}

std::string note_file_name(const Person& person) {
  const string_view email = person.email;
  const std::string stem =
      file_stem(names_a_person(person) ? string_view(person.name) : email.substr(0, email.find('@')));
  return stem.empty() ? std::string() : stem + ".note.md";
}

std::string yaml_text(string_view text) {
  const auto is_plain = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return is_word_byte(byte) || string_view(" .-@<>+'").find(c) != string_view::npos;
  };
  const bool begins = !text.empty() && is_word_byte(static_cast<unsigned char>(text[0])) &&
                      !is_ascii_digit(static_cast<unsigned char>(text[0]));
  constexpr auto reserved = std::to_array<string_view>({"true", "false", "yes", "no", "on", "off", "null", "y", "n"});
  const bool is_word = std::find(reserved.begin(), reserved.end(), fold(text)) == reserved.end();
  if (begins && is_word && !text.ends_with(' ') && std::all_of(text.begin(), text.end(), is_plain))
    return std::string(text);
  std::string made = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') made += '\\';
    made += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;  // a line end or the like can't be meant
  }
  return made + '"';
}

}  // namespace afterword
