// The commands of the shell, each in a process of its own.
#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/server/child_process.h"
#include "tests/server/command_help.h"
#include "tests/server/test_client.h"

using namespace afterword::tests;

namespace {

const std::string warned = "Dear Dana,\n\nthank you for the the tour.\n";
const std::string no_note = "# Minutes\n\nThe the pump was discussed.\n";

/// Refused as wrong usage: 2, one or more lines on standard error, nothing on standard output.
void check_usage(const Arguments& arguments) {
  CAPTURE(arguments.back());
  const Finished done = run(arguments);
  CHECK(done.ended.code == 2);
  CHECK(done.out.empty());
  CHECK_FALSE(done.error.empty());
}

}  // namespace

TEST_CASE("check: text, and the exit codes") {
  const TemporaryFolder folder;
  folder.write("a.note.md", warned);
  folder.write("b.md", no_note);
  const Finished found = run({"check", "a.note.md", "b.md"}, {}, folder.path());
  CHECK(found.ended.code == 1);
  CHECK(has(found.out, "a.note.md:3:15: warning: "));
  CHECK(has(found.out, "[repeated-word]\n"));
  CHECK_FALSE(has(found.out, "b.md"));
  CHECK(found.error.empty());
  CHECK_FALSE(has(found.out, "\x1b"));  // no terminal, no colour

  CHECK(run({"check", "b.md"}, {}, folder.path()).ended.code == 0);
  CHECK(run({"check", "--fail-on", "error", "a.note.md"}, {}, folder.path()).ended.code == 0);
  CHECK(run({"check", "--fail-on", "hint", "a.note.md"}, {}, folder.path()).ended.code == 1);
  CHECK(run({"check", "--fail-on", "never", "a.note.md"}, {}, folder.path()).ended.code == 0);
  CHECK(run({"check", "--all", "b.md"}, {}, folder.path()).ended.code == 1);
}

TEST_CASE("check: wrong usage") {
  check_usage({"check"});
  check_usage({"check", "--now", "yesterday", "x"});
  check_usage({"check", "--kind", "party", "x"});
  check_usage({"check", "--fail-on", "loud", "x"});
  check_usage({"check", "--format", "xml", "x"});
  check_usage({"check", "--jobs", "0", "x"});
  check_usage({"check", "--config", "/nowhere/at/all.yaml", "x"});
  check_usage({"check", "--unheard", "x"});
  check_usage({"unheard"});
  CHECK(run({"unheard"}).error == "afterword: there is no command 'unheard'\n");
  CHECK(run({"--loud", "check", "x"}).error.find("--loud") != std::string::npos);
  CHECK(run({"--loud"}).error == "afterword: there is no option '--loud'\n");
  CHECK(run({}).error.starts_with("afterword: A subcommand is required"));
  check_usage({"help", "unheard"});
  CHECK(run({"check", "--unheard", "x"}).error.starts_with("afterword: "));
}

TEST_CASE("help and version") {
  CHECK(has(run({"--version"}).out, "afterword "));
  CHECK(has(run({"help"}).out, "outline"));
  const Finished about = run({"help", "check"});
  CHECK(about.ended.code == 0);
  CHECK(has(about.out, "--fail-on"));
  CHECK(about.out == run({"check", "--help"}).out);
}

TEST_CASE("check: standard input that can't be read") {
  const TemporaryFolder folder;
  const std::string log = folder.path() + "/log";
  const std::string command = std::string(AFTERWORD_PROGRAM) + " check - < / 2> " + log;  // a folder
  CHECK(WEXITSTATUS(std::system(command.c_str())) == 2);
  std::ostringstream said;
  said << std::ifstream(log).rdbuf();
  CHECK(said.str() == "afterword: -: can't be read\n");
}

