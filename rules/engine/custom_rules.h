// Rules that a user or a project wrote under `custom:`. Each expression is compiled once, and shared by all
// configurations that hold the rule; immutable then, any thread may judge by them.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/engine/finding.h"

namespace re2 {
class RE2;
}

namespace afterword {

class Findings;

/// What one source of rules may hold. An expression has up to 4 MiB, which RE2 fills as texts need it; a list of
/// phrases takes four thousand instructions of 16 bytes and one a letter.
inline constexpr std::size_t most_custom_rules = 100, most_custom_instructions = 500'000;
/// A rule that finds more in one note finds every other word, by mistake; no editor is shown more anyhow.
inline constexpr std::size_t most_custom_findings = 200;

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

/// With its expressions; null where there are none.
struct CompiledRule : CustomRule {
  std::shared_ptr<const re2::RE2> phrases_search, pattern_search;

  /// Compiles the pattern, and says why it can't be looked for: it finds nothing then. Empty where it can.
  std::string compile_pattern();
  /// The same of the phrases, which are looked for at once.
  std::string compile_phrases();
  /// Why nothing could be replaced by `replace`; empty where it could. Both have been compiled.
  std::string replace_fault() const;
  std::size_t instructions() const;  ///< how large both are
};

/// A body's prose as patterns see it, for all rules of one judgement.
class Prose;

class CustomRules {
 public:
  explicit CustomRules(std::vector<CompiledRule> rules) : rules_(std::move(rules)) {}
  /// Compiles them: a rule whose pattern does not compile finds nothing by it.
  explicit CustomRules(const std::vector<CustomRule>& rules);

  std::span<const CompiledRule> rules() const { return rules_; }
  const CompiledRule* rule(std::string_view id) const;  ///< null if there is none

  /// What the rule of that index finds in a note's prose: code, quotations and links' targets are none.
  void check(std::size_t index, const Prose& prose, Findings& findings) const;

  /// As they were written.
  bool operator==(const CustomRules& other) const;

 private:
  class Search;

  std::vector<CompiledRule> rules_;
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
