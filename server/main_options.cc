#include "server/main_options.h"

#include <utility>

namespace afterword {

void add_config_options(CLI::App& command, cli::ConfigOptions& options) {
  CLI::Option* config =
      command.add_option("--config", options.config, "this configuration instead of the nearest .afterword.yaml")
          ->check(CLI::ExistingFile);
  command.add_flag("--no-config", options.no_config, "leave .afterword.yaml files alone")->excludes(config);
}

void add_judge_options(CLI::App& command, cli::JudgeOptions& options, Raw& raw) {
  command.add_option("--kind", raw.kind, "judge as this kind of note, whatever it says")
      ->check(CLI::IsMember(std::vector<std::string>(kind_names.begin(), kind_names.end())));
  command.add_option("--now", raw.now, "the clock for the timing rules, as 2026-03-05T10:00:00")
      ->check(
          [](const std::string& text) { return parse_time(text) ? "" : "expected a time like 2026-03-05T10:00:00"; });
  add_config_options(command, options);
}

void finish(cli::JudgeOptions& options, const Raw& raw) {
  if (!raw.kind.empty()) options.kind = kind_named(raw.kind);
  if (!raw.now.empty()) options.now = parse_time(raw.now);
}

cli::OutputFormat format_named(const std::string& name) {
  if (name == "json") return cli::OutputFormat::json;
  if (name == "jsonl") return cli::OutputFormat::jsonl;
  if (name == "markdown") return cli::OutputFormat::markdown;
  if (name == "sarif") return cli::OutputFormat::sarif;
  if (name == "github") return cli::OutputFormat::github;
  return cli::OutputFormat::text;
}

CLI::Option* add_format(CLI::App& command, Raw& raw, std::vector<std::string> formats) {
  return command.add_option("--format", raw.format, "how to print")
      ->check(CLI::IsMember(std::move(formats)))
      ->capture_default_str();
}

}  // namespace afterword
