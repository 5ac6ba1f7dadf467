// A rule's hits, sentence by sentence: which of its tags a sentence shows, and where. For rules that fire on several
// signs together.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/engine/context.h"

namespace afterword {

/// What a rule found in one sentence.
struct SentenceHits {
  std::size_t sentence = 0;  ///< index into Context::sentences
  std::uint32_t tags = 0;    ///< one bit a tag, for tags below 32
  Span span;                 ///< bytes of the note, over the hits of all tags but `aside`

  bool has(unsigned tag) const { return (tags >> tag & 1) != 0; }
  /// True where it has one of these tags.
  bool any(std::initializer_list<unsigned> some) const {
    for (unsigned tag : some)
      if (has(tag)) return true;
    return false;
  }
};

/// The sentences with hits of the running rule, in order. Tags of `aside` and above speak against a finding and do not
/// widen the span. A hit within quotation marks is left out.
std::vector<SentenceHits> hits_by_sentence(const Context& context, unsigned aside);

/// What `found`, in the order of the sentences, has of that one; no tags and an empty span where that is nothing.
SentenceHits hits_of(const std::vector<SentenceHits>& found, std::size_t sentence);

}  // namespace afterword
