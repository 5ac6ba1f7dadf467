#include "rules/model/next_part.h"

#include <algorithm>

namespace afterword::model {

Roles counted_roles(Roles roles) {
  if (roles.has(Role::vague)) roles.remove(Role::vague), roles.add(Role::callback);
  if (roles.has(Role::wait)) roles.remove(Role::wait), roles.add(Role::next_step);
  return roles;
}

NextInputs::NextInputs(Kind kind, std::span<const Roles> said, Lead lead) {
  Roles present;
  std::size_t callbacks = 0;
  for (const Roles roles : said) {
    const Roles counted = counted_roles(roles);
    present = present | counted;
    callbacks += counted.has(Role::callback);
  }
  const auto each = [](Roles roles, auto take) {
    for (std::size_t i = 0; i < role_count; ++i)
      if (roles.has(static_cast<Role>(i))) take(i);
  };
  /// Those of the sentence so many before the next one; no_role where there is none.
  const auto each_of = [&](std::size_t distance, auto take) {
    if (said.size() < distance) return take(no_role);
    each(counted_roles(said[said.size() - distance]), take);
  };
  const auto k = static_cast<std::size_t>(kind);
  const std::size_t place = std::min(said.size(), next_places - 1);
  std::size_t base = 0;
  const auto block = [&](std::size_t size) { return (base += size) - size; };
  add(block(1));
  add(block(kind_count) + k);
  const std::size_t last = block(role_count + 1), second = block(role_count + 1), there = block(role_count);
  const std::size_t last_by_kind = block(kind_count * (role_count + 1)) + k * (role_count + 1);
  const std::size_t there_by_kind = block(kind_count * role_count) + k * role_count;
  add(block(next_places) + place);
  add(block(kind_count * next_places) + k * next_places + place);
  const std::size_t there_by_last = block((role_count + 1) * role_count);
  add(block(most_callbacks + 1) + std::min(callbacks, most_callbacks));
  if (lead != Lead::unknown && !said.empty()) {
    const std::size_t l = lead == Lead::begins_paragraph ? 0 : 1;
    add(block(known_leads) + l);
    add(block(known_leads * kind_count) + l * kind_count + k);
    const std::size_t last_by_lead = block(known_leads * (role_count + 1)) + l * (role_count + 1);
    const std::size_t there_by_lead = block(known_leads * role_count) + l * role_count;
    each_of(1, [&](std::size_t role) { add(last_by_lead + role); });
    each(present, [&](std::size_t role) { add(there_by_lead + role); });
  }
  each_of(2, [&](std::size_t role) { add(second + role); });
  each_of(1, [&](std::size_t role) {
    add(last + role);
    add(last_by_kind + role);
    each(present, [&](std::size_t other) { add(there_by_last + role * role_count + other); });
  });
  each(present, [&](std::size_t role) {
    add(there + role);
    add(there_by_kind + role);
  });
}

NextOdds next_log_odds(const NextWeights& weights, Kind kind, std::span<const Roles> said, Lead lead) {
  std::array<int, std::tuple_size_v<NextOdds>> sums{};
  const NextInputs inputs(kind, said, lead);
  for (const std::uint16_t input : inputs.indices())
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += weights.of[input][i];
  NextOdds odds{};
  for (std::size_t i = 0; i < sums.size(); ++i) odds[i] = weights.scale * static_cast<float>(sums[i]);
  return odds;
}

}  // namespace afterword::model
