#include "rules/engine/custom_rules.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <cstdint>

#include "rules/engine/context.h"
#include "rules/note/markup.h"
#include "rules/note/note.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

constexpr std::int64_t most_memory = 4 << 20;  // bytes for one compiled pattern; RE2's own default is 8 MiB
constexpr char no_prose = '\x01';              // stands for a code span, a link's target
constexpr int most_groups = 10;                // \0 to \9

re2::RE2::Options options_of(bool phrases) {
  re2::RE2::Options options;
  options.set_max_mem(most_memory);
  options.set_log_errors(false);
  options.set_case_sensitive(!phrases);
  return options;
}

/// One expression for all phrases: each stands between what is no letter or digit, and "can" is not in "can't".
std::string expression_of(const std::vector<std::string>& phrases) {
  std::string all;
  for (const std::string& phrase : phrases) {
    std::string one;
    const std::string folded = fold(phrase);  // makes typographic apostrophes plain
    for (std::string_view rest = trim(folded); !rest.empty();) {
      const std::size_t end = std::min(rest.find_first_of(" \t\r\n'"), rest.size());
      one += re2::RE2::QuoteMeta(re2::StringPiece(rest.data(), end));
      rest.remove_prefix(end);
      if (rest.empty()) break;
      one += rest[0] == '\'' ? "['\u2019]" : " ";
      rest.remove_prefix(rest[0] == '\'' ? 1 : rest.find_first_not_of(" \t\r\n"));
    }
    if (!one.empty()) all += (all.empty() ? "" : "|") + one;
  }
  return "(?:^|[^\\pL\\pN])(" + all + ")(?:$|[^\\pL\\pN'\u2019]|['\u2019](?:$|[^\\pL]))";
}

bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }

/// Phrases are found in any letter case, so what replaces one at a sentence's start gets its capital.
std::string in_case_of(std::string_view written, std::string text) {
  const std::size_t word = std::min(text.find(' '), text.size());
  if (!written.empty() && is_ascii_upper(written[0]) && word > 0 && is_ascii_lower(text[0]) &&
      std::none_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(word), is_ascii_upper))
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

/// The highest group that a replacement names, 0 for none.
int highest_group(std::string_view replace) {
  int highest = 0;
  for (std::size_t i = 0; i + 1 < replace.size(); ++i)
    if (replace[i] == '\\') {
      if (replace[i + 1] >= '0' && replace[i + 1] <= '9') highest = std::max(highest, replace[i + 1] - '0');
      ++i;
    }
  return highest;
}

}  // namespace

/// White space is one blank each time, line ends too, so that phrases are found across them.
struct Prose::Stretch {
  const Paragraph* paragraph = nullptr;
  std::string text;
  std::vector<std::uint32_t> at;  ///< the byte of the paragraph behind each byte of `text`, and behind its end
};

struct CustomRules::Compiled {
  std::unique_ptr<const re2::RE2> phrases, pattern;  // null where there are none
};

Prose::Prose(const Note& note) : note_(note) {
  stretches_.reserve(note.paragraphs().size());
  for (const Paragraph& paragraph : note.paragraphs()) {
    const std::string& text = paragraph.content->text;
    Stretch& made = stretches_.emplace_back();
    made.paragraph = &paragraph;
    made.text.reserve(text.size());
    made.at.reserve(text.size() + 1);
    const auto put = [&](char c, std::size_t at) {
      if (c == ' ' && !made.text.empty() && made.text.back() == ' ') return;
      made.text += c;
      made.at.push_back(static_cast<std::uint32_t>(at));
    };
    const std::vector<Opaque> opaque = find_opaque(text, note.format());
    auto next = opaque.begin();
    for (std::size_t i = 0; i < text.size();) {
      if (next != opaque.end() && i >= next->span.begin) {
        put(next->silent ? ' ' : no_prose, i);
        i = std::max(i, next->span.end);
        ++next;
        continue;
      }
      const bool space = text[i] == ' ' || text[i] == '\n' || text[i] == '\r' || text[i] == '\t';
      put(space ? ' ' : text[i] == no_prose ? '?' : text[i], i);
      ++i;
    }
    made.at.push_back(static_cast<std::uint32_t>(text.size()));
  }
}

Prose::~Prose() = default;

std::string pattern_fault(const std::string& pattern) {
  const re2::RE2 compiled(pattern, options_of(false));
  return compiled.ok() ? std::string() : compiled.error();
}

std::string phrases_fault(const std::vector<std::string>& phrases) {
  const re2::RE2 compiled(expression_of(phrases), options_of(true));
  return compiled.ok() ? std::string() : "these are more than one rule can hold";
}

std::string replace_fault(const CustomRule& rule) {
  if (!rule.replace) return {};
  const re2::RE2 pattern(rule.pattern, options_of(false));
  if (const int group = highest_group(*rule.replace); group > pattern.NumberOfCapturingGroups())
    return fmt::format("\\{} names a group that the pattern does not have", group);
  std::string error;
  if (!rule.pattern.empty() && !pattern.CheckRewriteString(*rule.replace, &error))
    return "a backslash stands before a digit or another backslash";
  return {};
}

