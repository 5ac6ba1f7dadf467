// What many threads have to print, in the order of the files. Any thread.
#pragma once

#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace afterword::cli {

/// Where a report goes: standard output or standard error.
using Sink = std::function<void(std::string_view)>;

/// Prints what is finished in order, while workers go on; keeps nothing that was printed. Empty texts are passed over,
/// the separator stands between the others.
class InOrder {
 public:
  InOrder(std::size_t count, std::string_view separator, Sink sink)
      : ready_(count), texts_(count), separator_(separator), sink_(std::move(sink)) {}

  void put(std::size_t index, std::string text) {
    std::lock_guard lock(mutex_);
    texts_[index] = std::move(text);
    ready_[index] = true;
    for (; next_ < ready_.size() && ready_[next_]; ++next_) {
      if (texts_[next_].empty()) continue;
      if (std::exchange(any_, true)) sink_(separator_);
      sink_(texts_[next_]);
      texts_[next_] = std::string();
    }
  }

 private:
  std::mutex mutex_;
  std::vector<char> ready_;
  std::vector<std::string> texts_;
  std::string_view separator_;
  Sink sink_;
  std::size_t next_ = 0;
  bool any_ = false;
};

}  // namespace afterword::cli
