#include "rules/engine/ignore_edits.h"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "rules/engine/directives.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

std::string_view line_end_of(std::string_view text) {
  return text.find("\r\n") == std::string_view::npos ? "\n" : "\r\n";
}

/// How "ignore:" would get one rule more, in each of the ways in which people write it.
Edit lengthened(const Note& note, const Field& ignore, std::string_view rule, std::string_view line_end) {
  if (ignore.values.empty()) {  // "ignore:" or "ignore: []": a second key would be none
    std::size_t end = std::min(note.text().find_first_of("\r\n#", ignore.key_span.end), note.text().size());
    while (note.text()[end - 1] == ' ') --end;  // a comment stays, with its distance
    return {{ignore.key_span.end, end}, fmt::format(": [{}]", rule), ""};
  }
  const FieldValue& last = ignore.values.back();
  std::size_t key_line = note.text().find('\n', ignore.key_span.end);
  bool flow = note.text({ignore.key_span.end, last.span.begin}).find('[') != std::string_view::npos;
  if (flow) return {{last.span.end, last.span.end}, fmt::format(", {}", rule), ""};
  if (last.span.begin < key_line) return {last.span, fmt::format("[{}, {}]", note.text(last.span), rule), ""};
  std::size_t line = note.text().rfind('\n', last.span.begin) + 1;  // a block list: one more line like the last
  return {
      {last.span.end, last.span.end}, fmt::format("{}{}{}", line_end, note.text({line, last.span.begin}), rule), ""};
}

std::vector<std::string> ignored(const Fields& fields) {
  std::vector<std::string> rules;
  if (const Field* ignore = fields.find("ignore"))
    for (const FieldValue& value : ignore->values) rules.push_back(value.text);
  return rules;
}

/// Whether the edit does to the front matter what it is meant to: these rules are ignored, and nothing else changes.
bool reads_as_meant(const Note& note, const Edit& edit, const std::vector<std::string>& meant) {
  const Fields& before = note.front_matter();
  std::string yaml(note.text({before.span.begin, *before.closing_fence}));
  yaml.replace(edit.span.begin - before.span.begin, edit.span.size(), edit.text);
  const Fields after = read_yaml(yaml, 0);
  const auto others = [](const Fields& fields) { return fields.entries.size() - (fields.find("ignore") ? 1 : 0); };
  return after.fault.empty() && ignored(after) == meant && others(after) == others(before);
}

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

/// Past the line end at `at`, if one stands there.
std::size_t past_line_end(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) == "\r\n") return at + 2;
  return at < text.size() && is_line_end(text[at]) ? at + 1 : at;
}

}  // namespace

std::optional<Edit> longer_ignore(const Note& note, std::string_view rule) {
  const Fields& front = note.front_matter();
  if (!front.closing_fence) return std::nullopt;
  const std::string_view line_end = line_end_of(note.text(front.span));
  const Field* ignore = front.find("ignore");
  const std::size_t fence = *front.closing_fence;
  Edit edit = ignore ? lengthened(note, *ignore, rule, line_end)
                     : Edit{{fence, fence}, fmt::format("ignore: [{}]{}", rule, line_end), ""};
  std::vector<std::string> meant = ignored(front);
  meant.emplace_back(rule);
  if (edit.span.end > fence || !reads_as_meant(note, edit, meant)) return std::nullopt;
  return edit;
}

std::optional<Edit> shorter_ignore(const Note& note, Span value) {
  const Fields& front = note.front_matter();
  const Field* ignore = front.find("ignore");
  if (!front.closing_fence || !ignore) return std::nullopt;
  const auto found = std::find_if(ignore->values.begin(), ignore->values.end(),
                                  [&](const FieldValue& one) { return one.span == value; });
  if (found == ignore->values.end()) return std::nullopt;
  std::vector<std::string> meant = ignored(front);
  meant.erase(meant.begin() + (found - ignore->values.begin()));
  const std::string_view text = note.text();
  Edit edit{value, "", ""};
  if (meant.empty()) {
    edit.span = {ignore->key_span.begin, std::min(text.find_first_of("\r\n", value.end), text.size())};
    edit.span.end = past_line_end(text, edit.span.end);
  } else if (text.substr(ignore->key_span.end, value.begin - ignore->key_span.end).find('[') !=
             std::string_view::npos) {
    edit.span = without_separator(text, value);
  } else {  // "- rule" on a line of its own
    const std::size_t before = text.find_last_of("\r\n", value.begin);
    if (before == std::string_view::npos) return std::nullopt;
    edit.span = {before + 1, past_line_end(text, std::min(text.find_first_of("\r\n", value.end), text.size()))};
  }
  if (edit.span.end > *front.closing_fence || !reads_as_meant(note, edit, meant)) return std::nullopt;
  return edit;
}

Edit paragraph_ignore(const Note& note, std::size_t at, std::string_view rule) {
  const std::string_view text = note.text();
  const Span front = note.front_matter().span;
  const std::size_t begin = std::max(paragraph_begin(text, at), front.end);
  for (const Directive& one : find_directives(note)) {
    const bool above = one.type == Directive::Type::ignore && one.reach.begin <= at && at <= one.reach.end;
    if (above) return {{one.rules.back().span.end, one.rules.back().span.end}, fmt::format(", {}", rule), ""};
  }
  return {{begin, begin}, fmt::format("<!-- {} ignore {} -->{}", directive_mark, rule, line_end_of(text)), ""};
}

Span without_separator(std::string_view text, Span name) {
  const auto is_separator = [](char c) { return c == ',' || c == ' ' || c == '\t' || is_line_end(c); };
  std::size_t end = name.end;
  while (end < text.size() && is_separator(text[end])) ++end;
  if (text.substr(name.end, end - name.end).find(',') != std::string_view::npos) return {name.begin, end};
  std::size_t begin = name.begin;  // the last one: the comma stands before it
  while (begin > 0 && is_separator(text[begin - 1])) --begin;
  if (text.substr(begin, name.begin - begin).find(',') != std::string_view::npos) return {begin, name.end};
  return {name.begin, end};  // parted by blanks alone
}

Span whole_line(std::string_view text, Span span) {
  std::size_t begin = span.begin, end = span.end;
  while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\t')) --begin;
  while (end < text.size() && (text[end] == ' ' || text[end] == '\t')) ++end;
  const bool alone = (begin == 0 || is_line_end(text[begin - 1])) && (end == text.size() || is_line_end(text[end]));
  return alone ? Span{begin, past_line_end(text, end)} : span;
}

}  // namespace afterword
