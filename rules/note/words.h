// Words of a paragraph, as the patterns and the role classifier see them. A paragraph's words depend on
// its own text alone, so they are kept while the text around it changes; all spans are relative to the
// paragraph's first byte.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "rules/note/span.h"

namespace afterword {

enum class WordKind : std::uint8_t {
  word,    ///< letters; contractions are split: "I'd" gives "i" and "'d", "don't" gives "do" and "n't"
  number,  ///< begins with a digit: 12, 3.4, 16th, 10:30, 2026-03-04, £45k
  link,    ///< a bare URL, an e-mail address, or the target of a Markdown link
  code,    ///< a code span
  slot,    ///< an unfilled blank such as [Name] or {{role}}
};

/// Properties of a word's spelling and place that a folded form no longer shows.
enum WordFlag : std::uint8_t {
  capitalised = 1,      ///< first letter in upper case
  all_capitals = 2,     ///< two letters or more, all in upper case
  in_quotes = 4,        ///< between quotation marks within the paragraph
  after_comma = 8,      ///< a comma, semicolon, colon, dash or bracket stands between it and the word before
  sentence_start = 16,  ///< first word of its sentence
  has_inner_mark = 32,  ///< holds a digit, dot, hyphen, slash or inner capital: a tool's or code's name perhaps
};

/// Index into the lexicon's vocabulary; 0 is a word the lexicon does not know.
using Form = std::uint16_t;

struct Word {
  std::uint32_t begin = 0;  ///< bytes from the paragraph's start
  std::uint32_t end = 0;
  Form form = 0;
  WordKind kind = WordKind::word;
  std::uint8_t flags = 0;

  Span span() const { return {begin, end}; }
  bool is(WordFlag flag) const { return (flags & flag) != 0; }
};

/// A sentence of a paragraph: its trimmed bytes and its run of words.
struct Sentence {
  Span span;                     ///< bytes from the paragraph's start, white space trimmed, closing mark included
  std::uint32_t first_word = 0;  ///< index into the paragraph's words
  std::uint32_t last_word = 0;   ///< one past the last
  char mark = 0;                 ///< '.', '?', '!', ':' or 0 where none stands; behind a link '.' is taken for granted
  bool list_item = false;
};

/// A stretch of a paragraph that is not prose; the tokenizer makes one word of it, or none where it is silent
/// (a footnote's mark, an HTML comment): that counts as white space.
struct Opaque {
  Span span;  ///< bytes from the paragraph's start
  WordKind kind = WordKind::code;
  bool silent = false;
};

class Lexicon;

/// Splits a paragraph's text into words, in order. `opaque` must be sorted and must not overlap.
std::vector<Word> split_words(std::string_view paragraph, const std::vector<Opaque>& opaque, const Lexicon& lexicon);

/// Splits words into sentences: full stops of abbreviations, initials, decimals and URLs end none; an ellipsis
/// ends one only before a capital; a closing quotation mark or bracket belongs to the sentence before it.
std::vector<Sentence> split_sentences(std::string_view paragraph, std::vector<Word>& words, bool list_item);

}  // namespace afterword
