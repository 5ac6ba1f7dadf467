// What an editor does with a server and one document, each step timed in milliseconds: start, open, type, ask.
#pragma once

#include <string>
#include <vector>

#include "tests/bench/server_process.h"

namespace afterword::bench {

/// From just before the process is started to the answer to `initialize`; the server is ready for documents then.
double time_start(const std::vector<std::string>& command);

class Editor {
 public:
  /// Starts a server of its own. `text` is ASCII and has several lines.
  Editor(const std::vector<std::string>& command, std::string text);

  /// Opens the text under a new name, until its diagnostics are there; what was open before is closed.
  double open();
  /// One key stroke in the middle of the text, until the diagnostics of that version are there. A sentence is typed
  /// and then deleted again, letter by letter.
  double type();
  double complete();
  /// At the first finding, as when the light bulb is asked for.
  double code_action();

  double peak_megabytes() const { return server_.peak_megabytes(); }
  double processor_milliseconds() const { return server_.processor_milliseconds(); }
  std::size_t findings() const { return diagnostics_.size(); }

 private:
  double until_published(const std::string& method, Json params);
  Json place(std::size_t character) const { return {{"line", line_}, {"character", character}}; }
  Json document() const { return {{"uri", uri_}}; }

  ServerProcess server_;
  std::string text_, uri_;
  std::size_t line_ = 0, column_ = 0;  ///< where the typed sentence begins
  std::size_t step_ = 0;
  int version_ = 0, opened_ = 0;
  Json diagnostics_;
};

}  // namespace afterword::bench
