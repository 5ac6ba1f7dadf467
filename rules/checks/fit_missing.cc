#include "rules/checks/checks.h"
#include "rules/checks/missing.h"
#include "rules/checks/places.h"
#include "rules/engine/context.h"
#include "rules/engine/parts.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text = "---\nto: Dana Wu\ncompany: Initech\nrole: tester\nkind: interview\n---\n\nDear Dana,\n\nThank you for "
             "yesterday. You asked why the second printer jams only on Mondays, and I believe that the paper is damp. "
             "I would love to work on such riddles at Initech, and I am free on Monday for the trial "
             "[[shift.]]\n\nKind regards,\nOla Nilsen\n"},
    {.text =
         "---\nto: Dana Wu\ncompany: Initech\nrole: tester\nkind: interview\n---\n\nDear Dana,\n\nThank you for the "
         "hour in the yard. Your story of the crane that was sold twice has stayed with me. That openness is why I "
         "want the post. Shall we speak again on Friday, as you [[proposed?]]\n\nKind regards,\nOla Nilsen\n"},
    {.text = "---\nto: Dana Wu\ncompany: Initech\nrole: tester\nkind: interview\n---\n\nDear Dana,\n\nThanks for the "
             "tour. When you showed me the wall of returned boards, I understood why the line stops at noon. I want to "
             "work there, and I could come in again on [[Tuesday.]]\n\nKind regards,\nOla Nilsen\n"},
};
constexpr std::string_view good[] = {
    "---\nto: Dana Wu\ncompany: Initech\nrole: tester\nkind: interview\n---\n\nDear Dana,\n\nThank you for yesterday. "
    "You asked why the second printer jams only on Mondays, and I believe that the paper is damp. At Brightfold I "
    "chased a fault of that kind for a month. I would love to work on such riddles.\n\nKind regards,\nOla Nilsen\n",
    "---\nto: Dana Wu\ncompany: Initech\nrole: tester\nkind: interview\n---\n\nDear Dana,\n\nThank you for the hour in "
    "the yard. Your story of the crane that was sold twice has stayed with me. I have run a yard of that size for nine "
    "years, and I want this post.\n\nKind regards,\nOla Nilsen\n",
    "---\nto: Dana Wu\nkind: phone-screen\n---\n\nDear Dana,\n\nThank you for ringing at eight sharp, and for saying "
    "plainly that the depot has lost two testers since May. I would like to go on, and any afternoon next week is "
    "free.\n\nKind regards,\nOla Nilsen\n",
    "---\nto: Dana Wu\nkind: networking\n---\n\nDear Dana,\n\nWe met on Thursday at the harbour fair, over the model "
    "with the broken crane. You wanted the name of the workshop that made its gears: it is Toller and Daughter in "
    "Leer.\n\nKind regards,\nOla Nilsen\n",
};

void check(const Context& context, Findings& findings) {
  if (context.just_begun || !lacks_fit(context)) return;
  Gap gap = gap_after(context, {Role::callback, Role::interest});
  Finding& finding = findings.add(
      gap.shown, "Nothing here says what you would bring. Add one sentence with a place, a number or a result.");
  add_inserts(context, finding, gap, phrases::Purpose::fit, "Say what you bring");
}

}  // namespace

const Rule fit_missing_rule{
    .id = "fit-missing",
    .summary = "The note does not say what the writer brings.",
    .why =
        "The reader is choosing. One sentence with a place, a number or a result reminds them what you would bring to "
        "the need they spoke of.",
    .severity = parts::fit,
    .sources = "S0, S2, S4",
    .fix = "Inserts a sentence on what you bring.",
    .bad = bad,
    .good = good,
    .patterns = {},
    .check = check,
    .any_language = false,
};

}  // namespace afterword
