// What SARIF is made of: objects and lists, messages, places of files and in their texts, fingerprints. Numbers in
// comments are sections of its specification.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "protocol/lsp/uri.h"
#include "rules/engine/finding.h"
#include "rules/note/hash.h"
#include "server/cli/report_parts.h"
#include "server/session/workspace.h"

namespace afterword::cli {

inline constexpr std::string_view sarif_root = "%SRCROOT%";  // by convention, what relative URIs begin at

inline std::string_view sarif_level(Severity severity) {
  return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
}

template <typename Write>
void object(JsonWriter& to, Write write) {
  to.begin_object();
  write();
  to.end_object();
}
template <typename Write>
void object(JsonWriter& to, std::string_view name, Write write) {
  to.key(name);
  object(to, write);
}
template <typename Write>
void array(JsonWriter& to, std::string_view name, Write write) {
  to.key(name);
  to.begin_array();
  write();
  to.end_array();
}

/// Braces stand for an argument there, and are doubled to stand for themselves (3.11.5).
inline void message(JsonWriter& to, std::string_view name, std::string_view text, std::string_view markdown = {}) {
  const auto doubled = [](std::string_view plain) {
    std::string out;
    for (const char c : plain) out.append(c == '{' || c == '}' ? 2 : 1, c);
    return out;
  };
  object(to, name, [&] {
    member(to, "text", std::string_view(doubled(text)));
    if (!markdown.empty()) member(to, "markdown", std::string_view(doubled(markdown)));
  });
}

/// Files as SARIF names them, from the folder that the command works in.
class Locations {
 public:
  Locations() {
    std::error_code error;
    root_ = std::filesystem::current_path(error).string();
    if (!root_.ends_with('/')) root_ += '/';
  }

  const std::string& root() const { return root_; }

  /// A file below the working folder by its path from there, any other by its whole URI.
  void artifact(JsonWriter& to, std::string_view name, std::string_view key = "artifactLocation") const {
    const std::string path = absolute_path(name);
    const bool below = path.starts_with(root_) && path.size() > root_.size();
    std::string uri = lsp::Uri::of_path(below ? "/" + path.substr(root_.size()) : path).text();
    if (below) uri.erase(0, std::string_view("file:///").size());
    object(to, key, [&] {
      member(to, "uri", std::string_view(uri));
      if (below) member(to, "uriBaseId", sarif_root);
    });
  }

 private:
  std::string root_;
};

/// Places in a text, of whose first line a byte order mark is no part (3.30.2).
class Regions {
 public:
  explicit Regions(std::string_view text) : places_(text), marked_(text.starts_with("\xEF\xBB\xBF")) {}

  void write(JsonWriter& to, Span span, std::string_view key = "region") {
    const lsp::Position begin = place_of(span.begin), end = place_of(span.end);
    object(to, key, [&] {
      member(to, "startLine", static_cast<std::size_t>(begin.line));
      member(to, "startColumn", static_cast<std::size_t>(begin.character));
      member(to, "endLine", static_cast<std::size_t>(end.line));
      member(to, "endColumn", static_cast<std::size_t>(end.character));
    });
  }

 private:
  lsp::Position place_of(std::size_t byte) {
    lsp::Position place = places_.at(byte);
    if (marked_ && place.line == 1 && place.character > 1) --place.character;
    return place;
  }

  Places places_;
  bool marked_;
};

inline void replacement(JsonWriter& to, const Edit& edit, Regions& regions) {
  object(to, [&] {
    regions.write(to, edit.span, "deletedRegion");
    if (!edit.text.empty()) object(to, "insertedContent", [&] { member(to, "text", std::string_view(edit.text)); });
  });
}

/// A finding stays the same when lines come and go above it: its rule and what it covers, and which of several alike it
/// is. It holds no text of the note.
class Fingerprints {
 public:
  std::string of(std::string_view rule, std::string_view covered) {
    const std::uint64_t hash = hash_of(fmt::format("{}\n{}", rule, covered));
    return fmt::format("{:016x}:{}", hash, ++alike_[hash]);
  }

 private:
  std::map<std::uint64_t, std::size_t> alike_;
};

}  // namespace afterword::cli
