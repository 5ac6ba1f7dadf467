#include "server/session/configuration.h"

#include <algorithm>
#include <unordered_set>

#include <fmt/format.h>

#include "protocol/jsonrpc/decode.h"
#include "server/session/configuration_reader.h"
#include "server/session/files.h"
#include "server/session/globs.h"

namespace afterword {

namespace {

using jsonrpc::Any;

std::vector<Field> fields_of(const Any& object);

/// A JSON value as YAML would have it. What is no string has its bare text for a span, as a bare word in YAML has.
void add(Field& field, const Any& value) {
  if (value.empty() || value.is_null()) return;
  const std::string json = value.text();
  if (const std::string* text = value.as_string()) {
    field.values.push_back({*text, {}});
  } else if (json.starts_with('{')) {
    field.children.push_back(fields_of(value));
  } else if (json.starts_with('[')) {
    field.list = true;
    for (const Any& element : value.elements()) add(field, element);
  } else {
    field.values.push_back({json, {0, json.size()}});
  }
}

std::vector<Field> fields_of(const Any& object) {
  std::vector<Field> fields;
  for (const std::string& key : object.member_names()) {
    const Any value = object.member(key);
    if (value.is_null()) continue;
    Field& field = fields.emplace_back();
    field.key = key;
    add(field, value);
  }
  return fields;
}

void unite(std::vector<std::string>& base, const std::vector<std::string>& over) {
  base.reserve(base.size() + over.size());  // what `seen` looks at stays where it is
  std::unordered_set<std::string_view> seen(base.begin(), base.end());
  for (const std::string& one : over)
    if (seen.insert(one).second) base.push_back(one);
}

std::shared_ptr<const CustomRules> merged_rules(const std::shared_ptr<const CustomRules>& base,
                                                const std::shared_ptr<const CustomRules>& over) {
  if (!base || !over) return base ? base : over;
  std::vector<CompiledRule> rules;
  for (const CompiledRule& rule : base->rules()) {
    const CompiledRule* instead = over->rule(rule.id);
    rules.push_back(instead ? *instead : rule);
  }
  for (const CompiledRule& rule : over->rules())
    if (!base->rule(rule.id)) rules.push_back(rule);
  return std::make_shared<const CustomRules>(std::move(rules));
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

void put_in_order(std::vector<ConfigurationFault>& faults, std::string_view text) {
  std::stable_sort(faults.begin(), faults.end(),
                   [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
  std::size_t line = 1, at = 0;
  for (ConfigurationFault& fault : faults) {
    const std::size_t begin = std::max(at, std::min(fault.span.begin, text.size()));
    line += line_of(text.substr(at, begin - at), begin - at) - 1;
    at = begin;
    fault.line = line;
  }
}

std::string described(const std::string& path, const ConfigurationFault& fault) {
  return fault.line ? fmt::format("{}:{}: {}", path, fault.line, fault.message)
                    : fmt::format("{}: {}", path, fault.message);
}

Configuration read_configuration(std::string_view yaml, std::vector<ConfigurationFault>& faults) {
  Configuration made;
  const Fields fields = read_yaml(yaml, 0);
  ConfigurationReader reader(ConfigurationReader::From::file, {}, made, faults);
  reader.report(fields.fault, fields.fault_span);
  reader.read(fields.entries);
  put_in_order(faults, yaml);
  return made;
}

Configuration read_settings(const Any& settings, std::vector<ConfigurationFault>& faults,
                            std::span<const std::string> others) {
  Configuration made;
  ConfigurationReader(ConfigurationReader::From::settings, others, made, faults).read(fields_of(settings));
  return made;
}

Configuration merged(Configuration base, const Configuration& over) {
  unite(base.notes, over.notes);
  unite(base.exclude, over.exclude);
  unite(base.facts, over.facts);
  unite(base.rules.words, over.rules.words);
  for (const auto& [id, severity] : over.rules.severity) base.rules.severity[id] = severity;
  if (over.semantic_tokens) base.semantic_tokens = over.semantic_tokens;
  const Options& set = over.rules.options;
  for (const RuleOption& option : rule_options())
    if (set.*option.value != 0) base.rules.options.*option.value = set.*option.value;
  if (set.spelling != Spelling::any) base.rules.options.spelling = set.spelling;
  base.rules.custom = merged_rules(base.rules.custom, over.rules.custom);
  return base;
}

}  // namespace afterword
