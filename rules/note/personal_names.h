// The parts of a person's name as letters write it: "Dr. Henk van der Berg". Pure functions, any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace afterword {

/// "dr", "frau", "captain": a folded word without its full stop that stands before a name and is none.
bool is_title(std::string_view folded);

/// "Wu" of "Dr. Dana Wu" and of "Wu, Dana"; "Dana" of both; the name without titles. Empty where there is none.
std::string_view surname_of(std::string_view name);
std::string_view given_name_of(std::string_view name);
std::string_view without_title(std::string_view name);

/// The words of a name that may stand for it, titles and initials left out.
std::vector<std::string_view> name_words(std::string_view name);
/// The name alone, without what is written behind it: "Dana Wu" of "Dana Wu, Head of Claims", "Wu, Dana" as it is.
std::string_view without_post(std::string_view name);
/// A common given name, folded without accents, or a short form of one. Five letters or more: what is shorter is in no
/// list.
bool is_given_name(std::string_view folded);
/// The German and Danish way to write a name without accents, folded: "mueller" for "M\xC3\xBCller".
std::string fold_spelt_out(std::string_view name);
/// One is a short form of the other; both folded without accents.
bool nickname_of(std::string_view a, std::string_view b);

/// A name taken apart once, to be compared with many others.
class NameForm {
 public:
  NameForm() = default;
  explicit NameForm(std::string_view name);

  /// may_mean() for a word that is folded without accents.
  bool holds(std::string_view plain) const;
  /// may_be_same_name(): each word of this one may mean who bears `name`.
  bool may_be_part_of(const NameForm& name) const;
  /// cannot_compare(): a title stands before this one where `titled`.
  bool cannot_compare(bool titled, const NameForm& name) const;
  /// It is not certain that they are two people's.
  friend bool may_be_one_person(const NameForm& a, const NameForm& b);

 private:
  struct Word {
    std::string plain;      // folded without accents
    std::string spelt_out;  // fold_spelt_out()
  };
  std::vector<Word> words_;  // name_words()
  bool titled_ = false;
  bool is_single_ = true;  // one word beside titles
  bool latin_ = false;
};
bool may_be_one_person(const NameForm& a, const NameForm& b);

/// True when a word of a salutation may mean who bears this name: a word of it, accents aside, half of a hyphenated
/// one, or a nickname of one.
bool may_mean(std::string_view greeted, std::string_view name);
/// Whether a salutation with that word may be to who bears this name: may_mean(), and what only a greeting does:
/// initials ("JC" for "Juan Carlos", "Juan" for "J. Ruiz") and titles behind the name ("Wu-san").
bool may_greet(std::string_view greeted, std::string_view name);
/// Whether the two can't be compared: they share no script, or one has only the given name and the other only the
/// surname ("Ms. Wu" and "Dana"). `titled`: a title stands before the word greeted.
bool cannot_compare(std::string_view greeted, bool titled, std::string_view name);
/// may_mean() for a name of several words, all of which must.
bool may_be_same_name(std::string_view written, std::string_view name);

}  // namespace afterword
