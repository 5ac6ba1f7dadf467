#include "server/session/globs.h"

#include <cstdint>

namespace afterword {

namespace {

class Matcher {
 public:
  Matcher(std::string_view glob, std::string_view path)
      : glob_(glob), path_(path), failed_((glob.size() + 1) * (path.size() + 1)) {}

  bool match(std::size_t g, std::size_t p) {
    if (failed_[g * (path_.size() + 1) + p]) return false;
    if (step(g, p)) return true;
    failed_[g * (path_.size() + 1) + p] = true;  // each pair is tried once
    return false;
  }

 private:
  bool step(std::size_t g, std::size_t p) {
    if (g == glob_.size()) return p == path_.size();
    if (glob_.substr(g, 3) == "**/") {
      if (match(g + 3, p)) return true;
      for (std::size_t i = p; i < path_.size(); ++i)
        if (path_[i] == '/' && match(g + 3, i + 1)) return true;
      return false;
    }
    if (glob_.substr(g, 2) == "**") {
      for (std::size_t i = p; i <= path_.size(); ++i)
        if (match(g + 2, i)) return true;
      return false;
    }
    if (glob_[g] == '*') {
      for (std::size_t i = p;; ++i) {
        if (match(g + 1, i)) return true;
        if (i >= path_.size() || path_[i] == '/') return false;
      }
    }
    if (p == path_.size()) return false;
    if (glob_[g] == '?') return path_[p] != '/' && match(g + 1, p + 1);
    if (glob_[g] == '[') {
      auto close = glob_.find(']', g + 1);
      if (close != std::string_view::npos) {
        bool negated = glob_[g + 1] == '!' || glob_[g + 1] == '^';
        std::string_view set = glob_.substr(g + 1 + negated, close - g - 1 - negated);
        return in_set(set, path_[p]) != negated && path_[p] != '/' && match(close + 1, p + 1);
      }
    }
    if (glob_[g] == '\\' && g + 1 < glob_.size()) ++g;
    return glob_[g] == path_[p] && match(g + 1, p + 1);
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

  std::string_view glob_, path_;
  std::vector<bool> failed_;
};

}  // namespace

bool glob_matches(std::string_view glob, std::string_view path) {
  if (glob.substr(0, 2) == "./") glob.remove_prefix(2);
  return Matcher(glob, path).match(0, 0);
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
