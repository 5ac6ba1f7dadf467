#include <algorithm>
#include <string>
#include <string_view>

#include "rules/checks/around.h"
#include "rules/checks/checks.h"
#include "rules/engine/context.h"
#include "rules/note/characters.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nWhat a press! I liked the rollers[[!]] One is bent.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nWhat a press! I liked the rollers. One is bent.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nWhat a press![[!!]] One of the rollers is bent.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nWhat a press! One of the rollers is bent.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nWhat a press!\n\nMay I come back on Monday?[[!]]\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nWhat a press!\n\nMay I come back on Monday?\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nWhat a press! I saw the ink (so blue[[!]]) and the rollers.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nWhat a press! I saw the ink (so blue) and the rollers.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nWhat a press! See you on Monday[[!!]]\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nWhat a press! See you on Monday.\n"},
};
constexpr std::string_view good[] = {
    "---\nkind: interview\n---\n\nDear Dana!\n\nWhat a press! One of the rollers is bent.\n\nCheers!\nOla\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nYour sign says \"Stop! Look! Listen!\", and I did!\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThe macros `vec![1]` and `panic!` are new to me, and a != b!\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nWhat a press! At Yahoo! in the old days we had none.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nWhat a press! The plan is here: ![plan](plan.png)\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nWhat a press!\n\n> See you soon! Come early!\n\nI will come.\n",
};

/// Exclamation and question marks that stand together, in bytes of the paragraph.
struct Marks {
  Span span;
  std::size_t exclamations = 0;
  bool asks = false;
};

/// Names that end in the mark, wherever they stand.
bool is_name_with_mark(std::string_view word) {
  return is_one_of(word, {"yahoo", "kahoot", "jeopardy", "joomla", "yum", "oklahoma"});
}

class Scan {
 public:
  explicit Scan(Findings& findings) : findings_(findings) {}

  void read(const Paragraph& paragraph) {
    const ParagraphText& content = *paragraph.content;
    if (content.text.find('!') == std::string::npos) return;
    paragraph_ = &paragraph;
    text_ = content.text;
    const auto& words = content.words;
    next_ = 0;
    for (word_ = 0; word_ < words.size(); ++word_)
      gap(words[word_].end, word_ + 1 < words.size() ? words[word_ + 1].begin : text_.size());
  }

 private:
  /// What stands between two words.
  void gap(std::size_t from, std::size_t to) {
    while (next_mark(from) < to) {
      from = next_;
      if (from > 0 && text_.substr(from - 1, 4) == "<!--") {
        from = std::min(text_.find("-->", from), to);
        continue;
      }
      Marks marks{{from, from}, 0, false};
      while (marks.span.begin > 0 && is_mark(text_[marks.span.begin - 1])) --marks.span.begin;
      while (marks.span.end < text_.size() && is_mark(text_[marks.span.end])) ++marks.span.end;
      const std::string_view all = text_.substr(marks.span.begin, marks.span.size());
      marks.exclamations = static_cast<std::size_t>(std::count(all.begin(), all.end(), '!'));
      marks.asks = marks.exclamations < all.size();
      from = marks.span.end;
      if (ends_something(marks.span)) found(marks);
    }
  }

  /// The first exclamation mark at `from` or later; sought anew only once it is passed.
  std::size_t next_mark(std::size_t from) {
    if (next_ < from || next_ == 0) next_ = std::min(text_.find('!', from), text_.size());
    return next_;
  }

  static bool is_mark(char c) { return c == '!' || c == '?'; }

  /// The mark closes words and is neither an operator nor a name's last letter nor somebody else's.
  bool ends_something(Span marks) const {
    const Word& before = paragraph_->content->words[word_];
    if (before.is(in_quotes)) return false;
    const std::string_view between = text_.substr(before.end, marks.begin - before.end);
    if (between.find_first_of("\"'<=[]{}|&%$#@^+-\\/") != std::string_view::npos) return false;
    if (marks.end < text_.size() && !is_blank(static_cast<unsigned char>(text_[marks.end])) &&
        std::string_view(")]*_\":;").find(text_[marks.end]) == std::string_view::npos)
      return static_cast<unsigned char>(text_[marks.end]) >= 0x80;
    return !is_name(before, marks);
  }

  /// "At Yahoo! in 2012": a capital word, and its sentence goes on.
  bool is_name(const Word& before, Span marks) const {
    if (!before.is(capitalised) || marks.begin != before.end || marks.size() != 1) return false;
    if (is_name_with_mark(fold(text_.substr(before.begin, before.end - before.begin)))) return true;
    const std::size_t next = text_.find_first_not_of(" \t\r\n", marks.end);
    return !before.is(sentence_start) && next != std::string_view::npos && text_[next] >= 'a' && text_[next] <= 'z';
  }

  void found(Marks marks) {
    std::size_t granted = granted_ ? 0 : 1;
    granted_ = true;
    if (marks.exclamations <= granted) return;
    Span span = marks.span;
    if (!marks.asks)
      span.begin += granted;  // the free one stays
    else if (text_[span.begin] == '?')
      span.begin = text_.find('!', span.begin);
    Finding& finding = findings_.add(span.shifted(paragraph_->span.begin),
                                     "One exclamation mark is lively, more of them sound "
                                     "breathless. A full stop lets the words do it.");
    Fix fix = marks.asks ? put("?", marks.span) : granted || inside(marks.span) ? put("", span) : put(".", span);
    fix.preferred = true;
    fix.safe = fix.edits[0].text == "." && span.size() == 1;
    finding.fixes.push_back(std::move(fix));
  }

  /// A bracket closes behind it and the sentence goes on.
  bool inside(Span marks) const {
    if (marks.end >= text_.size() || text_[marks.end] != ')') return false;
    const std::size_t next = text_.find_first_not_of(" \t\r\n", marks.end + 1);
    return next != std::string_view::npos && (text_[next] < 'A' || text_[next] > 'Z');
  }

  Fix put(std::string_view text, Span span) const {
    Fix fix;
    fix.title = text == "." ? "End with a full stop" : text == "?" ? "Keep the question mark" : "Delete it";
    fix.kind = text.empty() ? FixKind::erase : FixKind::replace;
    fix.edits.push_back({span.shifted(paragraph_->span.begin), std::string(text), ""});
    return fix;
  }

  Findings& findings_;
  const Paragraph* paragraph_ = nullptr;
  std::string_view text_;
  std::size_t word_ = 0;
  std::size_t next_ = 0;  // an exclamation mark at or behind the place that is read; 0: not sought yet
  bool granted_ = false;  // the body has had its one
};

void check(const Context& context, Findings& findings) {
  Scan scan(findings);
  for (const Paragraph& paragraph : context.note.paragraphs()) scan.read(paragraph);
}

}  // namespace

const Rule exclamations_rule{
    .id = "exclamations",
    .summary = "More than one exclamation mark stands in the body.",
    .why =
        "Enthusiasm shows in what you noticed. A second exclamation mark adds volume only, and on a first acquaintance "
        "it can read as nerves.",
    .severity = always(Severity::hint),
    .sources = "D",
    .fix = "Replaces it by a full stop.",
    .bad = bad,
    .good = good,
    .patterns = {},
    .check = check,
    .any_language = false,
};

}  // namespace afterword
