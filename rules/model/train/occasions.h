// What a text follows up, learnt from whole letters: of which kind it is, and whether it is such a note at all.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "rules/model/train/labelled.h"

namespace afterword::model {

/// One feature of a text, with how much it counts there.
struct OccasionFeature {
  std::uint32_t row = 0;
  float times = 0;
};

struct Letter {
  std::vector<OccasionFeature> features;
  std::optional<Kind> kind;        ///< nothing: it is no note
  std::vector<Example> sentences;  ///< of a whole letter that is a note
  bool whole = true;               ///< false: a labelled body, with nothing to compare it to that is no note
};

/// A file of letters, each under a line "@@ KIND | SUBJECT", KIND "none" where it is no note. The subject is not looked
/// at. Throws std::runtime_error with the file's name where a kind is unknown.
std::vector<Letter> read_letters(const std::filesystem::path& path, const Vocabulary& vocabulary);
/// The bodies of a labelled file as letters; none of them is no note.
std::vector<Letter> bodies_of(const LabelledFile& file);

struct OccasionRows {
  std::array<float, occasion_count> scale{};
  std::vector<unsigned char> rows =
      std::vector<unsigned char>(occasion_row_count * occasion_row_bytes, 0x88);  ///< as Model stores them
};
OccasionRows learn_occasions(std::span<const Letter> letters);

/// How right that is on letters that it has not seen.
struct OccasionFigures {
  std::size_t kinds = 0, right_kinds = 0;  ///< of those that are notes
  double found = 0;  ///< share of the notes that score higher than nineteen of twenty that are none
};
OccasionFigures test_occasions(const OccasionRows& learnt, std::span<const Letter> letters);

}  // namespace afterword::model
