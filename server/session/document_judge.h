// How an open document is judged: by the files around it, the editor's settings, what the user ignores and the clock.
// Judges when asked and keeps what it made with the document. Belongs to its Session, on its thread.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "server/session/companions.h"
#include "server/session/documents.h"
#include "server/session/facts_folders.h"
#include "server/session/remembered.h"
#include "server/session/workspace.h"

namespace afterword {

class DocumentJudge {
 public:
  /// `documents` are all that are open. `state_folder` is where ignores are remembered; empty: nowhere.
  DocumentJudge(Documents& documents, std::function<LocalTime()> now, std::string state_folder)
      : documents_(documents), now_(std::move(now)), remembered_(std::move(state_folder)) {}

  /// Is told of each project file and interview.yaml that holds faults, when a document comes to be judged by it.
  using Complaint = std::function<void(const std::string& path, const std::vector<ConfigurationFault>& faults)>;
  void set_complaint(Complaint complain) { complain_ = std::move(complain); }

  Workspace& workspace() { return workspace_; }

  /// What misspelling asks, from now on; null: nobody.
  void set_speller(std::shared_ptr<const Speller> speller) { speller_ = std::move(speller); }

  /// The editor's settings, which win over the project's file. False where they are what they were.
  bool set_settings(Configuration settings, std::vector<ConfigurationFault>& faults);
  /// Whether the editor's settings say how grave the rule is, whatever a project says.
  bool is_set_by_editor(std::string_view rule) const { return settings_.rules.severity.contains(rule); }
  /// Files may have come or gone in the folders of `facts:`, or those of `phrases:` say something else. Not for each
  /// key stroke.
  void look_again();
  /// Whatever was read of the disk is read again when it is next needed.
  void read_all_again();
  /// A file of ours says something else in the editor.
  void file_edited() { facts_folders_.forget(); }
  /// Whether a rule is called so, one of the document's project or of the user included.
  bool knows_rule(Document& document, std::string_view id);
  /// The rule of that name that the project or the user made; null where there is none.
  const CustomRule* custom_rule(Document& document, std::string_view id);

  /// Whether the setting semanticTokens is on for the document.
  bool colours_words(Document& document);

  /// The judgement of the document's newest text, made now if need be. Insert fixes may be left out.
  const Judgement& judgement(Document& document);
  /// The same with every fix worded, for code actions.
  Verdict verdict_with_fixes(Document& document);
  /// The judgement that the document would have with another text, fixes included.
  Judgement judge_as(Document& document, std::shared_ptr<const std::string> text);
  /// What its note says and lacks, as rules see it. References the document's judgement.
  Context context(Document& document);

  /// The notes around; what is judged joins them, though a note that nobody else would look at only with the next.
  Companions& companions() { return companions_; }
  /// What a search for notes has found.
  void take_companions(NotesFound found);
  /// The document is about to be closed.
  void closing(const Document& document);
  /// Whether the notes around lead to other findings than the document's judgement holds.
  bool disagrees_with_companions(const Document& document);
  /// The editor's settings, for whoever judges elsewhere.
  const Configuration& settings() const { return settings_; }

  LocalTime now() const { return now_(); }
  /// The notes to begin by the interview.yaml at `path`, else by the nearest one above it: one for each person whom
  /// nobody has written to, as far as the workspace is known.
  std::vector<Fix> notes_to_begin(const std::string& path);

  /// Whether other files hold for the document than those it was judged by.
  bool outdated(const Document& document);
  /// Silences a rule in a note that can't say so itself. False where it can't be kept beyond this session.
  bool remember_ignore(Document& document, const std::string& rule);

 private:
  /// What is set for a document: its project's file with the editor's settings over it.
  const Configuration& settings_for(const Document& document);
  Judgement judge_note(const Document& document, Note note, bool fixes);
  std::shared_ptr<const InterviewFile> facts_for(const Document& document, const Note& note);
  bool is_alone(const Document& document) const;
  void join_companions();
  /// `note` is the one to be judged, of this document or of what it may become.
  Request request_for(const Document& document);
  void read_phrases(std::vector<ConfigurationFault>& faults);
  void read_phrases_again();
  std::string relative_path(const Document& document) const;
  Verdict verdict_on_facts(const Document& document, const RuleSettings& settings);

  Documents& documents_;
  std::function<LocalTime()> now_;
  Complaint complain_;
  Workspace workspace_;
  FactsFolders facts_folders_{workspace_};
  Companions companions_;
  bool some_apart_ = false;  // notes that were judged alone are not among the companions
  RememberedIgnores remembered_;
  Configuration settings_;  // of the editor
  PhraseFiles phrases_;     // that they name
  std::shared_ptr<const Speller> speller_;
  // Of the project last asked for: a note is judged at each key stroke, its settings change once a day.
  std::shared_ptr<const ProjectConfiguration> merged_project_;
  Configuration merged_;
};

}  // namespace afterword
