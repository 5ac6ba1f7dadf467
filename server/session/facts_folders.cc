#include "server/session/facts_folders.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace afterword {

namespace {

namespace fs = std::filesystem;

// Folders of jobs hold a folder a firm, and perhaps one a year above it; a home folder named by mistake must not be
// walked to its last file.
constexpr int most_levels = 3;
constexpr std::size_t most_folders = 2000, most_files = 200;

std::string expanded(const std::string& folder) {
  const char* home = std::getenv("HOME");
  if (folder == "~" || folder.starts_with("~/")) return home ? absolute_path(home + folder.substr(1)) : std::string();
  return folder.starts_with('/') ? absolute_path(folder) : std::string();
}

/// All that tells whom a note is to.
std::string addressee_of(const Note& note) {
  std::string all(note.text(note.front_matter().span));
  all += '\0';
  all += note.text(note.headers().span);
  all += '\0';
  all += note.attribution();
  all += '\0';
  if (note.greeting()) all += note.greeting()->content->text;
  return all;
}

}  // namespace

void FactsFolders::set(const std::vector<std::string>& folders) {
  folders_.clear();
  for (const std::string& folder : folders) {
    std::string path = expanded(folder);
    while (path.size() > 1 && path.back() == '/') path.pop_back();
    if (!path.empty()) folders_.push_back(std::move(path));
  }
  look_again();
}

void FactsFolders::look_again() {
  forget();
  places_.clear();
  for (const std::string& folder : folders_) {
    std::error_code error;
    fs::recursive_directory_iterator walk(folder, fs::directory_options::skip_permission_denied, error), end;
    for (std::size_t seen = 0; !error && walk != end && seen < most_folders; walk.increment(error)) {
      std::error_code ignored;
      const std::string name = walk->path().filename().string();
      if (walk->is_directory(ignored)) {
        ++seen;
        if (name.starts_with(".") || walk.depth() + 1 >= most_levels) walk.disable_recursion_pending();
      } else if (name == interview_file_name && places_.size() < most_files) {
        places_.push_back({walk->path().string(), folder});
      }
    }
  }
  std::sort(places_.begin(), places_.end(), [](const Place& a, const Place& b) { return a.path < b.path; });
}

std::shared_ptr<const InterviewFile> FactsFolders::file_for(const Note& note) {
  if (places_.empty()) return nullptr;
  std::string addressee = addressee_of(note);
  if (known_ && known_->addressee == addressee)
    return known_->place ? workspace_.interview_file_at(known_->place->path, known_->place->folder) : nullptr;
  std::shared_ptr<const InterviewFile> found;
  known_ = Known{std::move(addressee), std::nullopt};
  for (const Place& place : places_) {
    auto file = workspace_.interview_file_at(place.path, place.folder);
    if (!file || !facts_of(note, file.get()).matched) continue;
    known_->place.reset();
    if (found) return nullptr;
    known_->place = place;
    found = std::move(file);
  }
  return found;
}

}  // namespace afterword
