// Sentences that do harm, as the trained model sees them, and their deletion. Patterns of a rule's own come beside it
// where exactness is due (rules/model/classifier.h says how both are combined).
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "rules/checks/hit_table.h"
#include "rules/engine/context.h"

namespace afterword {

/// Indices into Context::sentences of those that the model is sure enough of (sure_of). Leaves out what stands in
/// quotation marks and what is still being typed.
std::vector<std::size_t> sentences_doing(const Context& context, Flaw flaw);

/// The tag of a rule's patterns that tell of others, or of something harmless: in such a sentence nothing backs the
/// score.
inline constexpr std::uint16_t speaks_against = 15;
/// What others said and what one did elsewhere: neither is done to the reader, whichever harm it sounds like.
inline constexpr auto tales = std::to_array<Pattern>({
    {"^ (you|she|he) (said|told|mentioned|explained|described|asked|warned|remarked|named|showed|call|called)",
     speaks_against},
    {"^ (at|in|for) (the|my|our|a) *8 (i|we) (ran|kept|wrote|built|had to|handled|cut|trained|sold|answered|did)",
     speaks_against},
});
/// A rule's own patterns with these behind them.
template <std::size_t count>
constexpr std::array<Pattern, count + tales.size()> with_tales(const std::array<Pattern, count>& own) {
  std::array<Pattern, count + tales.size()> all;
  std::copy(tales.begin(), tales.end(), std::copy(own.begin(), own.end(), all.begin()));
  return all;
}
/// The tag of those that are enough by themselves: where so much else stands in the sentence that the score drowns.
inline constexpr std::uint16_t beyond_doubt = 14;

/// The same, where a weaker score is enough in a sentence that holds a pattern of the running rule.
std::vector<std::size_t> sentences_doing_by_patterns(const Context& context, Flaw flaw);

/// Harm found either way, in the order of the text: the sentences of `found` whose hits `show` it, and those that the
/// model is sure of. A pattern's finding stands unless the model all but denies it; where a sentence's hits are an
/// exception of the rule, the model alone does not count. The span of what only the model sees is the whole sentence.
std::vector<SentenceHits> harm_by_either(const Context& context, Flaw flaw, const std::vector<SentenceHits>& found,
                                         bool (*show)(const SentenceHits&),
                                         bool (*excepted)(const Context&, const SentenceHits&));

/// Whether the sentence does more than the harm, so that its deletion would take something along.
bool holds_more(const Context& context, std::size_t sentence);

/// Deletes the bytes of `span`, the beginning of a sentence; the rest opens with a capital letter.
Fix erase_opening_fix(const Context& context, Span span, std::string title);

/// Offers to delete the sentence where nothing is lost with it; the editor fades it then.
void offer_deletion(const Context& context, std::size_t sentence, std::string title, Finding& finding);

}  // namespace afterword
