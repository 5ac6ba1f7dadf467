// The phrases behind the role cues, one list a cue. Data only; any thread.
#pragma once

#include <span>
#include <string_view>

#include "rules/note/role_cues.h"

namespace afterword {

struct CuePatterns {
  Cue cue = Cue::other;
  std::span<const std::string_view> patterns;
};

std::span<const CuePatterns> talk_patterns();  ///< thanks and what passed between the two: role_patterns_talk.cc
std::span<const CuePatterns> plan_patterns();  ///< what is to come, and pleasantries: role_patterns_plan.cc
std::span<const CuePatterns> self_patterns();  ///< the writer's own case: role_patterns_self.cc
std::span<const CuePatterns> news_patterns();  ///< what is new: role_patterns_news.cc
std::span<const CuePatterns> harm_patterns();  ///< signs of harm: role_patterns_harm.cc

}  // namespace afterword
