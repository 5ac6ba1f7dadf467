// Markdown that a mail shows as it stands: for paste-left.
#pragma once

#include "rules/engine/context.h"

namespace afterword {

/// A finding at each "**bold**" and "[text](address)" of the paragraph, each with the edit that writes it plainly.
void report_raw_markup(const Paragraph& paragraph, Findings& findings);

}  // namespace afterword
