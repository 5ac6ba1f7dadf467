// check --format sarif and github, and --stats. The structure of SARIF is checked as far as readers rely on it.
#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "tests/server/child_process.h"
#include "tests/server/command_help.h"
#include "tests/server/test_client.h"

using namespace afterword::tests;
namespace fs = std::filesystem;

namespace {

const std::string wrong = "Dear Dana,\n\nthank you for the the tour.\n";

struct Sarif {
  Finished done;
  Json run;

  const Json& result(const std::string& rule) const {
    static const Json none;
    for (const Json& result : run["results"])
      if (result.value("ruleId", "") == rule) return result;
    return none;
  }
};

void check_region(const Json& region) {
  const int first = region.at("startLine"), last = region.value("endLine", first);
  CHECK(first >= 1);
  CHECK(region.value("startColumn", 1) >= 1);
  CHECK(last >= first);
  if (first == last) CHECK(region.value("endColumn", 1'000'000) >= region.value("startColumn", 1));
}

void check_location(const Json& location) {
  const Json& place = location.at("physicalLocation");
  const std::string uri = place.at("artifactLocation").at("uri");
  CHECK_FALSE(uri.empty());
  CHECK((place["artifactLocation"].contains("uriBaseId") || uri.starts_with("file:///")));
  CHECK(uri.find_first_of(" \"<>\\^`{|}") == std::string::npos);
  for (const char c : uri) CHECK(static_cast<unsigned char>(c) < 0x80);
  if (place.contains("region")) check_region(place["region"]);
}

bool is_unique(const Json& array) { return std::set<Json>(array.begin(), array.end()).size() == array.size(); }

Sarif sarif(const Arguments& more, const std::string& folder, std::string_view input = {}) {
  Arguments all = {"check", "--format", "sarif", "--now", "2026-03-05T10:00:00"};
  all.insert(all.end(), more.begin(), more.end());
  Sarif made{run(all, input, folder), {}};
  const Json log = Json::parse(made.done.out);
  CHECK(log.at("version") == "2.1.0");
  REQUIRE(log.at("runs").size() == 1);
  made.run = log["runs"][0];
  CHECK(made.run.at("columnKind") == "unicodeCodePoints");
  std::set<std::string> rules;
  for (const Json& rule : made.run.at("tool").at("driver").at("rules")) {
    CHECK(rules.insert(rule.at("id")).second);
    for (const char* text : {"shortDescription", "fullDescription", "help"})
      CHECK_FALSE(rule.at(text).at("text").get<std::string>().empty());
    CHECK(rule["help"].at("markdown").get<std::string>().starts_with("# "));
  }
  for (const Json& result : made.run.at("results")) {
    if (result.contains("ruleId")) CHECK(rules.contains(result["ruleId"]));
    CHECK(std::set<std::string>{"error", "warning", "note"}.contains(result.at("level")));
    CHECK_FALSE(result.at("message").at("text").get<std::string>().empty());
    REQUIRE(result.at("locations").size() == 1);
    check_location(result["locations"][0]);
    CHECK(result.at("partialFingerprints").size() == 1);
    for (const Json& related : result.value("relatedLocations", Json::array())) check_location(related);
    CHECK(is_unique(result.value("relatedLocations", Json::array())));
    for (const Json& fix : result.value("fixes", Json::array())) {
      REQUIRE_FALSE(fix.at("artifactChanges").at(0).at("replacements").empty());
      for (const Json& edit : fix["artifactChanges"][0]["replacements"]) check_region(edit.at("deletedRegion"));
    }
  }
  CHECK(is_unique(made.run.at("artifacts")));
  for (const Json& artifact : made.run["artifacts"]) CHECK(artifact.at("location").contains("uri"));
  CHECK(made.run.at("invocations").at(0).at("exitCode") == made.done.ended.code);
  CHECK(made.run["invocations"][0].at("executionSuccessful") == (made.done.ended.code != 2));
  return made;
}

}  // namespace

TEST_CASE("check --format sarif: a result with its place, its fix and its rule") {
  const TemporaryFolder folder;
  folder.write("a.note.md", wrong);
  const Sarif made = sarif({"a.note.md"}, folder.path());
  CHECK(made.done.ended.code == 1);
  CHECK(made.done.error.empty());
  const Json& result = made.result("repeated-word");
  REQUIRE(result.is_object());
  CHECK(result["level"] == "warning");
  const Json& place = result["locations"][0]["physicalLocation"];
  CHECK(place["artifactLocation"] == Json({{"uri", "a.note.md"}, {"uriBaseId", "%SRCROOT%"}}));
  CHECK(place["region"] == Json({{"startLine", 3}, {"startColumn", 15}, {"endLine", 3}, {"endColumn", 22}}));
  const Json& edit = result["fixes"][0]["artifactChanges"][0]["replacements"][0];
  CHECK(edit == Json({{"deletedRegion", {{"startLine", 3}, {"startColumn", 18}, {"endLine", 3}, {"endColumn", 22}}}}));
  CHECK(result["fixes"][0]["description"]["text"] == "Delete the second \"the\"");
  const std::string root = made.run["originalUriBaseIds"]["%SRCROOT%"]["uri"];
  CHECK(root == "file://" + fs::canonical(folder.path()).string() + "/");
  CHECK(made.run["artifacts"][0]["location"]["uri"] == "a.note.md");
  for (const Json& rule : made.run["tool"]["driver"]["rules"]) {
    CHECK_FALSE(rule.contains("helpUri"));  // no page is installed beside the program under test
    if (rule["id"] == "repeated-word") CHECK(rule["defaultConfiguration"]["level"] == "warning");
  }
}

