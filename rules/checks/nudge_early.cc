#include "rules/checks/checks.h"
#include "rules/engine/context.h"

namespace afterword {

namespace {

// The examples are judged at 2026-03-05 10:00.
constexpr BadExample bad[] = {
    {.text = "---\nto: Dana Wu\nkind: no-reply\ndecision-by: 2026-03-12\n---\n\n[[Dear Dana,]]\n\nHow does it stand "
             "with the second press?\n"},
    {.text = "---\nto: Dana Wu\nkind: no-reply\ndecision-by: 2026-03-05 16:00\n---\n\n[[Hi Dana,]]\n\nHave you "
             "decided yet?\n"},
    {.text = "---\nto: Dana Wu\nkind: no-reply\nsent: 2026-03-03 09:00\ndecision-by: 2026-03-04\n---\n\n[[Dear "
             "Dana,]]\n\nIs there a date for the second round?\n"},
};
constexpr std::string_view good[] = {
    "---\nto: Dana Wu\nkind: no-reply\ndecision-by: 2026-03-04\n---\n\nDear Dana,\n\nHow does it stand?\n",
    "---\nto: Dana Wu\nkind: no-reply\n---\n\nDear Dana,\n\nHow does it stand with the second press?\n",
    "---\nto: Dana Wu\nkind: interview\ndecision-by: 2026-03-12\n---\n\nDear Dana,\n\nThank you for the two hours.\n",
    "---\nto: Dana Wu\nkind: no-reply\ndecision-by: 2026-03-05 09:00\n---\n\nDear Dana,\n\nHow does it stand?\n",
};

void check(const Context& context, Findings& findings) {
  const Facts& facts = context.facts;
  if (!facts.decision_by) return;
  const LocalTime due = facts.decision_by->value;
  if ((facts.sent ? facts.sent->value : context.now) >= due) return;
  if (!facts.sent) findings.changes_at({due.seconds, true});
  Span shown{0, 0};
  if (context.note.greeting())
    shown = context.note.greeting()->span;
  else if (facts.decision_by->origin.path.empty())
    shown = facts.decision_by->origin.span;
  Finding& finding = findings.add(shown, "They promised an answer by " + to_string(due).substr(0, 10) +
                                             ", and asking before reads as pressure. Keep this until the day after.");
  finding.related.push_back({facts.decision_by->origin, "the date they named"});
}

}  // namespace

const Rule nudge_early_rule{
    .id = "nudge-early",
    .summary = "The note asks for an answer before the date that was promised.",
    .why =
        "Who named a date means to keep it. A question before then says that you did not listen, or do not trust them.",
    .severity = always(Severity::warning, only(Kind::no_reply)),
    .sources = "D",
    .fix = {},
    .bad = bad,
    .good = good,
    .patterns = {},
    .check = check,
    .any_language = true,
};

}  // namespace afterword
