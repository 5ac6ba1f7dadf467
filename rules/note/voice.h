// Who speaks to whom in a paragraph, and in which language: counts of telling words.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "rules/note/words.h"

namespace afterword {

struct Voice {
  std::uint32_t words = 0;    ///< all of them
  std::uint32_t english = 0;  ///< words that only English has so often
  std::uint32_t foreign = 0;  ///< likewise of other languages
  bool you = false;           ///< it speaks to somebody
  bool writer = false;        ///< "I": who was interviewed writes for themselves
  bool house = false;         ///< "we": a firm may write so

  void add(const Voice& other) {
    words += other.words;
    english += other.english;
    foreign += other.foreign;
    you = you || other.you;
    writer = writer || other.writer;
    house = house || other.house;
  }
};

class Lexicon;

/// Immutable after construction, for any thread.
class VoiceReader {
 public:
  /// The lexicon must hold occasion_classes(), and live as long.
  explicit VoiceReader(const Lexicon& lexicon);
  Voice read(std::span<const Word> words) const;

 private:
  const Lexicon& lexicon_;
  std::size_t english_, foreign_;
  std::array<Form, 2> you_;
  std::array<Form, 3> writer_, house_;
};

}  // namespace afterword
