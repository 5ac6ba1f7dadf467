#include "server/cli/check_run.h"

#include <algorithm>
#include <exception>

#include "server/cli/check_workers.h"

namespace afterword::cli {

namespace {

/// Notes that may be judged once more are kept as they were read, up to so many bytes of text; the others are read
/// again.
constexpr std::size_t most_kept_bytes = 2u << 20;

/// Output that waits for the set of notes is kept up to this; what would be more is judged once more instead.
constexpr std::size_t most_held_bytes = 64u << 20;

}  // namespace

void CheckRun::check(const InputFiles& input) {
  files_ = &input.notes;
  set_counts_ = input.notes.size() > 1 || !input.facts.empty();
  shown_facts_ = input.absolute_facts();
  if (set_counts_) read_set();
  FileJudge companies(options_, false, roots_);
  for (const std::string& file : input.facts) set_.put_facts(absolute_path(file), companies.companies_in(file));
  InOrder output(files_->size() + input.facts.size(), format_.separator(), sink_);
  std::vector<char> faulty(files_->size());
  share_out(set_counts_ ? "comparing" : "checking", [&](FileJudge& judge, std::size_t i, Summary& counted) {
    Held result = held_.empty() ? Held{} : std::move(held_[i]);
    if (!result.faulty) finish(judge, i, result);
    faulty[i] = result.faulty ? 1 : 0;
    counted.add(result.counted);
    output.put(i, std::move(result.output));
    return !result.faulty;
  });
  for (std::size_t i = 0; i < files_->size(); ++i)
    if (faulty[i] == 0) judged.emplace_back(name_of(i));
  for (std::size_t i = 0; i < input.facts.size(); ++i) output.put(files_->size() + i, facts_output(input.facts[i]));
}

/// Calls `work` for each file, on as many threads as there are jobs; it tells whether the file could be read.
template <typename Work>
void CheckRun::share_out(std::string_view doing, Work work) {
  struct Worker {
    FileJudge judge;
    Summary counted;
    bool faulty = false;
  };
  const auto start = [&] { return Worker{FileJudge(options_, options_.every_file, roots_, shown_facts_), {}}; };
  const auto one = [&](Worker& worker, std::size_t i) {
    worker.faulty = !work(worker.judge, i, worker.counted) || worker.faulty;
  };
  cli::share_out(options_.jobs, doing, files_->size(), start, one, [&](const Worker& worker) {
    summary.add(worker.counted);
    failed = failed || worker.faulty || worker.judge.configuration_failed();
  });
}

/// Judges every file by itself, and keeps what it would print and the note's print.
void CheckRun::read_set() {
  held_.resize(files_->size());
  std::atomic<std::size_t> bytes = 0;
  share_out("checking", [&](FileJudge& judge, std::size_t i, Summary&) {
    held_[i] = judge_file(judge, i, {.print = true});
    if (held_[i].judged && bytes.fetch_add(held_[i].output.size()) > most_held_bytes) {
      held_[i].output = std::string();
      held_[i].judged = false;
    }
    return !held_[i].faulty;
  });
  for (std::size_t i = 0; i < held_.size(); ++i) {
    Held& held = held_[i];
    if (!held.print) continue;
    held.path = absolute_path(name_of(i));
    set_.put(held.path, held.print);
  }
}

/// Judges the file (again), where the other notes have a say or there was no room to keep what was found without
/// them.
void CheckRun::finish(FileJudge& judge, std::size_t i, Held& result) {
  std::vector<NoteSet::PassedOn> passed_on;
  if (result.print) passed_on = set_.passed_on(result.path, *result.print);
  const bool told = std::any_of(result.answers.begin(), result.answers.end(), [&](const auto& asked) {
    return set_.knows(result.path, asked.first) != asked.second;
  });
  if (result.judged && passed_on.empty() && !told) return;
  if (!result.kept) {  // it is read again, and may be another text by now
    result = judge_file(judge, i, {.set = &set_});
    return;
  }
  try {
    judge.judge_again(std::string(name_of(i)), {.passed_on = &passed_on, .set = &set_}, *result.kept);
  } catch (const std::exception&) {
    complain_of((*files_)[i], our_fault);
    result = {};
    result.faulty = true;
    return;
  }
  show(i, *result.kept, result);
}

CheckRun::Held CheckRun::judge_file(FileJudge& judge, std::size_t i, const InSet& in_set) {
  Held result;
  std::string fault;
  std::optional<Judgement> made = read(judge, (*files_)[i], in_set, fault);
  result.faulty = !made;
  if (result.faulty) {
    complain_of((*files_)[i], fault);
    return result;
  }
  show(i, *made, result);
  result.print = made->verdict.print;
  result.answers = made->verdict.answers;
  result.judged = true;
  if (!in_set.print || !result.print) return result;
  const std::size_t size = made->note.text().size();
  if (kept_bytes_.fetch_add(size) + size <= most_kept_bytes)
    result.kept = std::move(made);
  else
    kept_bytes_.fetch_sub(size);
  return result;
}

void CheckRun::show(std::size_t i, const Judgement& judgement, Held& result) const {
  result.counted = {};
  result.counted.count(judgement, options_.stats);
  result.output = format_.of(name_of(i), judgement);
}

std::optional<Judgement> CheckRun::read(FileJudge& judge, const std::string& file, const InSet& in_set,
                                        std::string& fault) {
  try {
    if (file != "-") return judge.judge(file, fault, in_set);
    std::optional<std::string> text = standard_input_.text(fault);
    if (!text) return std::nullopt;
    return judge.judge_text(options_.stdin_name, std::move(*text), in_set);
  } catch (const std::exception&) {  // rules never throw; the other files are checked all the same
    fault = our_fault;
    return std::nullopt;
  }
}

/// An interview.yaml is shown where the set has something to say of it.
std::string CheckRun::facts_output(const std::string& file) {
  FileJudge judge(options_, false, roots_);
  std::optional<Judgement> made = judge.judge_facts(file, set_);
  if (!made || made->verdict.findings.empty()) return {};
  summary.count(*made, options_.stats);
  judged.push_back(file);
  return format_.of(file, *made);
}

}  // namespace afterword::cli
