// A paragraph's own text -> its words, sentences, hits and cues. Pure functions, any thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "rules/note/note.h"

namespace afterword {

/// Reads a paragraph. `old`, where not null, is what stood there before: a key stroke leaves most of a paragraph's
/// sentences as they were, and finding patterns in them is most of the work.
std::shared_ptr<const ParagraphText> read_paragraph(std::string_view text, bool list_item, Format format,
                                                    const Reader& reader, const ParagraphText* old);

/// Words as a reader counts them: "don't" is one, a dash none.
std::uint32_t count_words(std::string_view text);

}  // namespace afterword
