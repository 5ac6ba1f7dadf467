// Names in salutations and facts: who is greeted, who is meant, and how to address them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/note/facts.h"
#include "rules/note/note.h"

namespace afterword {

/// A salutation taken apart; spans are bytes of the note.
struct Salutation {
  Span whole;                ///< closing mark excluded: "Dear Dr. Wu"
  Span names;                ///< "Dr. Wu"; empty at the opener's end where nobody is named
  std::string_view opener;   ///< "Dear", "Good morning", empty for a bare name
  std::vector<Span> tokens;  ///< name words without titles: "Wu"
  bool titled = false;
  bool has_slot = false;  ///< holds an unfilled blank
  bool generic = false;   ///< names a function, a group or nobody
  bool closed = false;    ///< a mark stands behind it
  bool open = false;      ///< still being typed: no mark closes it and no prose follows
};
Salutation read_salutation(const Note& note);

/// "First name", "Mr./Ms. Last name", "XXX": a template's words where somebody's name should stand.
bool is_template_name(std::string_view names);

/// A near miss: another spelling of the same word, too close to be another name. Never true for equal words.
bool is_near_miss(std::string_view written, std::string_view known, bool in_greeting);

/// How to address somebody: "Dana" after an informal opener, "Dr. Wu" where the name has a title, else "Dana Wu".
std::string address(const Person& person, bool informal);
/// The same for several: "Dana, Luis and Minh Anh".
std::string address(const std::vector<Person>& people, bool informal);

/// False for a mailbox that bears no person's name: "Hiring Team", "Northpier Ltd".
bool names_a_person(const Person& person);
/// People with a name, of those the note is addressed to.
std::vector<Person> named_addressees(const Facts& facts);
/// Where none of those is known: the interviewers that interview.yaml names, any of whom the note may be for.
std::vector<Person> possible_addressees(const Facts& facts);

}  // namespace afterword
