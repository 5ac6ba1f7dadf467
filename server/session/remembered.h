// Rules that the user wants silent in one note, where the note itself can't say so: nothing is ever written into
// mail or into text without front matter, since the reader would receive it. Kept in a file of this machine, by a
// hash of recipient and subject, else of the path; no text of a note is stored.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "rules/note/facts.h"
#include "server/session/files.h"

namespace afterword {

class RememberedIgnores {
 public:
  /// `folder` is created when something is remembered; empty keeps everything in memory.
  explicit RememberedIgnores(std::string folder) : folder_(std::move(folder)) {}

  /// The rules silent in the note of that key. Looks at the file's stamp.
  const std::set<std::string>& of(const std::string& key);
  /// False where the file can't be written; the ignore then holds until the program ends.
  bool remember(const std::string& key, const std::string& rule);
  /// The same without the file, for what has no name beyond this session.
  void remember_for_now(const std::string& key, const std::string& rule) { by_key_[key].insert(rule); }

  /// A key for a note: recipient and subject where it has both, else its path.
  static std::string key_of(const Facts& facts, std::string_view path);

 private:
  /// Reads the file when it is not what was read last: another editor's server may have written.
  void load();
  std::string file() const { return folder_ + "/ignored"; }

  std::string folder_;
  FileStamp read_;
  std::map<std::string, std::set<std::string>> by_key_;
};

/// $XDG_STATE_HOME/afterword, or ~/.local/state/afterword; empty where neither is known.
std::string state_folder();

}  // namespace afterword
