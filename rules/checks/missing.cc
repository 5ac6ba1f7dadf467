#include "rules/checks/missing.h"

#include <string>

#include "rules/checks/places.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

/// "Thanks again," above the name.
bool closes_with_thanks(const Context& context) {
  const Part* sign_off = context.note.part(PartKind::sign_off);
  if (!sign_off) return false;
  const std::string closing = fold(context.text(sign_off->span));
  for (std::string_view word : {"thank", "gratitude", "gratefully", "appreciation", "thx"})
    if (closing.find(word) != std::string::npos) return true;
  return false;
}

/// "-- " opens a block that mail programs add; a name in its first line signs the note.
bool block_signs(const Note& note) {
  const Part* block = note.part(PartKind::signature_block);
  if (!block) return false;
  std::string_view text = note.text(block->span);
  auto line = text.find('\n');
  return line != std::string_view::npos && is_capitalised(trim(text.substr(line + 1)));
}

}  // namespace

bool lacks_thanks(const Context& context) { return !context.present.has(Role::thanks) && !closes_with_thanks(context); }

bool lacks_callback(const Context& context) {
  return context.lacks({Role::callback, Role::vague}) && !waits_for_callback(context);
}

bool lacks_interest(const Context& context) { return context.lacks({Role::interest}); }

bool lacks_fit(const Context& context) { return context.lacks({Role::fit}); }

bool lacks_addition(const Context& context) {
  return context.lacks({Role::addition, Role::offer}) && !on_paper(context);
}

bool lacks_next_step(const Context& context) {
  return context.lacks({Role::next_step, Role::wait}) && !on_paper(context);
}

bool lacks_sign_off(const Context& context) {
  return !ends_in_own_name(context) && !context.note.part(PartKind::sign_off);
}

bool lacks_signature(const Context& context) {
  return !ends_in_own_name(context) && !context.note.part(PartKind::signature) && !block_signs(context.note);
}

}  // namespace afterword
