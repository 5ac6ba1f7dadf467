// Judges notes: owns the lexicon that rules and classifier share, tells what a note is, runs the rules over it and
// applies the catalogue's silencing. Immutable after construction; any thread may judge.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/engine/context.h"
#include "rules/engine/note_print.h"
#include "rules/engine/note_set.h"
#include "rules/engine/rule.h"
#include "rules/engine/settings.h"
#include "rules/note/note.h"
#include "rules/note/occasion.h"
#include "rules/note/roles.h"
#include "rules/phrases/book.h"

namespace afterword {

class Ignores;

/// What judging depends on besides the note and its facts.
struct Request {
  LocalTime now;
  std::optional<Kind> kind;    ///< the kind to judge by, whatever the note says
  bool named_as_note = false;  ///< its path matches the project's `notes:` globs
  bool every_file = false;     ///< --all: take every text for a note
  bool fixes = true;           ///< false leaves out fixes that cost time to word; while somebody types nobody sees them
  const RuleSettings* settings = nullptr;
  const Speller* speller = nullptr;  ///< null: spelling is not looked at
  const NoteSet* set = nullptr;      ///< the notes around it; null: what is said of them is left out
  bool alone = false;                ///< no other note is in `set`: what this one shares with others is not asked
  std::string_view path;             ///< the note's in `set`
  /// What `set` says of the note, where that has been asked already; null: it is asked.
  const std::vector<NoteSet::PassedOn>* passed_on = nullptr;
  bool print = false;                   ///< its print is wanted, for a set
  const NotePrint* previous = nullptr;  ///< print of an earlier state of the text, whose Note still lives
};

struct Verdict {
  Occasion occasion;                                  ///< is it a note, why, of what kind
  std::vector<Finding> findings;                      ///< ordered by place
  std::optional<LocalTime> changes_at;                ///< from then on the findings are others, by the clock alone
  std::shared_ptr<const NotePrint> print;             ///< of a note, where it was asked for
  std::vector<NoteSet::PassedOn> passed_on;           ///< by the set, and good for as long as that stays as it is
  std::vector<std::pair<SetQuestion, bool>> answers;  ///< what `set` was asked, and what it said
  std::shared_ptr<const CustomRules> custom;          ///< keeps what findings by custom rules name
};

class Checker {
 public:
  Checker(std::span<const Rule* const> rules, const RoleClassifier& classifier, const phrases::Book& book);
  ~Checker();

  /// What Note::parse needs.
  const Reader& reader() const { return reader_; }
  std::span<const Rule* const> rules() const { return rules_; }
  const Rule* rule(std::string_view id) const;  ///< null if there is none
  /// The book, or the one with a project's own phrases.
  const phrases::Book& book(const RuleSettings* settings = nullptr) const;

  /// Kind and note-ness alone.
  Occasion occasion(const Note& note, const Facts& facts, const Request& request) const;
  /// The note with its sentences' roles, as rules and completion see it. References `note` and `facts`.
  Context context(const Note& note, const Facts& facts, const Occasion& occasion, const Request& request) const;
  /// Everything: no findings for a text that is no note.
  Verdict judge(const Note& note, const Facts& facts, const Request& request) const;
  /// The print alone, for a set; null for a text that is no note.
  std::shared_ptr<const NotePrint> print(const Note& note, const Facts& facts, const Request& request) const;
  /// What is to be said of an interview.yaml by the notes around it; nothing without a set.
  Verdict judge_facts(const InterviewFile& file, const Request& request) const;

 private:
  void run_rules(Context& context, const Request& request, Verdict& verdict) const;
  void run_custom(const Context& context, const Request& request, Findings& collected, Ignores& ignores) const;

  std::vector<const Rule*> rules_;
  const RoleClassifier& classifier_;
  const phrases::Book& book_;
  std::unique_ptr<const Lexicon> lexicon_;
  Reader reader_;
  NotePrinter printer_;
};

}  // namespace afterword
