// What a note silences of its own findings, and the ignores that silence nothing.
#include <doctest/doctest.h>

#include "rules/engine/ignore_edits.h"
#include "rules/engine/settings.h"
#include "rules/model/standard.h"
#include "tests/support/judging.h"

using namespace afterword;
using namespace afterword::testing;

namespace {

const std::string facts = "---\nto: Dana Wu\nkind: informational\n---\n\nDear Dana,\n\n";
const std::string more =
    "You said that the old plates cost you a day in every month, and on the way home I worked out what that means for "
    "the spring. I will write to you when I have asked the three workshops.\n\nKind regards,\nOla Nilsen\n";

std::size_t slips(std::string text, Format format = Format::markdown) {
  return judge_text(std::move(text), format).of("repeated-word").size();
}

/// The hints at ignores, by what they cover.
Strings unused(const std::string& text) {
  const Judged judged = judge_text(text);
  Strings all;
  for (const Finding* finding : judged.of(""))
    if (finding->severity == Severity::hint) all.emplace_back(judged.note.text(finding->span));
  return all;
}

/// The text after the fix of its only hint.
std::string tidied(const std::string& text) {
  const Judged judged = judge_text(text);
  const auto hints = judged.of("");
  REQUIRE(hints.size() == 1);
  REQUIRE(hints[0]->fixes.size() == 1);
  CHECK(hints[0]->unnecessary);
  const Fix& fix = hints[0]->fixes[0];
  CHECK(fix.kind == FixKind::erase);
  CHECK_FALSE(fix.safe);
  return afterword::testing::apply(text, fix.edits);
}

}  // namespace

TEST_CASE("a comment silences rules in the next paragraph") {
  const std::string slip = "Thank you for the the tour.\nIt was was fine.\n";
  const std::string ignore = "<!-- afterword: ignore repeated-word -->";
  CHECK(slips("Dear Dana,\n\n" + slip) == 2);
  CHECK(slips("Dear Dana,\n\n" + ignore + "\n" + slip) == 0);
  CHECK(slips("Dear Dana,\n\n" + ignore + "\n\n" + slip) == 0);
  CHECK(slips("Dear Dana,\r\n\r\n" + ignore + "\r\nThank you for the the tour.\r\n\r\nIt was was fine.\r\n") == 1);
  CHECK(slips("Dear Dana,\n\n" + ignore + "\n" + slip + "\n" + slip) == 2);
  CHECK(slips("Dear Dana,\n\n" + ignore + "\n\n<!-- a remark -->\n\n" + slip) == 0);
  CHECK(slips("Dear Dana,\n\n" + ignore + "\n- the the\n- was was here\n\n- the the end.\n") == 1);
  CHECK(slips("Dear Dana,\n\nFine. " + ignore + " Thank you for the the tour.\n\nIt was was fine.\n") == 1);
  CHECK(slips("Dear Dana,\n\nIt was was fine.\n" + ignore + "\n\nThank you for the the tour.\n") == 1);
  CHECK(slips("Dear Dana,\n\n<!--afterword:ignore gift,repeated-word-->\n" + slip) == 0);
  CHECK(slips("Dear Dana,\n\n<!-- Afterword: IGNORE\n  gift\n  repeated-word\n-->\n" + slip) == 0);
  CHECK(slips("Dear Dana,\n\n<!-- afterword: ignore gift -->\n<!-- afterword: ignore repeated-word -->\n" + slip) == 0);
  CHECK(slips("Dear Dana,\n\n<!-- afterword: ignore repeated-word -->\n<!-- afterword: ignore gift -->\n" + slip) == 0);
  CHECK(slips("Dear Dana,\n\n" + ignore + "\n" + slip, Format::plaintext) == 0);
  CHECK(slips("To: Dana Wu <d@a.example>\nSubject: Tour\n\nDear Dana,\n\n" + ignore + "\n" + slip, Format::mail) == 0);
  // None of these speaks to us.
  CHECK(slips("Dear Dana,\n\n<!-- ignore repeated-word -->\n" + slip) == 2);
  CHECK(slips("Dear Dana,\n\n`" + ignore + "`\n" + slip) == 2);
  CHECK(slips("Dear Dana,\n\n```\n" + ignore + "\n```\n" + slip) == 2);
  CHECK(slips("Dear Dana,\n\n" + slip + "\n<!-- afterword: ignore repeated-word") == 2);
}

