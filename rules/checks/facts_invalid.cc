#include "rules/checks/catalog.h"
#include "rules/checks/checks.h"
#include "rules/engine/context.h"
#include "rules/engine/fact_faults.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text = "---\nto: Dana Wu\nkind: interview\n[[interveiw]]: 2026-03-04 14:00\n---\n\nDear Dana,\n\nThank you for "
             "the tour of the press.\n\nKind regards,\nOla Nilsen\n",
     .fixed = "---\nto: Dana Wu\nkind: interview\ninterview: 2026-03-04 14:00\n---\n\nDear Dana,\n\nThank you for the "
              "tour of the press.\n\nKind regards,\nOla Nilsen\n"},
    {.text = "---\nto: Dana Wu\nkind: [[referal]]\n---\n\nDear Dana,\n\nThank you for the word with Osman.\n\nKind "
             "regards,\nOla Nilsen\n",
     .fixed = "---\nto: Dana Wu\nkind: referral\n---\n\nDear Dana,\n\nThank you for the word with Osman.\n\nKind "
              "regards,\nOla Nilsen\n"},
    {.text = "---\nto: Dana Wu\nkind: interview\ninterview: [[last Tuesday]]\n---\n\nDear Dana,\n\nThank you for the "
             "tour of the press.\n\nKind regards,\nOla Nilsen\n"},
    {.text = "---\nkind: interview\nto: Dana Wu\n[[company Initech]]\n---\n\nDear Dana,\n\nThank you for the tour of "
             "the press.\n\nKind "
             "regards,\nOla Nilsen\n"},
    {.text =
         "---\nto: Dana Wu\nkind: interview\n[[kind]]: referral\n---\n\nDear Dana,\n\nThank you for the tour of the "
         "press.\n\nKind regards,\nOla Nilsen\n"},
    {.text = "---\nto: Dana Wu\nkind: interview\nignore: [[flatery]]\n---\n\nDear Dana,\n\nThank you for the tour of "
             "the press.\n\nKind regards,\nOla Nilsen\n",
     .fixed = "---\nto: Dana Wu\nkind: interview\nignore: flattery\n---\n\nDear Dana,\n\nThank you for the tour of the "
              "press.\n\nKind regards,\nOla Nilsen\n"},
    {.text = "Dear Dana,\n\n<!-- afterword: ignore [[gitf]] -->\nThank you for the tour of the press. I have sent you "
             "a basket of plums from our garden.\n\nKind regards,\nOla Nilsen\n",
     .fixed = "Dear Dana,\n\n<!-- afterword: ignore gift -->\nThank you for the tour of the press. I have sent you a "
              "basket of plums from our garden.\n\nKind regards,\nOla Nilsen\n"},
    {.text = "Dear Dana,\n\n<!-- afterword: [[ingore]] gift -->\nThank you for the tour of the press.\n\nKind "
             "regards,\nOla Nilsen\n",
     .fixed = "Dear Dana,\n\n<!-- afterword: ignore gift -->\nThank you for the tour of the press.\n\nKind "
              "regards,\nOla Nilsen\n"},
};
constexpr std::string_view good[] = {
    // Keys of other tools, some of them a letter or two from ours.
    "---\ntitle: After the tour\ndate: 3 March\ntags: [letters]\nlayout: page\ntoc: true\nform: long\nto: Dana Wu\n"
    "---\n\nDear Dana,\n\nThank you for the tour of the press.\n\nKind regards,\nOla Nilsen\n",
    "---\nto: Dana Wu\nKind: Interview\ninterview: 2026-03-04\ninterviews: 3\nsent:\n---\n\nDear Dana,\n\nThank you "
    "for the tour of the press.\n\nKind regards,\nOla Nilsen\n",
    "---\nto: Dana Wu\ninterview: 2026-03-04T14:00:00+01:00\ndelivery: post\nafterword: yes\nignore: [gift, "
    "flattery]\n---\n\nDear Dana,\n\nThank you for the tour of the press.\n\nKind regards,\nOla Nilsen\n",
    "Dear Dana,\n\n<!-- afterword: off -->\nThank you for the tour of the press.\n<!-- afterword: on -->\n<!-- TODO: "
    "ask Osman -->\n\nKind regards,\nOla Nilsen\n",
};

void report(Findings& findings, const FactFault& fault) {
  Finding& finding = findings.add(fault.span, fault.message);
  for (const std::string& instead : fault.instead) {
    Fix& fix = finding.fixes.emplace_back();
    fix.title = "Write " + instead;
    fix.preferred = fault.instead.size() == 1;
    fix.edits.push_back({fault.span, instead, ""});
  }
}

void check(const Context& context, Findings& findings) {
  const RuleNames rules{all_rules(), context.settings ? context.settings->custom.get() : nullptr};
  const Fields& front = context.note.front_matter();
  const bool being_typed = !front.closing_fence && context.note.paragraphs().empty() && !context.note.greeting();
  if (!front.fault.empty() && !being_typed) findings.add(front.fault_span, front.fault);
  if (front.closing_fence)  // else it is being typed
    for (const FactFault& fault : fact_faults(front.entries, in_note, rules)) report(findings, fault);
  std::size_t left = most_fact_faults;
  const auto report_comment = [&](const FactFault& fault) {
    report(findings, fault);
    --left;
  };
  for (const Directive& one : context.directives) {
    if (left == 0) return;
    if (one.type == Directive::Type::unknown) report_comment(unknown_directive(one, context.text(one.word)));
    for (const Directive::Rule& rule : one.rules)
      if (left > 0 && one.type != Directive::Type::unknown && !rules.has(rule.id))
        report_comment(unknown_rule(rule.id, rule.span, rules));
  }
}

}  // namespace

const Rule facts_invalid_rule{
    .id = "facts-invalid",
    .summary = "A fact, or the name of a rule, can't be read.",
    .why =
        "A slip in a key or a date goes unseen: the fact is then missing, and what hangs on it is judged wrongly or "
        "not at all.",
    .severity = always(Severity::error),
    .sources = "D",
    .fix = "Replaces it by what was meant, where that is near.",
    .bad = bad,
    .good = good,
    .patterns = {},
    .check = check,
    .any_language = true,
};

}  // namespace afterword
