// What a session knows of its connection: input in batches, output by the frame, the end. Implemented over any pair of
// descriptors; belongs to the loop's thread.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "protocol/framing/frame_reader.h"

namespace afterword::runtime {

using Input = std::variant<framing::Frame, framing::Fault>;

enum class End {
  input_ended,   ///< the client closed its side
  bad_stream,    ///< a fatal fault of framing, which the last batch held
  client_gone,   ///< writing failed: nobody reads
  client_stuck,  ///< it does not read; more than the bound was queued
};

struct Handlers {
  /// All frames that had arrived when the loop looked, never empty: the place to see what a later one makes moot.
  std::function<void(std::vector<Input>)> on_input;
  /// Once, and last. No output is possible after client_gone and client_stuck.
  std::function<void(End)> on_end;
};

class Transport {
 public:
  virtual ~Transport() = default;
  /// Handlers are called from the loop, never from within start() or send().
  virtual void start(Handlers handlers) = 0;
  /// Sends a frame at once where the client takes it, queues it otherwise. Never blocks.
  virtual void send(std::string frame) = 0;
};

}  // namespace afterword::runtime
