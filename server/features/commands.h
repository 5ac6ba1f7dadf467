// workspace/executeCommand: what an action asks of the server where no edit of the client's can do it.
#pragma once

#include <initializer_list>
#include <string_view>

#include "protocol/lsp/types.h"

namespace afterword {

inline constexpr std::string_view ignore_command = "afterword.ignoreRule";      ///< URI of a document, rule
inline constexpr std::string_view disable_command = "afterword.disableRule";    ///< likewise
inline constexpr std::string_view missing_command = "afterword.insertMissing";  ///< URI of a document
/// URI of an interview.yaml or of a file below it; the name of the note's file, or nothing for the first that is due.
inline constexpr std::string_view new_note_command = "afterword.newNote";
inline constexpr std::string_view new_notes_command = "afterword.newNotes";  ///< URI as above: all that are due

/// A rule; the URI of a document where it is one of that document's project.
inline constexpr std::string_view explain_command = "afterword.explain";
inline constexpr std::string_view restart_command = "afterword.restartChecks";  ///< nothing

lsp::Command command_of(std::string_view title, std::string_view command,
                        std::initializer_list<std::string_view> arguments);

}  // namespace afterword
