// A person or a company by another name, each of its forms as it stands: with Dana Wu called Dinah Ray, "Dana's"
// becomes "Dinah's" and "Dr. Wu" becomes "Dr. Ray". Pure functions of texts and mentions, any thread.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/engine/finding.h"
#include "rules/engine/mentions.h"

namespace afterword {

/// Why nobody can be called so, in a sentence for whoever typed it; empty for a name.
std::string fault_of_name(std::string_view name, Named::Type type);

class Renaming {
 public:
  /// `at` is the mention that was taken hold of: of a whole name all of it is renamed, of a given name or a surname
  /// that alone. `name` is one by fault_of_name().
  Renaming(const Named& who, const Mention& at, std::string_view name);

  /// What to change in `text`, in which `mentions` were found; those of others are passed over. Sorted, not
  /// overlapping.
  std::vector<Edit> edits(std::span<const Mention> mentions, std::size_t who, std::string_view text) const;

 private:
  void rename_company(const Named& company, std::size_t index, std::string_view name);
  void rename_person(const Named& person, const Mention& at, std::string_view name);
  void add_edits(const Mention& mention, std::string_view text, std::vector<Edit>& edits) const;
  std::string given_of(const Mention& mention) const;
  std::string surname_of(const Mention& mention) const;

  std::size_t given_before_ = 0;  // how many given names there were
  bool had_surname_ = false;
  std::vector<std::string> given_;     // all given names from now on
  std::vector<std::string> by_index_;  // what each of the old ones becomes where it stands alone
  std::string surname_;
  std::vector<std::string> company_;  // what each of the company's names becomes
};

}  // namespace afterword
