#include <algorithm>

#include "rules/checks/checks.h"
#include "rules/engine/context.h"
#include "rules/engine/names.h"
#include "rules/note/personal_names.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text = "---\nkind: interview\n---\n\n[[Dear Dana and Luis]],\n\nThank you both for the hour at the press.\n"},
    {.text = "---\nkind: phone-screen\n---\n\n[[Hi Dana, Luis & Mei]],\n\nThank you for the call.\n"},
    {.text = "---\nkind: interview\n---\n\n[[Dear Ms. Wu and Dr. Prado]],\n\nThank you for the tour.\n"},
    {.text =
         "---\nto:\n  - Dana Wu\n  - [[Luis Prado]]\nkind: interview\n---\n\nDear Dana,\n\nThank you for the hour.\n"},
};
constexpr std::string_view good[] = {
    "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana Wu,\n\nThank you for the hour at the press.\n",
    "---\nto: Dana Wu\nkind: interview\n---\n\nHi Dana & team,\n\nThank you for the hour at the press.\n",
    "---\nto: [Dana Wu, jobs@initech.example]\nkind: interview\n---\n\nDear Dana,\n\nThank you for the hour.\n",
    "---\nto: [Gran, May]\nkind: personal\n---\n\nDear Gran and May,\n\nThank you for the cheese.\n",
    "---\nkind: interview\n---\n\nDear Ms. van der Berg,\n\nThank you for the hour at the press.\n",
};

/// The mailbox as a name, where only an address is known: "dana.wu@initech.example" is "dana wu".
Person with_some_name(const Person& person) {
  if (!person.name.empty()) return person;
  Person named = person;
  named.name = person.email.substr(0, std::min(person.email.find('@'), person.email.size()));
  std::replace_if(
      named.name.begin(), named.name.end(), [](char c) { return c == '.' || c == '_' || c == '-' || c == '+'; }, ' ');
  return named;
}

bool is_same(const Person& a, const Person& b) {
  if (!a.email.empty() && equal_folded(a.email, b.email)) return true;
  return may_be_same_name(a.name, b.name) || may_be_same_name(b.name, a.name);
}

/// The first two people in `To:` or `to`, the writer and mailboxes of offices left out. More need not be known.
std::vector<Person> addressed(const Facts& facts) {
  std::vector<Person> people;
  if (facts.to.size() < 2) return people;
  for (const Person& each : facts.to) {
    const Person person = with_some_name(each);
    if (!names_a_person(person) || (facts.from && is_same(person, *facts.from))) continue;
    if (people.empty() || !is_same(person, people[0])) people.push_back(person);
    if (people.size() == 2) break;
  }
  return people;
}

/// "MD", "PhD", "Esq": written behind a name, and nobody else's.
bool is_degree(std::string_view word) {
  std::size_t capitals = 0;
  for (char c : word) capitals += c >= 'A' && c <= 'Z';
  return (capitals >= 2 && word.size() <= 5) || equal_folded(word, "Esq") || equal_folded(word, "Jr") ||
         equal_folded(word, "Sr");
}

/// "Ortega y Rivas" is one person's surname where the facts have it so.
bool is_in_one_name(const Context& context, Span words) {
  const std::string written = fold_plain(context.text(words));
  const auto has_it = [&](const Person& person) { return fold_plain(person.name).find(written) != std::string::npos; };
  return std::any_of(context.facts.to.begin(), context.facts.to.end(), has_it) ||
         std::any_of(context.facts.others.begin(), context.facts.others.end(), has_it);
}

/// How many people the salutation names: a mark or "and" stands between two of them. Who is in Cc only reads along.
std::size_t greeted(const Context& context) {
  const Salutation& salutation = context.salutation;
  if (salutation.tokens.size() < 2) return salutation.tokens.size();
  const Field* cc = context.note.headers().find("Cc");
  const std::string copied = cc && !cc->values.empty() ? fold_plain(cc->values[0].text) : std::string();
  std::size_t count = 0;
  for (std::size_t i = 0; i < salutation.tokens.size(); ++i) {
    const Span token = salutation.tokens[i];
    if (i > 0) {
      const std::string between = " " + fold(trim(context.text({salutation.tokens[i - 1].end, token.begin}))) + " ";
      const bool marked = between.find_first_of(",&+/;") != std::string::npos;
      bool joined = false;
      for (std::string_view word : {" and ", " und ", " et ", " y ", " e ", " en ", " och ", " og ", " i "})
        joined = joined || between.find(word) != std::string::npos;
      if (!marked && !joined) continue;  // a further word of the same name
      if (!marked && is_in_one_name(context, {salutation.tokens[i - 1].begin, token.end})) continue;
      if (is_degree(context.text(token))) continue;
    }
    if (!copied.empty() && copied.find(fold_plain(context.text(token))) != std::string::npos) continue;
    ++count;
  }
  return count;
}

void check(const Context& context, Findings& findings) {
  constexpr std::string_view message =
      "A note to several people is read by each as meant for the others. Write one to each, with a point of its own.";
  const Salutation& salutation = context.salutation;
  const std::string greeted_folded = fold(context.text(salutation.whole));
  if (greeted_folded.find("mr. and mrs") != std::string::npos || greeted_folded.find("mr and mrs") != std::string::npos)
    return;  // a couple
  const auto people = addressed(context.facts);
  if (greeted(context) >= 2 && !salutation.open) {
    findings.add(salutation.whole, std::string(message));
    return;
  }
  if (people.size() < 2) return;
  const Origin& second = people[1].origin;
  findings.add(second.path.empty() || !context.note.greeting() ? second.span : salutation.whole, std::string(message));
}

}  // namespace

const Rule group_mail_rule{
    .id = "group-mail",
    .summary = "One note goes to two or more interviewers.",
    .why =
        "Each interviewer asked something else and remembers that. One note each, with the point that came up between "
        "the two of you, is read; a circular is not.",
    .severity =
        always(Severity::information, only(Kind::interview) | only(Kind::phone_screen) | only(Kind::informational)),
    .sources = "D",
    .fix = {},
    .bad = bad,
    .good = good,
    .patterns = {},
    .check = check,
    .any_language = true,
};

}  // namespace afterword
