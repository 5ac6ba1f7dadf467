// The notes that lie side by side: which sentences of one stand in another as well. Keeps their prints, no text. Not
// for two threads at once, unless none of them changes it. Made for ten thousand notes.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/engine/note_print.h"

namespace afterword {

/// What a rule may ask of the notes around.
struct SetQuestion {
  enum class Type : std::uint8_t {
    company,   ///< is one of them, or a file of facts, about the company of that name
    email_to,  ///< did one of them go by e-mail, after an interview there, to the person of that name or address
  };
  Type type;
  std::string about;
};

class NoteSet {
 public:
  /// Where a sentence stands in another note.
  struct Copy {
    const std::string* path = nullptr;
    const NotePrint* note = nullptr;
    const PrintSentence* sentence = nullptr;
    bool other_house = false;  ///< the note may be for another company
  };

  /// What the questions about one note share.
  struct Query {
    /// Pairs of words that are still compared, some hundredths of a millisecond: notes that people write take less.
    std::size_t effort = 30'000;
    std::unordered_map<std::uint32_t, bool> different;  ///< by id: the note is for other people
  };

  /// What should stand in one note alone and stands elsewhere too.
  struct PassedOn {
    const PrintSentence* sentence = nullptr;  ///< of the note
    std::vector<Copy> copies;                 ///< at least one
    bool half = false;  ///< not the sentence alone: half of the note is the other's, and it begins there
  };

  /// The note at that path, from now on. What it was before is replaced. Gives the keys of which one has come or gone,
  /// sorted: of the other notes only those with one of them may be told something else now.
  std::vector<std::uint32_t> put(const std::string& path, std::shared_ptr<const NotePrint> print);
  std::vector<std::uint32_t> remove(std::string_view path);
  void clear();
  std::size_t size() const { return entries_.size() - free_.size(); }
  /// Null where there is none.
  const NotePrint* find(std::string_view path) const;

  /// The companies that a file of facts names, from now on; it need not have a note. None: the file is gone.
  void put_facts(const std::string& path, const std::vector<std::string>& companies);
  /// The answer for the note at `path`, which does not count itself.
  bool knows(std::string_view path, const SetQuestion& question) const;
  /// A note or a file of facts, that at `path` aside, is about a company of that name. Letter case and accents do not
  /// count, and the longer form of a name is the shorter one's too.
  bool has_company(std::string_view path, std::string_view name) const;
  /// A note after an interview, that at `path` aside, goes by e-mail to the person of that full name or address, and
  /// not surely for another company.
  bool has_email_to(std::string_view path, std::string_view name_or_email) const;

  /// Notes to somebody else in which the sentence stands, by their paths, at most `most`. `path` names the note that
  /// `print` is of; that note itself, and backups of it that an editor has left, are passed over.
  /// When the query has compared its words, what was found so far is all.
  std::vector<Copy> copies(std::string_view path, const NotePrint& print, const PrintSentence& sentence,
                           std::size_t most, Query& query) const;
  /// What of the note is another's as well and should not be: a callback, something new, or half of it where it has no
  /// callback of its own. Fit, interest and dates may be shared, and between companies all but callbacks.
  std::vector<PassedOn> passed_on(std::string_view path, const NotePrint& print) const;
  /// Whether one of the notes is to this person. In `folder` a nickname or the given name will do; elsewhere it must be
  /// the whole name or the address.
  bool has_note_to(const Person& person, std::string_view folder) const;

 private:
  using Id = std::uint32_t;
  struct Entry {
    const std::string* path = nullptr;  // the key in by_path_
    std::shared_ptr<const NotePrint> print;
  };

  std::vector<PassedOn> half_passed_on(std::string_view path, const NotePrint& print) const;
  void replace_companies(const std::string& path, const std::vector<std::string>& before,
                         const std::vector<std::string>& after);
  void add_key(std::uint32_t key, Id id);
  void remove_key(std::uint32_t key, Id id);
  /// Sorted; `one` gives room for a single holder.
  std::span<const Id> holders(std::uint32_t key, Id& one) const;
  void add_holders(const NotePrint& print, const PrintSentence& sentence, std::vector<Id>& ids) const;

  std::map<std::string, Id, std::less<>> by_path_;
  std::vector<Entry> entries_;
  std::vector<Id> free_;  // entries of removed notes
  // Most keys have one holder, which stands in its place; the others, behind is_list, say where in lists_ theirs are.
  static constexpr Id is_list = 1u << 31;
  std::unordered_map<std::uint32_t, Id> holders_;
  std::vector<std::vector<Id>> lists_;  // each sorted
  struct Company {
    std::string name;  // folded without accents
    std::string path;
    bool operator==(const Company&) const = default;
  };
  std::unordered_multimap<std::string, Company> companies_;  // by the first word
  std::map<std::string, std::vector<std::string>, std::less<>> facts_;
  std::vector<Id> free_lists_;
};

/// The path without what editors add for a backup: "x.md~", "x.md.bak", "#x.md#" are all copies of "x.md".
std::string_view without_backup_mark(std::string_view path);

}  // namespace afterword
