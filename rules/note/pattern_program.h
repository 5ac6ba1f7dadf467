// Patterns compiled to small programs, and the machine that runs them. Owned by the Lexicon; immutable once built, for
// any thread.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "rules/note/lexicon.h"

namespace afterword {

enum class Op : std::uint8_t {
  word,        ///< a: form
  word_class,  ///< a: class
  set,         ///< a: index of a WordSet
  any,         ///< any one word
  gap,         ///< a: at most that many words, the fewest first
  kind,        ///< a: WordKind
  name,        ///< a capitalised word that opens no sentence and is not "I"
  not_word,    ///< a: form
  not_class,   ///< a: class
  refuse,      ///< fails if what follows up to a match matches here; else goes on at a
  split,       ///< go on here, else at a
  jump,        ///< a: where to
  end,         ///< the sentence's end
  match,
};

struct Instruction {
  Op op = Op::match;
  std::uint16_t a = 0;
};

/// Which forms may occur, hashed to bits: a form that is none of them is ruled out by one look.
struct FormFilter {
  std::array<std::uint64_t, 4> bits{};

  static constexpr FormFilter every() { return {{~0ull, ~0ull, ~0ull, ~0ull}}; }
  static constexpr unsigned slot(Form form) { return (form * 0x9E37u >> 4) & 255; }
  constexpr void add(Form form) { bits[slot(form) >> 6] |= 1ull << (slot(form) & 63); }
  constexpr bool may_hold(Form form) const { return (bits[slot(form) >> 6] >> (slot(form) & 63) & 1) != 0; }
  constexpr bool overlaps(const FormFilter& other) const {
    return ((bits[0] & other.bits[0]) | (bits[1] & other.bits[1]) | (bits[2] & other.bits[2]) |
            (bits[3] & other.bits[3])) != 0;
  }
  constexpr void unite(const FormFilter& other) {
    for (std::size_t i = 0; i < bits.size(); ++i) bits[i] |= other.bits[i];
  }
  constexpr int size() const {
    int count = 0;
    for (std::uint64_t word : bits) count += std::popcount(word);
    return count;
  }
};

/// Single words that may stand at one place of a pattern.
struct WordSet {
  FormFilter filter;
  std::vector<Form> members;  ///< sorted
};

/// All patterns' code.
struct Program {
  std::vector<Instruction> code;
  std::vector<WordSet> sets;
};

/// What the compiler asks of the lexicon that is being built.
class Vocabulary {
 public:
  virtual ~Vocabulary() = default;
  virtual Form add(std::string_view folded) = 0;
  /// Throws std::invalid_argument for an unknown class.
  virtual std::size_t class_named(std::string_view name) const = 0;
};

/// One pattern's place in the program.
struct CompiledPattern {
  std::uint16_t start = 0;
  bool at_start = false;  ///< begins with ^
};

/// Appends the pattern's code to `program`. Throws std::invalid_argument with the pattern's text on a fault.
CompiledPattern compile_pattern(std::string_view text, Vocabulary& vocabulary, Program& program);

/// Membership of forms in classes.
struct ClassTable {
  std::size_t stride = 0;  ///< 64-bit words a form
  std::vector<std::uint64_t> bits;

  bool is(Form form, std::size_t word_class) const {
    return (bits[form * stride + word_class / 64] >> (word_class % 64) & 1) != 0;
  }
};

/// Runs the program from `start` at `words[at]`; gives the index one past the last word matched, or -1.
class PatternMachine {
 public:
  PatternMachine(const Program& program, const ClassTable& classes, Form first_person, std::span<const Word> words)
      : program_(program.code), sets_(program.sets), classes_(classes), first_person_(first_person), words_(words) {}

  int run(std::size_t start, std::size_t at) const;
  /// False where the instruction at `pc` surely fails at that word, so that nothing need be tried.
  bool may_run(std::size_t pc, std::size_t at) const;

 private:
  bool takes(const Instruction& one, std::size_t at) const;

  std::span<const Instruction> program_;
  std::span<const WordSet> sets_;
  const ClassTable& classes_;
  Form first_person_;
  std::span<const Word> words_;
};

}  // namespace afterword