TEST_CASE("off silences everything up to on, or to the end") {
  const std::string off = "<!-- afterword: off -->", on = "<!-- afterword: on -->";
  CHECK(slips("Dear Dana,\n\n" + off + "\n\nThe the.\n\nThe the.\n\n" + on + "\n\nThe the end.\n") == 1);
  CHECK(slips("Dear Dana,\n\nThe the.\n\n" + off + "\n\nThe the.\n\nThe the end.\n") == 1);
  CHECK(slips("Dear Dana,\n\nThe the.\n" + off + "\nWas was.\n" + on + "\nIs is here.\n") == 2);
  CHECK(slips("Dear Dana,\n\n" + off + " the the " + on + " was was here.\n") == 1);
}

TEST_CASE("an ignore that silences nothing is a hint, and can be taken out") {
  const std::string plain = "Thank you for the tour. ", slip = "Thank you for the the tour. ";
  const std::string front =
      "---\nto: Dana Wu\nkind: informational\nignore: [gift, repeated-word]\n---\n\nDear Dana,\n\n";
  CHECK(unused(front + slip + more) == Strings{"gift"});
  CHECK(unused(front + plain + more) == Strings{"gift", "repeated-word"});
  CHECK(tidied(front + slip + more) ==
        "---\nto: Dana Wu\nkind: informational\nignore: [repeated-word]\n---\n\nDear Dana,\n\n" + slip + more);
  for (std::string_view list :
       {"ignore: gift\n", "ignore: [gift]\n", "ignore:\n  - gift\n", "ignore: [\"gift\"] # me\n"})
    CHECK(tidied("---\nto: Dana Wu\nkind: informational\n" + std::string(list) + "---\n\nDear Dana,\n\n" + plain +
                 more) == "---\nto: Dana Wu\nkind: informational\n---\n\nDear Dana,\n\n" + plain + more);
  CHECK(tidied("---\nkind: informational\nignore:\n  - repeated-word\n  - gift\nto: Dana Wu\n---\n\nDear Dana,\n\n" +
               slip + more) ==
        "---\nkind: informational\nignore:\n  - repeated-word\nto: Dana Wu\n---\n\nDear Dana,\n\n" + slip + more);

  CHECK(tidied(facts + "<!-- afterword: ignore gift -->\n" + plain + more) == facts + plain + more);
  CHECK(tidied(facts + "<!-- afterword: ignore gift, repeated-word -->\n" + slip + more) ==
        facts + "<!-- afterword: ignore repeated-word -->\n" + slip + more);
  CHECK(tidied(facts + "<!-- afterword: ignore repeated-word, gift -->\n" + slip + more) ==
        facts + "<!-- afterword: ignore repeated-word -->\n" + slip + more);
  CHECK(tidied(facts + "<!-- afterword: ignore repeated-word gift -->\n" + slip + more) ==
        facts + "<!-- afterword: ignore repeated-word -->\n" + slip + more);
  CHECK(tidied(facts + "<!-- afterword: off -->\n" + plain + "\n<!-- afterword: on -->\n" + more) ==
        facts + plain + "\n" + more);
  CHECK(unused(facts + "<!-- afterword: off -->\n" + slip + "\n<!-- afterword: on -->\n" + more).empty());
}

TEST_CASE("of two ignores of one thing the second is to spare, and says so") {
  const Judged judged = judge_text(
      "---\nto: Dana Wu\nkind: informational\nignore: [repeated-word]\n---\n\nDear Dana,\n\n<!-- afterword: ignore "
      "repeated-word -->\nThank you for the the tour. " +
      more);
  const auto hints = judged.of("");
  REQUIRE(hints.size() == 1);
  CHECK(judged.note.text(hints[0]->span) == "<!-- afterword: ignore repeated-word -->");
  CHECK(hints[0]->message.starts_with("Another ignore"));
}

TEST_CASE("an ignore is no hint where nobody can tell yet") {
  const std::string front = "---\nto: Dana Wu\nkind: informational\nignore: [";
  // Just begun, empty, or with a name that is no rule's, which is told otherwise.
  CHECK(unused(front + "gift]\n---\n\nDear Dana,\n\nThank you.\n").empty());
  CHECK(unused(front + "gift]\n---\n").empty());
  CHECK(unused(front + "gitf]\n---\n\nDear Dana,\n\nThank you for the tour. " + more).empty());
  // In a day the clock alone makes it needed.
  CHECK(unused("---\nto: Dana Wu\nkind: interview\ninterview: 2026-03-05 09:00\nignore: [sent-late, fit-missing, "
               "interest-missing]\n---\n\nDear Dana,\n\nThank you for the tour. " +
               more)
            .empty());
  // What one rule's finding silences would be found without it.
  CHECK(
      unused(
          "---\nto: Dana Wu\nkind: interview\nignore: [fit-missing, interest-missing]\n---\n\nDear Dana,\n\nThank you "
          "for the tour of the press on Tuesday. Thank you so much for the time that you and Luis took to see me "
          "there, and thank you for the tea.\n\nKind regards,\nOla Nilsen\n")
          .empty());
  // Another language: rules for English did not run.
  CHECK(unused(
            "---\nto: Dana Wu\nkind: informational\nignore: [flattery]\n---\n\nLiebe Dana,\n\nvielen Dank f\u00fcr das "
            "Gespr\u00e4ch \u00fcber die Werkstatt und f\u00fcr die Zeit, die Sie sich genommen haben. Ich werde mich "
            "nach dem "
            "Besuch bei den drei Betrieben wieder melden und berichten, was ich dort gesehen habe.\n")
            .empty());
}

