#include "rules/checks/hit_table.h"

#include <algorithm>

namespace afterword {

std::vector<SentenceHits> hits_by_sentence(const Context& context, unsigned aside) {
  std::vector<SentenceHits> made;
  for (const FoundPhrase& hit : context.hits()) {
    if (hit.quoted) continue;
    if (made.empty() || made.back().sentence != hit.sentence) made.push_back({hit.sentence, 0, {}});
    SentenceHits& one = made.back();
    one.tags |= std::uint32_t{1} << hit.tag;
    if (hit.tag >= aside) continue;
    if (one.span.empty())
      one.span = hit.span;
    else
      one.span = {std::min(one.span.begin, hit.span.begin), std::max(one.span.end, hit.span.end)};
  }
  return made;
}

SentenceHits hits_of(const std::vector<SentenceHits>& found, std::size_t sentence) {
  const auto one = std::partition_point(found.begin(), found.end(),
                                        [&](const SentenceHits& other) { return other.sentence < sentence; });
  return one == found.end() || one->sentence != sentence ? SentenceHits{sentence, 0, {}} : *one;
}

}  // namespace afterword
