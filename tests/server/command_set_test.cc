// check over several notes: what they share, and who has none.
#include <doctest/doctest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/server/child_process.h"
#include "tests/server/command_help.h"
#include "tests/server/test_client.h"

using namespace afterword::tests;

namespace {

const std::string flood = "Your story of the flood in the paper store made me check our own pumps the same night.";

std::string note_to(const std::string& name, const std::string& sentence) {
  return "---\nto: " + name + "\nkind: interview\n---\n\nDear " + name + ",\n\n" + sentence + "\n";
}

/// The findings of these two rules: path -> finding.
std::multimap<std::string, Json> set_findings(const std::string& json) {
  std::multimap<std::string, Json> found;
  const Json all = Json::parse(json);
  for (const Json& note : all["notes"])
    for (const Json& finding : note["findings"])
      if (finding["rule"] == "same-note" || finding["rule"] == "panel-uncovered") found.emplace(note["path"], finding);
  return found;
}

const Arguments as_json = {"check", "--format", "json", "--fail-on", "never", "--now", "2026-03-05T10:00:00"};

Arguments with(std::vector<std::string> more) {
  Arguments all = as_json;
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

void write_panel(const TemporaryFolder& folder) {
  folder.write("p/interview.yaml",
               "company: Initech\ninterviewers:\n  - name: Dana Wu\n  - name: Luis Ortega\n  - name: Femi Adeyemi\n");
  folder.write("p/dana.note.md", note_to("Dana Wu", "The ink pump runs dry. " + flood));
  folder.write("p/luis.note.md", note_to("Luis Ortega", "Zo\xC3\xAB oiled it. " + flood));
}

}  // namespace

TEST_CASE("check: a point in two notes is shown in both, with the place in the other") {
  const TemporaryFolder folder;
  write_panel(folder);
  const Finished done = run(with({"p"}), {}, folder.path());
  CHECK(done.error.empty());
  const auto found = set_findings(done.out);
  REQUIRE(found.count("p/dana.note.md") == 1);
  const Json& finding = found.find("p/dana.note.md")->second;
  CHECK(finding["rule"] == "same-note");
  CHECK(finding["severity"] == "warning");
  CHECK(finding["text"] == flood);
  CHECK(finding["fixes"].empty());
  REQUIRE(finding["related"].size() == 1);
  CHECK(finding["related"][0]["path"] == "p/luis.note.md");
  CHECK(finding["related"][0]["line"] == 8);
  CHECK(finding["related"][0]["column"] == 15);  // code points, not bytes
  CHECK(found.count("p/luis.note.md") == 1);
  // Whoever has none, at the place in the facts; last, and a file of its own in the summary.
  REQUIRE(found.count("p/interview.yaml") == 1);
  const Json& uncovered = found.find("p/interview.yaml")->second;
  CHECK(uncovered["text"] == "Femi Adeyemi");
  CHECK(uncovered["severity"] == "information");
  const Json all = Json::parse(done.out);
  CHECK(all["notes"].back()["path"] == "p/interview.yaml");
  CHECK(all["notes"].back()["note"] == false);
  CHECK(all["summary"]["files"] == 3);
  CHECK(all["summary"]["information"].get<int>() >= 1);
  CHECK(run({"check", "p", "--now", "2026-03-05T10:00:00"}, {}, folder.path()).ended.code == 1);
}

TEST_CASE("check: one file is no set, and files named singly tell nothing of a panel") {
  const TemporaryFolder folder;
  write_panel(folder);
  CHECK(set_findings(run(with({"p/dana.note.md"}), {}, folder.path()).out).empty());
  const auto two = set_findings(run(with({"p/dana.note.md", "p/luis.note.md"}), {}, folder.path()).out);
  CHECK(two.size() == 2);
  CHECK(two.count("p/interview.yaml") == 0);
  // Standard input is judged among the files that are named beside it.
  const auto piped = set_findings(
      run(with({"-", "p/luis.note.md", "--stdin-name", "p/new.note.md"}), note_to("Dana Wu", flood), folder.path())
          .out);
  CHECK(piped.count("p/new.note.md") == 1);
}

TEST_CASE("check: rules about the set are set, ignored and ordered as all others") {
  const TemporaryFolder folder;
  write_panel(folder);
  const Finished plain = run(with({"p"}), {}, folder.path());
  CHECK(run(with({"p", "--jobs", "1"}), {}, folder.path()).out == plain.out);
  folder.write("p/dana.note.md",
               "---\nto: Dana Wu\nkind: interview\nignore: [same-note]\n---\n\nDear Dana,\n\n" + flood);
  auto found = set_findings(run(with({"p"}), {}, folder.path()).out);
  CHECK(found.count("p/dana.note.md") == 0);
  CHECK(found.count("p/luis.note.md") == 1);
  folder.write("p/.afterword.yaml", "rules:\n  same-note: off\n  panel-uncovered: warning\n");
  found = set_findings(run(with({"p"}), {}, folder.path()).out);
  REQUIRE(found.size() == 1);
  CHECK(found.begin()->second["severity"] == "warning");
  // An ignore of what only the set tells is not in vain where the set is not looked at.
  const Finished alone = run(with({"p/dana.note.md"}), {}, folder.path());
  CHECK_FALSE(has(alone.out, "Nothing of same-note"));
}

TEST_CASE("check: a stream has no set") {
  const Json line = {{"id", 1}, {"name", "a.note.md"}, {"text", note_to("Dana Wu", flood)}};
  const Json other = {{"id", 2}, {"name", "b.note.md"}, {"text", note_to("Luis Ortega", flood)}};
  const Finished done = run({"check", "--stream"}, line.dump() + "\n" + other.dump() + "\n");
  CHECK_FALSE(has(done.out, "same-note"));
}

TEST_CASE("check: a company that another note or file of facts is about comes from there") {
  const TemporaryFolder folder;
  folder.write("dana.note.md",
               "---\nto: Dana Wu\ncompany: Initech\nkind: interview\n---\n\nDear Dana,\n\nWhat drew me to "
               "Brightfold is the ink room.\n\nI would like to join Operations in May.\n");
  const auto severities = [&] {
    std::multimap<std::string, std::string> found;
    const Json all = Json::parse(run(with({"."}), {}, folder.path()).out);
    for (const Json& note : all["notes"])
      for (const Json& finding : note["findings"])
        if (finding["rule"] == "wrong-company") found.emplace(finding["text"], finding["severity"]);
    return found;
  };
  using Found = std::multimap<std::string, std::string>;
  const Found before = severities();
  folder.write("other/luis.note.md",
               "---\nto: Luis Ortega\ncompany: Brightfold Print\nkind: interview\n---\n\nDear Luis,\n\n" + flood);
  folder.write("third/interview.yaml", "company: Operations\n");
  CHECK(before == Found{{"Brightfold", "information"}});  // the other is a word, as far as one note tells
  CHECK(severities() == Found{{"Brightfold", "error"}, {"Operations", "error"}});
  // What lies in no folder that is looked at is not known.
  CHECK(Json::parse(run(with({"dana.note.md"}), {}, folder.path()).out)["notes"][0]["findings"].dump().find(
            "Operations") == std::string::npos);
}

TEST_CASE("check: what is wrong in an interview.yaml is a finding of it, and the notes are judged all the same") {
  const TemporaryFolder folder;
  folder.write("p/interview.yaml", "compnay: Initech\ninterviewers:\n  - name: Dana Wu\n    sent: 2026-03-04\n");
  folder.write("p/dana.note.md", note_to("Dana Wu", flood));
  const Finished done = run(with({"p"}), {}, folder.path());
  CHECK(done.error.empty());
  CHECK(done.ended.code == 0);
  const Json all = Json::parse(done.out);
  REQUIRE(all["notes"].size() == 2);
  const Json& facts = all["notes"][1];
  CHECK(facts["path"] == "p/interview.yaml");
  CHECK(facts["note"] == false);
  REQUIRE(facts["findings"].size() == 2);
  CHECK(facts["findings"][0]["rule"] == "facts-invalid");
  CHECK(facts["findings"][0]["severity"] == "error");
  CHECK(facts["findings"][0]["text"] == "compnay");
  CHECK(facts["findings"][0]["fixes"][0]["edits"][0]["text"] == "company");
  CHECK(facts["findings"][1]["text"] == "sent");
  CHECK(all["summary"]["error"] == 2);
  CHECK(run({"check", "p"}, {}, folder.path()).ended.code == 1);
  // Beyond the folder that is checked it has no line of its own, and is told on the way.
  const Finished note = run(with({"p/dana.note.md"}), {}, folder.path());
  CHECK(has(note.error, "interview.yaml:1: There is no fact 'compnay'"));
  CHECK(note.ended.code == 2);
  folder.write("p/interview.yaml", "company: Initech\ninterviewers: [\n");
  const Json broken = Json::parse(run(with({"p"}), {}, folder.path()).out);
  CHECK(broken["notes"][1]["findings"][0]["rule"] == "facts-invalid");
}
