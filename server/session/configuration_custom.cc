// `custom:` of a configuration: rules that the user makes.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "rules/checks/catalog.h"
#include "rules/note/near_words.h"
#include "rules/note/unicode.h"
#include "server/session/configuration_reader.h"

namespace afterword {

namespace {

using std::string_view;

constexpr auto keys = std::to_array<string_view>({"id", "severity", "message", "phrases", "pattern", "replace"});
constexpr std::size_t longest_id = 60;

constexpr string_view custom_shape = "custom: each rule is an entry of a list, such as \"- id: no-synergy\"";
constexpr string_view phrases_shape = "phrases: this is a list of phrases, such as [synergy, win-win]";

/// An id is written in comments and lists, where blanks and commas part names.
bool is_id(string_view text) {
  const auto may_be_in = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '.';
  };
  return !text.empty() && text.size() <= longest_id && text[0] != '-' &&
         std::all_of(text.begin(), text.end(), may_be_in);
}

bool is_ours(string_view id) {
  const auto rules = all_rules();
  return std::any_of(rules.begin(), rules.end(), [&](const Rule* rule) { return rule->id == id; });
}

}  // namespace

std::span<const string_view> custom_keys() { return keys; }

const FieldValue* ConfigurationReader::single(const Field& field, string_view shape) {
  if (!field.list && field.children.empty() && field.values.size() == 1 && !is_no_text(field.values[0]))
    return field.values.data();
  report(fmt::format("{}: {}", field.key, shape), place_of(field));
  return nullptr;
}

void ConfigurationReader::read_custom(const Field& field) {
  const bool is_list = field.list || (field.values.empty() && field.children.empty());
  if (!is_list || !field.values.empty()) report(std::string(custom_shape), place_of(field));
  if (!is_list) return;
  std::vector<CompiledRule> rules;
  std::size_t instructions = 0;
  for (const auto& entries : field.children) {
    if (entries.empty()) {
      report(std::string(custom_shape), field.key_span);
      continue;
    }
    const Span at = entries[0].key_span;
    if (rules.size() == most_custom_rules) {
      report(fmt::format("custom: {} rules are the most there can be; from here on none is taken. Phrases with one "
                         "message can be one rule",
                         most_custom_rules),
             at);
      break;
    }
    const std::size_t before = rules.size();
    read_custom_rule(entries, rules);
    if (rules.size() > before) instructions += rules.back().instructions();
    if (instructions > most_custom_instructions) {
      report("custom: with this rule they are larger than they can be together; from here on none is taken", at);
      rules.pop_back();
      break;
    }
  }
  if (!rules.empty()) made_.rules.custom = std::make_shared<const CustomRules>(std::move(rules));
}

/// One that can't find anything stays all the same, so that its name is known where it is ignored or set.
void ConfigurationReader::read_custom_rule(const std::vector<Field>& entries, std::vector<CompiledRule>& into) {
  look_for_doubles(entries);
  CompiledRule rule;
  std::map<string_view, const Field*> by_key;
  for (const Field& field : entries) {
    if (std::find(keys.begin(), keys.end(), field.key) == keys.end()) {
      const std::vector<string_view> near = near_words(field.key, keys);
      const std::string meant = near.empty() ? std::string() : fmt::format("; did you mean {}?", alternatives(near));
      report(fmt::format("custom: there is no key '{}'{}", field.key, meant), field.key_span, near);
    } else if (by_key.emplace(field.key, &field).second) {
      take_custom(field, rule);
    }
  }
  const Span first = entries[0].key_span;
  if (!by_key.contains("id")) return report("custom: a rule needs an id, by which it is called", first);
  if (rule.id.empty()) return;
  const Span at = place_of(*by_key["id"]);
  if (is_ours(rule.id)) return report(fmt::format("id: '{}' is a rule of afterword; choose another name", rule.id), at);
  const auto is_same = [&](const CustomRule& other) { return other.id == rule.id; };
  if (std::any_of(into.begin(), into.end(), is_same))
    return report(fmt::format("id: '{}' is another rule already; choose another name", rule.id), at);
  if (std::string fault = rule.replace_fault(); !fault.empty()) {
    report("replace: " + fault, place_of(*by_key["replace"]));
    rule.replace.reset();
  }
  if (!is_sound(rule, by_key)) {
    rule.phrases.clear();
    rule.pattern.clear();
    rule.phrases_search = rule.pattern_search = nullptr;
  }
  into.push_back(std::move(rule));
}

void ConfigurationReader::take_custom(const Field& field, CompiledRule& rule) {
  if (field.key == "phrases") {
    read_list(field, rule.phrases, phrases_shape);
    std::erase_if(rule.phrases, [](const std::string& phrase) { return trim(phrase).empty(); });
    if (std::string fault = rule.compile_phrases(); !fault.empty()) {
      report("phrases: " + fault, field.key_span);
      rule.phrases.clear();
    }
    return;
  }
  const FieldValue* value = single(field, "one text should stand here");
  if (!value) return;
  if (field.key == "id") {
    if (is_id(value->text))
      rule.id = value->text;
    else
      report("id: this is a name of letters, digits and hyphens, such as no-synergy", value->span);
  } else if (field.key == "severity") {
    if (const auto severity = severity_named(value->text))
      rule.severity = *severity;
    else
      report("severity: it is one of off, hint, information, warning, error", value->span);
  } else if (field.key == "message") {
    rule.message = trim(value->text);
  } else if (field.key == "replace") {
    rule.replace = value->text;
  } else {
    rule.pattern = value->text;
    if (trim(rule.pattern).empty()) return report("pattern: nothing stands here, and it finds nothing", value->span);
    if (std::string fault = rule.compile_pattern(); !fault.empty()) {
      report("pattern: " + fault, value->span);
      rule.pattern.clear();
    }
  }
}

bool ConfigurationReader::is_sound(const CustomRule& rule, const std::map<string_view, const Field*>& by_key) {
  const Span id = place_of(*by_key.at("id"));
  if (!by_key.contains("phrases") && !by_key.contains("pattern"))
    report(fmt::format("{}: phrases or a pattern should say what it finds", rule.id), id);
  const auto message = by_key.find("message");
  const bool told = message != by_key.end() && (message->second->values.size() != 1 || message->second->list);
  if (rule.message.empty() && !told)
    report(fmt::format("{}: a message should say what is wrong and what to write instead", rule.id), id);
  return !rule.message.empty();
}

}  // namespace afterword
