#include "server/features/due.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "rules/engine/parts.h"
#include "rules/model/classifier.h"
#include "rules/model/next_part.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

using phrases::Purpose;

constexpr std::array<Purpose, model::next_part_count> purposes = {
    Purpose::thanks,   Purpose::callback,  Purpose::interest, Purpose::fit,
    Purpose::addition, Purpose::next_step, Purpose::offer};

/// Nothing stands on the line of byte `at`.
bool is_blank_line(std::string_view text, std::size_t at) {
  const auto before = at == 0 ? std::string_view::npos : text.find_last_of("\r\n", at - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  return trim(text.substr(begin, std::min(text.find_first_of("\r\n", at), text.size()) - begin)).empty();
}

/// A header block without it is still being typed.
bool ends_in_blank_line(std::string_view block) {
  return block.ends_with("\n\n") || block.ends_with("\r\n\r\n") || block.ends_with("\r\r");
}

/// A panel, or a choice among many (catalogue, section 6): a line right after the thanks may see what that took.
bool has_cost_effort(const Context& context) {
  return context.kind == Kind::rejection || context.facts.to.size() + context.facts.others.size() > 1;
}

/// Each part that the kind asks for stands somewhere.
bool lacks_nothing(const Context& context, const DuePlace& place) {
  Roles there = place.behind;
  for (const Roles roles : place.before) there = there | roles;
  there = model::counted_roles(there);
  const auto has = [&](const Severities& part, Role role) {
    return part.of(context.kind) == Severity::off || there.has(role);
  };
  return has(parts::thanks, Role::thanks) && has(parts::callback, Role::callback) &&
         has(parts::interest, Role::interest) && has(parts::fit, Role::fit) && has(parts::next_step, Role::next_step);
}

/// Where the text may be of several kinds, what each of them would say next counts, that of the likeliest twice.
model::NextOdds next_odds(const Context& context, const DuePlace& place) {
  const model::Model& model = model::ModelClassifier::standard().model();
  if (context.kinds == only(context.kind)) return model.next(context.kind, place.before, place.lead);
  model::NextOdds mixed{};
  float all = 0;
  for (std::size_t k = 0; k < kind_count; ++k) {
    const Kind kind = static_cast<Kind>(k);
    if ((context.kinds & only(kind)) == 0) continue;
    const float weight = kind == context.kind ? 2.0f : 1.0f;
    all += weight;
    const model::NextOdds odds = model.next(kind, place.before, place.lead);
    for (std::size_t i = 0; i < odds.size(); ++i) mixed[i] += weight * model::logistic(odds[i]);
  }
  for (float& one : mixed) one = std::log(one / (all - one));
  return mixed;
}

}  // namespace

Spot spot_at(const Note& note, std::size_t at) {
  bool signature = false, ended = false;
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
        if (at > part.span.end) {  // a postscript is body, and nothing is due before it is begun
          signature = false;
          ended = true;
        }
        break;
      default:
        break;
    }
  }
  if (signature) return Spot::signature;
  if (ended && is_blank_line(note.text(), at)) return Spot::nowhere;
  if (note.greeting()) return Spot::body;
  if (note.paragraphs().empty()) return Spot::opening;
  // Above the body, or in its first word, which may become a salutation: "De|".
  Span body = note.paragraphs().front().span;
  std::size_t word_end = std::min(note.text().find_first_of(" \t\r\n", body.begin), body.end);
  return at <= word_end ? Spot::opening : Spot::body;
}

float begun_odds(const Scores& scores, Role part) {
  const auto of = [&](Role role) { return log_odds(scores[static_cast<std::size_t>(role)]); };
  if (part == Role::callback) return std::max(of(part), of(Role::vague));
  if (part == Role::next_step) return std::max(of(part), of(Role::wait));
  return of(part);
}

std::vector<Due> due_purposes(const Context& context, const DuePlace& place) {
  // A part that stands behind the place is not due before it; what the sentence begun says counts half.
  // A postscript is for what was left out.
  constexpr float stands_behind = 3, begun_part = 0.5f, in_postscript = 3;
  // A closing may wait: until the note holds what its kind asks for, more is to be said.
  constexpr std::size_t effort_at = 4, closing_at = 3, late_closing_at = 5;
  const model::NextOdds next = next_odds(context, place);
  std::vector<Due> due;
  for (std::size_t i = 0; i < purposes.size(); ++i) {
    const Role part = model::next_parts[i];
    float odds = next[i];
    if (model::counted_roles(place.behind).has(part)) odds -= stands_behind;
    if (place.postscript && part == Role::addition) odds += in_postscript;
    if (place.begun) odds += begun_part * begun_odds(*place.begun, part);
    due.push_back({purposes[i], odds});
  }
  std::stable_sort(due.begin(), due.end(), [](const Due& a, const Due& b) { return a.odds > b.odds; });
  const auto put = [&](std::size_t at, Due one) {
    due.insert(due.begin() + static_cast<std::ptrdiff_t>(std::min(at, due.size())), one);
  };
  if (place.before.size() == 1 && place.before[0].has(Role::thanks) && has_cost_effort(context))
    put(effort_at, {Purpose::effort, due[effort_at].odds});
  if (place.last && !context.note.part(PartKind::sign_off)) {
    const float ends = next[model::next_part_count];
    const bool is_likeliest = ends >= due[0].odds;
    put(is_likeliest ? (lacks_nothing(context, place) ? 0 : closing_at) : late_closing_at, {Purpose::sign_off, ends});
  }
  return due;
}

}  // namespace afterword
