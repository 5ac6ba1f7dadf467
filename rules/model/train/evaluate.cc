#include "rules/model/train/evaluate.h"

#include <algorithm>

namespace afterword::model {
namespace {

/// From these chances on a sentence counts as having a role or a flaw.
constexpr float has_role = 0.45f, has_flaw = 0.2f;

Roles roles_by(const std::array<float, role_count>& chances) {
  Roles made;
  for (std::size_t i = 0; i < role_count; ++i)
    if (chances[i] >= has_role) made.add(static_cast<Role>(i));
  if (made != Roles{Role::other}) made.remove(Role::other);  // what does something else does nothing beside it
  if (made.empty()) made.add(static_cast<Role>(std::max_element(chances.begin(), chances.end()) - chances.begin()));
  return made;
}

}  // namespace

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

Figures evaluate(const Model& model, const LabelledFile& file) {
  Figures made;
  made.file = file.name;
  Scores before{};
  for (const Example& example : file.examples) {
    const Scores scores = model.score(example.features);
    std::array<float, role_count> chances;
    if (example.in_body && example.count > 2)  // two sentences are a note just begun: their place tells nothing
      chances =
          model.chances(scores, {example.kind, example.index, example.count, example.index > 0 ? &before : nullptr});
    else
      for (std::size_t i = 0; i < role_count; ++i) chances[i] = logistic(log_odds(scores[i]));
    before = scores;
    const Roles roles = roles_by(chances);
    for (std::size_t i = 0; i < role_count; ++i) made.labels[i].count(roles.has(static_cast<Role>(i)), example.has(i));
    for (std::size_t i = role_count; i < label_count; ++i)
      made.labels[i].count(logistic(log_odds(scores[i])) >= has_flaw, example.has(i));
  }
  return made;
}

}  // namespace afterword::model
