// Finds a model's numbers from labelled examples. Deterministic: the same examples in the same order give the same
// model, to the bit, on every machine with IEEE 754 numbers (no library function but sqrt, nothing contracted).
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "rules/model/train/labelled.h"
#include "rules/model/train/occasions.h"

namespace afterword::model {

/// The stored form (see Model) of what these files teach. Files that hold whole bodies teach what place and neighbour
/// change; the scores that they learn it from come from models that did not see them. Letters teach what a text follows
/// up, and they and `orders` (read_orders) what comes next.
std::vector<std::byte> train(std::span<const LabelledFile* const> files, std::span<const Letter> letters,
                             std::span<const LabelledFile> orders, std::span<const std::uint16_t> vocabulary);

}  // namespace afterword::model
