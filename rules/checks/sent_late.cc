#include <fmt/format.h>

#include <algorithm>

#include "rules/checks/checks.h"
#include "rules/checks/places.h"
#include "rules/engine/context.h"

namespace afterword {

namespace {

// The examples are judged at 2026-03-05 10:00.
constexpr BadExample bad[] = {
    {.text = "---\nto: Dana Wu\nkind: interview\ninterview: 2026-03-03 14:00\n---\n\n[[Dear Dana,]]\n\nThank you for "
             "the two hours.\n",
     .fixed = "---\nto: Dana Wu\nkind: interview\ninterview: 2026-03-03 14:00\nsent: 2026-03-05 10:00\n---\n\nDear "
              "Dana,\n\nThank you for the two hours.\n"},
    {.text = "---\nto: Dana Wu\nkind: phone-screen\ninterview: 2026-02-01 09:00\nsent: [[2026-02-04 "
             "18:00]]\n---\n\nDear Dana,\n\nThank you for the call.\n"},
    {.text = "---\nto: Dana Wu\nkind: informational\ninterview: 2026-02-27\n---\n\n[[Dear Dana,]]\n\nThank you for the "
             "advice.\n",
     .fixed = "---\nto: Dana Wu\nkind: informational\ninterview: 2026-02-27\nsent: 2026-03-05 10:00\n---\n\nDear "
              "Dana,\n\nThank you for the advice.\n"},
};
constexpr std::string_view good[] = {
    "---\nto: Dana Wu\nkind: interview\ninterview: 2026-03-04\n---\n\nDear Dana,\n\nThank you for the two hours.\n",
    "---\nto: Dana Wu\nkind: interview\ninterview: 2026-02-20 14:00\n---\n\nDear Dana,\n\nThank you for the two "
    "hours.\n",
    "---\nto: Dana Wu\nkind: interview\ninterview: 2026-02-01 14:00\nsent: 2026-02-02 09:00\n---\n\nDear "
    "Dana,\n\nThank you for the two hours.\n",
    "---\nto: Dana Wu\nkind: referral\ninterview: 2026-03-01 14:00\n---\n\nDear Dana,\n\nThank you for the call to "
    "Osman.\n",
};

constexpr std::int64_t hour = 3600, day = 24 * hour;
constexpr std::int64_t silent_from = 10 * day;  // an unsent note of that age has been given up, or is an archive's

struct Limits {
  std::int64_t late, very_late;
};
Limits limits_of(Kind kind) {
  if (kind == Kind::informational) return {2 * day, 5 * day};
  return {day, 2 * day};
}

/// A fix that writes `sent:` as the last line of the front matter; nothing for mail, which the reader would receive.
void add_mark_as_sent(const Context& context, Finding& finding) {
  const Fields& front = context.note.front_matter();
  if (!front.closing_fence || front.flow || !front.fault.empty()) return;  // a line there would not be read
  std::string when = to_string(context.now).substr(0, 16);
  when[10] = ' ';
  Fix fix;
  fix.title = "Mark as sent";
  fix.kind = FixKind::insert;
  const std::size_t at = *front.closing_fence;
  fix.edits.push_back({{at, at}, "sent: " + when + std::string(line_end(context.note)), ""});
  finding.fixes.push_back(std::move(fix));
}

void check(const Context& context, Findings& findings) {
  const Facts& facts = context.facts;
  if (!facts.interview) return;
  bool sent = facts.sent.has_value();
  std::int64_t took = (sent ? facts.sent->value : context.now).seconds - facts.interview->value.seconds;
  Limits limits = limits_of(context.kind);
  if (!sent && took >= 0 && took < silent_from) {
    // The age in the message is told in hours, then in days; limits are passed after their last second.
    std::int64_t step = took < 2 * day ? hour : day;
    std::int64_t next = took <= limits.late ? limits.late + 1 : (took / step + 1) * step;
    if (took > limits.late && took <= limits.very_late) next = std::min(next, limits.very_late + 1);
    findings.changes_at({facts.interview->value.seconds + next, true});
  }
  if (took <= limits.late || (!sent && took >= silent_from)) return;
  Span shown{0, 0};
  if (sent && facts.sent->origin.path.empty())
    shown = facts.sent->origin.span;
  else if (context.note.greeting())
    shown = context.note.greeting()->span;
  else if (facts.interview->origin.path.empty())
    shown = facts.interview->origin.span;
  std::string age = took >= 2 * day ? fmt::format("{} days", took / day) : fmt::format("{} hours", took / hour);
  Finding& finding = findings.add(
      shown,
      sent
          ? "This went out " + age +
                " after the talk, when most decisions lean one way already. Next time aim for the same day or the next."
          : "The talk was " + age + " ago, and a note fades fast. Send it all the same, without an excuse.");
  // Catalogue: a hint from the first limit on, a warning from the second.
  if (took <= limits.very_late) findings.step_down(finding, Severity::hint);
  finding.related.push_back({facts.interview->origin, "when the talk took place"});
  if (!sent) add_mark_as_sent(context, finding);
}

}  // namespace

const Rule sent_late_rule{
    .id = "sent-late",
    .summary = "The note goes out long after the talk.",
    .why =
        "Within a day the note still belongs to the conversation. Later it can only remind; it should still be sent, "
        "without apology.",
    .severity = always(Severity::warning, only(Kind::interview) | only(Kind::phone_screen) | only(Kind::informational)),
    .sources = "S2, S4",
    .fix = "Marks the note as sent, by writing the fact.",
    .bad = bad,
    .good = good,
    .patterns = {},
    .check = check,
    .milder = "hint from 24 to 48 hours (informational: 2 to 5 days)",
    .any_language = true,
    .by_clock = true,
};

}  // namespace afterword
