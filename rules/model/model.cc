#include "rules/model/model.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <stdexcept>
#include <string>

#include "rules/note/hash.h"

namespace afterword::model {

namespace {

/// What a sentence's own text all but denies, its place alone can't give it.
constexpr float hardly = -5, most_by_place = 0.2f;

/// From this chance on a sentence has a role; chosen on files that training did not see.
constexpr float has_role = 0.45f;

/// e to the power of x (within 700 of 0), to ten digits. A library's is another on each processor; this is plain sums
/// and products, in one order.
double exp_of(double x) {
  constexpr double halvings = 1.4426950408889634;  // 1 / ln 2
  constexpr double ln2 = 6.93147180369123816490e-01,
                   ln2_rest = 1.90821492927058770002e-10;  // products with k are exact
  const auto k = static_cast<std::int64_t>(x * halvings + (x < 0 ? -0.5 : 0.5));
  const double rest = (x - static_cast<double>(k) * ln2) - static_cast<double>(k) * ln2_rest;  // within 0.35 of 0
  double sum = 1.0 / 362880;  // Taylor's, to the ninth power
  for (const double factor : {1.0 / 40320, 1.0 / 5040, 1.0 / 720, 1.0 / 120, 1.0 / 24, 1.0 / 6, 1.0 / 2, 1.0, 1.0})
    sum = sum * rest + factor;
  return sum * std::bit_cast<double>(static_cast<std::uint64_t>(1023 + k) << 52);  // 2 to the power of k
}

}  // namespace

float logistic(float log_odds) {
  return static_cast<float>(1 / (1 + exp_of(-std::clamp(static_cast<double>(log_odds), -700.0, 700.0))));
}

float chance_of(std::int8_t score) {
  static const auto chances = [] {
    std::array<float, 256> made{};
    for (std::size_t i = 0; i < made.size(); ++i) made[i] = logistic(log_odds(static_cast<std::int8_t>(i)));
    return made;
  }();
  return chances[static_cast<std::uint8_t>(score)];
}

std::uint64_t layout_fingerprint() {
  std::string layout;
  for (const std::size_t number :
       {std::size_t{feature_layout}, std::size_t{row_count}, row_bytes, label_count, place_inputs, sizeof(Parameters),
        std::size_t{word_weight}, std::size_t{largest_weight}, std::size_t{occasion_row_count}})
    layout += std::to_string(number) + ' ';
  for (const auto& names :
       {std::span<const std::string_view>(role_names), std::span<const std::string_view>(flaw_names),
        std::span<const std::string_view>(kind_names)})
    for (const std::string_view name : names) layout += std::string(name) + ' ';
  return hash_of(layout);
}

Roles roles_by(const std::array<float, role_count>& chances) {
  Roles made;
  for (std::size_t i = 0; i < role_count; ++i)
    if (chances[i] >= has_role) made.add(static_cast<Role>(i));
  if (made != Roles{Role::other}) made.remove(Role::other);  // what does something else does nothing beside it
  if (made.empty()) made.add(static_cast<Role>(std::max_element(chances.begin(), chances.end()) - chances.begin()));
  return made;
}

PlaceInputs::PlaceInputs(const Scores& own, const Place& place) {
  std::size_t base = 0;
  const auto add_scores = [&](const Scores& scores) {
    for (std::size_t i = 0; i < role_count; ++i) add(base + i, log_odds(scores[i]));
  };
  add_scores(own);
  base += role_count;
  if (place.previous) add_scores(*place.previous);
  base += role_count;
  // Right behind a callback, "it" and "there" are what the reader spoke of.
  if (place.previous && place.refers_back && log_odds((*place.previous)[static_cast<std::size_t>(Role::callback)]) > 0)
    add_scores(own);
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
  std::uint64_t fingerprint = 0;
  std::uint32_t table_size = 0;
  constexpr std::size_t head = sizeof fingerprint + sizeof(Parameters) + sizeof table_size;
  if (stored.size() < head) throw std::runtime_error("the model is cut short");
  std::memcpy(&fingerprint, stored.data(), sizeof fingerprint);
  if (fingerprint != layout_fingerprint())
    throw std::runtime_error("the model was trained for other features or labels than this program has; train it anew");
  std::memcpy(&parameters_, stored.data() + sizeof fingerprint, sizeof parameters_);
  std::memcpy(&table_size, stored.data() + sizeof fingerprint + sizeof parameters_, sizeof table_size);
  const std::size_t rows_at = head + table_size * sizeof(std::uint16_t);
  if (stored.size() != rows_at + row_count * row_bytes + occasion_row_count * occasion_row_bytes + 16)
    throw std::runtime_error("the model is cut short");
  table_.resize(table_size);
  std::memcpy(table_.data(), stored.data() + head, table_size * sizeof(std::uint16_t));
  vocabulary_ = Vocabulary(table_);
  rows_ = reinterpret_cast<const unsigned char*>(stored.data() + rows_at);
  occasion_rows_ = rows_ + row_count * row_bytes;
}

namespace {

/// Adds up rows of stored halves, eight bytes at once: a lane of eight bits holds the halves of as many rows as fit.
/// Rows of one weight come one after the other mostly, so that each group is multiplied but once.
template <std::size_t bytes>
class Sums {
 public:
  void add(const unsigned char* stored, std::uint32_t weight) {
    if (weight != weight_ || rows_ == most_rows) flush(weight);
    constexpr std::uint64_t lower_halves = 0x0F0F0F0F0F0F0F0F;
    for (std::size_t i = 0; i < words; ++i) {
      std::uint64_t row = 0;
      std::memcpy(&row, stored + i * sizeof row, sizeof row);
      even_lanes_[i] += row & lower_halves;
      odd_lanes_[i] += (row >> 4) & lower_halves;
    }
    ++rows_;
  }
  void finish() { flush(0); }

