#include "rules/checks/checks.h"
#include "rules/checks/places.h"
#include "rules/engine/context.h"
#include "rules/engine/names.h"
#include "rules/engine/parts.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text =
         "---\nto: Dana Wu\nkind: interview\n---\n\n[[Thank]] you for drawing the release train on the wall for me.\n",
     .fixed = "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana Wu,\n\nThank you for drawing the release train on "
              "the wall for me.\n"},
    {.text = "---\nto: Dr. Amara Diallo\nkind: informational\n---\n\n[[Your]] list of clinics has already saved me a "
             "week.\n",
     .fixed = "---\nto: Dr. Amara Diallo\nkind: informational\n---\n\nDear Dr. Diallo,\n\nYour list of clinics has "
              "already saved me a week.\n"},
    {.text = "---\nkind: referral\n---\n\n[[Osman]] rang back on Friday, and we meet on the ninth.\n",
     .fixed = "---\nkind: referral\n---\n\nDear [name],\n\nOsman rang back on Friday, and we meet on the ninth.\n"},
};
constexpr std::string_view good[] = {
    "---\nkind: interview\nto: Dana Wu\n---\n\nDana,\n\nThanks for the tour of the test rig.\n",
    "---\nkind: interview\n---\n\nGood morning Ms. Brook,\n\nThank you for the two hours at the bench.\n",
    "---\nkind: interview\n---\n\nHi Ewa, thanks for the long look at the planner.\n",
    "---\nkind: interview\n---\n\nMy dear Ms. Brook,\n\nThank you for the two hours at the bench.\n",
    "---\nkind: interview\n---\n\nHappy New Year, Ewa!\n\nThank you for the two hours at the bench.\n",
    "---\nkind: personal\n---\n\nDearest Nan,\n\nThe scarf is on my neck as I write.\n",
};

void check(const Context& context, Findings& findings) {
  if (context.note.greeting() || context.note.paragraphs().empty()) return;
  if (context.note.is_in_other_script()) return;  // how it greets is not known here
  const Span first = context.note.paragraphs().front().span;
  // It may become a salutation: "De|", "Good |", "To whom|".
  const std::string_view begun = trim(context.text(first));
  if (context.note.word_count() <= 2 && std::string_view(".!?,:").find(begun.back()) == std::string_view::npos) return;
  std::size_t at = first.begin;
  auto named = named_addressees(context.facts);
  Gap gap = gap_after_greeting(context);
  Finding& finding = findings.add(
      gap.shown, named.empty() ? "The note greets nobody, so it could be to anyone. Open with the reader's name."
                               : "The note greets nobody, so it could be to anyone. Open by greeting " +
                                     address(named, true) + ".");
  std::string line(line_end(context.note));
  auto greet = [&](const std::string& who) -> Fix& {
    Fix& fix = finding.fixes.emplace_back();
    fix.kind = FixKind::insert;
    fix.title = "Greet " + who;
    fix.edits.push_back({{at, at}, "Dear " + who + "," + line + line, ""});
    return fix;
  };
  if (!named.empty()) {
    greet(address(named, false)).preferred = true;
    return;
  }
  auto possible = possible_addressees(context.facts);
  for (const Person& person : possible) greet(address(person, false));
  if (!possible.empty()) return;
  Fix& fix = greet("[name]");
  fix.title = "Insert a greeting (1 blank)";
  fix.edits[0].snippet = "Dear ${1:name}," + line + line;
}

}  // namespace

const Rule greeting_missing_rule{
    .id = "greeting-missing",
    .summary = "No salutation stands before the body.",
    .why =
        "A note without a name at its head reads like a copy. The reader's own name is the shortest proof that it was "
        "written to them.",
    .severity = parts::greeting,
    .sources = "S2",
    .fix = "Inserts a salutation with the name of the addressee, or of an interviewer whom `interview.yaml` names.",
    .bad = bad,
    .good = good,
    .patterns = {},
    .check = check,
    .any_language = false,
};

}  // namespace afterword
