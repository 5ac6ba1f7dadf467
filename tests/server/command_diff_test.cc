// check --diff: a patch that the tools for patches take, and nothing written.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "server/cli/patch.h"
#include "tests/server/child_process.h"
#include "tests/server/command_help.h"
#include "tests/server/test_client.h"

using namespace afterword::tests;
using afterword::cli::unified_diff;
namespace fs = std::filesystem;

namespace {

const std::string wrong = "Dear Dana,\n\nthank you for the the tour.\n";

bool there_is(const std::string& tool) {
  if (std::system((tool + " --version > /dev/null 2>&1").c_str()) == 0) return true;
  MESSAGE(tool << " is not there");
  return false;
}

/// Applies the patch in the folder by another program; whether that took all of it.
bool applied(const std::string& tool, const std::string& folder, const std::string& patch) {
  std::ofstream(folder + "/../the.patch", std::ios::binary) << patch;
  return std::system(("cd '" + folder + "' && " + tool + " < ../the.patch > /dev/null 2> ../log").c_str()) == 0;
}

/// Whether the patch of these files does what --fix does, for each of the tools.
void check_patch(const TemporaryFolder& from, const Arguments& more) {
  const TemporaryFolder fixed;
  fs::copy(from.path(), fixed.path() + "/it", fs::copy_options::recursive);
  Arguments fix = {"check", "--fix", "."}, diff = {"check", "--diff", "."};
  for (Arguments* arguments : {&fix, &diff}) arguments->insert(arguments->end() - 1, more.begin(), more.end());
  const auto before = texts_of(from.path());
  const Finished shown = run(diff, {}, from.path());
  CHECK(shown.ended.code == 1);
  CHECK(shown.error.empty());
  CHECK(texts_of(from.path()) == before);  // nothing is written
  run(fix, {}, fixed.path() + "/it");
  const auto meant = texts_of(fixed.path() + "/it");
  CHECK(meant != before);
  for (const std::string tool : {"patch -p1 --no-backup-if-mismatch", "git apply --whitespace=nowarn -"}) {
    if (!there_is(tool.substr(0, tool.find(' ')))) continue;
    CAPTURE(tool);
    const TemporaryFolder patched;
    fs::copy(from.path(), patched.path() + "/it", fs::copy_options::recursive);
    CHECK(applied(tool, patched.path() + "/it", shown.out));
    CHECK(texts_of(patched.path() + "/it") == meant);
  }
}

}  // namespace

