#include "server/session/workspace.h"

#include <algorithm>
#include <climits>
#include <cstdlib>
#include <filesystem>

#include <fmt/format.h>

#include "rules/checks/catalog.h"
#include "rules/engine/fact_faults.h"
#include "rules/note/unicode.h"
#include "rules/phrases/own.h"

namespace afterword {

namespace {

bool within(std::string_view path, std::string_view folder) {
  if (folder == "/") return true;
  return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

std::string resolved(const std::string& path) {
  char buffer[PATH_MAX];
  return ::realpath(path.c_str(), buffer) ? std::string(buffer) : std::string();
}

constexpr std::string_view facts_invalid_id = "facts-invalid";

}  // namespace

FileText read_inside(const std::string& path, const std::string& root) {
  const std::string real = resolved(path), real_root = resolved(root);
  if (real.empty()) return {{}, "can't be read"};
  if (!real_root.empty() && !within(real, real_root))
    return {{}, "is not read, since the link leads out of the project"};
  return read_text_file(real, most_yaml_bytes);
}

std::string expanded_path(const std::string& path) {
  const char* home = std::getenv("HOME");
  if (path == "~" || path.starts_with("~/")) return home ? absolute_path(home + path.substr(1)) : std::string();
  return path.starts_with('/') ? absolute_path(path) : std::string();
}

std::string Workspace::root_of(std::string_view path) const {
  std::string_view best;
  for (const std::string& root : roots_)
    if (within(path, root) && root.size() > best.size()) best = root;
  return std::string(best.empty() ? folder_of(path) : best);
}

bool Workspace::holds(std::string_view path) const {
  return std::any_of(roots_.begin(), roots_.end(), [&](const std::string& root) { return within(path, root); });
}

std::string Workspace::relative(std::string_view path) const {
  std::string root = root_of(path);
  if (!within(path, root)) return std::string(path);
  return std::string(path.substr(root == "/" ? 1 : root.size() + 1));
}

template <typename T, typename Make>
std::shared_ptr<const T> Workspace::load(const std::string& path, const std::string& root,
                                         std::map<std::string, Cached<T>>& cache, Make make) {
  auto open = open_text_ ? open_text_(path) : nullptr;
  FileStamp stamp = open ? FileStamp{} : stamp_of(path);
  if (!open && !stamp.exists()) return nullptr;
  Cached<T>& cached = cache[path];
  if (cached.value && cached.open == open && cached.stamp == stamp) return cached.value;
  FileText read = open ? FileText{*open, {}} : read_inside(path, root);
  cached = {stamp, open, make(path, std::move(read))};
  return cached.value;
}

template <typename T, typename Make>
std::shared_ptr<const T> Workspace::nearest(const std::string& path, std::string_view name,
                                            std::map<std::string, Cached<T>>& cache, Make make) {
  std::string root = root_of(path);
  for (std::string folder(folder_of(path)); !folder.empty(); folder = folder_of(folder)) {
    if (auto found = load<T>((folder == "/" ? "" : folder) + "/" + std::string(name), root, cache, make)) return found;
    if (folder == root || folder == "/") break;
  }
  return nullptr;
}

namespace {

std::shared_ptr<const InterviewFile> make_interview_file(const std::string& path, FileText read) {
  InterviewFile made = read_interview_file(path, std::move(read.text));
  if (!read.fault.empty()) made.fields.fault = std::move(read.fault);
  return std::make_shared<const InterviewFile>(std::move(made));
}

ProjectConfiguration read_project(const std::string& path, const FileText& read) {
  ProjectConfiguration made;
  made.path = path;
  made.folder = folder_of(path);
  made.text = read.text;
  made.values = read_configuration(read.text, made.faults);
  if (!read.fault.empty()) made.faults.push_back({0, {}, read.fault});
  return made;
}

/// Reads the phrases that the project's file names; what is wrong with them is told where it names them.
void read_phrases(ProjectConfiguration& project, const std::string& root) {
  const auto report = [&](const std::string& name, std::string message) {
    const std::size_t at = project.text.find(name);
    const Span place = at == std::string::npos ? Span{} : Span{at, at + name.size()};
    project.faults.push_back({line_of(project.text, place.begin), place, std::move(message)});
  };
  project.phrases = read_phrase_files(project.values.phrases, {project.folder, root}, report);
  if (!project.phrases.phrases.empty()) project.values.rules.book = phrases::book_with(project.phrases.phrases);
}

}  // namespace

void Workspace::forget() {
  interviews_.clear();
  configurations_.clear();
}

std::shared_ptr<const InterviewFile> Workspace::interview_file(const std::string& path) {
  return nearest<InterviewFile>(path, interview_file_name, interviews_, make_interview_file);
}

std::shared_ptr<const InterviewFile> Workspace::interview_file_at(const std::string& path, const std::string& root) {
  return load<InterviewFile>(path, root, interviews_, make_interview_file);
}

std::shared_ptr<const ProjectConfiguration> Workspace::configuration(const std::string& path) {
  static const auto nothing = std::make_shared<const ProjectConfiguration>();
  const auto make = [&](const std::string& at, const FileText& read) {
    const auto made = std::make_shared<ProjectConfiguration>(read_project(at, read));
    read_phrases(*made, root_of(at));
    return std::shared_ptr<const ProjectConfiguration>(made);
  };
  auto found = nearest<ProjectConfiguration>(path, configuration_file_name, configurations_, make);
  if (found && found->phrases.are_outdated()) {
    configurations_.erase(found->path);
    found = nearest<ProjectConfiguration>(path, configuration_file_name, configurations_, make);
  }
  return found ? found : nothing;
}

std::vector<ConfigurationFault> faults_of(const InterviewFile& file, const RuleSettings& settings) {
  const Fields& fields = file.fields;
  std::vector<ConfigurationFault> faults;
  if (!fields.fault.empty()) faults.push_back({0, fields.fault_span, fields.fault});
  if (file.text.empty()) return faults;  // it could not be opened
  if (!faults.empty()) faults[0].rule = facts_invalid_id;
  const auto set = settings.severity.find(facts_invalid_id);
  const Severity severity = set == settings.severity.end() ? Severity::error : set->second;
  if (severity != Severity::off)
    for (FactFault& fault : fact_faults(fields.entries, in_file, {all_rules(), settings.custom.get()}))
      faults.push_back({0, fault.span, std::move(fault.message), std::move(fault.instead), facts_invalid_id, severity});
  put_in_order(faults, file.text);
  return faults;
}

std::vector<Finding> findings_of(std::vector<ConfigurationFault> faults) {
  std::vector<Finding> findings;
  for (ConfigurationFault& fault : faults) {
    Finding& made = findings.emplace_back();
    made.rule = fault.rule;
    made.severity = fault.severity;
    made.span = fault.span;
    made.message = std::move(fault.message);
    for (std::string& instead : fault.instead) {
      Fix& fix = made.fixes.emplace_back();
      fix.title = "Write " + instead;
      fix.preferred = fault.instead.size() == 1;
      fix.edits.push_back({fault.span, std::move(instead), ""});
    }
  }
  return findings;
}

std::string repository_above(std::string folder) {
  while (!folder.empty()) {
    if (stamp_of((folder == "/" ? "" : folder) + "/.git").exists()) return folder;
    if (folder == "/") break;
    folder = folder_of(folder);
  }
  return {};
}

std::string absolute_path(std::string_view path) {
  std::error_code error;
  auto absolute = std::filesystem::absolute(std::filesystem::path(path), error);
  return error ? std::string(path) : absolute.lexically_normal().string();
}

}  // namespace afterword
