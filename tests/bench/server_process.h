// A language server as a child process, spoken to over two pipes as an editor does. One thread owns it and waits in
// send() and await(); the clock is monotonic.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace afterword::bench {

using Json = nlohmann::json;
using Clock = std::chrono::steady_clock;

class ServerProcess {
 public:
  /// Starts command[0] with its arguments. Ends the program with a message when that cannot be done.
  explicit ServerProcess(const std::vector<std::string>& command);
  ~ServerProcess();
  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;

  /// Sends a message and waits for the first one that is wanted. Returns the milliseconds from just before the first
  /// byte was written to just after the read that completed the answer: composing and parsing JSON stand outside.
  double exchange(const Json& message, const std::function<bool(const Json&)>& wanted);
  /// The result of a request, and its milliseconds. An error ends the program: a refusal must not look fast.
  double request(const std::string& method, Json params);
  void notify(const std::string& method, Json params);

  const Json& last() const { return last_; }
  /// When the last awaited message had come in.
  Clock::time_point last_at() const { return last_at_; }
  /// The most memory that was resident so far, in MB of 1e6 bytes, as Linux counts it (VmHWM).
  double peak_megabytes() const;
  /// Milliseconds that its threads have been on a processor so far: what other programs take is not in it. Threads that
  /// have ended are not counted.
  double processor_milliseconds() const;

 private:
  void pump();
  bool next_body(std::string& body);

  std::string name_;
  pid_t child_ = -1;
  int to_ = -1, from_ = -1;
  std::string out_, in_;
  Clock::time_point read_at_, last_at_;
  Json last_;
  int next_id_ = 1;
};

/// Says one line on standard error and ends with 2.
[[noreturn]] void give_up(const std::string& why);

}  // namespace afterword::bench
