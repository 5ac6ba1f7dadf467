#include <fmt/format.h>

#include <filesystem>
#include <set>

#include "rules/engine/draft.h"
#include "rules/engine/names.h"
#include "rules/model/standard.h"
#include "rules/note/personal_names.h"
#include "rules/note/unicode.h"
#include "server/cli/commands.h"
#include "server/cli/input.h"
#include "server/cli/output.h"
#include "server/session/companions.h"
#include "server/session/workspace.h"

namespace afterword::cli {

namespace {

namespace fs = std::filesystem;

Person person_named(const std::string& text) {
  const auto open = text.find('<');
  if (open == std::string::npos || text.back() != '>') return {std::string(trim(text)), "", {}};
  return {std::string(trim(text.substr(0, open))), text.substr(open + 1, text.size() - open - 2), {}};
}

/// What the options say, over what an interview.yaml says.
class Begin {
 public:
  explicit Begin(const NewNoteOptions& options) : options_(options) {
    const std::string here = absolute_path("note.md");
    std::string root = repository_above(std::string(folder_of(here)));
    if (root.empty()) root = folder_of(here);
    workspace_.set_roots({root});
    file_ = workspace_.interview_file(here);
    project_ = workspace_.configuration(here);
  }

  int run() {
    if (file_ && !file_->fields.fault.empty()) {
      complain(fmt::format("{}: {}", file_->path, file_->fields.fault));
      return 2;
    }
    return options_.all ? write_all() : write_one();
  }

 private:
  /// The options' facts.
  Facts given() const {
    Facts facts;
    const auto text = [](const std::string& value) { return Fact<std::string>{value, {}}; };
    if (options_.kind) facts.kind = Fact<Kind>{*options_.kind, {}};
    if (!options_.to.empty()) facts.to.push_back(person_named(options_.to));
    if (!options_.from.empty()) facts.from = person_named(options_.from);
    if (!options_.company.empty()) facts.company.push_back(text(options_.company));
    if (!options_.role.empty()) facts.role = text(options_.role);
    for (const std::string& topic : options_.topics) facts.topics.push_back(text(topic));
    if (options_.interview) facts.interview = Fact<LocalTime>{*options_.interview, {}};
    return facts;
  }

  /// `facts` where they say something, else what the file says.
  static Facts over(Facts facts, const Facts& known) {
    const auto fill = [](auto& into, const auto& from) {
      if (!into) into = from;
    };
    fill(facts.kind, known.kind);
    fill(facts.from, known.from);
    fill(facts.role, known.role);
    fill(facts.interview, known.interview);
    fill(facts.decision_by, known.decision_by);
    fill(facts.referred_by, known.referred_by);
    if (facts.company.empty()) facts.company = known.company;
    if (facts.topics.empty()) facts.topics = known.topics;
    return facts;
  }

  std::string draft(const Facts& declared, const Facts& facts, std::size_t turn) const {
    const Kind kind = facts.kind ? facts.kind->value : Kind::interview;
    return draft_note(declared, facts, kind, standard_checker().book(&project_->values.rules), turn);
  }

  /// The people of the file whom the addressee may be.
  std::vector<Interviewer> meant(const Facts& facts) const {
    std::vector<Interviewer> found;
    if (!file_ || facts.to.empty()) return found;
    for (Interviewer& one : interviewers_of(*file_)) {
      const bool same = facts.to[0].email.empty() ? may_be_same_name(facts.to[0].name, one.person.name)
                                                  : equal_folded(facts.to[0].email, one.person.email);
      if (same) found.push_back(std::move(one));
    }
    return found;
  }

  /// A note from the shell may be put anywhere: it declares all that is known of it.
  int write_one() const {
    Facts facts = given();
    const std::vector<Interviewer> found = meant(facts);
    if (found.size() > 1) {
      std::string names;
      for (const Interviewer& one : found) names += (names.empty() ? "" : ", ") + one.person.name;
      complain(fmt::format("--to: {} may be {}; write the name in full", facts.to[0].name, names));
      return 2;
    }
    if (found.size() == 1) {
      facts = over(facts, found[0].facts);
      if (!found[0].person.name.empty()) facts.to[0].name = found[0].person.name;
      if (facts.to[0].email.empty()) facts.to[0].email = found[0].person.email;
    } else if (file_ && !facts.from) {  // to somebody else: only the writer is the same
      for (const Interviewer& one : interviewers_of(*file_))
        if (!facts.from) facts.from = one.facts.from;
    }
    if (!facts.kind) facts.kind = Fact<Kind>{Kind::interview, {}};
    const std::string text = draft(facts, facts, found.empty() ? 0 : found[0].place);
    if (options_.output.empty() || options_.output == "-") {
      write_output(text);
      return 0;
    }
    return write(options_.output, text) ? 0 : 2;
  }

  /// One for each person of the file to whom none is owed or there yet.
  int write_all() const {
    if (!options_.to.empty() || !options_.topics.empty()) {
      complain(
          "--all takes whom a note is to, and what was talked about, from interview.yaml; leave --to and --topic out");
      return 2;
    }
    if (!file_) {
      complain("there is no interview.yaml here or above that would name whom to write to");
      return 2;
    }
    const std::string folder = options_.output.empty() ? std::string(folder_of(file_->path)) : options_.output;
    std::error_code error;
    if (!fs::is_directory(folder, error)) {
      complain(fmt::format("--output: {} is no folder", folder));
      return 2;
    }
    const NoteSet notes = notes_in(folder);
    bool failed = false;
    std::size_t begun = 0;
    for (const Interviewer& one : interviewers_of(*file_)) {
      const Person& person = one.person;
      if (one.facts.done || (person.name.empty() && person.email.empty())) continue;
      if (notes.has_note_to(person, absolute_path(folder))) continue;
      const std::string name = note_file_name(person);
      if (name.empty()) continue;
      Facts declared = given();
      declared.to = {person};
      const std::string path = (fs::path(folder) / name).lexically_normal().string();
      failed = !write(path, draft(declared, over(declared, one.facts), one.place)) || failed;
      ++begun;
    }
    if (begun == 0) complain("nobody there is without a note");
    return failed ? 2 : 0;
  }

  static NoteSet notes_in(const std::string& folder) {
    NoteSearch search;
    search.roots = {absolute_path(folder)};
    NoteSet set;
    for (NotesFound::File& file : search_notes(search).changed)
      if (file.print) set.put(file.path, std::move(file.print));
    return set;
  }

  static bool write(const std::string& path, const std::string& text) {
    if (!write_new_file(path, text)) {
      std::error_code ignored;
      complain(
          fmt::format("{}: {}", path,
                      fs::exists(path, ignored) ? "is there already, and is not written over" : "can't be written"));
      return false;
    }
    print_output("{}\n", path);
    return true;
  }

  const NewNoteOptions& options_;
  Workspace workspace_;
  std::shared_ptr<const InterviewFile> file_;
  std::shared_ptr<const ProjectConfiguration> project_;
};

}  // namespace

int new_note(const NewNoteOptions& options) { return Begin(options).run(); }

}  // namespace afterword::cli
