#include "rules/model/model.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <stdexcept>

namespace afterword::model {

namespace {

// Sixteen lanes each; GCC and Clang make the machine's own instructions of them.
using Bytes = std::uint8_t __attribute__((vector_size(16)));
using Words = std::uint16_t __attribute__((vector_size(32)));

/// From this chance on a sentence has a role; chosen on files that training did not see.
constexpr float has_role = 0.45f;

}  // namespace

float logistic(float log_odds) { return 1 / (1 + std::exp(-log_odds)); }

Roles roles_by(const std::array<float, role_count>& chances) {
  Roles made;
  for (std::size_t i = 0; i < role_count; ++i)
    if (chances[i] >= has_role) made.add(static_cast<Role>(i));
  if (made != Roles{Role::other}) made.remove(Role::other);  // what does something else does nothing beside it
  if (made.empty()) made.add(static_cast<Role>(std::max_element(chances.begin(), chances.end()) - chances.begin()));
  return made;
}

Context::Context(const Scores& own, const Place& place) {
  std::size_t base = 0;
  const auto add_scores = [&](const Scores& scores) {
    for (std::size_t i = 0; i < role_count; ++i) add(base + i, log_odds(scores[i]));
  };
  add_scores(own);
  base += role_count;
  if (place.previous) add_scores(*place.previous);
  base += role_count;
  add(base++, 1);
  if (!place.previous) add(base, 1);
  ++base;
  const auto kind = static_cast<std::size_t>(place.kind);
  add(base + kind, 1);
  base += kind_count;
  const std::array<bool, 4> spots = {place.index == 0, place.index == 1, place.index + 1 == place.count,
                                     place.index + 2 == place.count};
  for (std::size_t i = 0; i < spots.size(); ++i)
    if (spots[i]) add(base + i, 1);
  base += spots.size();
  const std::size_t by_kind = base, by_place = base + kind_count * role_count;
  base = by_kind + kind * role_count;
  add_scores(own);
  for (std::size_t i = 0; i < spots.size(); ++i) {
    base = by_place + i * role_count;
    if (spots[i]) add_scores(own);
  }
}

Model::Model(std::span<const std::byte> stored) {
  std::uint32_t table_size = 0;
  constexpr std::size_t head = sizeof(Parameters) + sizeof table_size;
  if (stored.size() < head) throw std::runtime_error("the model is cut short");
  std::memcpy(&parameters_, stored.data(), sizeof parameters_);
  std::memcpy(&table_size, stored.data() + sizeof parameters_, sizeof table_size);
  const std::size_t rows_at = head + table_size * sizeof(std::uint16_t);
  if (stored.size() != rows_at + row_count * row_bytes + 16) throw std::runtime_error("the model is cut short");
  table_.resize(table_size);
  std::memcpy(table_.data(), stored.data() + head, table_size * sizeof(std::uint16_t));
  vocabulary_ = Vocabulary(table_);
  rows_ = reinterpret_cast<const unsigned char*>(stored.data() + rows_at);
}

Scores Model::score(std::span<const Feature> features) const {
  // Sums of the stored halves, eight apart from the weights they stand for; that is taken off once at the end.
  std::array<std::uint32_t, 16> even{}, odd{};
  std::uint32_t weight = 0;
  // Sixteen lanes of 16 bits hold this many of the largest: 15 times the largest weight.
  constexpr std::size_t at_once = 0xFFFF / (15 * largest_weight);
  for (std::size_t begin = 0; begin < features.size(); begin += at_once) {
    Words even_part{}, odd_part{};
    for (const Feature& feature : features.subspan(begin, std::min(at_once, features.size() - begin))) {
      Bytes row;
      std::memcpy(&row, rows_ + std::size_t{feature.row} * row_bytes, sizeof row);
      even_part += __builtin_convertvector(row & 15, Words) * feature.weight;
      odd_part += __builtin_convertvector(row >> 4, Words) * feature.weight;
      weight += feature.weight;
    }
    for (std::size_t i = 0; i < even.size(); ++i) even[i] += even_part[i], odd[i] += odd_part[i];
  }
  const float unit =
      1 / (static_cast<float>(word_weight) * std::sqrt(std::max(1.0f, static_cast<float>(features.size()))));
  Scores scores{};
  for (std::size_t label = 0; label < label_count; ++label) {
    const std::uint32_t sum = (label % 2 == 0 ? even : odd)[label / 2];
    const float total = static_cast<float>(static_cast<std::int64_t>(sum) - 8 * static_cast<std::int64_t>(weight));
    scores[label] = as_score(parameters_.bias[label] + parameters_.scale[label] * unit * total);
  }
  return scores;
}

std::array<float, role_count> Model::chances(const Scores& own, const Place& place) const {
  std::array<float, role_count> made;
  if (!place_tells(place.count)) {
    for (std::size_t role = 0; role < role_count; ++role) made[role] = logistic(log_odds(own[role]));
    return made;
  }
  std::array<float, 12> sums{};
  const Context context(own, place);
  for (const auto& [at, value] : context.entries())
    for (std::size_t role = 0; role < sums.size(); ++role) sums[role] += value * parameters_.context[at][role];
  for (std::size_t role = 0; role < role_count; ++role) made[role] = logistic(sums[role]);
  return made;
}

}  // namespace afterword::model
