// The people and the companies that the facts of a note name, each once, however many places tell of them. What is
// highlighted, renamed, linked and coloured goes by it. Values and pure functions, any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/note/facts.h"

namespace afterword {

struct Named {
  enum class Type : std::uint8_t { person, company };
  Type type = Type::person;
  std::vector<std::string> names;  ///< of a company with its aliases; of a person one, the fullest that is known
  std::string email;
  Origin origin;          ///< where the name stands
  std::string_view role;  ///< "the addressee", "an interviewer", "who opened the door", "the company"
  bool addressed = false;
  bool in_file = false;               ///< the interview.yaml names them too, or alone
  std::optional<Origin> file_origin;  ///< where it does so, should the name stand elsewhere too; of people only
};

/// `file` is the interview.yaml that holds for the note; null where none does.
std::vector<Named> known_names(const Facts& facts, const InterviewFile* file);
/// All whom the file itself names.
std::vector<Named> known_names(const InterviewFile& file);

/// The one of `people` that a fact of the note means, by address or by name; null where none is or several may be.
const Person* same_person(const Person& asked, const std::vector<Interviewer>& people);

/// A person's name word by word, without titles and what stands behind it: "Dr. Henk van der Berg, CTO" has the given
/// name Henk and the surname van, der, Berg. A single word is a given name, behind a title a surname.
struct NameWords {
  std::vector<std::string> given;
  std::vector<std::string> surname;
};
NameWords words_of_name(std::string_view name);

}  // namespace afterword
