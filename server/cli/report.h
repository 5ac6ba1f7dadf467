// How judged notes are printed: the JSON of the contract, and lines for people.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "server/session/judgement.h"

namespace afterword::cli {

/// How many files, notes and findings by severity; for --stats also findings by rule, notes by kind, and words.
struct Summary {
  std::size_t files = 0, notes = 0, words = 0;
  std::array<std::size_t, 5> by_severity{};
  std::map<std::string, std::size_t, std::less<>> by_rule;
  std::map<Kind, std::size_t> by_kind;

  void count(const Judgement& judged, bool stats = false);
  void add(const Summary& other);
  std::size_t of(Severity severity) const { return by_severity[static_cast<std::size_t>(severity)]; }
  /// Whether a finding at or above that severity was there.
  bool reaches(Severity severity) const;
};

/// One element of "notes", as one line of JSON. `id` (JSON text) is put first where given (check --stream).
std::string note_json(std::string_view path, const Judgement& judged, std::string_view id = {});
std::string summary_json(const Summary& summary);

/// Control characters made visible: a note or a file's name must not command the terminal.
std::string visible(std::string_view text);

/// A line a finding, "path:line:column: severity: message [rule]", and what would mend it.
std::string note_text(std::string_view path, const Judgement& judged, bool colour);
std::string summary_text(const Summary& summary);
/// The table of --stats, of a run that took so many seconds.
std::string stats_text(const Summary& summary, double seconds);

/// The note as the program sees it.
std::string outline_json(std::string_view path, const Judgement& judged);
std::string outline_text(std::string_view path, const Judgement& judged);

}  // namespace afterword::cli
