// The checker of the program: all rules, the trained model, the phrase book.
#pragma once

#include "rules/checks/catalog.h"
#include "rules/engine/checker.h"

namespace afterword {

/// Built at the first call (a few milliseconds), then shared; any thread may call.
const Checker& standard_checker();

}  // namespace afterword
