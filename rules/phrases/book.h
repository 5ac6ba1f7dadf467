// The phrase book: sentences to offer for a role in a kind of note, with slots that facts fill. The data stands in
// rules/phrases/*.phrases and is compiled in; a career adviser edits it without C++.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/note/facts.h"
#include "rules/note/kind.h"

namespace afterword::phrases {

/// What a phrase is for: a role, or one of the parts around the body.
enum class Purpose : std::uint8_t { greeting, thanks, callback, interest, fit, addition, next_step, offer, effort, sign_off };
std::string_view name_of(Purpose purpose);

struct Phrase {
  std::string_view text;  ///< with slots: "Your point about ${topic} made me ${what it changed}."
  Purpose purpose = Purpose::thanks;
  Kinds kinds = 0;
  std::string_view why;   ///< one line: why it works
};

class Book {
 public:
  /// The compiled-in book; made once, immutable.
  static const Book& standard();
  explicit Book(std::vector<Phrase> phrases) : phrases_(std::move(phrases)) {}

  /// The phrases for that purpose and kind, in the book's order (the best first).
  std::vector<const Phrase*> find(Purpose purpose, Kind kind) const;
  std::span<const Phrase> all() const { return phrases_; }

 private:
  std::vector<Phrase> phrases_;
};

/// A phrase with the facts put in.
struct Filled {
  std::string text;     ///< remaining slots as [words]
  std::string snippet;  ///< remaining slots as LSP snippet slots ${1:words}, everything else escaped for a snippet
  std::size_t blanks = 0;  ///< how many slots remain
};

/// Fills what the facts know (${name}, ${company}, ${role}, ${topic}, ${when}, ${from}, ${referrer} ...). `topic`, if
/// not empty, is used for ${topic}; otherwise the first topic of the facts.
Filled fill(std::string_view phrase, const Facts& facts, std::string_view topic = {});

}  // namespace afterword::phrases
