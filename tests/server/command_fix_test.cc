// check --fix: what is written, what is told, and what may go wrong on the way.
#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "server/session/files.h"
#include "tests/server/child_process.h"
#include "tests/server/command_help.h"
#include "tests/server/test_client.h"

using namespace afterword::tests;
namespace fs = std::filesystem;

namespace {

const std::string wrong = "Dear Dana,\n\nthank you for the the tour. i liked the press.\n";
const std::string right = "Dear Dana,\n\nthank you for the tour. I liked the press.\n";

std::size_t files_in(const TemporaryFolder& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()));
}

std::string in_ends(std::string text, const std::string& end) {
  std::string out;
  for (const char c : text) c == '\n' ? out += end : out += c;
  return out;
}

}  // namespace

TEST_CASE("check --fix: mends files, tells what is left and how much was mended") {
  const TemporaryFolder folder;
  folder.write("a.note.md", wrong + "\nYou are a visionary.\n");
  folder.write("b.note.md", right);
  folder.write("c.md", "# Minutes\n\nThe the pump.\n");
  const Finished done = run({"check", "--fix", "a.note.md", "b.note.md", "c.md"}, {}, folder.path());
  CHECK(folder.read("a.note.md") == right + "\nYou are a visionary.\n");  // no sentence goes
  CHECK(folder.read("b.note.md") == right);
  CHECK(folder.read("c.md") == "# Minutes\n\nThe the pump.\n");  // no note
  CHECK(done.ended.code == 1);                                   // for the praise
  CHECK(has(done.out, "[flattery]"));
  CHECK_FALSE(has(done.out, "[repeated-word]"));
  CHECK(has(done.out, "\n2 findings fixed in 1 file\n"));
  CHECK(done.error.empty());
  CHECK(files_in(folder) == 3);  // nothing else is left

  const Finished again = run({"check", "--fix", "--fail-on", "never", "a.note.md"}, {}, folder.path());
  CHECK(again.ended.code == 0);
  CHECK(has(again.out, "\nnothing was fixed\n"));
}

TEST_CASE("check --fix: formats for machines stay what they are") {
  const TemporaryFolder folder;
  folder.write("a.note.md", wrong);
  const Finished done = run({"check", "--fix", "--format", "json", "a.note.md"}, {}, folder.path());
  const Json all = Json::parse(done.out);
  CHECK_FALSE(has_rule(all["notes"][0], "repeated-word"));
  CHECK(done.error == "2 findings fixed in 1 file\n");
}

TEST_CASE("check --fix-unsafe: deletes sentences, and writes no phrase with blanks") {
  const TemporaryFolder folder;
  folder.write("a.note.md", wrong + "\nYou are a visionary. May I call on Tuesday?\n");
  run({"check", "--fix-unsafe", "a.note.md"}, {}, folder.path());
  CHECK(folder.read("a.note.md") == right + "\nMay I call on Tuesday?\n");
}

TEST_CASE("check --fix: line ends, a missing last one and a byte order mark stay") {
  const TemporaryFolder folder;
  const std::string mark = "\xEF\xBB\xBF";
  const auto shape = [&](const std::string& text, int i) {
    switch (i) {
      case 0:
        return in_ends(text, "\r\n");
      case 1:
        return in_ends(text, "\r");
      case 2:
        return text.substr(0, text.size() - 1);
      case 3:
        return mark + text;
      default:
        return mark + in_ends(text.substr(0, text.size() - 1), "\r\n");
    }
  };
  for (int i = 0; i < 5; ++i) folder.write(std::to_string(i) + ".note.md", shape(wrong, i));
  run({"check", "--fix", "."}, {}, folder.path());
  for (int i = 0; i < 5; ++i) {
    CAPTURE(i);
    CHECK(folder.read(std::to_string(i) + ".note.md") == shape(right, i));
  }
}