TEST_CASE("check: another configuration, and none") {
  const TemporaryFolder folder;
  folder.write("a.note.md", warned);
  folder.write(".afterword.yaml", "rules: {repeated-word: hint}\n");
  folder.write("strict.yaml", "rules: {repeated-word: error}\n");
  const auto severity = [&](Arguments more) {
    more.insert(more.begin(), {"check", "--format", "jsonl", "a.note.md"});
    const Json note = Json::parse(run(more, {}, folder.path()).out);
    for (const Json& finding : note["findings"])
      if (finding["rule"] == "repeated-word") return finding["severity"].get<std::string>();
    return std::string();
  };
  CHECK(severity({}) == "hint");
  CHECK(severity({"--config", "strict.yaml"}) == "error");
  CHECK(severity({"--no-config"}) == "warning");
}

TEST_CASE("check: a related place is named as the note is") {
  const TemporaryFolder folder;
  folder.write("letters/a.note.md", "Dear Dhana,\n\nthank you for the tour.\n");
  folder.write("letters/interview.yaml", "company: Initech\ninterviewers:\n  - name: Dana Wu\n");
  const auto related = [&](const std::string& path) {
    const Json note = Json::parse(run({"check", "--format", "jsonl", path}, {}, folder.path()).out);
    for (const Json& finding : note["findings"])
      if (finding["rule"] == "name-misspelt") return finding["related"][0]["path"].get<std::string>();
    return std::string();
  };
  CHECK(related("letters/a.note.md") == "letters/interview.yaml");
  CHECK(related(folder.path() + "/letters/a.note.md") == folder.path() + "/letters/interview.yaml");
}

