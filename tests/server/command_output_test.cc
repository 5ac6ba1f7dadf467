// Output that can't be written, whichever command it is of.
#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "tests/server/child_process.h"
#include "tests/server/command_help.h"

using namespace afterword::tests;

namespace {

const std::string warned = "Dear Dana,\n\nthank you for the the tour.\n";

/// Runs a line of the shell in which $afterword is the program.
Finished shell(const std::string& line, const std::string& folder) {
  const std::string log = folder + "/log";
  const std::string command = "cd " + folder + " && { afterword=" AFTERWORD_PROGRAM "; " + line + "; } 2> " + log;
  const int status = std::system(command.c_str());
  std::ostringstream said;
  said << std::ifstream(log).rdbuf();
  return {{WEXITSTATUS(status)}, "", said.str()};
}

}  // namespace

TEST_CASE("output that can't be written is told, and the code is 2") {
  const TemporaryFolder folder;
  folder.write("a.note.md", warned);
  std::string big;
  for (int i = 0; i < 2000; ++i) big += "Thank you for the tour. ";  // more than any buffer holds
  folder.write("big.note.md", "Dear Dana,\n\n" + big + "\n");
  folder.write("lines", Json{{"text", warned}}.dump() + "\n");
  for (const char* command :
       {"rules", "rules --format json", "rules --format markdown", "explain gift", "explain gift --format json",
        "outline a.note.md", "outline big.note.md", "outline big.note.md --format json", "check a.note.md",
        "check --fail-on never a.note.md", "check --format json a.note.md", "check --format jsonl big.note.md",
        "check --stream < lines", "help", "help check", "check --help", "--version"}) {
    CAPTURE(command);
    const Finished full = shell(std::string("$afterword ") + command + " > /dev/full", folder.path());
    CHECK(full.ended.code == 2);
    CHECK(full.error == "afterword: cannot write the output: No space left on device\n");
    const Finished closed = shell(std::string("$afterword ") + command + " >&-", folder.path());
    CHECK(closed.ended.code == 2);
    CHECK(has(closed.error, "afterword: cannot write the output: "));
  }
  CHECK(shell("$afterword check gone.md > /dev/null 2> /dev/full", folder.path()).ended.code ==
        2);  // nobody is left to be told
}

TEST_CASE("a reader that has gone is no fault to tell") {
  const TemporaryFolder folder;
  CHECK(shell("$afterword rules --format json | head -c 1 > /dev/null", folder.path()).error.empty());
  // Even where the signal that ends such a process is ignored.
  for (int i = 0; i < 5; ++i)
    CHECK(shell("(trap '' PIPE; sleep 0.05; $afterword rules) | true", folder.path()).error.empty());
}
