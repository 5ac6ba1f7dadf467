// The word classes that patterns name with @, and the lexicon's vocabulary of everyday words: what is in none of them
// is taken as specific to an occasion. Data only; any thread.
#pragma once

#include <span>

#include "rules/note/lexicon.h"

namespace afterword {

/// Every class, in the order in which the lexicon numbers them.
std::span<const WordClass> word_classes();

}  // namespace afterword
