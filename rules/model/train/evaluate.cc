#include "rules/model/train/evaluate.h"

#include <algorithm>

namespace afterword::model {
Counts Figures::roles() const {
  Counts sum;
  for (std::size_t i = 0; i < role_count; ++i) sum.add(labels[i]);
  return sum;
}

Counts Figures::flaws() const {
  Counts sum;
  for (std::size_t i = role_count; i < label_count; ++i) sum.add(labels[i]);
  return sum;
}

Counts Figures::balanced_flaws() const {
  Counts sum;
  for (const Counts& counts : balanced) sum.add(counts);
  return sum;
}

void Figures::add(const Figures& other) {
  for (std::size_t i = 0; i < label_count; ++i) labels[i].add(other.labels[i]);
  for (std::size_t i = 0; i < flaw_count; ++i) balanced[i].add(other.balanced[i]);
  for (std::size_t i = 0; i <= role_count; ++i)
    for (std::size_t k = 0; k <= role_count; ++k) confused[i][k] += other.confused[i][k];
}

namespace {

/// Chosen by leaving files out.
constexpr float balanced_odds = -1.2f;

void count_confusion(Roles said, const Example& example, Figures& figures) {
  std::array<bool, role_count + 1> missed{}, wrong{};
  for (std::size_t i = 0; i < role_count; ++i) {
    const bool has = said.has(static_cast<Role>(i));
    missed[i] = !has && example.has(i);
    wrong[i] = has && !example.has(i);
  }
  missed[role_count] = std::find(missed.begin(), missed.end(), true) == missed.end();
  wrong[role_count] = std::find(wrong.begin(), wrong.end(), true) == wrong.end();
  if (missed[role_count] && wrong[role_count]) return;
  for (std::size_t i = 0; i <= role_count; ++i)
    for (std::size_t k = 0; k <= role_count; ++k) figures.confused[i][k] += missed[i] && wrong[k] ? 1 : 0;
}

}  // namespace

Figures evaluate(const Model& model, const LabelledFile& file) {
  Figures made;
  made.file = file.name;
  Scores before{};
  for (const Example& example : file.examples) {
    const Scores scores = model.score(example.features);
    const Place place{example.kind, example.index, example.in_body ? example.count : 1,
                      example.index > 0 ? &before : nullptr};
    const auto chances = model.chances(scores, place);
    before = scores;
    const Roles roles = roles_by(chances);
    count_confusion(roles, example, made);
    for (std::size_t i = 0; i < role_count; ++i) made.labels[i].count(roles.has(static_cast<Role>(i)), example.has(i));
    for (std::size_t i = 0; i < flaw_count; ++i) {
      const float odds = log_odds(scores[role_count + i]);
      made.labels[role_count + i].count(odds >= sure_by_flaw[i], example.has(role_count + i));
      made.balanced[i].count(odds >= balanced_odds, example.has(role_count + i));
    }
  }
  return made;
}

}  // namespace afterword::model
