// What is typed of a sentence where the cursor stands.
#pragma once

#include <cstddef>
#include <string_view>

#include "rules/note/note.h"

namespace afterword {

/// What is typed of the sentence at the cursor, on its line.
struct Typed {
  std::size_t begin = 0;
  std::string_view text;
  std::string_view word;  ///< the word that ends at the cursor, empty after a space
  bool goes_on = false;   ///< the sentence was begun on a line above
};
/// `at`: byte of the note. References its text.
Typed typed_at(const Note& note, std::size_t at);

}  // namespace afterword
