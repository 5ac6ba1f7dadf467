// How English words go wrong: what one slip of the hand or the ear makes of a word, and slips that everybody knows.
// Pure functions, any thread.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace afterword::spelling {

/// Whether the dictionaries hold a word.
using Knows = std::function<bool(std::string_view)>;

/// Known words that one slip may have made `word` of, at most `most`, the likeliest kind of slip first: a
/// letter doubled or single, neighbours swapped, a vowel for another, a vowel too many or too few, a consonant left out
/// or taken for one that sounds or lies like it. Where the first two give one, the others are left out. The first
/// letter is seldom the one that slips.
std::vector<std::string> words_near(std::string_view word, const Knows& knows, std::size_t most);
/// The first two kinds of slip alone: hardly a term is made by those.
bool is_sure_slip(std::string_view word, const Knows& knows);

/// What a slip of the well-known list was meant to be, also where more than one letter is wrong; empty if it is none.
std::string_view well_known_slip(std::string_view word);

/// A word that dictionaries lack and people write: a term of the trade, with its plural and its verb's forms.
bool is_trade_word(std::string_view word);
/// The same made of others: a known word behind a prefix ("reindex"), two known words in one ("bytecode").
bool is_made_of_known(std::string_view word, const Knows& knows);

}  // namespace afterword::spelling
