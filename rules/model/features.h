// What the model sees of a sentence: its words and their neighbours, their meanings, the grammar between them, groups
// of letters, and the cues. Each feature is a row of the model's table.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/model/vocabulary.h"
#include "rules/note/roles.h"

namespace afterword::model {

/// Rows of the table. Features share rows by their hash; with fewer rows the figures of the trainer fall.
inline constexpr std::uint32_t row_count = 72'000;

/// Raised when other features are read of a sentence than before: weights that were learnt of those are refused then.
inline constexpr std::uint32_t feature_layout = 3;

struct Feature {
  std::uint32_t row = 0;
  std::uint16_t weight = 0;  ///< how much it counts; a plain word is word_weight
};
inline constexpr std::uint16_t word_weight = 3, largest_weight = 9;

/// Rows of the smaller table that tells what a text follows up: a feature's row here is occasion_row().
inline constexpr std::uint32_t occasion_row_count = 12'000;
constexpr std::uint32_t occasion_row(Feature feature) {
  return static_cast<std::uint32_t>(std::uint64_t{feature.row} * occasion_row_count / row_count);
}

/// Appends the sentence's features. The same sentence gives the same features in training and in use. Returns how many
/// of them, from the first, are words, pairs of words and meanings: those tell what a text follows up.
std::size_t read_features(const SentenceView& sentence, const SentenceCues& cues, const Vocabulary& vocabulary,
                          const Lexicon& lexicon, std::vector<Feature>& features);

}  // namespace afterword::model
