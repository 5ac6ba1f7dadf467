// The slots of a phrase: "Your point about ${topic} made me ${what did you do?}." Standard library only: the
// generator that compiles the book in reads it too. Pure functions, any thread.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace afterword::phrases {

/// A slot that facts fill, and the words shown to the writer where they do not.
struct FactSlot {
  std::string_view name;
  std::string_view words;
};
inline constexpr std::array<FactSlot, 10> fact_slots = {{
    {"name", "name"},                  // how to address the reader: "Dana", "Dr. Wu", "Dana and Luis"
    {"full_name", "full name"},        // "Dana Wu"
    {"company", "company"},            // the employer's first name
    {"role", "role"},                  // the position
    {"topic", "topic"},                // something discussed
    {"day", "day"},                    // the interview's day of the week: "Tuesday"
    {"date", "date"},                  // its day and month: "3 March"
    {"decision_by", "decision date"},  // "6 March"
    {"from", "your name"},             // the writer
    {"referrer", "referrer's name"},   // who opened the door
}};

/// The entry of that name, or null: then the slot's words are for the writer to answer.
const FactSlot* fact_slot_named(std::string_view name);

/// A stretch of a phrase: plain text, or a slot with `${` and `}` taken off.
struct Piece {
  std::string_view text;
  bool slot = false;
};

/// The phrase cut into pieces, in order, none empty. A `${` that never closes is plain text.
std::vector<Piece> split_slots(std::string_view phrase);

/// Why the phrase's slots are malformed, or an empty text: an unclosed, empty or nested slot, a slot's words with
/// brackets or outer spaces, a stray `}`.
std::string fault_of_slots(std::string_view phrase);

/// The slots that no fact fills, each once, in order.
std::vector<std::string_view> free_slots(std::string_view phrase);

}  // namespace afterword::phrases
