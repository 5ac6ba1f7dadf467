// Files of ours that are broken: the commands name each with its line, and do what is left to do.
#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "tests/server/child_process.h"
#include "tests/server/command_help.h"

using namespace afterword::tests;

namespace {

const std::string warned = "Dear Dana,\n\nthank you for the the tour.\n";

}  // namespace

TEST_CASE("an interview.yaml that can't be read is named, by check and by outline") {
  const TemporaryFolder folder;
  folder.write("a.note.md", warned);
  folder.write("b.note.md", warned);
  const auto told = [&](std::string_view yaml, const std::string& fault) {
    CAPTURE(fault);
    folder.write("interview.yaml", yaml);
    const std::string line = "afterword: " + folder.path() + "/interview.yaml" + fault + "\n";
    for (const Arguments& command : {Arguments{"check", "--fail-on", "never", "a.note.md", "b.note.md"},
                                     {"check", "--no-config", "--format", "jsonl", "a.note.md"},
                                     {"outline", "a.note.md"},
                                     {"outline", "--format", "json", "a.note.md"}}) {
      const Finished done = run(command, {}, folder.path());
      CHECK(done.ended.code == 2);
      CHECK(done.error == line);
      CHECK_FALSE(done.out.empty());
    }
  };
  told("company: Initech\ninterviewers: [", ":2: This bracket is never closed.");
  told("company: Initech\ninterviewers: [\n\n# who?\n\n", ":2: This bracket is never closed.");
  told(
      "company: Init\xE9"
      "ch\n",
      ": is not UTF-8: byte 13 starts no character");
  told("- Dana Wu\n", ":1: Keys should stand here, each with its value: \"key: value\".");
  told("company: &c Initech\n", ":1: An anchor can't be used here; write the value out.");

  folder.write("interview.yaml", "company: Initech\ninterviewers: []\n");
  CHECK(run({"check", "--fail-on", "never", "a.note.md"}, {}, folder.path()).ended.code == 0);
  folder.write("interview.yaml", "");
  CHECK(run({"check", "--fail-on", "never", "a.note.md"}, {}, folder.path()).ended.code == 0);
}

TEST_CASE("a file of ours whose link leads out of the project is not read, and that is told") {
  const TemporaryFolder outside, folder;
  outside.write("facts.yaml", "company: Initech\n");
  folder.write("a.note.md", warned);
  REQUIRE(::symlink((outside.path() + "/facts.yaml").c_str(), (folder.path() + "/interview.yaml").c_str()) == 0);
  const Finished done = run({"outline", "a.note.md"}, {}, folder.path());
  CHECK(done.ended.code == 2);
  CHECK(has(done.error, "/interview.yaml: is not read, since the link leads out of the project\n"));
  CHECK_FALSE(has(done.out, "Initech"));
}

TEST_CASE("front matter that can't be read is a finding, and outline says it too") {
  const TemporaryFolder folder;
  const auto fault = [&](const std::string& front) {
    folder.write("a.note.md", "---\n" + front + "---\n\nDear Dana,\n\nThank you for the tour.\n");
    const Finished done = run({"check", "--format", "jsonl", "a.note.md"}, {}, folder.path());
    const Finished outline = run({"outline", "a.note.md"}, {}, folder.path());
    const Json note = Json::parse(done.out);
    for (const Json& finding : note["findings"])
      if (finding["rule"] == "facts-invalid") {
        CHECK(finding["severity"] == "error");
        CHECK(done.ended.code == 1);
        CHECK(outline.ended.code == 2);
        const std::string line = std::to_string(finding["start"]["line"].get<int>());
        const std::string message = finding["message"];
        CHECK(outline.error == "afterword: a.note.md:" + line + ": " + message + "\n");
        return line + ": " + message;
      }
    CHECK(outline.ended.code == 0);
    return std::string();
  };
  CHECK(fault("kind: interview\nto: [Dana\n") == "3: This bracket is never closed.");
  CHECK(fault("to: {name: Dana\nkind: interview\n") == "2: This bracket is never closed.");
  CHECK(fault("to: \"Dana\nkind: interview\n") == "2: This quotation is never closed.");
  CHECK(fault("kind: interview\nto: Dana: Wu\n") == "3: This can't be read as YAML from here on.");
  CHECK(fault("to: Dana Wu\nkind interview\n") == "3: This line has no key of its own. Write it as \"key: value\".");
  CHECK(fault("to: Dana Wu\nkind interview\ncompany: Initech\n") ==
        "3: This line has no key of its own. Write it as \"key: value\".");
  CHECK(fault("to: [Dana]\n").empty());
  CHECK(fault("to: Dana\n  Wu\n").empty());
  CHECK(fault("to:\n  - Dana Wu\n  - Luis\n    Ortega\nfrom: Ola\n").empty());

  // What is no note is none of our business.
  folder.write("b.md", "---\ntitle: [Pumps\n---\n\n# Pumps\n");
  CHECK(run({"check", "b.md"}, {}, folder.path()).ended.code == 0);
  folder.write("a.note.md", "---\nto: [Dana\n---\n\nDear Dana,\n\nThank you for the tour.\n");
  CHECK(has(run({"check", "a.note.md"}, {}, folder.path()).out,
            "a.note.md:2:5: error: This bracket is never closed. [facts-invalid]\n"));
}

