// Rules of the user's own: what they find in a body's prose, where, and what they put in its place.
#include <doctest/doctest.h>

#include "rules/engine/settings.h"
#include "rules/model/standard.h"
#include "tests/support/judging.h"

using namespace afterword;
using namespace afterword::testing;

namespace {

struct Own {
  std::vector<CustomRule> rules;
  std::map<std::string, Severity, std::less<>> severity = {};

  Judged judge(std::string text, Format format = Format::markdown) const {
    RuleSettings settings;
    settings.custom = std::make_shared<const CustomRules>(rules);
    settings.severity = severity;
    Judged judged{parse(std::move(text), format), {}, {}};
    judged.facts = facts_of(judged.note, nullptr);
    Request request;
    request.now = parse_time(example_now).value();
    request.named_as_note = true;
    request.settings = &settings;
    judged.verdict = standard_checker().judge(judged.note, judged.facts, request);
    return judged;
  }
};

CustomRule of_phrases(std::vector<std::string> all, std::optional<std::string> replace = {}) {
  return {"mine", "Say it plainly.", Severity::warning, std::move(all), "", std::move(replace)};
}
CustomRule of_pattern(std::string text, std::optional<std::string> replace = {}) {
  return {"mine", "Say it plainly.", Severity::warning, {}, std::move(text), std::move(replace)};
}

std::string pattern_fault(std::string pattern) {
  return CompiledRule{of_pattern(std::move(pattern)), {}, {}}.compile_pattern();
}
std::string replace_fault(CustomRule rule) {
  CompiledRule compiled{std::move(rule), {}, {}};
  compiled.compile_pattern();
  return compiled.replace_fault();
}

/// What the rule covers in a body, in the order of the text.
Strings found(const CustomRule& rule, const std::string& body, Format format = Format::markdown) {
  const Judged judged = Own{{rule}}.judge("Dear Dana,\n\n" + body + "\n\nKind regards,\nOla Nilsen\n", format);
  Strings all;
  for (const Finding* finding : judged.of("mine")) all.emplace_back(judged.note.text(finding->span));
  return all;
}

/// A body after all fixes of the rule.
std::string mended(const CustomRule& rule, const std::string& body) {
  const std::string before = "Dear Dana,\n\n", after = "\n\nKind regards,\nOla Nilsen\n";
  const Judged judged = Own{{rule}}.judge(before + body + after);
  std::vector<Edit> edits;
  for (const Finding* finding : judged.of("mine"))
    for (const Fix& fix : finding->fixes) edits.push_back(fix.edits[0]);
  const std::string text = afterword::testing::apply(before + body + after, edits);
  return text.substr(before.size(), text.size() - before.size() - after.size());
}

}  // namespace

TEST_CASE("custom phrases are whole words in any letter case") {
  const CustomRule rule = of_phrases({"synergy", "win-win", "can", "touch base"});
  CHECK(found(rule, "The Synergy is a WIN-WIN.") == Strings{"Synergy", "WIN-WIN"});
  CHECK(found(rule, "Synergy, synergy; synergy.") == Strings{"Synergy", "synergy", "synergy"});
  CHECK(found(rule, "No synergyless synergies can't cannot canoe \u00e9can can\u00e9.").empty());
  CHECK(found(rule, "(can) \"can\" -can- can.") == Strings{"can", "can", "can"});
  CHECK(found(rule, "We touch\nbase, and touch   base, and touch\r\n  base.") ==
        Strings{"touch\nbase", "touch   base", "touch\r\n  base"});
  CHECK(found(of_phrases({"don't"}), "I don't, and I don\u2019t.") == Strings{"don't", "don\u2019t"});
  CHECK(found(of_phrases({"don\u2019t"}), "I don't.") == Strings{"don't"});
  CHECK(found(of_phrases({"c++ (old)"}), "I like C++ (old).") == Strings{"C++ (old)"});
  CHECK(found(of_phrases({"stra\u00dfe", "\u00c9CLAT"}), "Stra\u00dfe, \u00e9clat.") ==
        Strings{"Stra\u00dfe", "\u00e9clat"});
  CHECK(found(of_phrases({"a", "a b"}), "Take a b c.") == Strings{"a"});
}

