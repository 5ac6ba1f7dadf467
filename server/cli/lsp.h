// The command `lsp`: one session over standard input and output.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace afterword::cli {

struct LspOptions {
  std::optional<std::int64_t> client_process;  ///< --clientProcessId: ends with that process
  std::string version;
};

/// Serves until the client ends the session. Returns the exit code: 0 after a shutdown, else 1.
int serve(const LspOptions& options);

}  // namespace afterword::cli
