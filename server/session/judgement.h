// A text judged: the note, its facts and what there is to say. What the command line prints and the server shows.
#pragma once

#include <memory>
#include <string>

#include "rules/engine/checker.h"
#include "rules/note/note.h"
#include "server/session/workspace.h"

namespace afterword {

struct Judgement {
  Note note;
  Facts facts;
  Verdict verdict;
};

/// Parses and judges. `previous` (may be null) is an earlier state of the same text, for what can be kept of it;
/// `file` (may be null) the interview.yaml that holds for it.
Judgement judge(std::shared_ptr<const std::string> text, Format format, const InterviewFile* file,
                const Request& request, const Note* previous = nullptr);

/// The clock on the wall here.
LocalTime local_now();

}  // namespace afterword
