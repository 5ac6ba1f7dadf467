// The one list of rules.
#pragma once

#include <span>

#include "rules/engine/rule.h"

namespace afterword {

/// All rules, in the order they run and are listed.
std::span<const Rule* const> all_rules();

}  // namespace afterword
