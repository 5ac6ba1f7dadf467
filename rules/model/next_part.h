// What a note says next, from what it has said: which of the parts that completions offer the next sentence is
// likeliest to be. Learnt from the labelled bodies. Pure; any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "rules/note/kind.h"

namespace afterword::model {

/// The roles that a next sentence is offered for. `vague` counts as callback and `wait` as next-step.
inline constexpr std::array<Role, 7> next_parts = {Role::thanks,   Role::callback,  Role::interest, Role::fit,
                                                   Role::addition, Role::next_step, Role::offer};
inline constexpr std::size_t next_part_count = next_parts.size();
/// How likely each of them is, in log odds, and behind them how likely the body ends here.
using NextOdds = std::array<float, next_part_count + 1>;

/// Likewise for roles that were said: those that count as another, as that.
Roles counted_roles(Roles roles);

/// Whether the next sentence begins a paragraph; what was labelled sentence by sentence does not tell.
enum class Lead : std::uint8_t { unknown, begins_paragraph, goes_on };
inline constexpr std::size_t known_leads = 2;

/// How many places a sentence may have that tell something; the last stands for all behind it.
inline constexpr std::size_t next_places = 8, most_callbacks = 3;
inline constexpr std::size_t no_role = role_count;  ///< before the first sentence
inline constexpr std::size_t next_input_count =
    1 + kind_count + 2 * (role_count + 1) + role_count + kind_count * (role_count + 1) + kind_count * role_count +
    next_places + kind_count * next_places + (role_count + 1) * role_count + most_callbacks + 1 +
    known_leads * (1 + kind_count + (role_count + 1) + role_count);

/// Which inputs stand there, by their index, for a note of that kind whose sentences have had these roles, in order.
class NextInputs {
 public:
  NextInputs(Kind kind, std::span<const Roles> said, Lead lead);
  std::span<const std::uint16_t> indices() const { return {indices_.data(), count_}; }

 private:
  void add(std::size_t index) { indices_[count_++] = static_cast<std::uint16_t>(index); }

  std::array<std::uint16_t, 5 + 3 * (role_count + 1) + 4 * role_count + 2 + role_count * role_count> indices_{};
  std::size_t count_ = 0;
};

/// What is learnt: for each input a weight for each of NextOdds, stored * scale.
struct NextWeights {
  float scale = 0;
  std::array<std::array<std::int8_t, next_part_count + 1>, next_input_count> of{};
};

NextOdds next_log_odds(const NextWeights& weights, Kind kind, std::span<const Roles> said, Lead lead);

}  // namespace afterword::model
