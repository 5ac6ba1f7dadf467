// The commands of the shell. Each takes its options as parsed and returns the exit code: 0 nothing at or above
// --fail-on, 1 findings, 2 wrong usage or something that could not be read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/engine/finding.h"
#include "rules/engine/fixing.h"
#include "rules/note/facts.h"
#include "rules/note/kind.h"
#include "rules/phrases/purpose.h"

namespace afterword::cli {

enum class OutputFormat { text, json, jsonl, markdown, sarif, github };

struct ConfigOptions {
  std::string config;      ///< --config: this file instead of the nearest
  bool no_config = false;  ///< leaves interview.yaml on
};

struct JudgeOptions : ConfigOptions {
  std::optional<Kind> kind;
  std::optional<LocalTime> now;
};

struct CheckOptions : JudgeOptions {
  std::vector<std::string> paths;
  OutputFormat format = OutputFormat::text;
  Severity fail_on = Severity::warning;  ///< off: never
  bool fail_on_given = false;            ///< else a stream ends in 0 whatever it found
  std::string stdin_name = "-";
  bool every_file = false;
  unsigned jobs = 0;            ///< 0: one for each core
  std::optional<FixScope> fix;  ///< carries these fixes out first; what is told is what is left
  bool diff = false;            ///< only shows what `fix`, which must be given, would do; 1 if that is anything
  bool stats = false;           ///< figures of the run after the findings
  std::string version;          ///< of the program
};
int check(const CheckOptions& options);

/// A JSON object a line in, one out, until the input ends. `--config` holds for all, else the configuration of the
/// project that a line's name lies in. The exit code is as of check(); a line that is refused counts as a file that
/// can't be read.
int check_stream(const CheckOptions& options);

struct OutlineOptions : JudgeOptions {
  std::string path;
  OutputFormat format = OutputFormat::text;
};
int outline(const OutlineOptions& options);

/// Ours, and those of the configuration that holds in the current folder.
int list_rules(const ConfigOptions& options, OutputFormat format);
struct PhrasesOptions {
  std::optional<phrases::Purpose> purpose;  ///< only phrases for this part
  std::optional<Kind> kind;                 ///< only those that suit this kind
};
/// The phrase book, with the phrases of the project that the current folder lies in.
int list_phrases(const PhrasesOptions& options, OutputFormat format);

struct NewNoteOptions {
  std::optional<Kind> kind;
  std::string to;  ///< "Dana Wu <dana@initech.example>"
  std::string from, company, role;
  std::optional<LocalTime> interview;
  std::vector<std::string> topics;
  std::string output;  ///< a file, with `all` a folder; empty: standard output, or beside the interview.yaml
  bool all = false;    ///< one for each person of the nearest interview.yaml
};
/// A draft from facts, those of the nearest interview.yaml where they concern the addressee.
int new_note(const NewNoteOptions& options);

/// The JSON schema of .afterword.yaml ("configuration") or of interview.yaml ("interview").
int print_schema(const std::string& name);
int explain(const std::string& rule, const ConfigOptions& options, OutputFormat format);

}  // namespace afterword::cli
