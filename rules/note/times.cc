#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <ctime>

#include <fmt/format.h>

#include "rules/note/facts.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

using std::string_view;
using namespace std::chrono;

/// Reads exactly `digits` digits at the front of `text` and takes them off.
std::optional<int> take_number(string_view& text, std::size_t least, std::size_t most) {
  std::size_t count = 0;
  while (count < text.size() && count < most && is_digit(text[count])) ++count;
  if (count < least) return std::nullopt;
  int value = 0;
  std::from_chars(text.data(), text.data() + count, value);
  text.remove_prefix(count);
  return value;
}

bool take(string_view& text, char c) {
  if (text.empty() || text[0] != c) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<std::int64_t> seconds_of(int y, int mo, int d, int h, int mi, int s) {
  year_month_day date{year{y}, month{static_cast<unsigned>(mo)}, day{static_cast<unsigned>(d)}};
  if (!date.ok() || h > 23 || mi > 59 || s > 60) return std::nullopt;
  return sys_days{date}.time_since_epoch().count() * std::int64_t{86400} + h * 3600 + mi * 60 + s;
}

/// A moment in UTC as the clock on this process's wall shows it.
std::int64_t to_local(std::int64_t utc) {
  std::time_t moment = static_cast<std::time_t>(utc);
  std::tm broken{};
  if (!localtime_r(&moment, &broken)) return utc;
  return utc + broken.tm_gmtoff;
}

/// "Z", "+02:00", "-0500"; nothing when the text is something else. Sets `known` when a zone was there.
std::optional<int> take_offset(string_view& text, bool& known) {
  known = false;
  if (text.empty()) return 0;
  if (take(text, 'Z') || take(text, 'z')) {
    known = true;
    return 0;
  }
  int sign = text[0] == '-' ? -1 : 1;
  if (!take(text, '+') && !take(text, '-')) return std::nullopt;
  auto hours = take_number(text, 2, 2);
  take(text, ':');
  auto minutes = take_number(text, 2, 2);
  if (!hours || !minutes || *hours > 14 || *minutes > 59) return std::nullopt;
  known = true;
  return sign * (*hours * 3600 + *minutes * 60);
}

}  // namespace

std::optional<LocalTime> parse_time(string_view text) {
  text = trim(text);
  auto y = take_number(text, 4, 4);
  if (!y || !take(text, '-')) return std::nullopt;
  auto mo = take_number(text, 1, 2);
  if (!mo || !take(text, '-')) return std::nullopt;
  auto d = take_number(text, 1, 2);
  if (!d) return std::nullopt;
  if (text.empty()) {
    auto at = seconds_of(*y, *mo, *d, 23, 59, 0);
    return at ? std::optional(LocalTime{*at, false}) : std::nullopt;
  }
  if (!take(text, 'T') && !take(text, 't') && !take(text, ' ')) return std::nullopt;
  text = trim(text);
  auto h = take_number(text, 1, 2);
  if (!h || !take(text, ':')) return std::nullopt;
  auto mi = take_number(text, 2, 2);
  if (!mi) return std::nullopt;
  int s = 0;
  if (take(text, ':')) {
    auto seconds = take_number(text, 2, 2);
    if (!seconds) return std::nullopt;
    s = *seconds;
    if (take(text, '.')) take_number(text, 1, 9);
  }
  text = trim(text);
  bool zoned = false;
  auto offset = take_offset(text, zoned);
  auto at = seconds_of(*y, *mo, *d, *h, *mi, s);
  if (!offset || !text.empty() || !at) return std::nullopt;
  return LocalTime{zoned ? to_local(*at - *offset) : *at, true};
}

std::optional<LocalTime> parse_mail_date(string_view text) {
  constexpr auto months =
      std::to_array<string_view>({"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"});
  if (auto comma = text.find(','); comma != string_view::npos) text.remove_prefix(comma + 1);
  text = trim(text);
  auto d = take_number(text, 1, 2);
  text = trim(text);
  if (!d || text.size() < 3) return std::nullopt;
  auto found = std::find(months.begin(), months.end(), fold(text.substr(0, 3)));
  if (found == months.end()) return std::nullopt;
  text = trim(text.substr(3));
  auto y = take_number(text, 4, 4);
  text = trim(text);
  auto h = take_number(text, 1, 2);
  if (!y || !h || !take(text, ':')) return std::nullopt;
  auto mi = take_number(text, 2, 2);
  if (!mi) return std::nullopt;
  int s = 0;
  if (take(text, ':')) s = take_number(text, 2, 2).value_or(0);
  text = trim(text);
  text = text.substr(0, std::min(text.find(' '), text.size()));
  bool zoned = false;
  auto offset = text == "GMT" || text == "UT" || text == "UTC" ? std::optional<int>(0) : take_offset(text, zoned);
  auto at = seconds_of(*y, static_cast<int>(found - months.begin()) + 1, *d, *h, *mi, s);
  if (!at) return std::nullopt;
  // The reader's clock does not matter to a note: its own wall clock at the sender's place does.
  (void)offset;
  return LocalTime{*at, true};
}

std::string to_string(LocalTime time) {
  sys_days date{days{time.seconds >= 0 ? time.seconds / 86400 : (time.seconds - 86399) / 86400}};
  year_month_day ymd{date};
  std::int64_t rest = time.seconds - sys_days{date}.time_since_epoch().count() * std::int64_t{86400};
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", static_cast<int>(ymd.year()),
                     static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()), rest / 3600, rest / 60 % 60,
                     rest % 60);
}

}  // namespace afterword
