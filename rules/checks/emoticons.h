// Emoticons and emoji in a text: ":-)", ";D", "xD", and the pictures of Unicode. Pure functions, for any thread.
#pragma once

#include <string_view>

#include "rules/engine/finding.h"
#include "rules/note/note.h"
#include "rules/note/span.h"

namespace afterword {

/// The first emoticon or run of emoji that begins at byte `from` or later; empty where there is none.
Span find_emoticon(std::string_view text, std::size_t from);

/// A picture (bytes of the paragraph) that the text speaks of, or that is somebody else's: code, quotations, "the
/// rocket button".
bool is_mentioned(const ParagraphText& content, Span picture);

/// Takes the picture out of `text`, which begins at byte `base` of the note. Where it closed a sentence of prose, a
/// full stop stands there instead.
Edit without_picture(std::string_view text, std::size_t base, Span picture, bool prose);

}  // namespace afterword
