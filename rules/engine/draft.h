// A letter to begin with: all parts that its kind asks for, as phrases of the book with the facts put in and slots for
// the rest. Of the rules only placeholder-left speaks of it. Pure, any thread.
#pragma once

#include <string>
#include <string_view>

#include "rules/note/facts.h"
#include "rules/phrases/book.h"

namespace afterword {

/// The letter from its greeting to its signature, lines ending in "\n". `turn` counts those who sat at one table: each
/// gets other phrases, and of topics that they share another one.
std::string draft_letter(const Facts& facts, Kind kind, const phrases::Book& book, std::size_t turn = 0);

/// A Markdown note: the facts that `declared` holds as front matter, `kind` if it holds one, and the letter by all of
/// `facts`. What an interview.yaml beside the note says need not be declared again.
std::string draft_note(const Facts& declared, const Facts& facts, Kind kind, const phrases::Book& book,
                       std::size_t turn = 0);

/// What the file of a note to that person is called: "luis-ortega.note.md", by their address where no name is known;
/// empty where neither gives a letter.
std::string note_file_name(const Person& person);

/// "luis-ortega": ASCII letters and digits of a name, dashes between, for a file; empty where there are none.
std::string file_stem(std::string_view name);

/// A text as YAML that stands for itself whatever it holds: in quotation marks where it would be read as something
/// else.
std::string yaml_text(std::string_view text);

}  // namespace afterword
