#include <algorithm>
#include <string>
#include <string_view>

#include "rules/checks/checks.h"
#include "rules/engine/context.h"
#include "rules/engine/note_print.h"
#include "rules/engine/note_set.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text = "==> dana.note.md <==\n---\nto: Dana Wu\ncompany: Initech\nkind: interview\n---\n\nDear Dana,\n\n[[Your "
             "story of the flood in the paper store made me check our own pumps the same night.]] I am free on "
             "Friday.\n"
             "==> luis.note.md <==\n---\nto: Luis Ortega\ncompany: Initech\nkind: interview\n---\n\nDear Luis,\n\nYour "
             "story of the flood in the paper store made me check our own pumps the same night.\n"},
    {.text = "==> dana.note.md <==\n---\nto: Dana Wu\ncompany: Initech\nkind: interview\n---\n\nDear Dana,\n\nThank "
             "you for the tour. [[Since then I have timed a full wash of the rollers on our old press: eleven minutes "
             "with two people.]]\n"
             "==> luis.note.md <==\n---\nto: Luis Ortega\ncompany: Initech\nkind: interview\n---\n\nDear Luis,\n\n"
             "Since then I have timed a full wash of the rollers on our old press: nine minutes with two people.\n"},
    {.text = "==> dana.note.md <==\n---\nto: Dana Wu\ncompany: Initech\nkind: interview\n---\n\nDear Dana,\n\n[[You "
             "told me that nobody at Initech has run both presses in one night since the fire.]] I would like to "
             "try.\n"
             "==> femi.note.md <==\n---\nto: Femi Adeyemi\ncompany: Brightfold\nkind: interview\n---\n\nDear Femi,\n\n"
             "You told me that nobody at Brightfold has run both presses in one night since the fire.\n"},
    {.text = "==> dana.note.md <==\n---\nto: Dana Wu\ncompany: Initech\nkind: interview\n---\n\nDear Dana,\n\n[[Thank "
             "you for your time yesterday.]] I am excited about the role. For six years I ran the night shift of a "
             "print hall in Hull and trained eleven people there.\n\nI am free from March on.\n"
             "==> luis.note.md <==\n---\nto: Luis Ortega\ncompany: Initech\nkind: interview\n---\n\nDear Luis,\n\n"
             "Thank you for your time yesterday. I am excited about the role. For six years I ran the night shift of a "
             "print hall in Hull and trained eleven people there.\n\nI will call on Monday.\n"},
};
constexpr std::string_view good[] = {
    // To one person a second note may say it again.
    "==> dana.note.md <==\n---\nto: Dana Wu\ncompany: Initech\nkind: interview\n---\n\nDear Dana,\n\nYour story of the "
    "flood in the paper store made me check our own pumps the same night.\n"
    "==> card.note.md <==\n---\nto: Dana Wu\ncompany: Initech\nkind: interview\n---\n\nDear Dana,\n\nYour story of the "
    "flood in the paper store made me check our own pumps the same night.\n",
    // Thanks, fit, interest and dates are the writer's own, and hold for all of a house.
    "==> dana.note.md <==\n---\nto: Dana Wu\ncompany: Initech\nkind: interview\n---\n\nDear Dana,\n\nThank you for "
    "your time on Monday. You asked what I would oil first, and I think it is the folder. For six years I ran the "
    "night shift of a print hall in Hull. I would love to work in yours. I am free from the 3rd of March on.\n"
    "==> luis.note.md <==\n---\nto: Luis Ortega\ncompany: Initech\nkind: interview\n---\n\nDear Luis,\n\nThank you for "
    "your time on Monday. Your drawing of the ink pump hangs above my desk. For six years I ran the night shift of a "
    "print hall in Hull. I would love to work in yours. I am free from the 3rd of March on.\n",
    // A turn of phrase is not what was said.
    "==> dana.note.md <==\n---\nto: Dana Wu\ncompany: Initech\nkind: interview\n---\n\nDear Dana,\n\nYour point about "
    "rollers has stayed with me, because it is what we got wrong.\n"
    "==> luis.note.md <==\n---\nto: Luis Ortega\ncompany: Initech\nkind: interview\n---\n\nDear Luis,\n\nYour point "
    "about invoices has stayed with me, because it is what we got wrong.\n",
    // What is new to one company is new to another.
    "==> dana.note.md <==\n---\nto: Dana Wu\ncompany: Initech\nkind: interview\n---\n\nDear Dana,\n\nHere are my wash "
    "times of eleven presses: https://example.org/wash-times\n"
    "==> femi.note.md <==\n---\nto: Femi Adeyemi\ncompany: Brightfold\nkind: interview\n---\n\nDear Femi,\n\nHere are "
    "my wash times of eleven presses: https://example.org/wash-times\n",
    // Quoted mail is not the note's.
    "==> dana.eml <==\nTo: Dana Wu <dana@initech.example>\nSubject: The flood\n\nDear Dana,\n\nYour story of the flood "
    "in the paper store made me check our own pumps the same night.\n"
    "==> luis.eml <==\nTo: Luis Ortega <luis@initech.example>\nSubject: Re: The flood\n\nDear Luis,\n\nThank you for "
    "passing it on.\n\nOn Monday Dana Wu wrote:\n> Your story of the flood in the paper store made me check our own "
    "pumps the same night.\n",
};

constexpr std::size_t most_shown = 3;  // places that a finding points at

std::string addressee_of(const NotePrint& note) {
  std::string_view name = note.names.empty() ? std::string_view() : std::string_view(note.names.front());
  constexpr std::size_t most = 40;  // bytes; a message is short
  return std::string(name.empty() || name.size() > most ? "somebody else" : name);
}

std::string message_of(const NoteSet::PassedOn& passed_on) {
  const NoteSet::Copy& there = passed_on.copies.front();
  const std::string other = addressee_of(*there.note);
  if (passed_on.half)
    return "Half of this or more stands in your note to " + other +
           " too. Take up something that only this reader said.";
  return "This stands in your note to " + other +
         (there.other_house ? " too. Write what only this reader said or showed you."
                            : " too, and colleagues compare. Give each a point of their own.");
}

void check(const Context& context, Findings& findings) {
  for (const NoteSet::PassedOn& passed_on : context.passed_on) {
    Finding& finding = findings.add(passed_on.sentence->span, message_of(passed_on));
    for (std::size_t i = 0; i < std::min(passed_on.copies.size(), most_shown); ++i) {
      const NoteSet::Copy& copy = passed_on.copies[i];
      const PrintSentence& there = *copy.sentence;
      finding.related.push_back(
          {{*copy.path, there.span, there.line, there.column}, "the same in the note to " + addressee_of(*copy.note)});
    }
  }
}

}  // namespace

const Rule same_note_rule{
    .id = "same-note",
    .summary = "What one reader said, or was given, stands in a note to another.",
    .why =
        "Interviewers compare what they got. Two notes with one point tell both readers that it was meant for neither; "
        "what you bring, why you want the role and when you are free may stand in each.",
    .severity = always(Severity::warning),
    .sources = "S1, D",
    .fix = {},
    .bad = bad,
    .good = good,
    .patterns = {},
    .check = check,
    .any_language = true,
    .by_set = true,
};

}  // namespace afterword
