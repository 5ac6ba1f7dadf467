// A note's check list: which parts its kind asks for and which of them are there, and how much of the day after the
// talk is left. What the server shows above the note. Pure functions, any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/engine/context.h"

namespace afterword {

struct ListedPart {
  std::string_view name;     ///< "next step"
  std::string_view meaning;  ///< "a day, a call, what you will send"
  std::string_view rule;     ///< that tells when it is missing
  bool there = false;
};

struct CheckList {
  std::vector<ListedPart> parts;  ///< that are asked for, in the order in which letters bring them
  std::size_t there() const;
};

/// A part is asked for where its rule speaks of the note's kind and is neither switched off nor ignored by the note.
/// Empty for a note in another language, whose sentences nobody has read.
CheckList check_list(const Context& context);

/// What the clock says of the note.
struct Timing {
  std::string text;                     ///< "17 hours left of 24"
  std::optional<LocalTime> changes_at;  ///< from then on it says something else, though nobody edits anything
};
/// Nothing for kinds that nobody waits a day for, where the talk is not known or not over yet (`text` is then empty and
/// `changes_at` set), or so long ago that the note has been given up.
std::optional<Timing> timing(const Context& context);

}  // namespace afterword
