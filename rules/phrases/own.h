// Phrases of a project's own: a file of YAML that a career adviser can write, put before the book's. Pure, any thread.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/note/span.h"
#include "rules/phrases/book.h"

namespace afterword::phrases {

struct OwnPhrase {
  Purpose purpose = Purpose::thanks;
  Register sounds = Register::formal;
  Kinds kinds = all_kinds;
  std::string text, why, with;

  bool operator==(const OwnPhrase&) const = default;
};

struct OwnFault {
  Span span;  ///< bytes of the file
  std::string message;
};

struct OwnPhrases {
  std::vector<OwnPhrase> phrases;  ///< the sound ones, in the file's order
  std::vector<OwnFault> faults;    ///< in the file's order
};

/// Reads "callback: [...]": for a purpose a list of texts, or of maps with text, kinds, register, with and why. Only
/// `text` must be there.
OwnPhrases read_own_phrases(std::string_view yaml);

/// A book with these before its own phrases: before the standard one's where `book` is null.
std::shared_ptr<const Book> book_with(std::vector<OwnPhrase> own, std::shared_ptr<const Book> book = nullptr);

}  // namespace afterword::phrases