TEST_CASE("check --fix: permissions stay, and a link stays one") {
  const TemporaryFolder folder;
  folder.write("real/a.note.md", wrong);
  const std::string file = folder.path() + "/real/a.note.md", link = folder.path() + "/b.note.md";
  REQUIRE(::chmod(file.c_str(), 0640) == 0);
  REQUIRE(::symlink("real/a.note.md", link.c_str()) == 0);
  const Finished done = run({"check", "--fix", "b.note.md", "real/a.note.md"}, {}, folder.path());
  CHECK(folder.read("real/a.note.md") == right);
  CHECK(fs::is_symlink(link));
  struct stat status {};
  REQUIRE(::stat(file.c_str(), &status) == 0);
  CHECK((status.st_mode & 07777) == 0640);
  CHECK(has(done.out, "2 findings fixed in 1 file\n"));  // it was one file under two names
  CHECK_FALSE(has(done.out, "[repeated-word]"));
}

TEST_CASE("check --fix: a file that may not be written to is named and left, the others are mended") {
  const TemporaryFolder folder;
  folder.write("a.note.md", wrong);
  folder.write("b.note.md", wrong);
  REQUIRE(::chmod((folder.path() + "/a.note.md").c_str(), 0444) == 0);
  const Finished done = run({"check", "--fix", "a.note.md", "b.note.md"}, {}, folder.path());
  CHECK(done.ended.code == 2);
  CHECK(done.error == "afterword: a.note.md: may not be written to; it is left as it is\n");
  CHECK(folder.read("a.note.md") == wrong);
  CHECK(folder.read("b.note.md") == right);
  CHECK(has(done.out, "a.note.md:3:15: warning: "));
  CHECK(has(done.out, "\n2 findings fixed in 1 file\n"));
  CHECK(files_in(folder) == 2);
}

TEST_CASE("check --fix: a folder that may not be written to") {
  if (::geteuid() == 0) return;  // nothing is forbidden then
  const TemporaryFolder folder;
  folder.write("in/a.note.md", wrong);
  REQUIRE(::chmod((folder.path() + "/in").c_str(), 0555) == 0);
  const Finished done = run({"check", "--fix", "in"}, {}, folder.path());
  CHECK(done.ended.code == 2);
  CHECK(done.error == "afterword: in/a.note.md: its folder may not be written to; it is left as it is\n");
  CHECK(folder.read("in/a.note.md") == wrong);
  REQUIRE(::chmod((folder.path() + "/in").c_str(), 0755) == 0);
}

TEST_CASE("check --fix: files that can't be read are told once") {
  const TemporaryFolder folder;
  folder.write("a.note.md", wrong);
  folder.write("latin.note.md", "Dear Ren\xE9,\n");
  const Finished done = run({"check", "--fix", "gone.note.md", "latin.note.md", "a.note.md"}, {}, folder.path());
  CHECK(done.ended.code == 2);
  CHECK(lines_of(done.error).size() == 2);
  CHECK(folder.read("latin.note.md") == "Dear Ren\xE9,\n");
  CHECK(folder.read("a.note.md") == right);
}

