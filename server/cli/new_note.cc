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
    for (const std::string& to : options_.to) facts.to.push_back(person_named(to));
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

  std::string draft(const Facts& declared, const Facts& facts) const {
    const Kind kind = facts.kind ? facts.kind->value : Kind::interview;
    return draft_note(declared, facts, kind, standard_checker().book(&project_->values.rules));
  }

  int write_one() const {
    Facts declared = given(), facts = declared;
    // A note from the shell may be put anywhere: it declares its kind, so that it is judged as what it was begun.
    if (file_)
      for (const Interviewer& one : interviewers_of(*file_))
        if (!declared.to.empty() && may_be_same_name(declared.to[0].name, one.person.name)) {
          facts = over(facts, one.facts);
          if (declared.to[0].email.empty()) declared.to[0].email = one.person.email;
          facts.to = declared.to;
        }
    declared.kind = Fact<Kind>{facts.kind ? facts.kind->value : Kind::interview, {}};
    const std::string text = draft(declared, facts);
    if (options_.output.empty() || options_.output == "-") {
      write_output(text);
      return 0;
    }
    return write(options_.output, text) ? 0 : 2;
  }

  /// One for each person of the file for whom no note is owed or there yet.
  int write_all() const {
    if (!file_) {
      complain("there is no interview.yaml here or above that would name whom to write to");
      return 2;
    }
    const std::string folder = options_.output.empty() ? std::string(folder_of(file_->path)) : options_.output;
    const std::string sub = fs::path(folder).lexically_normal().string();
    bool failed = false;
    std::size_t begun = 0;
    for (const Interviewer& one : interviewers_of(*file_)) {
      const Person& person = one.person;
      if (one.facts.done || (person.name.empty() && person.email.empty())) continue;
      const std::string stem =
          file_stem(names_a_person(person) ? person.name : person.email.substr(0, person.email.find('@')));
      if (stem.empty()) continue;
      const std::string path = (fs::path(sub) / (stem + ".note.md")).string();
      std::error_code ignored;
      if (fs::exists(path, ignored)) {
        complain(fmt::format("{} is there already and stays as it is", path));
        continue;
      }
      Facts declared = given();
      declared.to = {person};
      Facts facts = over(declared, one.facts);
      failed = !write(path, draft(declared, facts)) || failed;
      ++begun;
    }
    if (begun == 0) complain("nobody there is without a note");
    return failed ? 2 : 0;
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
