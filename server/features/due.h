// What a note lacks at a place: which parts its kind asks for, in the order in which letters bring them.
#pragma once

#include <vector>

#include "rules/engine/context.h"
#include "rules/model/next_part.h"
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

/// What stands around a place in the body.
struct DuePlace {
  std::vector<Roles> before;      ///< of the sentences before it, in order
  Roles behind;                   ///< that the sentences behind it have
  const Scores* begun = nullptr;  ///< of the sentence begun there; null where none is
  model::Lead lead = model::Lead::unknown;
  bool postscript = false;  ///< below the signature
  bool last = false;        ///< all the body's text stands before it: a closing may be due
};

/// How much of a sentence begun speaks for the part, in log odds.
float begun_odds(const Scores& scores, Role part);

struct Due {
  phrases::Purpose purpose;
  float odds = 0;  ///< log odds that the next sentence does this
};

/// What may come next at the place, the likeliest first: by what the model has learnt of the order of letters, what the
/// sentence begun says, and what stands behind already. The closing is never the first: more may be said.
std::vector<Due> due_purposes(const Context& context, const DuePlace& place);

}  // namespace afterword
