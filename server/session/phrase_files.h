// The files of `phrases:`, of a project or of the user's settings. Read when they changed; belongs to the thread of who
// asks.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "rules/phrases/own.h"
#include "server/session/files.h"

namespace afterword {

struct PhraseFiles {
  std::vector<phrases::OwnPhrase> phrases;
  std::vector<std::pair<std::string, FileStamp>> files;  ///< what they were read from

  /// One of the files says something else by now, has come or is gone.
  bool are_outdated() const;
};

/// Where the phrases may lie.
struct PhraseFolders {
  std::string folder;     ///< what relative paths begin in; empty: there is none
  std::string root;       ///< nothing outside of it is read, links resolved
  bool anywhere = false;  ///< the user's own settings may name a file by an absolute path or by ~
};

/// `report` is told of each fault: the file as it is named, and what is wrong with it.
PhraseFiles read_phrase_files(std::span<const std::string> names, const PhraseFolders& where,
                              const std::function<void(const std::string& name, std::string message)>& report);

}  // namespace afterword