TEST_CASE("custom patterns are taken as they are") {
  CHECK(found(of_pattern(R"(\bleverage(d|s)?\b)"), "We leverage, leveraged, leverages; Leverage, leveraging.") ==
        Strings{"leverage", "leveraged", "leverages"});
  CHECK(found(of_pattern("(?i)touch base"), "Touch\nbase.") == Strings{"Touch\nbase"});
  CHECK(found(of_pattern("x*"), "xx y x.") == Strings{"xx", "x"});
  CHECK(found(of_pattern("^We"), "We met. We talked.") == Strings{"We"});
  CHECK(found(of_pattern("t$"), "a t\n\n- b t\n\nwhat, t.").size() == 1);
}

TEST_CASE("custom rules see the body's prose only") {
  const CustomRule rule = of_pattern("synergy");
  CHECK(found(rule, "A `synergy` and <!-- synergy --> and [the text](http://a.example/synergy).").empty());
  CHECK(found(rule, "See [synergy](http://a.example/).") == Strings{"synergy"});
  CHECK(found(rule, "> On synergy.\n\n```\nsynergy\n```\n\n# Synergy synergy\n\nDone.").empty());
  CHECK(found(rule, "You said \"synergy first\" twice.").empty());
  CHECK(found(rule, "- synergy here\n- and synergy there.").size() == 2);
  CHECK(found(of_pattern("a.*b"), "a `code` b and a plain b.") == Strings{"and a plain b"});
  CHECK(found(of_pattern("a c"), "a <!-- no --> c.").size() == 1);
  // The word that is being typed is not judged yet.
  CHECK(found(of_phrases({"win"}), "It is a win").empty());
  CHECK(found(of_phrases({"win"}), "It is a win.").size() == 1);
}

TEST_CASE("custom rules replace") {
  CHECK(mended(of_pattern(R"(\bleverage(d|s)?\b)", "use\\1"), "We leverage and leveraged.") == "We use and used.");
  CHECK(mended(of_pattern("(a+)-(b+)", "\\2-\\1 \\0 \\\\"), "An aa-b.") == "An b-aa aa-b \\.");
  CHECK(mended(of_pattern("Iphone", "iPhone"), "Iphone and iPhone.") == "iPhone and iPhone.");
  // At a sentence's start a phrase keeps its capital, unless its own spelling says otherwise.
  CHECK(mended(of_phrases({"utilise"}, "use"), "Utilise it, utilise it.") == "Use it, use it.");
  CHECK(mended(of_phrases({"iphone"}, "iPhone"), "Iphone, iphone, iPhone.") == "iPhone, iPhone, iPhone.");
  CHECK(mended(of_phrases({"very "}, ""), "a very good day.") == "a  good day.");

  const Judged right = Own{{of_phrases({"iphone"}, "iPhone")}}.judge("Dear Dana,\n\nThe iPhone rang.\n");
  CHECK(right.of("mine").empty());
  const Judged plain = Own{{of_phrases({"synergy"}, "work")}}.judge("Dear Dana,\n\nThe synergy rang.\n");
  REQUIRE(plain.of("mine").size() == 1);
  const Finding& finding = *plain.of("mine")[0];
  CHECK(finding.message == "Say it plainly.");
  REQUIRE(finding.fixes.size() == 1);
  CHECK(finding.fixes[0].title == "Write work");
  CHECK(finding.fixes[0].preferred);
  CHECK(finding.fixes[0].safe);
}

