// The notes around an open one: those in the editor as they stand there, the others of the workspace as they lie on the
// disk. Belongs to a DocumentJudge, on its thread; the disk is read by search_notes() on another.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "rules/engine/note_set.h"
#include "server/session/configuration.h"
#include "server/session/files.h"

namespace afterword {

/// What a print was made of: made of the same, it is the same.
struct NoteStamp {
  FileStamp file;
  std::uint64_t around = 0;  ///< hash of the facts, and of which files are notes by the settings
  bool operator==(const NoteStamp&) const = default;
};

/// What search_notes() goes by: all its own, for another thread.
struct NoteSearch {
  std::vector<std::string> roots;
  Configuration settings;                                          ///< of the editor
  std::map<std::string, std::shared_ptr<const std::string>> open;  ///< our own files as the editor has them
  std::map<std::string, NoteStamp> known;                          ///< what was read earlier
  std::shared_ptr<const std::atomic<bool>> stop;                   ///< true: the answer is not wanted any more
};

struct NotesFound {
  struct File {
    std::string path;
    NoteStamp stamp;
    std::shared_ptr<const NotePrint> print;  ///< null: no note
  };
  std::vector<File> changed;
  std::vector<std::string> gone;
  std::map<std::string, std::vector<std::string>> companies;  ///< by the interview.yaml that names them
  bool complete = false;                                      ///< all of the workspace was seen
};

/// Walks the roots for notes that have come, changed or gone: Markdown, text and mail, no links, no hidden folders, up
/// to 20,000 files of 256 KiB. Facts and settings hold as they do for an open note.
NotesFound search_notes(const NoteSearch& search);

class Companions {
 public:
  /// What is told of a note: the beginning of its sentence and where that stands as well.
  using Outcome = std::vector<std::pair<std::size_t, std::string>>;

  const NoteSet& set() const { return set_; }
  /// All notes of the workspace are known, so that one that is not there is missing.
  bool complete() const { return complete_; }

  /// An open document has been judged; null: it is no note.
  void judged(const std::string& name, const std::shared_ptr<const NotePrint>& print);
  /// It is closed: what lies on the disk counts again, once it is read.
  void closed(const std::string& name);
  /// What a search found; open documents stay as the editor has them.
  void take(NotesFound found, const std::function<bool(const std::string& path)>& is_open);
  const std::map<std::string, NoteStamp>& known() const { return known_; }
  /// The next search reads all of the disk again.
  void distrust_disk() {
    for (auto& [path, stamp] : known_) stamp = {};
  }
  /// The folders are others.
  void forget_disk() { complete_ = false; }

  Outcome outcome(const std::string& name, const NotePrint& print) const;
  static Outcome outcome(const std::vector<NoteSet::PassedOn>& passed_on);
  /// What has changed since the last call.
  struct Changes {
    std::vector<std::uint32_t> keys;  ///< sorted; see NoteSet::put()
    bool companies = false;           ///< some are known now, or no more
    bool people = false;              ///< somebody has a note now, or has none any more
    bool concern(const NotePrint& print) const;
  };
  Changes take_changes();

 private:
  NoteSet set_;
  std::map<std::string, NoteStamp> known_;
  std::map<std::string, std::vector<std::string>> companies_;  // of the files of facts
  Changes changes_;                                            // its keys in any order, some of them twice
  bool complete_ = false;
};

}  // namespace afterword
