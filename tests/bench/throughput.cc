// bench_throughput PROGRAM FOLDER [--smoke]: how many notes a second `PROGRAM check --jobs 1 --format jsonl` judges,
// starting and reading included. The notes are written below FOLDER first. With --smoke fewer of them, and exit 1 below
// a limit that only a regression passes.
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/bench/texts.h"

namespace {

namespace fs = std::filesystem;

[[noreturn]] void give_up(const std::string& why) {
  std::fprintf(stderr, "bench: %s\n", why.c_str());
  std::exit(2);
}

void write_notes(const fs::path& folder, unsigned count) {
  fs::remove_all(folder);
  fs::create_directories(folder);
  for (unsigned i = 0; i < count; ++i) {
    std::array<char, 32> name;
    std::snprintf(name.data(), name.size(), "%05u.note.md", i);
    std::ofstream file(folder / name.data(), std::ios::binary);
    file << afterword::bench::varied_note(i);
    if (!file.flush()) give_up("cannot write below " + folder.string());
  }
}

/// Seconds that one run takes; its output goes to `output`.
double run(const std::string& program, const fs::path& notes, const fs::path& output) {
  std::array<std::string, 8> words{program,    "check", "--jobs",          "1",
                                   "--format", "jsonl", "--fail-on=never", notes.string()};
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  auto start = std::chrono::steady_clock::now();
  pid_t child = ::fork();
  if (child < 0) give_up("cannot fork");
  if (child == 0) {
    int to = ::open(output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
    ::dup2(to, STDOUT_FILENO);
    ::execv(arguments[0], arguments.data());
    ::_exit(127);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) give_up(program + " check failed");
  return seconds;
}

/// How many lines tell of a note with something found in it: what was timed must have been done.
unsigned judged(const fs::path& output) {
  std::ifstream lines(output);
  unsigned count = 0;
  for (std::string line; std::getline(lines, line);)
    if (line.find("\"note\":true") != std::string::npos && line.find("\"rule\":") != std::string::npos) ++count;
  return count;
}

}  // namespace

int main(int argc, char** argv) {
  bool smoke = argc == 4 && std::string_view(argv[3]) == "--smoke";
  if (argc != 3 && !smoke) give_up("bench_throughput PROGRAM FOLDER [--smoke]");
  const unsigned count = smoke ? 500 : 2000;
  const int runs = smoke ? 2 : 5;
  // Notes a second; quiet machines do two to three times as many. The notes share their sentences, so that each is
  // judged once more with what the set says of it; letters of one's own seldom are.
  constexpr double least = 1000;
  fs::path notes = fs::path(argv[2]) / "notes", output = fs::path(argv[2]) / "output.jsonl";
  write_notes(notes, count);
  std::vector<double> seconds;
  for (int i = 0; i < runs; ++i) seconds.push_back(run(argv[1], notes, output));
  if (unsigned found = judged(output); found < count / 2)
    give_up("only " + std::to_string(found) + " of " + std::to_string(count) + " notes were judged");
  std::sort(seconds.begin(), seconds.end());
  double middle = count / seconds[seconds.size() / 2], best = count / seconds.front();
  std::printf("check --jobs 1: %u notes, %d runs: %.0f notes/s (median), %.0f notes/s (best)\n", count, runs, middle,
              best);
  if (!smoke || best >= least) return 0;
  std::printf("over the limit: %.0f notes/s, at least %.0f\n", best, least);
  return 1;
}
