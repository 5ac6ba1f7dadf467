#include "server/cli/check_formats.h"

#include <filesystem>

#include <fmt/format.h>

#include "server/cli/report_parts.h"

namespace afterword::cli {

namespace {

class TextFormat : public CheckFormat {
 public:
  explicit TextFormat(bool colour) : colour_(colour) {}
  std::string of(std::string_view name, const Judgement& judged) override { return note_text(name, judged, colour_); }
  std::string closing(const RunEnd& end) const override { return summary_text(end.summary); }

 private:
  bool colour_;
};

class JsonFormat : public CheckFormat {
 public:
  explicit JsonFormat(LocalTime now) : now_(now) {}
  std::string opening() const override {
    return fmt::format("{{\"version\":1,\"now\":\"{}\",\"notes\":[", to_string(now_));
  }
  std::string of(std::string_view name, const Judgement& judged) override { return note_json(name, judged); }
  std::string_view separator() const override { return ",\n"; }
  std::string closing(const RunEnd& end) const override {
    return fmt::format("],\"summary\":{}}}\n", summary_json(end.summary));
  }

 private:
  LocalTime now_;
};

class JsonLinesFormat : public CheckFormat {
 public:
  std::string of(std::string_view name, const Judgement& judged) override { return note_json(name, judged) + "\n"; }
};

/// As a workflow command's text must be written; in a property two more characters mean something.
std::string escaped_for_github(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    if (c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ',')))
      out += fmt::format("%{:02X}", static_cast<unsigned>(c));
    else
      out += c;
  }
  return visible(out);
}

std::string_view github_command(Severity severity) {
  return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "notice";
}

/// Workflow commands of GitHub Actions, which shows them beside the lines of a change.
class GithubFormat : public CheckFormat {
 public:
  std::string of(std::string_view name, const Judgement& judged) override {
    const std::string file = escaped_for_github(std::filesystem::path(name).lexically_normal().string(), true);
    std::string out;
    Places places(judged.note.text());
    for (const Finding& finding : judged.verdict.findings) {
      const lsp::Position begin = places.at(finding.span.begin), end = places.at(finding.span.end);
      out +=
          fmt::format("::{} file={},line={},endLine={}", github_command(finding.severity), file, begin.line, end.line);
      if (begin.line == end.line)  // across lines it takes no columns
        out += fmt::format(",col={},endColumn={}", begin.character, end.character);
      if (!finding.rule.empty()) out += ",title=" + escaped_for_github(finding.rule, true);
      out += "::" + escaped_for_github(finding.message, false) + "\n";
    }
    return out;
  }
};

}  // namespace

std::unique_ptr<CheckFormat> check_format(const CheckOptions& options, bool colour) {
  switch (options.format) {
    case OutputFormat::json:
      return std::make_unique<JsonFormat>(options.now.value_or(local_now()));
    case OutputFormat::jsonl:
      return std::make_unique<JsonLinesFormat>();
    case OutputFormat::github:
      return std::make_unique<GithubFormat>();
    case OutputFormat::sarif:
      return sarif_format(options);
    default:
      return std::make_unique<TextFormat>(colour);
  }
}

}  // namespace afterword::cli
