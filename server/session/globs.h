// Path patterns as .gitignore has them: *, ?, [abc], ** across folders.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace afterword {

/// Whether `path` (relative, '/' between folders) matches `glob` as a whole. Costs at most the length of the glob and
/// the square of that of the path.
bool glob_matches(std::string_view glob, std::string_view path);

/// Why the pattern can't mean what it seems to, in a few words; empty where it can.
std::string glob_fault(std::string_view glob);

/// A pattern without a slash matches a name in any folder, one that ends in a slash a folder with all it holds.
bool excludes(const std::vector<std::string>& globs, std::string_view path);

}  // namespace afterword
