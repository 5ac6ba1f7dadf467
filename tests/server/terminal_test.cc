// Colour: on a terminal, and not there either where NO_COLOR is set.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>

#include "tests/server/test_client.h"

using afterword::tests::TemporaryFolder;

namespace {

/// What `afterword check a.note.md` prints on a terminal; nothing where this machine gives none.
std::optional<std::string> on_terminal(const std::string& folder, bool no_colour) {
  const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY);
  if (terminal < 0 || ::grantpt(terminal) != 0 || ::unlockpt(terminal) != 0) return std::nullopt;
  const std::string name = ::ptsname(terminal);
  const pid_t child = ::fork();
  if (child == 0) {
    ::setsid();
    const int side = ::open(name.c_str(), O_RDWR);
    ::dup2(side, STDOUT_FILENO);
    if (no_colour)
      ::setenv("NO_COLOR", "1", 1);
    else
      ::unsetenv("NO_COLOR");
    if (::chdir(folder.c_str()) == 0) ::execl(AFTERWORD_PROGRAM, "afterword", "check", "a.note.md", nullptr);
    ::_exit(127);
  }
  std::string text;
  char buffer[4096];
  for (ssize_t got; (got = ::read(terminal, buffer, sizeof buffer)) > 0;)
    text.append(buffer, static_cast<std::size_t>(got));
  ::close(terminal);
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 1);
  return text;
}

}  // namespace

TEST_CASE("check: colour on a terminal, none with NO_COLOR") {
  const TemporaryFolder folder;
  folder.write("a.note.md", "Dear Dana,\n\nthank you for the the tour.\n");
  const auto coloured = on_terminal(folder.path(), false);
  if (!coloured) return;
  CHECK(coloured->find("\x1b[33mwarning\x1b[0m") != std::string::npos);
  CHECK(on_terminal(folder.path(), true)->find('\x1b') == std::string::npos);
}
