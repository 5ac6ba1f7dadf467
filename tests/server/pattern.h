// Messages compared with what a transcript expects of them: only what the pattern gives.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace afterword::tests {

/// Empty where `actual` fits `pattern`, else the first difference with its path.
///   object    the members given, each by its pattern; others may stand beside them
///   array     as many elements; "..." stands for any number of further ones
///   {"#": N, "every": P, "none": P}  for an array: how many elements, a pattern that each fits, one that none fits
///   "*"       anything that is there
///   "!"       for a member: it must be absent
///   "~text"   a string that holds the text
///   the rest  equal
std::string mismatch(const nlohmann::json& pattern, const nlohmann::json& actual, const std::string& path = "");

}  // namespace afterword::tests
