// What `check` prints, in each of its formats: around all files, and of each. One object a run; any thread may ask for
// a note.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "server/cli/commands.h"
#include "server/cli/report.h"
#include "server/session/judgement.h"

namespace afterword::cli {

/// How a run ended, for formats that tell of it.
struct RunEnd {
  const Summary& summary;
  const std::vector<std::string>& files;  ///< that were judged, as they were named
  int code;                               ///< that the command ends with
};

class CheckFormat {
 public:
  virtual ~CheckFormat() = default;
  /// Before the first file.
  virtual std::string opening() const { return {}; }
  /// Of a file; empty where there is nothing to say.
  virtual std::string of(std::string_view name, const Judgement& judged) = 0;
  /// Between two files of which there was something to say.
  virtual std::string_view separator() const { return {}; }
  virtual std::string closing(const RunEnd&) const { return {}; }
};

/// `colour` for lines that a terminal shows.
std::unique_ptr<CheckFormat> check_format(const CheckOptions& options, bool colour);

/// SARIF 2.1.0: results as they are found; rules, files and complaints at the end.
std::unique_ptr<CheckFormat> sarif_format(const CheckOptions& options);

}  // namespace afterword::cli
