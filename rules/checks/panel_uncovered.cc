#include <algorithm>
#include <string>
#include <string_view>

#include "rules/checks/checks.h"
#include "rules/engine/context.h"
#include "rules/engine/draft.h"
#include "rules/engine/names.h"
#include "rules/engine/note_set.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

// The examples are judged at 2026-03-05 10:00.
constexpr BadExample bad[] = {
    {.text = "==> interview.yaml <==\ncompany: Initech\ninterview: 2026-03-04\ninterviewers:\n  - name: Dana Wu\n  - "
             "name: [[Luis Ortega]]\n"
             "==> dana.note.md <==\n---\nkind: interview\n---\n\nDear Dana,\n\nThank you for the tour of the press.\n"},
    {.text = "==> interview.yaml <==\ncompany: Initech\ninterviewers:\n  - name: [[Dana Wu]]\n    email: "
             "dana@initech.example\n"},
    {.text =
         "==> interview.yaml <==\ncompany: Initech\ninterviewers:\n  - {name: Dana Wu, done: email}\n  - {name: "
         "[[Femi Adeyemi]], interview: 2026-03-05 09:00}\n"
         "==> femi.note.md <==\n---\nto: Femke Adema\nkind: interview\n---\n\nDear Femke,\n\nThank you for the tour "
         "of the press.\n"},
};
constexpr std::string_view good[] = {
    "==> interview.yaml <==\ncompany: Initech\ninterviewers:\n  - name: Dana Wu\n  - name: Luis Ortega\n"
    "==> dana.note.md <==\n---\nkind: interview\n---\n\nDear Dana,\n\nThank you for the tour of the press.\n"
    "==> luis.eml <==\nTo: Luis Ortega <luis@initech.example>\nSubject: The ink pump\n\nHi Luis,\n\nYour drawing of "
    "the ink pump hangs above my desk.\n",
    // Thanked by mail already, or by a card, or not to be thanked.
    "==> interview.yaml <==\ncompany: Initech\ninterviewers:\n  - {name: Dana Wu, done: email}\n  - {name: Luis "
    "Ortega, done: card}\n  - {name: Femi Adeyemi, done: skip}\n",
    // The talk is yet to come.
    "==> interview.yaml <==\ncompany: Initech\ninterview: 2026-03-06 14:00\ninterviewers:\n  - name: Dana Wu\n",
    // One note to two.
    "==> interview.yaml <==\ncompany: Initech\ninterviewers:\n  - name: Jennifer Moss\n  - name: Luis Ortega\n"
    "==> both.note.md <==\n---\nto: [Jen Moss, Luis Ortega]\nkind: interview\n---\n\nDear Jen and Luis,\n\nThank you "
    "for the tour of the press.\n",
    "==> interview.yaml <==\ncompany: Initech\nignore: panel-uncovered\ninterviewers:\n  - name: Dana Wu\n",
};

bool is_silent(const Facts& facts) {
  return std::any_of(facts.ignore.begin(), facts.ignore.end(),
                     [](const Fact<std::string>& rule) { return rule.value == panel_uncovered_rule.id; });
}

/// A draft to that person beside the file. The other facts stand in the file.
void offer_note(const FactsContext& context, std::string_view folder, const Interviewer& one, Finding& finding) {
  const Person& person = one.person;
  const bool named = names_a_person(person);
  const std::string name = note_file_name(person);
  const std::string path = std::string(folder) + name;
  if (name.empty() || context.set.find(path)) return;
  Facts declared, facts = one.facts;
  declared.to = facts.to = {person};
  Fix& fix = finding.fixes.emplace_back();
  fix.title = "Begin a note to " + (named ? person.name : person.email);
  fix.preferred = true;
  const Kind kind = facts.kind ? facts.kind->value : Kind::interview;
  fix.file = {path, draft_note(declared, facts, kind, context.book, one.place)};
}

void check_facts(const FactsContext& context, Findings& findings) {
  const std::string_view path = context.file.path;
  const std::string_view folder = path.substr(0, path.rfind('/') + 1);  // empty where there is no slash
  for (const Interviewer& one : interviewers_of(context.file)) {
    const Person& person = one.person;
    if ((person.name.empty() && person.email.empty()) || one.facts.done || one.facts.sent || is_silent(one.facts))
      continue;
    if (context.set.has_note_to(person, folder)) continue;
    if (one.facts.interview && one.facts.interview->value > context.now) {
      findings.changes_at(one.facts.interview->value);
      continue;
    }
    Finding& finding = findings.add(person.origin.span, (person.name.empty() ? person.email : person.name) +
                                                            " has no note yet. Write one with a point of its own, or "
                                                            "say under done that none is owed.");
    offer_note(context, folder, one, finding);
  }
}

}  // namespace

const Rule panel_uncovered_rule{
    .id = "panel-uncovered",
    .summary = "Somebody who interviewed you has no note.",
    .why =
        "Who sat in a panel and gets nothing hears from the others that they got something. One note for each, with "
        "what only they said, is remembered by all.",
    .severity = always(Severity::information),
    .sources = "S0, S2",
    .fix = "Begins a note to them beside the file.",
    .bad = bad,
    .good = good,
    .patterns = {},
    .check_facts = check_facts,
    .any_language = true,
    .by_clock = true,
    .by_set = true,
};

}  // namespace afterword
