#include "rules/engine/ignores.h"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "rules/engine/ignore_edits.h"

namespace afterword {

Ignores::Ignores(const Note& note, const Facts& facts, std::span<const Directive> directives)
    : note_(note), directives_(directives) {
  constexpr Span everywhere{0, std::numeric_limits<std::size_t>::max()};
  for (const Fact<std::string>& ignore : facts.ignore)
    entries_.push_back({ignore.value, everywhere, ignore.origin.path.empty() ? ignore.origin.span : Span{}});
  for (const Directive& one : directives) {
    for (const Directive::Rule& rule : one.rules)
      if (one.type == Directive::Type::ignore) entries_.push_back({rule.id, one.reach, rule.span, &one});
    if (one.type == Directive::Type::off) entries_.push_back({{}, one.reach, one.span, &one});
  }
}

bool Ignores::cover_note(std::string_view rule) const {
  return std::any_of(entries_.begin(), entries_.end(),
                     [&](const Entry& entry) { return !entry.comment && entry.rule == rule; });
}

void Ignores::set_aside(std::string_view rule) {
  for (Entry& entry : entries_) entry.used = entry.used || entry.rule == rule;
}

void Ignores::apply(std::vector<Finding>& findings) {
  if (entries_.empty()) return;
  std::erase_if(findings, [&](const Finding& finding) {
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
      return (entry.rule.empty() || entry.rule == finding.rule) && entry.reach.begin <= finding.span.begin &&
             finding.span.begin <= entry.reach.end;
    });
    if (found == entries_.end()) return false;
    found->used = true;
    return true;
  });
}

void Ignores::report_unused(const RuleNames& rules, std::vector<Finding>& findings) const {
  constexpr std::size_t most = 20;  // each is worded with an edit that is read again
  std::size_t reported = 0;
  for (const Entry& entry : entries_) {
    if (reported == most) return;
    if (entry.used || entry.at.empty() || (!entry.rule.empty() && !rules.has(entry.rule))) continue;
    ++reported;
    Finding& hint = findings.emplace_back();
    hint.severity = Severity::hint;
    const bool alone = entry.comment && entry.comment->rules.size() <= 1;
    hint.span = alone ? entry.comment->span : entry.at;
    hint.message =
        entry.rule.empty()
            ? "Nothing is found between here and the end of this. Take it out, so that it hides nothing later."
            : fmt::format("Nothing of {} is found here. Take the ignore out, so that it hides nothing later.",
                          entry.rule);
    hint.unnecessary = true;
    if (Fix fix = removal(entry); !fix.edits.empty()) hint.fixes.push_back(std::move(fix));
  }
}

Fix Ignores::removal(const Entry& entry) const {
  Fix fix;
  fix.title = "Delete the unused ignore";
  fix.kind = FixKind::erase;
  fix.preferred = true;
  if (!entry.comment) {
    if (auto edit = shorter_ignore(note_, entry.at)) fix.edits.push_back(std::move(*edit));
  } else if (entry.comment->rules.size() > 1) {
    fix.edits.push_back({without_separator(note_.text(), entry.at), "", ""});
  } else {
    fix.edits.push_back({whole_line(note_.text(), entry.comment->span), "", ""});
    const auto ends_there = [&](const Entry& other) {
      return other.comment && other.comment->type == Directive::Type::off && other.reach.end == entry.reach.end;
    };
    const bool shared =
        std::count_if(entries_.begin(), entries_.end(), ends_there) > 1;  // another `off` needs the `on`
    if (entry.comment->type == Directive::Type::off && !shared)
      for (const Directive& other : directives_)
        if (other.type == Directive::Type::on && other.span.begin == entry.reach.end)
          fix.edits.push_back({whole_line(note_.text(), other.span), "", ""});
  }
  return fix;
}

}  // namespace afterword
