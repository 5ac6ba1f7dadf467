// The labelled sentences of rules/model/data, read with the program's own eyes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "rules/model/model.h"

namespace afterword::model {

struct Example {
  std::string text;
  std::uint32_t labels = 0;  ///< one bit each, in the order of Scores
  std::vector<Feature> features;
  std::size_t plain = 0;     ///< how many of them, from the first, tell of the occasion (read_features)
  bool refers_back = false;  ///< as SentenceCues
  bool in_body = false;      ///< kind, index and count are known, and the example before it is the sentence before it
  Kind kind = Kind::interview;
  std::uint32_t index = 0, count = 1;
  Lead lead = Lead::unknown;

  bool has(std::size_t label) const { return (labels >> label & 1) != 0; }
};

struct LabelledFile {
  std::string name;
  std::vector<Example> examples;
  /// Labelled by those who wrote the catalogue; where other hands label otherwise, these are right.
  bool reference = false;
};

/// One file. Throws std::runtime_error with file and line where a line is wrong.
LabelledFile read_labelled(const std::filesystem::path& path, const Vocabulary& vocabulary);

/// What notes say in which order: roles alone, a sentence a line, an empty line between paragraphs. Throws likewise.
LabelledFile read_orders(const std::filesystem::path& path);

/// The program's own phrases, filled in: what it offers for a part it must see as that part.
LabelledFile read_phrases(const Vocabulary& vocabulary);

/// The sentences of a letter's body, each read by itself and without labels; `kind` stands in them.
std::vector<Example> sentences_of(std::string letter, Kind kind, const Vocabulary& vocabulary);

/// The names of roles, then flaws.
std::string_view label_name(std::size_t label);

std::string read_text(const std::filesystem::path& path);

}  // namespace afterword::model
