// The Speller over Hunspell and the English dictionaries of this system. Immutable to its users; any thread.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "rules/engine/speller.h"

namespace afterword::spelling {

/// Where dictionaries are looked for, in this order: the folders of DICPATH (colons between them) where that is set, as
/// Hunspell's own tools have it, else where systems install them.
std::vector<std::string> dictionary_folders();

/// A Speller over en_US and en_GB of these folders, whichever there are; null where there is neither. Costs nothing
/// yet: a dictionary is read (a tenth of a second, about 9 MB) when a word is first held against it, or by warm_up().
std::shared_ptr<const Speller> open_dictionaries(const std::vector<std::string>& folders);

/// Reads the dictionaries now; for a thread that has time. Null passes.
void warm_up(const Speller* speller);

}  // namespace afterword::spelling
