#include "server/runtime/sockets.h"

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace afterword::runtime {
namespace {

// How long accepting pauses when the process has no descriptors left.
constexpr std::chrono::milliseconds pause_accepting{200};

[[noreturn]] void fail(const std::string& what, int error) {
  throw std::runtime_error(what + ": " + std::strerror(error));
}

// Answers go out at once instead of waiting for more to send.
void send_at_once(int socket) {
  const int on = 1;
  ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

std::unique_ptr<Stream> connected(Loop& loop, int socket, const sockaddr* address, socklen_t size,
                                  const std::string& name) {
  if (socket < 0) fail("can't open a socket", errno);
  int failed = 0;
  do {
    failed = ::connect(socket, address, size);
  } while (failed != 0 && errno == EINTR);
  if (failed != 0) {
    const int error = errno;
    ::close(socket);
    fail("can't connect to " + name, error);
  }
  return std::make_unique<Stream>(loop, socket, socket, Stream::Ownership::take);
}

bool is_loopback(const sockaddr* address) {
  if (address->sa_family == AF_INET) {
    sockaddr_in four{};
    std::memcpy(&four, address, sizeof four);
    return (ntohl(four.sin_addr.s_addr) >> 24) == 127;
  }
  if (address->sa_family == AF_INET6) {
    sockaddr_in6 six{};
    std::memcpy(&six, address, sizeof six);
    return IN6_IS_ADDR_LOOPBACK(&six.sin6_addr) != 0;
  }
  return false;
}

struct Address {
  std::string host;
  std::string port;
};

Address split(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) throw std::runtime_error("--listen takes HOST:PORT");
  std::string_view host = text.substr(0, colon);
  if (host.size() >= 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
  if (host.empty()) throw std::runtime_error("--listen takes HOST:PORT; name the host, 127.0.0.1 for this machine");
  return {std::string(host), std::string(text.substr(colon + 1))};
}

int listening(const addrinfo& found, const std::string& address) {
  const int socket = ::socket(found.ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (socket < 0) fail("can't open a socket", errno);
  const int on = 1;
  ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (::bind(socket, found.ai_addr, found.ai_addrlen) != 0 || ::listen(socket, SOMAXCONN) != 0) {
    const int error = errno;
    ::close(socket);
    fail("can't listen on " + address, error);
  }
  return socket;
}

}  // namespace

std::unique_ptr<Stream> connect_port(Loop& loop, std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (socket >= 0) send_at_once(socket);
  return connected(loop, socket, reinterpret_cast<const sockaddr*>(&address), sizeof address,
                   "127.0.0.1:" + std::to_string(port));
}

std::unique_ptr<Stream> connect_pipe(Loop& loop, const std::string& name) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (name.size() >= sizeof address.sun_path) fail("can't connect to " + name, ENAMETOOLONG);
  std::memcpy(address.sun_path, name.data(), name.size());
  return connected(loop, ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0), reinterpret_cast<const sockaddr*>(&address),
                   sizeof address, name);
}

Listener::Listener(Loop& loop, const std::string& address, bool allow_remote, OnClient on_client)
    : loop_(loop), on_client_(std::move(on_client)) {
  const Address parts = split(address);
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
  addrinfo* found = nullptr;
  const int error = ::getaddrinfo(parts.host.c_str(), parts.port.c_str(), &hints, &found);
  if (error != 0) throw std::runtime_error("can't listen on " + address + ": " + ::gai_strerror(error));
  const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owner(found, &::freeaddrinfo);
  if (!allow_remote && !is_loopback(found->ai_addr))
    throw std::runtime_error(address + " can be reached from other machines; --allow-remote permits that");
  descriptor_ = listening(*found, address);
  waiting_ = loop_.when_readable(descriptor_, [this] { accept_all(); });
}

Listener::~Listener() {
  waiting_.reset();
  ::close(descriptor_);
}

std::uint16_t Listener::port() const {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  ::getsockname(descriptor_, reinterpret_cast<sockaddr*>(&address), &size);
  sockaddr_in6 six{};  // the port stands at the same place in both families
  std::memcpy(&six, &address, sizeof six);
  return ntohs(six.sin6_port);
}

void Listener::accept_all() {
  for (;;) {
    const int client = ::accept4(descriptor_, nullptr, nullptr, SOCK_CLOEXEC);
    if (client >= 0) {
      send_at_once(client);
      on_client_(std::make_unique<Stream>(loop_, client, client, Stream::Ownership::take));
      continue;
    }
    if (errno == EINTR || errno == ECONNABORTED) continue;
    if (errno == EMFILE || errno == ENFILE || errno == ENOMEM || errno == ENOBUFS) {
      // The client still waits in the queue: asking again at once would spin.
      waiting_ = loop_.after(pause_accepting,
                             [this] { waiting_ = loop_.when_readable(descriptor_, [this] { accept_all(); }); });
    }
    return;
  }
}

}  // namespace afterword::runtime
