#include "rules/model/train/rows.h"

#include <algorithm>
#include <cmath>

namespace afterword::model {

namespace {

float best_scale(const Weights& rows, std::span<const std::uint32_t> met, std::size_t label) {
  float largest = 1e-6f;
  for (const Lanes& row : rows.value) largest = std::max(largest, std::abs(row[label]));
  float best = largest / 7;
  double least = 1e300;
  for (float part = 1; part > 0.02f; part *= 0.85f) {
    const float scale = part * largest / 7;
    double cost = 0;
    for (std::size_t i = 0; i < rows.value.size(); ++i) {
      if (met[i] == 0) continue;
      const float rounded = std::clamp(std::round(rows.value[i][label] / scale), -8.0f, 7.0f);
      const double off = rows.value[i][label] - rounded * scale;
      cost += met[i] * off * off;
    }
    if (cost < least) least = cost, best = scale;
  }
  return best;
}

}  // namespace

void Weights::move(std::size_t row, const Lanes& slope, float times, float squares, float rate, float decay) {
  Lanes& weights = value[row];
  moved[row] += times * times * squares;
  const float by = rate / std::sqrt(moved[row]), keep = 1 - by * decay;
  const float change = by * times;
  for (std::size_t i = 0; i < lanes; ++i) weights[i] = keep * weights[i] - change * slope[i];
}

std::vector<unsigned char> pack(const Weights& rows, std::span<const std::uint32_t> met, std::size_t labels,
                                std::span<float> scales) {
  const std::size_t bytes = labels / 2;
  std::vector<unsigned char> made(rows.value.size() * bytes, 0x88);
  for (std::size_t label = 0; label < labels; ++label) {
    const float scale = scales[label] = best_scale(rows, met, label);
    for (std::size_t i = 0; i < rows.value.size(); ++i) {
      if (met[i] == 0) continue;
      const auto stored =
          static_cast<unsigned char>(std::clamp(std::round(rows.value[i][label] / scale), -8.0f, 7.0f) + 8);
      unsigned char& byte = made[i * bytes + label / 2];
      byte = static_cast<unsigned char>(label % 2 == 0 ? (byte & 0xF0) | stored : (byte & 0x0F) | stored << 4);
    }
  }
  return made;
}

}  // namespace afterword::model
