#include "server/cli/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>
#include <vector>

#include "server/cli/report_parts.h"

namespace afterword::cli {

namespace {

void write_fix(JsonWriter& to, const Fix& fix) {
  to.begin_object();
  member(to, "title", std::string_view(fix.title));
  member(to, "preferred", fix.preferred);
  to.key("edits");
  to.begin_array();
  for (const Edit& edit : fix.edits) {
    to.begin_object();
    member(to, "start", edit.span.begin);
    member(to, "end", edit.span.end);
    member(to, "text", std::string_view(edit.text));
    to.end_object();
  }
  to.end_array();
  if (fix.file) {
    to.key("file");
    to.begin_object();
    member(to, "path", std::string_view(fix.file->path));
    member(to, "text", std::string_view(fix.file->text));
    to.end_object();
  }
  to.end_object();
}

/// The file of a related place, named as the note is: from the working folder where the note's path is relative.
std::string related_path(std::string_view note, const std::string& file) {
  if (file.empty()) return std::string(note);
  std::error_code error;
  if (note.starts_with("/") || !file.starts_with("/")) return file;
  auto near = std::filesystem::path(file).lexically_relative(std::filesystem::current_path(error));
  return error || near.empty() ? file : near.string();
}

void write_finding(JsonWriter& to, std::string_view path, const Note& note, const Finding& finding, Places& places) {
  to.begin_object();
  to.key("rule");
  if (finding.rule.empty())
    to.null();
  else
    to.string(finding.rule);
  member(to, "severity", name_of(finding.severity));
  member(to, "message", std::string_view(finding.message));
  member(to, "text", note.text(finding.span));
  place(to, "start", finding.span.begin, places);
  place(to, "end", finding.span.end, places);
  to.key("fixes");
  to.begin_array();
  for (const Fix& fix : finding.fixes) write_fix(to, fix);
  to.end_array();
  to.key("related");
  to.begin_array();
  for (const Related& related : finding.related) {
    const Origin& origin = related.origin;
    const lsp::Position at = origin.path.empty() ? places.at(origin.span.begin)  // only a file elsewhere comes counted
                                                 : lsp::Position{origin.line, origin.column};
    to.begin_object();
    member(to, "path", std::string_view(related_path(path, origin.path)));
    member(to, "line", static_cast<std::size_t>(at.line));
    member(to, "column", static_cast<std::size_t>(at.character));
    member(to, "message", std::string_view(related.message));
    to.end_object();
  }
  to.end_array();
  to.end_object();
}

std::string_view colour_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "\x1b[31m";
    case Severity::warning:
      return "\x1b[33m";
    case Severity::information:
      return "\x1b[36m";
    default:
      return "\x1b[2m";
  }
}

}  // namespace

void Summary::count(const Judgement& judged, bool stats) {
  const Occasion& occasion = judged.verdict.occasion;
  ++files;
  notes += occasion.is_note;
  for (const Finding& finding : judged.verdict.findings) ++by_severity[static_cast<std::size_t>(finding.severity)];
  if (!stats) return;
  if (occasion.is_note) {
    ++by_kind[occasion.kind];
    words += judged.note.word_count();
  }
  for (const Finding& finding : judged.verdict.findings) {
    const auto known = by_rule.find(finding.rule);  // no string is made for a rule that is known
    if (known == by_rule.end())
      by_rule.emplace(finding.rule, 1);
    else
      ++known->second;
  }
}

void Summary::add(const Summary& other) {
  files += other.files;
  notes += other.notes;
  words += other.words;
  for (std::size_t i = 0; i < by_severity.size(); ++i) by_severity[i] += other.by_severity[i];
  for (const auto& [rule, count] : other.by_rule) by_rule[rule] += count;
  for (const auto& [kind, count] : other.by_kind) by_kind[kind] += count;
}

bool Summary::reaches(Severity severity) const {
  for (std::size_t i = static_cast<std::size_t>(severity); i < by_severity.size(); ++i)
    if (severity != Severity::off && by_severity[i] > 0) return true;
  return false;
}

