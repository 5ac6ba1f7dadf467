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
  std::string_view use;  ///< what the program does with it
};

/// In the order of the catalogue.
inline constexpr auto fact_keys = std::to_array<FactKey>({
    {"kind", FactType::kind, in_note | in_file | in_interviewer, "The kind of note.",
     "It says which parts the note is asked for and which phrases are offered."},
    {"to", FactType::people, in_note, "The addressee, with or without an address.",
     "The salutation is held against it, and phrases address this person."},
    {"from", FactType::person, in_note | in_file | in_interviewer, "The writer of the notes.",
     "A missing signature is filled in with it."},
    {"company", FactType::texts, in_note | in_file | in_interviewer, "The employer; a list holds its aliases too.",
     "Names in the note are held against it, and phrases speak of it."},
    {"role", FactType::text, in_note | in_file | in_interviewer, "The position.", "Phrases speak of it."},
    {"interview", FactType::time, in_note | in_file | in_interviewer, "When it took place: 2026-03-03 14:00.",
     "A note is late 24 hours after it, and phrases name the day."},
    {"topics", FactType::texts, in_note | in_file | in_interviewer, "What was talked about.",
     "Phrases recall them, those first that the note has not taken up."},
    {"sent", FactType::time, in_note, "When the note went out; left out while it has not.",
     "The note is judged as of then, and not by the clock."},
    {"delivery", FactType::delivery, in_note, "How it gets there.",
     "A card by post or by hand is brief and on its way for days, and is judged so."},
    {"decision-by", FactType::time, in_note | in_file | in_interviewer, "The date by which they promised an answer.",
     "A reminder before that day comes early, and phrases name it."},
    {"referred-by", FactType::person, in_note | in_file | in_interviewer, "Who opened the door.",
     "Phrases thank them by name."},
    {"subject", FactType::text, in_note, "The subject of a note that is no mail.",
     "One that would fit any note is told."},
    {"done", FactType::done, in_interviewer, "How this person has been thanked; no note is owed any more.",
     "Nobody is reminded of a note to this person."},
    {"ignore", FactType::rules, in_note | in_file | in_interviewer, "Rules that are silent.",
     "They find nothing in these notes."},
    {"afterword", FactType::truth, in_note, "Whether this is a note.",
     "true has any text judged as a note, false has none."},
    {"name", FactType::text, in_interviewer, "Their name.",
     "A note to them is found by it, and its salutation is held against it."},
    {"email", FactType::text, in_interviewer, "Their address.", "A note to this address is known to be theirs."},
    {"title", FactType::text, in_interviewer, "What they do.",
     "It is for the reader of the file; no rule asks for it."},
    {"interviewers", FactType::interviewers, in_note | in_file, "The people who were met.",
     "Each note is matched with one of them, and who has no note yet is told."},
});

inline constexpr auto delivery_names = std::to_array<std::string_view>({"email", "post", "hand", "desk"});
inline constexpr auto done_names = std::to_array<std::string_view>({"email", "card", "skip"});

}  // namespace afterword
