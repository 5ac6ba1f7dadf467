#include "rules/checks/raw_markup.h"

#include <algorithm>

#include "rules/note/unicode.h"

namespace afterword {

namespace {

using std::string_view;

constexpr std::size_t longest = 200;  // bytes; marks further apart belong to something else

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

bool in_code(const Paragraph& paragraph, std::size_t at) {
  const auto& words = paragraph.content->words;
  const auto word = std::partition_point(words.begin(), words.end(), [&](const Word& each) { return each.end <= at; });
  return word != words.end() && word->kind == WordKind::code && word->begin <= at;
}

/// The end of "**bold**" that begins at `at`, or `at` where none does: "2**8" and "f(**kwargs)" are none.
std::size_t end_of_bold(string_view text, std::size_t at) {
  if (at > 0 && !is_space(text[at - 1]) && text[at - 1] != '(' && text[at - 1] != '"') return at;
  if (at + 2 >= text.size() || is_space(text[at + 2]) || text[at + 2] == '*') return at;
  const auto close = text.substr(0, std::min(text.size(), at + longest)).find("**", at + 3);
  if (close == string_view::npos || is_space(text[close - 1])) return at;
  return close + 2 < text.size() && is_letter_or_digit(text[close + 2]) ? at : close + 2;
}

void add(const Paragraph& paragraph, Findings& findings, Span span, std::string plain) {
  span = span.shifted(paragraph.span.begin);
  Finding& finding =
      findings.add(span, "A mail shows these marks as they stand, so the note looks pasted. Write it without them.");
  Fix fix;
  fix.title = "Write \"" + plain + "\"";
  fix.preferred = true;
  fix.edits.push_back({span, std::move(plain), ""});
  finding.fixes.push_back(std::move(fix));
}

/// "[text](address)" whose middle "](" stands at `at`; empty where it is none.
Span link_around(string_view text, std::size_t at) {
  const std::size_t from = at - std::min(at, longest);
  auto open = text.substr(from, at - from).rfind('[');
  if (open != string_view::npos) open += from;
  const auto close = text.substr(0, std::min(text.size(), at + 10 * longest)).find(')', at);
  if (open == string_view::npos || close == string_view::npos) return {};
  const string_view target = text.substr(at + 2, close - at - 2);
  const bool address = target.find("://") != string_view::npos || starts_with_folded(target, "www.") ||
                       starts_with_folded(target, "mailto:");
  return address && target.find(' ') == string_view::npos ? Span{open, close + 1} : Span{};
}

}  // namespace

void report_raw_markup(const Paragraph& paragraph, Findings& findings) {
  const string_view text = paragraph.content->text;
  for (auto at = text.find("**"); at != string_view::npos;) {
    const std::size_t end = end_of_bold(text, at);
    if (end > at && !in_code(paragraph, at))
      add(paragraph, findings, {at, end}, std::string(text.substr(at + 2, end - at - 4)));
    at = text.find("**", std::max(end, at + 2));
  }
  for (auto at = text.find("]("); at != string_view::npos; at = text.find("](", at + 2)) {
    const Span link = link_around(text, at);
    if (link.empty() || in_code(paragraph, at)) continue;
    add(paragraph, findings, link,
        std::string(text.substr(link.begin + 1, at - link.begin - 1)) + " (" +
            std::string(text.substr(at + 2, link.end - at - 2)));
  }
}

}  // namespace afterword
