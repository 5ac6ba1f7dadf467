// Built before the program: turns rules/phrases/*.phrases into a constexpr table. Usage: compile_phrases OUTPUT FILE...
// A fault in a file is printed as FILE:LINE: error: MESSAGE and fails the build; then nothing is written.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "rules/phrases/purpose.h"
#include "rules/phrases/source.h"

namespace {

using afterword::phrases::Purpose;
using afterword::phrases::SourcePhrase;

std::string literal(std::string_view text) {
  std::string made = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') made += '\\';
    made += c;
  }
  return made + '"';
}

std::string entry(const SourcePhrase& phrase, Purpose purpose) {
  return "    {" + literal(phrase.text) + ",\n     static_cast<Purpose>(" + std::to_string(static_cast<int>(purpose)) +
         "), static_cast<Register>(" + std::to_string(static_cast<int>(*phrase.sounds)) + "), " +
         std::to_string(phrase.kinds) + ",\n     " + literal(phrase.why) + ",\n     " + literal(phrase.with) + "},\n";
}

/// Appends the file's entries to `table`; false after a fault, which has been printed.
bool compile(const std::string& path, std::string& table, std::size_t& count) {
  const auto purpose = afterword::phrases::purpose_named(std::filesystem::path(path).stem().string());
  if (!purpose) {
    std::cerr << path << ":1: error: the file's name is none of the purposes that purpose.h lists\n";
    return false;
  }
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file) {
    std::cerr << path << ":1: error: the file could not be read\n";
    return false;
  }
  const auto source = afterword::phrases::read_source(text);
  for (const auto& fault : source.faults)
    std::cerr << path << ':' << fault.line << ": error: " << fault.message << '\n';
  for (const SourcePhrase& phrase : source.phrases) table += entry(phrase, *purpose);
  count += source.phrases.size();
  return source.faults.empty();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: compile_phrases OUTPUT FILE...\n";
    return 2;
  }
  std::string table;
  std::size_t count = 0;
  bool sound = true;
  for (int i = 2; i < argc; ++i) sound = compile(argv[i], table, count) && sound;
  if (!sound) return 1;
  std::ofstream out(argv[1], std::ios::binary);
  out << "// Made from rules/phrases/*.phrases by compile_phrases; edit those.\n"
      << "constexpr std::array<Phrase, " << count << "> standard_phrases = {{\n"
      << table << "}};\n";
  out.close();
  if (!out) {
    std::cerr << argv[1] << ": error: the table could not be written\n";
    return 1;
  }
}
