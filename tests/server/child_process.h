// A process under test with pipes to its standard streams. POSIX; every wait has a limit, so that a hang is a failed
// test. One test's, on its thread.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <deque>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "protocol/framing/frame_reader.h"

namespace afterword::tests {

using Arguments = std::vector<std::string>;
using Variables = std::vector<std::pair<std::string, std::string>>;

/// How a process ended: its exit code, or the signal that ended it (code is then -1), or neither: it still ran.
struct Ended {
  int code = -1;
  int signal = 0;
  bool in_time = true;
};

class Child {
 public:
  /// Starts the program under test with these arguments; `folder` is where, empty: here.
  explicit Child(const Arguments& arguments, const std::string& folder = {}, const Variables& variables = {});
  ~Child();  ///< kills it if it still runs
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  /// False once nobody reads there any more, or nothing was read for ten seconds.
  bool write(std::string_view bytes);
  void close_input();
  void close_output();
  /// What it says until it closes its standard output and error, or the limit is reached.
  void read_to_end(std::chrono::milliseconds limit);
  /// Reads its output once; false at the end of it, or where nothing came within the limit.
  bool read_some(std::string& into, std::chrono::milliseconds limit);
  Ended wait(std::chrono::milliseconds limit);
  void kill(int signal) const;

  pid_t id() const { return pid_; }
  /// This side's copy of the descriptor that is the process's standard input (0) or output (1): same open file.
  int shared(int which) const { return shared_[which]; }
  /// Drops the copies: from then on the process's death ends the pipes.
  void drop_shared();

  std::string out, error;  ///< of read_to_end()

 private:
  pid_t pid_ = -1;
  int input_ = -1, output_ = -1, error_ = -1;
  int shared_[2] = {-1, -1};
  std::optional<Ended> ended_;
};

struct Finished {
  Ended ended;
  std::string out, error;
};
/// Runs a command to its end, with `input` on its standard input.
Finished run(const Arguments& arguments, std::string_view input = {}, const std::string& folder = {},
             const Variables& variables = {});

/// `afterword lsp` in a process of its own.
class ServerProcess {
 public:
  using Json = nlohmann::json;

  explicit ServerProcess(const Arguments& more = {}, const Variables& variables = {});

  Child& child() { return child_; }
  bool send(const Json& message);
  bool send_raw(std::string_view bytes) { return child_.write(bytes); }
  /// The next message, null where none comes within ten seconds or the output ends.
  Json next();
  /// The answer to `id`; what comes before it is dropped.
  Json answer(const Json& id);
  /// initialize and initialized.
  void start(const Json& params = {{"processId", nullptr}, {"capabilities", Json::object()}});
  /// shutdown and exit, with the code that follows.
  Ended leave();

 private:
  Child child_;
  framing::FrameReader reader_;
};

/// The bytes of a message, header included.
std::string framed(const nlohmann::json& message);

}  // namespace afterword::tests