TEST_CASE("check: many findings on one long line cost what they cost on lines of their own") {
  const auto seconds = [&](char between) {
    std::string text = "Dear Dana,\n\n";
    for (std::size_t i = 0; i < 40'000; ++i) text += "i am " + std::string(64, 'a') + between;
    const auto start = std::chrono::steady_clock::now();
    const Finished done = run({"check", "--all", "--no-config", "-"}, text);
    CHECK(done.ended.code == 1);
    CHECK(has(done.out, between == ' ' ? "-:3:2799931: " : "-:40002:1: "));  // the last
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  const double many = seconds('\n'), one = seconds(' ');
  CHECK(one < 0.2 + 4 * many);
}

TEST_CASE("check: columns") {
  const Finished done = run({"check", "--all", "--no-config", "-"},
                            "Dear Dana,\n\n\xC3\xBC the the \xC3\xBC i am, i am it.\n\ni am in.\r\n");
  CHECK(has(done.out, "-:3:3: "));
  CHECK(has(done.out, "-:3:13: "));
  CHECK(has(done.out, "-:3:19: "));
  CHECK(has(done.out, "-:5:1: "));
}

TEST_CASE("check: json") {
  const TemporaryFolder folder;
  folder.write("a.note.md", "Dear Dana,\n\nü thank you for the the tour.\n");
  folder.write("b.md", no_note);
  const Finished done =
      run({"check", "--format", "json", "--now", "2026-03-05T10:00:00", "a.note.md", "b.md"}, {}, folder.path());
  CHECK(done.ended.code == 1);
  const Json all = Json::parse(done.out);
  CHECK(all["version"] == 1);
  CHECK(all["now"] == "2026-03-05T10:00:00");
  REQUIRE(all["notes"].size() == 2);
  const Json& note = all["notes"][0];
  CHECK(note["path"] == "a.note.md");
  CHECK(note["note"] == true);
  const auto found = std::find_if(note["findings"].begin(), note["findings"].end(),
                                  [](const Json& finding) { return finding["rule"] == "repeated-word"; });
  REQUIRE(found != note["findings"].end());
  CHECK((*found)["text"] == "the the");
  CHECK((*found)["start"] == Json({{"byte", 29}, {"line", 3}, {"column", 17}}));
  CHECK((*found)["end"] == Json({{"byte", 36}, {"line", 3}, {"column", 24}}));
  CHECK(all["notes"][1]["note"] == false);
  CHECK(all["notes"][1]["findings"].empty());
  CHECK(all["summary"]["files"] == 2);
  CHECK(all["summary"]["notes"] == 1);

  const Finished by_line = run({"check", "--format", "jsonl", "a.note.md", "b.md"}, {}, folder.path());
  const auto lines = lines_of(by_line.out);
  REQUIRE(lines.size() == 2);
  CHECK(Json::parse(lines[0])["path"] == "a.note.md");
  CHECK(Json::parse(lines[1])["path"] == "b.md");
}

TEST_CASE("check: standard input") {
  const Finished note = run({"check", "--format", "jsonl", "--stdin-name", "x.note.md", "-"}, warned);
  CHECK(note.ended.code == 1);
  CHECK(Json::parse(note.out)["path"] == "x.note.md");
  CHECK(has_rule(Json::parse(note.out), "repeated-word"));
  const Finished broken = run({"check", "-"}, std::string_view("a\0b", 3));
  CHECK(broken.ended.code == 2);
  CHECK(has(broken.error, "NUL byte at byte 1"));
}

TEST_CASE("check: files that can't be read are named, the others are checked") {
  const TemporaryFolder folder;
  folder.write("good.note.md", warned);
  folder.write("nul.note.md", std::string_view("Dear Dana,\n\0", 12));
  folder.write("latin.note.md", "Dear Ren\xE9,\n");
  REQUIRE(::symlink("nowhere", (folder.path() + "/dangling.note.md").c_str()) == 0);
  REQUIRE(::mkfifo((folder.path() + "/fifo.note.md").c_str(), 0600) == 0);
  const Finished done = run({"check", "--format", "jsonl", "--jobs", "3", "gone.note.md", "nul.note.md",
                             "latin.note.md", "dangling.note.md", "fifo.note.md", "good.note.md"},
                            {}, folder.path());
  CHECK(done.ended.code == 2);
  auto errors = lines_of(done.error);
  std::sort(errors.begin(), errors.end());
  REQUIRE(errors.size() == 5);
  CHECK(errors[0] == "afterword: dangling.note.md: no such file");
  CHECK(errors[1] == "afterword: fifo.note.md: is no regular file");
  CHECK(errors[2] == "afterword: gone.note.md: no such file");
  CHECK(errors[3] == "afterword: latin.note.md: is not UTF-8: byte 8 starts no character");
  CHECK(errors[4] == "afterword: nul.note.md: is no text: a NUL byte at byte 11");
  const auto lines = lines_of(done.out);
  REQUIRE(lines.size() == 1);
  CHECK(Json::parse(lines[0])["path"] == "good.note.md");

  // In JSON the list stays whole.
  const Finished json =
      run({"check", "--format", "json", "gone.note.md", "good.note.md", "nul.note.md"}, {}, folder.path());
  CHECK(Json::parse(json.out)["notes"].size() == 1);
}

TEST_CASE("check: a folder without permission") {
  const TemporaryFolder folder;
  folder.write("in/locked/a.note.md", warned);
  folder.write("in/b.note.md", warned);
  REQUIRE(::chmod((folder.path() + "/in/locked").c_str(), 0) == 0);
  if (::geteuid() != 0) {
    const Finished done = run({"check", "in"}, {}, folder.path());
    CHECK(done.ended.code == 2);
    CHECK(done.error == "afterword: in/locked: permission denied\n");
    CHECK(has(done.out, "in/b.note.md:3:15"));
  }
  ::chmod((folder.path() + "/in/locked").c_str(), 0700);
}

TEST_CASE("check: folders, excludes, hidden ones") {
  const TemporaryFolder folder;
  for (const char* name : {"p/a.note.md", "p/deep/b.note.md", "p/old/c.note.md", "p/.hidden/d.note.md",
                           "p/node_modules/e.note.md", "p/letters/f.md"})
    folder.write(name, warned);
  folder.write("p/program.py", "the the\n");
  folder.write("p/.afterword.yaml", "exclude: [\"old/**\"]\nnotes: [\"letters/*.md\"]\nrules: {repeated-word: hint}\n");
  const auto paths = [](const Finished& done) {
    std::vector<std::string> found;
    for (const std::string& line : lines_of(done.out)) found.push_back(Json::parse(line)["path"]);
    return found;
  };
  const Finished done = run({"check", "--format", "jsonl", "--jobs", "2", "p"}, {}, folder.path());
  CHECK(paths(done) == std::vector<std::string>{"p/a.note.md", "p/deep/b.note.md", "p/letters/f.md"});
  const Json first = Json::parse(lines_of(done.out)[0]);
  for (const Json& finding : first["findings"])
    if (finding["rule"] == "repeated-word") CHECK(finding["severity"] == "hint");

  const Finished without = run({"check", "--format", "jsonl", "--no-config", "p"}, {}, folder.path());
  CHECK(paths(without).size() == 4);

  // A fault in the configuration is named with its line, the rest of it holds, the code is 2.
  folder.write("p/.afterword.yaml", "rules:\n  repeated-word: off\n  no-such-rule: off\n");
  const Finished faulty = run({"check", "p/a.note.md"}, {}, folder.path());
  CHECK(faulty.ended.code == 2);
  CHECK(has(faulty.error, "p/.afterword.yaml:3: there is no rule 'no-such-rule'"));
  CHECK_FALSE(has(faulty.out, "repeated-word"));
}

TEST_CASE("check: the sample notes are what their README says") {
  const Finished done = run({"check", "--format", "jsonl", "--now", "2026-03-14T10:00:00", AFTERWORD_NOTES});
  std::map<std::string, Json> by_name;
  for (const std::string& line : lines_of(done.out)) {
    Json file = Json::parse(line);
    const std::string name = file["path"].get<std::string>().substr(std::string(AFTERWORD_NOTES "/").size());
    by_name[name] = std::move(file);
  }
  std::size_t notes = 0;
  std::ifstream readme(AFTERWORD_NOTES "/README.md");
  for (std::string line; std::getline(readme, line);) {
    if (!line.starts_with("| `")) continue;
    const std::size_t end = line.find('`', 3);
    const std::string name = line.substr(3, end - 3);
    CAPTURE(name);
    REQUIRE(by_name.count(name) == 1);
    const Json& note = by_name[name];
    ++notes;
    CHECK(note["note"] == true);
    if (line.substr(end).starts_with("` | clean"))
      for (const Json& finding : note["findings"]) {
        CHECK(finding["severity"] != "error");
        CHECK(finding["severity"] != "warning");
      }
  }
  CHECK(notes == 20);
  for (const auto& [name, file] : by_name)
    if (name.starts_with("not-notes/") || name.ends_with("README.md")) CHECK(file["note"] == false);
}

TEST_CASE("check: the result does not depend on --jobs") {
  const TemporaryFolder folder;
  for (int i = 0; i < 60; ++i) folder.write("n/" + std::to_string(i) + ".note.md", warned + std::string(i % 7, '!'));
  const Finished one = run({"check", "--jobs", "1", "n"}, {}, folder.path());
  const Finished many = run({"check", "--jobs", "8", "n"}, {}, folder.path());
  CHECK(one.out == many.out);
  CHECK(has(one.out, "60 notes in 60 files"));
}

TEST_CASE("check: --kind and --now") {
  const TemporaryFolder folder;
  folder.write("a.note.md",
               "---\nkind: interview\nto: Dana Wu\ninterview: 2026-03-01 10:00\n---\n\nDear Dana,\n\nhello.\n");
  const auto check = [&](Arguments more) {
    more.insert(more.begin(), {"check", "--format", "jsonl"});
    more.emplace_back("a.note.md");
    return Json::parse(run(more, {}, folder.path()).out);
  };
  CHECK(has_rule(check({"--now", "2026-03-05T10:00:00"}), "sent-late"));
  CHECK_FALSE(has_rule(check({"--now", "2026-03-01T12:00:00"}), "sent-late"));
  CHECK_FALSE(has_rule(check({"--now", "2026-03-05T10:00:00", "--kind", "personal"}), "sent-late"));
  CHECK(check({"--kind", "rejection"})["kind"] == "rejection");
}

TEST_CASE("outline") {
  const TemporaryFolder folder;
  folder.write(
      "a.note.md",
      "---\nto: Dana Wu\nkind: rejection\n---\n\nDear Dana,\n\nThank you for the tour.\n\nBest regards,\nSam\n");
  const Finished json = run({"outline", "--format", "json", "a.note.md"}, {}, folder.path());
  CHECK(json.ended.code == 0);
  const Json outline = Json::parse(json.out);
  CHECK(outline["path"] == "a.note.md");
  CHECK(outline["kind"] == "rejection");
  CHECK(outline["facts"]["to"] == Json::array({"Dana Wu"}));
  std::vector<std::string> parts;
  for (const Json& part : outline["parts"]) parts.push_back(part["part"]);
  CHECK(std::find(parts.begin(), parts.end(), "greeting") != parts.end());
  REQUIRE(outline["sentences"].size() == 1);
  CHECK(outline["sentences"][0]["text"] == "Thank you for the tour.");
  CHECK(outline["sentences"][0]["roles"][0] == "thanks");
  CHECK(outline["sentences"][0]["start"]["line"] == 8);

  CHECK(has(run({"outline", "a.note.md"}, {}, folder.path()).out, "kind rejection"));
  CHECK(has(run({"outline", "-"}, warned).out, "detected"));
  const Finished gone = run({"outline", "gone.md"}, {}, folder.path());
  CHECK(gone.ended.code == 2);
  CHECK(gone.error == "afterword: gone.md: no such file\n");
}

TEST_CASE("phrases: the book, by part and kind") {
  const Finished all = run({"phrases", "--format", "json"});
  CHECK(all.ended.code == 0);
  const Json book = Json::parse(all.out);
  CHECK(book.size() > 350);
  for (const Json& phrase : book) {
    CHECK(!phrase["why"].get<std::string>().empty());
    CHECK(phrase["example"].get<std::string>().find('[') == std::string::npos);
  }
  const Json some = Json::parse(run({"phrases", "--role", "offer", "--kind", "personal", "--format", "json"}).out);
  CHECK(some.size() >= 8);
  for (const Json& phrase : some) {
    CHECK(phrase["role"] == "offer");
    const auto& kinds = phrase["kinds"];
    CHECK(std::find(kinds.begin(), kinds.end(), "personal") != kinds.end());
  }
  CHECK(run({"phrases", "--role", "effort"}).out.starts_with("effort\n  "));
  CHECK(run({"phrases", "--role", "praise"}).ended.code == 2);
}

TEST_CASE("rules and explain") {
  const Json rules = Json::parse(run({"rules", "--format", "json"}).out);
  CHECK(rules.size() >= 20);
  for (const Json& rule : rules) {
    const std::string id = rule["id"];
    CAPTURE(id);
    const Finished page = run({"explain", id, "--format", "json"});
    CHECK(page.ended.code == 0);
    CHECK(Json::parse(page.out)["id"] == id);
  }
  CHECK(has(run({"rules"}).out, "greeting-generic"));
  CHECK(has(run({"rules", "--format", "markdown"}).out, "| `gift` |"));
  CHECK(has(run({"explain", "gift"}).out, "gift"));

  // A rule that is milder in slight cases says so wherever its severity stands.
  const std::string milder = "warning; information for the first 50 words over the limit";
  CHECK(has(run({"rules"}).out, milder));
  CHECK(has(run({"rules", "--format", "markdown"}).out, "| " + milder + " |"));
  CHECK(has(run({"explain", "too-long"}).out, "- Severity: " + milder + "\n"));
  CHECK(Json::parse(run({"explain", "too-long", "--format", "json"}).out)["milder"] ==
        "information for the first 50 words over the limit");

  const Finished near = run({"explain", "gfit"});
  CHECK(near.ended.code == 2);
  CHECK(has(near.error, "did you mean 'gift'?"));
  CHECK(near.out.empty());
  const Finished far = run({"explain", "nothing-of-the-kind"});
  CHECK(far.ended.code == 2);
  CHECK(has(far.error, "'afterword rules' lists them"));
}
