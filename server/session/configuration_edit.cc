#include "server/session/configuration_edit.h"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "rules/note/fields.h"
#include "server/session/configuration.h"

namespace afterword {

namespace {

const Field* entry(const std::vector<Field>& entries, std::string_view key) {
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const Field& one) { return one.key == key; });
  return found == entries.end() ? nullptr : &*found;
}

class Editor {
 public:
  Editor(std::string_view yaml, std::string_view rule)
      : yaml_(yaml), rule_(rule), line_end_(yaml.find("\r\n") == std::string_view::npos ? "\n" : "\r\n") {}

  std::optional<Edit> edit(const Fields& fields) const {
    const Field* rules = entry(fields.entries, "rules");
    if (!rules) {
      const bool open = !yaml_.empty() && !yaml_.ends_with('\n');
      return insert(yaml_.size(), fmt::format("{0}rules:{1}  {2}: off{1}", open ? line_end_ : "", line_end_, rule_));
    }
    if (rules->children.empty() || rules->children[0].empty()) {
      if (const auto brace = brace_behind(*rules)) return insert(*brace, fmt::format("{}: off", rule_));
      return insert(line_end(rules->key_span.end), fmt::format("{}  {}: off", line_end_, rule_));
    }
    const std::vector<Field>& entries = rules->children[0];
    if (const Field* set = entry(entries, rule_)) return change(*set);
    if (const auto brace = brace_behind(*rules)) return insert(*brace, fmt::format("{}: off, ", rule_));
    return insert(line_end(span_of(entries.back()).end),
                  fmt::format("{}{}{}: off", line_end_, indent(entries[0]), rule_));
  }

 private:
  /// The rule stands there with another severity, or with other options.
  std::optional<Edit> change(const Field& set) const {
    if (set.list) return std::nullopt;
    if (!set.children.empty() && !set.children[0].empty()) {
      const std::vector<Field>& options = set.children[0];
      const Field* severity = entry(options, "severity");
      if (severity && severity->values.size() == 1) return Edit{severity->values[0].span, "off", ""};
      if (const auto brace = brace_behind(set)) return insert(*brace, "severity: off, ");
      return insert(options[0].key_span.begin, fmt::format("severity: off{}{}", line_end_, indent(options[0])));
    }
    if (set.values.size() == 1) return Edit{set.values[0].span, "off", ""};
    const std::size_t colon = yaml_.find(':', set.key_span.end);
    if (!set.values.empty() || colon == std::string_view::npos) return std::nullopt;
    return insert(colon + 1, " off");
  }

  static Edit insert(std::size_t at, std::string text) { return {{at, at}, std::move(text), ""}; }
  std::size_t line_end(std::size_t at) const { return std::min(yaml_.find_first_of("\r\n", at), yaml_.size()); }
  std::string_view indent(const Field& field) const {
    const std::size_t end = field.key_span.begin;
    const std::size_t before = end == 0 ? std::string_view::npos : yaml_.find_last_of("\r\n", end - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    return yaml_.substr(begin, end - begin);
  }
  /// Behind the brace that the key's value opens with, if it does.
  std::optional<std::size_t> brace_behind(const Field& field) const {
    const std::size_t at = yaml_.find_first_not_of(" \t\r\n:", field.key_span.end);
    if (at == std::string_view::npos || yaml_[at] != '{') return std::nullopt;
    return at + 1;
  }

  std::string_view yaml_, rule_, line_end_;
};

bool reads_as_meant(std::string_view yaml, const Edit& edit, std::string_view rule) {
  std::vector<ConfigurationFault> faults_before, faults_after;
  Configuration before = read_configuration(yaml, faults_before);
  std::string text(yaml);
  text.replace(edit.span.begin, edit.span.size(), edit.text);
  const Configuration after = read_configuration(text, faults_after);
  before.rules.severity[std::string(rule)] = Severity::off;
  return after == before && faults_after.size() <= faults_before.size();
}

}  // namespace

std::optional<Edit> switch_off(std::string_view yaml, std::string_view rule) {
  const Fields fields = read_yaml(yaml, 0);
  if (!fields.fault.empty() || fields.flow) return std::nullopt;
  std::optional<Edit> edit = Editor(yaml, rule).edit(fields);
  if (!edit || !reads_as_meant(yaml, *edit, rule)) return std::nullopt;
  return edit;
}

}  // namespace afterword