TEST_CASE("each fault of .afterword.yaml is named with its line") {
  const TemporaryFolder folder;
  folder.write("a.note.md", warned);
  const std::string file = folder.path() + "/.afterword.yaml";
  const auto told = [&](std::string_view yaml) {
    folder.write(".afterword.yaml", yaml);
    const Finished done = run({"check", "--fail-on", "never", "a.note.md"}, {}, folder.path());
    const std::string start = "afterword: " + file;
    CHECK(done.ended.code == (done.error.empty() ? 0 : 2));
    CHECK(run({"outline", "a.note.md"}, {}, folder.path()).error == done.error);
    CHECK(done.error.substr(0, start.size()) == (done.error.empty() ? "" : start));
    return done.error.empty() ? "" : done.error.substr(start.size());
  };
  const std::string severity = "the severity is one of off, hint, information, warning, error\n";
  const std::string rules = "rules: each rule is a key with its severity, such as gift: off\n";
  CHECK(told("notes: []\nrules: off\n") == ":2: " + rules);
  CHECK(told("rules:\n  - gift\n") == ":2: " + rules);
  CHECK(told("rules:\n  - gift: off\n") == ":1: " + rules);
  CHECK(has(told("# ours\n- gift\n"), ":2: Keys should stand here"));
  CHECK(told("rules:\n  gift:\n") == ":2: gift: " + severity);
  CHECK(told("rules:\n  gift: [off]\n") == ":2: gift: " + severity);
  CHECK(told("rules:\n  gift: {}\n") == ":2: gift: " + severity);
  CHECK(told("rules:\n  gift: {severity: }\n") == ":2: gift: " + severity);
  CHECK(told("rules:\n  too-long: {words: [180]}\n") == ":2: too-long: words is a number from 20 to 5000\n");
  CHECK(told("rules:\n  gift: off\n  too-long: off\n  gift: hint\n") ==
        ":4: 'gift' stands here a second time; keep one of them\n");
  CHECK(told("rules: {}\nrules: {}\n") == ":2: 'rules' stands here a second time; keep one of them\n");
  CHECK(told("notes: {letters: md}\n") == ":1: notes: this is a list of patterns, such as [\"letters/*.md\"]\n");
  CHECK(told("\nexclude: {a: 5}\n") == ":2: exclude: this is a list of patterns, such as [\"letters/*.md\"]\n");
  CHECK(told("exclude:\n  - a\n  - true\n") ==
        ":3: exclude: true is no text; put it in quotation marks if it is meant so\n");
  CHECK(told("ruels: {}\n") == ":1: there is no key 'ruels'; did you mean 'rules'?\n");
  CHECK(told("unheard: [5]\n") == ":1: there is no key 'unheard'\n");
  CHECK(told("rules: {gitf: off}\n") == ":1: there is no rule 'gitf'; did you mean 'gift'?\n");
  CHECK(told("rules:\n  gift: {words: 180}\n") == ":2: gift: there is no option 'words'\n");
  CHECK(told("words: {a: b}\n") == ":1: words: this is a list of words, such as [Fenwick, PgBouncer]\n");
  CHECK(told("words: &w [a]\nnotes: *w\n") == ":1: An anchor can't be used here; write the value out.\n");
  CHECK(told("words: [\xFF]\n") == ": is not UTF-8: byte 8 starts no character\n");
  for (std::string_view fine : {"", "rules:\n", "rules: {}\n", "notes:\nexclude: []\n", "exclude: [5, '2026']\n",
                                "rules:\n  too-long: {severity: hint, words: 180}\n"}) {
    CAPTURE(fine);
    CHECK(told(fine).empty());
  }
}

TEST_CASE("keys that a project's file may hold and that have no effect there are told, and fail nothing") {
  const TemporaryFolder folder;
  folder.write("a.note.md", "Dear Dana,\n\nThank you for the tour.\n");
  folder.write(".afterword.yaml", "facts: [~/jobs]\nrules: {thanks-missing: off}\n");
  const Finished done = run({"check", "--fail-on", "never", "a.note.md"}, {}, folder.path());
  CHECK(done.ended.code == 0);
  CHECK(has(done.error, ".afterword.yaml:1: facts: this is taken from your editor's settings only"));
}

