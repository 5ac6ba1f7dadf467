// The one thread that owns a server's state, as an event loop. The rest of the server gets its `post`, `after` and
// `run_elsewhere` as plain functions (Scheduler), so that nothing else knows Asio and tests own the clock.
#pragma once

#include <chrono>
#include <functional>
#include <memory>

namespace afterword::runtime {

using Task = std::function<void()>;

/// A timer or a watch lives as long as its token: dropping it cancels, also from within its own task.
using Token = std::shared_ptr<void>;

/// What other folders use. All but `post` belong to the loop's thread.
struct Scheduler {
  /// Runs the task on the loop's thread, after what is queued already. From any thread.
  std::function<void(Task)> post;
  /// Runs the task once, not before the delay has passed.
  std::function<Token(std::chrono::milliseconds, Task)> after;
  /// Runs `work` on the worker thread, then `done` on the loop's. Jobs run one at a time, in order. Both are destroyed
  /// on the loop's thread, so they may hold what belongs to it; `work` must not touch that. What `work` throws is
  /// dropped, `done` runs all the same.
  std::function<void(Task work, Task done)> run_elsewhere;
};

class Loop {
 public:
  Loop();
  /// Waits for the job that is running; jobs and tasks not yet begun are dropped.
  ~Loop();
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

  /// Runs until stop(), whether or not there is work. Not twice.
  void run();
  /// From any thread.
  void stop();

  /// See Scheduler.
  void post(Task task);
  Token after(std::chrono::milliseconds delay, Task task);
  void run_elsewhere(Task work, Task done);
  /// A job that was given to run_elsewhere() has not ended: ~Loop would wait for it.
  bool is_working() const;
  /// The three as functions; they must not outlive the loop.
  Scheduler scheduler();

  /// Runs the task each time the descriptor has input, or is at its end; which the task must take, or it is called
  /// again. Null where the descriptor can't be polled, as a file can't. The descriptor stays the caller's.
  Token when_readable(int descriptor, Task task);
  /// The same for output.
  Token when_writable(int descriptor, Task task);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace afterword::runtime
