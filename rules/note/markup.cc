#include "rules/note/markup.h"

#include <algorithm>
#include <array>

#include "rules/note/slot_words.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

using std::string_view;
constexpr auto none = string_view::npos;
// What no URL exceeds: a bracket that closes later belongs to something else.
constexpr std::size_t longest_target = 2000;

bool is_word_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool is_space_char(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// HTML that people do write in Markdown and mail.
constexpr auto html_tags = std::to_array<string_view>(
    {"a",     "b",     "blockquote", "body", "br",    "center", "code",  "dd",   "del",    "details", "div",     "dl",
     "dt",    "em",    "font",       "h1",   "h2",    "h3",     "h4",    "hr",   "html",   "i",       "img",     "ins",
     "kbd",   "li",    "ol",         "p",    "pre",   "s",      "small", "span", "strong", "sub",     "summary", "sup",
     "table", "tbody", "td",         "th",   "thead", "title",  "tr",    "tt",   "u",      "ul"});

bool is_slot_word(string_view word) {
  return std::find(slot_words.begin(), slot_words.end(), word) != slot_words.end();
}

/// Scans once from left to right, asking at each telling byte what begins there.
class Scanner {
 public:
  Scanner(string_view text, Format format) : text_(text), markdown_(format == Format::markdown) {}

  std::vector<Opaque> scan() {
    while (at_ < text_.size()) {
      std::size_t before = at_;
      switch (text_[at_]) {
        case '`':
          code_span();
          break;
        case '<':
          angle();
          break;
        case '[':
          bracket();
          break;
        case ']':
          if (markdown_) link_target();
          break;
        case '{':
          brace();
          break;
        case '(':
          parenthesis();
          break;
        case '_':
          blank_line();
          break;
        case ':':
          if (text_.substr(at_, 3) == "://") bare_url();
          break;
        case '@':
          address();
          break;
        case 'w':
        case 'W':
          if (starts_with_folded(text_.substr(at_), "www.")) web_name();
          break;
        default:
          break;
      }
      if (at_ == before) ++at_;
    }
    return std::move(found_);
  }

 private:
  void add(std::size_t begin, std::size_t end, WordKind kind, bool silent = false) {
    while (!found_.empty() && found_.back().span.end > begin) found_.pop_back();  // an address swallows its own start
    found_.push_back({{begin, end}, kind, silent});
    at_ = end;
  }

  std::size_t find_near(char mark) const {
    auto found = text_.substr(at_, 250).find(mark);
    return found == none ? none : at_ + found;
  }

  void code_span() {
    std::size_t ticks = std::min(text_.find_first_not_of('`', at_), text_.size()) - at_;
    std::size_t from = at_ + ticks;
    for (std::size_t close = text_.find('`', from); close != none; close = text_.find('`', close)) {
      std::size_t run = std::min(text_.find_first_not_of('`', close), text_.size()) - close;
      if (run == ticks) return add(at_, close + run, WordKind::code);
      close += run;
    }
    at_ = from;
  }

  void angle() {
    string_view rest = text_.substr(at_);
    if (rest.substr(0, 4) == "<!--") {
      auto close = text_.find("-->", at_);
      return add(at_, close == none ? text_.size() : close + 3, WordKind::code, true);
    }
    auto close = find_near('>');
    if (close == none || close - at_ > 200) return;
    string_view inside = text_.substr(at_ + 1, close - at_ - 1);
    if (inside.find("://") != none || inside.find('@') != none || starts_with_folded(inside, "mailto:"))
      return add(at_, close + 1, WordKind::link);
    if (inside.empty() || inside.find('\n') != none) return;
    string_view tag = inside.substr(inside[0] == '/' ? 1 : 0);
    tag = tag.substr(0, std::min(tag.find_first_of(" /"), tag.size()));
    if (std::find(html_tags.begin(), html_tags.end(), fold(tag)) != html_tags.end() && is_capitalised(inside) == false)
      return add(at_, close + 1, WordKind::code, true);
    // "Array<Name>" is a type.
    const bool argument = at_ > 0 && is_word_char(text_[at_ - 1]);
    if (!argument && reads_as_slot(inside)) add(at_, close + 1, WordKind::slot);
  }

  void bracket() {
    if (text_.substr(at_, 2) == "[^") {
      // Many that nothing closes would each search for it; what stops one stops all before it.
      if (footnote_stop_ <= at_) footnote_stop_ = text_.find_first_of("] ", at_);
      if (footnote_stop_ != none && text_[footnote_stop_] == ']') add(at_, footnote_stop_ + 1, WordKind::link, true);
      return;
    }
    auto close = text_.find_first_of("[]", at_ + 1);
    if (close == none || text_[close] == '[') return;
    bool is_link = close + 1 < text_.size() && (text_[close + 1] == '(' || text_[close + 1] == '[');
    if (is_link && markdown_) {
      if (at_ > 0 && text_[at_ - 1] == '!') return;
      return;  // the text is prose; link_target() takes what follows
    }
    const string_view inside = text_.substr(at_ + 1, close - at_ - 1);
    if (reads_as_slot(inside) || (is_plain(inside) && leaves_gap(at_, close + 1))) add(at_, close + 1, WordKind::slot);
  }

  /// One to three words in lower case, none of which a writer's own insertion begins with.
  static bool is_plain(string_view inside) {
    constexpr std::size_t longest = 30;
    constexpr auto insertions =
        std::to_array<string_view>({"a ", "an ", "his ", "her ", "its ", "my ", "our ", "sic", "the ", "their "});
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || c == ' ' || c == '-' || c == '\''; };
    return inside.size() > 2 && inside.size() <= longest && std::all_of(inside.begin(), inside.end(), plain) &&
           std::count(inside.begin(), inside.end(), ' ') <= 2 &&
           std::none_of(insertions.begin(), insertions.end(), [&](string_view one) { return inside.starts_with(one); });
  }

  /// What stands in these bytes is all that follows a preposition: "at the fair in [town].", "on [weekday] with".
  bool leaves_gap(std::size_t begin, std::size_t end) const {
    constexpr auto prepositions = std::to_array<string_view>(
        {"about", "at", "by", "for", "from", "in", "near", "of", "on", "since", "to", "until", "with"});
    const auto is_one = [&](string_view word) {
      return std::find(prepositions.begin(), prepositions.end(), word) != prepositions.end();
    };
    const std::size_t last = begin == 0 ? none : text_.find_last_not_of(" \t\r\n", begin - 1);
    if (last == none || last + 1 == begin || !is_word_char(text_[last])) return false;
    std::size_t first = last;
    while (first > 0 && is_word_char(text_[first - 1])) --first;
    if (!is_one(text_.substr(first, last + 1 - first))) return false;
    const std::size_t next = text_.find_first_not_of(" \t\r\n", end);
    if (next == none || string_view(".,;:!?").find(text_[next]) != none) return true;
    std::size_t stop = next;
    while (stop < text_.size() && is_word_char(text_[stop])) ++stop;
    const string_view behind = text_.substr(next, stop - next);
    return next > end && (is_one(behind) || goes_on(behind));
  }

  /// What a verb or another part of the sentence begins with: "your story about [machine] made me".
  static bool goes_on(string_view word) {
    constexpr auto words = std::to_array<string_view>({"and", "are", "because", "but", "gave", "had", "has", "have",
                                                       "is", "made", "or", "was", "were", "which", "will", "would"});
    return std::find(words.begin(), words.end(), word) != words.end();
  }

  void link_target() {
    if (at_ + 1 >= text_.size()) return;
    char open = text_[at_ + 1];
    if (open != '(' && open != '[') return;
    if (closed_.empty()) match_brackets();
    const std::size_t end = closed_[at_ + 1];
    if (end != 0 && end <= at_ + longest_target) add(at_ + 1, end, WordKind::link);
  }

  /// Fills closed_. Each kind of bracket is matched by itself: in "(a [b)" the round ones are a pair.
  void match_brackets() {
    closed_.assign(text_.size(), 0);
    std::vector<std::size_t> round, square;
    auto close = [&](std::vector<std::size_t>& open, std::size_t at) {
      if (open.empty()) return;
      closed_[open.back()] = at + 1;
      open.pop_back();
    };
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (text_[i] == '(') round.push_back(i);
      if (text_[i] == '[') square.push_back(i);
      if (text_[i] == ')') close(round, i);
      if (text_[i] == ']') close(square, i);
    }
  }

  void brace() {
    bool twice = text_.substr(at_, 2) == "{{";
    auto close = text_.substr(at_, 100).find(twice ? "}}" : "}");
    if (close != none) close += at_;
    if (close == none || close - at_ > 80) return;
    std::size_t open = twice ? 2u : 1u;
    string_view inside = trim(text_.substr(at_ + open, close - at_ - open));
    std::size_t begin = at_ > 0 && text_[at_ - 1] == '$' ? at_ - 1 : at_;
    if (!inside.empty() && (twice || reads_as_slot(inside))) add(begin, close + open, WordKind::slot);
  }

  void parenthesis() {
    auto close = find_near(')');
    if (close == none || close - at_ > 60) return;
    string_view inside = text_.substr(at_ + 1, close - at_ - 1);
    bool crosses = inside.size() >= 2 && inside.find_first_not_of("xX") == none;
    if (crosses || (starts_with_folded(inside, "insert ") && reads_as_slot(inside)))
      add(at_, close + 1, WordKind::slot);
  }

  void blank_line() {
    std::size_t end = std::min(text_.find_first_not_of('_', at_), text_.size());
    bool inside_word = (at_ > 0 && is_word_char(text_[at_ - 1])) || (end < text_.size() && is_word_char(text_[end]));
    if (end - at_ >= 3 && !inside_word) return add(at_, end, WordKind::slot);
    at_ = end;
  }

  /// The run of non-space around `at`, closing punctuation left out.
  std::size_t run_end(std::size_t at) const {
    while (at < text_.size() && !is_space_char(text_[at]) && text_[at] != '<' && text_[at] != '>' && text_[at] != '"')
      ++at;
    while (at > 0 && std::string_view(".,;:!?'*_").find(text_[at - 1]) != none) --at;
    if (at > 0 && text_[at - 1] == ')' && text_.substr(at_, at - at_).find('(') == none) --at;
    return at;
  }

  void bare_url() {
    std::size_t begin = at_;
    while (begin > 0 && is_word_char(text_[begin - 1])) --begin;
    if (begin == at_) return;  // before the search for its end: "://://://" is one run for each of them
    std::size_t end = run_end(at_);
    if (end > at_ + 3) add(begin, end, WordKind::link);
  }

  void web_name() {
    if (at_ > 0 && is_word_char(text_[at_ - 1])) return;
    add(at_, std::max(at_ + 4, run_end(at_)), WordKind::link);
  }

  void address() {
    auto part = [](char c) { return is_word_char(c) || c == '.' || c == '_' || c == '-' || c == '+'; };
    std::size_t begin = at_, end = at_ + 1;
    while (begin > 0 && part(text_[begin - 1])) --begin;
    while (end < text_.size() && part(text_[end])) ++end;
    while (end > at_ + 1 && !is_word_char(text_[end - 1])) --end;
    if (begin < at_ && end > at_ + 1 && text_.substr(at_, end - at_).find('.') != none) add(begin, end, WordKind::link);
  }

  string_view text_;
  bool markdown_;
  std::size_t at_ = 0;
  std::size_t footnote_stop_ = 0;    // the first closing bracket or blank behind the footnote mark seen last
  std::vector<std::size_t> closed_;  // for each bracket byte the place behind its partner, or 0; made when asked for
  std::vector<Opaque> found_;
};

