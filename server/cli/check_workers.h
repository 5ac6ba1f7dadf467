// Many files on as many threads as there are jobs, while a bar tells how far they are.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <mutex>
#include <string_view>
#include <thread>
#include <vector>

#include "server/cli/progress.h"

namespace afterword::cli {

/// Calls `work(own, i)` for each i below `count`. Each thread has an `own` that `make()` made; `end(own)` takes it
/// back, for one thread at a time. `jobs` 0: one thread a core. A few files are not worth a thread.
template <typename Make, typename Work, typename End>
void share_out(unsigned jobs, std::string_view doing, std::size_t count, Make make, Work work, End end) {
  Progress progress(doing, count);
  std::atomic<std::size_t> next = 0;
  std::mutex ending;
  const auto run = [&] {
    auto own = make();
    for (std::size_t i; (i = next++) < count; progress.step()) work(own, i);
    std::lock_guard lock(ending);
    end(own);
  };
  const std::size_t allowed = jobs ? jobs : std::max(1u, std::thread::hardware_concurrency());
  const std::size_t threads = std::max<std::size_t>(1, std::min(count / 8, allowed));
  std::vector<std::thread> workers;
  for (std::size_t i = 1; i < threads; ++i) workers.emplace_back(run);
  run();
  for (std::thread& worker : workers) worker.join();
}

}  // namespace afterword::cli
