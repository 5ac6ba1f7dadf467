// How letters open and close: salutations, closing formulas, names standing alone; English first, the formulas of
// a dozen other languages so that a letter in one of them still has its parts.
#pragma once

#include <cstddef>
#include <string_view>

#include "rules/note/span.h"

namespace afterword {

/// The salutation at the start of `block` (a paragraph's text): its bytes, trailing comma or colon included; empty if
/// the block opens with none. "Hi Dana, thanks for ..." gives "Hi Dana,".
Span find_greeting(std::string_view block);

/// A line that is a closing formula: "Kind regards,", "Cheers", "With warm thanks,".
/// `needs_name` is set for those that could be a sentence as well ("Thank you."): they close only above a name.
bool is_closing(std::string_view line, bool& needs_name);

/// "Best, Luis": the bytes of "Best," when the line is a closing formula followed by a name; empty otherwise.
Span closing_before_name(std::string_view line);

/// A line that holds a name and nothing else: one to five words, capitalised but for particles; a leading dash passes.
bool is_name_line(std::string_view line);

/// "P.S.", "PS:", "PPS".
bool opens_postscript(std::string_view line);

/// What an assistant says above the letter that it wrote: "Sure! Here's a warmer draft of your note:". Asked of blocks
/// above the salutation, where no sentence of the body stands; one of more than 200 bytes is none.
bool leads_in_draft(std::string_view block);

}  // namespace afterword
