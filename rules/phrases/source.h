// Reads a .phrases file (README.md beside this one says how they are written). Standard library only: the generator
// that compiles the book in is built from it. Pure functions, any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/note/kind.h"
#include "rules/phrases/purpose.h"

namespace afterword::phrases {

/// One block of the file, as written.
struct SourcePhrase {
  Kinds kinds = 0;
  std::optional<Register> sounds;
  std::string text;
  std::string with;  ///< one answer for each slot that no fact fills, separated by " | "
  std::string why;
  std::size_t line = 0;  ///< of the block's first line, from 1
};

struct SourceFault {
  std::size_t line = 0;  ///< from 1
  std::string message;
};

struct Source {
  std::vector<SourcePhrase> phrases;  ///< the sound ones, in the file's order
  std::vector<SourceFault> faults;    ///< in the file's order
};

/// Total: every text gives an answer. Line ends may be LF or CRLF.
Source read_source(std::string_view text);

/// The answers of a `with` line.
std::vector<std::string_view> split_answers(std::string_view with);

}  // namespace afterword::phrases
