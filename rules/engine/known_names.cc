#include "rules/engine/known_names.h"

#include <algorithm>

#include "rules/engine/names.h"
#include "rules/note/personal_names.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

void add_words(std::string_view text, std::vector<std::string>& into) {
  for (text = trim(text); !text.empty();) {
    const std::size_t end = std::min(text.find_first_of(" \t\r\n"), text.size());
    std::string_view word = text.substr(0, end);
    text = trim(text.substr(end));
    constexpr std::string_view marks = "\"'(),.;:";
    while (!word.empty() && marks.find(word.front()) != std::string_view::npos) word.remove_prefix(1);
    while (!word.empty() && marks.find(word.back()) != std::string_view::npos) word.remove_suffix(1);
    if (!word.empty()) into.emplace_back(word);
  }
}

std::size_t word_count(std::string_view name) {
  const NameWords words = words_of_name(name);
  return words.given.size() + words.surname.size();
}

class Collector {
 public:
  /// `known` is what the interview.yaml says of the person; null where it says nothing.
  void add(const Person& person, std::string_view role, bool addressed, const Person* known) {
    const bool in_file = known != nullptr;
    if (!names_a_person(person)) return;
    for (Named& before : made_)
      if (before.type == Named::Type::person && fold_plain(before.names[0]) == fold_plain(person.name)) {
        before.in_file = before.in_file || in_file;
        return;
      }
    Named& one = made_.emplace_back();
    one.names = {person.name};
    one.email = person.email;
    one.origin = person.origin;
    one.role = role;
    one.addressed = addressed;
    one.in_file = in_file;
    if (known && person.origin.path.empty()) one.file_origin = known->origin;
  }

  void add(const std::vector<Fact<std::string>>& company, bool in_file) {
    if (company.empty()) return;
    for (const Named& before : made_)
      if (before.type == Named::Type::company && before.names[0] == company[0].value) return;
    Named& one = made_.emplace_back();
    one.type = Named::Type::company;
    for (const Fact<std::string>& name : company) one.names.push_back(name.value);
    one.origin = company[0].origin;
    one.role = "the company";
    one.in_file = in_file;
  }

  std::vector<Named> take() { return std::move(made_); }

 private:
  std::vector<Named> made_;
};

bool stands_in(const std::vector<Fact<std::string>>& company, const InterviewFile& file) {
  const std::vector<std::string> named = companies_of(file);
  return std::any_of(company.begin(), company.end(), [&](const Fact<std::string>& one) {
    return std::find(named.begin(), named.end(), one.value) != named.end();
  });
}

}  // namespace

NameWords words_of_name(std::string_view name) {
  NameWords words;
  const std::string_view bare = without_post(name);
  const std::string_view surname = surname_of(bare);
  const std::size_t comma = bare.find(',');
  if (comma != std::string_view::npos) {
    add_words(bare.substr(comma + 1), words.given);
    add_words(surname, words.surname);
  } else if (surname.size() == bare.size()) {
    const bool titled = without_title(name).size() < trim(name).size();
    add_words(bare, titled ? words.surname : words.given);
  } else {
    add_words(bare.substr(0, bare.size() - surname.size()), words.given);
    add_words(surname, words.surname);
  }
  return words;
}

const Person* same_person(const Person& asked, const std::vector<Interviewer>& people) {
  const auto find = [&](auto is_meant) -> const Person* {
    const Person* found = nullptr;
    for (const Interviewer& one : people) {
      if (!is_meant(one.person)) continue;
      if (found) return nullptr;
      found = &one.person;
    }
    return found;
  };
  if (!asked.email.empty())
    if (const Person* found = find([&](const Person& one) { return equal_folded(one.email, asked.email); }))
      return found;
  if (asked.name.empty()) return nullptr;
  return find([&](const Person& one) { return !one.name.empty() && may_be_same_name(asked.name, one.name); });
}

std::vector<Named> known_names(const Facts& facts, const InterviewFile* file) {
  const std::vector<Interviewer> people = file ? interviewers_of(*file) : std::vector<Interviewer>();
  Collector collector;
  for (Person person : facts.to) {
    const Person* known = same_person(person, people);
    // "Dana" in the note and "Dana Wu" in the file: the fuller name tells which words are hers.
    if (known && word_count(known->name) > word_count(person.name)) person.name = known->name;
    collector.add(person, "the addressee", true, known);
  }
  if (facts.referred_by) {
    const Person& referrer = *facts.referred_by;
    collector.add(referrer, "who opened the door", false, referrer.origin.path.empty() ? nullptr : &referrer);
  }
  for (const Person& person : facts.others) collector.add(person, "an interviewer", false, &person);
  const bool company_in_file =
      !facts.company.empty() && (!facts.company[0].origin.path.empty() || (file && stands_in(facts.company, *file)));
  collector.add(facts.company, company_in_file);
  return collector.take();
}

std::vector<Named> known_names(const InterviewFile& file) {
  Collector collector;
  for (const Interviewer& one : interviewers_of(file)) {
    collector.add(one.person, "an interviewer", false, &one.person);
    collector.add(one.facts.company, true);
    if (one.facts.referred_by)
      collector.add(*one.facts.referred_by, "who opened the door", false, &*one.facts.referred_by);
  }
  return collector.take();
}

}  // namespace afterword