TEST_CASE("check --format sarif: columns are code points, a byte order mark is none, and any line end counts") {
  const TemporaryFolder folder;
  folder.write("a.note.md", "\xEF\xBB\xBFThe the \xF0\x9F\x98\x80 i am.\r\rthank you, Zo\xC3\xAB, for the the tour.\r");
  const Sarif made = sarif({"--all", "a.note.md"}, folder.path());
  std::set<std::pair<int, int>> starts;
  for (const Json& result : made.run["results"]) {
    const Json& region = result["locations"][0]["physicalLocation"]["region"];
    if (result["ruleId"] == "repeated-word") starts.emplace(region["startLine"], region["startColumn"]);
  }
  CHECK(starts.contains({1, 1}));
  CHECK(starts.contains({3, 21}));
}

TEST_CASE("check --format sarif: fingerprints stay when lines come, and tell equal findings apart") {
  const TemporaryFolder folder;
  const auto prints = [&](const std::string& text) {
    folder.write("a.note.md", text);
    std::set<std::string> found;
    const Sarif made = sarif({"a.note.md"}, folder.path());
    for (const Json& result : made.run["results"])
      if (result["ruleId"] == "repeated-word") found.insert(result["partialFingerprints"]["findingHash/v1"]);
    return found;
  };
  const auto two = prints(wrong + "\nWe spoke of the the press and of and of ink.\n");
  CHECK(two.size() == 2);
  CHECK(prints("Dear Dana,\n\n\nIt was a fine day.\n" + wrong + "\nWe spoke of the the press.\n") == two);
  for (const std::string& print : two) CHECK(print.find_first_not_of("0123456789abcdef:") == std::string::npos);
}

