// The words on both sides of a place in a sentence: what tells whether an edit can stand there, and how a word is
// meant.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "rules/engine/context.h"

namespace afterword {

/// True where `word` is one of `some`.
bool is_one_of(std::string_view word, std::initializer_list<std::string_view> some);

/// Looks out from `place` (bytes of the note, whole words of that sentence). Words are folded, and contractions split
/// as split_words does; beyond the sentence's ends they are empty. 1 is the nearest.
class Around {
 public:
  Around(const Context& context, std::size_t sentence, Span place);

  std::string before(std::size_t distance = 1) const;
  std::string after(std::size_t distance = 1) const;
  bool opens() const { return first_ == 0; }              ///< nothing of the sentence stands before
  bool closes() const { return last_ == words_.size(); }  ///< no word of the sentence stands behind
  bool mark_before() const { return mark_before_; }       ///< more than white space stands between, or nothing at all
  bool mark_after() const { return mark_after_; }         ///< the same behind
  Span span_before(std::size_t distance = 1) const;       ///< bytes of the note; empty where there is none
  Span span_after(std::size_t distance = 1) const;
  const Word* word_after(std::size_t distance = 1) const;  ///< null where there is none
  /// One of them stands in the sentence, at most forty words away.
  bool sentence_has(std::initializer_list<std::string_view> some) const;

 private:
  std::string text_of(std::size_t index) const;

  const Context& context_;
  std::size_t base_ = 0;  // the paragraph's first byte
  std::span<const Word> words_;
  std::size_t first_ = 0, last_ = 0;  // the place's words
  bool mark_before_ = true, mark_after_ = true;
};

}  // namespace afterword
