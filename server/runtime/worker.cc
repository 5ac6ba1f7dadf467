#include "server/runtime/worker.h"

#include <utility>

namespace afterword::runtime {

Worker::~Worker() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  changed_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void Worker::run(Task work, Task done) {
  {
    const std::lock_guard lock(mutex_);
    jobs_.push_back(std::make_shared<Job>(Job{std::move(work), std::move(done)}));
  }
  if (thread_.joinable())
    changed_.notify_one();
  else
    thread_ = std::thread([this] { work_off(); });
}

bool Worker::is_busy() const {
  const std::lock_guard lock(mutex_);
  return working_ || !jobs_.empty();
}

void Worker::work_off() {
  for (;;) {
    std::shared_ptr<Job> job;
    {
      std::unique_lock lock(mutex_);
      working_ = false;
      changed_.wait(lock, [this] { return ending_ || !jobs_.empty(); });
      if (ending_) return;
      job = std::move(jobs_.front());
      jobs_.pop_front();
      working_ = true;
    }
    try {
      job->work();
    } catch (...) {  // NOLINT(bugprone-empty-catch): `done` sees that there is no result
    }
    // The job goes with the task, so that what it holds dies on the owner's thread.
    post_([job = std::move(job)] {
      const Task done = std::move(job->done);
      job->work = nullptr;
      done();
    });
  }
}

}  // namespace afterword::runtime
