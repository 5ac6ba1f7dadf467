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
             "At Brightfold I chased a fault of that kind for a month. I would love to work on such riddles at "
             "[[Initech.]]\n\nKind regards,\nOla Nilsen\n"},
    {.text = "---\nto: Dana Wu\nkind: informational\n---\n\nDear Dana,\n\nThank you for your advice to ring three "
             "small workshops before a large one. I rang four, and the second of them has let me spend a day at the "
             "furnace, where I learnt how to hold a [[pipe.]]\n\nKind regards,\nOla Nilsen\n"},
    {.text = "---\nto: Dana Wu\nkind: rejection\n---\n\nDear Dana,\n\nThank you for telling me yourself why the place "
             "went to somebody else. Your point about lifting gear was fair, and I have since signed up for the course "
             "at the [[harbour.]]\n\nKind regards,\nOla Nilsen\n"},
};
constexpr std::string_view good[] = {
    "---\nto: Dana Wu\ncompany: Initech\nrole: tester\nkind: interview\n---\n\nDear Dana,\n\nThank you for yesterday. "
    "You asked why the second printer jams only on Mondays, and I believe that the paper is damp. I am free on Tuesday "
    "afternoon for the second talk.\n\nKind regards,\nOla Nilsen\n",
    "---\nto: Dana Wu\ncompany: Initech\nrole: tester\nkind: interview\n---\n\nDear Dana,\n\nThank you for yesterday. "
    "You asked why the second printer jams only on Mondays, and I believe that the paper is damp. I look forward to "
    "hearing from you.\n\nKind regards,\nOla Nilsen\n",
    "---\nto: Dana Wu\nkind: recommendation\n---\n\nDear Dana,\n\nThank you for your letter to the guild. They read "
    "your line about the cracked bowl aloud and gave me the bench by the window, where I have been sitting since the "
    "first of May.\n\nKind regards,\nOla Nilsen\n",
    "---\nto: Dana Wu\nkind: interview\ndelivery: post\n---\n\nDear Dana,\n\nThank you for yesterday. You asked why "
    "the second printer jams only on Mondays, and I believe that the paper is damp. At Brightfold I chased a fault of "
    "that kind for a month.\n\nKind regards,\nOla Nilsen\n",
};

void check(const Context& context, Findings& findings) {
  if (context.just_begun || !lacks_next_step(context)) return;
  Gap gap = gap_at_end(context);
  Finding& finding = findings.add(
      gap.shown,
      "The note ends without a step. Propose one that is easy to say yes to: a day, a call, what you will send.");
  add_inserts(context, finding, gap, phrases::Purpose::next_step, "Propose a step");
}

}  // namespace

const Rule next_step_missing_rule{
    .id = "next-step-missing",
    .summary = "The note ends without a step.",
    .why =
        "A note that proposes something is easy to answer. Name a day, a call or what you will do next, sized so that "
        "a yes costs little.",
    .severity = parts::next_step,
    .sources = "S2",
    .fix = "Inserts a next step.",
    .bad = bad,
    .good = good,
    .patterns = {},
    .check = check,
    .any_language = false,
};

}  // namespace afterword
