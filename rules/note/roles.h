// The interface between a note and whatever decides its sentences' roles: cues alone (role_cues.h) or a trained model
// with them (rules/model/classifier.h).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "rules/note/flaws.h"
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

/// Roles in their order, then flaws.
inline constexpr std::size_t label_count = role_count + flaw_count;

/// How strongly a sentence's own text speaks for each label: log odds in sixteenths, as far as they fit.
using Scores = std::array<std::int8_t, label_count>;
using RoleScores = std::array<std::int8_t, role_count>;
inline constexpr RoleScores no_scores = [] {
  RoleScores made{};
  made.fill(-127);
  return made;
}();
constexpr float log_odds(std::int8_t score) { return static_cast<float>(score) / 16; }
constexpr std::int8_t as_score(float log_odds) {
  const float scaled = log_odds * 16;
  return static_cast<std::int8_t>(scaled >= 127 ? 127 : scaled <= -127 ? -127 : scaled + (scaled < 0 ? -0.5f : 0.5f));
}

/// What a text follows up, as far as a sentence tells: the kinds in their order, then being such a note at all.
inline constexpr std::size_t occasion_count = kind_count + 1;
inline constexpr std::size_t being_a_note = kind_count;
/// How strongly a sentence speaks for each, as Scores.
using OccasionScores = std::array<std::int8_t, occasion_count>;

/// What a classifier read from a sentence's own text, kept with the paragraph: evidence, not yet a decision.
struct SentenceCues {
  std::uint64_t bits = 0;  ///< the cues, one bit each
  Roles own;               ///< what the cues show by themselves
  /// Roles that the cues are too weak to give and too strong to deny: who says that they are missing may be wrong.
  Roles nearly;
  bool refers_back = false;  ///< "it", "he", "there": what the sentence before spoke of may be meant
  Scores scores{};           ///< all 0 without a model
  /// Of a long sentence's clauses, the most that one of them speaks for each role; as little as can be where it has
  /// none.
  RoleScores clauses = no_scores;
  OccasionScores occasion{};  ///< likewise

  bool operator==(const SentenceCues&) const = default;
};

/// Where a sentence stands: what its own text can't tell.
struct Place {
  Kind kind = Kind::interview;
  std::uint32_t index = 0;  ///< among the body's sentences
  std::uint32_t count = 1;
  const Scores* previous = nullptr;  ///< of the sentence before it; null for the first
  bool refers_back = false;          ///< SentenceCues::refers_back
};

struct Decision {
  Roles roles;                              ///< never empty: `other` where nothing else holds
  std::array<float, role_count> chances{};  ///< from 0 to 1, of each role
  /// The same, of the sentence or of a clause of it: too little to give it the role, too much to say that none has it.
  std::array<float, role_count> at_most{};
};

class RoleClassifier {
 public:
  virtual ~RoleClassifier() = default;
  /// The patterns that read() wants hits of, for the lexicon.
  virtual std::span<const Pattern> patterns() const = 0;
  /// Evidence from the text alone. Total: any text gives an answer.
  virtual SentenceCues read(const SentenceView& sentence, const Lexicon& lexicon) const = 0;
  virtual Decision decide(const SentenceCues& cues, const Place& place) const = 0;
};

}  // namespace afterword
