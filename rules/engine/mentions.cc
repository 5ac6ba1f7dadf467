#include "rules/engine/mentions.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "rules/note/personal_names.h"
#include "rules/note/unicode.h"
#include "rules/note/word_list.h"

namespace afterword {

namespace {

using std::string_view;

/// Names that are words as well, and how sentences go on that begin with the word: "Will you", "May I", "Grant me".
const WordList words_too(
    "art august bill can chance chase dawn do drew faith frank grace grant he hope in iris joy june long mark may no "
    "or pat rich rob rose she so sue summer to will young");
const WordList behind_words(
    "a all an and as by even far for he i in is it me more much my not of on our she that the there these they this "
    "those to us was we with you your");
const WordList months("april august june may");
const WordList before_months("by during early end from in last late mid next of since this through til till to until");

/// A stretch of the text whose words may name somebody.
struct Region {
  string_view text;   ///< of the note, from its first byte to the region's last
  std::size_t begin;  ///< where the words count from
  std::span<const Word> words;
  bool fact = false;           ///< the value of a fact that names somebody
  bool certain = false;        ///< a capitalised word that is somebody's name is that: facts, the salutation
  bool single_quoted = false;  ///< a YAML value in such marks
};

/// Looks for names in one region.
class Finder {
 public:
  Finder(std::span<const Named> names, std::vector<Mention>& found) : names_(names), found_(found) {
    for (const Named& one : names) people_.push_back(one.type == Named::Type::person ? form_of(one) : Form{});
  }

  void look(const Region& region) {
    region_ = &region;
    plain_.clear();
    for (const Word& word : region.words) plain_.push_back(fold_plain(text(word)));
    for (std::size_t at = 0; at < region.words.size();) at += take(at);
  }

 private:
  struct NameWord {
    std::string plain;
    bool capital = false;
  };
  struct Form {
    std::vector<NameWord> given, surname;
  };
  struct Match {
    std::vector<NamePiece> pieces;
    std::size_t words = 0;
    std::size_t end = 0;  ///< byte of the text
  };

  static Form form_of(const Named& person) {
    const NameWords words = words_of_name(person.names[0]);
    Form form;
    for (const std::string& word : words.given) form.given.push_back({fold_plain(word), is_capitalised(word)});
    for (const std::string& word : words.surname) form.surname.push_back({fold_plain(word), is_capitalised(word)});
    return form;
  }

  const Word& word(std::size_t at) const { return region_->words[at]; }
  std::size_t size() const { return region_->words.size(); }
  Span span(const Word& word) const { return word.span().shifted(region_->begin); }
  string_view text(const Word& word) const {
    const Span bytes = span(word);
    return region_->text.substr(bytes.begin, bytes.size());
  }
  bool is_capital(std::size_t at) const { return is_capitalised(text(word(at))); }
  string_view gap_before(std::size_t at) const {
    const std::size_t begin = span(word(at - 1)).end;
    return region_->text.substr(begin, span(word(at)).begin - begin);
  }

  /// How many words to go on by: those of the name that begins at `at`, else one.
  std::size_t take(std::size_t at) {
    Match best;
    std::vector<std::size_t> who;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      Match match = names_[i].type == Named::Type::person ? match_person(i, at) : match_company(names_[i], at);
      if (match.words == 0 || match.end < best.end) continue;
      if (match.end > best.end) who.clear();
      who.push_back(i);
      best = std::move(match);
    }
    const std::optional<std::size_t> meant = meant_of(who);
    if (!meant) return 1;
    if (names_[*meant].type == Named::Type::person) best = match_person(*meant, at);
    Mention& mention = found_.emplace_back();
    mention.who = *meant;
    mention.pieces = std::move(best.pieces);
    mention.fact = region_->fact;
    mention.quoted = word(at).is(in_quotes);
    mention.single_quoted = region_->single_quoted;
    return best.words;
  }

  std::optional<std::size_t> meant_of(const std::vector<std::size_t>& who) const {
    if (who.size() == 1) return who[0];
    std::optional<std::size_t> addressed;
    for (const std::size_t one : who) {
      if (!names_[one].addressed) continue;
      if (addressed) return std::nullopt;
      addressed = one;
    }
    return addressed;
  }

  bool is_word(std::size_t at, const NameWord& name) const {
    return at < size() && word(at).kind == WordKind::word && plain_[at] == name.plain &&
           (!name.capital || is_capital(at));
  }

