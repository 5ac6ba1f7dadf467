// The word classes that patterns name with @, and the lexicon's vocabulary of everyday words: what is in none of them
// is taken as specific to an occasion. Data only; any thread.
#pragma once

#include <span>
#include <vector>

#include "rules/note/lexicon.h"

namespace afterword {

/// Those of this file.
std::span<const WordClass> word_classes();
/// They and those of occasion_cues.h, in the order in which the lexicon numbers them.
std::vector<WordClass> all_word_classes();

}  // namespace afterword
