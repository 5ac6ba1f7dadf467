#include "rules/engine/ignores.h"

#include <algorithm>
#include <limits>
#include <numeric>

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
  by_rule_.resize(entries_.size());
  std::iota(by_rule_.begin(), by_rule_.end(), std::size_t{0});
  std::stable_sort(by_rule_.begin(), by_rule_.end(),
                   [&](std::size_t a, std::size_t b) { return entries_[a].rule < entries_[b].rule; });
}

std::span<const std::size_t> Ignores::entries_of(std::string_view rule) const {
  const auto first = std::lower_bound(by_rule_.begin(), by_rule_.end(), rule,
                                      [&](std::size_t i, std::string_view id) { return entries_[i].rule < id; });
  const auto last = std::upper_bound(first, by_rule_.end(), rule,
                                     [&](std::string_view id, std::size_t i) { return id < entries_[i].rule; });
  return {first, last};
}

/// What holds for the note stands before the comments.
std::size_t Ignores::first_reaching(std::string_view rule, std::size_t at) const {
  return cover_note(rule) ? entries_of(rule)[0] : first_comment_reaching(rule, at);
}

/// Those of one rule begin one after the other, and none ends before an earlier one does (find_directives), so that the
/// first with an end behind `at` decides.
std::size_t Ignores::first_comment_reaching(std::string_view rule, std::size_t at) const {
  const auto all = entries_of(rule);
  const auto entries = all.subspan(static_cast<std::size_t>(
      std::find_if(all.begin(), all.end(), [&](std::size_t i) { return entries_[i].comment; }) - all.begin()));
  const auto found =
      std::partition_point(entries.begin(), entries.end(), [&](std::size_t i) { return entries_[i].reach.end < at; });
  return found != entries.end() && entries_[*found].reach.begin <= at ? *found : entries_.size();
}

bool Ignores::cover_note(std::string_view rule) const {
  const auto entries = entries_of(rule);
  return !entries.empty() && !entries_[entries[0]].comment;
}

void Ignores::set_aside(std::string_view rule) {
  for (std::size_t i : entries_of(rule)) entries_[i].used = true;
}

void Ignores::apply(std::vector<Finding>& findings) {
  if (entries_.empty()) return;
  std::erase_if(findings, [&](const Finding& finding) {
    const std::size_t at = finding.span.begin;
    const std::size_t found = std::min(first_reaching(finding.rule, at), first_reaching({}, at));
    if (found == entries_.size()) return false;
    entries_[found].used = true;
    for (const std::size_t other : {first_comment_reaching(finding.rule, at), first_reaching({}, at)})
      if (other != entries_.size()) entries_[other].spare = true;
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
        entry.spare ? "Another ignore already hides what this one would. Take one of the two out."
        : entry.rule.empty()
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