  /// Nothing but blanks stands between a word and the one before it; behind an initial a full stop.
  bool goes_on(std::size_t at) const {
    string_view gap = gap_before(at);
    if (gap.starts_with('.') && word(at - 1).end - word(at - 1).begin == 1) gap.remove_prefix(1);
    return !gap.empty() && gap.find_first_not_of(" \t\r\n\xC2\xA0") == string_view::npos &&
           std::count(gap.begin(), gap.end(), '\n') <= 1;
  }

  Match match_person(std::size_t who, std::size_t at) const {
    const Form& form = people_[who];
    Match match;
    std::size_t next = at;
    const auto follows = [&](const NameWord& name) { return is_word(next, name) && (next == at || goes_on(next)); };
    const auto push = [&](NamePiece::Of of, std::size_t index) {
      Span piece = span(word(next));
      if (piece.size() == 1 && region_->text.substr(piece.end, 1) == ".") ++piece.end;  // an initial
      match.pieces.push_back({of, index, piece});
      ++next;
    };
    for (std::size_t i = 0; i < form.given.size(); ++i)
      if (follows(form.given[i])) push(NamePiece::Of::given, i);
    const std::size_t given = next;
    for (const NameWord& part : form.surname) {
      if (!follows(part)) break;
      push(NamePiece::Of::surname, 0);
    }
    if (next - given < form.surname.size()) {  // "Mr. Berg" for Henk van der Berg
      match.pieces.resize(given - at);
      next = given;
      if (!form.surname.empty() && follows(form.surname.back())) push(NamePiece::Of::surname, 0);
    }
    const bool both = given > at && next > given;
    if (next == at || (!both && !stands_alone(at, next, given > at))) return {};
    match.words = next - at;
    match.end = span(word(next - 1)).end;
    return match;
  }

  /// Whether the words from `at` to `next`, which are only a part of the name, mean this person and nobody else.
  bool stands_alone(std::size_t at, std::size_t next, bool given) const {
    const string_view first = text(word(at));
    if (code_points(first) < 2) return false;
    const bool same_line = next < size() && gap_before(next).find('\n') == string_view::npos;
    if (given && same_line && goes_on(next) && is_capital(next) && word(next).kind == WordKind::word && !is_i(next))
      return false;                                                              // "Dana Smith"
    if (!given && at > 0 && goes_on(at) && is_others_surname(at)) return false;  // "Peter Wu"
    return region_->certain || next - at > 1 || !is_mere_word(at);
  }

  bool is_i(std::size_t at) const { return plain_[at] == "i"; }

  bool is_others_surname(std::size_t at) const {
    const std::size_t before = at - 1;
    if (gap_before(at).find('\n') != string_view::npos || !is_capital(before)) return false;
    if (word(before).kind != WordKind::word || is_title(fold(text(word(before))))) return false;
    const bool opens = before == 0 || word(before).is(sentence_start);
    return region_->fact || !opens || is_given_name(plain_[before]);
  }

  /// "Will you", "in May": a name that is used as a word.
  bool is_mere_word(std::size_t at) const {
    if (!words_too.holds(plain_[at]) && !months.holds(plain_[at])) return false;
    if (at + 1 < size() && span(word(at + 1)).begin == span(word(at)).end) return false;  // "May's"
    if (months.holds(plain_[at])) {
      const bool number_before = at > 0 && word(at - 1).kind == WordKind::number;
      const bool number_behind = at + 1 < size() && word(at + 1).kind == WordKind::number;
      if (number_before || number_behind || (at > 0 && before_months.holds(plain_[at - 1]))) return true;
    }
    const bool opens = at == 0 || word(at).is(sentence_start);
    return opens && at + 1 < size() && goes_on(at + 1) && behind_words.holds(plain_[at + 1]);
  }

  Match match_company(const Named& company, std::size_t at) const {
    Match best;
    if (word(at).kind != WordKind::word && word(at).kind != WordKind::number) return best;
    for (std::size_t i = 0; i < company.names.size(); ++i) {
      const std::size_t begin = span(word(at)).begin, end = end_of(company.names[i], begin);
      if (end <= best.end || end == begin) continue;
      best.pieces = {{NamePiece::Of::company, i, {begin, end}}};
      best.end = end;
      best.words = 0;
      while (at + best.words < size() && span(word(at + best.words)).begin < end) ++best.words;
    }
    return best;
  }

