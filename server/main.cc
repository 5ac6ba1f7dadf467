// The program's entry: parses the arguments and hands over, nothing else.
#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>
#include <sstream>

#include "rules/model/classifier.h"
#include "server/cli/commands.h"
#include "server/cli/lsp.h"
#include "server/cli/output.h"
#include "server/main_check.h"
#include "server/main_options.h"

namespace {

using namespace afterword;

/// Parses, runs the command, and gives its exit code.
int run(int argc, char** argv) {
  CLI::App app{"Checks the note that follows an interview, and offers the phrase that is due.", "afterword"};
  app.set_version_flag("--version", "afterword " AFTERWORD_VERSION);
  app.require_subcommand(1);
  app.failure_message([](const CLI::App* command, const CLI::Error& error) {
    return "afterword: " + CLI::FailureMessage::simple(command, error);
  });

  cli::OutlineOptions outline;
  cli::ConfigOptions configuration;
  Raw raw;
  std::string rule, topic;

  cli::LspOptions lsp;
  lsp.version = AFTERWORD_VERSION;
  CLI::App* lsp_command = app.add_subcommand("lsp", "the language server, over standard input and output");
  lsp_command->add_flag("--stdio")->description("standard input and output, as without");
  lsp_command->add_option("--clientProcessId", lsp.client_process, "end when this process does");

  CheckArguments check;
  CLI::App* check_command = add_check(app, check);

  CLI::App* outline_command = app.add_subcommand("outline", "show a note as the program sees it: facts, parts, roles");
  outline_command->add_option("file", outline.path, "the note; - for standard input")->required();
  add_judge_options(*outline_command, outline, raw);
  add_format(*outline_command, raw, {"text", "json"});

  CLI::App* rules_command = app.add_subcommand("rules", "list the rules");
  add_config_options(*rules_command, configuration);
  add_format(*rules_command, raw, {"text", "json", "markdown"});

  CLI::App* explain_command = app.add_subcommand("explain", "show one rule's page with its examples");
  explain_command->add_option("rule", rule, "the rule's id")->required();
  add_config_options(*explain_command, configuration);
  add_format(*explain_command, raw, {"text", "json", "markdown"});

  CLI::App* phrases_command = app.add_subcommand("phrases", "show the phrase book");
  phrases_command->add_option("--role", rule, "only phrases for this part of a note")
      ->check(CLI::IsMember(std::vector<std::string>(phrases::purpose_names.begin(), phrases::purpose_names.end())));
  phrases_command->add_option("--kind", raw.kind, "only phrases that suit this kind of note")
      ->check(CLI::IsMember(std::vector<std::string>(kind_names.begin(), kind_names.end())));
  add_format(*phrases_command, raw, {"text", "json"});

  cli::NewNoteOptions begun;
  std::string interview;
  CLI::App* new_command = app.add_subcommand("new", "begin a note: a draft from facts, with slots for the rest");
  new_command->add_option("--kind", raw.kind, "the kind of note")
      ->check(CLI::IsMember(std::vector<std::string>(kind_names.begin(), kind_names.end())));
  new_command->add_option("--to", begun.to, "whom it is to: \"Dana Wu <dana@initech.example>\"")
      ->check([](const std::string& text) { return text.empty() ? std::string("a name should stand here") : ""; });
  new_command->add_option("--from", begun.from, "who writes");
  new_command->add_option("--company", begun.company, "the employer");
  new_command->add_option("--role", begun.role, "the position");
  new_command->add_option("--interview", interview, "when it took place: 2026-03-03 14:00")
      ->check([](const std::string& text) {
        return parse_time(text) ? std::string() : "'" + text + "' is no date; write 2026-03-03 14:00";
      });
  new_command->add_option("--topic", begun.topics, "something that was talked about; may be given several times");
  new_command->add_option("--output", begun.output, "the file to make (default: standard output); with --all a folder");
  new_command->add_flag("--all", begun.all, "one for each person of interview.yaml who has none");

  CLI::App* schema_command = app.add_subcommand("schema", "print the JSON schema of one of our files");
  schema_command->group("");  // for the installation; of little use to people
  schema_command->add_option("name", rule, "configuration or interview")
      ->required()
      ->check(CLI::IsMember({"configuration", "interview"}));

  CLI::App* help_command = app.add_subcommand("help", "show the help of a command");
  help_command->add_option("command", topic, "the command");

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // CLI11 would only say that a command is missing, not which word is none.
    const std::vector<std::string> unknown = app.remaining();
    if (error.get_exit_code() != 0 && app.get_subcommands().empty() && !unknown.empty()) {
      const char* what = unknown[0].starts_with("-") ? "option" : "command";
      std::cerr << "afterword: there is no " << what << " '" << unknown[0] << "'\n";
      return 2;
    }
    std::ostringstream out;
    int code = app.exit(error, out, std::cerr) == 0 ? 0 : 2;
    cli::write_output(out.str());
    return code;
  }
  if (*help_command) {
    CLI::App* about = topic.empty() ? &app : nullptr;
    for (CLI::App* command : app.get_subcommands([](CLI::App*) { return true; }))
      if (command->get_name() == topic) about = command;
    if (!about) {
      std::cerr << "afterword: there is no command '" << topic << "'\n";
      return 2;
    }
    app.clear();  // else it prints the help of the command that was given, which is help
    cli::write_output(about == &app ? app.help() : about->help("afterword"));
    return 0;
  }
  if (*lsp_command) return cli::serve(lsp);
  if (*outline_command) {
    finish(outline, raw);
    outline.format = format_named(raw.format);
    return cli::outline(outline);
  }
  if (*rules_command) return cli::list_rules(configuration, format_named(raw.format));
  if (*phrases_command)
    return cli::list_phrases({phrases::purpose_named(rule), kind_named(raw.kind)}, format_named(raw.format));
  if (*new_command) {
    begun.kind = kind_named(raw.kind);
    begun.interview = parse_time(interview);
    return cli::new_note(begun);
  }
  if (*schema_command) return cli::print_schema(rule);
  if (*explain_command) return cli::explain(rule, configuration, format_named(raw.format));
  check.options.version = AFTERWORD_VERSION;
  return run_check(*check_command, check);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    model::ModelClassifier::standard();
  } catch (const std::exception& fault) {  // weights of another build: told at once, not at the first note
    std::cerr << "afterword: " << fault.what() << '\n';
    return 2;
  }
  return cli::end_output(run(argc, argv));
}
