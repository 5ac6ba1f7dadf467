// All parts that a note lacks, put in at once: what the fixes of the rules about missing parts do, as one edit.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "rules/engine/checker.h"

namespace afterword {

struct MissingParts {
  std::size_t count = 0;    ///< of the parts
  std::string title;        ///< "Insert the 3 missing parts (5 blanks)"
  std::vector<Edit> edits;  ///< sorted, none overlaps another
};

/// Whether the rule tells of a part that is not there.
bool is_about_part(std::string_view rule);

/// By a verdict with fixes. Of each part the first phrase is taken.
MissingParts missing_parts(const Verdict& verdict);

}  // namespace afterword
