#include "rules/checks/checks.h"
#include "rules/checks/missing.h"
#include "rules/checks/places.h"
#include "rules/engine/context.h"
#include "rules/engine/parts.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text = "---\nto: Dana Wu\nkind: interview\n---\n\n[[Dear Dana,]]\n\nYour question why the second printer jams "
             "only on Mondays kept me busy all the way home. At Brightfold I chased a fault of that kind for a month "
             "and found it in the paper.\n\nKind regards,\nOla Nilsen\n"},
    {.text = "---\nto: Dana Wu\nkind: rejection\n---\n\n[[Dear Dana,]]\n\nYour letter came this morning, and I "
             "understand that the post went to Piet. If the night desk opens another place in the autumn, I would like "
             "to hear of it and will write again in September.\n\nKind regards,\nOla Nilsen\n"},
    {.text = "---\nto: Dana Wu\nkind: informational\n---\n\n[[Dear Dana,]]\n\nYou told me to ring three small "
             "workshops before I wrote to a large one. I rang four, and the second of them lets me come for a day next "
             "week to see how they cut glass.\n\nKind regards,\nOla Nilsen\n"},
};
constexpr std::string_view good[] = {
    "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nThank you for laying out the whole shift plan on the "
    "table. Your question why the second printer jams only on Mondays kept me busy all the way home, and I have an "
    "idea about the paper.\n\nKind regards,\nOla Nilsen\n",
    "---\nto: Dana Wu\nkind: networking\n---\n\nDear Dana,\n\nWe met on Thursday at the harbour fair, over the model "
    "with the broken crane. You wanted the name of the workshop that made its gears: it is Toller and Daughter in "
    "Leer, and they answer the phone only before ten.\n\nKind regards,\nOla Nilsen\n",
    "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nI am grateful that you let me hold the scanner myself. "
    "Your question why the second printer jams only on Mondays kept me busy all the way home, and I now believe that "
    "the paper is damp.\n\nKind regards,\nOla Nilsen\n",
    "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nYour question why the second printer jams only on "
    "Mondays kept me busy all the way home. At Brightfold I chased a fault of that kind for a month and found it in "
    "the "
    "paper.\n\nThanks again,\nOla Nilsen\n",
    "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nShort and unfinished.\n\nKind regards,\nOla Nilsen\n",
};

void check(const Context& context, Findings& findings) {
  if (context.just_begun || !lacks_thanks(context)) return;
  Gap gap = gap_after_greeting(context);
  Finding& finding = findings.add(gap.shown, "Nothing here thanks the reader. Thank them for one thing they did.");
  add_inserts(context, finding, gap, phrases::Purpose::thanks, "Thank them");
}

}  // namespace

const Rule thanks_missing_rule{
    .id = "thanks-missing",
    .summary = "Nothing in the note thanks the reader.",
    .why =
        "The note may say much more than thanks, but it should say that too: somebody gave you an hour. Thank them for "
        "one thing they did in it.",
    .severity = parts::thanks,
    .sources = "S3, S4",
    .fix = "Inserts a sentence of thanks for a named act.",
    .bad = bad,
    .good = good,
    .patterns = {},
    .check = check,
    .any_language = false,
};

}  // namespace afterword
