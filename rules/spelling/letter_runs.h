// Which runs of four letters occur in English words: most misspellings that one may think of hold one that does not,
// and need not be looked up. Filled once; then any thread may ask.
#pragma once

#include <bitset>
#include <string>
#include <string_view>

namespace afterword::spelling {

class LetterRuns {
 public:
  /// Takes the words of a Hunspell word list (.dic) that are lower-case ASCII letters only.
  void add_words_of(const std::string& dic_file);
  /// False where a run of the word (lower-case ASCII letters) occurs in no word. Word ends count as a letter.
  bool may_be_word(std::string_view word) const;

 private:
  static constexpr std::size_t letters = 27;  // the word's end is one
  std::bitset<letters * letters * letters * letters> seen_;
};

}  // namespace afterword::spelling
