#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <utility>

#include "server/cli/check_fix.h"
#include "server/cli/check_run.h"
#include "server/cli/commands.h"
#include "server/cli/output.h"

namespace afterword::cli {

namespace {

bool wants_colour(int stream) { return ::isatty(stream) && std::getenv("NO_COLOR") == nullptr; }

std::vector<std::string> roots_of(const std::vector<std::string>& paths) {
  std::vector<std::string> roots;
  for (const std::string& path : paths) {
    std::string absolute = absolute_path(path);
    while (absolute.size() > 1 && absolute.back() == '/') absolute.pop_back();
    roots.push_back(std::move(absolute));
  }
  return roots;
}

}  // namespace

int check(const CheckOptions& options) {
  const auto start = std::chrono::steady_clock::now();
  const std::vector<std::string> roots = roots_of(options.paths);
  bool failed = false;
  FileJudge finder(options, options.every_file, roots);
  const InputFiles files = collect_files(options.paths, finder, [&](const std::string& path, std::string_view why) {
    complain_of(path, why);
    failed = true;
  });
  StandardInput standard_input;
  FixCount fixed;
  if (options.fix) fixed = fix_files(options, roots, files, standard_input);
  failed = failed || fixed.failed || finder.configuration_failed();
  if (options.diff) return failed ? 2 : fixed.files > 0 ? 1 : 0;

  // Standard output is the fixed text's where that came by standard input.
  const bool aside = options.fix && std::count(files.notes.begin(), files.notes.end(), "-") > 0;
  const Sink sink = aside ? Sink(write_error) : Sink([](std::string_view text) { write_output(text); });
  const auto format = check_format(options, wants_colour(aside ? STDERR_FILENO : STDOUT_FILENO));
  const Sink beside =
      options.format == OutputFormat::text ? sink : Sink(write_error);  // what no format has a place for
  CheckRun run(options, roots, standard_input, *format, sink);
  sink(format->opening());
  run.check(files);
  const int code = failed || run.failed ? 2 : run.summary.reaches(options.fail_on) ? 1 : 0;
  sink(format->closing({run.summary, run.judged, code}));
  if (options.fix) beside(fixed_text(fixed));
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;
  if (options.stats) beside(stats_text(run.summary, passed.count()));
  return code;
}

}  // namespace afterword::cli
