// Changes as a patch that `patch -p1` and `git apply` take.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/engine/finding.h"

namespace afterword::cli {

/// A unified diff, three lines around each change, of what `edits` (sorted, not overlapping) make of `before`. Lines
/// end at "\n" alone, as for these tools. Empty where they change nothing. `name` is the file's, from where the patch
/// is applied.
std::string unified_diff(std::string_view name, std::string_view before, const std::vector<Edit>& edits);

/// The name of the file at `path` (its own, where that is a link) from the working folder; one that lies elsewhere is
/// named from the root, without the slash.
std::string patch_name(const std::string& path);

}  // namespace afterword::cli