TEST_CASE("custom rules: each fault is named with its line, and the rest holds") {
  const TemporaryFolder folder;
  folder.write("a.note.md", "Dear Dana,\n\nthank you for the synergy and the the tour.\n");
  const auto told = [&](const std::string& custom) {
    folder.write(".afterword.yaml", "custom:\n" + custom + "  - {id: mine, message: Plainly., phrases: [synergy]}\n");
    const Finished done = run({"check", "--fail-on", "never", "a.note.md"}, {}, folder.path());
    CHECK(has(done.out, "a.note.md:3:19: warning: Plainly. [mine]\n"));
    const std::string start = "afterword: " + folder.path() + "/.afterword.yaml:";
    CHECK(done.error.starts_with(start));
    return done.error.substr(std::min(start.size(), done.error.size()));
  };
  CHECK(told("  - message: x\n") == "2: custom: a rule needs an id, by which it is called\n");
  CHECK(told("  - id: a b\n    message: x\n    phrases: [x]\n") ==
        "2: id: this is a name of letters, digits and hyphens, such as no-synergy\n");
  CHECK(told("  - {id: gift, message: x, phrases: [x]}\n") ==
        "2: id: 'gift' is a rule of afterword; choose another name\n");
  CHECK(told("  - {id: mine, message: Plainly., phrases: [synergy]}\n") ==
        "3: id: 'mine' is another rule already; choose another name\n");
  CHECK(told("  - id: a\n    message: x\n    pattern: '(?=a)'\n") ==
        "4: pattern: this is no expression as RE2 has them: invalid perl operator: (?=\n");
  CHECK(told("  - {id: a, message: x, pattern: b, replace: '\\1'}\n") ==
        "2: replace: \\1 names a group that the pattern does not have\n");
  CHECK(told("  - {id: a, message: x}\n") == "2: a: phrases or a pattern should say what it finds\n");
  CHECK(told("  - {id: a, phrases: [x]}\n") == "2: a: a message should say what is wrong and what to write instead\n");
  CHECK(told("  - {id: a, message: [x], phrases: [x]}\n") == "2: message: one text should stand here\n");
  CHECK(told("  - {id: a, message: x, phrases: [x], severity: loud}\n") ==
        "2: severity: it is one of off, hint, information, warning, error\n");
  CHECK(told("  - {id: a, message: x, phrase: [x], pattern: y}\n") ==
        "2: custom: there is no key 'phrase'; did you mean 'phrases'?\n");
}

TEST_CASE("custom rules are listed and explained where they hold") {
  const TemporaryFolder folder;
  folder.write(".afterword.yaml",
               "custom:\n  - {id: mine, message: Plainly | now., phrases: [synergy], replace: work}\n");
  CHECK(has(run({"rules"}, {}, folder.path()).out, "mine                 Plainly | now.\n"));
  CHECK(has(run({"rules", "--format", "markdown"}, {}, folder.path()).out,
            "| `mine` | Plainly \\| now. | warning | custom |"));
  CHECK_FALSE(has(run({"rules", "--no-config"}, {}, folder.path()).out, "mine"));
  const Json rules = Json::parse(run({"rules", "--format", "json"}, {}, folder.path()).out);
  CHECK(rules.back()["id"] == "mine");
  CHECK(rules.back()["custom"] == true);
  CHECK(rules.back()["severity"]["interview"] == "warning");
  CHECK(has(run({"explain", "mine"}, {}, folder.path()).out, "- Finds: synergy\n"));
  CHECK(has(run({"explain", "mien"}, {}, folder.path()).error, "did you mean 'mine'?"));
  CHECK(run({"explain", "mine", "--no-config"}, {}, folder.path()).ended.code == 2);
}

TEST_CASE("wrong facts of interview.yaml are named with their line; the settings say how grave they are") {
  const TemporaryFolder folder;
  folder.write("a.note.md", "Dear Dana,\n\nthank you for the tour.\n");
  folder.write("b.note.md", "Dear Dana,\n\nthank you for the tour.\n");
  folder.write("interview.yaml", "compnay: Initech\ninterviewers:\n  - name: Dana Wu\n    interview: soon\n");
  const auto check = [&] { return run({"check", "--fail-on", "never", "a.note.md", "b.note.md"}, {}, folder.path()); };
  const Finished done = check();
  CHECK(done.ended.code == 2);
  CHECK(done.error ==
        "afterword: " + folder.path() +
            "/interview.yaml:1: There is no fact 'compnay', so this is not read. Did you mean 'company'?\n"
            "afterword: " +
            folder.path() +
            "/interview.yaml:4: This is no date that can be read. Write it as 2026-11-20 14:00, or without "
            "the hour.\n");
  folder.write(".afterword.yaml", "rules: {facts-invalid: hint}\n");
  CHECK(check().ended.code == 0);
  CHECK_FALSE(check().error.empty());
  folder.write(".afterword.yaml", "rules: {facts-invalid: off}\n");
  CHECK(check().ended.code == 0);
  CHECK(check().error.empty());
}

TEST_CASE("one pattern stands for a list of one") {
  const TemporaryFolder folder;
  folder.write("n/plain.txt", "The the pump was discussed.\n");
  folder.write("n/.afterword.yaml", "notes: \"plain.txt\"\n");
  CHECK(has(run({"check", "n"}, {}, folder.path()).out, "1 note in 1 file"));
  folder.write("n/.afterword.yaml", "exclude: plain.txt\n");
  CHECK(has(run({"check", "n"}, {}, folder.path()).out, "0 notes in 0 files"));
}
