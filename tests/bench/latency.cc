// bench_latency PROGRAM FLOOR [--smoke]: how long a user waits for `PROGRAM lsp --stdio`, beside the server that does
// nothing. Both get the same strokes in turns, so that a busy machine slows both. With --smoke fewer strokes, and
// limits so wide that only a regression passes them: exit 1 then.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string_view>

#include "tests/bench/editor.h"
#include "tests/bench/texts.h"

namespace {

using namespace afterword::bench;

using Times = std::vector<double>;  // milliseconds

/// The value that the share `part` of the times does not pass.
double quantile(Times times, double part) {
  std::sort(times.begin(), times.end());
  auto rank = static_cast<std::size_t>(std::ceil(part * static_cast<double>(times.size())));
  return times[std::max<std::size_t>(rank, 1) - 1];
}
double median(const Times& times) { return quantile(times, 0.5); }

void print_head() {
  std::printf("%-8s %-26s %6s %9s %9s %9s %7s\n", "text", "", "times", "p50 ms", "p99 ms", "floor p50", "ratio");
}

void print(const char* text, const char* what, const Times& times, const Times& least = {}) {
  std::printf("%-8s %-26s %6zu %9.3f %9.3f", text, what, times.size(), median(times), quantile(times, 0.99));
  if (!least.empty()) std::printf(" %9.3f %7.1f", median(least), median(times) / median(least));
  std::printf("\n");
  std::fflush(stdout);
}

struct Commands {
  std::vector<std::string> program, floor;
};

/// What the limits look at, so that a busy machine passes them: of times the quickest tenth, since what else the
/// machine does only adds, while a regression adds everywhere; and the processor's time for a change.
struct Figures {
  double processor = 0, ratio = 0, megabytes = 0;
};
double quick(const Times& times) { return quantile(times, 0.1); }

template <typename Step>
Times repeat(int times, Step&& step) {
  Times made;
  for (int i = 0; i < times; ++i) made.push_back(step());
  return made;
}

void measure_start(const Commands& commands, int times) {
  Times started, least;
  for (int i = 0; i < times; ++i) {
    started.push_back(time_start(commands.program));
    least.push_back(time_start(commands.floor));
  }
  print("-", "start -> initialized", started, least);
}

/// `opens` and `changes`: how often. Completions and code actions are asked for after a stroke each, as they are typed.
Figures measure(const Commands& commands, const char* name, const std::string& text, int opens, int changes) {
  Editor editor(commands.program, text), nothing(commands.floor, text);
  Times opened, opened_least, changed, changed_least, completed, acted;
  for (int i = 0; i < opens; ++i) {
    opened.push_back(editor.open());
    opened_least.push_back(nothing.open());
  }
  constexpr int turn = 20;
  double before = editor.processor_milliseconds();
  for (int i = 0; i < changes; i += turn) {
    for (double ms : repeat(turn, [&] { return editor.type(); })) changed.push_back(ms);
    for (double ms : repeat(turn, [&] { return nothing.type(); })) changed_least.push_back(ms);
  }
  double processor = (editor.processor_milliseconds() - before) / static_cast<double>(changed.size());
  for (int i = 0; i < changes / 4; ++i) {
    editor.type();
    completed.push_back(editor.complete());
    editor.type();
    acted.push_back(editor.code_action());
  }
  if (editor.findings() == 0) give_up("nothing was found in the text: this would measure nothing");
  print(name, "open -> diagnostics", opened, opened_least);
  print(name, "change -> diagnostics", changed, changed_least);
  std::printf("%-8s %-26s %6zu %9.3f (mean)\n", name, "  of it processor time", changed.size(), processor);
  print(name, "completion", completed);
  print(name, "code action", acted);
  std::printf("%-8s %-26s %26.1f MB\n", name, "peak memory", editor.peak_megabytes());
  return {processor, quick(changed) / quick(changed_least), editor.peak_megabytes()};
}

bool within(const char* what, double value, double limit, const char* unit) {
  if (value <= limit) return true;
  std::printf("over the limit: %s is %.1f%s, at most %.0f%s\n", what, value, unit, limit, unit);
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  bool smoke = argc == 4 && std::string_view(argv[3]) == "--smoke";
  if (argc != 3 && !smoke) give_up("bench_latency PROGRAM FLOOR [--smoke]");
  Commands commands{{argv[1], "lsp", "--stdio"}, {argv[2]}};
  print_head();
  measure_start(commands, smoke ? 5 : 50);
  Figures note = measure(commands, "note", usual_note(), smoke ? 5 : 50, smoke ? 200 : 2000);
  if (!smoke) measure(commands, "100 kB", long_note(100000), 10, 400);
  Figures large = measure(commands, "1 MB", long_note(1000000), smoke ? 1 : 5, smoke ? 20 : 200);
  if (!smoke) return 0;
  bool good = within("a change to a note, in times of the floor,", note.ratio, 30, "");
  good &= within("the processor time of a change to 1 MB", large.processor, 60, " ms");
  good &= within("the memory for a note", note.megabytes, 32, " MB");
  return good ? 0 : 1;
}
