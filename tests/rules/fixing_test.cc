// Fixes to a fixed point, and the edits that several rounds come to.
#include <doctest/doctest.h>

#include <string>

#include "rules/engine/fixing.h"
#include "rules/engine/rewritten.h"
#include "tests/support/judging.h"

using namespace afterword;
using namespace afterword::testing;

namespace {

/// What all rules, and those of `settings`, make of a note.
FixedText fixed(const std::string& text, FixScope scope = FixScope::safe, const RuleSettings* settings = nullptr) {
  Request request;
  request.settings = settings;
  const auto judge = [&](const std::string& one) { return judge_with(one, request); };
  const FixedText made =
      fix_all(text, judge(text), scope, [&](std::shared_ptr<const std::string> again) { return judge(*again); });
  CHECK(testing::apply(text, made.edits) == made.text);
  CHECK((made.fixed == 0) == (made.text == text));
  return made;
}

RuleSettings with_rules(const std::vector<CustomRule>& rules) {
  RuleSettings settings;
  settings.custom = std::make_shared<const CustomRules>(rules);
  return settings;
}

CustomRule writes(const std::string& id, const std::string& phrase, const std::string& instead) {
  CustomRule rule;
  rule.id = id;
  rule.message = "Say it in other words.";
  rule.phrases = {phrase};
  rule.replace = instead;
  return rule;
}

const std::string opening = "---\nkind: interview\n---\n\nDear Dana,\n\n";

}  // namespace

TEST_CASE("rewritten: rounds add up to edits of the first text") {
  Rewritten text("one two three four");
  CHECK(text.edits().empty());
  text.apply({{{0, 3}, "1", ""}, {{8, 13}, "drei", ""}});
  CHECK(text.text() == "1 two drei four");
  text.apply({{{2, 8}, "2 d", ""}, {{15, 15}, "!", ""}});  // reaches into what was put in
  CHECK(text.text() == "1 2 dei four!");
  CHECK(text.size() == 13);
  const auto edits = text.edits();
  REQUIRE(edits.size() == 3);
  CHECK(edits[0].span == Span{0, 3});
  CHECK(edits[1].span == Span{4, 13});
  CHECK(edits[1].text == "2 dei");
  CHECK(edits[2].span == Span{18, 18});
  CHECK(testing::apply("one two three four", edits) == text.text());
}

TEST_CASE("rewritten: what comes to nothing is no edit") {
  Rewritten text("abc");
  text.apply({{{1, 2}, "x", ""}});
  text.apply({{{1, 2}, "b", ""}});
  CHECK(text.text() == "abc");
  CHECK(text.edits().empty());
  text.apply({{{0, 3}, "", ""}});
  CHECK(text.text().empty());
  REQUIRE(text.edits().size() == 1);
  text.apply({{{0, 0}, "d", ""}});
  CHECK(text.text() == "d");
  Rewritten nothing("");
  nothing.apply({{{0, 0}, "a", ""}});
  CHECK(nothing.text() == "a");
}

TEST_CASE("fix_all: safe fixes, also those that others uncover; no sentence goes") {
  const std::string text = opening + "Thank you for the the the the tour. i think you are a visionary.\n";
  const FixedText made = fixed(text);
  CHECK(made.text == opening + "Thank you for the tour. I think you are a visionary.\n");
  CHECK(made.fixed == 4);
  CHECK(fixed(made.text).edits.empty());
}

TEST_CASE("fix_all: deletions take sentences, and leave what would insert") {
  const std::string text =
      opening + "Thank you for the tour of the press. You are a visionary. I look forward to Tuesday.\n";
  CHECK(fixed(text).text == text);
  const FixedText made = fixed(text, FixScope::deletions);
  CHECK(made.text == opening + "Thank you for the tour of the press. I look forward to Tuesday.\n");
  CHECK(fixed(made.text, FixScope::deletions).edits.empty());
}

TEST_CASE("fix_all: a fix that isn't the sensible one is left") {
  Finding finding;
  Fix erase, replace;
  erase.kind = FixKind::erase;
  erase.edits = replace.edits = {{{0, 1}, "", ""}};
  replace.preferred = true;
  finding.fixes = {replace, erase};
  CHECK_FALSE(is_taken(FixScope::deletions, finding, finding.fixes[1]));
  CHECK_FALSE(is_taken(FixScope::deletions, finding, finding.fixes[0]));
  finding.fixes = {erase};
  CHECK(is_taken(FixScope::deletions, finding, finding.fixes[0]));
  CHECK_FALSE(is_taken(FixScope::safe, finding, finding.fixes[0]));
  finding.fixes[0].kind = FixKind::insert;
  CHECK_FALSE(is_taken(FixScope::deletions, finding, finding.fixes[0]));
}

TEST_CASE("fix_all: more places than a rule tells of at a time") {
  std::string text = opening, meant = opening;
  for (int i = 0; i < 700; ++i) {
    text += "We used the lever there. ";
    meant += "We used the tool there. ";
  }
  const RuleSettings settings = with_rules({writes("no-lever", "lever", "tool")});
  const FixedText made = fixed(text, FixScope::safe, &settings);
  CHECK(made.text == meant);
  CHECK(made.fixed == 700);
}

TEST_CASE("fix_all: rules that come to no end are left alone, the others are not") {
  const std::string text = opening + "Thank you for the the tour of the foo and the bar.\n";
  const std::string meant = opening + "Thank you for the tour of the foo and the bar.\n";
  const RuleSettings undo = with_rules({writes("a", "foo", "bar"), writes("b", "bar", "foo")});
  CHECK(fixed(text, FixScope::safe, &undo).text == meant);
  const std::string only_foo = opening + "Thank you for the tour of the foo.\n";
  CHECK(fixed(only_foo, FixScope::safe, &undo).text == only_foo);
  const RuleSettings grow = with_rules({writes("a", "foo", "foo and foo")});
  CHECK(fixed(text, FixScope::safe, &grow).text == meant);
  const RuleSettings creep = with_rules({writes("a", "foo", "a foo")});
  CHECK(fixed(text, FixScope::safe, &creep).text == meant);
}

TEST_CASE("fix_all: a rule that deletes by the configuration does so only where deletions are asked for") {
  const std::string text = opening + "Thank you for the really long tour.\n";
  CustomRule rule = writes("no-really", "", "");
  rule.phrases.clear();
  rule.pattern = "really ";
  const RuleSettings settings = with_rules({rule});
  CHECK(fixed(text, FixScope::safe, &settings).text == text);
  CHECK(fixed(text, FixScope::deletions, &settings).text == opening + "Thank you for the long tour.\n");
}
