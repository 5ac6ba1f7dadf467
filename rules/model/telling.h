// Why the model sees harm in a sentence: the words that weigh most. Slower than judging by a thousand times, so it is
// asked for by a reader (a hover), never while somebody types.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/note/note.h"

namespace afterword {

/// Bytes of `sentence` that speak most for the flaw, in the order of the text: up to three words or runs of words
/// without which its score falls most. Empty where no single word matters, or the sentence has more than 60 words.
std::vector<Span> telling_words(std::string_view sentence, Flaw flaw, const Reader& reader);

/// The same in words for whoever reads a finding of `rule` at `span` (bytes of the note): a line of Markdown, empty
/// where the rule does not rest on a flaw or the words tell nothing.
std::string telling_line(const Note& note, Span span, std::string_view rule, const Reader& reader);

}  // namespace afterword