TEST_CASE("off is no hint where a rule did not run that might find something there") {
  const std::string off = "<!-- afterword: off -->\n", plain = "Thank you for the tour. ";
  const auto unused_with = [](const std::string& text, std::string_view rule, Severity severity) {
    RuleSettings settings;
    settings.severity[std::string(rule)] = severity;
    settings.custom = std::make_shared<const CustomRules>(
        std::vector<CustomRule>{{"mine", "Say it plainly.", Severity::warning, {"synergy"}, "", {}}});
    const Note note = parse(text);
    Request request;
    request.now = parse_time(example_now).value();
    request.settings = &settings;
    std::size_t hints = 0;
    for (const Finding& one : standard_checker().judge(note, facts_of(note, nullptr), request).findings)
      hints += one.rule.empty() && one.severity == Severity::hint;
    return hints;
  };
  CHECK(unused(facts + off + plain + more) == Strings{"<!-- afterword: off -->"});
  CHECK(unused_with(facts + off + plain + more, "gift", Severity::hint) == 1);
  CHECK(unused_with(facts + off + plain + more, "gift", Severity::off) == 0);
  CHECK(unused_with(facts + off + plain + more, "mine", Severity::off) == 0);
  CHECK(unused_with(facts + "<!-- afterword: ignore mine -->\n" + plain + more, "mine", Severity::off) == 0);
  CHECK(unused_with(facts + "<!-- afterword: ignore mine -->\n" + plain + more, "mine", Severity::hint) == 1);
  // What was left on can be told as before.
  CHECK(unused_with(facts + "<!-- afterword: ignore gift -->\n" + plain + more, "flattery", Severity::off) == 1);
  // Rules for English did not run.
  CHECK(unused("---\nto: Dana Wu\nkind: informational\n---\n\nLiebe Dana,\n\n" + off +
               "vielen Dank f\u00fcr das Gespr\u00e4ch \u00fcber die Werkstatt und f\u00fcr die Zeit, die Sie sich "
               "genommen haben. Ich werde mich nach dem Besuch bei den drei Betrieben wieder melden und berichten, was "
               "ich dort gesehen habe.\n")
            .empty());
}

TEST_CASE("of thousands of comments each silences its own paragraph") {
  constexpr std::size_t pairs = 4000;  // entries times findings would be 64 million
  const auto text = [](std::string_view comment) {
    std::string made = "Dear Dana,\n\n";
    for (std::size_t i = 0; i < pairs; ++i)
      made += "<!-- afterword: ignore " + std::string(comment) + " -->\nThe the tour.\n\nWas was it.\n\n";
    return made;
  };
  CHECK(slips(text("gift")) == 2 * pairs);
  CHECK(slips(text("repeated-word, gift")) == pairs);
  CHECK(slips("<!-- afterword: off -->\n" + text("gift") + "<!-- afterword: on -->\nIs is it.\n") == 1);
}

TEST_CASE("a paragraph's ignore is put above it, or into the comment that stands there") {
  const auto with = [](const std::string& text, std::string_view at) {
    const Note note = parse(text);
    return afterword::testing::apply(text, {paragraph_ignore(note, text.find(at), "gift")});
  };
  CHECK(with("Dear Dana,\n\nOne.\nTwo.\n\nThree.\n", "Two") ==
        "Dear Dana,\n\n<!-- afterword: ignore gift -->\nOne.\nTwo.\n\nThree.\n");
  CHECK(with("Dear Dana,\r\n\r\nOne.\r\n", "One") == "Dear Dana,\r\n\r\n<!-- afterword: ignore gift -->\r\nOne.\r\n");
  CHECK(with("---\nto: Dana\n---\nDear Dana,\n", "Dear") ==
        "---\nto: Dana\n---\n<!-- afterword: ignore gift -->\nDear Dana,\n");
  CHECK(with("Dear Dana,\n\n<!-- afterword: ignore flattery -->\nOne.\n", "One") ==
        "Dear Dana,\n\n<!-- afterword: ignore flattery, gift -->\nOne.\n");
}
