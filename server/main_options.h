// Options that several commands have.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "server/cli/commands.h"

namespace afterword {

/// Options that a name or a time stands for; CLI11 turns the message into its own error.
struct Raw {
  std::string kind, now, fail_on = "warning", format = "text";
};

void add_config_options(CLI::App& command, cli::ConfigOptions& options);
void add_judge_options(CLI::App& command, cli::JudgeOptions& options, Raw& raw);
/// Puts into the options what `raw` names.
void finish(cli::JudgeOptions& options, const Raw& raw);

CLI::Option* add_format(CLI::App& command, Raw& raw, std::vector<std::string> formats);
cli::OutputFormat format_named(const std::string& name);

}  // namespace afterword
