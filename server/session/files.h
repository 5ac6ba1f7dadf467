// Reading files the way a checker must: every way it can go wrong is one clear line, nothing throws.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "rules/note/note.h"

namespace afterword {

struct FileText {
  std::string text;
  std::string fault;  ///< empty when the text is there; else "no such file", "not UTF-8 (byte 12)" ...
};

/// Reads a regular file of at most `most` bytes as UTF-8 without NUL bytes.
FileText read_text_file(const std::string& path, std::size_t most = 64u << 20);
/// The fault in bytes that came from elsewhere (standard input), empty if they are text.
std::string text_fault(std::string_view bytes);

/// Makes a file with that text. False, and nothing is left, where it can't be: one that is there is somebody's, and
/// stays.
bool write_new_file(const std::string& path, std::string_view text);

/// Gives the file at `path`, links followed, another text: a new file beside it takes its name, with its permissions,
/// so that whoever reads it meanwhile sees one text or the other. Only while it still holds `before`, or that text
/// already. Empty, or why it was not done: the file is then what it was, and nothing else is left.
std::string replace_file(const std::string& path, std::string_view before, std::string_view text);

/// Identity of a file's content without reading it; equal stamps mean an unchanged file.
struct FileStamp {
  std::int64_t seconds = -1, nanoseconds = 0, size = -1;
  std::uint64_t inode = 0;
  bool exists() const { return size >= 0; }
  bool operator==(const FileStamp&) const = default;
};
FileStamp stamp_of(const std::string& path);

/// The format that a path's extension names: .md and .markdown, .eml, .txt and everything else.
Format format_of_path(std::string_view path);
/// Nothing for extensions of no format of ours.
std::optional<Format> known_format_of_path(std::string_view path);
/// The format that an LSP languageId names, if it is one of ours.
std::optional<Format> format_of_language(std::string_view language_id);

std::string_view folder_of(std::string_view path);  ///< "" where there is no slash, "/" for a file of the root
std::string_view name_of_path(std::string_view path);

}  // namespace afterword
