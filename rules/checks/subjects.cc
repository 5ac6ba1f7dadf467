#include "rules/checks/subjects.h"

#include <array>

#include <fmt/format.h>

#include "rules/checks/places.h"
#include "rules/phrases/book.h"

namespace afterword {

namespace {

/// What the mail follows, as a word that can stand behind a role: "tester interview".
std::string_view occasion_of(Kind kind) {
  switch (kind) {
    case Kind::phone_screen:
      return "call";
    case Kind::informational:
    case Kind::networking:
    case Kind::personal:
      return "talk";
    case Kind::referral:
      return "introduction";
    case Kind::recommendation:
      return "recommendation";
    case Kind::interview:
    case Kind::rejection:
    case Kind::no_reply:
      break;
  }
  return "interview";
}

std::string_view lead_of(Kind kind) {
  if (kind == Kind::networking) return "After ";
  return kind == Kind::no_reply ? "Question on " : "Thank you for ";
}

}  // namespace

Span header_place(const Context& context, std::string_view name) {
  const Fields& headers = context.note.headers();
  if (const Field* field = headers.find(name)) return field->key_span;
  return headers.entries.empty() ? headers.span : headers.entries.front().key_span;
}

Edit header_edit(const Context& context, std::string_view name, std::string_view value) {
  const Fields& headers = context.note.headers();
  const Field* field = headers.find(name);
  if (field && !field->values.empty()) {
    const Span place = field->values.front().span;
    const bool apart = context.note.text()[place.begin - 1] != ':';
    return {place, (apart ? "" : " ") + std::string(value), ""};
  }
  const Field& last = headers.entries.back();
  const std::size_t at = last.values.empty() ? last.key_span.end : last.values.back().span.end;
  return {{at, at}, fmt::format("{}{}: {}", line_end(context.note), name, value), ""};
}

std::string subject_from_facts(const Context& context) {
  const std::string_view occasion = occasion_of(context.kind), lead = lead_of(context.kind);
  // The fuller ones first. Those without a day come twice, since it is known less often.
  const std::array lines = {fmt::format("{}the ${{role}} {}, ${{day}}", lead, occasion),
                            fmt::format("{}the ${{role}} {}", lead, occasion),
                            fmt::format("{}the {} at ${{company}}, ${{day}}", lead, occasion),
                            fmt::format("{}the {} at ${{company}}", lead, occasion),
                            fmt::format("{}our talk about ${{topic}}", lead),
                            fmt::format("{}the {}, ${{day}} (${{from}})", lead, occasion),
                            fmt::format("{}the {} (${{from}})", lead, occasion)};
  for (const std::string& line : lines)
    if (phrases::Filled filled = phrases::fill(line, context.facts); filled.blanks == 0) return std::move(filled.text);
  return {};
}

}  // namespace afterword
