// What a command reads: the files it was given, with the settings and facts that hold for each.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "server/cli/commands.h"
#include "server/session/judgement.h"

namespace afterword::cli {

/// What is said of a file where something threw that should not.
inline constexpr const char* our_fault = "can't be judged; this is a fault of afterword";

/// What went wrong with a file, as it was told on standard error.
struct Complaint {
  std::string path;
  std::size_t line = 0;  ///< counted from 1; 0 where none is meant
  std::string message;
  Severity severity = Severity::error;
  bool of_configuration = false;
};
/// Says "afterword: path: why" on standard error, and keeps it for complaints(). Any thread.
void complain_of(const std::string& path, std::string_view why);
/// All that was complained of so far.
std::vector<Complaint> complaints();

/// Standard input, which can be read but once. Any thread.
class StandardInput {
 public:
  /// All of it; nothing, with `fault` saying why, where it can't be read or is no text.
  std::optional<std::string> text(std::string& fault);
  /// It is taken to hold this from now on.
  void replace(std::string text);

 private:
  std::mutex mutex_;
  std::optional<std::string> text_;
  std::string fault_;
};

/// What a set of notes has to do with one of them.
struct InSet {
  bool print = false;                                         ///< the note's print is wanted, for a set
  const std::vector<NoteSet::PassedOn>* passed_on = nullptr;  ///< what the set says of it; null: ask `set`
  const NoteSet* set = nullptr;                               ///< null: nobody is asked
};

/// Judges files one after the other, keeping what it read of a project. Not shared between threads.
class FileJudge {
 public:
  /// `roots`: folders named on the command line, where no repository says where a project ends. `shown_facts`:
  /// interview.yaml files (absolute paths) that have findings of their own, so that nothing is complained of.
  FileJudge(const JudgeOptions& options, bool every_file, std::vector<std::string> roots,
            std::shared_ptr<const std::set<std::string>> shown_facts = nullptr);

  /// Nothing, with `fault` saying why in one line, when the file can't be read.
  std::optional<Judgement> judge(const std::string& path, std::string& fault, const InSet& in_set = {});
  Judgement judge_text(const std::string& path, std::string text, const InSet& in_set = {});
  /// The same once more, for what the set says of it.
  void judge_again(const std::string& path, const InSet& in_set, Judgement& known);
  /// An interview.yaml: what is wrong in it and, where it can be read to its end, what the notes of the set lack.
  /// Nothing where it can't be opened.
  std::optional<Judgement> judge_facts(const std::string& path, const NoteSet& set);
  /// The companies that an interview.yaml names.
  std::vector<std::string> companies_in(const std::string& path);

  /// True once a configuration or an interview.yaml had a fault; each was complained of.
  bool configuration_failed() const { return configuration_failed_; }
  /// The configuration that holds for a path.
  const ProjectConfiguration& configuration(const std::string& path);

 private:
  Workspace& workspace_of(const std::string& path);
  /// What judging the file depends on. References what this keeps, until another file is asked for.
  Request request_for(const std::string& absolute, const InSet& in_set);
  /// Complains of what is wrong in an interview.yaml.
  void look_at(const InterviewFile& facts, const RuleSettings& settings);

  const JudgeOptions& options_;
  bool every_file_;
  std::vector<std::string> roots_;
  Workspace workspace_;
  std::string last_folder_;
  std::shared_ptr<const ProjectConfiguration> configuration_;
  std::string configuration_folder_;
  std::shared_ptr<const InterviewFile> facts_;  // of the file judged last
  std::shared_ptr<const std::set<std::string>> shown_facts_;
  bool configuration_failed_ = false;
  LocalTime now_;
};

struct InputFiles {
  std::vector<std::string> notes;  ///< to check, in order; they need not be notes
  std::vector<std::string> facts;  ///< each interview.yaml of the folders that were walked, once

  std::shared_ptr<const std::set<std::string>> absolute_facts() const;
};
/// Files to check below the given paths; folders are walked for Markdown, text and mail, hidden ones and node_modules
/// left out. `fault` is called with the path of each folder that can't be read, and why.
InputFiles collect_files(const std::vector<std::string>& paths, FileJudge& judge,
                         const std::function<void(const std::string&, std::string_view)>& fault);

/// All of standard input; a fault is set where it is no text.
std::string read_standard_input(std::string& fault);

/// The Request that the options make of a file.
Request request_of(const JudgeOptions& options, bool every_file, LocalTime now);

}  // namespace afterword::cli
