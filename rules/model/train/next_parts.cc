#include "rules/model/train/next_parts.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <vector>

namespace afterword::model {

namespace {

// Chosen by leaving out whole files of bodies (--next), with an eye on the notes of tests/corpus.
constexpr int epochs = 20;
constexpr float rate = 0.04f, decay = 1e-4f;

struct Next {
  NextInputs before;
  Roles is;  ///< none: the body ends there

  bool has(std::size_t i) const { return i < next_part_count ? is.has(next_parts[i]) : is.empty(); }
};

Roles roles_of(const Example& example) {
  Roles roles;
  for (std::size_t i = 0; i < role_count; ++i)
    if (example.has(i)) roles.add(static_cast<Role>(i));
  return roles;
}

/// The sentences of whole bodies that have one of the parts, each with what stands before it, and the bodies' ends.
std::vector<Next> bodies_in(const LabelledFile& file) {
  std::vector<Next> all;
  std::vector<Roles> said;
  for (const Example& example : file.examples) {
    if (!example.in_body) continue;
    if (example.index == 0) said.clear();
    const Roles roles = roles_of(example), counted = counted_roles(roles);
    if (std::any_of(next_parts.begin(), next_parts.end(), [&](Role part) { return counted.has(part); }))
      all.push_back({NextInputs(example.kind, said, example.lead), counted});
    said.push_back(roles);
    if (example.index + 1 == example.count) all.push_back({NextInputs(example.kind, said, Lead::unknown), {}});
  }
  return all;
}

using Learnt = std::vector<NextOdds>;

}  // namespace

NextWeights learn_next_parts(std::span<const LabelledFile* const> files) {
  std::vector<Next> all;
  for (const LabelledFile* file : files) {
    const auto more = bodies_in(*file);
    all.insert(all.end(), more.begin(), more.end());
  }
  Learnt weights(next_input_count), moved(next_input_count);
  for (auto& row : moved) row.fill(1e-3f);
  std::mt19937 random(1);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same model at each build
  for (int epoch = 0; epoch < epochs; ++epoch) {
    for (std::size_t i = all.size(); i > 1; --i) std::swap(all[i - 1], all[random() % i]);
    for (const Next& next : all)
      for (std::size_t i = 0; i < next_part_count + 1; ++i) {
        float sum = 0;
        for (const std::uint16_t input : next.before.indices()) sum += weights[input][i];
        const float wrong = logistic(sum) - (next.has(i) ? 1.0f : 0.0f);
        for (const std::uint16_t input : next.before.indices()) {
          float& weight = weights[input][i];
          const float by = wrong + decay * weight;
          moved[input][i] += by * by;
          weight -= rate * by / std::sqrt(moved[input][i]);
        }
      }
  }
  float largest = 0;
  for (const auto& row : weights)
    for (const float weight : row) largest = std::max(largest, std::abs(weight));
  NextWeights stored;
  stored.scale = largest / 127;
  if (largest == 0) return stored;
  for (std::size_t input = 0; input < next_input_count; ++input)
    for (std::size_t i = 0; i < next_part_count + 1; ++i)
      stored.of[input][i] = static_cast<std::int8_t>(std::lround(weights[input][i] / stored.scale));
  return stored;
}

NextFigures test_next_parts(const NextWeights& weights, const LabelledFile& file) {
  NextFigures figures;
  std::vector<Roles> said;
  for (const Example& example : file.examples) {
    if (!example.in_body) continue;
    if (example.index == 0) said.clear();
    const Roles roles = roles_of(example), counted = counted_roles(roles);
    const auto odds = next_log_odds(weights, example.kind, said, example.lead);
    said.push_back(roles);
    std::array<std::size_t, next_part_count> order{};
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return odds[a] > odds[b]; });
    const auto first =
        std::find_if(order.begin(), order.end(), [&](std::size_t part) { return counted.has(next_parts[part]); });
    if (first == order.end()) continue;
    ++figures.sentences;
    for (auto rank = static_cast<std::size_t>(first - order.begin()); rank < next_part_count; ++rank)
      ++figures.among_first[rank];
  }
  return figures;
}

}  // namespace afterword::model
