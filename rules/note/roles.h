// The interface between a note and whatever decides its sentences' roles: today hand-written cues
// (role_cues.h), later a trained model.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "rules/note/kind.h"
#include "rules/note/lexicon.h"
#include "rules/note/words.h"

namespace afterword {

/// One sentence with all that its own paragraph says about it.
struct SentenceView {
  std::string_view paragraph;   ///< the paragraph's text
  std::span<const Word> words;  ///< the sentence's words
  std::span<const Hit> hits;    ///< the sentence's hits, all owners; word indices count from the paragraph's first word
  Sentence sentence;
};

/// What a classifier read from a sentence's own text, kept with the paragraph: evidence, not yet a decision.
struct SentenceCues {
  std::uint64_t bits = 0;  ///< the classifier's own flags
  Roles own;               ///< what the sentence shows by itself, wherever it stands
  /// Roles that the evidence is too weak to give and too strong to deny: who says that they are missing may be wrong.
  Roles nearly;

  bool operator==(const SentenceCues&) const = default;
};

/// Where a sentence stands: what its own text can't tell.
struct Place {
  Kind kind = Kind::interview;
  std::uint32_t index = 0;  ///< among the body's sentences
  std::uint32_t count = 1;
  const SentenceCues* previous_cues = nullptr;  ///< null for the first
  Roles previous_roles;
};

class RoleClassifier {
 public:
  virtual ~RoleClassifier() = default;
  /// The patterns that read() wants hits of, for the lexicon.
  virtual std::span<const Pattern> patterns() const = 0;
  /// Evidence from the text alone. Total: any text gives an answer.
  virtual SentenceCues read(const SentenceView& sentence, const Lexicon& lexicon) const = 0;
  /// The roles, never empty: `other` where nothing else holds.
  virtual Roles decide(const SentenceCues& cues, const Place& place) const = 0;
};

}  // namespace afterword
