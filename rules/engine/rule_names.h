// The ids that may stand where a rule is named: ours, and those that the user made.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "rules/engine/custom_rules.h"
#include "rules/engine/rule.h"

namespace afterword {

struct RuleNames {
  std::span<const Rule* const> ours;
  const CustomRules* custom = nullptr;  ///< null where there are none

  bool has(std::string_view id) const {
    for (const Rule* rule : ours)
      if (rule->id == id) return true;
    return custom && custom->rule(id);
  }
  std::vector<std::string_view> all() const {
    std::vector<std::string_view> ids;
    for (const Rule* rule : ours) ids.push_back(rule->id);
    if (custom)
      for (const CustomRule& rule : custom->rules()) ids.push_back(rule.id);
    return ids;
  }
};

}  // namespace afterword
