#include "server/session/remembered.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "rules/note/hash.h"
#include "rules/note/unicode.h"

namespace afterword {

std::string state_folder() {
  if (const char* state = std::getenv("XDG_STATE_HOME"); state && *state == '/')
    return std::string(state) + "/afterword";
  if (const char* home = std::getenv("HOME"); home && *home == '/')
    return std::string(home) + "/.local/state/afterword";
  return {};
}

std::string RememberedIgnores::key_of(const Facts& facts, std::string_view path) {
  bool named = !facts.to.empty() && facts.subject;
  std::string what = named ? "mail\n" + fold(facts.to[0].email.empty() ? facts.to[0].name : facts.to[0].email) + "\n" +
                                 fold(facts.subject->value)
                           : "path\n" + std::string(path);
  return fmt::format("{:016x}", hash_of(what));
}

void RememberedIgnores::load() {
  if (folder_.empty()) return;
  FileStamp stamp = stamp_of(file());
  if (stamp == read_) return;
  read_ = stamp;
  FileText read = read_text_file(file(), 4u << 20);
  for (std::string_view rest = read.text; !rest.empty();) {
    auto end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    auto space = line.find(' ');
    if (space == 16) by_key_[std::string(line.substr(0, space))].insert(std::string(line.substr(space + 1)));
  }
}

const std::set<std::string>& RememberedIgnores::of(const std::string& key) {
  static const std::set<std::string> none;
  load();
  auto found = by_key_.find(key);
  return found == by_key_.end() ? none : found->second;
}

bool RememberedIgnores::remember(const std::string& key, const std::string& rule) {
  load();
  by_key_[key].insert(rule);  // written also when it is known: the last try may have failed
  if (folder_.empty()) return false;
  std::error_code error;
  std::filesystem::create_directories(folder_, error);
  int fd = ::open(file().c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0) return false;
  std::string line = key + " " + rule + "\n";  // one write: two servers may append at once
  bool written = ::write(fd, line.data(), line.size()) == static_cast<ssize_t>(line.size());
  ::close(fd);
  return written;
}

}  // namespace afterword
