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
/// A match may look ahead to the paragraph's end and be nothing, at each letter anew: a pattern that can be empty. In a
/// note this is never reached.
constexpr std::size_t most_in_vain = 16 << 20;

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

/// Whether \C stands in it, "any byte".
bool takes_single_bytes(std::string_view pattern) {
  for (std::size_t at = pattern.find('\\'); at < pattern.size() && at + 1 < pattern.size();
       at = pattern.find('\\', at)) {
    if (pattern[at + 1] == 'C') return true;
    at = pattern[at + 1] == 'Q' ? pattern.find("\\E", at + 2) : at;  // up to there it is text
    if (at == std::string_view::npos) return false;
    at += 2;
  }
  return false;
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

std::string CompiledRule::compile_pattern() {
  if (pattern.empty()) return {};
  if (takes_single_bytes(pattern)) return "\\C is a byte, which may be half a character; write . for any character";
  auto compiled = std::make_shared<const re2::RE2>(pattern, options_of(false));
  if (!compiled->ok()) return "this is no expression as RE2 has them: " + compiled->error();
  pattern_search = std::move(compiled);
  return {};
}

std::string CompiledRule::compile_phrases() {
  if (phrases.empty()) return {};
  auto compiled = std::make_shared<const re2::RE2>(expression_of(phrases), options_of(true));
  if (!compiled->ok()) return "these are more than one rule can hold";
  phrases_search = std::move(compiled);
  return {};
}

std::string CompiledRule::replace_fault() const {
  if (!replace) return {};
  const int groups = pattern_search ? pattern_search->NumberOfCapturingGroups() : 0;
  if (const int group = highest_group(*replace); group > groups)
    return fmt::format("\\{} names a group that the pattern does not have", group);
  std::string error;
  if (pattern_search && !pattern_search->CheckRewriteString(*replace, &error))
    return "a backslash stands before a digit or another backslash";
  return {};
}

std::size_t CompiledRule::instructions() const {
  std::size_t all = 0;
  for (const auto& search : {phrases_search, pattern_search})
    if (search) all += static_cast<std::size_t>(search->ProgramSize());
  return all;
}

CustomRules::CustomRules(const std::vector<CustomRule>& rules) {
  for (const CustomRule& rule : rules) {
    CompiledRule& made = rules_.emplace_back(CompiledRule{rule, {}, {}});
    made.compile_phrases();
    made.compile_pattern();
  }
}

const CompiledRule* CustomRules::rule(std::string_view id) const {
  const auto found = std::find_if(rules_.begin(), rules_.end(), [&](const CustomRule& one) { return one.id == id; });
  return found == rules_.end() ? nullptr : &*found;
}

bool CustomRules::operator==(const CustomRules& other) const {
  return std::equal(rules_.begin(), rules_.end(), other.rules_.begin(), other.rules_.end(),
                    [](const CustomRule& a, const CustomRule& b) { return a == b; });
}

/// One rule looked for in one note.
class CustomRules::Search {
 public:
  Search(const CompiledRule& rule, const Note& note, Findings& findings)
      : rule_(rule), note_(note), findings_(findings) {}

  void look_in(const Prose::Stretch& stretch) {
    stretch_ = &stretch;
    text_ = stretch.text;
    if (rule_.phrases_search) look_for_phrases(*rule_.phrases_search);
    if (rule_.pattern_search) look_for_pattern(*rule_.pattern_search);
  }
  bool is_done() const { return left_ == 0 || in_vain_ > most_in_vain; }

 private:
  void look_for_phrases(const re2::RE2& phrases) {
    const bool replaces = rule_.replace && highest_group(*rule_.replace) == 0;
    for (std::size_t from = 0; from < text_.size() && !is_done();) {
      if (!phrases.Match(text_, from, text_.size(), re2::RE2::UNANCHORED, groups_, 2)) return;
      from = behind(groups_[1]);
      const Span span = place(groups_[1]);
      report(span, replaces ? std::optional(in_case_of(note_.text(span), *rule_.replace)) : std::nullopt);
    }
  }

  void look_for_pattern(const re2::RE2& pattern) {
    const int count = std::min(most_groups, 1 + pattern.NumberOfCapturingGroups());
    for (std::size_t from = 0; from < text_.size() && !is_done();) {
      // What is no prose parts it: no match reaches across.
      const std::size_t end = std::min(stretch_->text.find(no_prose, from), text_.size());
      if (from == end || !pattern.Match(text_, from, end, re2::RE2::UNANCHORED, groups_, count)) {
        from = end + 1;
        continue;
      }
      from = behind(groups_[0]) + (groups_[0].empty() ? 1 : 0);
      if (groups_[0].empty()) {
        in_vain_ += end - std::min(from, end);
        continue;
      }
      std::string instead;
      const bool replaced = rule_.replace && pattern.Rewrite(&instead, *rule_.replace, groups_, count);
      report(place(groups_[0]), replaced ? std::optional(std::move(instead)) : std::nullopt);
    }
  }

  std::size_t begin(const re2::StringPiece& found) const {
    return static_cast<std::size_t>(found.data() - text_.data());
  }
  std::size_t behind(const re2::StringPiece& found) const { return begin(found) + found.size(); }
  Span place(const re2::StringPiece& found) const {
    return Span{stretch_->at[begin(found)], stretch_->at[behind(found)]}.shifted(stretch_->paragraph->span.begin);
  }

  /// Somebody else's words are not the writer's.
  bool is_quoted(Span span) const {
    const auto& words = stretch_->paragraph->content->words;
    const std::size_t base = stretch_->paragraph->span.begin;
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
    if (is_quoted(span) || note_.is_unfinished(span.end) || (instead && *instead == note_.text(span))) {
      in_vain_ += text_.size();
      return;
    }
    Finding& finding = findings_.add(span, rule_.message);
    if (--left_ == 0)
      finding.message += fmt::format(" (These are {}; more of them are not told.)", most_custom_findings);
    if (!instead) return;
    Fix fix;
    fix.title = instead->empty() ? "Delete it" : "Write " + *instead;
    fix.kind = instead->empty() ? FixKind::erase : FixKind::replace;
    fix.preferred = true;
    fix.safe = !instead->empty();
    fix.edits.push_back({span, std::move(*instead), ""});
    finding.fixes.push_back(std::move(fix));
  }

  const CompiledRule& rule_;
  const Note& note_;
  Findings& findings_;
  const Prose::Stretch* stretch_ = nullptr;
  re2::StringPiece text_;
  std::size_t left_ = most_custom_findings;
  std::size_t in_vain_ = 0;  // bytes, at most, that were looked through for matches that are nothing
  re2::StringPiece groups_[most_groups];
};

void CustomRules::check(std::size_t index, const Prose& prose, Findings& findings) const {
  Search search(rules_[index], prose.note_, findings);
  for (const Prose::Stretch& stretch : prose.stretches_) {
    if (search.is_done()) return;
    search.look_in(stretch);
  }
}

}  // namespace afterword
