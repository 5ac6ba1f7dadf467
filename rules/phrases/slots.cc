#include "rules/phrases/slots.h"

#include <algorithm>

namespace afterword::phrases {

const FactSlot* fact_slot_named(std::string_view name) {
  const auto* found = std::find_if(fact_slots.begin(), fact_slots.end(), [&](const auto& s) { return s.name == name; });
  return found == fact_slots.end() ? nullptr : found;
}

std::vector<Piece> split_slots(std::string_view phrase) {
  std::vector<Piece> pieces;
  std::size_t at = 0;
  while (at < phrase.size()) {
    const std::size_t open = phrase.find("${", at);
    const std::size_t close = open == phrase.npos ? phrase.npos : phrase.find('}', open);
    if (close == phrase.npos) {
      pieces.push_back({phrase.substr(at), false});
      break;
    }
    if (open > at) pieces.push_back({phrase.substr(at, open - at), false});
    if (close > open + 2) pieces.push_back({phrase.substr(open + 2, close - open - 2), true});
    at = close + 1;
  }
  return pieces;
}

std::string fault_of_slots(std::string_view phrase) {
  std::size_t at = 0;
  while (at < phrase.size()) {
    const std::size_t open = phrase.find("${", at);
    if (phrase.substr(at, open - at).find('}') != phrase.npos) return "a } without its ${";
    if (open == phrase.npos) break;
    const std::size_t close = phrase.find('}', open);
    if (close == phrase.npos) return "a ${ without its }";
    const std::string_view words = phrase.substr(open + 2, close - open - 2);
    if (words.empty()) return "an empty slot ${}";
    if (words.find_first_of("${[]\\") != words.npos) return "a slot's words may not hold $ { [ ] or a backslash";
    if (words.front() == ' ' || words.back() == ' ') return "a slot's words may not begin or end with a space";
    at = close + 1;
  }
  return {};
}

std::vector<std::string_view> free_slots(std::string_view phrase) {
  std::vector<std::string_view> slots;
  for (const Piece& piece : split_slots(phrase)) {
    if (!piece.slot || fact_slot_named(piece.text) != nullptr) continue;
    if (std::find(slots.begin(), slots.end(), piece.text) == slots.end()) slots.push_back(piece.text);
  }
  return slots;
}

}  // namespace afterword::phrases