TEST_CASE("check --fix: a file that vanishes between the search and its turn") {
  const TemporaryFolder folder;
  folder.write("in/a.note.md", wrong);
  folder.write("in/b.note.md", wrong);
  Child child({"check", "--fix", "--jobs", "1", "-", "in"}, folder.path());
  child.drop_shared();
  // More than a pipe holds: once it is written some of it has been read, so the files have been found by then.
  std::string long_text = wrong;
  while (long_text.size() < 200'000) long_text += "We spoke of paper and of ink.\n\n";
  REQUIRE(child.write(long_text));
  folder.remove("in/a.note.md");
  child.close_input();
  child.read_to_end(std::chrono::seconds(20));
  CHECK(child.wait(std::chrono::seconds(10)).code == 2);
  CHECK(has(child.error, "afterword: in/a.note.md: no such file\n"));
  CHECK(folder.read("in/b.note.md") == right);
  CHECK_FALSE(fs::exists(folder.path() + "/in/a.note.md"));
}

TEST_CASE("check --fix: standard input's text goes to standard output, what is left is told on standard error") {
  const Finished done = run({"check", "--fix", "--stdin-name", "x.note.md", "-"}, wrong + "\nYou are a visionary.\n");
  CHECK(done.out == right + "\nYou are a visionary.\n");
  CHECK(has(done.error, "x.note.md:5:"));
  CHECK(has(done.error, "[flattery]"));
  CHECK(has(done.error, "2 findings fixed in 1 file\n"));
  CHECK_FALSE(has(done.error, "\x1b"));
  CHECK(done.ended.code == 1);

  const std::string minutes = "# Minutes\n\nThe the pump.";
  CHECK(run({"check", "--fix", "-"}, minutes).out == minutes);  // whatever it is
  const Finished json = run({"check", "--fix", "--format", "jsonl", "--stdin-name", "x.note.md", "-"}, wrong);
  CHECK(json.out == right);
  CHECK(Json::parse(lines_of(json.error).at(0))["note"] == true);
  const Finished broken = run({"check", "--fix", "-"}, "Dear Ren\xE9,\n");
  CHECK(broken.out.empty());
  CHECK(broken.ended.code == 2);
}

TEST_CASE("check --fix: many findings, and names in any script") {
  const TemporaryFolder folder;
  std::string many = "Dear Dana,\n\n", mended = many;
  for (int i = 0; i < 300; ++i) {
    many += "We went to the the press room number " + std::to_string(i) + ".\n";
    mended += "We went to the press room number " + std::to_string(i) + ".\n";
  }
  const std::string name = "Zo\xC3\xAB \xE5\xAF\xBF\xE5\x8F\xB8 notes/brief f\xC3\xBCr Dana.note.md";
  folder.write(name, many);
  const Finished done = run({"check", "--fix", "--fail-on", "never", "."}, {}, folder.path());
  CHECK(folder.read(name) == mended);
  CHECK(has(done.out, "300 findings fixed in 1 file\n"));
}

TEST_CASE("check --fix: the notes of the tree; a second run finds nothing to do") {
  for (const std::string option : {"--fix", "--fix-unsafe"}) {
    const TemporaryFolder folder;
    fs::copy(AFTERWORD_CORPUS, folder.path() + "/corpus", fs::copy_options::recursive);
    fs::copy(AFTERWORD_NOTES, folder.path() + "/notes", fs::copy_options::recursive);
    const auto before = texts_of(folder.path());
    const Arguments fix = {"check", option, "--fail-on", "never", "--now", "2026-03-14T10:00:00", "."};
    CHECK_FALSE(has(run(fix, {}, folder.path()).out, "nothing was fixed"));
    const auto once = texts_of(folder.path());
    CHECK(once != before);
    CHECK(once.size() == before.size());
    for (const auto& [path, text] : once)
      CHECK(std::count(text.begin(), text.end(), '\r') ==
            std::count(before.at(path).begin(), before.at(path).end(), '\r'));
    CHECK(has(run(fix, {}, folder.path()).out, "nothing was fixed"));
    CHECK(texts_of(folder.path()) == once);
    CHECK(run({"check", "--diff", option, "."}, {}, folder.path()).ended.code == 0);  // no such fix is left
  }
}

TEST_CASE("replace_file: only while the file holds what was read") {
  const TemporaryFolder folder;
  folder.write("a.md", "one");
  const std::string file = folder.path() + "/a.md";
  CHECK(afterword::replace_file(file, "two", "three") == "was changed meanwhile");
  CHECK(folder.read("a.md") == "one");
  CHECK(afterword::replace_file(file, "zero", "one").empty());  // as it should be already
  CHECK(afterword::replace_file(file, "one", "two").empty());
  CHECK(folder.read("a.md") == "two");
  CHECK(afterword::replace_file(folder.path() + "/gone.md", "", "x") == "no such file");
  CHECK(files_in(folder) == 1);
}
