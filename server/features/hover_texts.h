// What a hover shows where no finding is: the check list at the salutation, a fact's meaning at its key or value, at a
// name whom it means.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "rules/note/span.h"
#include "server/session/session.h"

namespace afterword {

struct HoverText {
  Span span;             ///< bytes of the document
  std::string markdown;  ///< reads well without its marks too
};

/// Of a note or an interview.yaml; nothing for any other text. `at`: byte of the document.
std::optional<HoverText> hover_text(Session& session, Document& document, std::size_t at);

}  // namespace afterword
