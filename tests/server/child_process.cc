#include "tests/server/child_process.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <thread>

#include "protocol/framing/frame_writer.h"

namespace afterword::tests {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto patience = 10s;  // sanitizers and a busy machine included

struct Pipe {
  int ends[2] = {-1, -1};
  Pipe() { REQUIRE(::pipe2(ends, O_CLOEXEC) == 0); }
};

void close_end(int& descriptor) {
  if (descriptor >= 0) ::close(descriptor);
  descriptor = -1;
}

bool ready(int descriptor, short events, std::chrono::milliseconds limit) {
  pollfd wanted{descriptor, events, 0};
  return ::poll(&wanted, 1, static_cast<int>(limit.count())) > 0;
}

// In the child, after fork(): only what is safe there.
[[noreturn]] void become(char* const* arguments, const char* folder, const Variables& variables, int in, int out,
                         int error) {
  ::signal(SIGPIPE, SIG_DFL);
  ::dup2(in, STDIN_FILENO);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(error, STDERR_FILENO);
  for (const auto& [name, value] : variables) ::setenv(name.c_str(), value.c_str(), 1);
  if (!*folder || ::chdir(folder) == 0) ::execv(AFTERWORD_PROGRAM, arguments);
  ::_exit(127);
}

}  // namespace

Child::Child(const Arguments& arguments, const std::string& folder, const Variables& variables) {
  ::signal(SIGPIPE, SIG_IGN);  // a write to a process that is gone is an error here
  Pipe in, printed, errors;
  Arguments all{AFTERWORD_PROGRAM};
  all.insert(all.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  for (std::string& argument : all) pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  pid_ = ::fork();
  REQUIRE(pid_ >= 0);
  if (pid_ == 0) become(pointers.data(), folder.c_str(), variables, in.ends[0], printed.ends[1], errors.ends[1]);
  input_ = in.ends[1];
  output_ = printed.ends[0];
  error_ = errors.ends[0];
  shared_[0] = in.ends[0];
  shared_[1] = printed.ends[1];
  close_end(errors.ends[1]);
  ::fcntl(input_, F_SETFL, O_NONBLOCK);
}

Child::~Child() {
  if (!ended_) {
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
  }
  for (int* end : {&input_, &output_, &error_}) close_end(*end);
  drop_shared();
}

void Child::drop_shared() {
  close_end(shared_[0]);
  close_end(shared_[1]);
}

bool Child::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t some = ::write(input_, bytes.data(), bytes.size());
    if (some > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(some));
    } else if (errno == EAGAIN) {
      if (!ready(input_, POLLOUT, patience)) return false;
    } else if (errno != EINTR) {
      return false;
    }
  }
  return true;
}

void Child::close_input() { close_end(input_); }
void Child::close_output() { close_end(output_); }

bool Child::read_some(std::string& into, std::chrono::milliseconds limit) {
  if (output_ < 0 || !ready(output_, POLLIN, limit)) return false;
  char buffer[1 << 16];
  const ssize_t got = ::read(output_, buffer, sizeof buffer);
  if (got <= 0) return false;
  into.append(buffer, static_cast<std::size_t>(got));
  return true;
}

void Child::read_to_end(std::chrono::milliseconds limit) {
  const auto until = Clock::now() + limit;
  bool open[2] = {true, true};
  while ((open[0] || open[1]) && Clock::now() < until) {
    pollfd wanted[2] = {{open[0] ? output_ : -1, POLLIN, 0}, {open[1] ? error_ : -1, POLLIN, 0}};
    if (::poll(wanted, 2, 100) <= 0) continue;
    for (int i = 0; i < 2; ++i) {
      if (wanted[i].revents == 0) continue;
      char buffer[1 << 16];
      const ssize_t got = ::read(wanted[i].fd, buffer, sizeof buffer);
      if (got > 0) (i == 0 ? out : error).append(buffer, static_cast<std::size_t>(got));
      open[i] = got > 0;
    }
  }
}

Ended Child::wait(std::chrono::milliseconds limit) {
  const auto until = Clock::now() + limit;
  while (!ended_) {
    int status = 0;
    if (::waitpid(pid_, &status, WNOHANG) == pid_) {
      ended_ = WIFEXITED(status) ? Ended{WEXITSTATUS(status), 0, true} : Ended{-1, WTERMSIG(status), true};
    } else if (Clock::now() > until) {
      return {-1, 0, false};
    } else {
      std::this_thread::sleep_for(2ms);
    }
  }
  return *ended_;
}

void Child::kill(int signal) const { ::kill(pid_, signal); }

Finished run(const Arguments& arguments, std::string_view input, const std::string& folder,
             const Variables& variables) {
  Child child(arguments, folder, variables);
  child.drop_shared();
  // What a command says before it has read all would fill its pipe: a thread reads meanwhile.
  std::thread reader([&] { child.read_to_end(60s); });
  child.write(input);
  child.close_input();
  reader.join();
  const Ended ended = child.wait(patience);
  return {ended, std::move(child.out), std::move(child.error)};
}

std::string framed(const nlohmann::json& message) { return framing::frame(message.dump()); }

ServerProcess::ServerProcess(const Arguments& more, const Variables& variables)
    : child_(
          [&] {
            Arguments all{"lsp"};
            all.insert(all.end(), more.begin(), more.end());
            return all;
          }(),
          {}, variables) {}

bool ServerProcess::send(const Json& message) {
  Json whole = message;
  whole["jsonrpc"] = "2.0";
  return send_raw(framed(whole));
}

ServerProcess::Json ServerProcess::next() {
  const auto until = Clock::now() + patience;
  for (;;) {
    framing::Next next = reader_.next();
    if (const auto* frame = std::get_if<framing::Frame>(&next)) return Json::parse(frame->body);
    REQUIRE_FALSE(std::holds_alternative<framing::Fault>(next));
    std::string bytes;
    if (Clock::now() > until || !child_.read_some(bytes, patience)) return nullptr;
    reader_.feed(bytes);
  }
}

ServerProcess::Json ServerProcess::answer(const Json& id) {
  for (;;) {
    Json message = next();
    if (message.is_null() || (message.contains("id") && message["id"] == id && !message.contains("method")))
      return message;
  }
}

void ServerProcess::start(const Json& params) {
  send({{"id", 0}, {"method", "initialize"}, {"params", params}});
  REQUIRE(answer(0).contains("result"));
  send({{"method", "initialized"}, {"params", Json::object()}});
}

Ended ServerProcess::leave() {
  send({{"id", "last"}, {"method", "shutdown"}});
  const Json last = answer("last");
  CHECK(last.contains("result"));
  send({{"method", "exit"}});
  return child_.wait(patience);
}

}  // namespace afterword::tests
