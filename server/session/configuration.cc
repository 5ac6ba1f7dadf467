#include "server/session/configuration.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "protocol/jsonrpc/decode.h"
#include "rules/checks/catalog.h"
#include "rules/note/fields.h"
#include "server/session/files.h"
#include "server/session/globs.h"

namespace afterword {

namespace {

constexpr std::size_t fewest_words = 20, most_words = 5000;

std::size_t line_of(std::string_view text, std::size_t at) {
  return 1 + static_cast<std::size_t>(
                 std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(at, text.size())), '\n'));
}

bool known_rule(std::string_view id) {
  auto rules = all_rules();
  return std::any_of(rules.begin(), rules.end(), [&](const Rule* rule) { return rule->id == id; });
}

/// Sets one rule's severity or number; says what is wrong with it, if anything.
std::string set_rule(RuleSettings& rules, const std::string& id, std::string_view key, std::string_view value) {
  if (!known_rule(id)) return fmt::format("there is no rule '{}'", id);
  if (key == "severity") {
    auto severity = severity_named(value);
    if (!severity) return fmt::format("{}: the severity is one of off, hint, information, warning, error", id);
    rules.severity[id] = *severity;
    return {};
  }
  if (key == "words" && id == "too-long") {
    std::size_t words = 0;
    auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), words);
    if (error != std::errc() || end != value.data() + value.size() || words < fewest_words || words > most_words)
      return fmt::format("{}: words is a number from {} to {}", id, fewest_words, most_words);
    rules.options.too_long_words = words;
    return {};
  }
  return fmt::format("{}: there is no option '{}'", id, key);
}

/// YAML reads a bare `off` as a word here, as it stands; true and false are not severities.
void read_rules(const Field& field, std::string_view yaml, Configuration& made,
                std::vector<ConfigurationFault>& faults) {
  auto report = [&](const std::string& fault, Span at) {
    if (!fault.empty()) faults.push_back({line_of(yaml, at.begin), at, fault});
  };
  for (const auto& rules : field.children)
    for (const Field& rule : rules) {
      if (!known_rule(rule.key)) {
        report(fmt::format("there is no rule '{}'", rule.key), rule.key_span);
        continue;
      }
      for (const FieldValue& value : rule.values)
        report(set_rule(made.rules, rule.key, "severity", value.text), value.span);
      for (const auto& options : rule.children)
        for (const Field& option : options)
          for (const FieldValue& value : option.values)
            report(set_rule(made.rules, rule.key, option.key, value.text), value.span);
    }
}

std::string text_of(const jsonrpc::Any& value) {
  if (const std::string* text = value.as_string()) return *text;
  return value.text();
}

void add_strings(std::vector<std::string>& into, const jsonrpc::Any& list) {
  for (const jsonrpc::Any& element : list.elements())
    if (const std::string* text = element.as_string()) into.push_back(*text);
}

}  // namespace

bool Configuration::names_a_note(std::string_view relative_path) const {
  std::string_view name = name_of_path(relative_path);
  if (name.ends_with(".note.md") || name.ends_with(".note.txt")) return true;
  return std::any_of(notes.begin(), notes.end(), [&](const std::string& glob) {
    return glob_matches(glob.find('/') == std::string::npos ? "**/" + glob : glob, relative_path);
  });
}

Configuration read_configuration(std::string_view yaml, std::vector<ConfigurationFault>& faults) {
  Configuration made;
  Fields fields = read_yaml(yaml, 0);
  if (!fields.fault.empty())
    faults.push_back({line_of(yaml, fields.fault_span.begin), fields.fault_span, fields.fault});
  for (const Field& field : fields.entries) {
    if (field.key == "rules") read_rules(field, yaml, made, faults);
    for (const FieldValue& value : field.values) {
      if (field.key == "notes") made.notes.push_back(value.text);
      if (field.key == "exclude") made.exclude.push_back(value.text);
    }
  }
  return made;
}

Configuration read_settings(const jsonrpc::Any& settings, std::vector<ConfigurationFault>& faults) {
  Configuration made;
  auto report = [&](const std::string& fault) {
    if (!fault.empty()) faults.push_back({0, {}, fault});
  };
  add_strings(made.notes, settings.member("notes"));
  add_strings(made.exclude, settings.member("exclude"));
  jsonrpc::Any rules = settings.member("rules");
  for (const std::string& id : rules.member_names()) {
    jsonrpc::Any value = rules.member(id);
    if (value.is_null()) continue;
    auto options = value.member_names();
    if (options.empty()) report(set_rule(made.rules, id, "severity", text_of(value)));
    for (const std::string& option : options) {
      jsonrpc::Any set = value.member(option);
      if (!set.is_null()) report(set_rule(made.rules, id, option, text_of(set)));
    }
  }
  return made;
}

Configuration merged(Configuration base, const Configuration& over) {
  base.notes.insert(base.notes.end(), over.notes.begin(), over.notes.end());
  base.exclude.insert(base.exclude.end(), over.exclude.begin(), over.exclude.end());
  for (const auto& [id, severity] : over.rules.severity) base.rules.severity[id] = severity;
  if (over.rules.options.too_long_words != 0) base.rules.options = over.rules.options;
  return base;
}

}  // namespace afterword