/// Most prose holds none: told in one look at each byte.
bool may_hold_opaque(string_view text) {
  static constexpr std::array<bool, 256> telling = [] {
    std::array<bool, 256> made{};
    for (const char c : string_view("`<[]{(_@:w")) made[static_cast<unsigned char>(c)] = true;
    return made;
  }();
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!telling[static_cast<unsigned char>(text[at])]) continue;
    if (text[at] == ':' && !text.substr(at).starts_with("://")) continue;
    if (text[at] == 'w' && !text.substr(at).starts_with("www.")) continue;
    return true;
  }
  return false;
}

}  // namespace

bool reads_as_slot(string_view inside) {
  inside = trim(inside);
  if (inside.empty() || inside.size() > 80) return false;
  std::size_t words = 0, slots = 0, letters = 0, upper = 0;
  bool your = false;
  std::string folded = fold(inside);
  for (char c : inside) {
    if (c >= 'A' && c <= 'Z') ++upper, ++letters;
    if (c >= 'a' && c <= 'z') ++letters;
  }
  for (std::size_t at = 0; at < folded.size();) {
    std::size_t end = std::min(folded.find_first_of(" /_-\t\n.,:;'", at), folded.size());
    string_view word = string_view(folded).substr(at, end - at);
    if (!word.empty()) {
      ++words;
      if (is_slot_word(word)) ++slots;
      if (word == "your" || word == "insert") your = true;
    }
    at = end + 1;
  }
  if (inside.back() == '?' && words >= 1 && words <= 14) return true;  // a question that our own phrases leave open
  if (inside.find("...") != none && words <= 1 && letters == 0) return false;
  if (slots == 0 || words > 8) return false;
  // "we [the team] never merge on Fridays": a writer's own insertion begins like this, a template's blank does not.
  for (std::string_view opening :
       {"the ", "our ", "my ", "his ", "her ", "its ", "their ", "a ", "an ", "at ", "in ", "of "})
    if (folded.starts_with(opening)) return false;
  if (letters >= 3 && upper == letters) return true;  // [COMPANY NAME]
  for (std::string_view opening : {"specific ", "relevant ", "mention ", "describe ", "add ", "name ", "something "})
    if (folded.starts_with(opening)) return true;
  return words <= 4 || your || slots > 2;  // [First name], [insert a topic from the interview]
}

std::vector<Opaque> find_opaque(std::string_view paragraph, Format format) {
  return may_hold_opaque(paragraph) ? Scanner(paragraph, format).scan() : std::vector<Opaque>{};
}

}  // namespace afterword
