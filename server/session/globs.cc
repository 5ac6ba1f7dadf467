#include "server/session/globs.h"

#include <algorithm>
#include <utility>

namespace afterword {

namespace {

/// Reads the glob once, part by part, and keeps at which places of the path a part may end. Each part that takes a
/// character moves them all on, so none is left after as many as the path has bytes; stars that add nothing to those
/// before them are passed over.
class Matcher {
 public:
  explicit Matcher(std::string_view path) : path_(path), reached_(path.size() + 1) { reached_[0] = true; }

  bool match(std::string_view glob) {
    while (!glob.empty() && !lost_) glob.remove_prefix(take(glob));
    return reached_.back();
  }

 private:
  /// Takes the glob's first part and returns its length.
  std::size_t take(std::string_view glob) {
    if (glob.starts_with("**/")) return folders(), 3;
    if (glob.starts_with("**")) return anything(), 2;
    if (glob[0] == '*') return name(), 1;
    if (glob[0] == '?') return one([](char c) { return c != '/'; }), 1;
    if (glob[0] == '[') {
      if (auto close = glob.find(']', 1); close != std::string_view::npos) {
        const bool negated = glob[1] == '!' || glob[1] == '^';
        const std::string_view set = glob.substr(1 + negated, close - 1 - negated);
        one([&](char c) { return c != '/' && in_set(set, c) != negated; });
        return close + 1;
      }
    }
    const std::size_t escape = glob[0] == '\\' && glob.size() > 1 ? 1 : 0;
    one([&](char c) { return c == glob[escape]; });
    return escape + 1;
  }

  /// "**" and a slash: no folder, or any number of them.
  void folders() {
    if (std::exchange(folders_, true) || anything_) return;
    bool before = false;
    for (std::size_t i = 0; i < reached_.size(); ++i) {
      const bool here = reached_[i];
      if (before && path_[i - 1] == '/') reached_[i] = true;
      before = before || here;
    }
  }
  void anything() {
    if (std::exchange(anything_, true)) return;
    std::fill(std::find(reached_.begin(), reached_.end(), true), reached_.end(), true);
  }
  /// "*": any part of a name.
  void name() {
    for (std::size_t i = 1; i < reached_.size(); ++i)
      if (reached_[i - 1] && path_[i - 1] != '/') reached_[i] = true;
  }
  template <typename F>
  void one(F fits) {
    folders_ = anything_ = false;
    lost_ = true;
    for (std::size_t i = path_.size(); i > 0; --i) {
      reached_[i] = reached_[i - 1] && fits(path_[i - 1]);
      lost_ = lost_ && !reached_[i];
    }
    reached_[0] = false;
  }
  static bool in_set(std::string_view set, char c) {
    for (std::size_t i = 0; i < set.size(); ++i) {
      if (i + 2 < set.size() && set[i + 1] == '-') {
        if (set[i] <= c && c <= set[i + 2]) return true;
        i += 2;
      } else if (set[i] == c) {
        return true;
      }
    }
    return false;
  }

  std::string_view path_;
  std::vector<bool> reached_;  // by how many bytes of the path are taken
  bool lost_ = false;          // no place is left
  bool folders_ = false;       // since the last character folders() was done
  bool anything_ = false;      // and anything()
};

}  // namespace

bool glob_matches(std::string_view glob, std::string_view path) {
  if (glob.substr(0, 2) == "./") glob.remove_prefix(2);
  return Matcher(path).match(glob);
}

std::string glob_fault(std::string_view glob) {
  for (std::size_t i = 0; i < glob.size(); ++i) {
    if (glob[i] == '\\') {
      ++i;
    } else if (glob[i] == '[') {
      i = glob.find(']', i + 1);
      if (i == std::string_view::npos) return "its bracket is never closed";
    } else if (glob[i] == '{' && glob.find('}', i) != std::string_view::npos) {
      return "braces are not known here; write a pattern for each";
    }
  }
  return glob.empty() ? "an empty pattern names no file" : "";
}

bool excludes(const std::vector<std::string>& globs, std::string_view path) {
  for (const std::string& each : globs) {
    std::string_view glob = each;
    bool folder = !glob.empty() && glob.back() == '/';
    if (folder) glob.remove_suffix(1);
    std::string rooted(glob.find('/') == std::string_view::npos ? "**/" + std::string(glob) : std::string(glob));
    if (rooted[0] == '/') rooted.erase(0, 1);
    if (!folder && glob_matches(rooted, path)) return true;
    if (glob_matches(rooted + "/**", path)) return true;
  }
  return false;
}

}  // namespace afterword
