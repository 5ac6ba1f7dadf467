#include "rules/note/facts.h"

#include <algorithm>
#include <array>

#include "rules/note/fact_keys.h"
#include "rules/note/personal_names.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

using std::string_view;

/// The file that fields were read from, to tell where a value stands. Values are asked for in the order of the file but
/// for a few steps back, so it counts on from the place before: a long list costs its length, not its square.
class Source {
 public:
  Source(string_view text, std::string path) : text_(text), path_(std::move(path)) {}

  string_view text(Span span) const { return text_.substr(span.begin, span.size()); }

  /// Line and column counted from 1, columns in code points.
  Origin at(Span span) {
    if (span.begin < at_) at_ = 0, line_ = column_ = 1;
    while (at_ < std::min(span.begin, text_.size())) step();
    return {path_, span, line_, column_};
  }

 private:
  void step() {
    const char c = text_[at_];
    if (c == '\n' || (c == '\r' && text_.substr(at_ + 1, 1) != "\n"))
      ++line_, column_ = 1, ++at_;
    else
      ++column_, at_ += code_point_at(text_, at_).size;
  }

  string_view text_;
  std::string path_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1, column_ = 1;
};

Person person_of(string_view text, Origin origin) {
  Person person;
  person.origin = std::move(origin);
  text = trim(text);
  auto open = text.find('<');
  if (open != string_view::npos) {
    auto close = text.find('>', open);
    person.email = trim(text.substr(open + 1, (close == string_view::npos ? text.size() : close) - open - 1));
    text = trim(text.substr(0, open));
  } else if (text.find('@') != string_view::npos && text.find(' ') == string_view::npos) {
    person.email = text;
    text = {};
  }
  if (text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front())
    text = trim(text.substr(1, text.size() - 2));
  person.name = text;
  return person;
}

/// A mail header's address list: commas separate, except inside quotation marks.
std::vector<Person> addresses_of(const FieldValue& value, Source& source) {
  // How far the raw text may run ahead of the decoded one, where encoded names can't be found in it.
  constexpr std::size_t longest_gap = 4000;
  const string_view raw = source.text(value.span);
  const Origin whole = source.at(value.span);
  std::vector<Person> people;
  std::size_t begin = 0, raw_begin = 0;
  bool quoted = false;
  for (std::size_t i = 0; i <= value.text.size(); ++i) {
    if (i < value.text.size() && value.text[i] == '"') quoted = !quoted;
    if (i < value.text.size() && (value.text[i] != ',' || quoted)) continue;
    string_view part = trim(string_view(value.text).substr(begin, i - begin));
    begin = i + 1;
    if (part.empty()) continue;
    Origin origin = whole;
    if (auto found = raw.substr(raw_begin, part.size() + longest_gap).find(part); found != string_view::npos) {
      raw_begin += found + part.size();
      origin = source.at(Span{raw_begin - part.size(), raw_begin}.shifted(value.span.begin));
    }
    Person person = person_of(part, std::move(origin));
    // "Wu, Dana <dana@...>": a surname put first, not two people.
    if (!people.empty() && people.back().email.empty() && people.back().name.find(' ') == std::string::npos &&
        !person.email.empty() && !person.name.empty() && person.name.find(' ') == std::string::npos) {
      person.name += " " + people.back().name;
      people.pop_back();
    }
    people.push_back(std::move(person));
  }
  return people;
}

std::optional<Delivery> delivery_named(string_view name) {
  if (name == "email") return Delivery::email;
  if (name == "post") return Delivery::post;
  if (name == "hand") return Delivery::hand;
  if (name == "desk") return Delivery::desk;
  return std::nullopt;
}

std::optional<bool> truth_of(string_view text) {
  std::string folded = fold(text);
  if (folded == "true" || folded == "yes" || folded == "on") return true;
  if (folded == "false" || folded == "no" || folded == "off") return false;
  return std::nullopt;
}

/// Reads one map of facts (front matter, an interviewer, the top of interview.yaml) into `facts`; what is there stays.
class MapReader {
 public:
  MapReader(Facts& facts, Source& source) : facts_(facts), source_(source) {}

  /// Keys that mean nothing at `place` are passed over: facts-invalid says that they are not read. A note may hold all
  /// but `done`, which is a person's.
  void read(const std::vector<Field>& entries, FactPlaces place) {
    for (const Field& field : entries)
      if (!field.values.empty() && (place == in_note ? !equal_folded(field.key, "done") : is_fact(field.key, place)))
        read(field);
  }