std::string note_json(std::string_view path, const Judgement& judged, std::string_view id) {
  std::string out;
  out.reserve(1024 + judged.verdict.findings.size() * 512);
  JsonWriter to(out);
  Places places(judged.note.text());
  const Occasion& occasion = judged.verdict.occasion;
  to.begin_object();
  if (!id.empty()) {
    to.key("id");
    to.raw(id);
  }
  member(to, "path", path);
  member(to, "note", occasion.is_note);
  member(to, "why", occasion.why);
  to.key("kind");
  if (occasion.is_note)
    to.string(name_of(occasion.kind));
  else
    to.null();
  member(to, "declared", occasion.declared);
  member(to, "words", judged.note.word_count());
  to.key("findings");
  to.begin_array();
  for (const Finding& finding : judged.verdict.findings) write_finding(to, path, judged.note, finding, places);
  to.end_array();
  to.end_object();
  return out;
}

std::string summary_json(const Summary& summary) {
  return fmt::format(R"({{"files":{},"notes":{},"error":{},"warning":{},"information":{},"hint":{}}})", summary.files,
                     summary.notes, summary.of(Severity::error), summary.of(Severity::warning),
                     summary.of(Severity::information), summary.of(Severity::hint));
}

std::string visible(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const bool c1 = c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (c == '\n' || c == '\r' || c == '\t')
      out += ' ';
    else if (c < 0x20 || c == 0x7F)
      out += fmt::format("\\x{:02x}", c);
    else if (c1)
      out += fmt::format("\\x{:02x}", static_cast<unsigned char>(text[++i]));
    else
      out += text[i];
  }
  return out;
}

std::string note_text(std::string_view path, const Judgement& judged, bool colour) {
  std::string out;
  Places places(judged.note.text());
  for (const Finding& finding : judged.verdict.findings) {
    lsp::Position at = places.at(finding.span.begin);
    std::string_view on = colour ? colour_of(finding.severity) : "", off = colour ? "\x1b[0m" : "";
    out += fmt::format("{}:{}:{}: {}{}{}: {}", visible(path), at.line, at.character, on, name_of(finding.severity), off,
                       visible(finding.message));
    out += finding.rule.empty() ? "\n" : fmt::format(" [{}]\n", finding.rule);
    for (const Fix& fix : finding.fixes)
      if (fix.preferred || finding.fixes.size() == 1) out += fmt::format("    fix: {}\n", visible(fix.title));
  }
  return out;
}

std::string summary_text(const Summary& summary) {
  return fmt::format("{} in {}: {}, {}, {} to consider, {}\n", plural(summary.notes, "note"),
                     plural(summary.files, "file"), plural(summary.of(Severity::error), "error"),
                     plural(summary.of(Severity::warning), "warning"), summary.of(Severity::information),
                     plural(summary.of(Severity::hint), "hint"));
}

std::string stats_text(const Summary& summary, double seconds) {
  std::vector<std::pair<std::string, std::size_t>> rules(summary.by_rule.begin(), summary.by_rule.end());
  std::stable_sort(rules.begin(), rules.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::pair<std::string, std::size_t>> kinds;
  for (const auto& [kind, count] : summary.by_kind) kinds.emplace_back(name_of(kind), count);
  std::stable_sort(kinds.begin(), kinds.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::size_t width = std::string_view("notes/s").size();
  for (const auto* rows : {&rules, &kinds})
    for (const auto& [name, count] : *rows) width = std::max(width, name.size());
  std::string out;
  const auto table = [&](std::string_view title, std::string_view counted, const auto& rows) {
    if (rows.empty()) return;
    out += fmt::format("\n{:{}}  {:>9}\n", title, width, counted);
    for (const auto& [name, count] : rows)
      out += fmt::format("{:{}}  {:>9}\n", name.empty() ? "(no rule)" : visible(name), width, count);
  };
  table("rule", "findings", rules);
  table("kind", "notes", kinds);
  out += fmt::format("\n{:{}}  {:>9}\n{:{}}  {:>9}\n{:{}}  {:>9}\n", "files", width, summary.files, "notes", width,
                     summary.notes, "words", width, summary.words);
  const double rate = seconds > 0 ? static_cast<double>(summary.notes) / seconds : 0;
  return out + fmt::format("{:{}}  {:>9.2f}\n{:{}}  {:>9.0f}\n", "seconds", width, seconds, "notes/s", width, rate);
}

}  // namespace afterword::cli
