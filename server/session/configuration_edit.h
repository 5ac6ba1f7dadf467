// Changes to .afterword.yaml that keep its comments and its layout.
#pragma once

#include <optional>
#include <string_view>

#include "rules/engine/finding.h"

namespace afterword {

/// The one edit after which the rule is off and everything else is as it was; nothing where the file can't be read, or
/// is laid out in a way that one edit does not do for. An empty text is a file to be made.
std::optional<Edit> switch_off(std::string_view yaml, std::string_view rule);

}  // namespace afterword
