#include "rules/engine/page.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "rules/note/unicode.h"

namespace afterword {

namespace {

std::string_view source_text(std::string_view id) {
  if (id == "S0") return "S0: an article on what a note says besides thanks, with a recruiter's advice";
  if (id == "S1") return "S1: an article on five mistakes that empty a note of its worth";
  if (id == "S2") return "S2: an article on what a note should say, how and when to send it, and to whom else";
  if (id == "S3") return "S3: an article on the other side of the desk, and on bridges after a no";
  if (id == "S4") return "S4: an article on always sending one, and on notes after meeting somebody";
  if (id == "D") return "D: advice that most recruiters and hiring managers agree on";
  return id;
}

std::string without_marks(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool opens = text.substr(i, 2) == "[[" && text.substr(i, 3) != "[[[";
    bool closes = text.substr(i, 2) == "]]" && text.substr(i, 3) != "]]]";
    if (opens || closes)
      ++i;
    else
      out += text[i];
  }
  return out;
}

std::string fenced(std::string_view example) {
  std::string out;
  for (const ExampleFile& file : example_files(example)) {
    std::string_view language = example_format(file.text) == Format::mail ? "eml" : "markdown";
    if (file.name.ends_with(".yaml")) language = "yaml";
    if (!file.name.empty()) out += fmt::format("{}`{}`\n\n", out.empty() ? "" : "\nbeside ", file.name);
    out += fmt::format("```{}\n{}```\n", language, file.text);
  }
  return out;
}

}  // namespace

std::string severity_text(const Rule& rule) {
  std::map<Severity, std::string> kinds;
  for (std::size_t i = 0; i < kind_count; ++i) {
    std::string& names = kinds[rule.severity.of(static_cast<Kind>(i))];
    names += (names.empty() ? "" : ", ") + std::string(kind_names[i]);
  }
  std::string out;
  if (kinds.size() == 1) out = name_of(kinds.begin()->first);
  for (auto it = kinds.rbegin(); kinds.size() > 1 && it != kinds.rend(); ++it)
    if (it->first != Severity::off)
      out += fmt::format("{}{} for {}", out.empty() ? "" : "; ", name_of(it->first), it->second);
  if (!rule.milder.empty()) out += fmt::format("; {}", rule.milder);
  return out;
}

std::string source_lines(std::string_view sources) {
  std::string out;
  while (!sources.empty()) {
    auto comma = std::min(sources.find(','), sources.size());
    out += fmt::format("- {}\n", source_text(trim(sources.substr(0, comma))));
    sources.remove_prefix(std::min(comma + 1, sources.size()));
  }
  return out;
}

std::string rule_page(const Rule& rule) {
  std::string out =
      fmt::format("# {}\n\n{}\n\n{}\n\n- Severity: {}\n", rule.id, rule.summary, rule.why, severity_text(rule));
  if (!rule.fix.empty()) out += fmt::format("- Fix: {}\n", rule.fix);
  out += "\n## Fires\n\n";
  for (const BadExample& example : rule.bad) {
    out += fenced(without_marks(example.text));
    if (!example.fixed.empty()) out += "\nafter the fix:\n\n" + fenced(example.fixed);
    out += "\n";
  }
  out += "## Stays silent\n\n";
  for (std::string_view example : rule.good) out += fenced(example) + "\n";
  return out + "## Sources\n\n" + source_lines(rule.sources);
}

std::string custom_page(const CustomRule& rule) {
  std::string out = fmt::format("# {}\n\n{}\n\n- Severity: {}\n", rule.id, rule.message, name_of(rule.severity));
  if (!rule.phrases.empty()) out += fmt::format("- Finds: {}\n", fmt::join(rule.phrases, ", "));
  if (!rule.pattern.empty()) out += fmt::format("- Finds the pattern: `{}`\n", rule.pattern);
  if (rule.replace) out += fmt::format("- Fix: writes `{}`\n", *rule.replace);
  return out + "\nA rule of the configuration, under `custom:`.\n";
}

std::vector<ExampleFile> example_files(std::string_view example) {
  constexpr std::string_view opens = "==> ", closes = " <==\n";
  std::vector<ExampleFile> files;
  if (!example.starts_with(opens)) return {{{}, example}};
  while (example.starts_with(opens)) {
    ExampleFile& file = files.emplace_back();
    const auto end = example.find(closes);
    file.name = example.substr(opens.size(), end - opens.size());
    example.remove_prefix(end + closes.size());
    const auto next = example.find("\n==> ");
    file.text = example.substr(0, next == std::string_view::npos ? next : next + 1);
    example.remove_prefix(file.text.size());
  }
  return files;
}

Format example_format(std::string_view example) {
  for (std::string_view header : {"From:", "To:", "Subject:", "[[From]]:", "[[To]]:", "[[Subject]]:"})
    if (example.starts_with(header)) return Format::mail;
  return Format::markdown;
}

std::string example_line(std::string_view example) {
  std::string text = without_marks(example_files(example).front().text);
  std::string_view rest = text;
  if (rest.starts_with("---\n"))
    if (auto end = rest.find("\n---\n"); end != std::string_view::npos) rest.remove_prefix(end + 5);
  std::string out;
  for (char c : trim(rest)) {
    if (c == '\n' || c == '\r') c = ' ';
    if (c == ' ' && !out.empty() && out.back() == ' ') continue;
    out += c;
  }
  return out;
}

std::string rule_hover(const Rule& rule) {
  std::string out = fmt::format("**{}**: {}\n\n{}\n", rule.id, rule.summary, rule.why);
  if (!rule.bad.empty()) out += fmt::format("\n*Instead of:* {}\n", example_line(rule.bad[0].text));
  if (!rule.bad.empty() && !rule.bad[0].fixed.empty())
    out += fmt::format("\n*Rather:* {}\n", example_line(rule.bad[0].fixed));
  else if (!rule.good.empty())
    out += fmt::format("\n*Fine:* {}\n", example_line(rule.good[0]));
  return out + "\n" + source_lines(rule.sources);
}

}  // namespace afterword
