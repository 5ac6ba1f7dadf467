// The one list of rules, and the checker made of them.
#pragma once

#include <span>

#include "rules/engine/checker.h"
#include "rules/engine/rule.h"

namespace afterword {

/// All rules, in the order they run and are listed.
std::span<const Rule* const> all_rules();

/// The checker with all rules, the cue classifier and the standard phrase book. Built at the first call (a few
/// milliseconds), then shared; any thread may call.
const Checker& standard_checker();

}  // namespace afterword
