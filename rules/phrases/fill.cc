#include <algorithm>
#include <array>
#include <chrono>

#include "rules/note/personal_names.h"
#include "rules/phrases/book.h"
#include "rules/phrases/filler.h"
#include "rules/phrases/slots.h"
#include "rules/phrases/source.h"

namespace afterword::phrases {
namespace {

constexpr std::array<std::string_view, 7> weekdays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                      "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};

std::chrono::sys_days day_of(LocalTime time) {
  return std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(time.seconds)));
}

std::string weekday_of(LocalTime time) {
  return std::string(weekdays[std::chrono::weekday(day_of(time)).c_encoding()]);
}

/// "3 March". Without the year: letters about an interview are read within weeks.
std::string date_of(LocalTime time) {
  const std::chrono::year_month_day date(day_of(time));
  return std::to_string(static_cast<unsigned>(date.day())) + ' ' +
         std::string(months[static_cast<unsigned>(date.month()) - 1]);
}

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) all += i + 1 == names.size() ? " and " : ", ";
    all += names[i];
  }
  return all;
}

std::string address_of_person(std::string_view name) {
  const std::string_view bare = without_title(name);
  const std::size_t title = name.find(bare);
  if (!bare.empty() && title != name.npos && title > 0) {
    return std::string(name.substr(0, title)) + std::string(surname_of(name));
  }
  // Address books write "Wu, Dana".
  const std::size_t comma = bare.find(", ");
  const std::string_view given = given_name_of(comma == bare.npos ? bare : bare.substr(comma + 2));
  return std::string(given.ends_with('.') ? bare : given);  // nobody is greeted by an initial
}

/// "Dana Wu" for "Wu, Dana".
std::string in_speaking_order(std::string_view name) {
  if (name.find(", ") == name.npos) return std::string(name);
  const std::string_view bare = without_post(name);
  const std::size_t comma = bare.find(", ");
  if (comma == bare.npos) return std::string(bare);
  return std::string(bare.substr(comma + 2)) + ' ' + std::string(bare.substr(0, comma));
}

/// The names of all addressees, each as `form` gives it; empty where one of them is not known.
template <typename Form>
std::string names_of(const Facts& facts, Form form) {
  std::vector<std::string> names;
  for (const Person& person : facts.to) {
    std::string name = form(person.name);
    if (name.empty()) return {};
    names.push_back(std::move(name));
  }
  return joined(names);
}

constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/// A topic as a sentence takes it up: "the rollback plan" for "rollback plan", but "flaky tests", "moving from QA",
/// "your question on ink" and "Python" as they stand. Facts are jotted down, and a bare noun reads like it.
std::string spoken(std::string_view topic) {
  if (topic.empty()) return {};
  const std::size_t first_end = std::min(topic.find(' '), topic.size());
  const std::string_view first = topic.substr(0, first_end);
  const std::size_t last_begin = topic.rfind(' ') == topic.npos ? 0 : topic.rfind(' ') + 1;
  const std::string_view last = topic.substr(last_begin);
  constexpr auto apart = std::to_array<std::string_view>(
      {"a",   "an",      "any",  "both", "her",   "his",   "how",   "its",   "less",    "more",  "my",    "no",
       "not", "one",     "our",  "some", "that",  "the",   "their", "these", "this",    "those", "three", "to",
       "two", "whether", "what", "when", "where", "which", "who",   "why",   "working", "your"});
  const bool bare = first_end == topic.size() || std::find(apart.begin(), apart.end(), first) != apart.end() ||
                    first.ends_with("ing") || first.ends_with("'s") || last.ends_with('s') || last.ends_with("ing");
  const bool starts_low = is_lower(topic.front()), ends_low = is_lower(last.front());
  // Two names, a number, a sentence: nobody knows.
  const bool plain = std::all_of(topic.begin(), topic.end(),
                                 [](char c) { return is_lower(c) || (c >= 'A' && c <= 'Z') || c == ' ' || c == '-'; });
  return bare || !plain || !(starts_low || ends_low) ? std::string(topic) : "the " + std::string(topic);
}

/// What the facts say for a slot of that name; empty where they say nothing.
std::string value_of(std::string_view slot, const Facts& facts, std::string_view topic) {
  if (slot == "name") return phrases::address_of(facts);
  if (slot == "full_name") return names_of(facts, in_speaking_order);
  if (slot == "company") return facts.company.empty() ? std::string() : facts.company.front().value;
  if (slot == "role") return facts.role ? facts.role->value : std::string();
  if (slot == "topic" && !topic.empty()) return spoken(topic);
  if (slot == "topic") return facts.topics.empty() ? std::string() : spoken(facts.topics.front().value);
  if (slot == "day") return facts.interview ? weekday_of(facts.interview->value) : std::string();
  if (slot == "date") return facts.interview ? date_of(facts.interview->value) : std::string();
  if (slot == "decision_by") return facts.decision_by ? date_of(facts.decision_by->value) : std::string();
  if (slot == "from") return facts.from ? facts.from->name : std::string();
  if (slot == "referrer") return facts.referred_by ? facts.referred_by->name : std::string();
  return {};
}

}  // namespace

