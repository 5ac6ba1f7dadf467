#include <algorithm>

#include "rules/checks/checks.h"
#include "rules/checks/places.h"
#include "rules/engine/context.h"
#include "rules/engine/names.h"
#include "rules/note/personal_names.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text = "---\nto: Dana Wu\nkind: interview\n---\n\nDear [[Luis]],\n\nThank you for the hour at the whiteboard.\n",
     .fixed = "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nThank you for the hour at the whiteboard.\n"},
    {.text = "---\nto: Dr. Ines Prado\nkind: interview\n---\n\nDear [[Dr. Novak]],\n\nThank you for the morning in the "
             "lab.\n",
     .fixed =
         "---\nto: Dr. Ines Prado\nkind: interview\n---\n\nDear Dr. Prado,\n\nThank you for the morning in the lab.\n"},
    {.text = "---\nto: Dana Wu\nkind: interview\n---\n\nHello, [[Karin]].\n\nThank you for the tour.\n",
     .fixed = "---\nto: Dana Wu\nkind: interview\n---\n\nHello, Dana.\n\nThank you for the tour.\n"},
    {.text = "---\nto: Owen Park\nkind: interview\n---\n\nHi [[Mr. Grant Lee]],\n\nThank you for the tour.\n",
     .fixed = "---\nto: Owen Park\nkind: interview\n---\n\nHi Owen,\n\nThank you for the tour.\n"},
};
constexpr std::string_view good[] = {
    "---\nto: Jennifer Osei\nkind: interview\n---\n\nHi Jen,\n\nThank you for the tour of the yard.\n",
    "---\nto: Dr. Dana Wu\nkind: interview\n---\n\nDear Dr. Wu,\n\nThank you for the two hours.\n",
    "---\nto: jobs@initech.example\nkind: interview\n---\n\nDear Luis,\n\nThank you for the two hours.\n",
    "---\nto: D. W.\nkind: interview\n---\n\nDear Luis,\n\nThank you for the two hours.\n",
    "---\nto: Łukasz Zięba\nkind: interview\n---\n\nDear Lukasz,\n\nThank you for the two hours.\n",
    "---\nto: J. Ruiz\nkind: interview\n---\n\nDear Juan,\n\nThank you for the two hours.\n",
    "---\nto: Juan Carlos Ruiz\nkind: interview\n---\n\nHi JC,\n\nThank you for the two hours.\n",
    "---\nto: Dana\nkind: interview\n---\n\nDear Ms. Wu,\n\nThank you for the two hours.\n",
    "---\nto: Mr. Tanaka\nkind: interview\n---\n\nDear Tanaka-san,\n\nThank you for the two hours.\n",
    "---\nto: Иван Петров\nkind: interview\n---\n\nDear Ivan,\n\nThank you for the two hours.\n",
    "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana and the whole yard team,\n\nThank you for the tour.\n",
    "---\nto: Yusuf al-Masri\nkind: interview\n---\n\nDear Mr. al-Masri,\n\nThank you for the tour.\n",
    "---\nto: Margaret Ellis\nkind: personal\n---\n\nDear Gran,\n\nThank you for the tour of the yard.\n",
    "---\nto: Siobhan Berg\nkind: interview\n---\n\nDear Siob\n\nThank you for the tour.\n",
    "---\nto: Ana Reyes\nkind: interview\n---\n\nDear Luis,\n\nThank you for the two hours. Ana kindly offered to pass "
    "this on to you.\n",
};

constexpr Pattern patterns[] = {
    {"(pass|passing|forward|forwarding|hand|handing|send|give|share) (this|it|my note|my thanks|the note|these lines) "
     "(on|along|over)? to",
     1},
    {"(pass|passing|forward|forwarding|hand|handing|send) (this|it|my note|the note) (on|along|over)", 1},
};

/// Whether the salutation's word may be for one of them, as far as can be told.
bool may_be_for(const Context& context, Span token, const std::vector<Person>& people) {
  const Salutation& salutation = context.salutation;
  const std::string_view word = context.text(token);
  return std::any_of(people.begin(), people.end(), [&](const Person& person) {
    return may_greet(word, person.name) ||
           (salutation.tokens.size() == 1 && cannot_compare(word, salutation.titled, person.name));
  });
}

void check(const Context& context, Findings& findings) {
  const Salutation& salutation = context.salutation;
  if (salutation.open) return;
  if (is_in_other_script(context.text(salutation.names))) return;  // no name of the facts is written so
  auto named = named_addressees(context.facts);
  if (named.empty() || salutation.tokens.empty() || salutation.has_slot || !context.hits().empty()) return;
  if (may_go_on(context, salutation.tokens.back())) return;
  if (is_template_name(context.text(salutation.names))) return;  // placeholder-left speaks of that
  for (Span token : salutation.tokens) {
    if (may_be_for(context, token, named)) return;
    for (const Person& person : named)
      for (std::string_view word : name_words(person.name))
        if (is_near_miss(context.text(token), word, true)) return;  // name-misspelt speaks of that
  }
  // A note to several people may greet one by a name that only the address shows.
  bool address_shows = std::any_of(context.facts.to.begin(), context.facts.to.end(), [&](const Person& person) {
    std::string account = fold_plain(person.email.substr(0, std::min(person.email.find('@'), person.email.size())));
    return std::any_of(salutation.tokens.begin(), salutation.tokens.end(), [&](Span token) {
      std::string word = fold_plain(context.text(token));
      return word.size() >= 3 && account.find(word) != std::string::npos;
    });
  });
  if (address_shows) return;
  std::string who = address(named.front(), true);
  std::string greeted(context.text(salutation.names));
  Finding& finding =
      findings.add(salutation.names, "This greets " + greeted + ", but the note goes to " + named.front().name +
                                         ". Put the name of the person who will read it.");
  bool informal = salutation.tokens.size() == 1 || fold(salutation.opener) != "dear";
  Fix fix;
  fix.title = "Address " + address(named.front(), informal);
  fix.preferred = true;
  fix.safe = named.front().origin.path.empty();  // the note itself says whom it is to; else somebody must look
  fix.edits.push_back({salutation.names, address(named.front(), informal), ""});
  finding.fixes.push_back(std::move(fix));
  finding.related.push_back({named.front().origin, "the addressee"});
}

}  // namespace

const Rule name_mismatch_rule{
    .id = "name-mismatch",
    .summary = "The salutation names somebody the note is not addressed to.",
    .why =
        "A name left from another letter is the one mistake that no reader forgives: it says that they were one of "
        "many.",
    .severity = always(Severity::error),
    .sources = "D",
    .fix = "Replaces the name by the addressee's.",
    .bad = bad,
    .good = good,
    .patterns = patterns,
    .check = check,
    .any_language = true,
};

}  // namespace afterword