 private:
  static bool is_fact(string_view name, FactPlaces place) {
    return std::any_of(fact_keys.begin(), fact_keys.end(),
                       [&](const FactKey& key) { return (key.places & place) != 0 && equal_folded(key.name, name); });
  }
  void read(const Field& field) {
    const FieldValue& first = field.values.front();
    const std::string key = fold(field.key);
    if (key == "kind") {
      if (auto kind = kind_named(fold(first.text)); kind && !facts_.kind) facts_.kind = fact(*kind, first);
    } else if (key == "to") {
      if (facts_.to.empty())
        for (const FieldValue& value : field.values) facts_.to.push_back(person_of(value.text, source_.at(value.span)));
    } else if (key == "from") {
      if (!facts_.from) facts_.from = person_of(first.text, source_.at(first.span));
    } else if (key == "company") {
      strings(facts_.company, field);
    } else if (key == "topics") {
      strings(facts_.topics, field);
    } else if (key == "ignore") {
      strings(facts_.ignore, field);
    } else if (key == "role") {
      if (!facts_.role) facts_.role = fact(first.text, first);
    } else if (key == "subject") {
      if (!facts_.subject) facts_.subject = fact(first.text, first);
    } else if (key == "interview") {
      time(facts_.interview, first);
    } else if (key == "sent") {
      time(facts_.sent, first);
    } else if (key == "decision-by") {
      time(facts_.decision_by, first);
    } else if (key == "delivery") {
      if (auto delivery = delivery_named(fold(first.text)); delivery && !facts_.delivery)
        facts_.delivery = fact(*delivery, first);
    } else if (key == "referred-by") {
      if (!facts_.referred_by) facts_.referred_by = person_of(first.text, source_.at(first.span));
    } else if (key == "done") {
      if (!facts_.done) facts_.done = fact(fold(first.text), first);
    } else if (key == "afterword") {
      if (auto truth = truth_of(first.text); truth && !facts_.afterword) facts_.afterword = fact(*truth, first);
    }
  }

  template <typename T>
  Fact<T> fact(T value, const FieldValue& at) {
    return {std::move(value), source_.at(at.span)};
  }
  void strings(std::vector<Fact<std::string>>& into, const Field& field) {
    if (!into.empty()) return;
    for (const FieldValue& value : field.values)
      if (!value.text.empty()) into.push_back(fact(value.text, value));
  }
  void time(std::optional<Fact<LocalTime>>& into, const FieldValue& value) {
    if (auto read = parse_time(value.text); read && !into) into = fact(*read, value);
  }

  Facts& facts_;
  Source& source_;
};

void read_headers(Facts& facts, const Note& note, Source& source) {
  auto value = [&](string_view name) -> const FieldValue* {
    const Field* field = note.headers().find(name);
    return field && !field->values.empty() && !field->values[0].text.empty() ? &field->values[0] : nullptr;
  };
  if (const FieldValue* to = value("To"); to && facts.to.empty()) facts.to = addresses_of(*to, source);
  if (const FieldValue* from = value("From"); from && !facts.from) {
    auto people = addresses_of(*from, source);
    if (!people.empty()) facts.from = people.front();
  }
  if (const FieldValue* subject = value("Subject"); subject && !facts.subject)
    facts.subject = Fact<std::string>{subject->text, source.at(subject->span)};
  if (const FieldValue* date = value("Date"); date && !facts.sent)
    if (auto sent = parse_mail_date(date->text)) facts.sent = Fact<LocalTime>{*sent, source.at(date->span)};
}

/// Whether a header's or attribution's words name this person: by address or by name.
bool names_person(const Person& person, string_view name, string_view email) {
  if (!email.empty() && equal_folded(person.email, email)) return true;
  return may_be_same_name(name, person.name);
}

/// How many words of a salutation may mean this person; its first word opens it, unless it stands alone.
std::size_t greeted_words(string_view greeting, const Person& person) {
  auto words = name_words(greeting);
  if (words.size() > 1) words.erase(words.begin());
  return static_cast<std::size_t>(
      std::count_if(words.begin(), words.end(), [&](string_view word) { return may_mean(word, person.name); }));
}

/// A name stands in the salutation, or what may be one.
bool greets_somebody(const Note& note) {
  if (!note.greeting()) return false;
  auto words = name_words(note.greeting()->content->text);
  return std::any_of(words.begin() + (words.size() > 1), words.end(), is_capitalised);
}

