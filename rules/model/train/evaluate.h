// How right a model is on files that it has not seen: roles as the classifier gives them, flaws from where on the rules
// take the model's word (their patterns are the rules' own, and not counted here).
#pragma once

#include <array>
#include <string>

#include "rules/model/train/labelled.h"

namespace afterword::model {

struct Counts {
  double right = 0, wrong = 0, missed = 0;

  void count(bool said, bool labelled) {
    right += said && labelled;
    wrong += said && !labelled;
    missed += !said && labelled;
  }
  void add(const Counts& other) {
    right += other.right;
    wrong += other.wrong;
    missed += other.missed;
  }
  double f1() const { return right > 0 ? 2 * right / (2 * right + wrong + missed) : 0; }
};

/// What thresholds are chosen by: the chance that a body lacks a role, and log odds that a sentence has a flaw.
inline constexpr std::array<float, 8> absence_levels = {0.5f, 0.6f, 0.7f, 0.75f, 0.8f, 0.85f, 0.9f, 0.95f};
inline constexpr std::array<float, 8> flaw_levels = {1.0f, 0.5f, 0.0f, -0.5f, -1.0f, -1.5f, -2.0f, -2.5f};

struct Figures {
  std::string file;
  std::array<Counts, label_count> labels{};
  /// Flaws counted from where about as many are wrong as missed. The rules ask for more: a wrong warning is worse.
  std::array<Counts, flaw_count> balanced{};
  /// Sentences by a role that was missed and one that was said instead; the last row and column are "none".
  std::array<std::array<unsigned, role_count + 1>, role_count + 1> confused{};

  /// Of whole interview notes: those that seem to lack the role from each of absence_levels on.
  std::array<std::array<Counts, absence_levels.size()>, role_count> absent{};
  /// Of sentences: those that seem to have the flaw from each of flaw_levels on.
  std::array<std::array<Counts, flaw_levels.size()>, flaw_count> doing{};

  Counts roles() const;
  Counts flaws() const;
  Counts balanced_flaws() const;
  void add(const Figures& other);
};

Figures evaluate(const Model& model, const LabelledFile& file);

}  // namespace afterword::model
