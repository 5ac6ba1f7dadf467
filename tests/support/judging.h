// What tests of rules share: a text judged at a fixed moment, examples taken apart, edits applied.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "rules/engine/checker.h"
#include "rules/note/note.h"

namespace afterword::testing {

/// The clock of the rules' examples.
inline constexpr std::string_view example_now = "2026-03-05T10:00:00";

Note parse(std::string text, Format format = Format::markdown, const Note* previous = nullptr);
/// The text of the first part of that kind, "(none)" where there is none.
std::string part(const Note& note, PartKind kind);

using Strings = std::vector<std::string>;
/// The body's sentences as they stand in the text.
Strings sentences(const Note& note);

/// A dictionary that knows of three slips and takes every other word for right: "recieved", "seperate", "definately".
const Speller& few_slips();

struct Judged {
  Note note;
  Facts facts;
  Verdict verdict;

  std::vector<const Finding*> of(std::string_view rule) const;
};

/// Judges a text as a note whatever it says, with all rules.
Judged judge_text(std::string text, Format format = Format::markdown, std::string_view now = example_now);

/// Judges a Markdown text as the request says, at example_now.
Verdict judge_with(const std::string& text, const Request& given);

/// Judges an example as its rule's tests do: the first of its files with the others around it (BadExample). `text` is
/// that first file's, marks taken out.
Judged judge_example(std::string_view example, const std::string& text);

/// An example without its [[ ]], and what they stood around (empty where there are none).
struct Marked {
  std::string text;
  Span span;
};
Marked take_marks(std::string_view example);

/// Texts that stand in a file of cases, each below a line "######## title".
struct Case {
  std::string title, text;
};
std::vector<Case> read_cases(const std::string& path);

std::string apply(std::string text, const std::vector<Edit>& edits);

}  // namespace afterword::testing
