// The folders of the setting `facts:`, where interview.yaml files lie that hold for notes elsewhere: a mail draft is
// written in a temporary folder. Belongs to a DocumentJudge, on its thread.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/session/files.h"
#include "server/session/workspace.h"

namespace afterword {

class FactsFolders {
 public:
  explicit FactsFolders(Workspace& workspace) : workspace_(workspace) {}

  /// As the user wrote them; a leading ~ is the home folder, a path that is not absolute is passed over.
  void set(const std::vector<std::string>& folders);
  /// Looks for files that have come or gone, at each open: reads the folders that have changed, and asks of the others
  /// only whether they have.
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
  /// What stands in one folder. Its stamp changes when something in it comes, goes or is called otherwise; whether a
  /// file says something else now is for the Workspace to see.
  struct Listing {
    FileStamp stamp;
    bool settled = false;  ///< read whole, and so long after its last change that the next one shows in its stamp
    bool holds_facts = false;
    std::vector<std::string> folders;  ///< paths, links and hidden ones left out
  };
  static Listing read_listing(const std::string& folder, const FileStamp& stamp);
  /// Down to `levels` folders, of which `left` may still be looked into; takes over from `before` what holds.
  void look_in(const std::string& folder, const std::string& root, int levels, std::size_t& left,
               std::map<std::string, Listing>& before);

  Workspace& workspace_;
  std::vector<std::string> folders_;
  std::map<std::string, Listing> listings_;  // by path
  std::vector<Place> places_;
  std::optional<Known> known_;
};

}  // namespace afterword
