#include "rules/note/words.h"

#include <algorithm>
#include <array>
#include <optional>

#include "rules/note/characters.h"
#include "rules/note/lexicon.h"

namespace afterword {
namespace {

/// https, www, ftp, mailto
constexpr bool may_start_link(unsigned char c) {
  c |= 0x20;
  return c == 'h' || c == 'w' || c == 'f' || c == 'm';
}

constexpr std::string_view curly_apostrophe = "\xE2\x80\x99";

/// Cuts one paragraph into words; holds where it stands.
class Tokenizer {
 public:
  Tokenizer(std::string_view text, const std::vector<Opaque>& opaque, const Lexicon& lexicon)
      : text_(text), opaque_(opaque), lexicon_(lexicon) {
    words_.reserve(text.size() / 5 + 4);
  }

  std::vector<Word> run() {
    while (at_ < text_.size()) step();
    return std::move(words_);
  }

 private:
  void step() {
    if (next_opaque_ < opaque_.size() && opaque_[next_opaque_].span.begin <= at_) return take_opaque();
    const unsigned char c = static_cast<unsigned char>(text_[at_]);
    if (is_ascii_letter(c))
      return may_start_link(c) && link_length(text_, at_) > 0 ? take_link()
                                                              : (take_simple_word() ? void() : take_word());
    if (c == ' ') {
      ++at_;
      return;
    }
    if (is_ascii_digit(c)) return take_number(at_);
    if (c >= 0x80) {
      const CodePoint point = code_point_at(text_, at_);
      if (is_currency(point.point) && digit_at(at_ + point.size)) return take_number(at_ + point.size);
      if (is_letter(point.point)) return take_word();
      note_mark(point.point);
      at_ += point.size;
      return;
    }
    if (c == '$' && digit_at(at_ + 1)) return take_number(at_ + 1);
    note_mark(c);
    ++at_;
  }

  void note_mark(std::int32_t mark) {
    switch (mark) {
      case ',':
      case ';':
      case ':':
      case '(':
      case ')':
      case '[':
      case ']':
      case 0x2013:
      case 0x2014:
        comma_ = true;
        break;
      case '-':
        if (at_ + 1 >= text_.size() || text_[at_ + 1] == ' ' || text_[at_ + 1] == '-') comma_ = true;
        break;
      case '"':
        quoted_ = !quoted_;
        break;
      case 0x201C:
      case 0x201E:
      case 0xAB:
        quoted_ = true;
        break;
      case 0x201D:
      case 0xBB:
        quoted_ = false;
        break;
      case 0x2018:
        single_ = true;
        break;
      case 0x2019:
        single_ = false;
        break;
      case '\'':
        single_ = !single_ && opens_single_quote();
        break;
      default:
        break;
    }
  }

  /// A straight apostrophe before a word opens a quotation only where a later one closes it.
  bool opens_single_quote() {
    if (at_ > 0 && text_[at_ - 1] != ' ' && text_[at_ - 1] != '(' && text_[at_ - 1] != '\n') return false;
    if (!last_closing_) last_closing_ = last_closing_quote();
    return *last_closing_ >= at_ + 2;
  }

  /// Where the paragraph's last apostrophe that may close a quotation stands; 0 where none does.
  std::size_t last_closing_quote() const {
    for (std::size_t at = text_.size(); at-- > 1;) {
      if (text_[at] != '\'' || text_[at - 1] == ' ') continue;
      if (at + 1 == text_.size() || !is_word_byte(static_cast<unsigned char>(text_[at + 1]))) return at;
    }
    return 0;
  }

  bool digit_at(std::size_t i) const {
    return i < text_.size() && is_ascii_digit(static_cast<unsigned char>(text_[i]));
  }

  void take_opaque() {
    const Opaque& one = opaque_[next_opaque_++];
    const std::size_t end = std::min(one.span.end, text_.size());
    if (end <= at_) return;
    if (!one.silent) add(std::max(one.span.begin, at_), end, one.kind, 0, 0);
    at_ = end;
  }

  void take_link() {
    const std::size_t begin = at_;
    at_ += link_length(text_, at_);
    add(begin, at_, WordKind::link, 0, 0);
  }

  std::size_t limit() const {
    return next_opaque_ < opaque_.size() ? std::min(opaque_[next_opaque_].span.begin, text_.size()) : text_.size();
  }

  void take_number(std::size_t from) {
    const std::size_t begin = at_;
    std::size_t end = from;
    const std::size_t stop = limit();
    while (end < stop) {
      const unsigned char c = static_cast<unsigned char>(text_[end]);
      if (is_word_byte(c)) {
        const CodePoint point = code_point_at(text_, end);
        if (c >= 0x80 && !is_letter(point.point)) break;
        end += point.size;
      } else if ((c == '.' || c == ',' || c == ':' || c == '-' || c == '/' || c == '\'') && end + 1 < stop &&
                 (digit_at(end + 1) ||
                  ((c == '-' || c == '.') && is_ascii_letter(static_cast<unsigned char>(text_[end + 1]))))) {
        ++end;
      } else {
        break;
      }
    }
    at_ = end;
    Folded folded;
    fold(text_.substr(begin, end - begin), folded);
    add(begin, end, WordKind::number, lexicon_.form_of(folded.view()), has_inner_mark);
  }

