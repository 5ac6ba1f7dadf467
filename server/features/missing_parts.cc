#include "server/features/missing_parts.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <utility>

#include "rules/phrases/book.h"

namespace afterword {

namespace {

/// The highest number of a stop in a snippet; 0 where it has none.
std::size_t last_stop(std::string_view snippet) {
  std::size_t last = 0;
  for (std::size_t at = 0; at + 2 < snippet.size(); ++at) {
    if (snippet[at] == '\\') {
      ++at;
    } else if (snippet[at] == '$' && snippet[at + 1] == '{') {
      std::size_t number = 0;
      for (std::size_t i = at + 2; i < snippet.size() && snippet[i] >= '0' && snippet[i] <= '9'; ++i)
        number = number * 10 + static_cast<std::size_t>(snippet[i] - '0');
      last = std::max(last, number);
    }
  }
  return last;
}

/// The snippet with its stops counted on from `by`.
std::string counted_on(std::string_view snippet, std::size_t by) {
  std::string made;
  for (std::size_t at = 0; at < snippet.size();) {
    if (snippet[at] == '\\' && at + 1 < snippet.size()) {
      made += snippet.substr(at, 2);
      at += 2;
    } else if (snippet.substr(at, 2) == "${") {
      std::size_t number = 0;
      for (at += 2; at < snippet.size() && snippet[at] >= '0' && snippet[at] <= '9'; ++at)
        number = number * 10 + static_cast<std::size_t>(snippet[at] - '0');
      made += fmt::format("${{{}", number + by);
    } else {
      made += snippet[at++];
    }
  }
  return made;
}

}  // namespace

bool is_about_part(std::string_view rule) {
  if (rule == "subject-missing" || rule == "recipient-missing") return false;  // of the mail, not of the letter
  return rule == "only-thanks" || rule.ends_with("-missing");
}

namespace {

/// The order in which a letter brings its parts.
std::size_t rank_of(std::string_view rule) {
  constexpr auto order = std::to_array<std::string_view>(
      {"greeting-missing", "thanks-missing", "only-thanks", "callback-missing", "fit-missing", "interest-missing",
       "addition-missing", "next-step-missing", "sign-off-missing", "signature-missing"});
  return static_cast<std::size_t>(std::find(order.begin(), order.end(), rule) - order.begin());
}

/// A part behind what was put in before it: the step and the closing each begin a paragraph, a name stands right under
/// the closing.
void join(std::string& text, std::string_view more, std::size_t rank, std::size_t before) {
  const std::string_view bare = more.substr(std::min(more.find_first_not_of(" \r\n"), more.size()));
  if (rank == rank_of("signature-missing") && before == rank_of("sign-off-missing"))
    text += "\n" + std::string(bare);
  else if (rank >= rank_of("next-step-missing"))
    text += "\n\n" + std::string(bare);
  else
    text += more;
}

}  // namespace

MissingParts missing_parts(const Verdict& verdict) {
  std::vector<std::pair<std::size_t, const Edit*>> found;
  const auto add = [&](const Fix& fix, std::size_t rank) {
    if (fix.kind == FixKind::insert && fix.edits.size() == 1 && fix.edits[0].span.size() == 0)
      found.emplace_back(rank, &fix.edits[0]);
  };
  for (const Finding& finding : verdict.findings) {
    if (!is_about_part(finding.rule) || finding.fixes.empty()) continue;
    // only-thanks offers two parts, the others several phrases for one.
    if (finding.rule != "only-thanks")
      add(finding.fixes.front(), rank_of(finding.rule));
    else
      for (const Fix& fix : finding.fixes) add(fix, rank_of(finding.rule));
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return std::pair(a.second->span.begin, a.first) < std::pair(b.second->span.begin, b.first);
  });
  MissingParts made;
  made.count = found.size();
  std::size_t stops = 0, before = 0;
  for (const auto& [rank, edit] : found) {
    const std::string snippet =
        counted_on(edit->snippet.empty() ? phrases::escaped_for_snippet(edit->text) : edit->snippet, stops);
    stops = std::max(stops, last_stop(snippet));
    if (made.edits.empty() || made.edits.back().span.begin != edit->span.begin) {
      made.edits.push_back({edit->span, edit->text, snippet});
      before = rank;
      continue;
    }
    Edit& same = made.edits.back();
    const bool second = same.text.starts_with(' ');
    if (second) {  // a paragraph of their own
      same.text.replace(0, 1, "\n\n");
      same.snippet.replace(0, 1, "\n\n");
    }
    join(same.text, edit->text, rank, before);
    join(same.snippet, snippet, rank, before);
    before = rank;
  }
  if (stops == 0)
    for (Edit& edit : made.edits) edit.snippet.clear();
  made.title = made.count == 1 ? "Insert the missing part" : fmt::format("Insert the {} missing parts", made.count);
  if (stops > 0) made.title += fmt::format(" ({} blank{})", stops, stops == 1 ? "" : "s");
  return made;
}

}  // namespace afterword
