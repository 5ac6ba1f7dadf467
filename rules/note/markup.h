// What in a paragraph is not prose: code spans, links' targets, addresses, comments, footnote marks, unfilled slots.
#pragma once

#include <string_view>
#include <vector>

#include "rules/note/note.h"
#include "rules/note/words.h"

namespace afterword {

/// The opaque stretches of a paragraph, sorted, not overlapping. In a Markdown link the text stays prose.
std::vector<Opaque> find_opaque(std::string_view paragraph, Format format);

/// True when what stands between brackets, braces or angles asks to be filled in ("First name", "insert topic",
/// "COMPANY"), rather than being a word used as such ("draft", "sic").
bool reads_as_slot(std::string_view inside);

}  // namespace afterword
