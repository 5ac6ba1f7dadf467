#include "server/cli/check_fix.h"

#include <unistd.h>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "server/cli/check_in_order.h"
#include "server/cli/check_workers.h"
#include "server/cli/output.h"
#include "server/cli/patch.h"
#include "server/cli/report.h"
#include "server/cli/report_parts.h"
#include "server/session/files.h"

namespace afterword::cli {

namespace {

/// A file may be named twice, or once by itself and once by a link: it is fixed once.
std::vector<std::string> each_once(const std::vector<std::string>& files) {
  std::vector<std::string> once;
  std::set<std::string> known;
  for (const std::string& file : files) {
    std::error_code error;
    const std::string real = file == "-" ? file : std::filesystem::canonical(file, error).string();
    if (known.insert(error ? file : real).second) once.push_back(file);
  }
  return once;
}

/// A terminal is shown no control characters, which might be commands to it.
void print_patch(std::string_view patch) {
  static const bool for_people = ::isatty(STDOUT_FILENO) != 0;
  if (!for_people) {
    write_output(patch);
    return;
  }
  std::string out;
  for (std::size_t end = 0; !patch.empty(); patch.remove_prefix(end)) {
    end = std::min(patch.find('\n'), patch.size() - 1) + 1;
    out += visible(patch.substr(0, end - 1)) + "\n";
  }
  write_output(out);
}

class Fixer {
 public:
  Fixer(const CheckOptions& options, const std::vector<std::string>& roots, const InputFiles& files,
        StandardInput& input)
      : options_(options),
        roots_(roots),
        files_(each_once(files.notes)),
        // A patch comes with no findings, so their faults are complained of.
        shown_facts_(options.diff ? nullptr : files.absolute_facts()),
        input_(input),
        patches_(files_.size(), "", print_patch) {}

  FixCount run() {
    FixCount all;
    const auto start = [&] { return Worker{FileJudge(options_, options_.every_file, roots_, shown_facts_), {}}; };
    const auto work = [&](Worker& worker, std::size_t i) {
      std::string patch;
      if (const std::string fault = fix(worker, files_[i], patch); !fault.empty()) {
        complain_of(files_[i], fault);
        worker.count.failed = true;
      }
      patches_.put(i, std::move(patch));
    };
    share_out(options_.jobs, "fixing", files_.size(), start, work, [&](const Worker& worker) {
      all.fixed += worker.count.fixed;
      all.files += worker.count.files;
      all.failed = all.failed || worker.count.failed || worker.judge.configuration_failed();
    });
    return all;
  }

 private:
  struct Worker {
    FileJudge judge;
    FixCount count;
  };

  /// What is to be complained of; empty if nothing.
  std::string fix(Worker& worker, const std::string& file, std::string& patch) {
    const std::string& name = file == "-" ? options_.stdin_name : file;
    std::string fault;
    try {
      const std::optional<std::string> text = text_of(file, fault);
      if (!text) return options_.diff ? fault : std::string();
      FixedText fixed = fixed_text(worker.judge, name, *text);
      if (!fixed.edits.empty()) {
        worker.count.fixed += fixed.fixed;
        ++worker.count.files;
      }
      if (options_.diff)
        patch = unified_diff(file == "-" ? name : patch_name(file), *text, fixed.edits);
      else if (file == "-")
        hand_on(std::move(fixed.text));
      else if (!fixed.edits.empty())
        return written(worker, file, *text, fixed);
    } catch (const std::exception&) {  // rules never throw; the other files are fixed all the same
      return options_.diff ? our_fault : std::string();
    }
    return {};
  }

  std::optional<std::string> text_of(const std::string& file, std::string& fault) {
    if (file == "-") return input_.text(fault);
    FileText read = read_text_file(file);
    fault = std::move(read.fault);
    return fault.empty() ? std::optional(std::move(read.text)) : std::nullopt;
  }

  FixedText fixed_text(FileJudge& judge, const std::string& name, const std::string& text) const {
    const Verdict verdict = judge.judge_text(name, text).verdict;
    return fix_all(text, verdict, *options_.fix,
                   [&](std::shared_ptr<const std::string> again) { return judge.judge_text(name, *again).verdict; });
  }

  void hand_on(std::string text) {
    write_output(text);
    input_.replace(std::move(text));
  }

  static std::string written(Worker& worker, const std::string& file, const std::string& before,
                             const FixedText& fixed) {
    const std::string why = replace_file(file, before, fixed.text);
    if (why.empty()) return {};
    worker.count.fixed -= fixed.fixed;
    --worker.count.files;
    return why + "; it is left as it is";
  }

  const CheckOptions& options_;
  const std::vector<std::string>& roots_;
  std::vector<std::string> files_;
  std::shared_ptr<const std::set<std::string>> shown_facts_;
  StandardInput& input_;
  InOrder patches_;
};

}  // namespace

FixCount fix_files(const CheckOptions& options, const std::vector<std::string>& roots, const InputFiles& files,
                   StandardInput& input) {
  return Fixer(options, roots, files, input).run();
}

std::string fixed_text(const FixCount& count) {
  if (count.fixed == 0) return "nothing was fixed\n";
  return fmt::format("{} fixed in {}\n", plural(count.fixed, "finding"), plural(count.files, "file"));
}

}  // namespace afterword::cli