TEST_CASE("unified_diff: hunks, their headers and the end of a file") {
  const std::string ten = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n";
  CHECK(unified_diff("a.md", ten, {}).empty());
  CHECK(unified_diff("a.md", ten, {{{8, 9}, "five", ""}}) ==
        "--- a/a.md\n+++ b/a.md\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
  // The first line goes, and one comes at the end: too far from each other for one hunk.
  CHECK(unified_diff("a.md", ten, {{{0, 2}, "", ""}, {{21, 21}, "11\n", ""}}) ==
        "--- a/a.md\n+++ b/a.md\n@@ -1,4 +1,3 @@\n-1\n 2\n 3\n 4\n@@ -8,3 +7,4 @@\n 8\n 9\n 10\n+11\n");
  CHECK(unified_diff("a.md", "one", {{{0, 3}, "two", ""}}) ==
        "--- a/a.md\n+++ b/a.md\n@@ -1,1 +1,1 @@\n-one\n\\ No newline at end of file\n+two\n\\ No newline at end of "
        "file\n");
  CHECK(unified_diff("a.md", "1\n2", {{{0, 1}, "one", ""}}) ==
        "--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n-1\n+one\n 2\n\\ No newline at end of file\n");
  CHECK(unified_diff("a.md", "1\n2\n", {{{0, 4}, "", ""}}) == "--- a/a.md\n+++ b/a.md\n@@ -1,2 +0,0 @@\n-1\n-2\n");
  CHECK(unified_diff("a.md", "", {{{0, 0}, "1\n", ""}}) == "--- a/a.md\n+++ b/a.md\n@@ -0,0 +1,1 @@\n+1\n");
  // Lines that only seem to be touched are no change: a paragraph goes with the blank line before it.
  CHECK(unified_diff("a.md", "1\n\n2\n\n3\n", {{{1, 4}, "", ""}}) ==
        "--- a/a.md\n+++ b/a.md\n@@ -1,5 +1,3 @@\n 1\n-\n-2\n \n 3\n");
  // Two changes, the first of which is short.
  CHECK(unified_diff("a.md", "1\n2\n3\n", {{{0, 1}, "one", ""}, {{4, 5}, "three", ""}}) ==
        "--- a/a.md\n+++ b/a.md\n@@ -1,3 +1,3 @@\n-1\n+one\n 2\n-3\n+three\n");
  CHECK(unified_diff("a.md", "1\n", {{{0, 1}, "1", ""}}).empty());
}

TEST_CASE("unified_diff: names") {
  const auto header = [](const std::string& name) {
    return lines_of(unified_diff(name, "1\n", {{{0, 1}, "2", ""}})).at(0);
  };
  CHECK(header("in/Zo\xC3\xAB.md") == "--- a/in/Zo\xC3\xAB.md");
  CHECK(header("a b.md") == "--- a/a b.md\t");
  CHECK(header("a\"b\\c\n.md") == "--- \"a/a\\\"b\\\\c\\012.md\"");
}

TEST_CASE("check --diff: shows what --fix would do, and its exit codes") {
  const TemporaryFolder folder;
  folder.write("a.note.md", wrong);
  const Finished done = run({"check", "--diff", "a.note.md"}, {}, folder.path());
  CHECK(done.ended.code == 1);
  CHECK(
      done.out ==
      "--- a/a.note.md\n+++ b/a.note.md\n@@ -1,3 +1,3 @@\n Dear Dana,\n \n-thank you for the the tour.\n+thank you for "
      "the tour.\n");
  CHECK(done.error.empty());
  CHECK(folder.read("a.note.md") == wrong);
  CHECK(run({"check", "--fix", "--diff", "a.note.md"}, {}, folder.path()).out == done.out);
  CHECK(folder.read("a.note.md") == wrong);

  folder.write("a.note.md", "Dear Dana,\n\nThank you for the tour. You are a visionary.\n");
  const Finished nothing = run({"check", "--diff", "a.note.md"}, {}, folder.path());
  CHECK(nothing.ended.code == 0);
  CHECK(nothing.out.empty());
  CHECK(run({"check", "--diff", "--fix-unsafe", "a.note.md"}, {}, folder.path()).ended.code == 1);
  const Finished gone = run({"check", "--diff", "gone.note.md", "a.note.md"}, {}, folder.path());
  CHECK(gone.ended.code == 2);
  CHECK(gone.error == "afterword: gone.note.md: no such file\n");
}

TEST_CASE("check --diff: the name that a file goes by") {
  const TemporaryFolder folder;
  folder.write("in/a.note.md", wrong);
  folder.write("elsewhere/x", "");
  const auto header = [&](const std::string& path, const std::string& from) {
    return lines_of(run({"check", "--diff", path}, wrong, folder.path() + from).out).at(0);
  };
  CHECK(header("./in/../in/a.note.md", "") == "--- a/in/a.note.md");
  CHECK(header(folder.path() + "/in/a.note.md", "") == "--- a/in/a.note.md");
  const std::string real = fs::canonical(folder.path()).string();
  CHECK(header("../in/a.note.md", "/elsewhere") == "--- a" + real + "/in/a.note.md");
  // A patch follows no links.
  fs::create_symlink("in/a.note.md", folder.path() + "/b.note.md");
  CHECK(header("b.note.md", "") == "--- a/in/a.note.md");
  CHECK(lines_of(run({"check", "--diff", "b.note.md", "in/a.note.md"}, {}, folder.path()).out).size() == 7);
  CHECK(lines_of(run({"check", "--diff", "--stdin-name", "mine.md", "--all", "-"}, wrong).out).at(0) ==
        "--- a/mine.md");
}

TEST_CASE("check --diff: patches of texts in every shape are taken by patch and git") {
  const TemporaryFolder folder;
  folder.write("plain.note.md", wrong);
  folder.write("Zo\xC3\xAB \xE5\xAF\xBF/a b.note.md", wrong);
  folder.write("quo\"te.note.md", wrong);
  folder.write("open.note.md", "Dear Dana,\n\nthank you for the the tour.");
  folder.write("crlf.note.md", "Dear Dana,\r\n\r\nthank you for the the tour.\r\n\r\ni liked it.\r\n");
  folder.write("cr.note.md", "Dear Dana,\r\rthank you for the the tour.\r");
  folder.write("mark.note.md", "\xEF\xBB\xBF" + wrong);
  folder.write("latin-1 not.note.txt", "Dear Zo\xC3\xAB,\n\nthe the \xF0\x9F\x98\x80 i i am.\n");
  std::string many = "Dear Dana,\n\n";
  for (int i = 0; i < 300; ++i) {
    many += "We went to the the press room number " + std::to_string(i) + ".\n";
    for (int lines = i % 12; lines > 0; --lines) many += "Paper was there, and ink.\n";
  }
  folder.write("many.note.md", many);
  check_patch(folder, {});
}

TEST_CASE("check --diff: patches of the notes of the tree") {
  const TemporaryFolder folder;
  fs::copy(AFTERWORD_CORPUS, folder.path() + "/corpus", fs::copy_options::recursive);
  fs::copy(AFTERWORD_NOTES, folder.path() + "/notes", fs::copy_options::recursive);
  check_patch(folder, {});
  check_patch(folder, {"--fix-unsafe"});
}

TEST_CASE("check --diff: what does not go with it") {
  for (const Arguments& more : {Arguments{"--format", "sarif"}, Arguments{"--format", "json"},
                                Arguments{"--fail-on", "error"}, Arguments{"--stats"}}) {
    Arguments all = {"check", "--diff", "x.md"};
    all.insert(all.end(), more.begin(), more.end());
    const Finished done = run(all);
    CHECK(done.ended.code == 2);
    CHECK(done.out.empty());
    CHECK(has(done.error, "afterword: --diff prints a patch and no findings; leave " + more[0]));
  }
  for (const Arguments& more :
       {Arguments{"--fix"}, Arguments{"--fix-unsafe"}, Arguments{"--diff"}, Arguments{"--stats"},
        Arguments{"--format", "sarif"}, Arguments{"--format", "github"}}) {
    Arguments all = {"check", "--stream"};
    all.insert(all.end(), more.begin(), more.end());
    const Finished done = run(all);
    CHECK(done.ended.code == 2);
    CHECK(has(done.error, "leave " + more[0]));
  }
}
