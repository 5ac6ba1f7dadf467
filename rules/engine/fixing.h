// Fixes carried out until none is left: what source.fixAll.afterword and `check --fix` do to a text. Pure; any thread.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "rules/engine/checker.h"
#include "rules/engine/finding.h"

namespace afterword {

enum class FixScope : std::uint8_t {
  safe,       ///< replacements, and the deletion of a repeated word or mark, that nobody has to look at
  deletions,  ///< also what takes out a sentence, or else is the sensible fix and deletes; never what inserts
};

/// Whether the fix, one of the finding's, is carried out unasked.
bool is_taken(FixScope scope, const Finding& finding, const Fix& fix);

struct FixedText {
  std::string text;
  std::vector<Edit> edits;  ///< that lead from the text it was to this one; empty where there was nothing to do
  std::size_t fixed = 0;    ///< how many fixes that took
};

/// Judges the text that stands in for the one that is being fixed.
using JudgeAgain = std::function<Verdict(std::shared_ptr<const std::string> text)>;

/// Carries out the fixes of `verdict`, which is the text's, then those of what that uncovers, until a judgement offers
/// none. A rule whose fixes come to no end, as those of two rules that undo each other, is left alone.
FixedText fix_all(std::string_view text, const Verdict& verdict, FixScope scope, const JudgeAgain& judge_again);

}  // namespace afterword
