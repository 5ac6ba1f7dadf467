// Standard output and standard error of the commands: everything they print goes through here, so that output that
// can't be written is told in one place, and no progress bar stands in its way. Not for `lsp`, which has its own
// stream. Any thread may write.
#pragma once

#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace afterword::cli {

/// Writes to standard output. False once that failed; what follows is then dropped.
bool write_output(std::string_view text);

template <typename... Values>
bool print_output(fmt::format_string<Values...> format, Values&&... values) {
  return write_output(fmt::format(format, std::forward<Values>(values)...));
}

/// Says one line on standard error, "afterword: ...".
void complain(std::string_view message);
/// Writes to standard error as it is; for what is not a complaint.
void write_error(std::string_view text);

/// Hands on what is buffered. False where that, or a write before, failed.
bool flush_output();

/// The exit code of a command that is done: `code`, or 2 where not all of its output could be written, which it says on
/// standard error unless the reader of a pipe has simply gone.
int end_output(int code);

}  // namespace afterword::cli
