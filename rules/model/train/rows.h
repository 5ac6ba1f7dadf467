// Rows of weights while they are learnt, and how they are put into four bits each.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace afterword::model {

inline constexpr std::size_t lanes = 24;  ///< labels, filled up to whole registers
using Lanes = std::array<float, lanes>;

/// Steps that grow smaller the more a row has moved (AdaGrad; one sum of squares a row, not one a weight: as good, and
/// half the memory).
struct Weights {
  explicit Weights(std::size_t rows) : value(rows), moved(rows, 1e-3f) {}

  /// One step of the row against `slope`; `decay` is the share of it that each step takes off the weights.
  void move(std::size_t row, const Lanes& slope, float times, float squares, float rate, float decay);

  std::vector<Lanes> value;
  std::vector<float> moved;
};

/// The rows in the form of Model: `labels` of them, two to a byte, each (weight / scale) + 8. The scales, one a label,
/// are those at which rounding costs least, a row counted as often as `met` says; a row never met is 0.
std::vector<unsigned char> pack(const Weights& rows, std::span<const std::uint32_t> met, std::size_t labels,
                                std::span<float> scales);

}  // namespace afterword::model
