// The people and companies whom an open document names, and where: what highlights, renames, hovers and colours start
// from. Found when asked for, never while somebody types.
#pragma once

#include <cstddef>
#include <vector>

#include "rules/engine/mentions.h"
#include "server/session/session.h"

namespace afterword {

struct NamesHere {
  std::vector<Named> names;
  std::vector<Mention> mentions;  ///< in the order of the document

  /// The mention at a byte of the document; null where none is.
  const Mention* at(std::size_t byte) const { return mention_at(mentions, byte); }
};

/// Of a note or an interview.yaml; of any other text nothing.
NamesHere names_here(Session& session, Document& document);

}  // namespace afterword
