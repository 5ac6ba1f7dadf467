// Whether a phrase may be said of what is known. Pure, any thread.
#pragma once

#include "rules/phrases/book.h"

namespace afterword::phrases {

/// False where it takes for granted what the facts do not hold (a date that was promised, somebody who opened the
/// door), or names a day that would mislead: a promise that is past, a weekday of long ago or still to come.
bool is_sayable(const Phrase& phrase, const Facts& facts, Kind kind, LocalTime now);

}  // namespace afterword::phrases
