#include "rules/engine/fact_faults.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "rules/note/facts.h"
#include "rules/note/kind.h"
#include "rules/note/near_words.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

using std::string_view;

/// What other tools call things, a slip away from ours.
constexpr auto others_keys = std::to_array<string_view>(
    {"decision", "find", "form", "interviewer", "mind", "object", "roles", "rule", "rules", "send"});

/// A key or value may be a page by mistake; a message is a line.
std::string shown(string_view text) {
  constexpr std::size_t most = 40;
  if (text.size() <= most) return std::string(text);
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "...";
}

std::vector<std::string> strings(const std::vector<string_view>& views) { return {views.begin(), views.end()}; }

class FaultFinder {
 public:
  FaultFinder(FactPlaces place, const RuleNames& rules) : place_(place), rules_(rules) {}

  std::vector<FactFault> find(const std::vector<Field>& entries) {
    for (const FactKey& key : fact_keys)
      if (std::any_of(entries.begin(), entries.end(),
                      [&](const Field& field) { return equal_folded(key.name, field.key); }))
        present_.push_back(key.name);
    for (const Field& field : entries) {
      if (is_full()) break;
      const auto key = std::find_if(fact_keys.begin(), fact_keys.end(), [&](const FactKey& one) {
        return (one.places & place_) && equal_folded(one.name, field.key);
      });
      if (key == fact_keys.end())
        look_at_unknown(field);
      else if (is_repeated(entries, field))
        report(field.key_span,
               fmt::format("'{}' stands here twice, and the first one counts. Take one out.", key->name));
      else
        look_at_values(field, *key);
    }
    return std::move(faults_);
  }

 private:
  /// A field before it has the same key.
  static bool is_repeated(const std::vector<Field>& entries, const Field& field) {
    const auto first = std::find_if(entries.begin(), entries.end(),
                                    [&](const Field& one) { return equal_folded(one.key, field.key); });
    return &*first != &field;
  }

  bool is_full() const { return faults_.size() >= most_fact_faults; }

  void look_at_unknown(const Field& field) {
    const auto elsewhere = std::find_if(fact_keys.begin(), fact_keys.end(),
                                        [&](const FactKey& one) { return equal_folded(one.name, field.key); });
    if (place_ != in_note && elsewhere != fact_keys.end()) {
      string_view where = "of a person below 'interviewers'";
      if (elsewhere->places & in_note) where = "in the front matter of a note";
      if (elsewhere->places & in_file) where = "at the top of the file, not with a person";
      return report(field.key_span, fmt::format("'{}' is not read here. Its place is {}.", elsewhere->name, where));
    }
    std::vector<string_view> known;
    for (const FactKey& one : fact_keys)
      if (one.places & place_) known.push_back(one.name);
    std::vector<string_view> near = near_words(field.key, known);
    if (place_ == in_note) {
      const auto is_others = std::find(others_keys.begin(), others_keys.end(), fold(field.key)) != others_keys.end();
      const auto is_there = [&](string_view name) {
        return std::find(present_.begin(), present_.end(), name) != present_.end();
      };
      std::erase_if(near, is_there);  // "interviews" beside "interview" is somebody else's
      if (is_others || near.empty()) return;
    }
    faults_.push_back(
        {field.key_span,
         fmt::format("There is no fact '{}', so this is not read.{}", shown(field.key), did_you_mean(near)),
         strings(near)});
  }

  void look_at_values(const Field& field, const FactKey& key) {
    if (key.type == FactType::interviewers) return look_at_interviewers(field);
    if (!field.children.empty())
      return report(field.key_span, "A value should stand here, without keys of its own. It is not read as it is.");
    if (field.values.empty()) return;  // nothing yet
    const bool takes_list = key.type == FactType::people || key.type == FactType::texts || key.type == FactType::rules;
    if (field.values.size() > 1 && !takes_list)
      report(field.values[1].span,
             fmt::format("'{}' is one value, and the first one counts. Take the others out.", key.name));
    if (key.type == FactType::rules) {
      for (const FieldValue& value : field.values)
        if (!is_full() && !value.text.empty() && !rules_.has(value.text))
          faults_.push_back(unknown_rule(value.text, value.span, rules_));
      return;
    }
    if (!field.values[0].text.empty()) look_at_value(field.values[0], key.type);
  }

