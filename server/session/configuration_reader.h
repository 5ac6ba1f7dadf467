// The keys of a configuration and what each takes, wherever they were written: in .afterword.yaml or in an editor's
// settings.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/engine/rule_names.h"
#include "rules/note/fields.h"
#include "server/session/configuration.h"

namespace afterword {

/// A number that a rule may be given.
struct RuleOption {
  std::string_view rule, name;
  std::size_t least, most;
  std::size_t Options::*value;
};
std::span<const RuleOption> rule_options();

/// The keys of one entry of `custom:`.
std::span<const std::string_view> custom_keys();

/// Takes what holds and says of the rest what should stand there.
class ConfigurationReader {
 public:
  enum class From { file, settings };

  /// `others` are rules made elsewhere. References all of them.
  ConfigurationReader(From from, std::span<const std::string> others, Configuration& made,
                      std::vector<ConfigurationFault>& faults)
      : from_(from), others_(others), made_(made), faults_(faults) {}

  void read(const std::vector<Field>& entries);
  /// `at`: bytes of the file. Its line is left for put_in_order().
  void report(std::string fault, Span at, std::span<const std::string_view> near = {});

 private:
  void look_for_doubles(const std::vector<Field>& entries);
  void read(const Field& field);
  void report_unknown(const Field& field);
  void read_list(const Field& field, std::vector<std::string>& into, std::string_view shape);
  void read_patterns(const Field& field, std::vector<std::string>& into);
  void read_words(const Field& field);
  void read_facts(const Field& field);
  void read_semantic_tokens(const Field& field);
  void read_rules(const Field& field);
  void read_rule(const Field& rule);
  void set(const Field& rule, const Field& option, std::string_view key);
  void read_custom(const Field& field);
  void read_custom_rule(const std::vector<Field>& entries, std::vector<CompiledRule>& into);
  void take_custom(const Field& field, CompiledRule& rule);
  bool is_sound(const CustomRule& rule, const std::map<std::string_view, const Field*>& by_key);
  /// The single value of a key, or null with a report of what should stand there.
  const FieldValue* single(const Field& field, std::string_view shape);
  bool is_no_text(const FieldValue& value) const;
  Span place_of(const Field& field) const;
  RuleNames rule_names() const;

  From from_;
  std::span<const std::string> others_;
  Configuration& made_;
  std::vector<ConfigurationFault>& faults_;
};

}  // namespace afterword
