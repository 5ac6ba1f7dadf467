// What two prints have in common: a sentence, the reader, the company.
#include <algorithm>
#include <array>
#include <string>

#include "rules/engine/note_print.h"
#include "rules/note/personal_names.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

using std::string_view;

/// "initech" and "initech gmbh", "larkfield freight" and the "larkfield" of its address.
bool may_be_one_house(string_view a, string_view b) {
  constexpr std::size_t least = 4;  // letters
  if (a == b) return true;
  const auto run_together = [](string_view name) {
    std::string made(name);
    std::erase_if(made, [](char c) { return c == ' ' || c == '-' || c == '.' || c == ','; });
    return made;
  };
  const std::string one = run_together(a), other = run_together(b);
  return std::min(one.size(), other.size()) >= least && (one.starts_with(other) || other.starts_with(one));
}

/// Length of the longest common subsequence of the words, of those that say something in particular when so asked.
std::size_t common_words(std::span<const PrintWord> a, std::span<const PrintWord> b, bool specific_only) {
  constexpr std::size_t most = 96;  // words of a sentence that are looked at
  std::array<std::uint8_t, most + 1> row{};
  a = a.first(std::min(a.size(), most));
  b = b.first(std::min(b.size(), most));
  for (const PrintWord word : a) {
    if (specific_only && !is_specific(word)) continue;
    std::uint8_t diagonal = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::uint8_t above = row[j + 1];
      row[j + 1] = word == b[j] ? static_cast<std::uint8_t>(diagonal + 1) : std::max(above, row[j]);
      diagonal = above;
    }
  }
  return row[b.size()];
}

}  // namespace

bool is_copy(const NotePrint& a, const PrintSentence& in_a, const NotePrint& b, const PrintSentence& in_b) {
  // Chosen so that one word of four that say something may differ, and about one of eight altogether.
  constexpr std::size_t least_specific = 2, surely_specific = 4;
  if (in_a.whole == 0 || in_b.whole == 0) return false;
  const auto words = a.words_of(in_a), others = b.words_of(in_b);
  if (in_a.whole == in_b.whole) return words.size() == others.size();
  if (std::min(in_a.specific, in_b.specific) < least_specific) return false;
  const std::size_t longest = std::max(words.size(), others.size());
  if (std::min(words.size(), others.size()) * 4 < longest * 3) return false;
  const std::size_t specific = std::max(in_a.specific, in_b.specific);
  const std::size_t shared = common_words(words, others, true);
  if (specific < surely_specific ? shared < specific : shared * 4 < specific * 3) return false;
  return common_words(words, others, false) * 4 >= longest * 3;
}

bool shares_addressee(const NotePrint& a, const NotePrint& b) {
  return std::find_first_of(a.addressees.begin(), a.addressees.end(), b.addressees.begin(), b.addressees.end()) !=
         a.addressees.end();
}

bool to_different_people(const NotePrint& a, const NotePrint& b) {
  if (shares_addressee(a, b)) return false;
  if (a.names.empty() || b.names.empty())  // nobody in particular: not the same two, where the companies are two
    return !a.houses.empty() && !b.houses.empty() && may_be_for_different_houses(a, b, true);
  for (const NameForm& name : a.name_forms)
    for (const NameForm& other : b.name_forms)
      if (may_be_one_person(name, other)) return false;
  return true;
}

bool may_be_for_different_houses(const NotePrint& a, const NotePrint& b, bool near) {
  if (a.houses.empty() || b.houses.empty()) return !(near && a.houses.empty() && b.houses.empty());
  for (const std::string& house : a.houses)
    for (const std::string& other : b.houses)
      if (may_be_one_house(house, other)) return false;
  return true;
}

}  // namespace afterword
