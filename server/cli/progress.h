// How far a long run is: one line at the foot of the terminal that standard error is, nothing anywhere else. Whatever
// else is written to a terminal meanwhile holds a BarAside, which output.h sees to. Any thread.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>

namespace afterword::cli {

/// The line for so many of `total` after so many seconds: count, share and rate, and a bar where there is room.
/// Shorter than `width` columns, since a terminal may wrap a full line; empty where nothing fits. ASCII.
std::string progress_line(std::string_view doing, std::size_t done, std::size_t total, double seconds,
                          std::size_t width);

class Progress {
 public:
  /// Nothing is shown in the first half second, and nothing at all for a terminal that can't take a line back.
  Progress(std::string_view doing, std::size_t total);
  ~Progress();  ///< takes the bar away
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// One of them is done.
  void step();

 private:
  using Clock = std::chrono::steady_clock;

  std::string_view doing_;
  std::size_t total_;
  bool shows_;
  Clock::time_point start_ = Clock::now();
  std::atomic<std::size_t> done_ = 0;
  std::atomic<std::int64_t> next_;  // milliseconds from the start: when it is drawn again
};

/// Takes the bar away, and keeps it away while it lives.
class BarAside {
 public:
  BarAside();

 private:
  std::lock_guard<std::mutex> lock_;
};

}  // namespace afterword::cli
