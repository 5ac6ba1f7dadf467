// What occasion a text follows up: told from its words, nearly another, and what that means for the parts it lacks.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "rules/model/classifier.h"
#include "rules/model/standard.h"
#include "tests/support/judging.h"

using namespace afterword;
using namespace afterword::testing;

TEST_CASE("a mistyped kind still tells what was meant") {
  const std::string body =
      "---\n\nDear Dana,\n\nThank you for the interview. I liked the second press and would be glad to run it. When "
      "may I "
      "hear from you?\n\nBest,\nOla\n";
  CHECK(name_of(judge_text("---\nto: Dana Wu\nkind: phone\n" + body).verdict.occasion.kind) == "phone-screen");
  CHECK(name_of(judge_text("---\nto: Dana Wu\nkind: referal\n" + body).verdict.occasion.kind) == "referral");
  CHECK(name_of(judge_text("---\nto: Dana Wu\nkind: bread\n" + body).verdict.occasion.kind) == "interview");
}

TEST_CASE("of two kinds that a text may well be, only what both ask for is missing") {
  Severities severities = always(Severity::warning, only(Kind::interview) | only(Kind::rejection));
  CHECK(severities.of_all(only(Kind::interview)) == Severity::warning);
  CHECK(severities.of_all(only(Kind::interview) | only(Kind::rejection)) == Severity::warning);
  CHECK(severities.of_all(only(Kind::interview) | only(Kind::personal)) == Severity::off);
  severities.by_kind[static_cast<std::size_t>(Kind::rejection)] = Severity::hint;
  CHECK(severities.of_all(only(Kind::interview) | only(Kind::rejection)) == Severity::hint);
  Request request;
  request.every_file = true;
  const auto kinds = [&](const std::string& text) { return judge_with(text, request).occasion.kinds; };
  const Occasion begun = judge_with("Dear Dana,\n\nThank you.\n", request).occasion;
  CHECK(begun.kinds == only(begun.kind));  // too short to tell
  CHECK(
      kinds(
          "---\nkind: personal\n---\n\nDear Dana,\n\nThank you for the interview about the lamp factory, for the tea, "
          "and for the photographs of the strike, which I have shown to my editor since we spoke.\n") ==
      only(Kind::personal));
}

TEST_CASE("what asks for no part does not depend on what else a text may be") {
  Request named;
  named.named_as_note = true;
  const Verdict verdict = judge_with(
      "---\nto: Dana Wu\ncompany: Initech\n---\n\nDear Dana,\n\nThank you for calling me on Monday about the printer's "
      "job. I would love to "
      "join "
      "Umbrella Corporation as a printer, and would be glad to work at Umbrella Corporation soon. For six years I ran "
      "two "
      "presses in Hull.\n",
      named);
  CHECK(verdict.occasion.kinds != only(verdict.occasion.kind));
  CHECK(std::any_of(verdict.findings.begin(), verdict.findings.end(),
                    [](const Finding& finding) { return finding.rule == "wrong-company"; }));
}

TEST_CASE("a part that stands in half of a long sentence is not missing") {
  const auto found = judge_text(
      "---\nto: Dana Wu\ncompany: Initech\nrole: printer\nkind: interview\n---\n\nDear Dana,\n\nThank you for opening "
      "the "
      "second press for me. Your question what I would do about the ink pump went round in my head on the tram, and my "
      "answer is a filter: at the Harbour Press I kept six such pumps running for nine winters without a stop. I would "
      "love to do that at Initech. May I bring the drawing on Friday?\n\nKind regards,\nOla Nilsen\n");
  CHECK(found.verdict.occasion.is_note);
  for (const Finding& finding : found.verdict.findings) CHECK(finding.rule != "fit-missing");
  // By the sentence alone it would be.
  const Context context = standard_checker().context(found.note, found.facts, found.verdict.occasion, Request{});
  const ParagraphText& content = *context.sentences[1].paragraph->content;
  const Decision decided = model::ModelClassifier::standard().decide(content.cues[1], {Kind::interview, 1, 4, nullptr});
  constexpr auto fit = static_cast<std::size_t>(Role::fit);
  CHECK(decided.at_most[fit] > decided.chances[fit]);
}

TEST_CASE("the kind is told from the text where it is not declared") {
  auto kind = [](std::string body) {
    Request request;
    request.every_file = true;
    return name_of(judge_with("Dear Dana,\n\n" + body + "\n\nBest,\nOla\n", request).occasion.kind);
  };
  CHECK(kind("Thank you for the interview on Monday.") == "interview");
  CHECK(kind("Thank you for the phone call this morning about the tester job.") == "phone-screen");
  CHECK(kind("Your advice to ring three small workshops first has changed my year.") == "informational");
  CHECK(kind("Thank you for introducing me to Osman and for passing my CV on.") == "referral");
  CHECK(kind("Your letter of recommendation reached the guild in time.") == "recommendation");
  CHECK(kind("We met at the harbour fair on Thursday, over the model crane.") == "networking");
  CHECK(kind("Thank you for letting me know that you chose another candidate.") == "rejection");
  CHECK(kind("I have not heard from you since the third. Is there a date for the decision?") == "no-reply");
  CHECK(kind("I wonder how the search for the crane driver is coming along. When we met you meant to tell everyone by "
             "May.") == "no-reply");
  CHECK(kind("May I ask when you hope to decide, and whether the post is free? If it has gone to another, a line will "
             "do.") == "no-reply");
  CHECK(kind("Thank you for dinner and for the wedding photographs, Nan.") == "personal");
}

TEST_CASE("whoever notes the post and the day of the talk has had an interview for it") {
  const std::string body =
      "\nDear Dana,\n\nThank you for the walk through the plums yesterday. You showed me how the blight keeps to the "
      "windward side, and I have drawn the rows again at home. I will ring you on Friday about the second day.\n\n"
      "Kind regards,\nOla Nilsen\n";
  const auto kind = [&](const std::string& facts) {
    return judge_text("---\nto: Dana Wu\n" + facts + "---\n" + body).verdict.occasion.kind;
  };
  CHECK(kind("company: Plumfield\nrole: orchard hand\ninterview: 2026-03-04\n") == Kind::interview);
}

TEST_CASE("who takes a name off the list follows up nothing") {
  const Note note = parse(
      "To: Dana Wu <d@a.example>\nSubject: Orchard hand\n\nDear Dana,\n\nThank you for the day among the plums. I "
      "have decided to stay with my present employer, so please take me off your list.\n\nKind regards,\nOla\n",
      Format::mail);
  CHECK_FALSE(standard_checker().judge(note, facts_of(note, nullptr), {}).occasion.is_note);
}
