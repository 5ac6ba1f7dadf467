#include "rules/phrases/sayable.h"

namespace afterword::phrases {

bool is_sayable(const Phrase& phrase, const Facts& facts, Kind kind, LocalTime now) {
  constexpr std::int64_t day = 24 * 3600, most_days = 6;  // after a week the same weekday is another one
  const auto names = [&](std::string_view slot) { return phrase.text.find(slot) != std::string_view::npos; };
  const auto since = [&](const Fact<LocalTime>& fact) { return now.seconds - fact.value.seconds; };
  if (names("${referrer}") && !facts.referred_by) return false;
  if (names("${decision_by}")) {
    if (!facts.decision_by) return false;
    if (kind != Kind::no_reply && since(*facts.decision_by) > day) return false;
  }
  if (!facts.interview) return true;
  if (names("${date}") && since(*facts.interview) < -day) return false;
  return !names("${day}") || (since(*facts.interview) >= -day && since(*facts.interview) <= most_days * day);
}

}  // namespace afterword::phrases
