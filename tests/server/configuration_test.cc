// .afterword.yaml and settings as values: read, merged, and changed without losing their layout.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "rules/note/fields.h"
#include "server/session/configuration.h"
#include "server/session/configuration_edit.h"

using namespace afterword;

namespace {

Configuration read(std::string_view yaml) {
  std::vector<ConfigurationFault> faults;
  Configuration made = read_configuration(yaml, faults);
  for (const ConfigurationFault& fault : faults) FAIL_CHECK(fault.message);
  return made;
}

Configuration settings(const std::string& json) {
  std::vector<ConfigurationFault> faults;
  Configuration made = read_settings(jsonrpc::Any::parse(json), faults);
  for (const ConfigurationFault& fault : faults) FAIL_CHECK(fault.message);
  return made;
}

/// "3: what is wrong" of each fault.
std::vector<std::string> faults_in(std::string_view yaml) {
  std::vector<ConfigurationFault> faults;
  read_configuration(yaml, faults);
  std::vector<std::string> all;
  for (const ConfigurationFault& fault : faults) all.push_back(std::to_string(fault.line) + ": " + fault.message);
  return all;
}

/// `count` rules of one's own, by phrases of that many words.
std::string many_rules(std::size_t count, std::size_t words) {
  std::string yaml = "custom:\n";
  for (std::size_t i = 0; i < count; ++i) {
    yaml += "- {id: r" + std::to_string(i) + ", message: m, phrases: [";
    for (std::size_t k = 0; k < words; ++k) yaml += "a" + std::to_string(k * 7919) + ", ";
    yaml += "b]}\n";
  }
  return yaml;
}

/// The file with gift off; "(none)" where one edit does not do.
std::string without_gift(std::string yaml) {
  const auto edit = switch_off(yaml, "gift");
  if (!edit) return "(none)";
  return yaml.replace(edit->span.begin, edit->span.size(), edit->text);
}

const std::string custom = "custom:\n  - id: mine\n    message: Plainly.\n    phrases: [synergy]\n";

}  // namespace

TEST_CASE("settings mean what the same keys in the file mean") {
  CHECK(
      read("notes: [a]\nexclude: b\nwords: [Fenwick Lab, PgBouncer]\nrules:\n  gift: off\n  too-long: {severity: hint, "
           "words: 180}\n" +
           custom) ==
      settings(R"({"notes": ["a"], "exclude": "b", "words": ["Fenwick Lab", "PgBouncer"], "rules": {"gift": "off",
                     "too-long": {"severity": "hint", "words": 180}},
                     "custom": [{"id": "mine", "message": "Plainly.", "phrases": ["synergy"]}]})"));
  CHECK(settings(R"({"rules": [], "notes": null, "server": {"path": "x"}, "trace": 5, "custom": []})") ==
        Configuration());
  CHECK(read("semanticTokens: true") == settings(R"({"semanticTokens": true})"));
  CHECK(read("semanticTokens: false") != settings(R"({"semanticTokens": null})"));
  CHECK(read(custom) == read(custom));
  CHECK(read(custom) != read(""));
}

TEST_CASE("settings over a file: maps by key, lists united") {
  const Configuration file =
      read("notes: [a, b]\nexclude: [x]\nwords: [one]\nrules:\n  gift: off\n  flattery: hint\n" + custom);
  const Configuration both = merged(file, settings(R"({"notes": ["b", "c"], "words": ["two", "One"],
      "rules": {"gift": "error", "too-long": {"words": 99}},
      "custom": [{"id": "mine", "message": "Better.", "pattern": "a"}, {"id": "more", "message": "m", "pattern": "b"}]})"));
  CHECK(both.notes == std::vector<std::string>{"a", "b", "c"});
  CHECK(both.exclude == std::vector<std::string>{"x"});
  CHECK(both.rules.words == std::vector<std::string>{"one", "two"});
  CHECK(both.rules.severity.at("gift") == Severity::error);
  CHECK(both.rules.severity.at("flattery") == Severity::hint);
  CHECK(both.rules.options.too_long_words == 99);
  REQUIRE(both.rules.custom->rules().size() == 2);
  CHECK(both.rules.custom->rule("mine")->message == "Better.");
  CHECK(both.rules.custom->rule("mine")->phrases.empty());
  CHECK(merged(read("semanticTokens: true"), settings(R"({"semanticTokens": false})")).semantic_tokens == false);
  CHECK(merged(read("semanticTokens: true"), {}).semantic_tokens == true);
  CHECK(merged(file, {}) == file);
  CHECK(merged({}, file) == file);
}

