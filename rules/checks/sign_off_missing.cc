#include "rules/checks/checks.h"
#include "rules/checks/missing.h"
#include "rules/checks/places.h"
#include "rules/engine/context.h"
#include "rules/engine/parts.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text = "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nYou asked why the second printer jams only on "
             "Mondays, and on the way home it came to me that the paper is kept next to the "
             "[[boiler.]]\n\nOla Nilsen\n",
     .fixed = "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nYou asked why the second printer jams only on "
              "Mondays, and on the way home it came to me that the paper is kept next to the "
              "boiler.\n\nKind regards,\n\nOla Nilsen\n"},
    {.text = "---\nto: Dana Wu\nkind: referral\n---\n\nDear Dana,\n\nOsman rang on the evening of your call, and we "
             "meet on the ninth to look at the small press. I will tell you on the tenth how it [[went.]]\n",
     .fixed =
         "---\nto: Dana Wu\nkind: referral\n---\n\nDear Dana,\n\nOsman rang on the evening of your call, and we meet "
         "on the ninth to look at the small press. I will tell you on the tenth how it went.\n\nKind regards,\n"},
    {.text = "---\nto: Dana Wu\nkind: no-reply\n---\n\nDear Dana,\n\nOn the third you named the tenth as the day of "
             "the decision. Is there a new date by now, or has the move of the yard put everything [[off?]]\n",
     .fixed =
         "---\nto: Dana Wu\nkind: no-reply\n---\n\nDear Dana,\n\nOn the third you named the tenth as the day of the "
         "decision. Is there a new date by now, or has the move of the yard put everything off?\n\nKind regards,\n"},
};
constexpr std::string_view good[] = {
    "---\nkind: interview\n---\n\nDear Dana,\n\nYou asked why the second printer jams only on Mondays, and on the way "
    "home it came to me that the paper is kept next to the boiler.\n\nCheers\nOla\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nYou asked why the second printer jams only on Mondays, and on the way "
    "home it came to me that the paper is kept next to the boiler.\n\nThanks,\nOla\n",
    "---\nkind: personal\n---\n\nDear Nan,\n\nThe scarf came on the day of the first frost, and I have worn it on the "
    "boat on every single morning since then, gloves and all.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nWith all good wishes to the night crew I remain the one who found the "
    "damp paper, and I would like to see the boiler moved on Monday.\n\nYours ever,\n\nOla\n",
};

void check(const Context& context, Findings& findings) {
  if (context.just_begun || !lacks_sign_off(context)) return;
  const Part* signature = context.note.part(PartKind::signature);
  Gap gap = gap_at_end(context);
  Finding& finding =
      findings.add(gap.shown, "The note stops without a closing line. \"Kind regards\" above your name rounds it off.");
  std::string line(line_end(context.note));
  Fix fix;
  fix.title = "Close with Kind regards";
  fix.kind = FixKind::insert;
  fix.preferred = true;
  if (signature)
    fix.edits.push_back({{signature->span.begin, signature->span.begin}, "Kind regards," + line + line, ""});
  else
    fix.edits.push_back({{gap.at, gap.at}, line + line + "Kind regards,", ""});
  finding.fixes.push_back(std::move(fix));
}

}  // namespace

const Rule sign_off_missing_rule{
    .id = "sign-off-missing",
    .summary = "No closing formula stands at the end.",
    .why = "A letter that simply stops feels cut off. Two words of farewell are enough, and any usual ones will do.",
    .severity = parts::ending,
    .sources = "S3",
    .fix = "Inserts a closing formula.",
    .bad = bad,
    .good = good,
    .patterns = {},
    .check = check,
    .any_language = false,
};

}  // namespace afterword
