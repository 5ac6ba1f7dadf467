// What tests of the commands look at in their output.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/server/test_client.h"

namespace afterword::tests {

inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

inline bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// Every file below a folder: its path from there -> its bytes.
inline std::map<std::string, std::string> texts_of(const std::string& folder) {
  std::map<std::string, std::string> texts;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ostringstream text;
    text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    texts[entry.path().lexically_relative(folder).string()] = text.str();
  }
  return texts;
}

/// Whether that rule found something in a note, as `check` prints it.
inline bool has_rule(const Json& note, const std::string& rule) {
  return std::any_of(note["findings"].begin(), note["findings"].end(),
                     [&](const Json& finding) { return finding["rule"] == rule; });
}

}  // namespace afterword::tests
