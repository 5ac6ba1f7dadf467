// The trained model: how strongly a sentence's features speak for each role and flaw, and what its place and neighbour
// change about the roles. Read as it is stored; immutable, for any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "rules/model/features.h"
#include "rules/model/next_part.h"
#include "rules/model/vocabulary.h"
#include "rules/note/roles.h"

namespace afterword::model {

/// What decides a role in its place: the scores as log odds, the previous sentence's (0 for the first), kind and place,
/// and the scores again by kind and by place. Most of them are 0 in any one place; these are the others.
inline constexpr std::size_t plain_place_inputs = 3 * role_count + 2 + kind_count + 4;
inline constexpr std::size_t place_inputs = plain_place_inputs + (kind_count + 4) * role_count;
class PlaceInputs {
 public:
  PlaceInputs(const Scores& own, const Place& place);

  struct Entry {
    std::size_t at = 0;
    float value = 0;
  };
  std::span<const Entry> entries() const { return {entries_.data(), count_}; }

 private:
  void add(std::size_t at, float value) { entries_[count_++] = {at, value}; }

  std::array<Entry, 3 * role_count + 8 + 5 * role_count> entries_;
  std::size_t count_ = 0;
};

/// The numbers that training finds, as they are stored. A row of `rows` holds a weight for each label in four bits, two
/// to a byte, the even label in the lower half; a weight is (stored - 8) * scale[label].
struct Parameters {
  std::array<float, label_count> scale{};
  std::array<float, label_count> bias{};
  std::array<std::array<float, 12>, place_inputs> by_place{};  ///< for each role, filled up to whole registers
  std::array<float, occasion_count> occasion_scale{};          ///< of the occasion's rows, stored likewise
  NextWeights next;
};
inline constexpr std::size_t row_bytes = label_count / 2, occasion_row_bytes = occasion_count / 2;
static_assert(label_count % 2 == 0 && occasion_count % 2 == 0);

/// What stored weights must agree with this program in, in one number; stored first.
std::uint64_t layout_fingerprint();

/// How a model is stored: the fingerprint of its layout, Parameters, the vocabulary's size in 16-bit units and its
/// table, the rows, the occasion's rows, 16 bytes to spare. The bytes are those of the machine that the program is
/// built for.
class Model {
 public:
  /// References `stored`. Throws std::runtime_error when it is of another layout, or not as long as it says.
  explicit Model(std::span<const std::byte> stored);
  Model(const Model&) = delete;  // a megabyte, and one is enough
  Model& operator=(const Model&) = delete;

  const Vocabulary& vocabulary() const { return vocabulary_; }
  Scores score(std::span<const Feature> features) const;
  /// Of a sentence's plain features (read_features) alone; what a text follows up is their sum over its sentences,
  /// divided by the square root of their number.
  OccasionScores occasion(std::span<const Feature> plain) const;
  /// What the next sentence of a body is likely to be.
  NextOdds next(Kind kind, std::span<const Roles> said, Lead lead) const {
    return next_log_odds(parameters_.next, kind, said, lead);
  }
  /// Chances from 0 to 1 that the sentence has each role, in its place where that tells something.
  std::array<float, role_count> chances(const Scores& own, const Place& place) const;

 private:
  Parameters parameters_;
  std::vector<std::uint16_t> table_;  // a copy: it need not lie aligned
  Vocabulary vocabulary_;
  const unsigned char* rows_ = nullptr;
  const unsigned char* occasion_rows_ = nullptr;
};

/// From 0 to 1; the same to the last bit on every machine, so that each trains the same weights.
float logistic(float log_odds);
/// The same of a score, from a table: a text of a megabyte asks for a hundred thousand.
float chance_of(std::int8_t score);

/// Whether a place tells something: two sentences are a note just begun, and a text this long is no note.
constexpr bool place_tells(std::uint32_t count) { return count > 2 && count <= 200; }

/// Roles whose chance (0 to 1) is high enough; `other` only alone; the likeliest where none is.
Roles roles_by(const std::array<float, role_count>& chances);

}  // namespace afterword::model
