// `check --fix` and `check --diff`: the texts of files as fixes make them, written down or shown as a patch.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "server/cli/commands.h"
#include "server/cli/input.h"

namespace afterword::cli {

struct FixCount {
  std::size_t fixed = 0, files = 0;  ///< findings, and in how many files
  bool failed = false;               ///< a file could not be written, or with --diff not be read; each was told
};

/// Carries out `options.fix` in the files, `roots` as for FileJudge. Standard input's text, fixed or not, goes to
/// standard output, and stands in `input` from then on. Files that can't be read are passed over: checking tells them.
/// With `options.diff` nothing is written: what would be is printed as a patch, and nobody else tells of a file.
FixCount fix_files(const CheckOptions& options, const std::vector<std::string>& roots, const InputFiles& files,
                   StandardInput& input);

/// "3 findings fixed in 2 files".
std::string fixed_text(const FixCount& count);

}  // namespace afterword::cli
