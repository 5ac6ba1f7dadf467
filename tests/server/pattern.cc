#include "tests/server/pattern.h"

#include <cstddef>

namespace afterword::tests {
namespace {

using Json = nlohmann::json;

std::string brief(const Json& value) {
  std::string text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
  return text.size() > 300 ? text.substr(0, 300) + " ..." : text;
}

std::string differs(const Json& pattern, const Json& actual, const std::string& path) {
  return (path.empty() ? "message" : path) + ": expected " + brief(pattern) + ", got " + brief(actual);
}

/// "#", "every", "none": what is said of all elements.
std::string elements_mismatch(const Json& pattern, const Json& actual, const std::string& path) {
  if (const auto count = pattern.find("#"); count != pattern.end() && actual.size() != *count)
    return path + ": expected " + count->dump() + " elements, got " + std::to_string(actual.size()) + ": " +
           brief(actual);
  for (std::size_t i = 0; i < actual.size(); ++i) {
    const std::string at = path + "[" + std::to_string(i) + "]";
    if (const auto every = pattern.find("every"); every != pattern.end())
      if (std::string fault = mismatch(*every, actual[i], at); !fault.empty()) return fault;
    if (const auto none = pattern.find("none"); none != pattern.end() && mismatch(*none, actual[i], at).empty())
      return at + ": not expected: " + brief(actual[i]);
  }
  return {};
}

std::string object_mismatch(const Json& pattern, const Json& actual, const std::string& path) {
  if (!actual.is_object()) return differs(pattern, actual, path);
  for (const auto& [name, value] : pattern.items()) {
    const std::string at = path.empty() ? name : path + "." + name;
    const auto found = actual.find(name);
    if (value == "!") {
      if (found != actual.end()) return at + ": expected to be absent, got " + brief(*found);
    } else if (found == actual.end()) {
      return at + ": missing in " + brief(actual);
    } else if (std::string fault = mismatch(value, *found, at); !fault.empty()) {
      return fault;
    }
  }
  return {};
}

// From the elements p and a on. Where "..." leaves a choice, the reason given is of the last one tried.
std::string array_mismatch(const Json& pattern, const Json& actual, const std::string& path, std::size_t p,
                           std::size_t a) {
  if (p == pattern.size()) {
    if (a == actual.size()) return {};
    return path + ": expected " + std::to_string(a) + " elements, got " + std::to_string(actual.size()) + ": " +
           brief(actual);
  }
  if (pattern[p] == "...") {
    std::string fault;
    for (std::size_t from = a; from <= actual.size(); ++from) {
      fault = array_mismatch(pattern, actual, path, p + 1, from);
      if (fault.empty()) return {};
    }
    return path + ": no element fits " + brief(pattern) + " in " + brief(actual);
  }
  const std::string at = path + "[" + std::to_string(a) + "]";
  if (a == actual.size()) return at + ": missing; expected " + brief(pattern[p]);
  if (std::string fault = mismatch(pattern[p], actual[a], at); !fault.empty()) return fault;
  return array_mismatch(pattern, actual, path, p + 1, a + 1);
}

}  // namespace

std::string mismatch(const Json& pattern, const Json& actual, const std::string& path) {
  if (pattern.is_object() && actual.is_array()) return elements_mismatch(pattern, actual, path);
  if (pattern.is_object()) return object_mismatch(pattern, actual, path);
  if (pattern.is_array())
    return actual.is_array() ? array_mismatch(pattern, actual, path, 0, 0) : differs(pattern, actual, path);
  if (pattern == "*") return {};
  if (pattern.is_string() && actual.is_string()) {
    const auto& wanted = pattern.get_ref<const std::string&>();
    if (wanted.starts_with('~') && actual.get_ref<const std::string&>().find(wanted.substr(1)) != std::string::npos)
      return {};
  }
  return pattern == actual ? std::string() : differs(pattern, actual, path);
}

}  // namespace afterword::tests
