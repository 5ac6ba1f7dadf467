// Words by what they mean (data/meanings.txt), so that what is learnt of one holds for its like. Built by the trainer,
// then a table of bytes that is read as it lies; immutable, for any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace afterword::model {

/// A folded word's key, in this table and in every feature.
std::uint64_t key_of(std::string_view folded);

/// Lines that stand for themselves, not for a meaning; they lead data/meanings.txt in this order.
enum SpecialClass : std::uint8_t { function_word, weekday, month, first_meaning };

class Vocabulary {
 public:
  Vocabulary() = default;
  /// `table` must be what build() returned, and outlive this.
  explicit Vocabulary(std::span<const std::uint16_t> table);

  /// Line numbers of the classes that hold the word, ascending; empty for an unknown word.
  std::span<const std::uint16_t> classes_of(std::uint64_t hash) const;

  /// Reads "name: word word ..." lines. Throws std::runtime_error with the line's number where one is no such line.
  static std::vector<std::uint16_t> build(std::string_view text);

 private:
  std::span<const std::uint16_t> slots_;  // pairs: 16 bits of the hash, place of the class set in sets_
  std::span<const std::uint16_t> sets_;   // each: how many, then the classes
};

}  // namespace afterword::model
