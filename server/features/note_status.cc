#include "server/features/note_status.h"

#include <fmt/format.h>

namespace afterword {

std::string note_title(const Context& context) {
  std::string people;
  for (const Person& person : context.facts.to)
    people += (people.empty() ? " to " : ", ") + (person.name.empty() ? person.email : person.name);
  const std::size_t words = context.note.word_count();
  return fmt::format("{} note{}, {} word{}", name_of(context.kind), people, words, words == 1 ? "" : "s");
}

}  // namespace afterword
