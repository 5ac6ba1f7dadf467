// Roles of sentences by the trained model. This is the one place that says how model and patterns are combined:
//
// - Roles: the model decides. Hand-written cues are features among its others; what they decide weighs most. A blank
//   overrules it: such a sentence is neither callback nor vague.
//
// - Whether a text is a note at all, and of which kind, is weighed in note/occasion.cc: phrases, and what the model
//   says of the body.
//
// - A rule says that a part is missing only where the chance that no sentence has it is high (Context::lacks). There a
//   long sentence's clauses are read one by one as well, for interest, fit, addition, next step and offer: what stands
//   in half of it drowns in the whole.
//
// - Harm: a rule's own patterns decide where exactness is due; where it asks for a flaw's score as well, its file says
//   from which score on (checks/harm.h). A pattern's finding falls only where the model all but denies the harm, at
//   odds of one to a hundred: then it has met words of harm in a sentence that does none.
//
// Immutable; any thread.
#pragma once

#include "rules/model/model.h"
#include "rules/note/role_cues.h"

namespace afterword::model {

class ModelClassifier final : public RoleClassifier {
 public:
  /// Both must outlive it.
  ModelClassifier(const CueClassifier& cues, const Model& model) : cues_(cues), model_(model) {}

  std::span<const Pattern> patterns() const override { return cues_.patterns(); }
  SentenceCues read(const SentenceView& sentence, const Lexicon& lexicon) const override;
  Decision decide(const SentenceCues& cues, const Place& place) const override;

  const Model& model() const { return model_; }

  /// With the model that the program carries.
  static const ModelClassifier& standard();

 private:
  RoleScores read_clauses(const SentenceView& sentence, const Lexicon& lexicon) const;

  const CueClassifier& cues_;
  const Model& model_;
};

}  // namespace afterword::model
