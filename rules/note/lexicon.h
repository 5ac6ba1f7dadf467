// Vocabulary, word classes and phrase patterns, compiled once and shared by all notes. Patterns are what rules
// and the cue classifier recognise; each belongs to an owner, and a paragraph keeps the hits found in it.
// Immutable after construction, so any thread may read it.
//
// A pattern is a sequence of elements separated by spaces, matched word by word within one sentence
// (punctuation stands between words and is not matched):
//   word        that word, case folded, accents kept; contractions are split as split_words does ("i'd", "i 'd")
//   @class      any word of the class (see word_classes.cc)
//   (a b|c)     one of the alternatives, each a sequence
//   x?          the element x or nothing
//   *           any one word;  *N  up to N words, the fewest first
//   #           a number;  %link a link, %code code, %slot a blank, %name a capitalised word that opens no sentence
//   ^  $        the sentence's start and end
//   !x          zero-width: what follows is not x (a word, a class, or alternatives in brackets)
//   =(a|b)      zero-width: what follows is one of these
// A pattern must begin with a word or a class, or with what # and % stand for (after an optional ^), or alternatives of
// these, so that it can be found by its first word.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/note/words.h"

namespace afterword {

using Owner = std::uint16_t;  ///< who contributed a pattern; the engine numbers rules from first_rule_owner on
inline constexpr Owner cues_owner = 0;      ///< the role classifier
inline constexpr Owner occasion_owner = 1;  ///< kind detection and is-it-a-note
inline constexpr Owner first_rule_owner = 2;

struct Pattern {
  std::string_view text;
  std::uint16_t tag = 0;  ///< the owner's own number for what the pattern means
};

struct PatternGroup {
  Owner owner = 0;
  std::span<const Pattern> patterns;
  bool once = false;  ///< one hit of a tag is enough in a sentence, wherever it stands; tags are under 64 then
};

/// A pattern found in a sentence.
struct Hit {
  Owner owner = 0;
  std::uint16_t tag = 0;
  std::uint32_t sentence = 0;    ///< index into the paragraph's sentences
  std::uint32_t first_word = 0;  ///< index into the paragraph's words
  std::uint32_t last_word = 0;   ///< one past the last
  bool quoted = false;           ///< all of it stands between quotation marks: somebody else's words

  bool operator==(const Hit&) const = default;
};

/// A named set of words, written as one string with spaces between.
struct WordClass {
  std::string_view name;
  std::string_view words;
};

class Lexicon {
 public:
  /// Compiles the classes and patterns. Throws std::invalid_argument with the pattern's text on a fault in one:
  /// they are ours, so a test compiles them all.
  Lexicon(std::span<const WordClass> classes, std::span<const PatternGroup> groups);
  ~Lexicon();
  Lexicon(const Lexicon&) = delete;
  Lexicon& operator=(const Lexicon&) = delete;

  /// The form of a folded (lower-case) word, 0 if no class or pattern names it.
  Form form_of(std::string_view folded) const;

  /// Whether a class or the first group names it: what is read from this does not change with the other groups.
  bool is_basic(Form form) const { return form != 0 && form <= last_basic_; }

  /// The number of a class, for is(); throws std::invalid_argument when there is none of that name.
  std::size_t class_named(std::string_view name) const;
  bool is(Form form, std::size_t word_class) const;

  /// Appends all hits in the sentence, leftmost first; of one owner and tag the longest at each place. Of the tags of a
  /// group that wants each but once, the first that is met.
  void match(std::span<const Word> words, const Sentence& sentence, std::uint32_t sentence_index,
             std::vector<Hit>& hits) const;

 private:
  struct Compiled;
  std::unique_ptr<const Compiled> compiled_;
  Form last_basic_ = 0;
};

}  // namespace afterword
