// A client that talks to a Session in this process: a clock that the test moves, timers that run when it does, and
// a record of the conversation where AFTERWORD_TRACES names a folder. For one test, on its thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/session/session.h"

namespace afterword::tests {

using Json = nlohmann::json;

/// A folder that goes with the test.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::string& path() const { return path_; }
  /// Writes a file of the folder, folders above it included.
  void write(const std::string& name, std::string_view text) const;
  /// The text of one; empty where there is none.
  std::string read(const std::string& name) const;
  void remove(const std::string& name) const;

 private:
  std::string path_;
};

/// The messages of one conversation as lines of JSON, in build/traces/NAME.jsonl or wherever AFTERWORD_TRACES says.
/// Does nothing where that is not set.
class Trace {
 public:
  explicit Trace(std::string_view name);
  void client(std::string_view message);
  void server(const Json& message);

 private:
  std::ofstream file_;
};

class TestClient {
 public:
  /// `now` is what the session takes for the clock on the wall; `state_folder` may be empty.
  TestClient(LocalTime now, std::string state_folder, std::string pages_folder, Trace* trace);

  /// One batch, as it comes from one read of the pipe. Each body is a message as JSON text, valid or not.
  void deliver(std::vector<std::string> bodies);
  void deliver(const Json& message) { deliver(std::vector<std::string>{message.dump()}); }
  void end_input() { session_->input_ended(); }
  /// Moves the clock, running the timers that become due.
  void pass(std::chrono::milliseconds time);
  void set_now(LocalTime now) { now_ = now; }

  /// The next message of the server, in order; nothing where there is none.
  std::optional<Json> take();
  bool quiet() const { return outbox_.empty(); }
  /// Takes everything, and gives the answer to `id` among it (null where there is none).
  Json answer(std::int64_t id);

  /// What the session is given for dictionaries once finish_work() has run; none unless a test sets some.
  std::shared_ptr<const Speller> dictionaries;
  /// Runs what the session handed to another thread.
  void finish_work();

  std::optional<int> exit_code() const { return exit_code_; }
  const std::vector<std::int64_t>& watched() const { return watched_; }
  Session& session() { return *session_; }

 private:
  struct Timer {
    std::chrono::milliseconds due;
    std::function<void()> task;
  };

  void received(const std::string& frame);

  LocalTime now_;
  std::chrono::milliseconds elapsed_{0};
  std::vector<std::weak_ptr<Timer>> timers_;
  std::deque<Json> outbox_;
  std::deque<std::pair<std::function<void()>, std::function<void()>>> work_;
  std::optional<int> exit_code_;
  std::vector<std::int64_t> watched_;
  Trace* trace_;
  std::unique_ptr<Session> session_;
};

}  // namespace afterword::tests
