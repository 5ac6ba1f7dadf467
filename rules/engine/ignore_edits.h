// The edits that put an ignore into a note and take one out of it again, in each of the ways in which people write
// them.
#pragma once

#include <optional>
#include <string_view>

#include "rules/engine/finding.h"
#include "rules/note/note.h"

namespace afterword {

/// "ignore: [rule]" put into the front matter; nothing where the note has none, or has it in a form that would need
/// more than one edit in one place.
std::optional<Edit> longer_ignore(const Note& note, std::string_view rule);
/// The value of `ignore:` that stands at `value` taken out of the front matter, the key with the last one; nothing
/// where that needs more than one edit.
std::optional<Edit> shorter_ignore(const Note& note, Span value);

/// A comment that silences the rule in the paragraph of byte `at`, above it; or one name more in the comment that
/// stands there.
Edit paragraph_ignore(const Note& note, std::size_t at, std::string_view rule);

/// The bytes of one of several names together with the comma that parts it from its neighbours.
Span without_separator(std::string_view text, Span name);
/// What stands alone on its lines with their line end; else the span itself.
Span whole_line(std::string_view text, Span span);

}  // namespace afterword
