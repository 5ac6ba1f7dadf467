#include "tests/server/pattern.h"

#include <doctest/doctest.h>

using afterword::tests::mismatch;
using nlohmann::json;

TEST_CASE("pattern: members that are not given may be there") {
  CHECK(mismatch(json::parse(R"({"a":1})"), json::parse(R"({"a":1,"b":2})")).empty());
  CHECK(mismatch(json::parse(R"({"a":1})"), json::parse(R"({"b":2})")) == R"(a: missing in {"b":2})");
  CHECK(mismatch(json::parse(R"({"a":{"b":1}})"), json::parse(R"({"a":{"b":2}})")) == "a.b: expected 1, got 2");
}

TEST_CASE("pattern: absent, anything, a part of a string") {
  CHECK(mismatch(json::parse(R"({"a":"!"})"), json::parse(R"({"b":2})")).empty());
  CHECK_FALSE(mismatch(json::parse(R"({"a":"!"})"), json::parse(R"({"a":null})")).empty());
  CHECK(mismatch(json::parse(R"({"a":"*"})"), json::parse(R"({"a":[1]})")).empty());
  CHECK_FALSE(mismatch(json::parse(R"({"a":"*"})"), json::parse("{}")).empty());
  CHECK(mismatch(json::parse(R"({"a":"~ell"})"), json::parse(R"({"a":"hello"})")).empty());
  CHECK_FALSE(mismatch(json::parse(R"({"a":"~elo"})"), json::parse(R"({"a":"hello"})")).empty());
}

TEST_CASE("pattern: arrays are as long as given, but for the dots") {
  const json three = json::parse("[1,2,3]");
  CHECK_FALSE(mismatch(json::parse("[1,2]"), three).empty());
  CHECK_FALSE(mismatch(json::parse("[1,2,3,4]"), three).empty());
  CHECK(mismatch(json::parse(R"(["...",2,"..."])"), three).empty());
  CHECK(mismatch(json::parse(R"([1,2,3,"..."])"), three).empty());
  CHECK_FALSE(mismatch(json::parse(R"(["...",3,"...",2])"), three).empty());
}

TEST_CASE("pattern: what is said of all elements") {
  const json two = json::parse(R"([{"a":1},{"a":1,"b":2}])");
  CHECK(mismatch(json::parse(R"({"#":2,"every":{"a":1},"none":{"b":3}})"), two).empty());
  CHECK_FALSE(mismatch(json::parse(R"({"#":3})"), two).empty());
  CHECK_FALSE(mismatch(json::parse(R"({"every":{"b":2}})"), two).empty());
  CHECK_FALSE(mismatch(json::parse(R"({"none":{"b":2}})"), two).empty());
  CHECK_FALSE(mismatch(json::parse(R"({"a":1})"), json::parse("1")).empty());
}
