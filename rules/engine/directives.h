// What a writer says to the program inside the note: <!-- afterword: ignore gift, flattery -->, off, on.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "rules/note/note.h"

namespace afterword {

struct Directive {
  enum class Type : std::uint8_t {
    ignore,  ///< these rules, in the next paragraph
    off,     ///< everything, up to `on` or the end
    on,
    unknown,  ///< addressed to us, but none of these
  };
  struct Rule {
    std::string_view id;  ///< bytes of the note
    Span span;
  };
  Type type = Type::unknown;
  Span span;                ///< the comment, bytes of the note
  Span word;                ///< what says the type; empty where nothing does
  std::vector<Rule> rules;  ///< of ignore
  Span reach;               ///< what it silences, by where findings begin: both ends count; empty for `on`
};

/// In the order of the text. References the note's text. Costs nothing to speak of where no comment stands.
std::vector<Directive> find_directives(const Note& note);

/// Where the lines around byte `at` begin, below the blank line above them: a comment for them goes there.
std::size_t paragraph_begin(std::string_view text, std::size_t at);

inline constexpr std::string_view directive_mark = "afterword:";
inline constexpr std::string_view directive_words[] = {"ignore", "off", "on"};

}  // namespace afterword
