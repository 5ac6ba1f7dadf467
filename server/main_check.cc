#include "server/main_check.h"

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "server/cli/output.h"

namespace afterword {

namespace {

constexpr const char* more = R"(Formats:
  text    a line for each finding, and a summary
  json    one document; jsonl a line for each file
  sarif   SARIF 2.1.0, for code scanning services and viewers
  github  workflow commands, which GitHub Actions shows beside the lines

What --fix does:
  It replaces what is surely wrong, and deletes repeated words and marks, until
  no such fix is left. Then it checks what stands there, and says how many
  findings it fixed. --fix-unsafe also deletes whole sentences. Neither puts in
  phrases with blanks to fill. Files keep their line ends and permissions; a
  link's target is fixed, not the link. With - for standard input the fixed
  text goes to standard output, and the findings to standard error.

Exit codes:
  0  nothing reaches --fail-on; with --diff nothing would change
  1  something does
  2  wrong usage, or a file or a configuration that can't be read or written;
     the other files are checked all the same

Examples:
  afterword check letters
  afterword check --fix letters/dana.note.md
  afterword check --diff letters | patch -p1
  afterword check --format sarif letters > findings.sarif
  afterword check --fix - --stdin-name a.note.md < a.note.md)";

void add_reading(CLI::App& check, CheckArguments& arguments) {
  add_judge_options(check, arguments.options, arguments.raw);
  check.add_option("--stdin-name", arguments.options.stdin_name, "the name that standard input goes by")
      ->capture_default_str();
  check.add_option("--jobs", arguments.options.jobs, "how many files at once (default: one a core)")
      ->check(CLI::Range(1u, 256u));
  check.add_flag("--all", arguments.options.every_file, "take every file for a note");
  check.add_flag("--stream", arguments.stream,
                 "a JSON object a line in, one out: {\"id\", \"name\", \"text\", \"facts\", \"now\"}");
}

void add_telling(CLI::App& check, CheckArguments& arguments) {
  constexpr const char* group = "What is told";
  add_format(check, arguments.raw, {"text", "json", "jsonl", "sarif", "github"})->group(group);
  check.add_option("--fail-on", arguments.raw.fail_on, "exit with 1 from this severity on")
      ->check(CLI::IsMember({"error", "warning", "information", "hint", "never"}))
      ->capture_default_str()
      ->group(group);
  check
      .add_flag("--stats", arguments.options.stats,
                "findings by rule, notes by kind and the time taken; on standard error unless the format is text")
      ->group(group);
}

void add_fixing(CLI::App& check, CheckArguments& arguments) {
  constexpr const char* group = "Fixing";
  check.add_flag("--fix", arguments.fix, "carry out safe fixes in the files")->group(group);
  check.add_flag("--fix-unsafe", arguments.fix_unsafe, "also those that delete, whole sentences too")->group(group);
  check
      .add_flag("--diff", arguments.options.diff,
                "print what --fix (or --fix-unsafe) would do, as a patch; write nothing")
      ->group(group);
}

/// What was given beside --stream and means nothing to it; empty if nothing was.
std::string unfit_for_stream(const CLI::App& check, const Raw& raw) {
  if (check.count("path") > 0) return "the paths";
  for (const char* option : {"--stdin-name", "--fix", "--fix-unsafe", "--diff", "--stats"})
    if (check.count(option) > 0) return option;
  if (check.count("--format") > 0 && raw.format != "json" && raw.format != "jsonl") return "--format " + raw.format;
  return {};
}

/// What tells of findings, of which a patch holds none.
std::string unfit_for_diff(const CLI::App& check, const Raw& raw) {
  for (const char* option : {"--fail-on", "--stats"})
    if (check.count(option) > 0) return option;
  return raw.format == "text" ? std::string() : "--format " + raw.format;
}

}  // namespace

CLI::App* add_check(CLI::App& app, CheckArguments& arguments) {
  CLI::App* check = app.add_subcommand("check", "check files, folders, or standard input (-)");
  check->add_option("path", arguments.options.paths, "files and folders; - for standard input");
  add_reading(*check, arguments);
  add_telling(*check, arguments);
  add_fixing(*check, arguments);
  check->footer(more);
  return check;
}

int run_check(const CLI::App& command, CheckArguments& arguments) {
  cli::CheckOptions& options = arguments.options;
  const Raw& raw = arguments.raw;
  finish(options, raw);
  options.format = format_named(raw.format);
  options.fail_on = severity_named(raw.fail_on).value_or(Severity::off);
  options.fail_on_given = command.count("--fail-on") > 0;
  if (arguments.fix_unsafe)
    options.fix = FixScope::deletions;
  else if (arguments.fix || options.diff)
    options.fix = FixScope::safe;
  if (arguments.stream) {
    if (const std::string other = unfit_for_stream(command, raw); !other.empty()) {
      cli::complain(
          fmt::format("--stream reads its notes from standard input, a line of JSON each; leave {} out", other));
      return 2;
    }
    return cli::check_stream(options);
  }
  if (options.diff)
    if (const std::string other = unfit_for_diff(command, raw); !other.empty()) {
      cli::complain(fmt::format("--diff prints a patch and no findings; leave {} out", other));
      return 2;
    }
  if (options.paths.empty()) {
    cli::complain("name files or folders to check, or - for standard input");
    return 2;
  }
  return cli::check(options);
}

}  // namespace afterword