TEST_CASE("each fault stands on its line") {
  for (const char* yaml :
       {"semanticTokens: yes", "semanticTokens: [true]", "semanticTokens: \"true\"", "semanticTokens:"})
    CHECK(faults_in(yaml) == std::vector<std::string>{"1: semanticTokens: this is true or false"});
  CHECK(faults_in("a: 1\nrules:\n  gift: loud\n\nb: 2\n") ==
        std::vector<std::string>{"1: there is no key 'a'",
                                 "3: gift: the severity is one of off, hint, information, warning, error",
                                 "5: there is no key 'b'"});
  std::string words = "words: [", keys;
  for (int i = 0; i < 6000; ++i) words += "w" + std::to_string(i % 3000) + ", ";
  CHECK(read(words + "w]\n").rules.words.size() == 3001);
  for (int i = 0; i < 6000; ++i) keys += "k" + std::to_string(i) + ":\n";
  const auto all = faults_in(keys);
  REQUIRE(all.size() == 6000);
  CHECK(all.back() == "6000: there is no key 'k5999'");
}

TEST_CASE("rules of one's own are so many, and so large together") {
  CHECK(read(many_rules(most_custom_rules, 0)).rules.custom->rules().size() == most_custom_rules);
  const std::string more = many_rules(most_custom_rules + 5, 0);
  CHECK(faults_in(more) ==
        std::vector<std::string>{"102: custom: 100 rules are the most there can be; from here on none "
                                 "is taken. Phrases with one message can be one rule"});
  std::vector<ConfigurationFault> faults;
  CHECK(read_configuration(more, faults).rules.custom->rules().size() == most_custom_rules);

  std::string large = "custom:\n";  // each \pL is several hundred instructions
  for (int i = 0; i < 12; ++i)
    large += "- {id: r" + std::to_string(i) + ", message: m, pattern: '\\pL{50}" + std::to_string(i) + "'}\n";
  const auto told = faults_in(large);
  REQUIRE(told.size() == 1);
  CHECK(told[0].ends_with(
      "custom: with this rule they are larger than they can be together; from here on none is taken"));
  faults.clear();
  CHECK(read_configuration(large, faults).rules.custom->rules().size() < 12);
}

TEST_CASE("a file is read up to one size, whoever reads it") {
  std::vector<ConfigurationFault> faults;
  const std::string front = "notes: [a]\n# ";
  CHECK(read(front + std::string(most_yaml_bytes - front.size(), 'x')).notes.size() == 1);
  CHECK(faults_in(front + std::string(most_yaml_bytes - front.size() + 1, 'x')) ==
        std::vector<std::string>{"1: This is longer than facts or settings are, and is not read."});
}

TEST_CASE("a rule is switched off without touching what else stands in the file") {
  CHECK(without_gift("") == "rules:\n  gift: off\n");
  CHECK(without_gift("# ours\n") == "# ours\nrules:\n  gift: off\n");
  CHECK(without_gift("notes: [a]") == "notes: [a]\nrules:\n  gift: off\n");
  CHECK(without_gift("notes: [a]\r\n") == "notes: [a]\r\nrules:\r\n  gift: off\r\n");
  CHECK(without_gift("rules:\nnotes: [a]\n") == "rules:\n  gift: off\nnotes: [a]\n");
  CHECK(without_gift("rules:  # ours\n") == "rules:  # ours\n  gift: off\n");
  CHECK(without_gift("rules: {}\n") == "rules: {gift: off}\n");
  CHECK(without_gift("rules: { flattery: hint }\n") == "rules: {gift: off,  flattery: hint }\n");
  CHECK(without_gift("rules:\n    flattery: off # why\n\n# end\n") ==
        "rules:\n    flattery: off # why\n    gift: off\n\n# end\n");
  CHECK(without_gift("rules:\n  too-long:\n    severity: hint\n    words: 180\nwords: [a]\n") ==
        "rules:\n  too-long:\n    severity: hint\n    words: 180\n  gift: off\nwords: [a]\n");
  CHECK(without_gift("rules:\n  gift: hint # for now\n  flattery: off\n") ==
        "rules:\n  gift: off # for now\n  flattery: off\n");
  CHECK(without_gift("rules:\n  gift: \"hint\"\n") == "rules:\n  gift: off\n");
  CHECK(without_gift("rules:\n  gift:\n") == "rules:\n  gift: off\n");
  CHECK(without_gift("rules:\n  gift: {severity: hint}\n") == "rules:\n  gift: {severity: off}\n");
  CHECK(without_gift("rules:\n  gift:\n    severity: hint\n") == "rules:\n  gift:\n    severity: off\n");
  CHECK(without_gift("rules:\n  flattery: loud\n") == "rules:\n  flattery: loud\n  gift: off\n");
  // Where it can't be told what one edit would do, nothing is done.
  CHECK(without_gift("rules: [\n") == "(none)");
  CHECK(without_gift("{rules: {}}\n") == "(none)");
  CHECK(without_gift("notes: [a]\n...\n") == "(none)");
  CHECK(without_gift("rules: off\n") == "(none)");
  CHECK_FALSE(switch_off("", "no-such-rule"));
}
