// A thread for work that would hold up the loop, made when there is some for the first time. Owned by the Loop.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace afterword::runtime {

class Worker {
 public:
  using Task = std::function<void()>;

  /// `post` brings a task to the owner's thread; called from the worker's.
  explicit Worker(std::function<void(Task)> post) : post_(std::move(post)) {}
  /// Waits for the job that is running. On the owner's thread.
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  void run(Task work, Task done);
  /// A job is under way, or waits for the one that is.
  bool is_busy() const;

 private:
  struct Job {
    Task work;
    Task done;
  };

  void work_off();

  std::function<void(Task)> post_;
  mutable std::mutex mutex_;  // guards jobs_, working_ and ending_
  std::condition_variable changed_;
  std::deque<std::shared_ptr<Job>> jobs_;
  bool working_ = false, ending_ = false;
  std::thread thread_;
};

}  // namespace afterword::runtime
