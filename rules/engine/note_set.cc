#include "rules/engine/note_set.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "rules/note/personal_names.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

/// Of a phrase that very many notes share only so many holders are looked at: a copy of a whole sentence shares other
/// keys too, and rarer ones.
constexpr std::size_t most_holders = 64;

std::string_view folder_of(std::string_view path) {
  return path.substr(0, path.rfind('/') + 1);  // empty where there is no slash
}

}  // namespace

std::string_view without_backup_mark(std::string_view path) {
  for (std::string_view mark : {"~", ".bak", ".orig", ".old", ".swp"})
    if (path.ends_with(mark)) path.remove_suffix(mark.size());
  return path;
}

void NoteSet::put(const std::string& path, std::shared_ptr<const NotePrint> print) {
  const auto [at, fresh] = by_path_.try_emplace(path, 0);
  if (fresh) {
    if (free_.empty()) {
      free_.push_back(static_cast<Id>(entries_.size()));
      entries_.emplace_back();
    }
    at->second = free_.back();
    free_.pop_back();
    entries_[at->second].path = &at->first;
  }
  Entry& entry = entries_[at->second];
  static const std::vector<std::uint32_t> none;
  const auto& held = entry.print ? entry.print->keys : none;
  // While somebody types all keys but those of one sentence stay.
  std::vector<std::uint32_t> gone, come;
  std::set_difference(held.begin(), held.end(), print->keys.begin(), print->keys.end(), std::back_inserter(gone));
  std::set_difference(print->keys.begin(), print->keys.end(), held.begin(), held.end(), std::back_inserter(come));
  for (const std::uint32_t key : gone) remove_key(key, at->second);
  for (const std::uint32_t key : come) holders_.emplace(key, at->second);
  entry.print = std::move(print);
}

void NoteSet::remove(std::string_view path) {
  const auto at = by_path_.find(path);
  if (at == by_path_.end()) return;
  Entry& entry = entries_[at->second];
  for (const std::uint32_t key : entry.print->keys) remove_key(key, at->second);
  entry = {};
  free_.push_back(at->second);
  by_path_.erase(at);
}

void NoteSet::clear() {
  by_path_.clear();
  entries_.clear();
  free_.clear();
  holders_.clear();
}

const NotePrint* NoteSet::find(std::string_view path) const {
  const auto at = by_path_.find(path);
  return at == by_path_.end() ? nullptr : entries_[at->second].print.get();
}

void NoteSet::remove_key(std::uint32_t key, Id id) {
  for (auto [at, end] = holders_.equal_range(key); at != end; ++at)
    if (at->second == id) {
      holders_.erase(at);
      return;
    }
}

void NoteSet::add_holders(const NotePrint& print, const PrintSentence& sentence, std::vector<Id>& ids) const {
  std::vector<std::uint32_t> keys;
  append_keys(print, sentence, keys);
  for (const std::uint32_t key : keys) {
    auto at = holders_.find(key);
    for (std::size_t seen = 0; at != holders_.end() && at->first == key && seen < most_holders; ++at, ++seen)
      ids.push_back(at->second);
  }
  std::sort(ids.begin(), ids.end(), [this](Id a, Id b) { return a != b && *entries_[a].path < *entries_[b].path; });
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

bool NoteSet::has_note_to(const Person& person, std::string_view folder) const {
  if (!person.email.empty() && holders_.contains(addressee_key(fold(person.email)))) return true;
  if (person.name.find(' ') != std::string::npos && holders_.contains(addressee_key(person.name))) return true;
  const std::string below = folder.empty() || folder.ends_with('/') ? std::string(folder) : std::string(folder) + '/';
  for (auto at = by_path_.lower_bound(below); at != by_path_.end() && at->first.starts_with(below); ++at)
    for (const std::string& name : entries_[at->second].print->names)
      if (may_be_same_name(name, person.name) || may_be_same_name(person.name, name)) return true;
  return false;
}

std::vector<NoteSet::Copy> NoteSet::copies(std::string_view path, const NotePrint& print, const PrintSentence& sentence,
                                           std::size_t most) const {
  std::vector<Id> ids;
  add_holders(print, sentence, ids);
  std::vector<Copy> found;
  const std::string_view folder = folder_of(path), name = without_backup_mark(path);
  for (const Id id : ids) {
    const Entry& entry = entries_[id];
    const auto& others = entry.print->sentences;
    const auto there = std::find_if(others.begin(), others.end(), [&](const PrintSentence& other) {
      return is_copy(print, sentence, *entry.print, other);
    });
    if (there == others.end() || without_backup_mark(*entry.path) == name || !to_different_people(print, *entry.print))
      continue;
    const bool near = folder_of(*entry.path) == folder;
    found.push_back({entry.path, entry.print.get(), &*there, may_be_for_different_houses(print, *entry.print, near)});
    if (found.size() == most) break;
  }
  return found;
}

}  // namespace afterword