CustomRules::CustomRules(std::vector<CustomRule> rules) : rules_(std::move(rules)) {
  for (const CustomRule& rule : rules_) {
    auto made = std::make_unique<Compiled>();
    if (!rule.phrases.empty())
      made->phrases = std::make_unique<const re2::RE2>(expression_of(rule.phrases), options_of(true));
    if (!rule.pattern.empty()) made->pattern = std::make_unique<const re2::RE2>(rule.pattern, options_of(false));
    compiled_.push_back(std::move(made));
  }
}

CustomRules::~CustomRules() = default;

const CustomRule* CustomRules::rule(std::string_view id) const {
  const auto found = std::find_if(rules_.begin(), rules_.end(), [&](const CustomRule& one) { return one.id == id; });
  return found == rules_.end() ? nullptr : &*found;
}

/// One rule looked for in one paragraph.
class CustomRules::Search {
 public:
  Search(const CustomRule& rule, const Note& note, const Prose::Stretch& stretch, Findings& findings)
      : rule_(rule), note_(note), stretch_(stretch), text_(stretch.text), findings_(findings) {}

  void look_for_phrases(const re2::RE2& phrases) {
    const bool replaces = rule_.replace && highest_group(*rule_.replace) == 0;
    for (std::size_t from = 0; from < text_.size();) {
      if (!phrases.Match(text_, from, text_.size(), re2::RE2::UNANCHORED, groups_, 2)) return;
      from = behind(groups_[1]);
      const Span span = place(groups_[1]);
      report(span, replaces ? std::optional(in_case_of(note_.text(span), *rule_.replace)) : std::nullopt);
    }
  }

  void look_for_pattern(const re2::RE2& pattern) {
    const int count = std::min(most_groups, 1 + pattern.NumberOfCapturingGroups());
    for (std::size_t from = 0; from < text_.size();) {
      // What is no prose parts it: no match reaches across.
      const std::size_t end = std::min(stretch_.text.find(no_prose, from), text_.size());
      if (from == end || !pattern.Match(text_, from, end, re2::RE2::UNANCHORED, groups_, count)) {
        from = end + 1;
        continue;
      }
      from = behind(groups_[0]) + (groups_[0].empty() ? 1 : 0);
      if (groups_[0].empty()) continue;
      std::string instead;
      const bool replaced = rule_.replace && pattern.Rewrite(&instead, *rule_.replace, groups_, count);
      report(place(groups_[0]), replaced ? std::optional(std::move(instead)) : std::nullopt);
    }
  }

 private:
  std::size_t begin(const re2::StringPiece& found) const {
    return static_cast<std::size_t>(found.data() - text_.data());
  }
  std::size_t behind(const re2::StringPiece& found) const { return begin(found) + found.size(); }
  Span place(const re2::StringPiece& found) const {
    return Span{stretch_.at[begin(found)], stretch_.at[behind(found)]}.shifted(stretch_.paragraph->span.begin);
  }

  /// Somebody else's words are not the writer's.
  bool is_quoted(Span span) const {
    const auto& words = stretch_.paragraph->content->words;
    const std::size_t base = stretch_.paragraph->span.begin;
    auto word = std::lower_bound(words.begin(), words.end(), span.begin - base,
                                 [](const Word& one, std::size_t at) { return one.end <= at; });
    bool any = false;
    for (; word != words.end() && word->begin + base < span.end; ++word) {
      if (!word->is(in_quotes)) return false;
      any = true;
    }
    return any;
  }

  /// Puts one hit into words, unless what is to stand there stands there already.
  void report(Span span, std::optional<std::string> instead) {
    if (is_quoted(span) || note_.is_unfinished(span.end) || (instead && *instead == note_.text(span))) return;
    Finding& finding = findings_.add(span, rule_.message);
    if (!instead) return;
    Fix fix;
    fix.title = instead->empty() ? "Delete it" : "Write " + *instead;
    fix.preferred = true;
    fix.safe = !instead->empty();
    fix.edits.push_back({span, std::move(*instead), ""});
    finding.fixes.push_back(std::move(fix));
  }

  const CustomRule& rule_;
  const Note& note_;
  const Prose::Stretch& stretch_;
  re2::StringPiece text_;
  Findings& findings_;
  re2::StringPiece groups_[most_groups];
};

void CustomRules::check(std::size_t index, const Prose& prose, Findings& findings) const {
  const Compiled& compiled = *compiled_[index];
  for (const Prose::Stretch& stretch : prose.stretches_) {
    Search search(rules_[index], prose.note_, stretch, findings);
    if (compiled.phrases && compiled.phrases->ok()) search.look_for_phrases(*compiled.phrases);
    if (compiled.pattern && compiled.pattern->ok()) search.look_for_pattern(*compiled.pattern);
  }
}

}  // namespace afterword
