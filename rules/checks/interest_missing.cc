#include "rules/checks/checks.h"
#include "rules/checks/missing.h"
#include "rules/checks/places.h"
#include "rules/engine/context.h"
#include "rules/engine/parts.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text = "---\nto: Dana Wu\ncompany: Initech\nrole: tester\nkind: interview\n---\n\nDear Dana,\n\nThank you for "
             "yesterday. You asked why the second printer jams only on Mondays, and I believe that the paper is "
             "damp.\n\nI have tested printers for six years, four of them at Brightfold. I am free on Monday for the "
             "trial [[shift.]]\n\nKind regards,\nOla Nilsen\n"},
    {.text = "---\nto: Dana Wu\nkind: phone-screen\n---\n\nDear Dana,\n\nThank you for ringing at eight sharp, and for "
             "saying plainly that the depot has lost two testers since May. I have tested printers for six years, four "
             "of them at Brightfold. Any afternoon is free for the next [[talk.]]\n\nKind regards,\nOla Nilsen\n"},
    {.text = "---\nto: Dana Wu\nkind: no-reply\n---\n\nDear Dana,\n\nOn the third you said that the decision would "
             "fall within a week. Is there a new date by now? If a short call is easier for you, I can be reached on "
             "any day this week after [[three.]]\n\nKind regards,\nOla Nilsen\n"},
};
constexpr std::string_view good[] = {
    "---\nto: Dana Wu\ncompany: Initech\nrole: tester\nkind: interview\n---\n\nDear Dana,\n\nThank you for yesterday. "
    "You asked why the second printer jams only on Mondays, and I believe that the paper is damp. I would love to work "
    "on such riddles at Initech.\n\nKind regards,\nOla Nilsen\n",
    "---\nto: Dana Wu\ncompany: Initech\nrole: tester\nkind: interview\n---\n\nDear Dana,\n\nThank you for yesterday. "
    "The Monday riddle is exactly why I want this job; I have tested printers for six years, four of them at "
    "Brightfold.\n\nKind regards,\nOla Nilsen\n",
    "---\nto: Dana Wu\nkind: referral\n---\n\nDear Dana,\n\nThank you for giving my name to Osman. He rang the same "
    "evening, and we meet on the ninth to look at the press. I will tell you how it went on the day after.\n\nKind "
    "regards,\nOla Nilsen\n",
    "---\nto: Dana Wu\nkind: rejection\n---\n\nDear Dana,\n\nThank you for telling me yourself, and for saying what "
    "was missing. I have signed up for the course in lifting gear and will write once I have passed it, in the "
    "spring.\n\nKind regards,\nOla Nilsen\n",
};

void check(const Context& context, Findings& findings) {
  if (context.just_begun || !lacks_interest(context)) return;
  Gap gap = gap_after(context, {Role::callback, Role::fit});
  Finding& finding = findings.add(
      gap.shown, "Nothing here says that you want this, and readers do not guess. Say it once, with your reason.");
  add_inserts(context, finding, gap, phrases::Purpose::interest, "Say why you want it");
}

}  // namespace

const Rule interest_missing_rule{
    .id = "interest-missing",
    .summary = "The note does not say that the writer wants this.",
    .why =
        "Interviewers look for the candidate who wants the work, and they do not guess. Say it in one sentence, with "
        "the reason that the talk gave you.",
    .severity = parts::interest,
    .sources = "S0, S1, S2",
    .fix = "Inserts a sentence of interest.",
    .bad = bad,
    .good = good,
    .patterns = {},
    .check = check,
    .any_language = false,
};

}  // namespace afterword
