#include "rules/engine/finding.h"

namespace afterword {

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::off:
      return "off";
    case Severity::hint:
      return "hint";
    case Severity::information:
      return "information";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "off";
}

std::optional<Severity> severity_named(std::string_view name) {
  for (Severity severity : {Severity::off, Severity::hint, Severity::information, Severity::warning, Severity::error})
    if (name_of(severity) == name) return severity;
  return std::nullopt;
}

}  // namespace afterword
