#include "server/runtime/loop.h"

#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <utility>

#include "server/runtime/worker.h"

namespace afterword::runtime {
namespace {

namespace asio = boost::asio;
using Descriptor = asio::posix::stream_descriptor;

// Asio takes a file that epoll refuses and fails at the first wait; here it has to be known at once.
bool can_be_polled(int fd) {
  struct stat about {};
  if (::fstat(fd, &about) != 0) return false;
  if (S_ISFIFO(about.st_mode) || S_ISSOCK(about.st_mode)) return true;
  const int probe = ::epoll_create1(EPOLL_CLOEXEC);
  if (probe < 0) return false;
  epoll_event nothing{};
  const bool taken = ::epoll_ctl(probe, EPOLL_CTL_ADD, fd, &nothing) == 0;
  ::close(probe);
  return taken;
}

// Watches a duplicate, so that one descriptor can be watched for input and output, and closing it is ours alone.
struct Watch : std::enable_shared_from_this<Watch> {
  Watch(asio::io_context& io, Descriptor::wait_type wanted, Task then)
      : descriptor(io), type(wanted), task(std::move(then)) {}

  void arm() {
    descriptor.async_wait(type, [weak = weak_from_this()](const boost::system::error_code& error) {
      const std::shared_ptr<Watch> self = weak.lock();
      if (!self || error) return;
      self->task();
      // Dropped by its own task: nobody else holds it any more.
      if (self.use_count() > 1) self->arm();
    });
  }

  Descriptor descriptor;
  Descriptor::wait_type type;
  Task task;
};

}  // namespace

struct Loop::Impl {
  // A hint of one thread spares wake-ups between threads; posting from others stays safe.
  asio::io_context io{1};
  asio::executor_work_guard<asio::io_context::executor_type> stay = asio::make_work_guard(io);
  Worker worker{[this](Task task) { asio::post(io, std::move(task)); }};

  Token watch(int fd, Descriptor::wait_type type, Task task) {
    if (!can_be_polled(fd)) return nullptr;
    const int copy = ::fcntl(fd, F_DUPFD_CLOEXEC, 3);
    if (copy < 0) return nullptr;
    auto made = std::make_shared<Watch>(io, type, std::move(task));
    boost::system::error_code error;
    made->descriptor.assign(copy, error);
    if (error) {
      ::close(copy);
      return nullptr;
    }
    made->arm();
    return made;
  }
};

Loop::Loop() : impl_(std::make_unique<Impl>()) {}
Loop::~Loop() = default;

void Loop::run() { impl_->io.run(); }
void Loop::stop() { impl_->io.stop(); }
void Loop::post(Task task) { asio::post(impl_->io, std::move(task)); }

Token Loop::after(std::chrono::milliseconds delay, Task task) {
  auto timer = std::make_shared<asio::steady_timer>(impl_->io, delay);
  timer->async_wait([weak = std::weak_ptr(timer), task = std::move(task)](const boost::system::error_code& error) {
    // Held while the task runs: a timer that had already expired when its token was dropped does not fire.
    const auto alive = weak.lock();
    if (alive && !error) task();
  });
  return timer;
}

void Loop::run_elsewhere(Task work, Task done) { impl_->worker.run(std::move(work), std::move(done)); }

bool Loop::is_working() const { return impl_->worker.is_busy(); }

Scheduler Loop::scheduler() {
  return {[this](Task task) { post(std::move(task)); },
          [this](std::chrono::milliseconds delay, Task task) { return after(delay, std::move(task)); },
          [this](Task work, Task done) { run_elsewhere(std::move(work), std::move(done)); }};
}

Token Loop::when_readable(int descriptor, Task task) {
  return impl_->watch(descriptor, Descriptor::wait_read, std::move(task));
}

Token Loop::when_writable(int descriptor, Task task) {
  return impl_->watch(descriptor, Descriptor::wait_write, std::move(task));
}

}  // namespace afterword::runtime
