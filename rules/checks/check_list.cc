#include "rules/checks/check_list.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "rules/checks/missing.h"
#include "rules/checks/places.h"
#include "rules/engine/parts.h"

namespace afterword {

namespace {

/// By name: "Dear Hiring Manager" greets nobody.
bool lacks_greeting(const Context& context) { return !context.note.greeting() || context.salutation.generic; }

/// What is said of the talk in general recalls nothing of it.
bool lacks_told_callback(const Context& context) {
  return lacks_callback(context) || (context.present.has(Role::vague) && !context.present.has(Role::callback));
}

struct PartRule {
  std::string_view name, meaning, rule;
  const Severities* asked;
  bool (*is_missing)(const Context&);
  bool on_paper = true;  // false: a card by post or by hand need not have it
};

constexpr auto part_rules = std::to_array<PartRule>({
    {"greeting", "the reader's own name", "greeting-missing", &parts::greeting, lacks_greeting},
    {"thanks", "for something they did", "thanks-missing", &parts::thanks, lacks_thanks},
    {"callback", "something that was said", "callback-missing", &parts::callback, lacks_told_callback},
    {"interest", "that you want it, and why", "interest-missing", &parts::interest, lacks_interest},
    {"fit", "what you bring, with a place or a number", "fit-missing", &parts::fit, lacks_fit},
    {"addition", "something new, or an offer", "addition-missing", &parts::addition, lacks_addition, false},
    {"next step", "a day, a call, what you will send", "next-step-missing", &parts::next_step, lacks_next_step, false},
    {"sign-off", "a closing line", "sign-off-missing", &parts::ending, lacks_sign_off},
    {"signature", "your name", "signature-missing", &parts::ending, lacks_signature},
});

bool is_silent(const Context& context, std::string_view rule) {
  if (context.settings)
    if (const auto set = context.settings->severity.find(rule);
        set != context.settings->severity.end() && set->second == Severity::off)
      return true;
  const auto& ignored = context.facts.ignore;
  return std::any_of(ignored.begin(), ignored.end(), [&](const auto& one) { return one.value == rule; });
}

std::string counted(std::int64_t count, std::string_view unit) {
  return fmt::format("{} {}{}", count, unit, count == 1 ? "" : "s");
}

}  // namespace

std::size_t CheckList::there() const {
  return static_cast<std::size_t>(
      std::count_if(parts.begin(), parts.end(), [](const ListedPart& part) { return part.there; }));
}

CheckList check_list(const Context& context) {
  CheckList list;
  if (!context.english) return list;
  for (const PartRule& part : part_rules) {
    if (part.asked->of_all(context.kinds) == Severity::off || is_silent(context, part.rule)) continue;
    if (!part.on_paper && on_paper(context)) continue;
    list.parts.push_back({part.name, part.meaning, part.rule, !part.is_missing(context)});
  }
  return list;
}

std::optional<Timing> timing(const Context& context) {
  constexpr std::int64_t hour = 3600, day = 24 * hour, given_up = 10 * day;
  constexpr Kinds timely = only(Kind::interview) | only(Kind::phone_screen) | only(Kind::informational);
  const Facts& facts = context.facts;
  if (!facts.interview || (only(context.kind) & timely) == 0) return std::nullopt;
  const std::int64_t talk = facts.interview->value.seconds;
  const bool sent = facts.sent.has_value();
  const std::int64_t took = (sent ? facts.sent->value : context.now).seconds - talk;
  if (sent) {
    if (took < 0) return std::nullopt;
    return Timing{took < 2 * day ? fmt::format("sent {} after the talk", counted(took / hour, "hour"))
                                 : fmt::format("sent {} after the talk", counted(took / day, "day")),
                  std::nullopt};
  }
  if (took < 0) return Timing{"", LocalTime{talk, true}};
  if (took >= given_up) return std::nullopt;
  if (took > day) return Timing{"the 24 hours are over", LocalTime{talk + given_up, true}};
  const std::int64_t left = day - took;
  if (left < hour) return Timing{"less than an hour left of 24", LocalTime{talk + day + 1, true}};
  return Timing{fmt::format("{} left of 24", counted(left / hour, "hour")),
                LocalTime{context.now.seconds + left % hour + 1, true}};
}

}  // namespace afterword
