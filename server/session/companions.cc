#include "server/session/companions.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <utility>

#include "rules/model/standard.h"
#include "rules/note/hash.h"
#include "server/session/globs.h"
#include "server/session/workspace.h"

namespace afterword {

namespace {

namespace fs = std::filesystem;

// A home folder opened as a workspace must not be walked to its last file, nor a download be read for a note.
constexpr std::size_t most_files = 20000, most_entries = 200000, most_bytes = 256u << 10;
constexpr int most_levels = 16;

/// One search, on the thread that it was started on.
class Search {
 public:
  explicit Search(const NoteSearch& search) : search_(search) {
    workspace_.set_roots(search.roots);
    workspace_.set_open_text([this](const std::string& path) {
      const auto open = search_.open.find(path);
      return open == search_.open.end() ? nullptr : open->second;
    });
  }

  NotesFound run() {
    found_.complete = true;
    for (const std::string& root : search_.roots) walk(root);
    if (found_.complete)
      for (const auto& [path, stamp] : search_.known)
        if (!seen_.contains(path)) found_.gone.push_back(path);
    return std::move(found_);
  }

 private:
  bool is_stopped() const { return search_.stop && *search_.stop; }

  void walk(const std::string& root) {
    std::error_code error;
    fs::recursive_directory_iterator at(root, fs::directory_options::skip_permission_denied, error), end;
    for (; !error && at != end; at.increment(error)) {
      if (is_stopped() || ++entries_ > most_entries || seen_.size() >= most_files) {
        found_.complete = false;
        return;
      }
      std::error_code ignored;
      const std::string name = at->path().filename().string();
      if (at->is_symlink(ignored)) continue;
      if (at->is_directory(ignored)) {
        if (name.starts_with(".") || name == "node_modules" || at.depth() + 1 >= most_levels)
          at.disable_recursion_pending();
      } else if (!name.starts_with(".") && known_format_of_path(name) && at->is_regular_file(ignored)) {
        look_at(at->path().string());
      } else if (name == interview_file_name && at->is_regular_file(ignored)) {
        take_facts(at->path().string());
      }
    }
    if (error) found_.complete = false;
  }

  void take_facts(const std::string& path) {
    const auto file = workspace_.interview_file_at(path, workspace_.root_of(path));
    if (file) found_.companies[path] = afterword::companies_of(*file);
  }

  void look_at(const std::string& path) {
    if (!seen_.insert(path).second) return;
    const Around& around = around_of(path);
    const NoteStamp stamp{stamp_of(path), around.hash};
    if (const auto known = search_.known.find(path); known != search_.known.end() && known->second == stamp) return;
    found_.changed.push_back({path, stamp, print_of(path, around)});
  }

  /// What holds for all files of a folder.
  struct Around {
    std::string project_folder;
    Configuration settings;
    std::shared_ptr<const InterviewFile> facts;
    std::uint64_t hash = 0;  // of what a print depends on
  };

  const Around& around_of(const std::string& path) {
    const auto [at, fresh] = around_.try_emplace(std::string(folder_of(path)));
    Around& made = at->second;
    if (!fresh) return made;
    const auto project = workspace_.configuration(path);
    made.project_folder = project->folder;
    made.settings = merged(project->values, search_.settings);
    made.facts = workspace_.interview_file(path);
    std::string all = project->folder;
    for (const auto* globs : {&made.settings.notes, &made.settings.exclude})
      for (const std::string& glob : *globs)
        all.append("\n").append(globs == &made.settings.notes ? "+" : "-").append(glob);
    if (made.facts) all.append("\n").append(made.facts->path).append("\n").append(made.facts->text);
    made.hash = hash_of(all);
    return made;
  }

  std::shared_ptr<const NotePrint> print_of(const std::string& path, const Around& around) {
    const Configuration& settings = around.settings;
    std::string relative = workspace_.relative(path);
    if (!around.project_folder.empty() && path.starts_with(around.project_folder + "/"))
      relative = path.substr(around.project_folder.size() + 1);
    if (!settings.exclude.empty() && excludes(settings.exclude, relative)) return nullptr;
    FileText read = read_text_file(path, most_bytes);
    if (!read.fault.empty()) return nullptr;
    const Checker& checker = standard_checker();
    const Note note =
        Note::parse(std::make_shared<const std::string>(std::move(read.text)), format_of_path(path), checker.reader());
    Request request;
    request.named_as_note = settings.names_a_note(relative);
    return checker.print(note, facts_of(note, around.facts.get()), request);
  }

  const NoteSearch& search_;
  Workspace workspace_;
  NotesFound found_;
  std::set<std::string> seen_;
  std::map<std::string, Around> around_;  // by folder
  std::size_t entries_ = 0;
};

}  // namespace

NotesFound search_notes(const NoteSearch& search) { return Search(search).run(); }

void Companions::judged(const std::string& name, const std::shared_ptr<const NotePrint>& print) {
  const NotePrint* before = set_.find(name);
  if (!print && !before) return;
  changes_.people = changes_.people || !print || !before || print->addressees != before->addressees ||
                    print->by_email != before->by_email;
  changes_.companies = changes_.companies || !print || !before || print->houses != before->houses;
  const auto keys = print ? set_.put(name, print) : set_.remove(name);
  changes_.keys.insert(changes_.keys.end(), keys.begin(), keys.end());
}

void Companions::closed(const std::string& name) {
  known_.erase(name);
  if (!stamp_of(name).exists()) judged(name, nullptr);
}

void Companions::take(NotesFound found, const std::function<bool(const std::string&)>& is_open) {
  for (NotesFound::File& file : found.changed) {
    known_[file.path] = file.stamp;
    if (!is_open(file.path)) judged(file.path, file.print);
  }
  for (const std::string& path : found.gone) {
    known_.erase(path);
    if (!is_open(path)) judged(path, nullptr);
  }
  if (found.complete && found.companies != companies_) {
    for (const auto& [path, companies] : companies_)
      if (!found.companies.contains(path)) set_.put_facts(path, {});
    for (const auto& [path, companies] : found.companies) set_.put_facts(path, companies);
    companies_ = std::move(found.companies);
    changes_.companies = true;
  }
  if (found.complete != complete_) changes_.people = true;
  complete_ = found.complete;
}

Companions::Outcome Companions::outcome(const std::string& name, const NotePrint& print) const {
  return outcome(set_.passed_on(name, print));
}

Companions::Outcome Companions::outcome(const std::vector<NoteSet::PassedOn>& passed_on) {
  Outcome made;
  for (const NoteSet::PassedOn& one : passed_on)
    for (const NoteSet::Copy& copy : one.copies) made.emplace_back(one.sentence->span.begin, *copy.path);
  return made;
}

Companions::Changes Companions::take_changes() {
  std::sort(changes_.keys.begin(), changes_.keys.end());
  return std::exchange(changes_, {});
}

bool Companions::Changes::concern(const NotePrint& print) const {
  auto at = keys.begin();
  for (const std::uint32_t key : print.keys) {
    at = std::lower_bound(at, keys.end(), key);
    if (at == keys.end()) return false;
    if (*at == key) return true;
  }
  return false;
}

}  // namespace afterword
