// What a user or a project has set about rules.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "rules/engine/custom_rules.h"
#include "rules/engine/finding.h"
#include "rules/engine/speller.h"

namespace afterword {

namespace phrases {
class Book;
}

/// What a user may set of single rules, with the catalogue's defaults.
struct Options {
  std::size_t too_long_words = 0;     ///< 0: not set, the catalogue's 150
  Spelling spelling = Spelling::any;  ///< whose English misspelling holds to

  bool operator==(const Options&) const = default;
};

struct RuleSettings {
  std::map<std::string, Severity, std::less<>> severity;  ///< by rule id
  Options options;
  std::vector<std::string> words;             ///< names and terms that are spelled right; folded, accents kept
  std::shared_ptr<const CustomRules> custom;  ///< null where there are none
  std::shared_ptr<const phrases::Book> book;  ///< with the project's own phrases; null where there are none

  bool operator==(const RuleSettings& other) const {
    const bool same = custom == other.custom || (custom && other.custom && *custom == *other.custom);
    return same && book == other.book && severity == other.severity && options == other.options && words == other.words;
  }
};

}  // namespace afterword
