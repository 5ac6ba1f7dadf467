#include "rules/checks/checks.h"
#include "rules/checks/places.h"
#include "rules/engine/context.h"
#include "rules/engine/parts.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text = "---\nto: Dana Wu\ncompany: Initech\nrole: tester\nkind: interview\n---\n\nDear Dana,\n\nThank you very "
             "much for taking the time to see me yesterday. It was a great pleasure to meet you and I really enjoyed "
             "our talk. I look forward to hearing from [[you.]]\n\nKind regards,\nOla Nilsen\n"},
    {.text = "---\nto: Dana Wu\nkind: informational\n---\n\nDear Dana,\n\nThank you so much for the coffee and all "
             "your kindness on Monday. I am very grateful that you made room for me in such a full week. It was lovely "
             "to meet you at [[last.]]\n\nKind regards,\nOla Nilsen\n"},
    {.text = "---\nto: Dana Wu\nkind: phone-screen\n---\n\nDear Dana,\n\nThank you for the call this morning, and "
             "thank you for being so friendly at such an early hour. I appreciate it very much indeed. I hope to hear "
             "from you [[soon.]]\n\nKind regards,\nOla Nilsen\n"},
};
constexpr std::string_view good[] = {
    "---\nto: Dana Wu\ncompany: Initech\nrole: tester\nkind: interview\n---\n\nDear Dana,\n\nThank you very much for "
    "seeing me yesterday. You asked why the second printer jams only on Mondays, and I believe that the paper is damp. "
    "I look forward to hearing from you.\n\nKind regards,\nOla Nilsen\n",
    "---\nto: Dana Wu\ncompany: Initech\nrole: tester\nkind: interview\n---\n\nDear Dana,\n\nThank you very much for "
    "seeing me yesterday. I have tested printers for six years, four of them at Brightfold, and I would like to do the "
    "same for you at Initech.\n\nKind regards,\nOla Nilsen\n",
    "---\nto: Dana Wu\nkind: rejection\n---\n\nDear Dana,\n\nThank you for letting me know. I am grateful for the time "
    "that you took, and for the friendly words on the phone this morning. I wish you all a good start into the new "
    "year.\n\nKind regards,\nOla Nilsen\n",
    "---\nto: Dana Wu\ncompany: Initech\nrole: tester\nkind: interview\n---\n\nDear Dana,\n\nThank you very "
    "much.\n\nKind regards,\nOla Nilsen\n",
};

void check(const Context& context, Findings& findings) {
  constexpr Roles content{Role::callback,  Role::interest, Role::fit,  Role::addition,
                          Role::next_step, Role::offer,    Role::other};
  if (context.just_begun || context.sentences.empty() || context.present.any_of(content)) return;
  Gap gap = gap_at_end(context);
  Finding& finding = findings.add(
      gap.shown,
      "The note only thanks, and that is soon forgotten. Take up one thing from the talk and say what you bring.");
  add_topic_inserts(context, finding, gap);
  add_inserts(context, finding, gap, phrases::Purpose::fit, "Say what you bring", 1);
}

}  // namespace

const Rule only_thanks_rule{
    .id = "only-thanks",
    .summary = "The note thanks and says nothing else.",
    .why =
        "Interviewers do not need thanks; they need to know whether you listened and what you would bring. A note that "
        "only thanks is a box ticked.",
    .severity = always(Severity::warning, parts::calling_kinds),
    .sources = "S1",
    .fix = "Inserts a callback, or what you bring.",
    .bad = bad,
    .good = good,
    .patterns = {},
    .check = check,
    .any_language = false,
};

}  // namespace afterword
