#include "rules/checks/checks.h"
#include "rules/checks/missing.h"
#include "rules/checks/places.h"
#include "rules/engine/context.h"
#include "rules/engine/parts.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text = "---\nto: Dana Wu\ncompany: Initech\nrole: tester\nkind: interview\n---\n\nDear Dana,\n\nThank you for "
             "[[yesterday.]]\n\nI have tested printers for six years, four of them at Brightfold, and I would like to "
             "do it at Initech. I can start with a trial week on Monday, and I can send my test plans.\n\nKind "
             "regards,\nOla Nilsen\n"},
    {.text = "---\nto: Dana Wu\nkind: phone-screen\n---\n\nDear Dana,\n\nThank you for the [[call.]]\n\nI have tested "
             "printers for six years, four of them at Brightfold, and I would like to go on to the next round. Any "
             "afternoon next week would suit me well.\n\nKind regards,\nOla Nilsen\n"},
    {.text = "---\nto: Dana Wu\nkind: informational\n---\n\nDear Dana,\n\nThank you so much for the [[coffee.]]\n\nI "
             "am in my last year of training as a glazier and hope to find a place by summer. In June I will write "
             "again and let you know where I ended up.\n\nKind regards,\nOla Nilsen\n"},
};
constexpr std::string_view good[] = {
    "---\nto: Dana Wu\ncompany: Initech\nrole: tester\nkind: interview\n---\n\nDear Dana,\n\nThank you for yesterday. "
    "You asked why the second printer jams only on Mondays, and I believe that the paper is damp. I have tested "
    "printers for six years and would like to do it at Initech.\n\nKind regards,\nOla Nilsen\n",
    "---\nto: Dana Wu\ncompany: Initech\nrole: tester\nkind: interview\n---\n\nDear Dana,\n\nThank you for yesterday. "
    "I enjoyed our conversation about the role and the team. I have tested printers for six years, four of them at "
    "Brightfold, and I would like to do it at Initech.\n\nKind regards,\nOla Nilsen\n",
    "---\nto: Dana Wu\nkind: no-reply\n---\n\nDear Dana,\n\nI am still keen on the post and wonder whether there is a "
    "date for the decision by now. If it is easier by phone, any day after three is fine for me this week and "
    "next.\n\nKind regards,\nOla Nilsen\n",
    "---\nto: Dana Wu\ncompany: Initech\nrole: tester\nkind: interview\n---\n\nDear Dana,\n\nThank you for "
    "yesterday.\n\nKind regards,\nOla Nilsen\n",
};

void check(const Context& context, Findings& findings) {
  if (context.just_begun || !lacks_callback(context)) return;
  Gap gap = gap_after_opening(context);
  Finding& finding = findings.add(
      gap.shown,
      "Nothing here recalls the conversation, so it could have been sent by anyone. Take up one thing that was said.");
  add_topic_inserts(context, finding, gap);
}

}  // namespace

const Rule callback_missing_rule{
    .id = "callback-missing",
    .summary = "Nothing takes up what was said.",
    .why =
        "The note that works goes on with the conversation. One point, question or story from the talk shows that you "
        "were there and listened; without it anybody could have sent this.",
    .severity = parts::callback,
    .sources = "S0, S1, S2",
    .fix = "Inserts a sentence that recalls a topic; one choice for each topic of the facts.",
    .bad = bad,
    .good = good,
    .patterns = {},
    .check = check,
    .any_language = false,
};

}  // namespace afterword
