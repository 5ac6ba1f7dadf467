// The part of a Session that knows of the notes around the open ones.
#include "server/session/session.h"

namespace afterword {

bool Session::judges_note(const Document& document) {
  return document.judgement && document.judgement->verdict.occasion.is_note;
}

bool Session::judges_notes() {
  bool any = false;
  documents_.for_each([&](const Document& document) { any = any || judges_note(document); });
  return any;
}

/// An interview.yaml is open: who of its people has no note is told once all notes are known.
bool Session::names_people() {
  bool any = false;
  documents_.for_each([&](const Document& document) {
    any = any || (document.judgement && name_of_path(document.path) == interview_file_name);
  });
  return any;
}

/// What was judged may be told, or told no more, of other open notes. True where some of them are to be judged anew.
bool Session::heed_companions() {
  const Companions::Changes changes = judge_.companions().take_changes();
  if (changes.keys.empty() && !changes.people && !changes.companies) return false;
  bool any = false;
  documents_.for_each([&](Document& document) {
    if (!document.judgement || document.stale) return;
    const auto& print = document.judgement->verdict.print;
    const bool shares = print && changes.concern(*print);
    const bool asked = (changes.companies || changes.people) && !document.judgement->verdict.answers.empty();
    const bool concerned = document.holds_settings() ? changes.people : shares || asked;
    if (!concerned || !judge_.disagrees_with_companions(document)) return;
    document.stale = document.publish_due = any = true;
  });
  return any;
}

/// Once the first note has its findings: reads the notes of the workspace that have come or changed.
void Session::search_companions() {
  if (!search_due_ || searching_ || judge_.workspace().roots().empty() || !environment_.run_elsewhere) return;
  if (!judges_notes() && !names_people()) return;
  search_due_ = false;
  searching_ = true;
  auto search = std::make_shared<NoteSearch>();
  search->roots = judge_.workspace().roots();
  search->settings = judge_.settings();
  search->known = judge_.companions().known();
  search->stop = stop_searching_;
  documents_.for_each([&](const Document& document) {
    if (document.holds_settings()) search->open[document.path] = document.text;
  });
  auto found = std::make_shared<NotesFound>();
  environment_.run_elsewhere([search, found] { *found = search_notes(*search); },
                             [this, found, alive = std::weak_ptr(alive_)] {
                               if (alive.expired() || state_ == State::over) return;
                               searching_ = false;
                               judge_.take_companions(std::move(*found));
                               settle();
                             });
}

}  // namespace afterword
