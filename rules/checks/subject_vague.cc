#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "rules/checks/checks.h"
#include "rules/checks/subjects.h"
#include "rules/engine/context.h"
#include "rules/note/characters.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text =
         "From: Ola Nilsen <ola@nilsen.example>\nTo: Dana Wu <dana@initech.example>\nSubject: [[Thank you]]\n\nDear "
         "Dana,\n\nThank you for the interview at the press.\n",
     .fixed = "From: Ola Nilsen <ola@nilsen.example>\nTo: Dana Wu <dana@initech.example>\nSubject: Thank you for the "
              "interview (Ola Nilsen)\n\nDear Dana,\n\nThank you for the interview at the press.\n"},
    {.text =
         "To: Dana Wu <dana@initech.example>\nSubject: [[Following up on our interview]]\n\nDear Dana,\n\nThank you "
         "for the interview at the press.\n"},
    {.text =
         "To: Dana Wu <dana@initech.example>\nSubject: [[Interview]]\n\nDear Dana,\n\nThank you for the interview at "
         "the press.\n"},
};
constexpr std::string_view good[] = {
    "To: Dana Wu <dana@initech.example>\nSubject: The second printer\n\nDear Dana,\n\nThank you for the interview at "
    "the "
    "press.\n",
    "To: Dana Wu <dana@initech.example>\nSubject: Thank you, Dana\n\nDear Dana,\n\nThank you for the interview at the "
    "press.\n",
    "To: Dana Wu <dana@initech.example>\nSubject: Re: Interview\n\nDear Dana,\n\nThank you for the interview at the "
    "press.\n",
    "To: Dana Wu <dana@initech.example>\nSubject: Printer's interview at Initech, Tuesday\n\nDear Dana,\n\nThank you "
    "for "
    "the interview at the press.\n",
    "To: Dana Wu <dana@initech.example>\nSubject:\n\nDear Dana,\n\nThank you for the interview at the press.\n",
};

/// Words of which a subject can be made that fits every mail of this genre. Sorted.
constexpr auto general = std::to_array<std::string_view>(
    {"a",         "about",      "after",       "afternoon",   "again",       "all",           "an",
     "and",       "any",        "application", "appreciate",  "appreciated", "appreciation",  "as",
     "at",        "back",       "base",        "brief",       "call",        "chance",        "chat",
     "chatting",  "check",      "checking",    "connect",     "connecting",  "consideration", "conversation",
     "day",       "discussion", "earlier",     "email",       "enjoyed",     "follow",        "follow-up",
     "following", "followup",   "for",         "friday",      "from",        "good",          "grateful",
     "gratitude", "great",      "greetings",   "have",        "hello",       "hey",           "hi",
     "i",         "in",         "interest",    "interview",   "interviewer", "interviewing",  "it",
     "job",       "just",       "last",        "letter",      "lovely",      "mail",          "many",
     "me",        "meet",       "meeting",     "message",     "met",         "monday",        "more",
     "morning",   "much",       "my",          "news",        "next",        "nice",          "note",
     "of",        "on",         "one",         "opportunity", "our",         "out",           "pleasure",
     "position",  "question",   "quick",       "re",          "reaching",    "recent",        "regarding",
     "role",      "s",          "saturday",    "see",         "short",       "sincere",       "sincerely",
     "small",     "so",         "some",        "speak",       "speaking",    "spoke",         "status",
     "steps",     "sunday",     "taking",      "talk",        "talked",      "talking",       "thank",
     "thank-you", "thankful",   "thanks",      "the",         "this",        "thursday",      "time",
     "to",        "today",      "touching",    "tuesday",     "up",          "update",        "updates",
     "us",        "very",       "was",         "wednesday",   "week",        "with",          "wonderful",
     "word",      "yesterday",  "you",         "your"});

bool is_general(std::string_view word) { return std::binary_search(general.begin(), general.end(), word); }

/// "Re: Interview" is the reader's own subject; another one would leave the thread.
bool is_answer(std::string_view subject) {
  for (std::string_view mark : {"re:", "aw:", "sv:", "fw:", "fwd:", "antw:", "odp:", "ref:"})
    if (starts_with_folded(subject, mark)) return true;
  return false;
}

/// The subject says one of the facts, however general its words are: a company may be called Position.
bool holds_fact(const Context& context, std::string_view subject) {
  const std::string folded = fold(subject);
  const auto holds = [&](std::string_view fact) {
    return !trim(fact).empty() && folded.find(fold(trim(fact))) != std::string::npos;
  };
  const Facts& facts = context.facts;
  return (facts.role && holds(facts.role->value)) ||
         std::any_of(facts.company.begin(), facts.company.end(), [&](const auto& one) { return holds(one.value); }) ||
         std::any_of(facts.topics.begin(), facts.topics.end(), [&](const auto& one) { return holds(one.value); });
}

bool is_vague(std::string_view subject) {
  bool any = false;
  for (std::size_t at = 0; at < subject.size();) {
    if (!is_word_byte(static_cast<unsigned char>(subject[at]))) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < subject.size() && (is_word_byte(static_cast<unsigned char>(subject[end])) ||
                                    (subject[end] == '-' && end + 1 < subject.size() && subject[end + 1] != ' ')))
      ++end;
    const CodePoint first = code_point_at(subject, at);
    const bool word = is_letter(first.point);  // dashes, pictures and numbers say nothing
    if (word && !is_general(fold(subject.substr(at, end - at)))) return false;
    any = any || word;
    at = end;
  }
  return any;
}

void check(const Context& context, Findings& findings) {
  const Field* field = context.note.headers().find("Subject");
  if (!field || field->values.empty()) return;
  const std::string_view subject = trim(field->values.front().text);
  if (is_answer(subject) || !is_vague(subject) || holds_fact(context, subject)) return;
  Finding& finding =
      findings.add(field->values.front().span,
                   "Many mails have this subject. Add the role, the company or what you talked about, so "
                   "that the reader finds yours again.");
  if (!context.fixes) return;
  std::string better = subject_from_facts(context);
  if (better.empty()) return;
  Fix fix;
  fix.title = "Write \"" + better + "\"";
  fix.edits.push_back({field->values.front().span, std::move(better), ""});
  finding.fixes.push_back(std::move(fix));
}

}  // namespace

const Rule subject_vague_rule{
    .id = "subject-vague",
    .summary = "The subject fits any mail.",
    .why =
        "A reader with forty open applications sees forty times the same two words. The role, the company, a topic or "
        "a "
        "name tells at a glance whose note it is.",
    .severity = always(Severity::information),
    .sources = "D",
    .fix = "Replaces it by a subject made of what is known.",
    .bad = bad,
    .good = good,
    .patterns = {},
    .check = check,
    .any_language = false,
};

}  // namespace afterword
