// Rules that a user or a project wrote under `custom:`. Compiled once for a configuration; immutable then, any thread
// may judge by them.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/engine/finding.h"

namespace afterword {

class Findings;

/// As it was written. Phrases are whole words in any letter case, the pattern has RE2's syntax.
struct CustomRule {
  std::string id;
  std::string message;
  Severity severity = Severity::warning;
  std::vector<std::string> phrases;
  std::string pattern;
  std::optional<std::string> replace;  ///< \1 is what the pattern's first group holds

  bool operator==(const CustomRule&) const = default;
};

/// Why RE2 does not take a pattern, in its own words; empty where it does.
std::string pattern_fault(const std::string& pattern);
/// Why the phrases of one rule can't be looked for at once; empty where they can.
std::string phrases_fault(const std::vector<std::string>& phrases);
/// Why nothing could be replaced by the rule's `replace`; empty where it could. The pattern must be sound.
std::string replace_fault(const CustomRule& rule);

/// A body's prose as patterns see it, for all rules of one judgement.
class Prose;

class CustomRules {
 public:
  /// A rule whose pattern does not compile finds nothing by it.
  explicit CustomRules(std::vector<CustomRule> rules);
  ~CustomRules();

  std::span<const CustomRule> rules() const { return rules_; }
  const CustomRule* rule(std::string_view id) const;  ///< null if there is none

  /// What the rule of that index finds in a note's prose: code, quotations and links' targets are none.
  void check(std::size_t index, const Prose& prose, Findings& findings) const;

  bool operator==(const CustomRules& other) const { return rules_ == other.rules_; }

 private:
  struct Compiled;
  class Search;

  std::vector<CustomRule> rules_;
  std::vector<std::unique_ptr<const Compiled>> compiled_;  // one a rule
};

class Note;

class Prose {
 public:
  explicit Prose(const Note& note);
  ~Prose();
  Prose(const Prose&) = delete;
  Prose& operator=(const Prose&) = delete;

 private:
  friend class CustomRules;
  struct Stretch;

  const Note& note_;
  std::vector<Stretch> stretches_;  // one a paragraph
};

}  // namespace afterword
