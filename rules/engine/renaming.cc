#include "rules/engine/renaming.h"

#include <algorithm>

#include "rules/engine/names.h"
#include "rules/note/personal_names.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

using std::string_view;
using Strings = std::vector<std::string>;

constexpr string_view curly_apostrophe = "\xE2\x80\x99";

Strings split(string_view text) {
  Strings words;
  for (text = trim(text); !text.empty();) {
    const std::size_t end = std::min(text.find(' '), text.size());
    words.emplace_back(text.substr(0, end));
    text = trim(text.substr(end));
  }
  return words;
}

std::string join(const Strings& words) {
  std::string all;
  for (const std::string& word : words)
    if (!word.empty()) all += (all.empty() ? "" : " ") + word;
  return all;
}

bool is_mark_of_name(string_view text, std::size_t at, Named::Type type) {
  constexpr string_view of_person = " -'.", of_company = " -'.&+/()!";
  if (text.substr(at).starts_with(curly_apostrophe)) return true;
  return (type == Named::Type::person ? of_person : of_company).find(text[at]) != string_view::npos;
}

bool is_combining(std::int32_t point) { return point >= 0x300 && point <= 0x36F; }

bool begins_with_title(string_view name) { return without_title(name).size() < name.size(); }

bool ends_in_s(string_view word) { return word.ends_with('s') || word.ends_with('S'); }

/// Doubles what would close a YAML value in single quotation marks.
std::string escaped(std::string text, bool single_quoted) {
  for (std::size_t at = 0; single_quoted && (at = text.find('\'', at)) != std::string::npos; at += 2)
    text.insert(at, 1, '\'');
  return text;
}

}  // namespace

std::string fault_of_name(string_view name, Named::Type type) {
  constexpr std::size_t most = 100;
  const bool person = type == Named::Type::person;
  if (name.find_first_of("\r\n") != string_view::npos) return "A name stands on one line.";
  name = trim(name);
  if (name.empty()) return "The new name is empty.";
  if (code_points(name) > most) return "This is longer than names are.";
  bool letters = false;
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint point = code_point_at(name, at);
    const bool letter = is_letter(point.point), digit = is_digit(point.point);
    letters = letters || letter;
    if (!letter && !is_combining(point.point) && !(digit && !person) && !is_mark_of_name(name, at, type))
      return "\"" + std::string(name) + "\" is no name: " +
             (person ? "a person's holds letters, blanks, hyphens, apostrophes and full stops."
                     : "a company's holds letters, digits, blanks and - ' . & + / ( ) !");
    at += point.size;
  }
  const std::int32_t first = code_point_at(name, 0).point;
  if (!letters) return "\"" + std::string(name) + "\" is no name: it holds no letter.";
  if (!is_letter(first) && !(!person && is_digit(first)))
    return "\"" + std::string(name) + "\" is no name: it does not begin with a letter.";
  if (is_template_name(name)) return "\"" + std::string(name) + "\" stands in templates and is nobody's name.";
  if (person && begins_with_title(name)) return "Write the name without its title; titles stay as they are.";
  return {};
}

Renaming::Renaming(const Named& who, const Mention& at, string_view name) {
  if (who.type == Named::Type::company)
    rename_company(who, at.pieces.front().index, trim(name));
  else
    rename_person(who, at, trim(name));
}

/// A longer name of the company follows the shorter that it begins with, and the other way round: with "Initech" goes
/// "Initech GmbH".
void Renaming::rename_company(const Named& company, std::size_t index, string_view name) {
  const string_view old = company.names[index];
  for (const std::string& other : company.names) {
    std::string made = other;
    if (other == old) {
      made = name;
    } else if (other.starts_with(std::string(old) + " ")) {
      made = std::string(name) + other.substr(old.size());
    } else if (old.starts_with(other + " ")) {
      const std::size_t rest = split(old.substr(other.size())).size();
      Strings words = split(name);
      if (words.size() > rest) words.resize(words.size() - rest);
      made = join(words);
    }
    company_.push_back(std::move(made));
  }
}

