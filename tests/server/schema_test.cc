// The JSON schemas: they take whole samples of our files and refuse slips, as the program does.
#include <doctest/doctest.h>

#include <algorithm>
#include <regex>
#include <string>

#include "tests/server/child_process.h"
#include "tests/server/command_help.h"

using namespace afterword::tests;

namespace {

bool has_type(const Json& value, const std::string& type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  REQUIRE(type == "integer");
  return value.is_number_integer();
}

bool is_valid(const Json& schema, const Json& value);

bool are_members_valid(const Json& schema, const Json& value) {
  if (!value.is_object()) return true;
  for (const auto& [name, member] : value.items()) {
    const Json& known = schema.value("properties", Json::object());
    if (known.contains(name)) {
      if (!is_valid(known[name], member)) return false;
    } else if (schema.contains("additionalProperties")) {
      const Json& others = schema["additionalProperties"];  // false, or what they must be
      if (others.is_boolean() || !is_valid(others, member)) return false;
    }
  }
  for (const Json& name : schema.value("required", Json::array()))
    if (!value.contains(name.get<std::string>())) return false;
  return true;
}

/// As much of JSON Schema as ours need.
bool is_valid(const Json& schema, const Json& value) {
  for (const auto& [word, _] : schema.items())
    if (std::string(" $schema title description type enum anyOf items properties additionalProperties required minimum "
                    "maximum pattern ")
            .find(" " + word + " ") == std::string::npos)
      FAIL("the test does not know " << word);
  if (schema.contains("type") && !has_type(value, schema["type"])) return false;
  if (schema.contains("enum") && !schema["enum"].contains(value) &&
      std::find(schema["enum"].begin(), schema["enum"].end(), value) == schema["enum"].end())
    return false;
  if (schema.contains("anyOf") && std::none_of(schema["anyOf"].begin(), schema["anyOf"].end(),
                                               [&](const Json& one) { return is_valid(one, value); }))
    return false;
  if (schema.contains("minimum") && (value < schema["minimum"] || value > schema["maximum"])) return false;
  if (schema.contains("pattern") &&
      !std::regex_search(value.get<std::string>(), std::regex(schema["pattern"].get<std::string>())))
    return false;
  if (value.is_array() && schema.contains("items"))
    for (const Json& element : value)
      if (!is_valid(schema["items"], element)) return false;
  return are_members_valid(schema, value);
}

Json schema_of(const std::string& name) {
  const Finished done = run({"schema", name});
  REQUIRE(done.ended.code == 0);
  return Json::parse(done.out);
}

}  // namespace

TEST_CASE("the schema of .afterword.yaml takes a whole sample and refuses slips") {
  const Json schema = schema_of("configuration");
  const auto takes = [&](const char* text) { return is_valid(schema, Json::parse(text)); };
  CHECK(takes(R"j({"notes": ["letters/*.md"], "exclude": "old/", "words": ["Fenwick"], "phrases": ["mine.yaml"],
                   "rules": {"gift": "off", "too-long": {"severity": "hint", "words": 180}},
                   "custom": [{"id": "mine", "severity": "warning", "message": "Plainly.", "phrases": ["synergy"],
                               "pattern": "a(b)", "replace": "\\1"}]})j"));
  CHECK(takes("{}"));
  CHECK(takes(R"({"semanticTokens": true})"));
  CHECK_FALSE(takes(R"({"semanticTokens": "yes"})"));
  CHECK_FALSE(takes(R"({"ruels": {}})"));
  // An id that is none of ours may be one of the user's own, with a severity and no option.
  CHECK(takes(R"({"rules": {"no-synergy": "off", "mine": {"severity": "hint"}}})"));
  CHECK_FALSE(takes(R"({"rules": {"no-synergy": "loud"}})"));
  CHECK_FALSE(takes(R"({"rules": {"no-synergy": {"words": 180}}})"));
  CHECK_FALSE(takes(R"({"rules": {"no-synergy": 5}})"));
  CHECK_FALSE(takes(R"({"rules": {"gift": "loud"}})"));
  CHECK_FALSE(takes(R"({"rules": {"gift": {"words": 180}}})"));
  CHECK_FALSE(takes(R"({"rules": {"too-long": {"words": 5}}})"));
  CHECK_FALSE(takes(R"({"rules": []})"));
  CHECK_FALSE(takes(R"({"notes": [5]})"));
  CHECK_FALSE(takes(R"({"custom": [{"message": "x"}]})"));
  CHECK_FALSE(takes(R"({"custom": [{"id": "a", "mesage": "x"}]})"));
  CHECK_FALSE(takes(R"({"facts": ["~/jobs"]})"));  // a project can't name folders outside itself
  for (const Json& rule : Json::parse(run({"rules", "--no-config", "--format", "json"}).out))
    CHECK(schema["properties"]["rules"]["properties"].contains(rule["id"].get<std::string>()));
}

TEST_CASE("the schema of interview.yaml takes a whole sample and refuses slips") {
  const Json schema = schema_of("interview");
  const auto takes = [&](const char* text) { return is_valid(schema, Json::parse(text)); };
  CHECK(takes(R"({"company": ["Initech", "ITC"], "role": "tester", "from": "Sam Field", "decision-by": "2026-03-09",
                  "referred-by": "Osman", "interviewers": [{"name": "Dana Wu", "email": "d@a.example", "title": "lead",
                  "interview": "2026-03-03 14:00", "topics": ["plates"], "done": "card", "kind": "phone-screen"}]})"));
  CHECK_FALSE(takes(R"({"compnay": "Initech"})"));
  CHECK_FALSE(takes(R"({"interviewers": ["Dana Wu"]})"));
  CHECK_FALSE(takes(R"({"interviewers": [{"nmae": "Dana Wu"}]})"));
  CHECK_FALSE(takes(R"({"interviewers": [{"done": "cards"}]})"));
  CHECK_FALSE(takes(R"({"interview": "last Tuesday"})"));
  CHECK_FALSE(takes(R"({"kind": "interviw"})"));
}

TEST_CASE("schemas: another name is wrong usage") {
  CHECK(run({"schema", "note"}).ended.code == 2);
  CHECK_FALSE(has(run({"--help"}).out, "schema"));
}
