// What a user or a project has set: the project's .afterword.yaml and the editor's settings, read into one value.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/jsonrpc/any.h"
#include "rules/engine/settings.h"
#include "rules/note/span.h"

namespace afterword {

struct Configuration {
  std::vector<std::string> notes;       ///< globs of files that are notes, besides the defaults
  std::vector<std::string> exclude;     ///< gitignore-style patterns of files to leave alone
  std::vector<std::string> facts;       ///< folders with further interview.yaml files; of the user's own settings only
  std::vector<std::string> phrases;     ///< files with phrases of one's own, as they are named
  std::optional<bool> semantic_tokens;  ///< whether the editor is given names, slots and topics to colour
  RuleSettings rules;

  bool operator==(const Configuration&) const = default;

  /// The defaults and `notes` together: whether a path below the project's root is a note by its name.
  bool names_a_note(std::string_view relative_path) const;
};

/// A fault in a file of ours or in the settings: the rest of it still holds.
struct ConfigurationFault {
  std::size_t line = 1;  ///< counted from 1; 0 where there is no file, or none of its text
  Span span;             ///< bytes of the file
  std::string message;
  std::vector<std::string> instead = {};  ///< what was meant there, perhaps
  std::string_view rule = {};             ///< the rule that says so; empty where none does
  Severity severity = Severity::error;
};

/// "path:3: what is wrong", without a line where the file could not be read at all.
std::string described(const std::string& path, const ConfigurationFault& fault);
/// The line of byte `at`, counted from 1.
std::size_t line_of(std::string_view text, std::size_t at);
/// Puts faults into the order of their places in `text`, and says of each on which line it stands.
void put_in_order(std::vector<ConfigurationFault>& faults, std::string_view text);

/// The keys of .afterword.yaml.
std::span<const std::string_view> configuration_keys();

/// Reads .afterword.yaml; `faults` come in the order of the file. One pattern may stand for a list of one.
Configuration read_configuration(std::string_view yaml, std::vector<ConfigurationFault>& faults);

/// Reads an editor's `afterword` section (or initializationOptions); null and missing values are unset, and so are keys
/// of the client's own. `others` are rules that a project has made.
Configuration read_settings(const jsonrpc::Any& settings, std::vector<ConfigurationFault>& faults,
                            std::span<const std::string> others = {});

/// `over` wins: rules by key, lists united.
Configuration merged(Configuration base, const Configuration& over);

}  // namespace afterword
