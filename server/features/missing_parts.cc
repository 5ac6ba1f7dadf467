#include "server/features/missing_parts.h"

#include <fmt/format.h>
#include <algorithm>

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

MissingParts missing_parts(const Verdict& verdict) {
  MissingParts made;
  std::size_t stops = 0;
  const auto add = [&](const Fix& fix) {
    if (fix.kind != FixKind::insert || fix.edits.size() != 1 || fix.edits[0].span.size() > 0) return;
    const Edit& edit = fix.edits[0];
    ++made.count;
    const std::string snippet =
        counted_on(edit.snippet.empty() ? phrases::escaped_for_snippet(edit.text) : edit.snippet, stops);
    stops = std::max(stops, last_stop(snippet));
    const auto same = std::find_if(made.edits.begin(), made.edits.end(),
                                   [&](const Edit& one) { return one.span.begin == edit.span.begin; });
    if (same == made.edits.end()) {
      made.edits.push_back({edit.span, edit.text, snippet});
      return;
    }
    same->text += edit.text;
    same->snippet += snippet;
  };
  for (const Finding& finding : verdict.findings) {
    if (!is_about_part(finding.rule) || finding.fixes.empty()) continue;
    // only-thanks offers two parts, the others several phrases for one.
    if (finding.rule != "only-thanks") {
      add(finding.fixes.front());
      continue;
    }
    for (const Fix& fix : finding.fixes) add(fix);
  }
  std::sort(made.edits.begin(), made.edits.end(),
            [](const Edit& a, const Edit& b) { return a.span.begin < b.span.begin; });
  if (stops == 0)
    for (Edit& edit : made.edits) edit.snippet.clear();
  made.title = fmt::format("Insert the {} missing parts", made.count);
  if (stops > 0) made.title += fmt::format(" ({} blank{})", stops, stops == 1 ? "" : "s");
  return made;
}

}  // namespace afterword
