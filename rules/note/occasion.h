// What occasion a text follows up (catalogue, section 3), and whether it is a note at all (section 1).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "rules/note/facts.h"
#include "rules/note/kind.h"
#include "rules/note/lexicon.h"
#include "rules/note/note.h"

namespace afterword {

struct Occasion {
  bool is_note = false;
  std::string_view why;  ///< "front matter", "file name", "reads like one", or why not
  Kind kind = Kind::interview;
  Kinds kinds = only(Kind::interview);  ///< `kind`, and those that the text speaks for nearly as much
  bool declared = false;                ///< the kind stands in the facts
  bool english = true;                  ///< false: the body is in another language
};

/// The phrases that tell occasions apart, for the lexicon (occasion_owner).
std::span<const Pattern> occasion_patterns();

struct OccasionQuery {
  std::optional<Kind> kind;    ///< given by the user: overrides
  bool named_as_note = false;  ///< the path matches a `notes:` glob
  bool every_file = false;     ///< take it for a note unless its front matter says it is none
  /// How many of the first sentences (most_read_paragraphs) have each role, judged as for an interview.
  std::array<std::uint32_t, role_count> roles{};
};

/// The occasion shows early; a huge text must not cost more.
inline constexpr std::size_t most_read_paragraphs = 60;

/// Total and deterministic; cost is linear in the number of hits.
Occasion occasion_of(const Note& note, const Facts& facts, const Lexicon& lexicon, const OccasionQuery& query);

/// The length over which a text is not taken for a note by its wording alone, in words (catalogue, section 1).
inline constexpr std::size_t longest_recognised = 400;

}  // namespace afterword
