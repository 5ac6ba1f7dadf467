// The arguments of `afterword check`.
#pragma once

#include <CLI/CLI.hpp>

#include "server/cli/commands.h"
#include "server/main_options.h"

namespace afterword {

struct CheckArguments {
  cli::CheckOptions options;
  Raw raw;
  bool stream = false, fix = false, fix_unsafe = false;
};

/// `arguments` are filled when the command line is parsed, and must live until then.
CLI::App* add_check(CLI::App& app, CheckArguments& arguments);

/// Runs the command as parsed, and gives its exit code; 2, with one line on standard error, where arguments do not go
/// together.
int run_check(const CLI::App& command, CheckArguments& arguments);

}  // namespace afterword
