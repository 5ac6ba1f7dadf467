// What a terminal is shown: colour, not there either where NO_COLOR is set; a progress bar in a long run, gone at its
// end.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "server/cli/progress.h"
#include "tests/server/command_help.h"
#include "tests/server/test_client.h"

using namespace afterword::tests;

namespace {

struct OnTerminal {
  std::vector<std::string> arguments = {"check", "a.note.md"};
  bool output = true, error = false;  // which streams are the terminal
  bool no_colour = false;
  std::string kind = "xterm";  // TERM
  unsigned short columns = 80;
  int code = 1;
  std::chrono::milliseconds waits{0};  // this long until standard input ends
};

[[noreturn]] void become(const OnTerminal& how, const std::string& name, const std::string& folder, int input) {
  ::setsid();
  const int side = ::open(name.c_str(), O_RDWR), nowhere = ::open("/dev/null", O_WRONLY);
  ::dup2(input, STDIN_FILENO);
  ::dup2(how.output ? side : nowhere, STDOUT_FILENO);
  ::dup2(how.error ? side : nowhere, STDERR_FILENO);
  ::setenv("TERM", how.kind.c_str(), 1);
  if (how.no_colour)
    ::setenv("NO_COLOR", "1", 1);
  else
    ::unsetenv("NO_COLOR");
  std::vector<char*> pointers{const_cast<char*>("afterword")};
  for (const std::string& argument : how.arguments) pointers.push_back(const_cast<char*>(argument.c_str()));
  pointers.push_back(nullptr);
  if (::chdir(folder.c_str()) == 0) ::execv(AFTERWORD_PROGRAM, pointers.data());
  ::_exit(127);
}

/// What `afterword` sends to a terminal; nothing where this machine gives none.
std::optional<std::string> on_terminal(const std::string& folder, const OnTerminal& how) {
  const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (terminal < 0 || ::grantpt(terminal) != 0 || ::unlockpt(terminal) != 0) return std::nullopt;
  const std::string name = ::ptsname(terminal);
  const int kept = ::open(name.c_str(), O_RDWR | O_NOCTTY | O_CLOEXEC);  // so that it is there until all is read
  winsize size{};
  size.ws_col = how.columns;
  size.ws_row = 24;
  ::ioctl(terminal, TIOCSWINSZ, &size);
  int input[2];
  REQUIRE(::pipe2(input, O_CLOEXEC) == 0);
  const pid_t child = ::fork();
  if (child == 0) become(how, name, folder, input[0]);
  ::close(input[0]);
  ::close(kept);
  std::thread writer([&] {
    std::this_thread::sleep_for(how.waits);
    ::close(input[1]);
  });
  std::string text;
  char buffer[4096];
  for (ssize_t got; (got = ::read(terminal, buffer, sizeof buffer)) > 0;)
    text.append(buffer, static_cast<std::size_t>(got));
  writer.join();
  ::close(terminal);
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == how.code);
  return text;
}

/// What stands on the terminal after that: lines, of which "\r" begins the last anew and ESC [ K clears the rest.
std::vector<std::string> screen(const std::string& sent) {
  std::vector<std::string> lines(1);
  std::size_t column = 0;
  for (std::size_t i = 0; i < sent.size(); ++i) {
    std::string& line = lines.back();
    if (sent.compare(i, 3, "\x1b[K") == 0) {
      line.resize(std::min(line.size(), column));
      i += 2;
    } else if (sent[i] == '\r') {
      column = 0;
    } else if (sent[i] == '\n') {
      lines.emplace_back();
      column = 0;
    } else {
      line.resize(std::max(line.size(), column + 1), ' ');
      line[column++] = sent[i];
    }
  }
  return lines;
}

/// A run that waits for standard input first, so that it is long; the others are done after that.
OnTerminal long_run() {
  OnTerminal how;
  how.arguments = {"check", "--jobs", "1", "-", "n"};
  how.output = false;
  how.error = true;
  how.waits = std::chrono::milliseconds(900);
  return how;
}

void write_notes(const TemporaryFolder& folder) {
  for (int i = 0; i < 30; ++i)
    folder.write("n/" + std::to_string(i) + ".note.md", "Dear Dana,\n\nthank you for the the tour.\n");
}

}  // namespace

