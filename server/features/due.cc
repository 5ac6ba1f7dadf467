#include "server/features/due.h"

#include <algorithm>

namespace afterword {

namespace {

using phrases::Purpose;

/// The order in which a good note of each kind brings its parts (catalogue, sections 3 and 6).
std::vector<Purpose> natural_order(Kind kind) {
  switch (kind) {
    case Kind::interview:
      return {Purpose::thanks,   Purpose::callback, Purpose::interest, Purpose::fit,
              Purpose::addition, Purpose::offer,    Purpose::next_step};
    case Kind::phone_screen:
      return {Purpose::thanks, Purpose::callback, Purpose::fit, Purpose::interest, Purpose::offer, Purpose::next_step};
    case Kind::informational:
      return {Purpose::thanks, Purpose::callback, Purpose::addition, Purpose::next_step, Purpose::offer};
    case Kind::referral:
      return {Purpose::thanks, Purpose::callback, Purpose::next_step, Purpose::offer};
    case Kind::recommendation:
      return {Purpose::thanks, Purpose::callback, Purpose::addition, Purpose::offer};
    case Kind::networking:
      return {Purpose::callback, Purpose::addition, Purpose::offer, Purpose::next_step};
    case Kind::rejection:
      return {Purpose::thanks, Purpose::effort, Purpose::callback, Purpose::interest, Purpose::next_step};
    case Kind::no_reply:
      return {Purpose::callback, Purpose::interest, Purpose::next_step, Purpose::offer};
    case Kind::personal:
      return {Purpose::thanks, Purpose::callback, Purpose::offer};
  }
  return {};
}

bool has(const Context& context, Purpose purpose) {
  switch (purpose) {
    case Purpose::thanks:
      return context.present.has(Role::thanks);
    case Purpose::callback:
      return context.present.has(Role::callback);
    case Purpose::interest:
      return context.present.has(Role::interest);
    case Purpose::fit:
      return context.present.has(Role::fit);
    // One of the two is asked for: something new, or help offered.
    case Purpose::addition:
    case Purpose::offer:
      return context.present.any_of({Role::addition, Role::offer});
    case Purpose::next_step:
      return context.present.has(Role::next_step);
    case Purpose::effort:
      return context.present.has(Role::callback);
    case Purpose::sign_off:
      return context.note.part(PartKind::sign_off) != nullptr;
    case Purpose::greeting:
      return context.note.greeting() != nullptr;
  }
  return false;
}

/// A header block without it is still being typed.
bool ends_in_blank_line(std::string_view block) {
  return block.ends_with("\n\n") || block.ends_with("\r\n\r\n") || block.ends_with("\r\r");
}

}  // namespace

Spot spot_at(const Note& note, std::size_t at) {
  bool signature = false;
  if (note.greeting() && at < note.greeting()->span.begin) return Spot::nowhere;
  for (const Part& part : note.parts()) {
    bool inside = part.span.begin <= at && at <= part.span.end;
    switch (part.kind) {
      case PartKind::front_matter:  // while no fence closes it, the next line may be one of it
        if (part.span.begin <= at && at < part.span.end + !note.front_matter().closing_fence) return Spot::nowhere;
        break;
      case PartKind::headers:
        if (part.span.begin <= at && at < part.span.end + !ends_in_blank_line(note.text(part.span)))
          return Spot::nowhere;
        break;
      case PartKind::quote:
      case PartKind::code:
      case PartKind::heading:
      case PartKind::comment:
      case PartKind::signature_block:
        if (inside) return Spot::nowhere;
        break;
      case PartKind::greeting: {  // blanks behind it are still its line: "Dear |"
        std::size_t end = std::min(note.text().find_first_not_of(" \t", part.span.end), note.text().size());
        if (part.span.begin <= at && at <= end) return Spot::opening;
        break;
      }
      case PartKind::sign_off:
        signature = at > part.span.end;  // unless quoted mail or the like follows
        break;
      case PartKind::signature:
        if (at > part.span.end) signature = false;  // a postscript is body
        break;
      default:
        break;
    }
  }
  if (signature) return Spot::signature;
  if (note.greeting()) return Spot::body;
  if (note.paragraphs().empty()) return Spot::opening;
  // Above the body, or in its first word, which may become a salutation: "De|".
  Span body = note.paragraphs().front().span;
  std::size_t word_end = std::min(note.text().find_first_of(" \t\r\n", body.begin), body.end);
  return at <= word_end ? Spot::opening : Spot::body;
}

std::vector<Purpose> due_purposes(const Context& context, bool last) {
  auto order = natural_order(context.kind);
  std::vector<Purpose> due;
  for (Purpose purpose : order)
    if (!has(context, purpose)) due.push_back(purpose);
  bool complete = due.empty();
  if (last && !has(context, Purpose::sign_off)) due.insert(complete ? due.begin() : due.end(), Purpose::sign_off);
  for (Purpose purpose : order)
    if (has(context, purpose) && purpose != Purpose::thanks) due.push_back(purpose);
  return due;
}

}  // namespace afterword
