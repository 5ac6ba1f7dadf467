#include "server/runtime/parent_watch.h"

#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <limits>
#include <memory>
#include <utility>

namespace afterword::runtime {
namespace {

constexpr std::chrono::milliseconds between_questions{2000};

struct Watch : std::enable_shared_from_this<Watch> {
  Watch(Loop& on, pid_t process, Task then) : loop(on), pid(process), gone(std::move(then)) {}
  ~Watch() {
    waiting.reset();
    if (descriptor >= 0) ::close(descriptor);
  }

  void end() {
    waiting.reset();
    if (gone) std::exchange(gone, nullptr)();
  }

  void ask() {
    if (::kill(pid, 0) != 0 && errno == ESRCH) return end();
    waiting = loop.after(between_questions, [this, self = weak_from_this()] {
      if (const auto alive = self.lock()) ask();
    });
  }

  Loop& loop;
  pid_t pid;
  Task gone;
  int descriptor = -1;
  Token waiting;
};

int open_process(pid_t pid) {
#ifdef SYS_pidfd_open
  return static_cast<int>(::syscall(SYS_pidfd_open, pid, 0));
#else
  static_cast<void>(pid);
  errno = ENOSYS;
  return -1;
#endif
}

}  // namespace

Token watch_process(Loop& loop, std::int64_t process, Task gone) {
  if (process <= 0 || process > std::numeric_limits<pid_t>::max()) return nullptr;
  auto watch = std::make_shared<Watch>(loop, static_cast<pid_t>(process), std::move(gone));
  watch->descriptor = open_process(watch->pid);
  if (watch->descriptor >= 0) {
    watch->waiting = loop.when_readable(watch->descriptor, [raw = watch.get()] { raw->end(); });
    if (watch->waiting) return watch;
  }
  // No pidfd here, or the process is gone: the first question tells, from the loop.
  watch->waiting = loop.after(std::chrono::milliseconds(0), [weak = std::weak_ptr(watch)] {
    if (const auto alive = weak.lock()) alive->ask();
  });
  return watch;
}

}  // namespace afterword::runtime
