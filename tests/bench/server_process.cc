#include "tests/bench/server_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace afterword::bench {

namespace {

constexpr int patience = 60000;  // ms without a byte: the server hangs

std::string frame_of(const Json& message) {
  std::string body = message.dump();
  return "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

}  // namespace

void give_up(const std::string& why) {
  std::fprintf(stderr, "bench: %s\n", why.c_str());
  std::exit(2);
}

ServerProcess::ServerProcess(const std::vector<std::string>& command) : name_(command.at(0)) {
  ::signal(SIGPIPE, SIG_IGN);
  std::array<int, 2> down{}, up{};
  if (::pipe2(down.data(), O_CLOEXEC) != 0 || ::pipe2(up.data(), O_CLOEXEC) != 0) give_up("no pipe");
  std::vector<char*> arguments;
  for (const std::string& part : command) arguments.push_back(const_cast<char*>(part.c_str()));
  arguments.push_back(nullptr);
  child_ = ::fork();
  if (child_ < 0) give_up("cannot fork");
  if (child_ == 0) {
    ::dup2(down[0], STDIN_FILENO);
    ::dup2(up[1], STDOUT_FILENO);
    ::execv(arguments[0], arguments.data());
    ::_exit(127);
  }
  ::close(down[0]);
  ::close(up[1]);
  to_ = down[1];
  from_ = up[0];
  ::fcntl(to_, F_SETFL, O_NONBLOCK);
  ::fcntl(from_, F_SETFL, O_NONBLOCK);
}

ServerProcess::~ServerProcess() {
  ::close(to_);
  ::close(from_);
  ::kill(child_, SIGKILL);
  ::waitpid(child_, nullptr, 0);
}

/// Writes what is left to write and reads what is there, waiting for either.
void ServerProcess::pump() {
  if (!out_.empty()) {
    ssize_t written = ::write(to_, out_.data(), out_.size());
    if (written < 0 && errno != EAGAIN && errno != EINTR) give_up(name_ + " went away");
    if (written > 0) out_.erase(0, static_cast<std::size_t>(written));
  }
  std::array<pollfd, 2> waits{{{from_, POLLIN, 0}, {to_, POLLOUT, 0}}};
  int ready = ::poll(waits.data(), out_.empty() ? 1 : 2, patience);
  if (ready == 0) give_up(name_ + " does not answer");
  if (ready < 0 || !(waits[0].revents & (POLLIN | POLLHUP))) return;
  std::array<char, 65536> buffer;
  ssize_t got = ::read(from_, buffer.data(), buffer.size());
  if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR)) give_up(name_ + " ended");
  read_at_ = Clock::now();
  if (got > 0) in_.append(buffer.data(), static_cast<std::size_t>(got));
}

/// The next whole message, if one is there.
bool ServerProcess::next_body(std::string& body) {
  auto head = in_.find("\r\n\r\n");
  if (head == std::string::npos) return false;
  auto length = in_.find("Content-Length: ");
  if (length == std::string::npos || length > head) give_up(name_ + " sent a header without a length");
  std::size_t size = std::strtoul(in_.c_str() + length + std::strlen("Content-Length: "), nullptr, 10);
  if (in_.size() < head + 4 + size) return false;
  body.assign(in_, head + 4, size);
  in_.erase(0, head + 4 + size);
  return true;
}

double ServerProcess::exchange(const Json& message, const std::function<bool(const Json&)>& wanted) {
  out_ += frame_of(message);
  auto start = Clock::now();
  for (std::string body;;) {
    pump();
    while (next_body(body)) {
      auto at = read_at_;
      Json read = Json::parse(body, nullptr, false);
      if (read.is_discarded()) give_up(name_ + " sent what is no JSON");
      if (read.contains("method") && read.contains("id"))  // a request of the server's own
        out_ += frame_of({{"jsonrpc", "2.0"}, {"id", read["id"]}, {"result", nullptr}});
      if (!wanted(read)) continue;
      last_ = std::move(read);
      last_at_ = at;
      return std::chrono::duration<double, std::milli>(at - start).count();
    }
  }
}

double ServerProcess::request(const std::string& method, Json params) {
  int id = next_id_++;
  double ms = exchange({{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", std::move(params)}},
                       [&](const Json& read) { return !read.contains("method") && read.value("id", Json()) == id; });
  if (last_.contains("error")) give_up(name_ + " refused " + method + ": " + last_["error"].dump());
  return ms;
}

void ServerProcess::notify(const std::string& method, Json params) {
  out_ += frame_of({{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}});
}

double ServerProcess::peak_megabytes() const {
  std::ifstream status("/proc/" + std::to_string(child_) + "/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:")) return std::strtod(line.c_str() + 6, nullptr) * 1024 / 1e6;
  return 0;
}

double ServerProcess::processor_milliseconds() const {
  double sum = 0;
  for (const auto& thread : std::filesystem::directory_iterator("/proc/" + std::to_string(child_) + "/task")) {
    double nanoseconds = 0;
    if (std::ifstream(thread.path() / "schedstat") >> nanoseconds) sum += nanoseconds / 1e6;
  }
  if (sum <= 0) give_up("/proc tells nothing of the processor's time");
  return sum;
}

}  // namespace afterword::bench
