#include "rules/model/train/evaluate.h"

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
    for (std::size_t i = 0; i < role_count; ++i) made.labels[i].count(roles.has(static_cast<Role>(i)), example.has(i));
    for (std::size_t i = 0; i < flaw_count; ++i)
      made.labels[role_count + i].count(log_odds(scores[role_count + i]) >= sure_by_flaw[i],
                                        example.has(role_count + i));
  }
  return made;
}

}  // namespace afterword::model
