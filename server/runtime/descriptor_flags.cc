#include "server/runtime/descriptor_flags.h"

#include <fcntl.h>
#include <signal.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdlib>

namespace afterword::runtime {
namespace {

// Read by a signal handler: plain slots, no allocation. A process has its standard streams and a few sockets; for a
// socket nobody shares there is nothing to lose when the slots are full.
struct Slot {
  std::atomic<int> descriptor{-1};
  std::atomic<int> flags{0};
};
std::array<Slot, 8> changed;
static_assert(std::atomic<int>::is_always_lock_free);

void restore(Slot& slot) {
  const int descriptor = slot.descriptor.exchange(-1);
  if (descriptor >= 0) ::fcntl(descriptor, F_SETFL, slot.flags.load());
}

void restore_all() {
  for (Slot& slot : changed) restore(slot);
}

extern "C" void restore_and_die(int signal) {
  const int saved = errno;
  restore_all();
  errno = saved;
  ::raise(signal);  // blocked until this returns, then fatal: the handler was reset
}

// Only where nobody else has a say: a handler that is there stays, and so does "ignore" (nohup).
void catch_endings() {
  static const bool at_exit = std::atexit(restore_all) == 0;
  static_cast<void>(at_exit);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGABRT}) {
    struct sigaction now {};
    if (::sigaction(signal, nullptr, &now) != 0 || now.sa_handler != SIG_DFL) continue;
    struct sigaction wanted {};
    wanted.sa_handler = restore_and_die;
    wanted.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigaction(signal, &wanted, nullptr);
  }
}

}  // namespace

void set_nonblocking(int descriptor) {
  const int flags = ::fcntl(descriptor, F_GETFL);
  if (flags < 0 || (flags & O_NONBLOCK) != 0) return;
  catch_endings();
  for (Slot& slot : changed) {
    if (slot.descriptor.load() >= 0) continue;
    slot.flags = flags;
    slot.descriptor = descriptor;
    break;
  }
  ::fcntl(descriptor, F_SETFL, flags | O_NONBLOCK);
}

void restore_flags(int descriptor) {
  for (Slot& slot : changed)
    if (slot.descriptor.load() == descriptor) restore(slot);
}

void ignore_broken_pipes() { ::signal(SIGPIPE, SIG_IGN); }

}  // namespace afterword::runtime
