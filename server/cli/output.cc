#include "server/cli/output.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "server/cli/progress.h"
#include "server/cli/report.h"

namespace afterword::cli {

namespace {

int failure = 0;  // the first error of standard output; a later one may be another

bool keep(bool done) {
  if (!done && failure == 0) failure = errno != 0 ? errno : EIO;
  return failure == 0;
}

}  // namespace

bool write_output(std::string_view text) {
  const BarAside aside;
  if (failure != 0) return false;
  if (text.empty()) return true;  // which may have no bytes to point at
  errno = 0;
  return keep(std::fwrite(text.data(), 1, text.size(), stdout) == text.size());
}

// Nobody is left to be told should these fail; fmt::print throws.
void write_error(std::string_view text) {
  const BarAside aside;
  if (!text.empty()) std::fwrite(text.data(), 1, text.size(), stderr);
}

void complain(std::string_view message) { write_error(fmt::format("afterword: {}\n", visible(message))); }

bool flush_output() {
  if (failure != 0) return false;
  errno = 0;
  return keep(std::fflush(stdout) == 0);
}

int end_output(int code) {
  if (flush_output()) return code;
  if (failure != EPIPE) complain(fmt::format("cannot write the output: {}", std::strerror(failure)));
  return 2;
}

}  // namespace afterword::cli
