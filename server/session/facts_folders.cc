#include "server/session/facts_folders.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <utility>

namespace afterword {

namespace {

namespace fs = std::filesystem;

// Folders of jobs hold a folder a firm, and perhaps one a year above it; a home folder named by mistake must not be
// walked to its last file.
constexpr int most_levels = 3;
constexpr std::size_t most_folders = 2000, most_files = 200;

/// Clocks of file systems tick in steps of up to two seconds (FAT); what changes within one leaves the same stamp.
constexpr std::int64_t one_tick = 2;

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

FactsFolders::Listing FactsFolders::read_listing(const std::string& folder, const FileStamp& stamp) {
  Listing made;
  made.stamp = stamp;
  const std::int64_t now =
      std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code ignored;
    const std::string name = entry->path().filename().string();
    if (!entry->is_directory(ignored))
      made.holds_facts = made.holds_facts || name == interview_file_name;
    else if (!name.starts_with(".") && !entry->is_symlink(ignored) && made.folders.size() < most_folders)
      made.folders.push_back(entry->path().string());
  }
  made.settled = !error && stamp.exists() && stamp.seconds + one_tick < now;
  return made;
}

void FactsFolders::set(const std::vector<std::string>& folders) {
  folders_.clear();
  for (const std::string& folder : folders) {
    std::string path = expanded_path(folder);
    while (path.size() > 1 && path.back() == '/') path.pop_back();
    if (!path.empty()) folders_.push_back(std::move(path));
  }
  look_again();
}

void FactsFolders::look_again() {
  forget();
  places_.clear();
  std::map<std::string, Listing> before = std::exchange(listings_, {});
  for (const std::string& folder : folders_) {
    std::size_t left = most_folders;
    look_in(folder, folder, most_levels, left, before);
  }
  std::sort(places_.begin(), places_.end(), [](const Place& a, const Place& b) { return a.path < b.path; });
  const auto same = [](const Place& a, const Place& b) { return a.path == b.path; };
  places_.erase(std::unique(places_.begin(), places_.end(), same), places_.end());
}

void FactsFolders::look_in(const std::string& folder, const std::string& root, int levels, std::size_t& left,
                           std::map<std::string, Listing>& before) {
  if (levels == 0 || left == 0) return;
  --left;
  const auto [place, is_new] = listings_.try_emplace(folder);  // one of the user's folders may lie in another
  Listing& listing = place->second;
  if (is_new) {
    const FileStamp stamp = stamp_of(folder);
    const auto known = before.find(folder);
    const bool holds = known != before.end() && known->second.settled && known->second.stamp == stamp;
    listing = holds ? std::move(known->second) : read_listing(folder, stamp);
  }
  if (listing.holds_facts && places_.size() < most_files)
    places_.push_back({(folder == "/" ? "" : folder) + "/" + std::string(interview_file_name), root});
  // A reference into a map stays good while the map grows.
  for (const std::string& inner : listing.folders) look_in(inner, root, levels - 1, left, before);
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
