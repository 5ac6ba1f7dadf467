#include "rules/engine/fixing.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "rules/engine/rewritten.h"
#include "rules/note/hash.h"

namespace afterword {

namespace {

/// A custom rule tells of two hundred places at a time (most_custom_findings), so a long note takes some rounds.
constexpr std::size_t most_rounds = 50;
/// A fix that its own rule finds again makes a text grow with each round: eight times, and these bytes, are too much.
constexpr std::size_t most_growth = 8, most_grown_bytes = 64u << 10;

using RuleIds = std::set<std::string, std::less<>>;

struct Round {
  std::vector<Edit> edits;
  std::size_t fixes = 0;
  RuleIds rules;
};

Round next_round(const Verdict& verdict, FixScope scope, const RuleIds& endless) {
  Round round;
  std::size_t free_from = 0;
  for (const Finding& finding : verdict.findings) {
    if (endless.contains(finding.rule)) continue;
    for (const Fix& fix : finding.fixes) {
      if (!is_taken(scope, finding, fix) || fix.edits.front().span.begin < free_from) continue;
      free_from = fix.edits.back().span.end + 1;  // touching edits wait for the next round
      round.edits.insert(round.edits.end(), fix.edits.begin(), fix.edits.end());
      round.rules.emplace(finding.rule);
      ++round.fixes;
      break;
    }
  }
  return round;
}

/// What has been done to a text so far, round by round, to see that it leads nowhere.
class History {
 public:
  explicit History(std::string_view text) : most_(most_growth * text.size() + most_grown_bytes) {
    rounds_by_text_[hash_of(text)] = 0;
  }

  /// False where the text that a round has led to was there before, or rounds come to no end.
  bool add(std::string_view text, const Round& round) {
    rules_.push_back(round.rules);
    const auto [before, is_new] = rounds_by_text_.emplace(hash_of(text), rules_.size());
    if (!is_new) circle_ = before->second;
    return is_new && rules_.size() < most_rounds && text.size() <= most_;
  }

  /// The rules that lead round the circle, else those of the last round; ours come to an end among themselves, so where
  /// there are some that the user made, these.
  RuleIds suspects(const CustomRules* custom) const {
    RuleIds found, made;
    for (std::size_t i = circle_.value_or(rules_.size() - 1); i < rules_.size(); ++i)
      for (const std::string& rule : rules_[i]) {
        found.insert(rule);
        if (custom && custom->rule(rule)) made.insert(rule);
      }
    return made.empty() ? found : made;
  }

 private:
  std::size_t most_;
  std::vector<RuleIds> rules_;                           // of each round
  std::map<std::uint64_t, std::size_t> rounds_by_text_;  // how many rounds a text took
  std::optional<std::size_t> circle_;                    // after so many rounds the text was as it is again
};

}  // namespace

bool is_taken(FixScope scope, const Finding& finding, const Fix& fix) {
  if (fix.edits.empty() || fix.file) return false;
  if (fix.safe && fix.preferred) return true;
  if (scope == FixScope::safe || fix.kind != FixKind::erase) return false;
  return fix.preferred || finding.fixes.size() == 1;
}

FixedText fix_all(std::string_view text, const Verdict& verdict, FixScope scope, const JudgeAgain& judge_again) {
  RuleIds endless;
  for (;;) {
    Rewritten now(text);
    Round round = next_round(verdict, scope, endless);
    History history(text);
    std::size_t fixed = 0;
    while (!round.edits.empty()) {
      now.apply(round.edits);
      fixed += round.fixes;
      auto next = std::make_shared<const std::string>(now.text());
      if (!history.add(*next, round)) break;
      round = next_round(judge_again(std::move(next)), scope, endless);
    }
    if (round.edits.empty()) return {now.text(), now.edits(), fixed};
    endless.merge(
        history.suspects(verdict.custom.get()));  // at least one that was not among them, so this comes to an end
  }
}

}  // namespace afterword
