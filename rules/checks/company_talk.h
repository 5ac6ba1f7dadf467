// How letters speak of companies: the one they are for, the writer's own, and all the others. Patterns and words for
// wrong-company; data and small tests on it, any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "rules/note/lexicon.h"

namespace afterword {

enum CompanyTalk : std::uint16_t {
  slot,          ///< "the role at X": the name ends it
  forward_slot,  ///< "join X", "a future with X": likewise, and surely of what is to come
  loose_slot,    ///< "the interview at X": likewise, but X may be a place
  team_slot,     ///< "the X team": a team may be called by its tool, so another note has to be about X
  slot_before,   ///< "X's culture": the name begins it
  other_last,    ///< "my years at X", "your customer X", "in X": no employer to be; the name ends it
  other_first,   ///< "X where I", "X is a customer": likewise, the name begins it
  kinship,       ///< "part of", "a brand of", "on behalf of": companies that belong together
};
std::span<const Pattern> company_patterns();

constexpr bool is_slot(std::uint16_t tag) { return tag <= slot_before; }
constexpr bool names_last(std::uint16_t tag) { return tag != slot_before && tag != other_first; }
constexpr bool speaks_against(std::uint16_t tag) { return tag == other_last || tag == other_first; }

/// Folded words that are capitalised and no company: departments, tools one joins, grades, well-known cities.
bool is_no_company(std::string_view folded);
/// "group", "recruitment", "school": the second word of a parent's, an agency's or a unit's name.
bool is_house_word(std::string_view folded);
/// Months and days, which stand behind a name and are no part of it.
bool is_time_word(std::string_view folded);

}  // namespace afterword
