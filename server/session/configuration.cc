#include "server/session/configuration.h"

#include <algorithm>
#include <charconv>
#include <set>

#include <fmt/format.h>

#include "protocol/jsonrpc/decode.h"
#include "rules/checks/catalog.h"
#include "rules/note/fields.h"
#include "server/session/files.h"
#include "server/session/globs.h"

namespace afterword {

namespace {

constexpr std::size_t fewest_words = 20, most_words = 5000;
constexpr std::string_view rules_shape = "rules: each rule is a key with its severity, such as gift: off";

std::string patterns_shape(std::string_view key) {
  return fmt::format("{}: this is a list of patterns, such as [\"letters/*.md\"]", key);
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
  if (key == "spelling" && id == "misspelling") {
    if (value != "american" && value != "british")
      return fmt::format("{}: spelling is american or british; both are right where it is left out", id);
    rules.options.spelling = value == "american" ? Spelling::american : Spelling::british;
    return {};
  }
  return fmt::format("{}: there is no option '{}'", id, key);
}

/// A bare truth value; a file that is called so stands in quotation marks.
bool is_no_text(const FieldValue& value) {
  return value.span.size() == value.text.size() && (value.text == "true" || value.text == "false");
}

/// Takes what holds of .afterword.yaml and says of the rest what should stand there.
class FileReader {
 public:
  FileReader(std::string_view yaml, Configuration& made, std::vector<ConfigurationFault>& faults)
      : yaml_(yaml), made_(made), faults_(faults) {}

  void read(const std::vector<Field>& entries) {
    look_for_doubles(entries);
    for (const Field& field : entries) {
      if (field.key == "rules") read_rules(field);
      if (field.key == "notes") read_patterns(field, made_.notes);
      if (field.key == "exclude") read_patterns(field, made_.exclude);
    }
  }

  void report(const std::string& fault, Span at) {
    if (!fault.empty()) faults_.push_back({line_of(yaml_, at.begin), at, fault});
  }

 private:
  void look_for_doubles(const std::vector<Field>& entries) {
    std::set<std::string_view> seen;
    for (const Field& field : entries)
      if (!seen.insert(field.key).second)
        report(fmt::format("'{}' stands here a second time; keep one of them", field.key), field.key_span);
  }

  void read_rules(const Field& field) {
    if (field.list || !field.values.empty())
      return report(std::string(rules_shape), field.values.empty() ? field.key_span : field.values[0].span);
    for (const auto& rules : field.children) {
      look_for_doubles(rules);
      for (const Field& rule : rules) read_rule(rule);
    }
  }

  /// YAML reads a bare `off` as a word here, as it stands; true and false are not severities.
  void read_rule(const Field& rule) {
    if (!known_rule(rule.key)) return report(fmt::format("there is no rule '{}'", rule.key), rule.key_span);
    if (rule.list || rule.children.empty() || rule.children[0].empty()) return set(rule, "severity", rule);
    look_for_doubles(rule.children[0]);
    for (const Field& option : rule.children[0]) set(rule, option.key, option);
  }

  /// Where not just one value stands, none is as wrong as a wrong one.
  void set(const Field& rule, std::string_view key, const Field& from) {
    const bool single = !from.list && from.children.empty() && from.values.size() == 1;
    report(set_rule(made_.rules, rule.key, key, single ? from.values[0].text : std::string()),
           from.values.empty() ? from.key_span : from.values[0].span);
  }

  void read_patterns(const Field& field, std::vector<std::string>& into) {
    if (!field.children.empty()) report(patterns_shape(field.key), field.key_span);
    for (const FieldValue& value : field.values)
      if (is_no_text(value))
        report(fmt::format("{}: {} is no pattern; put it in quotation marks if a file is called so", field.key,
                           value.text),
               value.span);
      else
        into.push_back(value.text);
  }

  std::string_view yaml_;
  Configuration& made_;
  std::vector<ConfigurationFault>& faults_;
};

std::string text_of(const jsonrpc::Any& value) {
  if (const std::string* text = value.as_string()) return *text;
  return value.text();
}

/// Why a setting is no list of patterns, nor a single one; empty where it is.
std::string add_patterns(std::vector<std::string>& into, const jsonrpc::Any& settings, std::string_view key) {
  jsonrpc::Any value = settings.member(key);
  if (value.is_null() || value.empty()) return {};
  auto elements = value.as_string() ? std::vector{value} : value.elements();
  bool whole = value.as_string() || value.text().starts_with('[');
  for (const jsonrpc::Any& element : elements) {
    const std::string* text = element.as_string();
    if (text) into.push_back(*text);
    whole = whole && text;
  }
  return whole ? std::string() : patterns_shape(key);
}

}  // namespace

bool Configuration::names_a_note(std::string_view relative_path) const {
  std::string_view name = name_of_path(relative_path);
  if (name.ends_with(".note.md") || name.ends_with(".note.txt")) return true;
  return std::any_of(notes.begin(), notes.end(), [&](const std::string& glob) {
    return glob_matches(glob.find('/') == std::string::npos ? "**/" + glob : glob, relative_path);
  });
}

std::size_t line_of(std::string_view text, std::size_t at) {
  return 1 + static_cast<std::size_t>(
                 std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(at, text.size())), '\n'));
}

std::string described(const std::string& path, const ConfigurationFault& fault) {
  return fault.line ? fmt::format("{}:{}: {}", path, fault.line, fault.message)
                    : fmt::format("{}: {}", path, fault.message);
}

Configuration read_configuration(std::string_view yaml, std::vector<ConfigurationFault>& faults) {
  Configuration made;
  Fields fields = read_yaml(yaml, 0);
  FileReader reader(yaml, made, faults);
  reader.report(fields.fault, fields.fault_span);
  reader.read(fields.entries);
  std::stable_sort(faults.begin(), faults.end(),
                   [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
  return made;
}

Configuration read_settings(const jsonrpc::Any& settings, std::vector<ConfigurationFault>& faults) {
  Configuration made;
  auto report = [&](const std::string& fault) {
    if (!fault.empty()) faults.push_back({0, {}, fault});
  };
  report(add_patterns(made.notes, settings, "notes"));
  report(add_patterns(made.exclude, settings, "exclude"));
  jsonrpc::Any rules = settings.member("rules");
  // Lua has one notation for an empty list and an empty object.
  if (!rules.empty() && !rules.is_null() && !rules.text().starts_with('{') && rules.text() != "[]")
    report(std::string(rules_shape));
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
  const Options& set = over.rules.options;
  if (set.too_long_words != 0) base.rules.options.too_long_words = set.too_long_words;
  if (set.spelling != Spelling::any) base.rules.options.spelling = set.spelling;
  return base;
}

}  // namespace afterword
