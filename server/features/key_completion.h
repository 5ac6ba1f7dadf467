// Completion where YAML of ours stands (a note's front matter, interview.yaml, .afterword.yaml): the keys that are not
// there yet, and values that are one of few. Goes by lines, since what is being typed is seldom whole YAML.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/note/facts.h"
#include "rules/note/span.h"

namespace afterword {

/// Which keys stand at the top of a block.
enum class KeyBlock : std::uint8_t { note, interview_file, configuration };

struct KeyOffer {
  std::string text;     ///< what is put in; "key: " for a key
  std::string meaning;  ///< one line
};

struct KeyCompletion {
  Span typed;  ///< bytes of `yaml`: what of the key or value stands there
  std::vector<KeyOffer> offers;
};

/// The keys or values that may stand at byte `at` of a block. `people`: who may be addressed; `now`: for dates.
KeyCompletion complete_key(std::string_view yaml, std::size_t at, KeyBlock block, const std::vector<Person>& people,
                           LocalTime now);

/// The front matter that byte `at` of a text stands in, its fences left out: closed, or as far as no blank line ends
/// it.
std::optional<Span> front_matter_around(std::string_view text, std::size_t at);

}  // namespace afterword
