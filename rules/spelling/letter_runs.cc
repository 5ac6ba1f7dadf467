#include "rules/spelling/letter_runs.h"

#include <algorithm>
#include <fstream>

namespace afterword::spelling {

namespace {

/// Calls `use` with the number of each run; stops and gives false where it does.
template <typename Use>
bool for_each_run(std::string_view word, std::size_t letters, Use use) {
  std::size_t run = 0;
  for (std::size_t i = 0; i <= word.size(); ++i) {
    const std::size_t letter = i < word.size() ? static_cast<std::size_t>(word[i] - 'a') + 1 : 0;
    run = (run % (letters * letters * letters)) * letters + letter;
    if (i >= 2 && !use(run)) return false;  // the first holds the word's beginning
  }
  return true;
}

bool is_plain(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

void LetterRuns::add_words_of(const std::string& dic_file) {
  std::ifstream in(dic_file, std::ios::binary);
  for (std::string line; std::getline(in, line);) {
    const std::string_view word = std::string_view(line).substr(0, line.find_first_of("/\r\t "));
    if (!is_plain(word)) continue;
    for_each_run(word, letters, [&](std::size_t run) {
      seen_.set(run);
      return true;
    });
  }
}

bool LetterRuns::may_be_word(std::string_view word) const {
  return is_plain(word) && for_each_run(word, letters, [&](std::size_t run) { return seen_.test(run); });
}

}  // namespace afterword::spelling
