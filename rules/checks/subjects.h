// What the rules on a mail's header block share: where its fields stand, and a subject line that says what the mail is
// about.
#pragma once

#include <string>
#include <string_view>

#include "rules/engine/context.h"

namespace afterword {

/// Where to point when a field is empty or missing: its name, else the first field's.
Span header_place(const Context& context, std::string_view name);

/// Puts `value` into an empty field of the header block, or adds the field below the others.
Edit header_edit(const Context& context, std::string_view name, std::string_view value);

/// A subject line of what is known: role or company or topic, and the day; else of the writer's name. Empty where none
/// of these is known.
std::string subject_from_facts(const Context& context);

}  // namespace afterword
