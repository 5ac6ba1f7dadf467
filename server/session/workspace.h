// The files around a note: which interview.yaml and which .afterword.yaml hold for it. Reads them when they changed
// on disk; text that is open in an editor wins. Nothing outside the workspace is read, symbolic links resolved.
// One a session or worker thread, not shared.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "rules/note/facts.h"
#include "server/session/configuration.h"
#include "server/session/files.h"
#include "server/session/phrase_files.h"

namespace afterword {

inline constexpr std::string_view interview_file_name = "interview.yaml";
inline constexpr std::string_view configuration_file_name = ".afterword.yaml";

/// A project's configuration file as read.
struct ProjectConfiguration {
  std::string path;    ///< empty where there is none
  std::string folder;  ///< paths in it, and `notes:` globs, are relative to this
  std::string text;
  Configuration values;
  std::vector<ConfigurationFault> faults;
  PhraseFiles phrases;
};

class Workspace {
 public:
  /// The text of a file as an editor holds it, if it does.
  using OpenText = std::function<std::shared_ptr<const std::string>(const std::string& path)>;

  /// Absolute folders; a file in none of them has its own folder for a workspace.
  void set_roots(std::vector<std::string> roots) { roots_ = std::move(roots); }
  const std::vector<std::string>& roots() const { return roots_; }
  /// All files are read again when they are next asked for.
  void forget();
  void set_open_text(OpenText open_text) { open_text_ = std::move(open_text); }

  /// The root that holds the file: the innermost one, or its own folder.
  std::string root_of(std::string_view path) const;
  /// Whether the file lies in one of the workspace's folders.
  bool holds(std::string_view path) const;
  /// `path` relative to its root.
  std::string relative(std::string_view path) const;

  /// The nearest interview.yaml of the file's folder or a parent up to the root; null where there is none. One that
  /// can't be read holds nothing but the fault that says why.
  std::shared_ptr<const InterviewFile> interview_file(const std::string& path);
  /// The interview.yaml at `path` itself, unless links lead out of the folder `root`; null where there is none.
  std::shared_ptr<const InterviewFile> interview_file_at(const std::string& path, const std::string& root);
  /// The nearest .afterword.yaml likewise; never null.
  std::shared_ptr<const ProjectConfiguration> configuration(const std::string& path);

 private:
  template <typename T>
  struct Cached {
    FileStamp stamp;
    std::shared_ptr<const std::string> open;  // the editor's text it was made of, if any
    std::shared_ptr<const T> value;
  };
  template <typename T, typename Make>
  std::shared_ptr<const T> nearest(const std::string& path, std::string_view name,
                                   std::map<std::string, Cached<T>>& cache, Make make);
  /// Null where neither the disk nor an editor has it.
  template <typename T, typename Make>
  std::shared_ptr<const T> load(const std::string& path, const std::string& root,
                                std::map<std::string, Cached<T>>& cache, Make make);

  std::vector<std::string> roots_;
  OpenText open_text_;
  std::map<std::string, Cached<InterviewFile>> interviews_;
  std::map<std::string, Cached<ProjectConfiguration>> configurations_;
};

/// What is wrong with an interview.yaml; empty if nothing. How grave a wrong fact is, the settings say.
std::vector<ConfigurationFault> faults_of(const InterviewFile& file, const RuleSettings& settings);

/// The faults as findings at their places in the file.
std::vector<Finding> findings_of(std::vector<ConfigurationFault> faults);

/// The nearest folder above (or equal to) `folder` that holds .git; empty if there is none.
std::string repository_above(std::string folder);
/// A file of the workspace, unless links lead out of `root`.
FileText read_inside(const std::string& path, const std::string& root);
/// Of a path as a user writes it in settings, ~ for the home folder; empty where it is relative.
std::string expanded_path(const std::string& path);
/// Absolute, ". and ".." resolved, links left; the path itself where that fails.
std::string absolute_path(std::string_view path);

}  // namespace afterword
