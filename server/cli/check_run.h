// Checks files, and prints what it finds in their order while it goes on. For one command, on its thread.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/cli/check_formats.h"
#include "server/cli/check_in_order.h"
#include "server/cli/commands.h"
#include "server/cli/input.h"
#include "server/cli/report.h"

namespace afterword::cli {

class CheckRun {
 public:
  /// `roots` as for FileJudge; `standard_input` is what the file "-" holds.
  CheckRun(const CheckOptions& options, std::vector<std::string> roots, StandardInput& standard_input,
           CheckFormat& format, Sink sink)
      : options_(options),
        roots_(std::move(roots)),
        standard_input_(standard_input),
        format_(format),
        sink_(std::move(sink)) {}

  bool failed = false;  ///< a file or a configuration could not be read
  Summary summary;
  std::vector<std::string> judged;  ///< the files that could be, as they were named

  /// Rules about the set of notes need all of it before the first line can be printed; one file alone is no set.
  void check(const InputFiles& input);

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

  template <typename Work>
  void share_out(std::string_view doing, Work work);
  void read_set();
  void finish(FileJudge& judge, std::size_t i, Held& result);
  Held judge_file(FileJudge& judge, std::size_t i, const InSet& in_set);
  void show(std::size_t i, const Judgement& judgement, Held& result) const;
  std::string_view name_of(std::size_t i) const { return (*files_)[i] == "-" ? options_.stdin_name : (*files_)[i]; }
  std::optional<Judgement> read(FileJudge& judge, const std::string& file, const InSet& in_set, std::string& fault);
  std::string facts_output(const std::string& file);

  const CheckOptions& options_;
  std::vector<std::string> roots_;
  StandardInput& standard_input_;
  CheckFormat& format_;
  Sink sink_;
  const std::vector<std::string>* files_ = nullptr;
  std::shared_ptr<const std::set<std::string>> shown_facts_;
  bool set_counts_ = false;
  std::atomic<std::size_t> kept_bytes_ = 0;
  std::vector<Held> held_;
  NoteSet set_;
};

}  // namespace afterword::cli
