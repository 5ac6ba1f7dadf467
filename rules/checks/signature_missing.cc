#include "rules/checks/checks.h"
#include "rules/checks/missing.h"
#include "rules/checks/places.h"
#include "rules/engine/context.h"
#include "rules/engine/parts.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text = "---\nto: Dana Wu\nfrom: Ola Nilsen\nkind: interview\n---\n\nDear Dana,\n\nYou asked why the second "
             "printer jams only on Mondays, and on the way home it came to me that the paper is kept next to the "
             "boiler.\n\n[[Kind regards,]]\n",
     .fixed = "---\nto: Dana Wu\nfrom: Ola Nilsen\nkind: interview\n---\n\nDear Dana,\n\nYou asked why the second "
              "printer jams only on Mondays, and on the way home it came to me that the paper is kept next to the "
              "boiler.\n\nKind regards,\nOla Nilsen\n"},
    {.text = "---\nto: Dana Wu\nkind: referral\n---\n\nDear Dana,\n\nOsman rang on the evening of your call, and we "
             "meet on the ninth to look at the small press. I will tell you on the tenth how it went.\n\n[[Best,]]\n",
     .fixed =
         "---\nto: Dana Wu\nkind: referral\n---\n\nDear Dana,\n\nOsman rang on the evening of your call, and we meet "
         "on the ninth to look at the small press. I will tell you on the tenth how it went.\n\nBest,\n[your name]\n"},
    {.text = "---\nto: Dana Wu\nkind: no-reply\n---\n\nDear Dana,\n\nOn the third you named the tenth as the day of "
             "the decision. Is there a new date by now, or has the move of the yard put everything [[off?]]\n",
     .fixed =
         "---\nto: Dana Wu\nkind: no-reply\n---\n\nDear Dana,\n\nOn the third you named the tenth as the day of the "
         "decision. Is there a new date by now, or has the move of the yard put everything off?\n\n[your name]\n"},
};
constexpr std::string_view good[] = {
    "---\nkind: interview\n---\n\nDear Dana,\n\nYou asked why the second printer jams only on Mondays, and on the way "
    "home it came to me that the paper is kept next to the boiler.\n\nCheers, Ola\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nYou asked why the second printer jams only on Mondays, and on the way "
    "home it came to me that the paper is kept next to the boiler.\n\nBest wishes,\n\n-- \nOla Nilsen\nHalden\n",
    "---\nkind: personal\n---\n\nDear Nan,\n\nThe scarf came on the day of the first frost, and I have worn it on the "
    "boat on every single morning since then, gloves and all.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nYou asked why the second printer jams only on Mondays, and on the way "
    "home it came to me that the paper is kept next to the boiler.\n\n- Ola\n",
};

void check(const Context& context, Findings& findings) {
  if (context.just_begun || !lacks_signature(context)) return;
  const Part* sign_off = context.note.part(PartKind::sign_off);
  Gap gap = gap_at_end(context);
  Span shown = sign_off ? sign_off->span : gap.shown;
  Finding& finding = findings.add(
      shown,
      "Nobody has signed this. Put your name under it, so that the reader knows which of the candidates writes.");
  std::string line(line_end(context.note));
  bool known = context.facts.from && !context.facts.from->name.empty();
  std::string name = known ? context.facts.from->name : "[your name]";
  std::string before = sign_off ? line : line + line;
  std::size_t at = sign_off ? sign_off->span.end : gap.at;
  Fix fix;
  fix.title = known ? "Sign as " + name : "Insert your name (1 blank)";
  fix.kind = FixKind::insert;
  fix.preferred = known;
  fix.edits.push_back({{at, at}, before + name, known ? "" : before + "${1:your name}"});
  finding.fixes.push_back(std::move(fix));
}

}  // namespace

const Rule signature_missing_rule{
    .id = "signature-missing",
    .summary = "No name stands under the note.",
    .why = "Interviewers see many people in a week. A note without a name has to be looked up, and mostly is not.",
    .severity = parts::ending,
    .sources = "S3",
    .fix = "Inserts the writer's name.",
    .bad = bad,
    .good = good,
    .patterns = {},
    .check = check,
    .any_language = false,
};

}  // namespace afterword
