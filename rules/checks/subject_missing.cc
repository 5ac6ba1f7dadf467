#include "rules/checks/checks.h"
#include "rules/checks/subjects.h"
#include "rules/engine/context.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text =
         "From: Ola Nilsen <ola@nilsen.example>\nTo: Dana Wu <dana@initech.example>\n[[Subject]]: \n\nDear "
         "Dana,\n\nThank you for the interview at the press. You asked why the second printer jams only on Mondays, "
         "and on the way home it came to me that the paper is kept next to the boiler.\n\nKind regards,\nOla "
         "Nilsen\n",
     .fixed = "From: Ola Nilsen <ola@nilsen.example>\nTo: Dana Wu <dana@initech.example>\nSubject: Thank you for the "
              "interview (Ola Nilsen)\n\nDear Dana,\n\nThank you for the interview at the press. You asked why the "
              "second printer jams only on Mondays, and on the way home it came to me that the paper is kept next to "
              "the boiler.\n\nKind regards,\nOla Nilsen\n"},
    {.text = "[[From]]: Ola Nilsen <ola@nilsen.example>\nTo: Dana Wu <dana@initech.example>\n\nDear Dana,\n\nThank you "
             "for the interview at the press. You asked why the second printer jams only on Mondays, and on the way "
             "home it came to me that the paper is kept next to the boiler.\n\nKind regards,\nOla Nilsen\n",
     .fixed = "From: Ola Nilsen <ola@nilsen.example>\nTo: Dana Wu <dana@initech.example>\nSubject: Thank you for the "
              "interview (Ola Nilsen)\n\nDear Dana,\n\nThank you for the interview at the press. You asked why the "
              "second printer jams only on Mondays, and on the way home it came to me that the paper is kept next to "
              "the boiler.\n\nKind regards,\nOla Nilsen\n"},
    {.text =
         "To: Dana Wu <dana@initech.example>\r\n[[Subject]]:\r\n\r\nDear Dana,\r\n\r\nThank you for the interview at "
         "the press. You asked why the second printer jams only on Mondays, and on the way home it came to me that "
         "the paper is kept next to the boiler.\r\n\r\nKind regards,\r\nOla Nilsen\r\n"},
};
constexpr std::string_view good[] = {
    "From: Ola Nilsen <ola@nilsen.example>\nTo: Dana Wu <dana@initech.example>\nSubject: The second printer\n\nDear "
    "Dana,\n\nThank you for the interview at the press. You asked why the second printer jams only on Mondays, and on "
    "the way home it came to me that the paper is kept next to the boiler.\n\nKind regards,\nOla Nilsen\n",
    "From: Ola Nilsen <ola@nilsen.example>\nTo: Dana Wu <dana@initech.example>\nSubject:\n\nDear Dana,\n\nThank you "
    "for "
    "the interview.\n",
    "Dear Dana,\n\nThank you for the interview at the press. You asked why the second printer jams only on Mondays, "
    "and "
    "on the way home it came to me that the paper is kept next to the boiler.\n\nKind regards,\nOla Nilsen\n",
    "---\nto: Dana Wu\n---\n\nDear Dana,\n\nThank you for the interview at the press. You asked why the second printer "
    "jams only on Mondays, and on the way home it came to me that the paper is kept next to the boiler.\n\nKind "
    "regards,\nOla Nilsen\n",
};

void check(const Context& context, Findings& findings) {
  if (context.just_begun || context.note.headers().entries.empty()) return;
  const Field* field = context.note.headers().find("Subject");
  if (field && !field->values.empty() && !trim(field->values.front().text).empty()) return;
  Finding& finding = findings.add(header_place(context, "Subject"),
                                  "This mail has no subject, so it may stay unopened or be hard to find again. A few "
                                  "words on what it is about will do.");
  if (!context.fixes) return;
  const std::string subject = subject_from_facts(context);
  if (subject.empty()) return;
  Fix fix;
  fix.title = "Insert the subject \"" + subject + "\"";
  fix.kind = FixKind::insert;
  fix.edits.push_back(header_edit(context, "Subject", subject));
  finding.fixes.push_back(std::move(fix));
}

}  // namespace

const Rule subject_missing_rule{
    .id = "subject-missing",
    .summary = "The mail has no subject.",
    .why =
        "Mail without a subject looks like an accident or like spam. The reader decides by this line whether to open "
        "it, and looks for it when the decision falls.",
    .severity = always(Severity::warning),
    .sources = "D",
    .fix = "Inserts a subject made of what is known.",
    .bad = bad,
    .good = good,
    .patterns = {},
    .check = check,
    .any_language = false,
};

}  // namespace afterword
