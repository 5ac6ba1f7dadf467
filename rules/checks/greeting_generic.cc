#include "rules/checks/checks.h"
#include "rules/engine/context.h"
#include "rules/engine/names.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text = "---\nto: Dana Wu <dana@initech.example>\nkind: interview\n---\n\n[[Dear Hiring Manager]],\n\nThank you "
             "for the hour at the whiteboard.\n",
     .fixed = "---\nto: Dana Wu <dana@initech.example>\nkind: interview\n---\n\nDear Dana Wu,\n\nThank you for the "
              "hour at the whiteboard.\n"},
    {.text = "---\nto: Dr. Femi Ade\nkind: interview\n---\n\n[[To whom it may concern]]:\n\nThank you for the ward "
             "round.\n",
     .fixed = "---\nto: Dr. Femi Ade\nkind: interview\n---\n\nDear Dr. Ade:\n\nThank you for the ward round.\n"},
    {.text = "---\nto: [Iris Noor, Paul Ek]\nkind: interview\n---\n\n[[Hi team]],\n\nThank you both for the dry run.\n",
     .fixed = "---\nto: [Iris Noor, Paul Ek]\nkind: interview\n---\n\nHi Iris and Paul,\n\nThank you both for the dry "
              "run.\n"},
    {.text = "---\nkind: interview\n---\n\n[[Dear Recruiting Team at Initech]],\n\nThank you for the kiln.\n"},
    {.text = "---\nkind: interview\n---\n\n[[Hello Good Morning]],\n\nThank you for the kiln.\n"},
    {.text = "---\nkind: interview\n---\n\n[[Hello]],\n\nThank you for showing me the kiln.\n"},
};
constexpr std::string_view good[] = {
    "---\nkind: interview\n---\n\nHi all - Dana, Luis and Mei,\n\nThank you for three good questions.\n",
    "---\nkind: interview\n---\n\nDear Ms. Manager,\n\nThank you for the morning in the print shop.\n",
    "---\nkind: interview\n---\n\nGood afternoon Professor Sands,\n\nThank you for the seminar.\n",
    "---\nto: Dana Wu\nkind: interview\n---\n\nDear\n",
    "---\nto: Cara Jones\nkind: interview\n---\n\nDear Cara,\n\nThank you for the seminar.\n",
    "---\nto: Cara Jones\nkind: interview\n---\n\nCara,\n\nThank you for the seminar.\n",
    "---\nto: May Chen\nkind: interview\n---\n\nDear May and team,\n\nThank you for the seminar.\n",
    "---\nto: May Chen\nkind: interview\n---\n\nHi May,\n\nThank you for the seminar.\n",
    "---\nto: Dana Wu\nkind: interview\n---\n\nHello, Dana.\n\nThank you for the seminar.\n",
    "---\nto: Dana Wu\nkind: interview\n---\n\nHi Dana & team,\n\nThank you for the seminar.\n",
    "---\nto: Dana Wu\nkind: interview\n---\n\nHi Dana (cc the panel),\n\nThank you for the seminar.\n",
    "---\nkind: networking\n---\n\nHello Team Captain Ruiz,\n\nThe race on Sunday was worth every blister.\n",
};

Fix address_by_name(const Salutation& salutation, const std::vector<Person>& people) {
  std::string opener = salutation.opener.empty() || starts_with_folded(salutation.opener, "to")
                           ? "Dear"
                           : std::string(salutation.opener);
  std::string who = address(people, fold(opener) != "dear");
  Fix fix;
  fix.title = "Address " + who;
  fix.edits.push_back({salutation.whole, opener + " " + who, ""});
  return fix;
}

/// "Dear" with the name still to come.
bool being_typed(const Context& context) {
  const Salutation& salutation = context.salutation;
  const std::string_view written = trim(context.text(salutation.whole));
  if (salutation.opener.empty() || written.size() > salutation.opener.size() + 1) return false;
  return context.just_begun && fold(salutation.opener) == "dear";
}

void check(const Context& context, Findings& findings) {
  const Salutation& salutation = context.salutation;
  if (!salutation.generic || salutation.open || being_typed(context)) return;
  auto named = named_addressees(context.facts);
  if (named.empty()) {
    Finding& finding = findings.add(salutation.whole,
                                    "This greets no one in particular, and a letter to anyone is read as one. Greet "
                                    "the person you spoke with by name.");
    for (const Person& person : possible_addressees(context.facts))
      finding.fixes.push_back(address_by_name(salutation, {person}));
    return;
  }
  Finding& finding = findings.add(salutation.whole, "This greets no one in particular, though the note is to " +
                                                        address(named, false) + ". Greet them by name.");
  Fix& fix = finding.fixes.emplace_back(address_by_name(salutation, named));
  fix.preferred = fix.safe = true;
  finding.related.push_back({named.front().origin, "the addressee"});
}

}  // namespace

const Rule greeting_generic_rule{
    .id = "greeting-generic",
    .summary = "The salutation names no person.",
    .why =
        "\"Dear Hiring Manager\" tells the person who sat across from you that you did not keep their name. Everybody "
        "who "
        "interviews has one; it stands in the invitation.",
    .severity = always(Severity::warning),
    .sources = "S2, D",
    .fix = "Replaces it by the addressee's name, or by that of an interviewer whom `interview.yaml` names.",
    .bad = bad,
    .good = good,
    .patterns = {},
    .check = check,
    .any_language = true,
};

}  // namespace afterword