  /// Eight less for each row, which is what the halves are stored with.
  std::int64_t of(std::size_t label) const { return (label % 2 == 0 ? even_ : odd_)[label / 2] - 8 * total_weight_; }

 private:
  static constexpr std::uint32_t most_rows = 255 / 15;
  static constexpr std::size_t words = (bytes + 7) / 8;
  using Lanes = std::array<std::uint64_t, words>;
  using Totals = std::array<std::int64_t, words * 8>;

  void flush(std::uint32_t next_weight) {
    const auto take = [&](Lanes& lanes, Totals& totals) {
      std::array<std::uint8_t, words * 8> halves;
      std::memcpy(halves.data(), lanes.data(), sizeof halves);
      for (std::size_t i = 0; i < bytes; ++i) totals[i] += std::int64_t{halves[i]} * weight_;
      lanes = {};
    };
    take(even_lanes_, even_);
    take(odd_lanes_, odd_);
    total_weight_ += std::int64_t{rows_} * weight_;
    rows_ = 0;
    weight_ = next_weight;
  }

  Lanes even_lanes_{}, odd_lanes_{};
  Totals even_{}, odd_{};
  std::uint32_t rows_ = 0, weight_ = 0;
  std::int64_t total_weight_ = 0;
};

}  // namespace

Scores Model::score(std::span<const Feature> features) const {
  Sums<row_bytes> sums;
  for (const Feature& feature : features) sums.add(rows_ + std::size_t{feature.row} * row_bytes, feature.weight);
  sums.finish();
  const float unit =
      1 / (static_cast<float>(word_weight) * std::sqrt(std::max(1.0f, static_cast<float>(features.size()))));
  Scores scores{};
  for (std::size_t label = 0; label < label_count; ++label) {
    const auto total = static_cast<float>(sums.of(label));
    scores[label] = as_score(parameters_.bias[label] + parameters_.scale[label] * unit * total);
  }
  return scores;
}

OccasionScores Model::occasion(std::span<const Feature> plain) const {
  Sums<occasion_row_bytes> sums;
  for (const Feature& feature : plain)
    sums.add(occasion_rows_ + std::size_t{occasion_row(feature)} * occasion_row_bytes, 1);
  sums.finish();
  const float unit = 1 / std::sqrt(std::max(1.0f, static_cast<float>(plain.size())));
  OccasionScores scores{};
  for (std::size_t i = 0; i < occasion_count; ++i)
    scores[i] = as_score(parameters_.occasion_scale[i] * unit * static_cast<float>(sums.of(i)));
  return scores;
}

std::array<float, role_count> Model::chances(const Scores& own, const Place& place) const {
  std::array<float, role_count> made;
  if (!place_tells(place.count)) {
    for (std::size_t role = 0; role < role_count; ++role) made[role] = chance_of(own[role]);
    return made;
  }
  std::array<float, 12> sums{};
  const PlaceInputs inputs(own, place);
  for (const auto& [at, value] : inputs.entries())
    for (std::size_t role = 0; role < sums.size(); ++role) sums[role] += value * parameters_.by_place[at][role];
  for (std::size_t role = 0; role < role_count; ++role) {
    const float chance = logistic(sums[role]);
    made[role] = log_odds(own[role]) < hardly ? std::min(chance, most_by_place) : chance;
  }
  return made;
}

}  // namespace afterword::model
