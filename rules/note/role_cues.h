// Roles of sentences by hand-written cues: what grammar shows of who did what to whom and when. The patterns stand in
// role_patterns*.cc; here is what is read from the words themselves. The trained model takes the cues for features
// (rules/model); alone they serve the trainer. Stateless after construction, for any thread.
#pragma once

#include "rules/note/roles.h"

namespace afterword {

/// One bit each of SentenceCues::bits.
enum class Cue : std::uint8_t {
  // from patterns
  thanks,        ///< "thank you", "I'm grateful", "much appreciated"
  no_thanks,     ///< "I appreciate that you cannot"
  thanks_act,    ///< thanks for one named act: "for walking me through"
  thanks_plain,  ///< thanks for the occasion itself: "for your time", "for the interview"
  said,          ///< what the reader said, asked, showed: "you told me", "as you put it"
  your_point,    ///< "your question", "your story of"
  we_talked,     ///< "we discussed", "we spoke about"
  our_talk,      ///< "our conversation"
  memory,        ///< "has stayed with me", "made me laugh"
  since_talk,    ///< "since we spoke", "following your tip"
  noticed,       ///< "I liked that you", "I noticed how"
  met_over,      ///< "we met at EVENT over TOPIC"
  wait,
  social,
  offer,
  step,      ///< a step named or asked for
  step_ask,  ///< a question or wish that is a step only with a date or a meeting
  interest,
  interest_weak,  ///< a feeling beside a word for the job or for doing it
  fit,
  fit_weak,
  addition,
  left_out,      ///< "I forgot to mention", "a correction": something new follows
  promise_here,  ///< "attached", "here is the link"
  result,        ///< "I tried", "I looked it up"
  harm,          ///< the sentence does nothing but harm
  other,
  step_weak,  ///< what may be a step beside a date
  offer_if,   ///< a condition under which one offers: "if you want"
  rival,      ///< self-praise under a condition, a start date and other things that look like a step
  // read from the words
  specific,
  you_past,
  third_said,
  has_you,
  has_your,
  first_past,
  first_present,
  first_future,
  first_would,
  number,
  date,
  question,
  link,
  quoted,
  name,
  long_sentence,
  conditional,
  slot,
  starts_your,
  starts_you,
  starts_my,
  starts_verb_ing,
  has_first,
  own_past,
  news_after,
  own_after,
  count_
};

/// Sets what the sentence shows by itself from its bits (role_decision.cc).
void weigh(SentenceCues& cues);

class CueClassifier final : public RoleClassifier {
 public:
  std::span<const Pattern> patterns() const override;
  SentenceCues read(const SentenceView& sentence, const Lexicon& lexicon) const override;
  Decision decide(const SentenceCues& cues, const Place& place) const override;

  /// The only one there need be.
  static const CueClassifier& standard();
};

}  // namespace afterword
