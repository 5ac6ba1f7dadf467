#include "server/session/configuration_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_set>

#include <fmt/format.h>

#include "rules/checks/catalog.h"
#include "rules/note/near_words.h"
#include "rules/note/unicode.h"
#include "server/session/globs.h"

namespace afterword {

namespace {

using std::string_view;

constexpr auto keys =
    std::to_array<string_view>({"notes", "exclude", "rules", "words", "facts", "phrases", "custom", "semanticTokens"});
constexpr auto options = std::to_array<RuleOption>({{"too-long", "words", 20, 5000, &Options::too_long_words}});

constexpr string_view rules_shape = "rules: each rule is a key with its severity, such as gift: off";
constexpr string_view words_shape = "words: this is a list of words, such as [Fenwick, PgBouncer]";
constexpr string_view spelling_shape =
    "misspelling: spelling is american or british; both are right where it is left out";
constexpr string_view phrases_shape = "phrases: this is a list of files, such as [phrases/mine.yaml]";
constexpr string_view facts_shape = "facts: this is a list of folders, such as [~/jobs]";

std::string or_near(std::span<const string_view> near) {
  return near.empty() ? std::string() : fmt::format("; did you mean {}?", alternatives(near));
}

}  // namespace

std::span<const string_view> configuration_keys() { return keys; }
std::span<const RuleOption> rule_options() { return options; }

void ConfigurationReader::report(std::string fault, Span at, std::span<const string_view> near) {
  if (fault.empty()) return;
  faults_.push_back(
      {0, from_ == From::file ? at : Span{}, std::move(fault), std::vector<std::string>(near.begin(), near.end())});
}

void ConfigurationReader::read(const std::vector<Field>& entries) {
  look_for_doubles(entries);
  for (const Field& field : entries)  // first, since `rules` may name them
    if (field.key == "custom") read_custom(field);
  for (const Field& field : entries) read(field);
}

void ConfigurationReader::read(const Field& field) {
  if (field.key == "rules") return read_rules(field);
  if (field.key == "notes") return read_patterns(field, made_.notes);
  if (field.key == "exclude") return read_patterns(field, made_.exclude);
  if (field.key == "words") return read_words(field);
  if (field.key == "facts") return read_facts(field);
  if (field.key == "phrases") return read_list(field, made_.phrases, phrases_shape);
  if (field.key == "semanticTokens") return read_semantic_tokens(field);
  if (std::find(keys.begin(), keys.end(), field.key) == keys.end()) report_unknown(field);
}

/// An editor's section holds keys of its client too, so that there only a slip is told.
void ConfigurationReader::report_unknown(const Field& field) {
  const std::vector<string_view> near = near_words(field.key, keys);
  if (from_ == From::settings && near.empty()) return;
  report(fmt::format("there is no key '{}'{}", field.key, or_near(near)), field.key_span, near);
}

void ConfigurationReader::look_for_doubles(const std::vector<Field>& entries) {
  std::set<string_view> seen;
  for (const Field& field : entries)
    if (!seen.insert(field.key).second)
      report(fmt::format("'{}' stands here a second time; keep one of them", field.key), field.key_span);
}

RuleNames ConfigurationReader::rule_names() const { return {all_rules(), made_.rules.custom.get()}; }

/// What is no text: a bare truth value, in JSON a number as well. One that is meant as text stands in quotation marks.
bool ConfigurationReader::is_no_text(const FieldValue& value) const {
  const bool bare = !value.text.empty() && value.span.size() == value.text.size();
  return bare && (from_ == From::settings || value.text == "true" || value.text == "false");
}

Span ConfigurationReader::place_of(const Field& field) const {
  return field.values.empty() ? field.key_span : field.values[0].span;
}

void ConfigurationReader::read_list(const Field& field, std::vector<std::string>& into, string_view shape) {
  if (!field.children.empty()) report(std::string(shape), field.key_span);
  bool whole = true;
  for (const FieldValue& value : field.values) {
    if (!is_no_text(value))
      into.push_back(value.text);
    else if (from_ == From::file)
      report(fmt::format("{}: {} is no text; put it in quotation marks if it is meant so", field.key, value.text),
             value.span);
    else
      whole = false;
  }
  if (!whole) report(std::string(shape), {});
}

/// Patterns of paths. One that can't be read stays: it may find something by its other parts.
void ConfigurationReader::read_patterns(const Field& field, std::vector<std::string>& into) {
  const std::size_t before = into.size();
  read_list(field, into, fmt::format("{}: this is a list of patterns, such as [\"letters/*.md\"]", field.key));
  for (std::size_t i = before; i < into.size(); ++i) {
    const auto value = std::find_if(field.values.begin(), field.values.end(),
                                    [&](const FieldValue& one) { return one.text == into[i]; });
    if (const std::string fault = glob_fault(into[i]); !fault.empty())
      report(fmt::format("{}: '{}' finds nothing as it stands; {}", field.key, into[i], fault), value->span);
  }
}

void ConfigurationReader::read_words(const Field& field) {
  std::vector<std::string> terms;
  read_list(field, terms, words_shape);
  for (std::string& term : terms) term = fold(term);
  std::unordered_set<string_view> seen;
  for (const std::string& term : terms)
    for (string_view rest = trim(term); !rest.empty();) {
      const std::size_t end = std::min(rest.find_first_of(" \t\r\n"), rest.size());
      if (seen.insert(rest.substr(0, end)).second) made_.rules.words.emplace_back(rest.substr(0, end));
      rest = trim(rest.substr(end));
    }
}

void ConfigurationReader::read_facts(const Field& field) {
  if (from_ == From::settings) return read_list(field, made_.facts, facts_shape);
  report(
      "facts: this is taken from your editor's settings only, since it leads out of the project; it is not read here",
      field.key_span);
  faults_.back().severity = Severity::information;  // the file is sound, and the same keys go into the settings
}

/// A truth value as it stands: in quotation marks it would be text.
void ConfigurationReader::read_semantic_tokens(const Field& field) {
  const bool is_single = !field.list && field.children.empty() && field.values.size() == 1;
  const bool is_truth =
      is_single && is_no_text(field.values[0]) && (field.values[0].text == "true" || field.values[0].text == "false");
  if (!is_truth) return report("semanticTokens: this is true or false", place_of(field));
  made_.semantic_tokens = field.values[0].text == "true";
}

void ConfigurationReader::read_rules(const Field& field) {
  const bool empty_list = from_ == From::settings && field.list && field.values.empty() &&
                          field.children.empty();  // Lua has one notation for an empty list and an empty object
  if (empty_list) return;
  if (field.list || !field.values.empty()) return report(std::string(rules_shape), place_of(field));
  for (const auto& rules : field.children) {
    look_for_doubles(rules);
    for (const Field& rule : rules) read_rule(rule);
  }
}

/// YAML reads a bare `off` as a word here, as it stands; true and false are not severities.
void ConfigurationReader::read_rule(const Field& rule) {
  const RuleNames names = rule_names();
  if (!names.has(rule.key) && std::find(others_.begin(), others_.end(), rule.key) == others_.end()) {
    const std::vector<string_view> near = near_words(rule.key, names.all());
    report(fmt::format("there is no rule '{}'{}", rule.key, or_near(near)), rule.key_span, near);
    if (from_ == From::file) return;  // an editor's settings hold for projects that have not been read yet
  }
  if (rule.list || rule.children.empty() || rule.children[0].empty()) return set(rule, rule, "severity");
  look_for_doubles(rule.children[0]);
  for (const Field& option : rule.children[0]) set(rule, option, option.key);
}

/// One rule's severity or number. Where not just one value stands, none is as wrong as a wrong one.
void ConfigurationReader::set(const Field& rule, const Field& option, string_view key) {
  const bool is_single = !option.list && option.children.empty() && option.values.size() == 1;
  const string_view value = is_single ? string_view(option.values[0].text) : string_view();
  if (key == "severity") {
    const auto severity = severity_named(value);
    if (severity)
      made_.rules.severity[rule.key] = *severity;
    else
      report(fmt::format("{}: the severity is one of off, hint, information, warning, error", rule.key),
             place_of(option));
    return;
  }
  std::vector<string_view> known{"severity"};
  if (rule.key == "misspelling") {
    if (key == "spelling") {
      const auto spelling = spelling_named(value);
      if (!spelling) return report(std::string(spelling_shape), place_of(option));
      made_.rules.options.spelling = *spelling;
      return;
    }
    known.emplace_back("spelling");
  }
  for (const RuleOption& one : options) {
    if (one.rule != rule.key) continue;
    known.push_back(one.name);
    if (one.name != key) continue;
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc() || end != value.data() + value.size() || number < one.least || number > one.most)
      return report(fmt::format("{}: {} is a number from {} to {}", rule.key, key, one.least, one.most),
                    place_of(option));
    made_.rules.options.*one.value = number;
    return;
  }
  const std::vector<string_view> near = near_words(key, known);
  report(fmt::format("{}: there is no option '{}'{}", rule.key, key, or_near(near)), option.key_span, near);
}

}  // namespace afterword