const std::vector<Field>* interviewer_for(const Note& note, const Facts& facts,
                                          const std::vector<std::vector<Field>>& people,
                                          const std::vector<Person>& known) {
  // The one who answers to it best; where two do, neither is meant for certain.
  auto pick = [&](auto&& weigh) -> const std::vector<Field>* {
    const std::vector<Field>* found = nullptr;
    std::size_t best = 0;
    for (std::size_t i = 0; i < known.size(); ++i) {
      const std::size_t weight = weigh(known[i]);
      if (weight == 0 || weight < best) continue;
      found = weight > best ? &people[i] : nullptr;
      best = weight;
    }
    return found;
  };
  if (!facts.to.empty())
    return pick([&](const Person& p) -> std::size_t { return names_person(p, facts.to[0].name, facts.to[0].email); });
  if (auto writer = note.attribution(); !writer.empty())
    if (auto found = pick([&](const Person& p) -> std::size_t { return names_person(p, writer, {}); })) return found;
  if (!note.greeting()) return nullptr;
  string_view greeting = note.greeting()->content->text;
  return pick([&](const Person& p) { return greeted_words(greeting, p); });
}

Person interviewer_of(const std::vector<Field>& entries, Source& source) {
  Person person;
  for (const Field& field : entries)
    if (!field.values.empty() && equal_folded(field.key, "name"))
      person = person_of(field.values[0].text, source.at(field.values[0].span));
  for (const Field& field : entries) {
    if (field.values.empty() || !equal_folded(field.key, "email")) continue;
    if (person.name.empty()) person.origin = source.at(field.values[0].span);
    person.email = field.values[0].text;
  }
  return person;
}

void read_interview_file(Facts& facts, const Note& note, const InterviewFile& file) {
  Source source(file.text, file.path);
  const Field* list = file.fields.find("interviewers");
  std::vector<Person> known;
  if (list)
    for (const auto& entries : list->children) known.push_back(interviewer_of(entries, source));
  const std::vector<Field>* own = list ? interviewer_for(note, facts, list->children, known) : nullptr;
  if (list && !own && !facts.to.empty() && !known.empty()) {
    // The note is to somebody else: the file's people are known, its company and interview are not this note's.
    facts.others = std::move(known);
    return;
  }
  facts.matched = own != nullptr;
  if (own) {
    std::size_t index = static_cast<std::size_t>(own - list->children.data());
    if (facts.to.empty()) facts.to.push_back(known[index]);
    if (facts.to[0].name.empty()) {  // a bare address
      facts.to[0].name = known[index].name;
      facts.to[0].origin = known[index].origin;
    }
    if (facts.to[0].email.empty()) facts.to[0].email = known[index].email;
    MapReader(facts, source).read(*own, in_interviewer);
    known.erase(known.begin() + static_cast<std::ptrdiff_t>(index));
  } else if (known.size() == 1 && facts.to.empty() && !greets_somebody(note)) {
    facts.to.push_back(known[0]);
    MapReader(facts, source).read(list->children[0], in_interviewer);
    known.clear();
  }
  facts.others = std::move(known);
  MapReader(facts, source).read(file.fields.entries, file.top);
}

}  // namespace

InterviewFile read_interview_file(std::string path, std::string text) {
  InterviewFile file{std::move(path), std::move(text), {}};
  file.fields = read_yaml(file.text, 0);
  return file;
}

std::vector<Interviewer> interviewers_of(const InterviewFile& file) {
  std::vector<Interviewer> made;
  const Field* list = file.fields.find("interviewers");
  if (!list) return made;
  Source source(file.text, file.path);
  for (const auto& entries : list->children) {
    Interviewer& one = made.emplace_back();
    one.place = made.size() - 1;
    one.person = interviewer_of(entries, source);
    MapReader(one.facts, source).read(entries, in_interviewer);
    MapReader(one.facts, source).read(file.fields.entries, file.top);
  }
  return made;
}

std::vector<std::string> companies_of(const InterviewFile& file) {
  Facts whole;
  Source source(file.text, file.path);
  MapReader(whole, source).read(file.fields.entries, file.top);
  std::vector<std::string> names;
  for (const auto& company : whole.company) names.push_back(company.value);
  for (const Interviewer& one : interviewers_of(file))
    for (const auto& company : one.facts.company)
      if (std::find(names.begin(), names.end(), company.value) == names.end()) names.push_back(company.value);
  return names;
}

Facts facts_of(const Note& note, const InterviewFile* file) {
  Facts facts;
  Source source(note.text(), "");
  MapReader(facts, source).read(note.front_matter().entries, in_note);
  read_headers(facts, note, source);
  if (file) read_interview_file(facts, note, *file);
  return facts;
}

}  // namespace afterword
