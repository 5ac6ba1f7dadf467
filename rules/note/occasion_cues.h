// The phrases that tell what a letter follows up, with the weight of each. Data for occasion.cc.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "rules/note/kind.h"
#include "rules/note/lexicon.h"

namespace afterword {

/// What a phrase speaks for: one of the kinds, being a follow-up at all, or being some other letter.
struct OccasionCue {
  static constexpr std::uint8_t follow_up = 100;  ///< thanks, something said or done between the two
  static constexpr std::uint8_t other_letter = 101;
  std::uint8_t speaks_for = 0;  ///< a Kind's number, or one of the two above
  float weight = 0;
  bool names = false;  ///< it names an occasion of the catalogue; the others only lean towards one
};

/// One a pattern of occasion_patterns(), in the same order: a pattern's tag is its index.
std::span<const OccasionCue> occasion_cues();
std::span<const WordClass> occasion_classes();

}  // namespace afterword
