// A note's own ignores: which findings they silence, and which of them silence nothing. One a judgement.
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
  };
  Fix removal(const Entry& entry) const;

  const Note& note_;
  std::span<const Directive> directives_;
  std::vector<Entry> entries_;
};

}  // namespace afterword
