// Characters as the tokenizer and the lexicon see them: letters, letter case, folding, links. Pure functions of UTF-8
// bytes, for any thread.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "rules/note/unicode.h"

namespace afterword {

constexpr bool is_ascii_letter(unsigned char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
constexpr bool is_ascii_digit(unsigned char c) { return c >= '0' && c <= '9'; }
/// A byte that may be part of a word: an ASCII letter or digit, or any byte of a longer character.
constexpr bool is_word_byte(unsigned char c) { return c >= 0x80 || is_ascii_letter(c) || is_ascii_digit(c); }
constexpr bool is_blank(unsigned char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_currency(std::int32_t point);
/// A mark that makes one word of two: hyphen, apostrophe, full stop, slash, ampersand, underscore.
bool joins_words(std::int32_t point);

/// `capitalised` and `all_capitals` of WordFlag, `has_inner_mark` for an inner capital (not of an all-capitals word).
std::uint8_t case_flags(std::string_view word);

/// A folded word: lower case, typographic apostrophe and hyphen as the ASCII ones. A word too long to be in any
/// vocabulary folds to nothing.
class Folded {
 public:
  Folded() {}  // the bytes stay unset: only the first size_ are read
  std::string_view view() const { return {bytes_.data(), size_}; }

 private:
  friend void fold(std::string_view word, Folded& folded);
  std::array<char, 48> bytes_;
  std::size_t size_ = 0;
};
void fold(std::string_view word, Folded& folded);

/// How many bytes at a folded word's end are a contraction of their own: 3 for "n't" of "don't", 2 for "'s".
std::size_t contraction_size(std::string_view folded);

/// Bytes of the URL ("https://...", "www....") that begins at `at`; 0 where none does. A closing mark of the sentence
/// is left out.
std::size_t link_length(std::string_view text, std::size_t at);

}  // namespace afterword
