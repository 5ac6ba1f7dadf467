#include "server/cli/input.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <mutex>
#include <set>

#include "rules/model/standard.h"
#include "rules/note/fields.h"
#include "rules/spelling/dictionaries.h"
#include "server/cli/output.h"
#include "server/session/globs.h"

namespace afterword::cli {

namespace fs = std::filesystem;

namespace {

std::mutex told_mutex;
std::vector<Complaint> told;
std::set<std::string> told_configurations;

/// Several workers meet the same file; its faults are told once.
void complain_once(const std::string& path, const std::vector<ConfigurationFault>& faults) {
  std::lock_guard lock(told_mutex);
  if (!told_configurations.insert(path).second) return;
  for (const ConfigurationFault& fault : faults) {
    complain(described(path, fault));
    told.push_back({path, fault.line, fault.message, fault.severity, true});
  }
}

}  // namespace

void complain_of(const std::string& path, std::string_view why) {
  std::lock_guard lock(told_mutex);
  complain(fmt::format("{}: {}", path, why));
  told.push_back({path, 0, std::string(why)});
}

std::vector<Complaint> complaints() {
  std::lock_guard lock(told_mutex);
  return told;
}

std::optional<std::string> StandardInput::text(std::string& fault) {
  std::lock_guard lock(mutex_);
  if (!text_) text_ = read_standard_input(fault_);
  fault = fault_;
  if (!fault_.empty()) return std::nullopt;
  return text_;
}

void StandardInput::replace(std::string text) {
  std::lock_guard lock(mutex_);
  text_ = std::move(text);
  fault_.clear();
}

Request request_of(const JudgeOptions& options, bool every_file, LocalTime now) {
  Request request;
  request.now = now;
  request.kind = options.kind;
  request.every_file = every_file;
  static const auto speller = spelling::open_dictionaries(spelling::dictionary_folders());  // one for all threads
  request.speller = speller.get();
  return request;
}

FileJudge::FileJudge(const JudgeOptions& options, bool every_file, std::vector<std::string> roots,
                     std::shared_ptr<const std::set<std::string>> shown_facts)
    : options_(options),
      every_file_(every_file),
      roots_(std::move(roots)),
      shown_facts_(std::move(shown_facts)),
      now_(options.now.value_or(local_now())) {}

Workspace& FileJudge::workspace_of(const std::string& path) {
  std::string folder(folder_of(path));
  if (folder == last_folder_) return workspace_;
  last_folder_ = folder;
  std::vector<std::string> roots = roots_;
  if (std::string repository = repository_above(folder); !repository.empty()) roots = {std::move(repository)};
  workspace_.set_roots(std::move(roots));
  return workspace_;
}

const ProjectConfiguration& FileJudge::configuration(const std::string& path) {
  static const ProjectConfiguration nothing;
  if (options_.no_config) return nothing;
  std::string folder(folder_of(path));
  if (configuration_ && configuration_folder_ == folder) return *configuration_;
  configuration_folder_ = folder;
  if (options_.config.empty()) {
    configuration_ = workspace_of(path).configuration(path);
  } else if (!configuration_) {
    auto made = std::make_shared<ProjectConfiguration>();
    made->path = options_.config;
    made->folder = folder_of(absolute_path(options_.config));
    FileText read = read_text_file(options_.config, most_yaml_bytes);
    if (read.fault.empty())
      made->values = read_configuration(read.text, made->faults);
    else
      made->faults.push_back({0, {}, read.fault});
    configuration_ = std::move(made);
  }
  if (!configuration_->faults.empty()) {
    for (const ConfigurationFault& fault : configuration_->faults)
      configuration_failed_ = configuration_failed_ || fault.severity == Severity::error;
    complain_once(configuration_->path, configuration_->faults);
  }
  return *configuration_;
}

void FileJudge::look_at(const InterviewFile& facts, const RuleSettings& settings) {
  if (shown_facts_ && !facts.text.empty() && shown_facts_->contains(facts.path)) return;
  const auto faults = faults_of(facts, settings);
  if (faults.empty()) return;
  for (const ConfigurationFault& fault : faults)
    configuration_failed_ = configuration_failed_ || fault.severity == Severity::error;
  complain_once(facts.path, faults);
}

std::optional<Judgement> FileJudge::judge(const std::string& path, std::string& fault, const InSet& in_set) {
  FileText read = read_text_file(path);
  fault = std::move(read.fault);
  if (!fault.empty()) return std::nullopt;
  return judge_text(path, std::move(read.text), in_set);
}

Request FileJudge::request_for(const std::string& absolute, const InSet& in_set) {
  const ProjectConfiguration& project = configuration(absolute);
  Request request = request_of(options_, every_file_, now_);
  request.settings = &project.values.rules;
  std::string_view relative(absolute);
  if (!project.folder.empty() && absolute.starts_with(project.folder + "/"))
    relative.remove_prefix(project.folder.size() + 1);
  request.named_as_note = project.values.names_a_note(relative);
  request.print = in_set.print;
  request.passed_on = in_set.passed_on;
  request.set = in_set.set;
  request.path = absolute;
  return request;
}

Judgement FileJudge::judge_text(const std::string& path, std::string text, const InSet& in_set) {
  const std::string absolute = absolute_path(path);
  const Request request = request_for(absolute, in_set);
  auto facts = workspace_of(absolute).interview_file(absolute);
  if (facts && facts != facts_) look_at(*facts, *request.settings);
  facts_ = facts;
  return afterword::judge(std::make_shared<const std::string>(std::move(text)), format_of_path(path), facts.get(),
                          request);
}

void FileJudge::judge_again(const std::string& path, const InSet& in_set, Judgement& known) {
  const std::string absolute = absolute_path(path);
  known.verdict = standard_checker().judge(known.note, known.facts, request_for(absolute, in_set));
}

std::optional<Judgement> FileJudge::judge_facts(const std::string& path, const NoteSet& set) {
  const std::string absolute = absolute_path(path);
  Workspace& workspace = workspace_of(absolute);
  const auto file = workspace.interview_file_at(absolute, workspace.root_of(absolute));
  if (!file || file->text.empty()) return std::nullopt;
  Request request = request_of(options_, false, now_);
  request.settings = &configuration(absolute).values.rules;
  request.set = &set;
  Judgement made{
      Note::parse(std::make_shared<const std::string>(file->text), Format::plaintext, standard_checker().reader()),
      {},
      {}};
  if (file->fields.fault.empty()) made.verdict = standard_checker().judge_facts(*file, request);
  std::vector<Finding> faults = findings_of(faults_of(*file, *request.settings));
  made.verdict.findings.insert(made.verdict.findings.begin(), faults.begin(), faults.end());
  made.verdict.occasion.why = "facts";
  return made;
}

std::vector<std::string> FileJudge::companies_in(const std::string& path) {
  const std::string absolute = absolute_path(path);
  Workspace& workspace = workspace_of(absolute);
  const auto file = workspace.interview_file_at(absolute, workspace.root_of(absolute));
  return file ? companies_of(*file) : std::vector<std::string>();
}

std::shared_ptr<const std::set<std::string>> InputFiles::absolute_facts() const {
  std::set<std::string> paths;
  for (const std::string& file : facts) paths.insert(absolute_path(file));
  return std::make_shared<const std::set<std::string>>(std::move(paths));
}

InputFiles collect_files(const std::vector<std::string>& paths, FileJudge& judge,
                         const std::function<void(const std::string&, std::string_view)>& fault) {
  InputFiles files;
  std::set<std::string> known;  // absolute paths of files.facts
  auto excluded = [&](const std::string& path) {
    std::string absolute = absolute_path(path);
    const ProjectConfiguration& project = judge.configuration(absolute);
    if (project.values.exclude.empty() || !absolute.starts_with(project.folder + "/")) return false;
    return excludes(project.values.exclude, std::string_view(absolute).substr(project.folder.size() + 1));
  };
  for (const std::string& path : paths) {
    std::error_code error;
    if (path == "-" || !fs::is_directory(path, error)) {
      files.notes.push_back(path);
      continue;
    }
    std::vector<std::string> found;
    fs::recursive_directory_iterator walk(path, error), end;
    if (error) fault(path, error == std::errc::permission_denied ? "permission denied" : "can't be read");
    while (!error && walk != end) {
      const fs::directory_entry& entry = *walk;
      std::string name = entry.path().filename().string();
      std::error_code ignored;
      if (entry.is_directory(ignored)) {
        if (name.starts_with(".") || name == "node_modules") {
          walk.disable_recursion_pending();
        } else if (!entry.is_symlink(ignored) && ::access(entry.path().c_str(), R_OK | X_OK) != 0) {
          fault(entry.path().string(), "permission denied");
          walk.disable_recursion_pending();
        }
      } else if (!name.starts_with(".") && known_format_of_path(name)) {
        found.push_back(entry.path().string());
      } else if (name == interview_file_name && !excluded(entry.path().string()) &&
                 known.insert(absolute_path(entry.path().string())).second) {
        files.facts.push_back(entry.path().string());
      }
      walk.increment(error);
      if (error) fault(path, "a folder below it can't be read; what is left of it was not checked");
    }
    std::sort(found.begin(), found.end());
    std::erase_if(found, excluded);
    files.notes.insert(files.notes.end(), found.begin(), found.end());
  }
  std::sort(files.facts.begin(), files.facts.end());
  return files;
}

std::string read_standard_input(std::string& fault) {
  std::string text;
  char buffer[1 << 16];
  for (;;) {
    ssize_t got = ::read(STDIN_FILENO, buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      fault = "can't be read";
      return {};
    }
    if (got == 0) break;
    text.append(buffer, static_cast<std::size_t>(got));
  }
  fault = text_fault(text);
  return text;
}

}  // namespace afterword::cli
