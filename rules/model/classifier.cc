#include "rules/model/classifier.h"

#include <vector>

#include "rules/model/weights.h"

namespace afterword::model {

SentenceCues ModelClassifier::read(const SentenceView& sentence, const Lexicon& lexicon) const {
  SentenceCues cues = cues_.read(sentence, lexicon);
  thread_local std::vector<Feature> features;  // hundreds a sentence: the memory is kept
  features.clear();
  const std::size_t plain = read_features(sentence, cues, model_.vocabulary(), lexicon, features);
  cues.scores = model_.score(features);
  cues.occasion = model_.occasion(std::span(features).first(plain));
  return cues;
}

Decision ModelClassifier::decide(const SentenceCues& cues, const Place& place) const {
  Place here = place;
  here.refers_back = cues.refers_back;
  const auto chances = model_.chances(cues.scores, here);
  Decision made{roles_by(chances), chances};
  // What stands in a blank is not known yet: the sentence recalls nothing, and it is not vague either.
  if (constexpr auto slot = std::uint64_t{1} << static_cast<unsigned>(Cue::slot); (cues.bits & slot) != 0) {
    for (const Role role : {Role::callback, Role::vague}) {
      made.roles.remove(role);
      made.chances[static_cast<std::size_t>(role)] = 0;
    }
    if (made.roles.empty()) made.roles.add(Role::other);
  }
  return made;
}

const ModelClassifier& ModelClassifier::standard() {
  static const Model model(weights());
  static const ModelClassifier made(CueClassifier::standard(), model);
  return made;
}

}  // namespace afterword::model