  /// Where the name ends that stands at byte `begin`, blanks of any length taken for one; `begin` where it does not.
  std::size_t end_of(string_view name, std::size_t begin) const {
    const string_view all = region_->text;
    std::size_t at = begin;
    for (std::size_t i = 0; i < name.size(); ++i) {
      if (at >= all.size()) return begin;
      if (name[i] != ' ') {
        if (all[at++] != name[i]) return begin;
        continue;
      }
      const std::size_t next = std::min(all.find_first_not_of(" \t\r\n", at), all.size());
      if (next == at || std::count(all.begin() + static_cast<std::ptrdiff_t>(at),
                                   all.begin() + static_cast<std::ptrdiff_t>(next), '\n') > 1)
        return begin;
      at = next;
    }
    if (at == all.size()) return at;
    const CodePoint behind = code_point_at(all, at);
    return is_letter(behind.point) || is_digit(behind.point) ? begin : at;
  }

  std::span<const Named> names_;
  std::vector<Mention>& found_;
  std::vector<Form> people_;  // beside names_, empty for a company
  const Region* region_ = nullptr;
  std::vector<std::string> plain_;  // the region's words, folded without accents
};

bool names_somebody(string_view key) {
  constexpr auto keys = std::to_array<string_view>({"to", "cc", "name", "company", "referred-by"});
  return std::any_of(keys.begin(), keys.end(), [&](string_view one) { return equal_folded(one, key); });
}

/// What is no text about anybody, or the writer's own.
bool is_passed_over(string_view key) {
  constexpr auto keys = std::to_array<string_view>({"from", "email", "ignore"});
  return std::any_of(keys.begin(), keys.end(), [&](string_view one) { return equal_folded(one, key); });
}

/// Values of facts, those of nested maps as well.
void look_in_values(Finder& finder, string_view text, const std::vector<Field>& entries, const Lexicon& lexicon) {
  for (const Field& field : entries) {
    for (const auto& map : field.children) look_in_values(finder, text, map, lexicon);
    if (is_passed_over(field.key)) continue;
    for (const FieldValue& value : field.values) {
      const string_view written = text.substr(value.span.begin, value.span.size());
      const std::vector<Word> words = split_words(written, {}, lexicon);
      Region region{text.substr(0, value.span.end), value.span.begin, words};
      region.fact = region.certain = names_somebody(field.key);
      region.single_quoted = written.starts_with('\'');
      finder.look(region);
    }
  }
}

bool is_told_of_people(string_view header) {
  constexpr auto headers = std::to_array<string_view>({"To", "Cc", "Subject"});
  return std::any_of(headers.begin(), headers.end(), [&](string_view one) { return equal_folded(one, header); });
}

}  // namespace

std::vector<Mention> find_mentions(const Note& note, std::span<const Named> names, const Lexicon& lexicon) {
  std::vector<Mention> found;
  if (names.empty()) return found;
  Finder finder(names, found);
  const string_view text = note.text();
  const auto look_in = [&](const Paragraph& paragraph, bool certain) {
    Region region{text.substr(0, paragraph.span.end), paragraph.span.begin, paragraph.content->words};
    region.certain = certain;
    finder.look(region);
  };
  look_in_values(finder, text, note.front_matter().entries, lexicon);
  std::vector<Field> headers;
  for (const Field& header : note.headers().entries)
    if (is_told_of_people(header.key)) headers.push_back(header);
  look_in_values(finder, text, headers, lexicon);
  for (const Part& part : note.parts()) {
    if (part.kind != PartKind::heading) continue;
    const std::vector<Word> words = split_words(note.text(part.span), {}, lexicon);
    finder.look({text.substr(0, part.span.end), part.span.begin, words});
  }
  if (note.greeting()) look_in(*note.greeting(), true);
  for (const Paragraph& paragraph : note.paragraphs()) look_in(paragraph, false);
  std::stable_sort(found.begin(), found.end(),
                   [](const Mention& a, const Mention& b) { return a.span().begin < b.span().begin; });
  return found;
}

std::vector<Mention> find_mentions(const InterviewFile& file, std::span<const Named> names, const Lexicon& lexicon) {
  std::vector<Mention> found;
  if (names.empty()) return found;
  Finder finder(names, found);
  look_in_values(finder, file.text, file.fields.entries, lexicon);
  std::stable_sort(found.begin(), found.end(),
                   [](const Mention& a, const Mention& b) { return a.span().begin < b.span().begin; });
  return found;
}

const Mention* mention_at(std::span<const Mention> mentions, std::size_t at) {
  const auto found = std::find_if(mentions.begin(), mentions.end(),
                                  [&](const Mention& one) { return one.span().begin <= at && at <= one.span().end; });
  return found == mentions.end() ? nullptr : &*found;
}

}  // namespace afterword