TEST_CASE("check --format sarif: names, related places, custom rules, faults") {
  const TemporaryFolder folder;
  const std::string note = "in/Zo\xC3\xAB & co 100%.note.md";
  folder.write(note, "Dear Dhana,\n\nthank you for the {synergy} of the tour.\n");
  folder.write("in/interview.yaml", "company: Initech\ninterviewers:\n  - name: Dana Wu\n");
  folder.write(
      "in/.afterword.yaml",
      "rules:\n  no-such-rule: off\ncustom:\n  - id: no-synergy\n    severity: error\n    message: Say \"{it}\" "
      "otherwise.\n    phrases: [synergy]\n");
  folder.write("in/latin.note.md", "Dear Ren\xE9,\n");
  const Sarif made = sarif({"in", "in"}, folder.path());
  CHECK(made.done.ended.code == 2);
  const Json& misspelt = made.result("name-misspelt");
  REQUIRE(misspelt.is_object());
  CHECK(misspelt["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] ==
        "in/Zo%C3%AB%20%26%20co%20100%25.note.md");
  const Json& related = misspelt["relatedLocations"][0];
  CHECK(related["physicalLocation"]["artifactLocation"]["uri"] == "in/interview.yaml");
  CHECK(related["physicalLocation"]["region"] == Json({{"startLine", 3}, {"startColumn", 11}}));
  const Json& custom = made.result("no-synergy");
  REQUIRE(custom.is_object());
  CHECK(custom["level"] == "error");
  CHECK(custom["message"]["text"] == "Say \"{{it}}\" otherwise.");  // single braces would stand for an argument
  const Json& invocation = made.run["invocations"][0];
  const Json& unread = invocation["toolExecutionNotifications"];
  REQUIRE(unread.size() >= 1);
  CHECK(unread[0]["message"]["text"] == "in/latin.note.md: is not UTF-8: byte 8 starts no character");
  CHECK(unread[0]["level"] == "error");
  REQUIRE(invocation["toolConfigurationNotifications"].size() == 1);
  const Json& fault = invocation["toolConfigurationNotifications"][0];
  CHECK(fault["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "in/.afterword.yaml");
  CHECK(fault["locations"][0]["physicalLocation"]["region"]["startLine"] == 2);
  // Each once, though named twice; what can't be read is none, and the facts are one for a finding of their own.
  CHECK(made.run["artifacts"].size() == 2);
}

TEST_CASE("check --format sarif: nothing found, nothing there, a file elsewhere, standard input") {
  const TemporaryFolder folder;
  folder.write("in/a.md", "# Minutes\n");
  folder.write("out/x", "");
  CHECK(sarif({"in"}, folder.path()).run["results"].empty());
  CHECK(sarif({"gone"}, folder.path()).done.ended.code == 2);
  const Sarif away = sarif({"--all", "../in/a.md"}, folder.path() + "/out");
  const Json& location = away.run["artifacts"][0]["location"];
  CHECK(location["uri"].get<std::string>().ends_with("/in/a.md"));
  CHECK_FALSE(location.contains("uriBaseId"));
  const Sarif piped = sarif({"--stdin-name", "x.note.md", "-"}, folder.path(), wrong);
  CHECK(piped.run["artifacts"][0]["location"]["uri"] == "x.note.md");
}

TEST_CASE("check --format sarif: the notes of the tree, on any number of threads") {
  const Arguments all = {"--fail-on", "never", AFTERWORD_CORPUS, AFTERWORD_NOTES};
  Arguments one = all;
  one.insert(one.end(), {"--jobs", "1"});
  const Sarif made = sarif(all, {});
  CHECK(made.run["results"].size() > 1000);
  CHECK(made.run["artifacts"].size() > 600);
  CHECK(sarif(one, {}).done.out == made.done.out);
}

TEST_CASE("check --format github: a command a finding, escaped") {
  const TemporaryFolder folder;
  folder.write("a:b, 100%.note.md", wrong);
  folder.write(".afterword.yaml",
               "custom:\n  - id: no-tour\n    severity: information\n    message: \"90% say\\n::tour:: too, often\"\n"
               "    phrases: [tour]\n");
  const Finished done = run({"check", "--format", "github", "./a:b, 100%.note.md"}, {}, folder.path());
  CHECK(done.ended.code == 1);
  CHECK(done.error.empty());
  CHECK(
      has(done.out,
          "::warning file=a%3Ab%2C 100%25.note.md,line=3,endLine=3,col=15,endColumn=22,title=repeated-word::\"the\" "));
  CHECK(has(done.out, "title=no-tour::90%25 say%0A::tour:: too, often\n"));
  for (const std::string& line : lines_of(done.out))
    CHECK((line.starts_with("::warning ") || line.starts_with("::notice ") || line.starts_with("::error ")));

  folder.write("b.note.md", "Dear Dana,\n\nthank you. You are a\nvisionary.\n");
  const Finished long_one = run({"check", "--format", "github", "b.note.md"}, {}, folder.path());
  CHECK(has(long_one.out, "line=3,endLine=4,title=flattery::"));  // no columns across lines
}

TEST_CASE("check --stats: rules, kinds and what was read") {
  const TemporaryFolder folder;
  folder.write("a.note.md", "---\nkind: rejection\n---\n\n" + wrong + "i am i.\n");
  folder.write("b.note.md", "---\nkind: rejection\n---\n\n" + wrong);
  folder.write("c.md", "# Minutes\n\nThe the pump.\n");
  const auto row = [](const std::string& text, const std::string& name) {
    for (const std::string& line : lines_of(text))
      if (line.starts_with(name + " ")) return line.substr(line.find_last_of(' ') + 1);
    return std::string();
  };
  const Finished done = run({"check", "--stats", "."}, {}, folder.path());
  CHECK(row(done.out, "repeated-word") == "2");
  CHECK(row(done.out, "lowercase-i") == "1");
  CHECK(row(done.out, "rejection") == "2");
  CHECK(row(done.out, "files") == "3");
  CHECK(row(done.out, "notes") == "2");
  CHECK(row(done.out, "words") == "15");
  CHECK_FALSE(row(done.out, "seconds").empty());
  CHECK_FALSE(row(done.out, "notes/s").empty());
  CHECK(done.out.find("to consider") < done.out.find("\nrule "));  // after the findings
  CHECK(done.error.empty());

  const Finished json = run({"check", "--stats", "--format", "json", "."}, {}, folder.path());
  CHECK(Json::parse(json.out)["summary"]["notes"] == 2);
  CHECK(row(json.error, "rejection") == "2");
  const Finished fixed = run({"check", "--stats", "--fix", "."}, {}, folder.path());
  CHECK(row(fixed.out, "repeated-word").empty());  // of what is left
  CHECK(has(fixed.out, "3 findings fixed in 2 files\n"));
}

TEST_CASE("check --format json: a related place in the note itself") {
  const TemporaryFolder folder;
  folder.write("a.note.md",
               "---\nkind: interview\n---\n\nDear Dana,\n\nI hope this email finds you well. I am writing to thank you "
               "for taking the time to "
               "meet with me. I look forward to hearing from you at your earliest convenience.\n");
  const Json note = Json::parse(run({"check", "--format", "jsonl", "a.note.md"}, {}, folder.path()).out);
  bool any = false;
  for (const Json& finding : note["findings"])
    for (const Json& related : finding["related"]) {
      any = true;
      CHECK(related["path"] == "a.note.md");
      CHECK(related["line"] == 7);
    }
  CHECK(any);
}
