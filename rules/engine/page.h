// A rule as a page: what `explain` prints, what is installed for codeDescription, and what a hover shows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/engine/custom_rules.h"
#include "rules/engine/rule.h"
#include "rules/note/note.h"

namespace afterword {

/// "warning", or "warning for interview, hint for others" where it depends on the kind; then when it is milder.
std::string severity_text(const Rule& rule);
/// The rule's page in Markdown: summary, why, severity, fix, sources, and its examples.
std::string rule_page(const Rule& rule);
/// The page of a rule that the user made: its message and what it finds.
std::string custom_page(const CustomRule& rule);
/// What a hover on a finding shows, in Markdown: why, one bad and one good example, the sources.
std::string rule_hover(const Rule& rule);
/// A file of an example: a whole text, with its name where the example is of several files (BadExample).
struct ExampleFile {
  std::string_view name;
  std::string_view text;
};
/// In their order; the first is the one that is judged.
std::vector<ExampleFile> example_files(std::string_view example);
/// A rule's example is a mail where it opens with a mail's header, else Markdown.
Format example_format(std::string_view example);
/// The body of an example's first file: front matter, greeting and [[ ]] marks off, on one line.
std::string example_line(std::string_view example);
/// What "S0, S2, D" stands for, one source a line.
std::string source_lines(std::string_view sources);

}  // namespace afterword
