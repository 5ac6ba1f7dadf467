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
  for (std::size_t i = 0; i < role_count; ++i)
    for (std::size_t k = 0; k < absence_levels.size(); ++k) absent[i][k].add(other.absent[i][k]);
  for (std::size_t i = 0; i < flaw_count; ++i)
    for (std::size_t k = 0; k < flaw_levels.size(); ++k) doing[i][k].add(other.doing[i][k]);
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

/// The body being read: the chance that no sentence so far has each role, and whether that is so.
struct Body {
  std::array<float, role_count> absence;
  std::array<bool, role_count> present{};

  Body() { absence.fill(1); }
  void add(const Example& example, const std::array<float, role_count>& chances) {
    for (std::size_t i = 0; i < role_count; ++i) {
      absence[i] *= 1 - chances[i];
      present[i] = present[i] || example.has(i);
    }
  }
  void count(Figures& figures) const {
    for (std::size_t i = 0; i < role_count; ++i)
      for (std::size_t k = 0; k < absence_levels.size(); ++k)
        figures.absent[i][k].count(absence[i] >= absence_levels[k], !present[i]);
  }
};

}  // namespace

Figures evaluate(const Model& model, const LabelledFile& file) {
  Figures made;
  made.file = file.name;
  Scores before{};
  Body body;
  for (const Example& example : file.examples) {
    const Scores scores = model.score(example.features);
    const Place place{example.kind, example.index, example.in_body ? example.count : 1,
                      example.index > 0 ? &before : nullptr, example.refers_back};
    const auto chances = model.chances(scores, place);
    before = scores;
    if (example.in_body && example.kind == Kind::interview) {
      if (example.index == 0) body = Body();
      body.add(example, chances);
      if (example.index + 1 == example.count) body.count(made);
    }
    const Roles roles = roles_by(chances);
    count_confusion(roles, example, made);
    for (std::size_t i = 0; i < role_count; ++i) made.labels[i].count(roles.has(static_cast<Role>(i)), example.has(i));
    for (std::size_t i = 0; i < flaw_count; ++i) {
      const float odds = log_odds(scores[role_count + i]);
      made.labels[role_count + i].count(odds >= sure_by_flaw[i], example.has(role_count + i));
      for (std::size_t k = 0; k < flaw_levels.size(); ++k)
        made.doing[i][k].count(odds >= flaw_levels[k], example.has(role_count + i));
      made.balanced[i].count(odds >= balanced_odds, example.has(role_count + i));
    }
  }
  return made;
}

}  // namespace afterword::model
