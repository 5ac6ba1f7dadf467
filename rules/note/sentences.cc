#include <algorithm>
#include <array>
#include <string_view>

#include "rules/note/characters.h"
#include "rules/note/words.h"

namespace afterword {
namespace {

// Their full stop ends no sentence.
constexpr std::array<std::string_view, 47> always_open = {
    "mr",  "mrs", "ms",  "mx",   "dr",   "prof",   "rev",   "fr",   "sr",  "st",   "gen",  "capt",
    "lt",  "col", "sgt", "hon",  "vs",   "e.g",    "i.e",   "eg",   "ie",  "cf",   "viz",  "approx",
    "fig", "vol", "ch",  "sec",  "para", "p.s",    "p.p.s", "n.b",  "nb",  "incl", "excl", "dept",
    "est", "ext", "tel", "attn", "ph",   "messrs", "mme",   "mlle", "sra", "resp", "ca"};
// Theirs ends one only before a capital letter.
constexpr std::array<std::string_view, 20> open_before_lower = {"inc",  "ltd",  "co",  "corp", "etc", "a.m", "p.m",
                                                                "am",   "pm",   "jr",  "u.s",  "u.k", "e.u", "ph.d",
                                                                "b.sc", "m.sc", "d.c", "bros", "al",  "llc"};
// Theirs ends none before a number.
constexpr std::array<std::string_view, 18> open_before_number = {"no",  "nos", "art", "jan", "feb", "mar",
                                                                 "apr", "jun", "jul", "aug", "sep", "sept",
                                                                 "oct", "nov", "dec", "p",   "pp",  "nr"};
// After a quotation these carry the sentence on: "Who owns this?" Mirela asked.
constexpr std::array<std::string_view, 12> says = {"asked", "said",   "says",  "asks",  "wrote",    "replied",
                                                   "told",  "called", "joked", "added", "answered", "wondered"};

constexpr std::array<std::string_view, 19> always_capital = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",  "Sunday",  "January",  "February", "March",
    "April",  "May",     "June",      "July",     "August", "September", "October", "November", "December"};

template <std::size_t N>
bool is_in(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// What stands between a word and the next one, as far as sentence ends are concerned.
struct Gap {
  char mark = 0;  ///< '.', '?', '!' if one stands there before any blank
  bool ellipsis = false;
  bool closed_quote = false;
  bool blank = false;   ///< white space follows the mark
  std::size_t end = 0;  ///< bytes: behind the mark and what closes with it
};

class Splitter {
 public:
  Splitter(std::string_view text, std::vector<Word>& words) : text_(text), words_(words) {}

  std::vector<Sentence> run(bool list_item) {
    std::size_t from = 0;
    first_ = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const Gap gap = gap_after(i);
      if (i + 1 == words_.size() || !(gap.mark != 0 ? ends(i, gap) : link_ends(i, gap))) continue;
      add(from, gap.end, i + 1, gap.mark != 0 ? gap.mark : '.', list_item);
      from = gap.end;
    }
    if (first_ < words_.size()) add(from, text_.size(), words_.size(), last_mark(), list_item);
    return std::move(sentences_);
  }

 private:
  std::string_view word(std::size_t i) const { return text_.substr(words_[i].begin, words_[i].end - words_[i].begin); }

  Gap gap_after(std::size_t i) const {
    const std::size_t stop = i + 1 < words_.size() ? words_[i + 1].begin : text_.size();
    Gap gap;
    gap.end = words_[i].end;
    for (std::size_t at = words_[i].end; at < stop;) {
      const CodePoint point = code_point_at(text_, at);
      const std::size_t next = at + point.size;
      if (is_blank(static_cast<unsigned char>(text_[at]))) {
        gap.blank = true;
        if (gap.mark != 0) break;
        if (next < stop && text_[next] == '.' && next + 1 < stop && text_[next + 1] == '.') gap.blank = false;
      } else if (text_[at] == '.' || text_[at] == '?' || text_[at] == '!' || point.point == 0x2026) {
        const bool dots = point.point == 0x2026 || (text_[at] == '.' && gap.mark == '.');
        gap.ellipsis = gap.ellipsis || dots;
        if (gap.mark != '?' && gap.mark != '!') gap.mark = point.point == 0x2026 ? '.' : text_[at];
        gap.end = next;
      } else if (gap.mark != 0) {
        if (!closes(point.point)) break;
        gap.closed_quote = gap.closed_quote || closes_quote(point.point);
        gap.end = next;
      }
      at = next;
    }
    return gap;
  }

  static bool closes_quote(std::int32_t mark) {
    return mark == '"' || mark == '\'' || mark == 0x201D || mark == 0x2019 || mark == 0xBB;
  }
  static bool closes(std::int32_t mark) {
    return closes_quote(mark) || mark == ')' || mark == ']' || mark == '*' || mark == '_';
  }

  bool next_is_capital(std::size_t i) const {
    const Word& next = words_[i + 1];
    return next.is(capitalised) || next.kind != WordKind::word;
  }

  bool ends(std::size_t i, const Gap& gap) {
    const bool capital = next_is_capital(i);
    if (!gap.blank && !(gap.mark == '.' && words_[i + 1].is(capitalised) && gap.end == words_[i + 1].begin))
      return false;
    if (gap.ellipsis && gap.mark == '.') return capital && words_[i + 1].kind == WordKind::word;
    if (gap.closed_quote) return quote_ends(i, capital);
    if (gap.mark != '.') return capital || !inside_brackets(i);
    return stop_ends(i, capital);
  }

  /// Behind a link one leaves the full stop out, as it would become part of it.
  bool link_ends(std::size_t i, const Gap& gap) const {
    const Word& next = words_[i + 1];
    // "I", days and months have a capital anywhere; an address stands in the middle as well as at the end.
    return words_[i].kind == WordKind::link && word(i).find("://") != std::string_view::npos && gap.blank &&
           next.is(capitalised) && next.form != 0 && !next.is(after_comma) && word(i + 1).size() > 1 &&
           !is_in(always_capital, word(i + 1));
  }

  /// A mark before a closing quotation mark: the sentence may go on with who said so.
  bool quote_ends(std::size_t i, bool capital) const {
    if (!capital) return false;
    for (std::size_t k = i + 1; k < std::min(words_.size(), i + 4); ++k) {
      if (k > i + 1 && words_[k].is(after_comma)) break;
      if (is_in(says, word(k))) return false;
    }
    return true;
  }

  /// Whether more brackets opened than closed since the sentence began. The words come in order, so no byte is read
  /// twice.
  bool inside_brackets(std::size_t i) {
    brackets_read_ = std::max<std::size_t>(brackets_read_, words_[first_].begin);
    for (; brackets_read_ < words_[i].end; ++brackets_read_) {
      if (text_[brackets_read_] == '(') ++open_brackets_;
      if (text_[brackets_read_] == ')') --open_brackets_;
    }
    return open_brackets_ > 0;
  }

  bool stop_ends(std::size_t i, bool capital) const {
    if (words_[i].kind != WordKind::word) {
      // "1. First" is a list's number.
      return !(words_[i].kind == WordKind::number && i == first_ && words_[i].end - words_[i].begin <= 2);
    }
    Folded folded;
    fold(word(i), folded);
    const std::string_view form = folded.view();
    if (is_in(always_open, form)) return false;
    if (form.size() == 1 && words_[i].is(capitalised) && is_initial(i)) return false;
    if (is_in(open_before_lower, form)) return capital && words_[i + 1].kind == WordKind::word;
    if (is_in(open_before_number, form)) return words_[i + 1].kind != WordKind::number;
    return true;
  }

  /// "J. R. Smith", but not "plan B. Then" nor "you and I. Then".
  bool is_initial(std::size_t i) const {
    if (word(i) == "I" || !words_[i + 1].is(capitalised)) return false;
    return i == first_ || words_[i - 1].is(capitalised);
  }

  char last_mark() const {
    const std::size_t from = words_.back().end;
    for (std::size_t at = text_.size(); at > from; --at) {
      const char c = text_[at - 1];
      if (c == '.' || c == '?' || c == '!' || c == ':') return c;
      if (at >= from + 3 && text_.substr(at - 3, 3) == "\xE2\x80\xA6") return '.';
    }
    return 0;
  }

  void add(std::size_t from, std::size_t to, std::size_t last_word, char mark, bool list_item) {
    const auto skip_blanks = [&] {
      while (from < to && is_blank(static_cast<unsigned char>(text_[from]))) ++from;
    };
    skip_blanks();
    // A comment before it is no part of it.
    while (text_.substr(from, to - from).starts_with("<!--")) {
      const std::size_t end = text_.find("-->", from);
      if (end == std::string_view::npos || end + 3 > words_[first_].begin) break;
      from = end + 3;
      skip_blanks();
    }
    while (to > from && is_blank(static_cast<unsigned char>(text_[to - 1]))) --to;
    words_[first_].flags |= sentence_start;
    sentences_.push_back(
        {{from, to}, static_cast<std::uint32_t>(first_), static_cast<std::uint32_t>(last_word), mark, list_item});
    first_ = last_word;
    open_brackets_ = 0;
  }

  std::string_view text_;
  std::vector<Word>& words_;
  std::vector<Sentence> sentences_;
  std::size_t first_ = 0;  ///< index of the open sentence's first word
  std::size_t brackets_read_ = 0;
  std::ptrdiff_t open_brackets_ = 0;  ///< of the open sentence, up to byte brackets_read_
};

}  // namespace

std::vector<Sentence> split_sentences(std::string_view paragraph, std::vector<Word>& words, bool list_item) {
  if (words.empty()) return {};
  return Splitter(paragraph, words).run(list_item);
}

}  // namespace afterword
