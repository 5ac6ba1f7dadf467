#include "rules/checks/stock_families.h"

#include <array>

namespace afterword {
namespace {

using enum StockFamily;

constexpr Pattern of(StockFamily family, std::string_view text) { return {text, static_cast<std::uint16_t>(family)}; }

constexpr auto patterns = std::to_array<Pattern>({
    of(time_and_consideration, "your *1 time and *1 consideration"),
    of(time_and_consideration, "your *1 consideration and *1 time"),
    of(busy_schedule,
       "(time|moment|minutes|hour) *2 (out of|from) (your|what) *4 (busy|hectic|packed|full) *1 "
       "(schedule|day|schedules|days|calendar|week)"),
    of(busy_schedule, "(time|moment|minutes) out of your *1 (schedule|day)"),
    of(busy_schedule, "(in|despite|given) your *1 (busy|hectic) (schedule|day)"),
    of(opportunity_to_interview, "(opportunity|chance) to (interview|be interviewed)"),
    of(asset_to_team,
       "@degree? (a|an) *2 asset (to|for) (your|the) *2 "
       "(team|company|organisation|organization|group|firm|department)"),
    of(perfect_fit,
       "(i|i'm|i'd|i am|me|be|makes me|as) (be)? (a|an|the) @degree? (perfect|ideal|great|excellent|natural) "
       "(fit|match|candidate)"),
    of(perfect_fit,
       "(role|position|job|this|it|skills|background|experience|opportunity|company|team) (is|are|would "
       "be|seems|sounds|looks) (like)? (a|an|the) @degree? (perfect|ideal) (fit|match)"),
    of(perfect_fit,
       "(perfect|ideal) (fit|match|candidate) for (the|this|your|both|my) *1 "
       "(role|position|team|job|company|skills|opportunity|needs|us|sides|background|post)"),
    of(ground_running, "(hit|hitting) the ground running"),
    of(extra_mile, "(go|going|goes|went|gone) the extra mile"),
    of(finds_you_well,
       "(i|we)? @degree? (hope|hoping|trust|hopes) (that)? (this|my) *1 (email|e-mail|mail|note|message|letter)? "
       "(finds|reaches|is finding) you @degree? (well|in good health|in good spirits)"),
    of(hesitate, "(please)? (do not|don't|never) hesitate to"),
    of(touch_base, "(touch|touching) base"),
    of(touch_base, "(circle|circling) back"),
    of(passionate,
       "(i|i'm|am|was|been|me|someone|somebody|remain|myself|team|company|people|colleagues|candidate) (is|are|who "
       "is|who "
       "are|so)? @degree? @degree? passionate about"),
    of(passionate, "(who is|who's|who am|who are|being) @degree? @degree? passionate about"),
    of(valuable_insights, "@degree? (valuable|invaluable) (insight|insights)"),
    of(dynamic_team,
       "(dynamic|fast-paced|fast paced) *1 (team|environment|company|organisation|organization|workplace|setting) "
       "=(@joint|where|$)"),
    of(team_player, "(a|an) *1 team player"),
    of(team_player, "(think|thinking|thinks) outside (of)? the box"),
    of(team_player,
       "(see|saw|feel|felt|sense|sensed|create|bring|leverage|find|found|is|are|was|great|strong|good|clear|real|"
       "natural|"
       "perfect) *2 (synergy|synergies)"),
    of(team_player, "(synergy|synergies) (between|with|of|for) (my|our|your|us|me|you|the *1 (team|teams|company))"),
    of(team_player, "win-win"),
    of(checking_in,
       "(just|only|simply) (checking|check|wanted to check|following up to check|writing to check) (in|back)"),
    of(checking_in, "any (updates|update|news yet)"),
    of(very_excited,
       "(very|extremely|incredibly|really|so|super|absolutely) excited (about|by|for|at) (the|this) *1 "
       "(opportunity|role|position|possibility|prospect|chance)"),
    of(reiterate, "(reiterate|reiterating|restate|reaffirm) my @degree? *1 (interest|enthusiasm)"),
    of(aligns,
       "(align|aligns|aligned|aligning) @degree? @degree? *1 with my *2 (skills|skill "
       "set|skillset|background|experience|strengths|qualifications|values|goals|interests) =(@joint|$)"),
    of(earliest_convenience, "at your *1 earliest *1 convenience"),
    of(reinforced,
       "(reinforced|solidified|confirmed|strengthened|cemented|heightened) my *2 "
       "(interest|enthusiasm|excitement|desire)"),
    of(resonated, "(resonated|resonates|resonate) @degree? *1 with me"),
    of(confident, "confident (that)? my *3 (skills|skill|experience|background|qualifications|abilities|expertise)"),
    of(continued_success, "continued success"),
    // Counted only.
    of(pleasure_meeting,
       "it (was|is|has been) (such)? (a|an)? @degree? *1 (pleasure|great|nice|lovely|good|wonderful|delight) (to "
       "(meet|speak|talk|chat)|meeting|speaking|talking|chatting) (with|to)? (you|with|to)"),
    of(enjoyed_conversation,
       "(really|thoroughly|truly|greatly|very much) enjoyed (our|the|my|meeting|learning|speaking|talking) *2 "
       "(conversation|meeting|discussion|chat|more|interview|you|with)"),
    of(great_conversation, "(a|our|the) (great|wonderful|lovely|fantastic|good) (conversation|discussion|chat)"),
    of(taking_the_time, "(taking|took|take) the time (to|out)?"),
    of(for_your_time, "(thank you|thanks|grateful|thankful) *3 for your *1 time"),
    of(look_forward, "(look|looking) @degree? forward to (hearing|hear) (back)? from you"),
});

constexpr std::array<std::string_view, static_cast<std::size_t>(first_counted_family)> advice = {
    "Name what they did with the time.",
    "Name what they did in that time.",
    "Say which talk it was, or what was shown.",
    "Say what you would do there, and where you did it before.",
    "Name one need of theirs, and where you met it.",
    "Say what you could do in the first week.",
    "Tell of one time that you did more.",
    "Begin with what you came to say.",
    "A plain \"please ask\" will do.",
    "Say what you want to know or tell.",
    "Show it: what did you make or read because of it?",
    "Name the one that stayed with you.",
    "Say what is quick about it.",
    "Tell of one thing that you did with others.",
    "Ask one question about timing, with the date they named.",
    "Say what in the work draws you.",
    "Say what made you want it.",
    "Set one need of theirs beside one thing you did.",
    "Name a day, or say \"when it suits you\".",
    "Say what it was that did so.",
    "Say what you thought of since.",
    "Give the evidence instead of the confidence.",
    "Wish for something they told you of.",
};

}  // namespace

std::string_view advice_on(StockFamily family) { return advice[static_cast<std::size_t>(family)]; }

std::span<const Pattern> stock_patterns() { return patterns; }

}  // namespace afterword
