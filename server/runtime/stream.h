// A Transport over two descriptors, one for each direction: pipes, sockets, terminals, files. Belongs to the loop's
// thread.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "server/runtime/loop.h"
#include "server/runtime/transport.h"

namespace afterword::runtime {

/// How much output may wait for a client that does not read, in bytes.
inline constexpr std::size_t max_backlog = 64u << 20;

class Stream : public Transport {
 public:
  enum class Ownership { borrow, take };

  /// `input` and `output` may be the same. Taken ones are closed in the end. `backlog`: see max_backlog.
  Stream(Loop& loop, int input, int output, Ownership ownership, std::size_t backlog = max_backlog);
  /// Gives what is queued half a second to leave, then restores the descriptors' flags.
  ~Stream() override;
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  void start(Handlers handlers) override;
  void send(std::string frame) override;

  std::size_t queued() const { return queue_.size() - sent_; }

 private:
  void read_input();
  bool read_once();
  void collect(std::vector<Input>& batch);
  void read_unpolled();
  void write_queue();
  std::ptrdiff_t write_some(const char* bytes, std::size_t size);
  void end(End why);
  void later(Task task);

  Loop& loop_;
  int input_;
  int output_;
  Ownership ownership_;
  std::size_t backlog_;
  Handlers handlers_;
  framing::FrameReader reader_;
  std::unique_ptr<char[]> buffer_;
  Token readable_;
  Token writable_;
  std::string queue_;  // what the client has not taken, from sent_ on
  std::size_t sent_ = 0;
  bool input_open_ = true;
  bool output_open_ = true;
  bool ended_ = false;
  std::shared_ptr<int> alive_ = std::make_shared<int>();  // posted tasks hold it weakly
};

/// The client on standard input and output.
std::unique_ptr<Stream> standard_streams(Loop& loop);

}  // namespace afterword::runtime
