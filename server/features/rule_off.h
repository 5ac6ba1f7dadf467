// "Turn RULE off in this project": the rule's severity in .afterword.yaml, as an edit where the client can take it,
// else as a command that writes a new file.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/session/session.h"

namespace afterword {

/// The edit or the command of that action, filled into `action`. False where there is nothing to offer: the document
/// lies nowhere, the editor's settings say otherwise, or the file is one that can't be changed by one edit.
bool fill_rule_off(Session& session, Document& document, std::string_view rule, lsp::CodeAction& action);

/// afterword.disableRule, for the document and the rule that were checked before. Throws a ResponseError where it can't
/// be done.
void disable_rule(Session& session, Document& document, std::string_view rule);

}  // namespace afterword
