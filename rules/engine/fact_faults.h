// Facts that can't be taken: keys that are none, dates, kinds and rules that nobody can read. For a note's front matter
// and for interview.yaml alike.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "rules/engine/directives.h"
#include "rules/engine/rule_names.h"
#include "rules/note/fact_keys.h"
#include "rules/note/fields.h"

namespace afterword {

struct FactFault {
  Span span;  ///< the key or the value, as the fields have it
  std::string message;
  std::vector<std::string> instead;  ///< what was meant, perhaps
};

/// More than these are not told at once: who mends them is told the next. Each is worded with what was meant, perhaps.
inline constexpr std::size_t most_fact_faults = 100;

/// In the order of the entries, most_fact_faults of them at most. In a note keys of other tools pass, unless they are a
/// slip away from one of ours.
std::vector<FactFault> fact_faults(const std::vector<Field>& entries, FactPlaces place, const RuleNames& rules);

/// What is said of a rule that is none.
FactFault unknown_rule(std::string_view id, Span span, const RuleNames& rules);
/// What is said of a comment to us that says nothing we know; `word` is what stands for it.
FactFault unknown_directive(const Directive& directive, std::string_view word);

}  // namespace afterword
