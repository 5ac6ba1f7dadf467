// Where a note and its interview.yaml name the people and companies that are known, in whatever form: "Dana", "Dana
// Wu", "Dr. Wu", "Dana's". Not in what is quoted, in code, links and addresses, nor under the closing formula, where
// the writer stands. Pure functions, any thread; linear in the text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "rules/engine/known_names.h"
#include "rules/note/lexicon.h"
#include "rules/note/note.h"

namespace afterword {

/// A word of a person's name, or all of a company's.
struct NamePiece {
  enum class Of : std::uint8_t { given, surname, company };
  Of of = Of::given;
  std::size_t index = 0;  ///< which given name, or which of the company's names; 0 of a surname
  Span span;              ///< bytes of the text
};

struct Mention {
  std::size_t who = 0;            ///< index into the names that were looked for
  std::vector<NamePiece> pieces;  ///< in the order of the text, at least one
  bool fact = false;              ///< the fact itself, not one that is told of them
  bool quoted = false;            ///< the word stands in quotation marks
  bool single_quoted = false;     ///< within a YAML value in single quotation marks

  /// Title and possessive ending left out.
  Span span() const { return {pieces.front().span.begin, pieces.back().span.end}; }
};

/// In the order of the text. A name that several people bear means the one of them that the note is to, else nobody.
std::vector<Mention> find_mentions(const Note& note, std::span<const Named> names, const Lexicon& lexicon);
std::vector<Mention> find_mentions(const InterviewFile& file, std::span<const Named> names, const Lexicon& lexicon);

/// The mention at a byte of the text, its end included; null where none is.
const Mention* mention_at(std::span<const Mention> mentions, std::size_t at);

}  // namespace afterword
