// What is known about the occasion (catalogue, section 2), each fact with where it came from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/note/fact_keys.h"
#include "rules/note/kind.h"
#include "rules/note/note.h"
#include "rules/note/span.h"

namespace afterword {

/// A civil time without a zone, as the writer's own clock shows it.
struct LocalTime {
  std::int64_t seconds = 0;  ///< since 1970-01-01 00:00 on that clock
  bool has_time = true;      ///< false: only a date was given; seconds then stand at 23:59 of it

  auto operator<=>(const LocalTime& other) const { return seconds <=> other.seconds; }
  bool operator==(const LocalTime& other) const { return seconds == other.seconds; }
};

/// Reads "2026-11-20", "2026-11-20 14:00", "2026-11-20T14:00:00", with "Z" or an offset (then shifted to the zone of
/// this process). Nothing for anything else.
std::optional<LocalTime> parse_time(std::string_view text);
/// Reads the date of a mail header (RFC 5322), shifted likewise.
std::optional<LocalTime> parse_mail_date(std::string_view text);
/// "2026-11-20T14:00:00".
std::string to_string(LocalTime time);

/// Where a fact stands. An empty path is the note itself.
struct Origin {
  std::string path;
  Span span;                 ///< bytes of that file
  std::uint32_t line = 1;    ///< counted from 1, for files that are not at hand when a finding is shown
  std::uint32_t column = 1;  ///< code points, from 1
};

template <typename T>
struct Fact {
  T value{};
  Origin origin;
};

struct Person {
  std::string name;  ///< as written: "Dr. Dana Wu"; empty where only an address is known
  std::string email;
  Origin origin;
};

enum class Delivery : std::uint8_t { email, post, hand, desk };

struct Facts {
  std::optional<Fact<Kind>> kind;
  std::vector<Person> to;
  std::optional<Person> from;
  std::vector<Fact<std::string>> company;  ///< name, then aliases
  std::optional<Fact<std::string>> role;
  std::optional<Fact<LocalTime>> interview;
  std::vector<Fact<std::string>> topics;
  std::optional<Fact<LocalTime>> sent;
  std::optional<Fact<Delivery>> delivery;
  std::optional<Fact<LocalTime>> decision_by;
  std::optional<Person> referred_by;
  std::optional<Fact<std::string>> subject;
  std::vector<Fact<std::string>> ignore;
  std::optional<Fact<bool>> afterword;
  std::optional<Fact<std::string>> done;  ///< what the addressee has had already, by interview.yaml
  bool matched = false;                   ///< the addressee is one of those whom interview.yaml names
  std::vector<Person> others;             ///< further interviewers that interview.yaml names: known, but not addressed
};

/// An interview.yaml that has been read, for facts_of().
struct InterviewFile {
  std::string path;  ///< as shown to the user
  std::string text;
  Fields fields;
  FactPlaces top = in_file;  ///< where the keys at its top count as standing
};
InterviewFile read_interview_file(std::string path, std::string text);

/// Somebody whom an interview.yaml names, and what it says of the talk with them.
struct Interviewer {
  Person person;
  Facts facts;
  std::size_t place = 0;  ///< in the file, from 0
};
std::vector<Interviewer> interviewers_of(const InterviewFile& file);

/// The companies' names and aliases that the file holds, for all its people or for some.
std::vector<std::string> companies_of(const InterviewFile& file);

/// The note's facts: its own front matter and mail headers first, else those of `file` (may be null) where it
/// names the addressee.
Facts facts_of(const Note& note, const InterviewFile* file);

}  // namespace afterword