  void look_at_value(const FieldValue& value, FactType type) {
    switch (type) {
      case FactType::time:
        if (!parse_time(value.text))
          report(value.span, "This is no date that can be read. Write it as 2026-11-20 14:00, or without the hour.");
        return;
      case FactType::kind:
        return look_for_name(value, kind_names, "There is no such kind of note.", "The kinds are");
      case FactType::delivery:
        return look_for_name(value, delivery_names, "A note is not delivered in this way.", "It goes by");
      case FactType::done:
        return look_for_name(value, done_names, "Nobody is thanked in this way.", "It is one of");
      case FactType::truth:
        return look_for_truth(value);
      default:
        return;
    }
  }

  void look_for_name(const FieldValue& value, std::span<const string_view> names, string_view wrong,
                     string_view names_are) {
    if (std::find(names.begin(), names.end(), fold(value.text)) != names.end()) return;
    const std::vector<string_view> near = near_words(value.text, names);
    std::string message(wrong);
    message += near.empty() ? fmt::format(" {} {}.", names_are, fmt::join(names, ", ")) : did_you_mean(near);
    faults_.push_back({value.span, std::move(message), strings(near)});
  }

  void look_for_truth(const FieldValue& value) {
    constexpr auto truths = std::to_array<string_view>({"true", "false", "yes", "no", "on", "off"});
    if (std::find(truths.begin(), truths.end(), fold(value.text)) == truths.end())
      report(value.span, "This is neither true nor false. Write one of the two.");
  }

  void look_at_interviewers(const Field& field) {
    if (place_ == in_note) return;  // it makes a note of the text, and is not read further
    for (const FieldValue& value : field.values)
      if (!is_full()) report(value.span, "Each person needs keys of their own here. Write it as \"- name: Dana Wu\".");
    for (const auto& entries : field.children) {
      if (is_full()) return;
      for (FactFault& fault : FaultFinder(in_interviewer, rules_).find(entries))
        if (!is_full()) faults_.push_back(std::move(fault));
    }
    look_for_twice(field, "email");
    look_for_twice(field, "name");
  }

  /// A person who stands in the list twice would owe two notes. Two of one name have addresses to tell them apart.
  void look_for_twice(const Field& list, string_view key) {
    std::vector<std::string> known;
    for (const auto& person : list.children) {
      const auto value_of = [&](string_view name) -> const FieldValue* {
        const auto found = std::find_if(person.begin(), person.end(), [&](const Field& one) {
          return equal_folded(one.key, name) && !one.values.empty();
        });
        return found == person.end() ? nullptr : &found->values[0];
      };
      const FieldValue* value = value_of(key);
      if (!value || value->text.empty() || (key == "name" && value_of("email"))) continue;
      std::string folded = fold(value->text);
      if (std::find(known.begin(), known.end(), folded) == known.end())
        known.push_back(std::move(folded));
      else if (!is_full())
        report(value->span, fmt::format("{} stands in this list twice. Take one out.", shown(value->text)));
    }
  }

  void report(Span span, std::string message) { faults_.push_back({span, std::move(message), {}}); }

  FactPlaces place_;
  const RuleNames& rules_;
  std::vector<string_view> present_;  // the facts that are given
  std::vector<FactFault> faults_;
};

}  // namespace

std::vector<FactFault> fact_faults(const std::vector<Field>& entries, FactPlaces place, const RuleNames& rules) {
  return FaultFinder(place, rules).find(entries);
}

FactFault unknown_rule(std::string_view id, Span span, const RuleNames& rules) {
  const std::vector<string_view> near = near_words(id, rules.all());
  return {span, fmt::format("There is no rule '{}', so nothing is silenced by it.{}", shown(id), did_you_mean(near)),
          strings(near)};
}

FactFault unknown_directive(const Directive& directive, std::string_view word) {
  const bool known =
      std::find(std::begin(directive_words), std::end(directive_words), fold(word)) != std::end(directive_words);
  const std::vector<string_view> near = known ? std::vector<string_view>{} : near_words(word, directive_words);
  if (!near.empty())
    return {directive.word, fmt::format("There is no '{}' here.{}", shown(word), did_you_mean(near)), strings(near)};
  return {
      directive.span, "This comment silences nothing. It is \"ignore\" with names of rules, \"off\" or \"on\".", {}};
}

}  // namespace afterword
