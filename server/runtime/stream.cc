#include "server/runtime/stream.h"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <utility>

#include "server/runtime/descriptor_flags.h"

namespace afterword::runtime {
namespace {

constexpr std::size_t read_size = 64u << 10;    // what a pipe holds
constexpr std::size_t most_at_once = 8u << 20;  // input taken in one turn, so that timers get theirs
constexpr std::size_t keep_capacity = 256u << 10;
constexpr std::chrono::milliseconds farewell{500};

bool would_block(int error) { return error == EAGAIN || error == EWOULDBLOCK; }

bool ready(int descriptor, short events, int milliseconds) {
  pollfd wanted{descriptor, events, 0};
  return ::poll(&wanted, 1, milliseconds) > 0;
}

}  // namespace

Stream::Stream(Loop& loop, int input, int output, Ownership ownership, std::size_t backlog)
    : loop_(loop), input_(input), output_(output), ownership_(ownership), backlog_(backlog) {
  ignore_broken_pipes();
  // Waiting for input makes it non-blocking as well: done here, so that it is known and put back.
  set_nonblocking(input_);
  set_nonblocking(output_);
}

Stream::~Stream() {
  const auto until = std::chrono::steady_clock::now() + farewell;
  while (output_open_ && queued() > 0 && std::chrono::steady_clock::now() < until) {
    if (ready(output_, POLLOUT, 50)) write_queue();
  }
  readable_.reset();
  writable_.reset();
  restore_flags(input_);
  restore_flags(output_);
  if (ownership_ == Ownership::take) {
    ::close(input_);
    if (output_ != input_) ::close(output_);
  }
}

void Stream::start(Handlers handlers) {
  handlers_ = std::move(handlers);
  buffer_ = std::make_unique<char[]>(read_size);
  readable_ = loop_.when_readable(input_, [this] { read_input(); });
  // A file can't be polled, and never makes anyone wait: it is read a batch a turn.
  if (!readable_) later([this] { read_unpolled(); });
}

void Stream::later(Task task) {
  loop_.post([alive = std::weak_ptr(alive_), task = std::move(task)] {
    if (!alive.expired()) task();
  });
}

void Stream::read_unpolled() {
  const std::weak_ptr<int> alive = alive_;
  read_input();
  if (!alive.expired() && input_open_) later([this] { read_unpolled(); });
}

// Takes what is there, then hands it over in one batch. A read that fills the buffer may have left some; a shorter one
// has taken all there was, which saves asking.
void Stream::read_input() {
  std::vector<Input> batch;
  for (std::size_t taken = 0; input_open_ && taken < most_at_once; taken += read_size) {
    const bool full = read_once();
    collect(batch);
    if (!full || !ready(input_, POLLIN, 0)) break;
  }
  const bool broken = !batch.empty() && std::holds_alternative<framing::Fault>(batch.back()) &&
                      std::get<framing::Fault>(batch.back()).fatal;
  if (broken) input_open_ = false;
  const bool open = input_open_;
  if (!open) readable_.reset();
  const std::weak_ptr<int> alive = alive_;
  if (!batch.empty() && !ended_) handlers_.on_input(std::move(batch));
  if (alive.expired()) return;  // the session ended, and this with it
  if (!open) end(broken ? End::bad_stream : End::input_ended);
}

// True where the buffer was filled.
bool Stream::read_once() {
  const ssize_t got = ::read(input_, buffer_.get(), read_size);
  if (got > 0) {
    reader_.feed({buffer_.get(), static_cast<std::size_t>(got)});
    return static_cast<std::size_t>(got) == read_size;
  }
  if (got == 0 || (errno != EINTR && !would_block(errno))) input_open_ = false;
  return false;
}

void Stream::collect(std::vector<Input>& batch) {
  for (;;) {
    framing::Next next = reader_.next();
    if (std::holds_alternative<framing::NeedMore>(next)) return;
    if (auto* frame = std::get_if<framing::Frame>(&next))
      batch.emplace_back(std::move(*frame));
    else
      batch.emplace_back(std::get<framing::Fault>(next));
  }
}

void Stream::send(std::string frame) {
  if (!output_open_) return;
  std::size_t written = 0;
  if (queued() == 0) {
    const std::ptrdiff_t some = write_some(frame.data(), frame.size());
    if (some < 0) return;
    written = static_cast<std::size_t>(some);
    if (written == frame.size()) return;
  }
  if (queued() + frame.size() - written > backlog_) {
    output_open_ = false;
    later([this] { end(End::client_stuck); });
    return;
  }
  queue_.append(frame, written);
  if (!writable_) writable_ = loop_.when_writable(output_, [this] { write_queue(); });
}

void Stream::write_queue() {
  const std::ptrdiff_t some = output_open_ ? write_some(queue_.data() + sent_, queued()) : -1;
  if (some < 0) {
    writable_.reset();
    return;
  }
  sent_ += static_cast<std::size_t>(some);
  if (queued() == 0) {
    writable_.reset();
    sent_ = 0;
    if (queue_.capacity() > keep_capacity)
      std::string().swap(queue_);
    else
      queue_.clear();
  } else if (sent_ > queue_.size() / 2) {
    queue_.erase(0, sent_);
    sent_ = 0;
  }
}

// How many bytes the client took, 0 when it takes none now, -1 when it is gone.
std::ptrdiff_t Stream::write_some(const char* bytes, std::size_t size) {
  std::size_t written = 0;
  while (written < size) {
    const ssize_t some = ::write(output_, bytes + written, size - written);
    if (some >= 0) {
      written += static_cast<std::size_t>(some);
    } else if (would_block(errno)) {
      break;
    } else if (errno != EINTR) {
      output_open_ = false;
      later([this] { end(End::client_gone); });
      return -1;
    }
  }
  return static_cast<std::ptrdiff_t>(written);
}

void Stream::end(End why) {
  if (std::exchange(ended_, true)) return;
  input_open_ = false;
  readable_.reset();
  // A copy: the handler may destroy this.
  const auto on_end = handlers_.on_end;
  if (on_end) on_end(why);
}

std::unique_ptr<Stream> standard_streams(Loop& loop) {
  return std::make_unique<Stream>(loop, STDIN_FILENO, STDOUT_FILENO, Stream::Ownership::borrow);
}

}  // namespace afterword::runtime
