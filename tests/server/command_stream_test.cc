// check --stream: lines of JSON in and out, the settings that hold for them, the exit code.
#include <doctest/doctest.h>

#include <chrono>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/server/child_process.h"
#include "tests/server/command_help.h"

using namespace afterword::tests;

namespace {

const std::string warned = "Dear Dana,\n\nthank you for the the tour.\n";

std::string line_of(const std::string& name) { return Json{{"name", name}, {"text", warned}}.dump() + "\n"; }

/// The severity of the repeated word in each line's answer.
std::vector<std::string> severities(const Finished& done) {
  std::vector<std::string> all;
  for (const std::string& line : lines_of(done.out)) {
    all.emplace_back("none");
    const Json answer = Json::parse(line);
    for (const Json& finding : answer["findings"])
      if (finding["rule"] == "repeated-word") all.back() = finding["severity"];
  }
  return all;
}

using Severities = std::vector<std::string>;

}  // namespace

TEST_CASE("check --stream: a line in, a line out, in order; a bad line does not stop it") {
  const std::string input = Json{{"id", 1}, {"name", "a.note.md"}, {"text", warned}}.dump() + "\n" + "no json\n" +
                            R"({"id": "x", "text": 5})"
                            "\n" +
                            R"({"id": {"deep": [1]}, "name": "b.txt"})"
                            "\n" +
                            R"([1, 2])"
                            "\n" +
                            "\xFF\xFE\n" +
                            Json{{"id", 4},
                                 {"text", "Dear Luis,\n\nthank you for the tour.\n"},
                                 {"facts", {{"to", "Dana Wu"}, {"interview", "2026-03-01 10:00"}}},
                                 {"now", "2026-03-05T10:00:00"}}
                                .dump() +
                            "\n" +
                            R"({"id": 5, "text": "x", "now": "soon"})"
                            "\n" +
                            R"({"id": 6, "text": "Hello Dana\u0000\ud800"})"
                            "\n\n"
                            R"({"id": 7, "text": "x", "facts": "Dana"})"
                            "\n"
                            R"({"id": 8, "text": "x", "facts": {"interview": "2026-13-40"}})"
                            "\n"
                            R"({"id": 9, "text": "x", "facts": {"kind": "party"}})";
  const Finished done = run({"check", "--stream"}, input);
  CHECK(done.ended.code == 0);  // each line has its answer
  const auto lines = lines_of(done.out);
  REQUIRE(lines.size() == 13);
  std::vector<Json> answers;
  for (const std::string& line : lines) answers.push_back(Json::parse(line));
  CHECK(answers[0]["id"] == 1);
  CHECK(has_rule(answers[0], "repeated-word"));
  CHECK(answers[0]["path"] == "a.note.md");
  CHECK(answers[1] == Json({{"id", nullptr}, {"error", "the line is no JSON object"}}));
  CHECK(answers[2] == Json({{"id", "x"}, {"error", "line.text: expected a string"}}));
  CHECK(answers[3] == Json({{"id", {{"deep", {1}}}}, {"error", "line.text: missing"}}));
  CHECK(answers[4].contains("error"));
  CHECK(answers[5]["error"] == "the line is no JSON object");
  CHECK(answers[6]["id"] == 4);
  CHECK(has_rule(answers[6], "name-mismatch"));
  CHECK(has_rule(answers[6], "sent-late"));
  CHECK(has(answers[7]["error"], "line.now"));
  CHECK(answers[8]["id"] == 6);
  CHECK(answers[8].contains("findings"));
  CHECK(answers[9] == Json({{"id", nullptr}, {"error", "the line is empty"}}));
  CHECK(has(answers[11]["error"], "line.facts.interview"));
  CHECK(has(answers[12]["error"], "line.facts.kind"));
  CHECK(answers[10] == Json({{"id", 7}, {"error", "line.facts: expected an object"}}));
}

TEST_CASE("check --stream: each answer comes before the next line is sent") {
  Child child({"check", "--stream"});
  child.drop_shared();
  for (int i = 0; i < 5; ++i) {
    child.write(Json{{"id", i}, {"text", warned}}.dump() + "\n");
    std::string line;
    while (line.find('\n') == std::string::npos && child.read_some(line, std::chrono::seconds(10))) {
    }
    CHECK(Json::parse(line)["id"] == i);
  }
  child.close_input();
  CHECK(child.wait(std::chrono::seconds(5)).code == 0);
}

TEST_CASE("check --stream: the configuration is the one given, else that of the project a name lies in") {
  const TemporaryFolder folder;
  folder.write("hints/.afterword.yaml", "rules: {repeated-word: hint}\n");
  folder.write("errors/.afterword.yaml", "rules: {repeated-word: error}\n");
  folder.write(".afterword.yaml", "rules: {repeated-word: information}\n");
  folder.write("given.yaml", "rules: {repeated-word: off}\n");
  const std::string input = line_of("hints/a.md") + line_of(folder.path() + "/errors/b.md") + line_of("hints/c.md") +
                            line_of("nowhere/at/all.md") + line_of("d.md") + Json{{"text", warned}}.dump() + "\n";
  const auto check = [&](Arguments more) {
    more.insert(more.begin(), {"check", "--stream"});
    return severities(run(more, input, folder.path()));
  };
  CHECK(check({}) == Severities{"hint", "error", "hint", "warning", "information", "warning"});
  CHECK(check({"--config", "given.yaml"}) == Severities(6, "none"));
  CHECK(check({"--no-config"}) == Severities(6, "warning"));

  // A fault in it is told once; each line is answered all the same.
  folder.write("faulty.yaml", "rules:\n  gift: loud\n  repeated-word: hint\n");
  const Finished faulty =
      run({"check", "--stream", "--config", "faulty.yaml", "--fail-on", "never"}, input, folder.path());
  CHECK(faulty.ended.code == 2);
  CHECK(faulty.error ==
        "afterword: faulty.yaml:2: gift: the severity is one of off, hint, information, warning, error\n");
  CHECK(severities(faulty) == Severities(6, "hint"));
  CHECK(run({"check", "--stream", "--config", "faulty.yaml"}, "", folder.path()).ended.code == 2);
}

TEST_CASE("check --stream: findings lead to an exit code only where --fail-on is given") {
  const auto code = [](Arguments more, const std::string& input) {
    more.insert(more.begin(), {"check", "--stream", "--no-config"});
    return run(more, input).ended.code;
  };
  CHECK(code({}, line_of("a.md") + "no json\n") == 0);
  CHECK(code({"--fail-on", "warning"}, line_of("a.md")) == 1);
  CHECK(code({"--fail-on", "error"}, line_of("a.md")) == 0);
  CHECK(code({"--fail-on", "never"}, line_of("a.md")) == 0);
  CHECK(code({"--fail-on", "never"}, line_of("a.md") + "no json\n" + line_of("b.md")) == 0);
  CHECK(code({}, "") == 0);
}

TEST_CASE("check --stream: what means nothing to it is wrong usage") {
  for (const Arguments& more : {Arguments{"a.note.md"}, {"-"}, {"--stdin-name", "a.md"}, {"--format", "text"}}) {
    Arguments all = {"check", "--stream"};
    all.insert(all.end(), more.begin(), more.end());
    CAPTURE(more[0]);
    const Finished done = run(all, line_of("a.md"));
    CHECK(done.ended.code == 2);
    CHECK(done.out.empty());
    CHECK(has(done.error, "afterword: --stream reads its notes from standard input"));
  }
  CHECK(run({"check", "--stream", "--format", "jsonl"}, line_of("a.md")).ended.code == 0);
}