TEST_CASE("check: colour on a terminal, none with NO_COLOR") {
  const TemporaryFolder folder;
  folder.write("a.note.md", "Dear Dana,\n\nthank you for the the tour.\n");
  OnTerminal how;
  const auto coloured = on_terminal(folder.path(), how);
  if (!coloured) return;
  CHECK(has(*coloured, "\x1b[33mwarning\x1b[0m"));
  how.no_colour = true;
  CHECK_FALSE(has(*on_terminal(folder.path(), how), "\x1b"));
}

TEST_CASE("progress: count, share and rate, in whatever room there is") {
  using afterword::cli::progress_line;
  CHECK(progress_line("checking", 30, 120, 2, 60) == "checking 30/120 [#######........................]  25% 15/s");
  CHECK(progress_line("checking", 120, 120, 2, 200) == "checking 120/120 [" + std::string(40, '#') + "] 100% 60/s");
  CHECK(progress_line("checking", 30, 120, 2, 30) == "checking 30/120  25% 15/s");
  CHECK(progress_line("checking", 30, 120, 2, 25) == "checking 30/120  25%");
  CHECK(progress_line("checking", 30, 120, 2, 10) == " 25%");
  CHECK(progress_line("checking", 30, 120, 2, 3).empty());
  for (std::size_t width = 0; width < 120; ++width)
    CHECK(progress_line("checking", 1, 3, 0, width).size() <= (width > 0 ? width - 1 : 0));
}

TEST_CASE("check: a long run shows a bar on a terminal's standard error, and takes it away") {
  const TemporaryFolder folder;
  write_notes(folder);
  const auto sent = on_terminal(folder.path(), long_run());
  if (!sent) return;
  CHECK(has(*sent, "\rchecking 1/31 ["));
  CHECK(has(*sent, "%"));
  CHECK(has(*sent, "/s"));
  for (const std::string& line : screen(*sent)) CHECK(line.empty());  // nothing is left

  OnTerminal narrow = long_run();
  narrow.columns = 20;
  const auto little = on_terminal(folder.path(), narrow);
  CHECK(has(*little, "\rchecking 1/31   3%\x1b[K"));
}

TEST_CASE("check: the bar stands in nobody's way") {
  const TemporaryFolder folder;
  write_notes(folder);
  folder.write("n/0.note.md", "Dear Ren\xE9,\n");
  OnTerminal how = long_run();
  how.output = true;  // both are the same terminal
  how.no_colour = true;
  how.code = 2;
  how.arguments.insert(how.arguments.begin() + 1, "--diff");
  const auto sent = on_terminal(folder.path(), how);
  if (!sent) return;
  CHECK(has(*sent, "\rfixing 1/31 ["));
  // The first file after the wait is no text, and the patches of the others follow: each begins a line.
  bool told = false, shown = false;
  for (const std::string& line : screen(*sent)) {
    CHECK_FALSE(has(line, "fixing"));
    told = told || line == "afterword: n/0.note.md: is not UTF-8: byte 8 starts no character";
    shown = shown || line == "--- a/n/1.note.md";
  }
  CHECK(told);
  CHECK(shown);
}

TEST_CASE("check: no bar where it would be noise") {
  const TemporaryFolder folder;
  write_notes(folder);
  OnTerminal dumb = long_run();
  dumb.kind = "dumb";
  if (const auto sent = on_terminal(folder.path(), dumb)) CHECK(sent->empty());
  OnTerminal nameless = long_run();
  nameless.kind = "";
  if (const auto sent = on_terminal(folder.path(), nameless)) CHECK(sent->empty());
  OnTerminal quick = long_run();
  quick.waits = std::chrono::milliseconds(0);
  if (const auto sent = on_terminal(folder.path(), quick)) CHECK(sent->empty());
  OnTerminal elsewhere = long_run();  // the terminal is standard output's only
  elsewhere.output = true;
  elsewhere.error = false;
  if (const auto sent = on_terminal(folder.path(), elsewhere)) CHECK_FALSE(has(*sent, "checking"));
}