void Renaming::rename_person(const Named& person, const Mention& at, string_view name) {
  const NameWords old = words_of_name(person.names[0]);
  given_before_ = old.given.size();
  had_surname_ = !old.surname.empty();
  by_index_ = given_ = old.given;
  surname_ = join(old.surname);
  std::vector<std::size_t> held;  // given names
  bool surname_held = false;
  for (const NamePiece& piece : at.pieces)
    if (piece.of == NamePiece::Of::given)
      held.push_back(piece.index);
    else
      surname_held = true;
  Strings given = split(name), surname;
  const bool whole = given_before_ > 0 && held.size() == given_before_ && (surname_held || !had_surname_);
  const bool both = !held.empty() && surname_held;
  const auto take_off = [](Strings& from, const Strings& rest, bool behind) {
    if (rest.empty() || from.size() <= rest.size()) return;
    const auto begin = behind ? from.end() - static_cast<std::ptrdiff_t>(rest.size()) : from.begin();
    if (std::equal(rest.begin(), rest.end(), begin))
      from.erase(begin, begin + static_cast<std::ptrdiff_t>(rest.size()));
  };
  if (whole || both) {
    NameWords words = words_of_name(name);
    given = std::move(words.given);
    surname = std::move(words.surname);
    surname_ = join(surname);
  } else if (surname_held) {
    take_off(given, old.given, false);  // all of the name was typed, though only the surname was asked for
    surname_ = join(given);
    return;
  } else {
    take_off(given, old.surname, true);
  }
  // Word for word where there are as many; else the first takes all, and of a whole name the first of them.
  const bool one_by_one = given.size() == held.size();
  for (std::size_t i = 0; i < held.size(); ++i) {
    const std::size_t index = held[i];
    given_[index] = one_by_one ? given[i] : i == 0 ? join(given) : "";
    by_index_[index] = one_by_one ? given[i] : i > 0 || given.empty() ? "" : whole || both ? given[0] : join(given);
  }
}

/// What its given names become; empty where it has none, or the new name has none.
std::string Renaming::given_of(const Mention& mention) const {
  Strings words;
  bool surname = false;
  for (const NamePiece& piece : mention.pieces)
    if (piece.of == NamePiece::Of::given)
      words.push_back(by_index_[piece.index]);
    else
      surname = true;
  if (words.empty()) return {};
  // A whole name is the new one whole; a first name alone stays one name.
  if (words.size() == given_before_ && (surname || mention.fact || given_before_ > 1)) return join(given_);
  const std::string made = join(words);
  return made.empty() ? join(given_) : made;
}

std::string Renaming::surname_of(const Mention& mention) const {
  const bool has_given = mention.pieces.front().of == NamePiece::Of::given;
  const bool has_surname = mention.pieces.back().of == NamePiece::Of::surname;
  if (has_surname) return surname_.empty() && !has_given ? join(given_) : surname_;
  // Who had one name only is called by both where the facts say who they are.
  return mention.fact && !had_surname_ ? surname_ : std::string();
}

void Renaming::add_edits(const Mention& mention, string_view text, std::vector<Edit>& edits) const {
  const std::size_t before = edits.size();
  const auto replace = [&](Span span, const std::string& by) {
    std::string made = escaped(by, mention.single_quoted);
    if (text.substr(span.begin, span.size()) != made) edits.push_back({span, std::move(made), ""});
  };
  const auto first_surname = std::find_if(mention.pieces.begin(), mention.pieces.end(),
                                          [](const NamePiece& piece) { return piece.of == NamePiece::Of::surname; });
  const bool has_given = first_surname != mention.pieces.begin(), has_surname = first_surname != mention.pieces.end();
  if (mention.pieces.front().of == NamePiece::Of::company) {
    replace(mention.span(), company_[mention.pieces.front().index]);
  } else {
    const std::string given = given_of(mention), surname = surname_of(mention);
    if (has_given == given.empty() || has_surname == surname.empty()) {
      replace(mention.span(), join({given, surname}));
    } else {
      if (has_given) replace({mention.span().begin, std::prev(first_surname)->span.end}, given);
      if (has_surname) replace({first_surname->span.begin, mention.span().end}, surname);
    }
  }
  // "James' plan" becomes "Dana's plan".
  const std::size_t end = mention.span().end;
  if (edits.size() == before || edits.back().span.end != end || mention.quoted) return;
  if (!ends_in_s(text.substr(0, end)) || ends_in_s(edits.back().text)) return;
  const string_view rest = text.substr(end);
  const std::size_t mark = rest.starts_with('\'')               ? 1
                           : rest.starts_with(curly_apostrophe) ? curly_apostrophe.size()
                                                                : 0;
  if (mark == 0 || (mark < rest.size() && is_letter(code_point_at(rest, mark).point))) return;
  edits.push_back({{end + mark, end + mark}, "s", ""});
}

std::vector<Edit> Renaming::edits(std::span<const Mention> mentions, std::size_t who, string_view text) const {
  std::vector<Edit> made;
  for (const Mention& mention : mentions)
    if (mention.who == who) add_edits(mention, text, made);
  return made;
}

}  // namespace afterword
