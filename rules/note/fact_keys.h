// The keys of facts, with what each takes and where it may stand: the table of the catalogue's section 2. What is said
// of a wrong key or value, and the schema of interview.yaml, are made of it.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace afterword {

enum class FactType : std::uint8_t {
  text,
  person,  ///< "Dana Wu <dana@initech.example>"
  people,  ///< one, or a list of them
  texts,   ///< one text, or a list of them
  time,    ///< what parse_time() reads
  kind,
  delivery,
  done,
  truth,
  rules,         ///< rule ids
  interviewers,  ///< a list of maps
};

/// Where a key means something, one bit each.
using FactPlaces = std::uint8_t;
inline constexpr FactPlaces in_note = 1, in_file = 2, in_interviewer = 4;

struct FactKey {
  std::string_view name;
  FactType type;
  FactPlaces places;
  std::string_view meaning;
};

/// In the order of the catalogue.
inline constexpr auto fact_keys = std::to_array<FactKey>({
    {"kind", FactType::kind, in_note | in_file | in_interviewer, "The kind of note."},
    {"to", FactType::people, in_note, "The addressee, with or without an address."},
    {"from", FactType::person, in_note | in_file | in_interviewer, "The writer of the notes."},
    {"company", FactType::texts, in_note | in_file | in_interviewer, "The employer; a list holds its aliases too."},
    {"role", FactType::text, in_note | in_file | in_interviewer, "The position."},
    {"interview", FactType::time, in_note | in_file | in_interviewer, "When it took place: 2026-03-03 14:00."},
    {"topics", FactType::texts, in_note | in_file | in_interviewer, "What was talked about."},
    {"sent", FactType::time, in_note, "When the note went out; left out while it has not."},
    {"delivery", FactType::delivery, in_note, "How it gets there."},
    {"decision-by", FactType::time, in_note | in_file | in_interviewer, "The date by which they promised an answer."},
    {"referred-by", FactType::person, in_note | in_file | in_interviewer, "Who opened the door."},
    {"subject", FactType::text, in_note, "The subject of a note that is no mail."},
    {"done", FactType::done, in_interviewer, "How this person has been thanked; no note is owed any more."},
    {"ignore", FactType::rules, in_note | in_file | in_interviewer, "Rules that are silent."},
    {"afterword", FactType::truth, in_note, "Whether this is a note."},
    {"name", FactType::text, in_interviewer, "Their name."},
    {"email", FactType::text, in_interviewer, "Their address."},
    {"title", FactType::text, in_interviewer, "What they do."},
    {"interviewers", FactType::interviewers, in_note | in_file, "The people who were met."},
});

inline constexpr auto delivery_names = std::to_array<std::string_view>({"email", "post", "hand", "desk"});
inline constexpr auto done_names = std::to_array<std::string_view>({"email", "card", "skip"});

}  // namespace afterword