std::string address_of(const Facts& facts) { return names_of(facts, address_of_person); }

std::vector<std::string> days_of(const Facts& facts) {
  std::vector<std::string> days;
  if (facts.interview) days = {weekday_of(facts.interview->value), date_of(facts.interview->value)};
  if (facts.decision_by) days.push_back(date_of(facts.decision_by->value));
  return days;
}

std::vector<std::string> days_ahead(LocalTime now) {
  constexpr std::size_t most = 4;
  std::vector<std::string> days;
  for (std::chrono::sys_days day = day_of(now) + std::chrono::days(1); days.size() < most;
       day += std::chrono::days(1)) {
    const unsigned weekday = std::chrono::weekday(day).c_encoding();
    if (weekday != 0 && weekday != 6) days.emplace_back(weekdays[weekday]);
  }
  return days;
}

std::string escaped_for_snippet(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (const char c : text) {
    if (c == '$' || c == '}' || c == '\\') escaped += '\\';
    escaped += c;
  }
  return escaped;
}

namespace {

/// "${1|the press,the rota|}": in a choice bars, commas and backslashes are escaped.
std::string choice_of(std::size_t number, std::span<const std::string_view> values) {
  std::string made = "${" + std::to_string(number) + '|';
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) made += ',';
    for (const char c : spoken(values[i])) {
      if (c == '|' || c == ',' || c == '\\') made += '\\';
      made += c;
    }
  }
  return made + "|}";
}

}  // namespace

void Filler::begin_with(std::string_view typed) {
  filled_.text = typed;
  filled_.snippet = escaped_for_snippet(typed);
}

std::string Filler::known(const Piece& piece) const {
  if (!piece.slot) return std::string(piece.text);
  for (const auto& [slot, words] : answers_)
    if (slot == piece.text) return std::string(words);
  return value_of(piece.text, facts_, topics_.empty() ? std::string_view() : topics_.front());
}

void Filler::take(const Piece& piece) {
  const std::string text = known(piece);
  if (text.empty()) return leave_open(piece.text);
  filled_.text += text;
  const bool answered = std::any_of(answers_.begin(), answers_.end(), [](const auto& a) { return a.first == "topic"; });
  if (!piece.slot || piece.text != "topic" || topics_.size() < 2 || answered) {
    filled_.snippet += escaped_for_snippet(text);
    return;
  }
  filled_.snippet += choice_of(number_of(piece.text), topics_);
  filled_.choice = true;
}

void Filler::leave_open(std::string_view slot) {
  const FactSlot* fact = fact_slot_named(slot);
  const std::string_view words = fact == nullptr ? slot : fact->words;
  const std::size_t before = stops_.size(), number = number_of(slot);
  filled_.blanks += stops_.size() - before;
  // A stop has the brackets too: typing takes their place, and one that is passed over shows, and is found.
  const std::string open = '[' + std::string(words) + ']';
  filled_.text += open;
  filled_.snippet += "${" + std::to_string(number) + ':' + escaped_for_snippet(open) + '}';
}

std::size_t Filler::number_of(std::string_view slot) {
  auto place = std::find(stops_.begin(), stops_.end(), slot);
  if (place == stops_.end()) place = stops_.insert(place, slot);
  return static_cast<std::size_t>(place - stops_.begin()) + 1;
}

Filled fill(std::string_view phrase, const Facts& facts, std::span<const std::string_view> topics) {
  Filler filler(facts, topics);
  for (const Piece& piece : split_slots(phrase)) filler.take(piece);
  return filler.finish();
}

Filled fill(std::string_view phrase, const Facts& facts, std::string_view topic) {
  return fill(phrase, facts, std::span(&topic, topic.empty() ? 0 : 1));
}

const Facts& sample_facts() {
  static const Facts made = [] {
    Facts facts;
    facts.to.push_back({"Dana Wu", "", {}});
    facts.from = Person{"Sam Field", "", {}};
    facts.company.push_back({"Initech", {}});
    facts.role = Fact<std::string>{"data engineer", {}};
    facts.topics.push_back({"the rollback plan", {}});
    facts.interview = Fact<LocalTime>{parse_time("2026-03-03 14:00").value(), {}};
    facts.decision_by = Fact<LocalTime>{parse_time("2026-03-13").value(), {}};
    facts.referred_by = Person{"Luis Ortega", "", {}};
    return facts;
  }();
  return made;
}

std::string example_of(const Phrase& phrase, const Facts& facts, std::string_view topic) {
  const std::vector<std::string_view> slots = free_slots(phrase.text);
  const std::vector<std::string_view> answers = split_answers(phrase.with);
  std::string finished;
  for (const Piece& piece : split_slots(phrase.text)) {
    const auto slot = static_cast<std::size_t>(std::find(slots.begin(), slots.end(), piece.text) - slots.begin());
    if (piece.slot && slot < std::min(slots.size(), answers.size())) {
      finished += answers[slot];
    } else {
      finished += piece.slot ? fill("${" + std::string(piece.text) + '}', facts, topic).text : std::string(piece.text);
    }
  }
  return finished;
}

}  // namespace afterword::phrases
