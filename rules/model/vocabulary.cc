#include "rules/model/vocabulary.h"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "rules/note/hash.h"

namespace afterword::model {
namespace {

// The table: number of slots, number of words in all sets, the slots, the sets. Place 0 among the sets is no set.
constexpr std::size_t head = 2;
constexpr std::size_t slot_count =
    32'768;  // some 14,000 words: looking up an unknown one ends at the first slot mostly

std::size_t slot_of(std::uint64_t hash) { return static_cast<std::size_t>(hash >> 20) % slot_count; }
std::uint16_t mark_of(std::uint64_t hash) { return static_cast<std::uint16_t>(hash); }

}  // namespace

std::uint64_t key_of(std::string_view folded) {
  const std::uint64_t hash = hash_of(folded);
  return (hash ^ (hash >> 29)) * 0x9E3779B97F4A7C15u;
}

Vocabulary::Vocabulary(std::span<const std::uint16_t> table)
    : slots_(table.subspan(head, 2 * slot_count)), sets_(table.subspan(head + 2 * slot_count, table[1])) {}

std::span<const std::uint16_t> Vocabulary::classes_of(std::uint64_t hash) const {
  for (std::size_t at = slot_of(hash); slots_[2 * at + 1] != 0; at = (at + 1) % slot_count)
    if (slots_[2 * at] == mark_of(hash)) {
      const std::size_t place = slots_[2 * at + 1];
      return sets_.subspan(place + 1, sets_[place]);
    }
  return {};
}

std::vector<std::uint16_t> Vocabulary::build(std::string_view text) {
  std::map<std::string, std::vector<std::uint16_t>, std::less<>> words;
  std::uint16_t line_number = 0;
  for (std::size_t at = 0; at < text.size(); ++line_number) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos)
      throw std::runtime_error("meanings, line " + std::to_string(line_number + 1) + ": no 'name: word ...'");
    for (std::size_t begin = colon + 1; begin < line.size();) {
      const std::size_t stop = std::min(line.find(' ', begin), line.size());
      if (stop > begin) {
        auto& classes = words[std::string(line.substr(begin, stop - begin))];
        if (classes.empty() || classes.back() != line_number) classes.push_back(line_number);
      }
      begin = stop + 1;
    }
    at = end + 1;
  }
  if (words.size() * 2 > slot_count) throw std::runtime_error("meanings: more words than the table is made for");
  std::vector<std::uint16_t> slots(2 * slot_count), sets{0};
  std::map<std::vector<std::uint16_t>, std::uint16_t> places;
  for (const auto& [word, classes] : words) {
    auto [place, is_new] = places.try_emplace(classes, static_cast<std::uint16_t>(sets.size()));
    if (is_new) {
      sets.push_back(static_cast<std::uint16_t>(classes.size()));
      sets.insert(sets.end(), classes.begin(), classes.end());
    }
    const std::uint64_t hash = key_of(word);
    std::size_t at = slot_of(hash);
    while (slots[2 * at + 1] != 0) at = (at + 1) % slot_count;
    slots[2 * at] = mark_of(hash);
    slots[2 * at + 1] = place->second;
  }
  if (sets.size() > 0xFFFF) throw std::runtime_error("meanings: more sets of classes than the table is made for");
  std::vector<std::uint16_t> table{0, static_cast<std::uint16_t>(sets.size())};
  table.insert(table.end(), slots.begin(), slots.end());
  table.insert(table.end(), sets.begin(), sets.end());
  return table;
}

}  // namespace afterword::model
