#include <algorithm>
#include <string_view>

#include "rules/checks/checks.h"
#include "rules/checks/subjects.h"
#include "rules/engine/context.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text =
         "From: Ola Nilsen <ola@nilsen.example>\n[[To]]:\nSubject: The second printer\n\nDear Dana,\n\nThank you for "
         "the interview at the press. You asked why the second printer jams only on Mondays, and on the way home it "
         "came to me that the paper is kept next to the boiler.\n\nKind regards,\nOla Nilsen\n\nOn Tue, 3 Mar 2026, "
         "Dana Wu <dana@initech.example> wrote:\n> It was good to meet you.\n",
     .fixed =
         "From: Ola Nilsen <ola@nilsen.example>\nTo: Dana Wu <dana@initech.example>\nSubject: The second "
         "printer\n\nDear Dana,\n\nThank you for the interview at the press. You asked why the second printer jams "
         "only on Mondays, and on the way home it came to me that the paper is kept next to the boiler.\n\nKind "
         "regards,\nOla Nilsen\n\nOn Tue, 3 Mar 2026, Dana Wu <dana@initech.example> wrote:\n> It was good to meet "
         "you.\n"},
    {.text =
         "From: Ola Nilsen <ola@nilsen.example>\n[[To]]: Dana Wu\nSubject: The second printer\n\nDear Dana,\n\nThank "
         "you for the interview at the press. You asked why the second printer jams only on Mondays, and on the way "
         "home it came to me that the paper is kept next to the boiler.\n\nKind regards,\nOla Nilsen\n"},
    {.text =
         "[[From]]: Ola Nilsen <ola@nilsen.example>\nSubject: The second printer\n\nDear Dana,\n\nThank you for the "
         "interview at the press. You asked why the second printer jams only on Mondays, and on the way home it "
         "came to me that the paper is kept next to the boiler.\n\nKind regards,\nOla Nilsen\n"},
};
constexpr std::string_view good[] = {
    "From: Ola Nilsen <ola@nilsen.example>\nTo: Dana Wu <dana@initech.example>\nSubject: The second printer\n\nDear "
    "Dana,\n\nThank you for the interview at the press. You asked why the second printer jams only on Mondays, and on "
    "the way home it came to me that the paper is kept next to the boiler.\n\nKind regards,\nOla Nilsen\n",
    "From: ola@nilsen.example\nTo: dana@initech.example\nSubject: The second printer\n\nDear Dana,\n\nThank you for "
    "the "
    "interview at the press. You asked why the second printer jams only on Mondays, and on the way home it came to me "
    "that the paper is kept next to the boiler.\n\nKind regards,\nOla Nilsen\n",
    "From: Ola Nilsen <ola@nilsen.example>\nTo:\nSubject: The second printer\n\nDear Dana,\n\nThank you for the "
    "interview.\n",
    "---\nto: Dana Wu\n---\n\nDear Dana,\n\nThank you for the interview at the press. You asked why the second printer "
    "jams only on Mondays, and on the way home it came to me that the paper is kept next to the boiler.\n\nKind "
    "regards,\nOla Nilsen\n",
};

bool holds_address(std::string_view text) {
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < text.size();
}

/// Whom the mail answers, by the line above the quoted text: "Dana Wu <dana@initech.example>"; empty where it gives no
/// address.
std::string answered(const Context& context) {
  const Part* quote = context.note.part(PartKind::quote);
  const std::string_view name = context.note.attribution();
  if (!quote || name.empty()) return {};
  const std::string_view text = context.text(quote->span);
  const std::size_t open = text.substr(0, text.find("\n>")).find('<');
  const std::size_t close = open == std::string_view::npos ? open : text.find('>', open);
  if (close == std::string_view::npos) return {};
  const std::string_view address = text.substr(open, close - open + 1);
  return holds_address(address) ? std::string(name) + " " + std::string(address) : std::string();
}

std::string known_recipient(const Context& context) {
  for (const Person& person : context.facts.to)
    if (holds_address(person.email))
      return person.name.empty() ? person.email : person.name + " <" + person.email + ">";
  return answered(context);
}

void check(const Context& context, Findings& findings) {
  const Fields& headers = context.note.headers();
  if (context.just_begun || headers.entries.empty()) return;
  const Field* field = headers.find("To");
  if (field && std::any_of(field->values.begin(), field->values.end(),
                           [](const FieldValue& value) { return holds_address(value.text); }))
    return;
  Finding& finding = findings.add(header_place(context, "To"),
                                  "No address stands in To, so this can't leave yet. If you don't have it, ask the "
                                  "person who set up the interview.");
  if (!context.fixes) return;
  const std::string recipient = known_recipient(context);
  if (recipient.empty()) return;
  Fix fix;
  fix.title = "Address the mail to " + recipient;
  fix.kind = FixKind::insert;
  fix.preferred = true;
  fix.edits.push_back(header_edit(context, "To", recipient));
  finding.fixes.push_back(std::move(fix));
}

}  // namespace

const Rule recipient_missing_rule{
    .id = "recipient-missing",
    .summary = "The mail names no address to go to.",
    .why =
        "A note that waits for an address is often never sent. Business cards, the invitation or the recruiter have "
        "it; asking for it is a matter of minutes.",
    .severity = always(Severity::information),
    .sources = "S4",
    .fix = "Inserts the address, where the facts or the quoted mail give it.",
    .bad = bad,
    .good = good,
    .patterns = {},
    .check = check,
    .any_language = false,
};

}  // namespace afterword
