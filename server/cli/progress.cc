#include "server/cli/progress.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include <fmt/format.h>

namespace afterword::cli {

namespace {

constexpr std::int64_t first_after = 500, again_after = 100;  // milliseconds

std::mutex terminal;
bool drawn = false;  // under `terminal`

void say(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stderr); }  // fmt::print throws

void take_away() {
  if (drawn) say("\r\x1b[K");
  drawn = false;
}

bool takes_lines_back() {
  const char* kind = std::getenv("TERM");
  return ::isatty(STDERR_FILENO) && kind && *kind && std::string_view(kind) != "dumb";
}

std::size_t terminal_width() {
  winsize size{};
  return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

}  // namespace

std::string progress_line(std::string_view doing, std::size_t done, std::size_t total, double seconds,
                          std::size_t width) {
  constexpr std::size_t least_bar = 5, most_bar = 40;
  const double share = total > 0 ? static_cast<double>(std::min(done, total)) / static_cast<double>(total) : 0;
  const std::string percent = fmt::format("{:3}%", static_cast<int>(share * 100));
  const std::string rate = fmt::format(" {:.0f}/s", seconds > 0 ? static_cast<double>(done) / seconds : 0.0);
  const std::string count = fmt::format("{} {}/{} ", doing, done, total);
  const std::size_t room = width > 0 ? width - 1 : 0;
  const std::size_t text = count.size() + percent.size() + rate.size();
  if (text + least_bar + 3 <= room) {
    const std::size_t bar = std::min(most_bar, room - text - 3);
    const auto full = static_cast<std::size_t>(share * static_cast<double>(bar));
    return fmt::format("{}[{}{}] {}{}", count, std::string(full, '#'), std::string(bar - full, '.'), percent, rate);
  }
  if (text <= room) return count + percent + rate;
  if (count.size() + percent.size() <= room) return count + percent;
  return percent.size() <= room ? percent : std::string();
}

Progress::Progress(std::string_view doing, std::size_t total)
    : doing_(doing), total_(total), shows_(total > 0 && takes_lines_back()), next_(first_after) {}

Progress::~Progress() {
  if (shows_) BarAside();
}

void Progress::step() {
  const std::size_t done = ++done_;
  if (!shows_) return;
  const auto passed = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start_).count();
  std::int64_t due = next_;
  if (passed < due || !next_.compare_exchange_strong(due, passed + again_after)) return;  // another thread draws
  const std::string line = progress_line(doing_, done, total_, static_cast<double>(passed) / 1000, terminal_width());
  std::lock_guard lock(terminal);
  say("\r" + line + "\x1b[K");
  drawn = true;
}

BarAside::BarAside() : lock_(terminal) { take_away(); }

}  // namespace afterword::cli
