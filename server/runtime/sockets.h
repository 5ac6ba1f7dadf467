// Ways to a client other than the standard streams. Belongs to the loop's thread; connecting happens before it runs.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "server/runtime/stream.h"

namespace afterword::runtime {

/// Connects to the client's port on this machine (--socket), or to its socket in the file system (--pipe). Throws
/// std::runtime_error with one line for the user.
std::unique_ptr<Stream> connect_port(Loop& loop, std::uint16_t port);
std::unique_ptr<Stream> connect_pipe(Loop& loop, const std::string& name);

/// Waits for clients.
class Listener {
 public:
  using OnClient = std::function<void(std::unique_ptr<Stream>)>;

  /// `address` is HOST:PORT, [IPv6]:PORT too; port 0 takes a free one. Throws std::runtime_error where it can't be
  /// listened on, and for anything but this machine unless `allow_remote`.
  Listener(Loop& loop, const std::string& address, bool allow_remote, OnClient on_client);
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  std::uint16_t port() const;

 private:
  void accept_all();

  Loop& loop_;
  OnClient on_client_;
  int descriptor_ = -1;
  Token waiting_;
};

}  // namespace afterword::runtime
