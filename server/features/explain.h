// A rule's page before the reader's eyes: what afterword.explain does, by the best means that the client has.
#pragma once

#include <string_view>

#include "server/session/session.h"

namespace afterword {

/// Shows the page that is installed or, where the client asks servers for texts, the one that this server gives; what
/// can't be shown is told in a message. `in` (may be null) is the document whose project's own rules count too. False
/// where there is no such rule.
bool explain_rule(Session& session, std::string_view rule, Document* in);

}  // namespace afterword
