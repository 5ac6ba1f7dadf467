// A note's own ignores: which findings they silence, and which of them silence nothing. One a judgement. Each question
// costs a binary search, since a note may hold thousands of them.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "rules/engine/directives.h"
#include "rules/engine/finding.h"
#include "rules/engine/rule_names.h"
#include "rules/note/facts.h"

namespace afterword {

class Ignores {
 public:
  /// References all of them.
  Ignores(const Note& note, const Facts& facts, std::span<const Directive> directives);

  /// Whether the rule is silent in the whole note, by its facts or by what is remembered of it.
  bool cover_note(std::string_view rule) const;
  /// Whether the rule would find anything is not known, so that its ignores count as used.
  void set_aside(std::string_view rule);
  /// The same of each `off`: one rule at least did not run that might have found something there.
  void set_all_aside() { set_aside({}); }

  /// Takes out what is silenced.
  void apply(std::vector<Finding>& findings);
  /// Adds a hint for each ignore in the note that apply() had no use for. Names that are no rule's are passed over.
  void report_unused(const RuleNames& rules, std::vector<Finding>& findings) const;

 private:
  struct Entry {
    std::string_view rule;  // empty: all
    Span reach;             // by where findings begin, both ends included
    Span at;                // where it stands in the note; empty where it does not
    const Directive* comment = nullptr;
    bool used = false;
    bool spare = false;  // it would have silenced something that another one did
  };

  Fix removal(const Entry& entry) const;
  /// The entries of that rule in the order in which they stand, as indices.
  std::span<const std::size_t> entries_of(std::string_view rule) const;
  /// The first entry of that rule that silences what begins at byte `at`, the number of all entries where none does.
  std::size_t first_reaching(std::string_view rule, std::size_t at) const;
  /// The same of its comments alone.
  std::size_t first_comment_reaching(std::string_view rule, std::size_t at) const;

  const Note& note_;
  std::span<const Directive> directives_;
  std::vector<Entry> entries_;
  std::vector<std::size_t> by_rule_;  // indices: by rule, then in the order in which they stand
};

}  // namespace afterword
