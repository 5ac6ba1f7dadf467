// Sentences that do harm, as the trained model sees them, and their deletion. Patterns of a rule's own come beside it
// where exactness is due (rules/model/classifier.h says how both are combined).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "rules/engine/context.h"

namespace afterword {

/// Indices into Context::sentences of those that the model is sure enough of. Leaves out what stands in quotation marks
/// and what is still being typed.
std::vector<std::size_t> sentences_doing(const Context& context, Flaw flaw);

/// Whether the sentence does more than the harm, so that its deletion would take something along.
bool holds_more(const Context& context, std::size_t sentence);

/// Offers to delete the sentence where nothing is lost with it; the editor fades it then.
void offer_deletion(const Context& context, std::size_t sentence, std::string title, Finding& finding);

}  // namespace afterword
