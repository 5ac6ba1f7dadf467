#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <mutex>
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

class Run {
 public:
  Run(const CheckOptions& options, std::vector<std::string> roots) : options_(options), roots_(std::move(roots)) {}

  bool failed = false;
  Summary summary;

  void check(const std::vector<std::string>& files) {
    InOrder output(files.size(), options_.format == OutputFormat::json ? ",\n" : "");
    Progress progress(files.size());
    std::atomic<std::size_t> next = 0;
    auto work = [&] {
      FileJudge judge(options_, options_.every_file, roots_);
      Summary counted;
      bool faulty = false;
      for (std::size_t i; (i = next++) < files.size(); progress.step()) {
        std::string fault;
        std::optional<Judgement> judged = read(judge, files[i], fault);
        if (!judged) {
          complain(files[i] + ": " + fault);
          faulty = true;
          output.put(i, "");
          continue;
        }
        counted.count(*judged);
        output.put(i, print(files[i] == "-" ? options_.stdin_name : files[i], *judged));
      }
      std::lock_guard lock(mutex_);
      summary.add(counted);
      failed = failed || faulty || judge.configuration_failed();
    };
    std::size_t most = std::max<std::size_t>(1, std::min<std::size_t>(files.size() / 8, jobs()));
    std::vector<std::thread> workers;
    for (std::size_t i = 1; i < most; ++i) workers.emplace_back(work);
    work();
    for (std::thread& worker : workers) worker.join();
  }

 private:
  std::size_t jobs() const { return options_.jobs ? options_.jobs : std::max(1u, std::thread::hardware_concurrency()); }

  std::optional<Judgement> read(FileJudge& judge, const std::string& file, std::string& fault) const {
    try {
      if (file != "-") return judge.judge(file, fault);
      std::string text = read_standard_input(fault);
      if (!fault.empty()) return std::nullopt;
      return judge.judge_text(options_.stdin_name, std::move(text));
    } catch (const std::exception&) {  // rules never throw; the other files are checked all the same
      fault = "can't be judged; this is a fault of afterword";
      return std::nullopt;
    }
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
  auto files = collect_files(options.paths, finder, [&](const std::string& fault) {
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
