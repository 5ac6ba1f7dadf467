#include "server/features/names_here.h"

#include "rules/model/standard.h"

namespace afterword {

NamesHere names_here(Session& session, Document& document) {
  NamesHere here;
  const Lexicon& lexicon = standard_checker().reader().lexicon;
  if (name_of_path(document.path) == interview_file_name) {
    const InterviewFile file = read_interview_file(document.path, *document.text);
    here.names = known_names(file);
    here.mentions = find_mentions(file, here.names, lexicon);
    return here;
  }
  const Judgement& judged = session.judge().judgement(document);
  if (!judged.verdict.occasion.is_note) return here;
  here.names = known_names(judged.facts, document.facts_file.get());
  here.mentions = find_mentions(judged.note, here.names, lexicon);
  return here;
}

}  // namespace afterword
