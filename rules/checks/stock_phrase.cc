#include <algorithm>
#include <string>

#include "rules/checks/checks.h"
#include "rules/checks/hit_table.h"
#include "rules/checks/stock_drop_in.h"
#include "rules/checks/stock_families.h"

namespace afterword {

namespace {

bool overlaps_earlier(const Context& context, const FoundPhrase& hit) {
  for (const FoundPhrase& other : context.hits_around(hit.span)) {
    if (&other == &hit) break;
    if (other.tag == hit.tag && other.span.overlaps(hit.span)) return true;
  }
  return false;
}

void check(const Context& context, Findings& findings) {
  for (const FoundPhrase& hit : context.hits()) {
    const auto family = static_cast<StockFamily>(hit.tag);
    if (family >= first_counted_family || hit.quoted || overlaps_earlier(context, hit)) continue;
    if (!is_stock(context, hit, family)) continue;
    Finding& finding = findings.add(hit.span, "Every reader has seen \"" + std::string(context.text(hit.span)) +
                                                  "\" before. " + std::string(advice_on(family)));
    auto edit = stock_drop_in(context, hit, family);
    if (!edit) continue;
    Fix fix;
    fix.title = "Say \"" + edit->text + "\"";
    fix.preferred = true;
    fix.edits.push_back(*std::move(edit));
    finding.fixes.push_back(std::move(fix));
  }
}

constexpr BadExample bad[] = {
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nI would [[hit the ground running]] on the second press.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nI would be of use right away on the second press.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nPlease write [[at your earliest convenience]].\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nPlease write when it suits you.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nOn Friday I will [[touch base]] with you about the second "
             "press.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nOn Friday I will write to you about the second press.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for your [[valuable insights]] about the inks.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for what you told me about the inks.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nAt the dairy I [[hit the ground running]], in a thaw.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nThe dairy was a [[fast-paced environment]].\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for [[your time and consideration]].\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\n[[I hope this email finds you well]].\n"},
};
constexpr std::string_view good[] = {
    "---\nkind: interview\n---\n\nDear Dana,\n\nYou said that \"team player\" is banned from your adverts.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThe lid is a perfect fit for the ink tank, as I saw.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for taking the time to open the press.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThe asset register that you showed me has two owners.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nWhen a build turns red, I do not hesitate to roll it back.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nOn my rounds I circle back every hour to the pump station.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nAny updates to the schema go through a review of two.\n",
};

}  // namespace

const Rule stock_phrase_rule{
    .id = "stock-phrase",
    .summary = "A worn formula.",
    .why =
        "The reader has met these words in a hundred letters and skips them. The same line in your own words, with one "
        "thing in it that only you could have written, is read.",
    .severity = always(Severity::hint),
    .sources = "S1, D",
    .fix = "Puts something plainer in its place, where a few words will do and the sentence lets them stand.",
    .bad = bad,
    .good = good,
    .patterns = stock_patterns(),
    .check = check,
    .any_language = false,
};

}  // namespace afterword
