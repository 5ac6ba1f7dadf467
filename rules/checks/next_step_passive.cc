#include "rules/checks/checks.h"
#include "rules/checks/places.h"
#include "rules/engine/context.h"
#include "rules/engine/parts.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text = "---\nto: Dana Wu\ncompany: Initech\nrole: tester\nkind: interview\n---\n\nDear Dana,\n\nThank you for "
             "yesterday. You asked why the second printer jams only on Mondays. [[I look forward to hearing from "
             "you.]]\n\nKind regards,\nOla Nilsen\n"},
    {.text = "---\nto: Dana Wu\nkind: informational\n---\n\nDear Dana,\n\nThank you for the advice to ring three small "
             "workshops first. [[I hope to hear from you soon.]]\n\nKind regards,\nOla Nilsen\n"},
    {.text = "---\nto: Dana Wu\nkind: rejection\n---\n\nDear Dana,\n\nThank you for telling me why. [[I look forward "
             "to your reply.]]\n\nKind regards,\nOla Nilsen\n"},
};
constexpr std::string_view good[] = {
    "---\nto: Dana Wu\ncompany: Initech\nrole: tester\nkind: interview\n---\n\nDear Dana,\n\nThank you for yesterday. "
    "I look forward to hearing from you, and I will ring on Friday to ask about the trial shift.\n\nKind regards,\nOla "
    "Nilsen\n",
    "---\nto: Dana Wu\ncompany: Initech\nrole: tester\nkind: interview\n---\n\nDear Dana,\n\nThank you for yesterday. "
    "I am free on Monday and look forward to it.\n\nKind regards,\nOla Nilsen\n",
    "---\nto: Dana Wu\nkind: recommendation\n---\n\nDear Dana,\n\nThank you for the letter. I look forward to hearing "
    "from you.\n\nKind regards,\nOla Nilsen\n",
    "---\nto: Dana Wu\nkind: personal\n---\n\nDear Dana,\n\nThank you for the plums. I look forward to hearing from "
    "you.\n\nKind regards,\nOla Nilsen\n",
};

constexpr Kinds asking_kinds = [] {
  Kinds kinds = 0;
  for (std::size_t i = 0; i < kind_count; ++i)
    if (parts::asks_next_step(static_cast<Kind>(i))) kinds |= only(static_cast<Kind>(i));
  return kinds;
}();

void check(const Context& context, Findings& findings) {
  if (!context.present.has(Role::wait) || context.present.has(Role::next_step)) return;
  for (std::size_t i = 0; i < context.sentences.size(); ++i) {
    if (!context.sentences[i].roles.has(Role::wait)) continue;
    Span span = context.sentences[i].span();
    Finding& finding =
        findings.add(span, "This leaves the next move to the reader. Say what you will do, or when you are free.");
    std::size_t most = context.fixes ? 2 : 0;
    for (const phrases::Phrase* phrase : context.book.find(phrases::Purpose::next_step, context.kind)) {
      if (most-- == 0) break;
      phrases::Filled filled = phrases::fill(phrase->text, context.facts);
      Gap gap{span, span.begin, "", ""};
      Fix fix = insert_fix(gap, "Propose a step: \"" + opening_of(filled) + " ...\"", filled);
      fix.kind = FixKind::replace;
      fix.edits[0].span = span;
      finding.fixes.push_back(std::move(fix));
    }
    return;
  }
}

}  // namespace

const Rule next_step_passive_rule{
    .id = "next-step-passive",
    .summary = "The note only waits for an answer.",
    .why =
        "\"I look forward to hearing from you\" leaves all the work to the reader. Say what you will do or when you "
        "are free, and the answer is half written.",
    .severity = always(Severity::hint, asking_kinds),
    .sources = "S2",
    .fix = "Replaces the waiting by a step.",
    .bad = bad,
    .good = good,
    .patterns = {},
    .check = check,
    .any_language = false,
};

}  // namespace afterword
