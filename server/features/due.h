// What a note lacks at a place: which parts its kind asks for, in the order in which letters bring them.
#pragma once

#include <vector>

#include "rules/engine/context.h"
#include "rules/phrases/book.h"

namespace afterword {

/// Where the cursor stands in a note.
enum class Spot : std::uint8_t {
  nowhere,  ///< front matter, headers, code, quoted mail: nothing is offered
  opening,  ///< above the body or in its first word, with no salutation yet, or on the salutation's line
  body,
  signature,  ///< under the closing formula
};

/// `at` is a byte of the note's text.
Spot spot_at(const Note& note, std::size_t at);

/// Purposes for the body, the most needed first: what the kind asks for and the note lacks, in natural order, then
/// what it has already. `last` tells that the cursor stands behind all the body's text, where a closing may be due.
std::vector<phrases::Purpose> due_purposes(const Context& context, bool last);

}  // namespace afterword
