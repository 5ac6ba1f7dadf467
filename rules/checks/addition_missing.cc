#include "rules/checks/checks.h"
#include "rules/checks/missing.h"
#include "rules/checks/places.h"
#include "rules/engine/context.h"
#include "rules/engine/parts.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text =
         "---\nto: Dana Wu\ncompany: Initech\nrole: tester\nkind: interview\n---\n\nDear Dana,\n\nThank you for "
         "yesterday. Your story of the crane that was sold twice has stayed with me. I have run a yard of that size "
         "for nine years, and I want this post. Shall we speak again on [[Friday?]]\n\nKind regards,\nOla Nilsen\n"},
    {.text = "---\nto: Dana Wu\ncompany: Initech\nrole: tester\nkind: interview\n---\n\nDear Dana,\n\nThank you for "
             "the tour. You said that nobody reads the second manual. I have written manuals for eight years and would "
             "love to write yours. I am free on Tuesday for a trial [[day.]]\n\nKind regards,\nOla Nilsen\n"},
    {.text = "---\nto: Dana Wu\ncompany: Initech\nrole: tester\nkind: interview\n---\n\nDear Dana,\n\nThanks for the "
             "hour at the press. Your rule that the oldest plate goes first made sense to me at once. At Brightfold I "
             "kept 4,000 plates. I want the job, and Monday suits [[me.]]\n\nKind regards,\nOla Nilsen\n"},
};
constexpr std::string_view good[] = {
    "---\nto: Dana Wu\ncompany: Initech\nrole: tester\nkind: interview\n---\n\nDear Dana,\n\nThank you for yesterday. "
    "Your story of the crane that was sold twice has stayed with me. I have run a yard of that size for nine years. If "
    "you like, I can send you our lifting plan. Shall we speak on Friday?\n\nKind regards,\nOla Nilsen\n",
    "---\nto: Dana Wu\ncompany: Initech\nrole: tester\nkind: interview\n---\n\nDear Dana,\n\nThank you for the tour. "
    "You said that nobody reads the second manual; here is the one I told you about: https://manuals.example/two. I "
    "would love to write yours. I am free on Tuesday.\n\nKind regards,\nOla Nilsen\n",
    "---\nto: Dana Wu\nkind: phone-screen\n---\n\nDear Dana,\n\nThank you for ringing at eight sharp, and for saying "
    "plainly that the depot has lost two testers since May. I would like to go on, and any afternoon next week is "
    "free.\n\nKind regards,\nOla Nilsen\n",
    "---\nto: Dana Wu\nkind: interview\ndelivery: hand\n---\n\nDear Dana,\n\nThank you for yesterday. Your story of "
    "the crane that was sold twice has stayed with me. I have run a yard of that size for nine years, and I want this "
    "post.\n\nKind regards,\nOla Nilsen\n",
};

void check(const Context& context, Findings& findings) {
  if (context.just_begun || !lacks_addition(context)) return;
  Gap gap = gap_after(context, {Role::callback});
  Finding& finding = findings.add(
      gap.shown,
      "Nothing here is new to the reader. Add a thought since the talk or a link, or offer to send something.");
  add_inserts(context, finding, gap, phrases::Purpose::addition, "Add something new", 1);
  add_inserts(context, finding, gap, phrases::Purpose::offer, "Offer something", 1);
}

}  // namespace

const Rule addition_missing_rule{
    .id = "addition-missing",
    .summary = "The note brings nothing new and offers nothing.",
    .why =
        "A link you promised, a thought that came on the way home, a thing you can send: it gives the reader a reason "
        "to open the note twice.",
    .severity = parts::addition,
    .sources = "S0, S2",
    .fix = "Inserts something new or an offer.",
    .bad = bad,
    .good = good,
    .patterns = {},
    .check = check,
    .any_language = false,
};

}  // namespace afterword