  bool take_simple_word();
  void take_word();
  std::size_t word_end(std::size_t begin, bool& inner) const;
  void add_word(std::size_t begin, std::size_t end, std::uint8_t flags);

  void add(std::size_t begin, std::size_t end, WordKind kind, Form form, std::uint8_t flags) {
    if (comma_) flags |= after_comma;
    if (quoted_ || single_) flags |= in_quotes;
    comma_ = false;
    words_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), form, kind, flags});
  }

  std::string_view text_;
  const std::vector<Opaque>& opaque_;
  const Lexicon& lexicon_;
  std::vector<Word> words_;
  std::size_t at_ = 0;
  std::size_t next_opaque_ = 0;
  bool comma_ = false;
  bool quoted_ = false;
  bool single_ = false;
  std::optional<std::size_t> last_closing_;  ///< sought once, when the first apostrophe asks for it
};

/// The end of the word that begins at `begin`: letters and digits, joined by marks that stand between two of them.
std::size_t Tokenizer::word_end(std::size_t begin, bool& inner) const {
  const std::size_t stop = limit();
  std::size_t end = begin;
  bool lower_only = true;
  while (end < stop) {
    const unsigned char c = static_cast<unsigned char>(text_[end]);
    if (c < 0x80 && is_word_byte(c)) {
      if (c < 'a' || c > 'z') lower_only = false;
      if (is_ascii_digit(c)) inner = true;
      ++end;
      continue;
    }
    const CodePoint point = code_point_at(text_, end);
    if (c >= 0x80 && is_letter(point.point)) {
      end += point.size;
      continue;
    }
    const std::size_t after = end + point.size;
    if (!joins_words(point.point) || after >= stop) break;
    const CodePoint follows = code_point_at(text_, after);
    if (!is_letter(follows.point) && !is_digit(follows.point)) break;
    // "done.Then": a blank is missing, it is no name.
    if (c == '.' && lower_only && end - begin > 2 && follows.point >= 'A' && follows.point <= 'Z') break;
    if (point.point != '\'' && point.point != 0x2019) inner = true;
    end = after;
  }
  while (end < stop && (text_[end] == '+' || text_[end] == '#') && end - begin <= 4) {
    inner = true;  // C++, C#, F#
    ++end;
  }
  return end;
}

/// Most words are ASCII letters and end at a blank or a comma: read in one pass. False where there is more to it.
bool Tokenizer::take_simple_word() {
  std::array<char, 24> folded;
  std::size_t size = 0, capitals = 0;
  const std::size_t stop = std::min(limit(), at_ + folded.size());
  std::size_t end = at_;
  for (; end < stop && is_ascii_letter(static_cast<unsigned char>(text_[end])); ++end) {
    const char c = text_[end];
    capitals += c <= 'Z' ? 1 : 0;
    folded[size++] = static_cast<char>(c | 0x20);
  }
  if (end == text_.size() || end == stop) return false;
  const char after = text_[end];
  const bool closes = after == ' ' || after == ',' || after == '\n' || after == ';' || after == '?' || after == '!' ||
                      (after == '.' && (end + 1 == text_.size() || text_[end + 1] == ' ' || text_[end + 1] == '\n'));
  const bool starts_capital = text_[at_] <= 'Z';
  if (!closes || capitals > (starts_capital ? 1u : 0u)) return false;
  add(at_, end, WordKind::word, lexicon_.form_of({folded.data(), size}), starts_capital ? capitalised : 0);
  at_ = end;
  return true;
}

void Tokenizer::take_word() {
  bool inner = false;
  const std::size_t begin = at_;
  std::size_t end = word_end(begin, inner);
  if (end < text_.size() && text_[end] == '@' && end + 1 < text_.size() &&
      is_word_byte(static_cast<unsigned char>(text_[end + 1]))) {
    std::size_t domain_end = end + 1;
    bool ignored = false;
    domain_end = word_end(domain_end, ignored);
    add(begin, domain_end, WordKind::link, 0, 0);
    at_ = domain_end;
    return;
  }
  at_ = end;
  add_word(begin, end, inner ? has_inner_mark : 0);
}

void Tokenizer::add_word(std::size_t begin, std::size_t end, std::uint8_t flags) {
  const std::string_view raw = text_.substr(begin, end - begin);
  flags |= case_flags(raw);
  Folded folded;
  fold(raw, folded);
  const std::string_view form = folded.view();
  const std::size_t cut = form.find('\'') == std::string_view::npos ? 0 : contraction_size(form);
  if (cut == 0) return add(begin, end, WordKind::word, lexicon_.form_of(form), flags);
  // The raw ending is longer where the apostrophe is a typographic one.
  const std::size_t raw_cut =
      cut +
      (raw.substr(raw.size() - std::min(raw.size(), cut + 2)).find(curly_apostrophe) != std::string_view::npos ? 2 : 0);
  add(begin, end - raw_cut, WordKind::word, lexicon_.form_of(form.substr(0, form.size() - cut)), flags);
  add(end - raw_cut, end, WordKind::word, lexicon_.form_of(form.substr(form.size() - cut)), 0);
}

}  // namespace

std::vector<Word> split_words(std::string_view paragraph, const std::vector<Opaque>& opaque, const Lexicon& lexicon) {
  return Tokenizer(paragraph, opaque, lexicon).run();
}

}  // namespace afterword
