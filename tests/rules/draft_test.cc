// Drafts: all that their kind asks for, and nothing to be found but the blanks.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "rules/engine/draft.h"
#include "tests/support/judging.h"

using namespace afterword;
using namespace afterword::testing;

namespace {

Facts full_facts() {
  Facts facts = phrases::sample_facts();
  facts.to = {{"Dana Wu", "dana@initech.example", {}}};
  facts.interview = Fact<LocalTime>{parse_time("2026-03-05 09:00").value(), {}};
  facts.topics.push_back({"the night shift", {}});
  return facts;
}

/// What is found in a draft, placeholder-left aside.
Strings found_in(const Facts& declared, const Facts& facts, Kind kind) {
  const Judged judged = judge_text(draft_note(declared, facts, kind, phrases::Book::standard()));
  CHECK(judged.verdict.occasion.kind == kind);
  Strings found;
  for (const Finding& finding : judged.verdict.findings)
    if (finding.rule != "placeholder-left")
      found.push_back(std::string(finding.rule) + ": " + std::string(judged.note.text(finding.span)));
  return found;
}

}  // namespace

TEST_CASE("a draft has no finding but its blanks, whatever is known") {
  for (std::size_t i = 0; i < kind_count; ++i) {
    const Kind kind = static_cast<Kind>(i);
    CAPTURE(name_of(kind));
    Facts kind_alone;
    kind_alone.kind = Fact<Kind>{kind, {}};
    CHECK(found_in(kind_alone, kind_alone, kind) == Strings{});
    Facts some = kind_alone;
    some.to = {{"Dr. Luis Ortega", "", {}}};
    some.company = {{"Initech", {}}};
    CHECK(found_in(some, some, kind) == Strings{});
    Facts all = full_facts();
    all.kind = kind_alone.kind;
    if (kind == Kind::no_reply) all.decision_by->value = parse_time("2026-03-04").value();  // else it is too early
    CHECK(found_in(all, all, kind) == Strings{});
  }
}

TEST_CASE("drafts to one panel are told apart by more than the name") {
  Facts facts = full_facts();
  std::vector<std::vector<std::string>> bodies;
  for (std::size_t turn = 0; turn < 5; ++turn) {
    const Judged judged = judge_text(draft_note(facts, facts, Kind::interview, phrases::Book::standard(), turn));
    for (const Finding& finding : judged.verdict.findings) CHECK(finding.rule == "placeholder-left");
    std::vector<std::string>& sentences = bodies.emplace_back();
    for (const Paragraph& paragraph : judged.note.paragraphs())
      for (const Sentence& sentence : paragraph.content->sentences)
        sentences.emplace_back(
            std::string_view(paragraph.content->text).substr(sentence.span.begin, sentence.span.size()));
  }
  for (std::size_t a = 0; a < bodies.size(); ++a)
    for (std::size_t b = a + 1; b < bodies.size(); ++b)
      for (const std::string& sentence : bodies[a]) {
        CAPTURE(sentence);
        CHECK(std::find(bodies[b].begin(), bodies[b].end(), sentence) == bodies[b].end());
      }
}

TEST_CASE("a draft says where the two met, what was talked about, and leaves an easy way out") {
  Facts facts = full_facts();
  facts.topics = {{"the night shift", {}}};
  const auto draft_of = [&](Kind kind) { return draft_letter(facts, kind, phrases::Book::standard()); };
  CHECK(draft_of(Kind::networking).find("[which event?]") != std::string::npos);
  CHECK(draft_of(Kind::personal).find("the night shift") != std::string::npos);
  const std::string nudge = draft_of(Kind::no_reply);
  CHECK(nudge.find("13 March") != std::string::npos);
  CHECK(nudge.find("somebody else?") != std::string::npos);
}

TEST_CASE("a draft declares its facts so that they are read again as they were") {
  Facts facts = full_facts();
  facts.company = {{"Initech: Print # 1", {}}, {"No", {}}};
  facts.role = Fact<std::string>{"lead \"press\" planner", {}};
  const Judged judged = judge_text(draft_note(facts, facts, Kind::interview, phrases::Book::standard()));
  CHECK(judged.note.front_matter().fault.empty());
  CHECK(judged.facts.to[0].name == "Dana Wu");
  CHECK(judged.facts.to[0].email == "dana@initech.example");
  REQUIRE(judged.facts.company.size() == 2);
  CHECK(judged.facts.company[0].value == "Initech: Print # 1");
  CHECK(judged.facts.company[1].value == "No");
  CHECK(judged.facts.role->value == "lead \"press\" planner");
  CHECK(judged.facts.interview->value == facts.interview->value);
  CHECK(judged.facts.topics.size() == 2);
  CHECK(judged.facts.decision_by->value == parse_time("2026-03-13").value());
  CHECK(judged.facts.referred_by->name == "Luis Ortega");
  CHECK(judged.facts.from->name == "Sam Field");
}

TEST_CASE("names make files of plain letters") {
  CHECK(file_stem("Luis Ortega") == "luis-ortega");
  CHECK(file_stem("Zo\xC3\xAB O'Neil-Strand, PhD") == "zoe-o-neil-strand-phd");
  CHECK(file_stem("\xE7\x8E\x8B").empty());
  CHECK(note_file_name({"Luis Ortega", "l@a.example", {}}) == "luis-ortega.note.md");
  CHECK(note_file_name({"", "mei.lin@a.example", {}}) == "mei-lin.note.md");
  CHECK(note_file_name({"\xE7\x8E\x8B", "", {}}).empty());
  CHECK(yaml_text("Dana Wu <d@a.example>") == "Dana Wu <d@a.example>");
  CHECK(yaml_text("no") == "\"no\"");
  CHECK(yaml_text("a: \"b\"\nc") == "\"a: \\\"b\\\" c\"");
}
