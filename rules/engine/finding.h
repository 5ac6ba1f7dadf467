// What a rule has to say about a place in the note, and the edits that would mend it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/note/facts.h"
#include "rules/note/span.h"

namespace afterword {

enum class Severity : std::uint8_t { off, hint, information, warning, error };
std::optional<Severity> severity_named(std::string_view name);
std::string_view name_of(Severity severity);  ///< "off", "hint", "information", "warning", "error"

/// Replaces the bytes of `span` by `text`. `snippet` holds the same with LSP snippet slots ("${1:topic}"), empty
/// where the text has none.
struct Edit {
  Span span;
  std::string text;
  std::string snippet;
};

/// A file that a fix makes where none is yet.
struct NewFile {
  std::string path;  ///< beside the file of the finding, in its folder
  std::string text;
};

enum class FixKind : std::uint8_t { replace, insert, erase };

struct Fix {
  std::string title;  ///< what it does, in the imperative: "Address Dana Wu"
  FixKind kind = FixKind::replace;
  bool preferred = false;   ///< the single sensible one
  bool safe = false;        ///< may be carried out unasked (fixing.h): a replacement, or a repeated word's deletion
  std::vector<Edit> edits;  ///< sorted, not overlapping
  std::optional<NewFile> file = {};  ///< instead of edits
};

struct Related {
  Origin origin;
  std::string message;
};

struct Finding {
  std::string_view
      rule;  ///< its id, from the catalog; empty for what no rule says: that a text or its facts can't be read
  Severity severity = Severity::warning;
  Span span;  ///< bytes of the note
  std::string message;
  std::vector<Fix> fixes;
  std::vector<Related> related;
  bool unnecessary = false;  ///< the span could simply be deleted, all of it: an editor fades it
};

}  // namespace afterword
