// The folders of the setting `facts:`, where interview.yaml files lie that hold for notes elsewhere: a mail draft is
// written in a temporary folder. Belongs to a DocumentJudge, on its thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/session/workspace.h"

namespace afterword {

class FactsFolders {
 public:
  explicit FactsFolders(Workspace& workspace) : workspace_(workspace) {}

  /// As the user wrote them; a leading ~ is the home folder, a path that is not absolute is passed over.
  void set(const std::vector<std::string>& folders);
  /// Looks for files that have come or gone. Not for each key stroke.
  void look_again();
  /// One of the files says something else now, in the editor.
  void forget() { known_.reset(); }

  /// The one file whose people the note is to, by its recipient, by the mail that it answers or by its greeting; null
  /// where none is, or more than one.
  std::shared_ptr<const InterviewFile> file_for(const Note& note);

 private:
  struct Place {
    std::string path, folder;
  };
  /// What a note said of its addressee when it was last asked for, and the file that this led to: a key stroke seldom
  /// changes it, and comparing costs less than looking through all files.
  struct Known {
    std::string addressee;
    std::optional<Place> place;
  };
  Workspace& workspace_;
  std::vector<std::string> folders_;
  std::vector<Place> places_;
  std::optional<Known> known_;
};

}  // namespace afterword