TEST_CASE("custom rules heed severities and ignores like any other") {
  Own own{{of_phrases({"synergy"})}, {}};
  const std::string body = "Dear Dana,\n\nThe synergy rang.\n";
  CHECK(own.judge(body).of("mine")[0]->severity == Severity::warning);
  own.severity["mine"] = Severity::hint;
  CHECK(own.judge(body).of("mine")[0]->severity == Severity::hint);
  own.severity["mine"] = Severity::off;
  CHECK(own.judge(body).of("mine").empty());
  own.severity.clear();
  CHECK(own.judge("---\nignore: [mine]\n---\n\n" + body).verdict.findings.size() + 1 ==
        own.judge(body).verdict.findings.size());
  CHECK(own.judge("Dear Dana,\n\n<!-- afterword: ignore mine -->\nThe synergy rang.\n").of("mine").empty());
  CHECK(own.judge("Dear Dana,\n\n<!-- afterword: ignore mine -->\nThe synergy rang.\n").of("facts-invalid").empty());
  // In other languages as well.
  CHECK(own.judge("Liebe Dana,\n\nvielen Dank f\u00fcr das Gespr\u00e4ch \u00fcber die synergy der Werkstatt und die "
                  "Zeit, die "
                  "Sie sich genommen haben.\n")
            .of("mine")
            .size() == 1);
}

TEST_CASE("what RE2 does not take is told in its words") {
  CHECK(pattern_fault("a(b").find("missing )") != std::string::npos);
  CHECK(pattern_fault("(?=a)").find("invalid perl operator") != std::string::npos);
  CHECK_FALSE(pattern_fault("((a{1000}){1000}){1000}").empty());
  CHECK(pattern_fault("[a-z]+").empty());
  CHECK(replace_fault(of_pattern("(a)", "\\1")).empty());
  CHECK_FALSE(replace_fault(of_pattern("a", "\\1")).empty());
  CHECK_FALSE(replace_fault(of_pattern("a", "b\\")).empty());
  CHECK_FALSE(replace_fault(of_phrases({"a"}, "\\1")).empty());
  CHECK(replace_fault(of_phrases({"a"}, "b")).empty());
}

TEST_CASE("a custom pattern does not part a character") {
  for (const char* pattern : {"a\\C", "\\C", "\\\\\\C", "(x|\\C)+", "\\Qa\\E\\C"})
    CHECK(pattern_fault(pattern).starts_with("\\C is a byte"));
  for (const char* pattern : {"C", "\\\\C", "\\Q\\C\\E", "\\QC", "\\.C", "[\\\\C]"})
    CHECK(pattern_fault(pattern).empty());
  CHECK_FALSE(pattern_fault("a\\").empty());
  CHECK(found(of_pattern("caf\\C"), "A caf\u00e9.").empty());
}

TEST_CASE("a custom rule finds so much in a note and no more") {
  std::string body;
  for (int i = 0; i < 3000; ++i) body += "So it is. ";
  const Judged judged = Own{{of_pattern("i"), of_phrases({"so"}, "thus")}}.judge("Dear Dana,\n\n" + body + "\n");
  const auto all = judged.of("mine");
  REQUIRE(all.size() == 2 * most_custom_findings);
  CHECK(all.back()->message == "Say it plainly. (These are 200; more of them are not told.)");
  // A match that is nothing may look at all that follows, at each letter anew.
  CHECK(found(of_pattern("i|(So.*never)?"), "So many xylophones, and one i.") == Strings{"i"});
  std::string long_body;
  for (int i = 0; i < 100000; ++i) long_body += "So it goes ";
  CHECK(found(of_pattern("(.*never)?"), long_body).empty());
}

TEST_CASE("an expression is compiled once and shared") {
  CompiledRule rule{of_phrases({"a"}), {}, {}};
  rule.compile_phrases();
  const CustomRules first(std::vector<CompiledRule>{rule}), second(std::vector<CompiledRule>{*first.rule("mine")});
  CHECK(second.rule("mine")->phrases_search == rule.phrases_search);
  CHECK(rule.instructions() > 1000);
}
