#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <utility>

#include "server/cli/commands.h"
#include "server/cli/input.h"
#include "server/cli/output.h"
#include "server/cli/report.h"

namespace afterword::cli {

namespace {

/// Prints what is finished in the order of the files, while workers go on; keeps nothing that was printed. Empty
/// texts are passed over, the separator stands between the others.
class InOrder {
 public:
  InOrder(std::size_t count, std::string_view separator) : ready_(count), texts_(count), separator_(separator) {}

  void put(std::size_t index, std::string text) {
    std::lock_guard lock(mutex_);
    texts_[index] = std::move(text);
    ready_[index] = true;
    for (; next_ < ready_.size() && ready_[next_]; ++next_) {
      if (texts_[next_].empty()) continue;
      if (std::exchange(any_, true)) write_output(separator_);
      write_output(texts_[next_]);
      texts_[next_] = std::string();
    }
  }

 private:
  std::mutex mutex_;
  std::vector<char> ready_;
  std::vector<std::string> texts_;
  std::string_view separator_;
  std::size_t next_ = 0;
  bool any_ = false;
};

/// A count on standard error while a long run goes on, on a terminal only.
class Progress {
 public:
  explicit Progress(std::size_t total) : total_(total), shown_(total >= 200 && ::isatty(STDERR_FILENO)) {}
  ~Progress() {
    if (shown_) say("\r\x1b[K");
  }
  void step() {
    std::size_t done = ++done_;
    if (shown_ && done % 50 == 0) say(fmt::format("\r{} of {} files", done, total_));
  }

 private:
  static void say(const std::string& text) { std::fputs(text.c_str(), stderr); }  // fmt::print throws

  std::size_t total_;
  std::atomic<std::size_t> done_ = 0;
  bool shown_;
};

bool wants_colour() { return ::isatty(STDOUT_FILENO) && std::getenv("NO_COLOR") == nullptr; }

/// Notes that may be judged once more are kept as they were read, up to so many bytes of text; the others are read
/// again.
constexpr std::size_t most_kept_bytes = 2u << 20;

/// Output that waits for the set of notes is kept up to this; what would be more is judged once more instead.
constexpr std::size_t most_held_bytes = 64u << 20;

constexpr const char* our_fault = "can't be judged; this is a fault of afterword";

class Run {
 public:
  Run(const CheckOptions& options, std::vector<std::string> roots) : options_(options), roots_(std::move(roots)) {}

  bool failed = false;
  Summary summary;

  /// Rules about the set of notes need all of it before the first line can be printed; one file alone is no set.
  void check(const InputFiles& input) {
    files_ = &input.notes;
    set_counts_ = input.notes.size() > 1 || !input.facts.empty();
    std::set<std::string> facts;
    for (const std::string& file : input.facts) facts.insert(absolute_path(file));
    shown_facts_ = std::make_shared<const std::set<std::string>>(std::move(facts));
    if (set_counts_) read_set();
    FileJudge judge(options_, false, roots_);
    for (const std::string& file : input.facts) set_.put_facts(absolute_path(file), judge.companies_in(file));
    InOrder output(files_->size() + input.facts.size(), options_.format == OutputFormat::json ? ",\n" : "");
    share_out(!set_counts_, [&](FileJudge& judge, std::size_t i, Summary& counted) {
      Held result = held_.empty() ? Held{} : std::move(held_[i]);
      if (!result.faulty) finish(judge, i, result);
      counted.add(result.counted);
      output.put(i, std::move(result.output));
      return !result.faulty;
    });
    for (std::size_t i = 0; i < input.facts.size(); ++i) output.put(files_->size() + i, facts_output(input.facts[i]));
  }

 private:
  /// What is known of a file before the whole set is.
  struct Held {
    std::string output;
    Summary counted;
    std::shared_ptr<const NotePrint> print;             // of a note
    std::string path;                                   // in the set
    std::vector<std::pair<SetQuestion, bool>> answers;  // what was asked, and what no set said
    std::optional<Judgement> kept;                      // of a note, while there is room
    bool judged = false;
    bool faulty = false;
  };

  std::size_t jobs() const { return options_.jobs ? options_.jobs : std::max(1u, std::thread::hardware_concurrency()); }

  /// Calls `work` for each file, on as many threads as there are jobs; it tells whether the file could be read.
  template <typename Work>
  void share_out(bool shows_progress, Work work) {
    Progress progress(shows_progress ? files_->size() : 0);
    std::atomic<std::size_t> next = 0;
    auto run = [&] {
      FileJudge judge(options_, options_.every_file, roots_);
      judge.shows_facts(shown_facts_);
      Summary counted;
      bool faulty = false;
      for (std::size_t i; (i = next++) < files_->size(); progress.step()) faulty = !work(judge, i, counted) || faulty;
      std::lock_guard lock(mutex_);
      summary.add(counted);
      failed = failed || faulty || judge.configuration_failed();
    };
    std::size_t most = std::max<std::size_t>(1, std::min<std::size_t>(files_->size() / 8, jobs()));
    std::vector<std::thread> workers;
    for (std::size_t i = 1; i < most; ++i) workers.emplace_back(run);
    run();
    for (std::thread& worker : workers) worker.join();
  }

