// Which roles the cues of a sentence show. The weights are set by hand: 1 is a cue
// that shows the role alone, and what usually stands for another role counts against it.
#include "rules/note/role_cues.h"

namespace afterword {
namespace {

constexpr std::uint64_t bit(Cue cue) { return std::uint64_t{1} << static_cast<unsigned>(cue); }

/// The cues of one sentence, for reading and weighing.
class Evidence {
 public:
  explicit Evidence(std::uint64_t bits) : bits_(bits) {}

  template <typename... Cues>
  bool has(Cues... cues) const {
    return (bits_ & (bit(cues) | ...)) != 0;
  }
  /// How many of these it has.
  template <typename... Cues>
  float count(Cues... cues) const {
    return static_cast<float>(((bits_ >> static_cast<unsigned>(cues) & 1) + ...));
  }

 private:
  std::uint64_t bits_ = 0;
};

bool thanks(const Evidence& e) { return e.has(Cue::thanks) && !e.has(Cue::no_thanks); }

/// What the reader said or did is taken up by somebody who was there.
bool strong_anchor(const Evidence& e) {
  return e.has(Cue::said, Cue::since_talk, Cue::third_said, Cue::met_over, Cue::you_past);
}

float anchor_weight(const Evidence& e) {
  float weight = e.count(Cue::said, Cue::since_talk, Cue::third_said, Cue::met_over) + 0.9f * e.count(Cue::you_past) +
                 1.2f * e.count(Cue::your_point) + 1.0f * e.count(Cue::we_talked) + 0.8f * e.count(Cue::memory) +
                 0.7f * e.count(Cue::noticed) + 0.4f * e.count(Cue::quoted);
  if (e.has(Cue::starts_your)) weight += 0.5f;
  if (e.has(Cue::starts_you)) weight += 0.3f;
  return weight;
}

float against_callback(const Evidence& e) {
  float weight = 0.8f * e.count(Cue::wait, Cue::step_ask) +
                 0.5f * e.count(Cue::interest, Cue::offer, Cue::question, Cue::conditional, Cue::social) +
                 0.4f * e.count(Cue::step, Cue::first_would, Cue::first_future, Cue::promise_here) +
                 0.7f * e.count(Cue::harm, Cue::other);
  if (!strong_anchor(e)) weight += 0.4f * e.count(Cue::fit) + 0.1f * e.count(Cue::own_past);
  // "Four years on a service desk taught me"
  if (e.has(Cue::fit) && e.has(Cue::number) && !e.has(Cue::has_you, Cue::has_your)) weight += 0.6f;
  return weight;
}

/// Whether the sentence points back at the talk; how specific it is decides between callback and vague.
bool points_back(const Evidence& e) {
  const float weight = anchor_weight(e) - against_callback(e);
  if (thanks(e))
    return (e.has(Cue::thanks_act) && !e.has(Cue::thanks_plain)) || weight >= (e.has(Cue::thanks_plain) ? 2.4f : 1.6f);
  return weight >= 0.7f;
}

bool vague(const Evidence& e) {
  return anchor_weight(e) + 0.6f * e.count(Cue::our_talk) >= 0.5f &&
         !e.has(Cue::wait, Cue::offer, Cue::step_ask, Cue::step, Cue::harm) &&
         !(e.has(Cue::social) && !e.has(Cue::our_talk));
}

float step_weight(const Evidence& e, bool callback) {
  return e.count(Cue::step) + 0.7f * e.count(Cue::step_ask) + 0.5f * e.count(Cue::step_weak, Cue::question) +
         0.4f * e.count(Cue::date, Cue::first_future) -
         0.3f * e.count(Cue::interest, Cue::other, Cue::first_past, Cue::fit) -
         0.4f * e.count(Cue::offer, Cue::thanks) - 0.5f * e.count(Cue::social) - 1.0f * e.count(Cue::harm, Cue::rival) -
         0.8f * e.count(Cue::wait) -
         (!callback          ? 0.0f
          : e.has(Cue::date) ? 0.5f
                             : 0.8f);
}

float addition_weight(const Evidence& e, bool callback) {
  float weight = e.count(Cue::link) + 0.9f * e.count(Cue::promise_here) + 0.8f * e.count(Cue::addition) +
                 1.1f * e.count(Cue::left_out) + 0.4f * e.count(Cue::result) + 0.6f * e.count(Cue::news_after) -
                 0.5f * e.count(Cue::harm) - 0.4f * e.count(Cue::interest, Cue::wait) -
                 0.3f * e.count(Cue::fit, Cue::step, Cue::offer);
  if (callback) weight += e.has(Cue::since_talk) ? 0.35f : -0.4f;
  // "I found our talk about the role fascinating" gives nothing new.
  if (!callback && e.has(Cue::our_talk, Cue::thanks, Cue::we_talked) && !e.has(Cue::specific)) weight -= 0.6f;
  return weight;
}

float fit_weight(const Evidence& e, bool callback) {
  return 0.8f * e.count(Cue::fit) + 0.5f * e.count(Cue::own_past) + 0.3f * e.count(Cue::number) +
         0.2f * e.count(Cue::name) + 0.1f * e.count(Cue::starts_my, Cue::specific) -
         0.6f * e.count(Cue::promise_here, Cue::interest, Cue::offer, Cue::wait, Cue::harm) -
         0.4f * e.count(Cue::addition) - 0.6f * e.count(Cue::left_out) - 0.5f * e.count(Cue::thanks, Cue::social) -
         0.4f * e.count(Cue::step) -
         0.3f * e.count(Cue::step_weak, Cue::has_you, Cue::other, Cue::memory, Cue::your_point, Cue::we_talked) -
         0.2f * e.count(Cue::date) -
         (!callback                                  ? 0.0f
          : e.has(Cue::starts_your, Cue::starts_you) ? 1.0f
                                                     : 0.6f);
}

/// The roles that the sentence shows by itself.
Roles own_roles(const Evidence& e) {
  Roles roles;
  if (thanks(e)) roles.add(Role::thanks);
  const bool back = points_back(e);
  const bool callback = back && e.has(Cue::specific);
  if (callback)
    roles.add(Role::callback);
  else if (!e.has(Cue::specific, Cue::slot) && (back || vague(e)))
    roles.add(Role::vague);
  if (e.has(Cue::wait)) roles.add(Role::wait);
  if (e.has(Cue::social) && !(callback && strong_anchor(e) && !e.has(Cue::our_talk))) roles.add(Role::social);
  const bool offers =
      e.has(Cue::offer) || (e.has(Cue::offer_if) && !e.has(Cue::date, Cue::step, Cue::fit, Cue::number, Cue::other));
  if (offers && !e.has(Cue::harm) && !(callback && strong_anchor(e) && !e.has(Cue::conditional)))
    roles.add(Role::offer);
  if (step_weight(e, callback) >= 0.8f) roles.add(Role::next_step);
  if (e.has(Cue::interest) && !e.has(Cue::question)) roles.add(Role::interest);
  if (addition_weight(e, callback) >= 0.7f) roles.add(Role::addition);
  if (!roles.has(Role::vague) && fit_weight(e, callback) >= 0.6f) roles.add(Role::fit);
  return roles;
}

/// Weights a little under those that decide; bare hints count only where nothing else was seen.
Roles nearly_roles(const Evidence& e, Roles own) {
  Roles roles;
  const bool harm = e.has(Cue::harm), ahead = e.has(Cue::step, Cue::wait, Cue::step_ask);
  const bool taken =
      own.any_of({Role::callback, Role::next_step, Role::offer, Role::thanks, Role::social, Role::wait, Role::vague});
  const float back = anchor_weight(e) - against_callback(e);
  if (e.has(Cue::specific) && !harm && !ahead && !e.has(Cue::social, Cue::offer) && back >= 0.4f)
    roles.add(Role::callback);
  if (step_weight(e, false) >= 0.4f && !harm &&
      !e.has(Cue::first_past, Cue::own_past, Cue::you_past, Cue::thanks, Cue::said, Cue::your_point, Cue::social,
             Cue::memory))
    roles.add(Role::next_step);
  const bool own_case = e.has(Cue::has_first) && e.has(Cue::number, Cue::name) && !harm && !ahead &&
                        !e.has(Cue::interest, Cue::your_point, Cue::said);
  if ((fit_weight(e, false) >= 0.4f || own_case) && !e.has(Cue::thanks, Cue::social, Cue::you_past, Cue::our_talk))
    roles.add(Role::fit);
  const bool wishes = e.has(Cue::first_would) && !harm && !ahead && !taken;
  const bool feels = e.has(Cue::interest_weak) && e.has(Cue::has_first) &&
                     !e.has(Cue::thanks, Cue::wait, Cue::social, Cue::offer, Cue::own_past, Cue::our_talk);
  if (e.has(Cue::interest) || feels || wishes) roles.add(Role::interest);
  if (addition_weight(e, false) >= 0.4f && !e.has(Cue::thanks, Cue::wait, Cue::social)) roles.add(Role::addition);
  return roles;
}

}  // namespace

void weigh(SentenceCues& cues) {
  const Evidence e(cues.bits);
  cues.own = own_roles(e);
  cues.nearly = nearly_roles(e, cues.own);
}

Decision CueClassifier::decide(const SentenceCues& cues, const Place&) const {
  Decision made{cues.own.empty() ? Roles{Role::other} : cues.own, {}};
  for (std::size_t i = 0; i < role_count; ++i) {
    const auto role = static_cast<Role>(i);
    made.chances[i] = made.roles.has(role) ? 1.0f : cues.nearly.has(role) ? 0.5f : 0.0f;
  }
  made.at_most = made.chances;
  return made;
}

}  // namespace afterword
