// The worn formulas of the catalogue's section 5, family by family: stock-phrase speaks of the flagged ones,
// stock-heavy counts all of them. Data only.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "rules/note/lexicon.h"

namespace afterword {

/// The tag of a family's patterns; flagged families come first.
enum class StockFamily : std::uint16_t {
  time_and_consideration,
  busy_schedule,
  opportunity_to_interview,
  asset_to_team,
  perfect_fit,
  ground_running,
  extra_mile,
  finds_you_well,
  hesitate,
  touch_base,
  passionate,
  valuable_insights,
  dynamic_team,
  team_player,
  checking_in,
  very_excited,
  reiterate,
  aligns,
  earliest_convenience,
  reinforced,
  resonated,
  confident,
  continued_success,
  pleasure_meeting,
  enjoyed_conversation,
  great_conversation,
  taking_the_time,
  for_your_time,
  look_forward,
};
inline constexpr StockFamily first_counted_family = StockFamily::pleasure_meeting;

/// What to do instead of saying it, for the message. Flagged families only.
std::string_view advice_on(StockFamily family);

std::span<const Pattern> stock_patterns();

}  // namespace afterword