  /// Judges every file by itself, and keeps what it would print and the note's print.
  void read_set() {
    held_.resize(files_->size());
    std::atomic<std::size_t> bytes = 0;
    share_out(true, [&](FileJudge& judge, std::size_t i, Summary&) {
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
  void finish(FileJudge& judge, std::size_t i, Held& result) {
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
      complain((*files_)[i] + ": " + our_fault);
      result = {};
      result.faulty = true;
      return;
    }
    show(i, *result.kept, result);
  }

  Held judge_file(FileJudge& judge, std::size_t i, const InSet& in_set) {
    Held result;
    std::string fault;
    std::optional<Judgement> judged = read(judge, (*files_)[i], in_set, fault);
    result.faulty = !judged;
    if (result.faulty) {
      complain((*files_)[i] + ": " + fault);
      return result;
    }
    show(i, *judged, result);
    result.print = judged->verdict.print;
    result.answers = judged->verdict.answers;
    result.judged = true;
    if (!in_set.print || !result.print) return result;
    const std::size_t size = judged->note.text().size();
    if (kept_bytes_.fetch_add(size) + size <= most_kept_bytes)
      result.kept = std::move(judged);
    else
      kept_bytes_.fetch_sub(size);
    return result;
  }

  void show(std::size_t i, const Judgement& judged, Held& result) const {
    result.counted = {};
    result.counted.count(judged);
    result.output = print(name_of(i), judged);
  }

  std::string_view name_of(std::size_t i) const { return (*files_)[i] == "-" ? options_.stdin_name : (*files_)[i]; }

  std::optional<Judgement> read(FileJudge& judge, const std::string& file, const InSet& in_set, std::string& fault) {
    try {
      if (file != "-") return judge.judge(file, fault, in_set);
      std::lock_guard lock(mutex_);
      if (!stdin_text_) stdin_text_ = read_standard_input(stdin_fault_);  // it can be read but once
      fault = stdin_fault_;
      if (!fault.empty()) return std::nullopt;
      return judge.judge_text(options_.stdin_name, *stdin_text_, in_set);
    } catch (const std::exception&) {  // rules never throw; the other files are checked all the same
      fault = our_fault;
      return std::nullopt;
    }
  }

  /// An interview.yaml is shown where the set has something to say of it.
  std::string facts_output(const std::string& file) {
    FileJudge judge(options_, false, roots_);
    std::optional<Judgement> judged = judge.judge_facts(file, set_);
    if (!judged || judged->verdict.findings.empty()) return {};
    summary.count(*judged);
    return print(file, *judged);
  }

  std::string print(std::string_view name, const Judgement& judged) const {
    switch (options_.format) {
      case OutputFormat::json:
        return note_json(name, judged);
      case OutputFormat::jsonl:
        return note_json(name, judged) + "\n";
      default:
        return note_text(name, judged, colour_);
    }
  }

  const CheckOptions& options_;
  std::vector<std::string> roots_;
  const std::vector<std::string>* files_ = nullptr;
  std::shared_ptr<const std::set<std::string>> shown_facts_;
  bool set_counts_ = false;
  std::atomic<std::size_t> kept_bytes_ = 0;
  std::vector<Held> held_;
  NoteSet set_;
  std::optional<std::string> stdin_text_;
  std::string stdin_fault_;
  bool colour_ = wants_colour();
  std::mutex mutex_;
};

}  // namespace

int check(const CheckOptions& options) {
  std::vector<std::string> roots;
  for (const std::string& path : options.paths) {
    std::string absolute = absolute_path(path);
    while (absolute.size() > 1 && absolute.back() == '/') absolute.pop_back();
    roots.push_back(std::move(absolute));
  }
  Run run(options, roots);
  FileJudge finder(options, options.every_file, roots);
  const InputFiles files = collect_files(options.paths, finder, [&](const std::string& fault) {
    complain(fault);
    run.failed = true;
  });
  if (options.format == OutputFormat::json)
    print_output("{{\"version\":1,\"now\":\"{}\",\"notes\":[", to_string(options.now.value_or(local_now())));
  run.check(files);
  if (options.format == OutputFormat::json) print_output("],\"summary\":{}}}\n", summary_json(run.summary));
  if (options.format == OutputFormat::text) write_output(summary_text(run.summary));
  if (run.failed) return 2;
  return run.summary.reaches(options.fail_on) ? 1 : 0;
}

}  // namespace afterword::cli
