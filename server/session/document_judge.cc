#include "server/session/document_judge.h"

#include "rules/model/standard.h"
#include "server/session/globs.h"

namespace afterword {

namespace {

/// What an ignore is remembered by. An unsaved text with neither addressee nor subject has nothing lasting but its URI.
std::string ignore_key(const Facts& facts, const Document& document) {
  bool lasting = !document.path.empty() || (!facts.to.empty() && facts.subject);
  return lasting ? RememberedIgnores::key_of(facts, document.path) : document.uri.key();
}

std::vector<Finding> faults_in(const Document& document, const RuleSettings& settings) {
  std::vector<ConfigurationFault> faults;
  if (document.project && document.project->path == document.path)
    faults = document.project->faults;  // those of the files that it names among them
  else if (name_of_path(document.path) == interview_file_name)
    faults = faults_of(read_interview_file(document.path, *document.text), settings);
  else
    read_configuration(*document.text, faults);
  return findings_of(std::move(faults));
}

}  // namespace

bool DocumentJudge::set_settings(Configuration settings, std::vector<ConfigurationFault>& faults) {
  if (settings == settings_) return false;
  if (settings.facts != settings_.facts) facts_folders_.set(settings.facts);
  settings_ = std::move(settings);
  read_phrases(faults);
  return true;
}

void DocumentJudge::read_all_again() {
  workspace_.forget();
  facts_folders_.set(settings_.facts);
  companions_.distrust_disk();
  read_phrases_again();
}

void DocumentJudge::look_again() {
  facts_folders_.look_again();
  if (phrases_.are_outdated()) read_phrases_again();
}

void DocumentJudge::read_phrases_again() {
  std::vector<ConfigurationFault> faults;
  read_phrases(faults);
  if (complain_ && !faults.empty()) complain_("settings", faults);
}

/// Of the editor's settings; a project's are read with its file.
void DocumentJudge::read_phrases(std::vector<ConfigurationFault>& faults) {
  const std::string folder = workspace_.roots().empty() ? std::string() : workspace_.roots().front();
  phrases_ = read_phrase_files(settings_.phrases, {folder, folder, true}, [&](const std::string&, std::string message) {
    faults.push_back({0, {}, std::move(message)});
  });
  merged_project_.reset();
}

const Configuration& DocumentJudge::settings_for(const Document& document) {
  if (merged_project_ != document.project) {
    merged_ = merged(document.project->values, settings_);
    if (!phrases_.phrases.empty()) merged_.rules.book = phrases::book_with(phrases_.phrases, merged_.rules.book);
    merged_project_ = document.project;
  }
  return merged_;
}

/// What the globs of the project's file and of the settings are held against.
std::string DocumentJudge::relative_path(const Document& document) const {
  const std::string& folder = document.project->folder;
  std::string_view path = document.path;
  if (!folder.empty() && path.starts_with(folder + "/")) return std::string(path.substr(folder.size() + 1));
  return workspace_.relative(path);
}

bool DocumentJudge::knows_rule(Document& document, std::string_view id) {
  return standard_checker().rule(id) || custom_rule(document, id);
}

const CustomRule* DocumentJudge::custom_rule(Document& document, std::string_view id) {
  judgement(document);  // which looks at the project's file
  const RuleSettings& rules = settings_for(document).rules;
  return rules.custom ? rules.custom->rule(id) : nullptr;
}

/// The nearest file, else the one in a folder of the user's that is about the note's addressee.
std::shared_ptr<const InterviewFile> DocumentJudge::facts_for(const Document& document, const Note& note) {
  auto near = workspace_.interview_file(document.path);
  return near ? near : facts_folders_.file_for(note);
}

const Judgement& DocumentJudge::judgement(Document& document) {
  if (!document.stale && document.judgement) return *document.judgement;
  const Note* previous = document.judgement ? &document.judgement->note : nullptr;
  Note note = Note::parse(document.text, document.format, standard_checker().reader(), previous);
  auto project = workspace_.configuration(document.path);
  if (complain_ && project != document.project && !project->faults.empty()) complain_(project->path, project->faults);
  document.project = std::move(project);
  auto facts = facts_for(document, note);
  if (complain_ && facts && facts != document.facts_file)
    if (auto faults = faults_of(*facts, settings_for(document).rules); !faults.empty()) complain_(facts->path, faults);
  document.facts_file = std::move(facts);
  if (some_apart_ && !is_alone(document)) join_companions();
  document.judgement = std::make_unique<Judgement>(judge_note(document, std::move(note), false));
  if (!document.holds_settings()) {
    Verdict& verdict = document.judgement->verdict;
    document.companions = Companions::outcome(verdict.passed_on);
    verdict.passed_on.clear();
    companions_.judged(document.set_name(), verdict.print);
    some_apart_ = some_apart_ || (verdict.occasion.is_note && !verdict.print);
  }
  document.stale = false;
  ++document.judged;
  return *document.judgement;
}

bool DocumentJudge::colours_words(Document& document) {
  judgement(document);
  return settings_for(document).semantic_tokens.value_or(false);
}

/// Nobody would look at its print: no other note is open or known, and no file that names who should have one.
bool DocumentJudge::is_alone(const Document& document) const {
  const NoteSet& set = companions_.set();
  if (set.size() > 1 || (set.size() == 1 && !set.find(document.set_name()))) return false;
  bool alone = true;
  documents_.for_each([&](const Document& each) {
    const bool counts = each.holds_settings() || (each.judgement && each.judgement->verdict.occasion.is_note);
    alone = alone && (&each == &document || !counts);
  });
  return alone;
}

/// Prints the notes that were judged alone, as somebody will look at them now.
void DocumentJudge::join_companions() {
  if (!some_apart_) return;
  some_apart_ = false;
  documents_.for_each([&](const Document& each) {
    if (!each.judgement) return;
    Judgement& judged = *each.judgement;
    if (!judged.verdict.occasion.is_note || judged.verdict.print) return;
    judged.verdict.print = standard_checker().print(judged.note, judged.facts, request_for(each));
    companions_.judged(each.set_name(), judged.verdict.print);
  });
}

void DocumentJudge::take_companions(NotesFound found) {
  companions_.take(std::move(found), [&](const std::string& path) { return documents_.find_path(path) != nullptr; });
  if (companions_.set().size() > 0) join_companions();
}

void DocumentJudge::closing(const Document& document) {
  if (document.holds_settings()) return;
  join_companions();  // what lies on the disk counts as it stood here, until it is read
  companions_.closed(document.set_name());
}

Verdict DocumentJudge::verdict_with_fixes(Document& document) {
  const Judgement& judged = judgement(document);
  if (!judged.verdict.occasion.is_note) return judged.verdict;
  return standard_checker().judge(judged.note, judged.facts, request_for(document));
}

Judgement DocumentJudge::judge_as(Document& document, std::shared_ptr<const std::string> text) {
  const Judgement& current = judgement(document);
  return judge_note(document, Note::parse(std::move(text), document.format, standard_checker().reader(), &current.note),
                    true);
}

Context DocumentJudge::context(Document& document) {
  const Judgement& judged = judgement(document);
  return standard_checker().context(judged.note, judged.facts, judged.verdict.occasion, request_for(document));
}

/// Faults of one of our own files, and what the notes around lack of its people.
Verdict DocumentJudge::verdict_on_facts(const Document& document, const RuleSettings& settings) {
  Verdict made;
  if (name_of_path(document.path) == interview_file_name && companions_.complete()) {
    join_companions();
    const InterviewFile file = read_interview_file(document.path, *document.text);
    if (file.fields.fault.empty()) made = standard_checker().judge_facts(file, request_for(document));
  }
  std::vector<Finding> faults = faults_in(document, settings);
  made.findings.insert(made.findings.begin(), std::make_move_iterator(faults.begin()),
                       std::make_move_iterator(faults.end()));
  return made;
}

std::vector<Fix> DocumentJudge::notes_to_begin(const std::string& path) {
  const bool itself = name_of_path(path) == interview_file_name;
  const auto file =
      itself ? workspace_.interview_file_at(path, workspace_.root_of(path)) : workspace_.interview_file(path);
  if (!file || !file->fields.fault.empty()) return {};
  join_companions();
  Request request;
  request.now = now_();
  request.set = &companions_.set();
  const auto project = workspace_.configuration(file->path);
  request.settings = &project->values.rules;
  std::vector<Fix> found;
  for (Finding& finding : standard_checker().judge_facts(*file, request).findings)
    for (Fix& fix : finding.fixes)
      if (fix.file) found.push_back(std::move(fix));
  return found;
}

bool DocumentJudge::disagrees_with_companions(const Document& document) {
  if (!document.judgement) return false;
  const Judgement& judged = *document.judgement;
  if (name_of_path(document.path) == interview_file_name) {
    const auto spans = [](const Verdict& verdict) {
      std::vector<std::size_t> begins;
      for (const Finding& finding : verdict.findings) begins.push_back(finding.span.begin);
      return begins;
    };
    return spans(verdict_on_facts(document, settings_for(document).rules)) != spans(judged.verdict);
  }
  for (const auto& [question, answer] : judged.verdict.answers)
    if (companions_.set().knows(document.set_name(), question) != answer) return true;
  if (!judged.verdict.print) return false;
  return companions_.outcome(document.set_name(), *judged.verdict.print) != document.companions;
}

bool DocumentJudge::outdated(const Document& document) {
  return !document.judgement || facts_for(document, document.judgement->note) != document.facts_file ||
         workspace_.configuration(document.path) != document.project;
}

bool DocumentJudge::remember_ignore(Document& document, const std::string& rule) {
  const std::string key = ignore_key(judgement(document).facts, document);
  document.stale = document.publish_due = true;
  if (key != document.uri.key()) return remembered_.remember(key, rule);
  remembered_.remember_for_now(key, rule);
  return true;
}

Judgement DocumentJudge::judge_note(const Document& document, Note note, bool fixes) {
  Judgement made{std::move(note), {}, {}};
  made.facts = facts_of(made.note, document.facts_file.get());
  for (const std::string& rule : remembered_.of(ignore_key(made.facts, document)))
    made.facts.ignore.push_back({rule, {}});
  const Configuration& settings = settings_for(document);
  bool excluded = !settings.exclude.empty() && excludes(settings.exclude, relative_path(document));
  // Our own files hold facts and settings, whatever they are called in the editor.
  if (document.holds_settings()) made.verdict = verdict_on_facts(document, settings.rules);
  if (excluded || document.holds_settings()) return made;
  Request request = request_for(document);
  request.fixes = fixes;
  made.verdict = standard_checker().judge(made.note, made.facts, request);
  return made;
}

Request DocumentJudge::request_for(const Document& document) {
  const Configuration& settings = settings_for(document);
  Request request;
  request.now = now_();
  request.named_as_note = settings.names_a_note(relative_path(document));
  request.settings = &settings.rules;
  request.speller = speller_.get();
  request.set = &companions_.set();
  request.alone = is_alone(document);
  request.path = document.set_name();
  if (document.judgement) request.previous = document.judgement->verdict.print.get();
  return request;
}

}  // namespace afterword
