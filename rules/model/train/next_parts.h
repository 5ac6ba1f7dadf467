// What a note says next, learnt from labelled bodies.
#pragma once

#include <array>
#include <span>

#include "rules/model/next_part.h"
#include "rules/model/train/labelled.h"

namespace afterword::model {

/// By logistic regression, a part at a time, over the sentences of bodies that have one of the parts. Deterministic.
NextWeights learn_next_parts(std::span<const LabelledFile* const> files);

/// How often a part of the next sentence is among the first so many of the parts, the likeliest first.
struct NextFigures {
  std::size_t sentences = 0;
  std::array<std::size_t, next_part_count> among_first{};
};
NextFigures test_next_parts(const NextWeights& weights, const LabelledFile& file);

}  // namespace afterword::model
