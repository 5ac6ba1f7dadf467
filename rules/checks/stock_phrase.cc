#include <algorithm>
#include <string>

#include "rules/checks/checks.h"
#include "rules/checks/hit_table.h"
#include "rules/checks/stock_families.h"

namespace afterword {

namespace {

/// Families whose drop-in fits where the matched words stand, whatever stands around them.
bool has_drop_in(StockFamily family) {
  switch (family) {
    case StockFamily::ground_running:
    case StockFamily::earliest_convenience:
    case StockFamily::valuable_insights:
    case StockFamily::touch_base:
    case StockFamily::dynamic_team:
      return true;
    default:
      return false;
  }
}

/// The drop-in in the form of what it replaces: "hitting the ground running" becomes "starting quickly".
std::string drop_in(const Context& context, const FoundPhrase& hit, StockFamily family) {
  const std::string_view matched = context.text(hit.span);
  std::string made(remedy_of(family).instead);
  if (family == StockFamily::ground_running && matched.starts_with("hitting")) made = "starting quickly";
  if (family == StockFamily::touch_base && (matched.starts_with("touching") || matched.starts_with("circling"))) {
    made = "writing";
  }
  if (family == StockFamily::dynamic_team) made = std::string(matched.substr(matched.rfind(' ') + 1));
  return made;
}

bool overlaps_earlier(std::span<const FoundPhrase> hits, std::size_t index) {
  return std::any_of(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(index), [&](const FoundPhrase& earlier) {
    return earlier.tag == hits[index].tag && earlier.span.overlaps(hits[index].span);
  });
}

void check(const Context& context, Findings& findings) {
  const auto hits = context.hits();
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const FoundPhrase& hit = hits[i];
    const auto family = static_cast<StockFamily>(hit.tag);
    if (family >= first_counted_family || hit.quoted || overlaps_earlier(hits, i)) continue;
    const StockRemedy& remedy = remedy_of(family);
    Finding& finding = findings.add(hit.span, "Every reader has seen \"" + std::string(context.text(hit.span)) +
                                                  "\" before. " + std::string(remedy.advice));
    if (!has_drop_in(family)) continue;
    const std::string instead = drop_in(context, hit, family);
    Fix fix;
    fix.title = "Say \"" + instead + "\"";
    fix.preferred = true;
    fix.edits.push_back({hit.span, instead, ""});
    finding.fixes.push_back(std::move(fix));
  }
}

constexpr BadExample bad[] = {
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nI would [[hit the ground running]] on the second press.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nI would start quickly on the second press.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nPlease write [[at your earliest convenience]].\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nPlease write when it suits you.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for [[your time and consideration]].\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\n[[I hope this email finds you well]].\n"},
};
constexpr std::string_view good[] = {
    "---\nkind: interview\n---\n\nDear Dana,\n\nYou said that \"team player\" is banned from your adverts.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThe lid is a perfect fit for the ink tank, as I saw.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for taking the time to open the press.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThe asset register that you showed me has two owners.\n",
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
    .fix = "Puts something plainer in its place, where a few words will do.",
    .bad = bad,
    .good = good,
    .patterns = stock_patterns(),
    .check = check,
    .any_language = false,
};

}  // namespace afterword
