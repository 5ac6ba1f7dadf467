// What a note is, in a line: shown above it and where its salutation is hovered.
#pragma once

#include <string>

#include "rules/engine/context.h"

namespace afterword {

/// "interview note to Dana Wu, 112 words".
std::string note_title(const Context& context);

}  // namespace afterword
