#include <algorithm>
#include <vector>

#include "rules/checks/checks.h"
#include "rules/checks/stock_drop_in.h"
#include "rules/checks/stock_families.h"
#include "rules/engine/parts.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\n[[It was a pleasure to meet you]]. I am confident that my "
             "skills would help. I look forward to hearing from you.\n"},
    {.text = "---\nkind: phone-screen\n---\n\nDear Dana,\n\nThank you for [[your time and consideration]]. I really "
             "enjoyed our conversation. I would be an asset to your team.\n"},
    {.text = "---\nkind: informational\n---\n\nDear Dana,\n\nThank you for [[taking the time to]] see me, and for your "
             "valuable insights. Please do not hesitate to call.\n"},
};
constexpr std::string_view good[] = {
    "---\nkind: interview\n---\n\nDear Dana,\n\nIt was a pleasure to meet you. Your question about the second press "
    "kept me awake. Thank you for your time, and I look forward to hearing from you.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for your time and consideration. I look forward to hearing "
    "from you.\n",
    "---\nkind: rejection\n---\n\nDear Dana,\n\nIt was a pleasure to meet you. Thank you for your time. I wish you "
    "continued success.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nYou read out \"team player\", \"touch base\" and \"go the extra mile\" "
    "from your old adverts.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nAt Brightfold I ran the second press, and I would do so for you.\n",
};

constexpr std::size_t heavy = 3;  // families; catalogue, section 5

/// One hit a family, in the order of the text; words that belong to two formulas count for one.
std::vector<const FoundPhrase*> one_a_family(const Context& context) {
  std::vector<const FoundPhrase*> kept;
  for (const FoundPhrase& hit : context.hits()) {
    const auto family = static_cast<StockFamily>(hit.tag);
    if (hit.quoted || (family < first_counted_family && !is_stock(context, hit, family))) continue;
    const auto same = std::find_if(kept.begin(), kept.end(), [&](const FoundPhrase* other) {
      return other->tag == hit.tag || other->span.overlaps(hit.span);
    });
    if (same == kept.end())
      kept.push_back(&hit);
    else if ((*same)->span.overlaps(hit.span) && hit.span.size() > (*same)->span.size())
      *same = &hit;
  }
  return kept;
}

void check(const Context& context, Findings& findings) {
  if (context.hits().size() < heavy || !context.lacks({Role::callback})) return;
  const auto formulas = one_a_family(context);
  if (formulas.size() < heavy) return;
  Finding& finding =
      findings.add(formulas[0]->span,
                   "So far these are the words of every letter, and nothing in them is from your talk. Put in one "
                   "thing that was said, and half of the formulas can go.");
  for (std::size_t i = 1; i < formulas.size(); ++i) {
    Origin origin;
    origin.span = formulas[i]->span;
    finding.related.push_back({origin, "another formula"});
  }
}

}  // namespace

const Rule stock_heavy_rule{
    .id = "stock-heavy",
    .summary = "Formulas, and nothing from the talk.",
    .why =
        "One worn phrase is forgiven. Three of them without a single thing from the conversation could have gone to "
        "any "
        "firm, and that is how they are read.",
    .severity = always(Severity::warning, parts::calling_kinds),
    .sources = "S1, D",
    .fix = {},
    .bad = bad,
    .good = good,
    .patterns = stock_patterns(),
    .check = check,
    .any_language = false,
};

}  // namespace afterword
