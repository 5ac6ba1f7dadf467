#include "rules/note/personal_names.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "rules/note/given_names.h"
#include "rules/note/nicknames.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

using std::string_view;

constexpr auto titles = std::to_array<string_view>(
    {"aunt",  "avv",     "bishop",     "brother",      "canon",         "captain",    "chef",      "cllr",
     "coach", "colonel", "councillor", "dame",         "deacon",        "dhr",        "dipl.-ing", "doctor",
     "dott",  "dr",      "dra",        "eng",          "engr",          "father",     "frau",      "herr",
     "herrn", "imam",    "ing",        "judge",        "lady",          "lieutenant", "lord",      "m",
     "madam", "mag",     "major",      "mevrouw",      "miss",          "mme",        "mr",        "mrs",
     "ms",    "mx",      "nurse",      "pan",          "pani",          "pastor",     "prof",      "professor",
     "rabbi", "rev",     "reverend",   "se\xC3\xB1or", "se\xC3\xB1ora", "sergeant",   "sir",       "sister",
     "sr",    "sra",     "uncle"});

constexpr auto particles = std::to_array<string_view>({"al",        "ap", "bin", "da",  "de", "del", "della", "der",
                                                       "di",        "do", "dos", "du",  "el", "ibn", "la",    "le",
                                                       "n\xC3\xAD", "ni", "van", "von", "zu", "ten", "ter",   "den"});

}  // namespace

bool is_title(string_view folded) { return std::find(titles.begin(), titles.end(), folded) != titles.end(); }

string_view without_title(string_view name) {
  name = trim(name);
  for (;;) {
    auto space = name.find(' ');
    if (space == string_view::npos) return name;
    std::string word = fold(name.substr(0, space));
    if (!word.empty() && word.back() == '.') word.pop_back();
    if (!is_title(word)) return name;
    name = trim(name.substr(space));
  }
}

string_view given_name_of(string_view name) {
  name = without_title(name);
  if (auto comma = name.find(','); comma != string_view::npos)  // "Wu, Dana"; "Dana Wu, PhD" has two words before it
    if (trim(name.substr(0, comma)).find(' ') == string_view::npos) name = trim(name.substr(comma + 1));
  return name.substr(0, std::min(name.find(' '), name.size()));
}

string_view surname_of(string_view name) {
  name = without_title(name);
  if (auto comma = name.find(','); comma != string_view::npos) name = trim(name.substr(0, comma));
  auto space = name.rfind(' ');
  if (space == string_view::npos) return name;
  std::size_t begin = space + 1;
  while (begin > 1) {  // "van der Berg": particles belong to the surname
    auto before = name.rfind(' ', begin - 2);
    std::size_t start = before == string_view::npos ? 0 : before + 1;
    if (start == 0) break;
    std::string word = fold(name.substr(start, begin - 1 - start));
    if (std::find(particles.begin(), particles.end(), word) == particles.end()) break;
    begin = start;
  }
  return name.substr(begin);
}

std::vector<string_view> name_words(string_view name) {
  std::vector<string_view> words;
  name = without_title(name);
  for (std::size_t at = 0; at < name.size();) {
    std::size_t end = std::min(name.find_first_of(" \t\r\n/", at), name.size());
    string_view word = name.substr(at, end - at);
    while (!word.empty() && string_view("*_(\"'").find(word.front()) != string_view::npos) word.remove_prefix(1);
    while (!word.empty() && string_view(",.:;!*_)\"").find(word.back()) != string_view::npos) word.remove_suffix(1);
    if (code_points(word) >= 2 && !is_title(fold(word))) words.push_back(word);
    at = end + 1;
  }
  return words;
}

string_view without_post(string_view name) {
  name = without_title(name);
  for (string_view mark : {"(", "|", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " at "})
    name = trim(name.substr(0, name.find(mark)));
  auto comma = name.find(',');
  if (comma == string_view::npos) return name;
  string_view front = trim(name.substr(0, comma)), back = trim(name.substr(comma + 1));
  if (front.find(' ') != string_view::npos) return front;
  for (const string_view word : name_words(back))  // "Dana, Head of Claims"; but "Berg, Henk van der" is one name
    if (word == "of" || word == "for" || word == "and" || word == "at") return front;
  return name;
}

namespace {

using Nickname = std::pair<string_view, string_view>;  // the full name, the short form

/// Sorted.
const std::vector<Nickname>& known_nicknames() {
  static const auto known = [] {
    std::vector<Nickname> made;
    for (string_view rest = nicknames; !rest.empty();) {
      const auto end = rest.find(';'), colon = rest.find(':');
      const string_view full = trim(rest.substr(0, colon));
      string_view briefs = trim(rest.substr(colon + 1, end - colon - 1));
      while (!briefs.empty()) {
        const auto space = std::min(briefs.find(' '), briefs.size());
        made.emplace_back(full, briefs.substr(0, space));
        briefs = trim(briefs.substr(space));
      }
      rest = trim(rest.substr(end + 1));
    }
    std::sort(made.begin(), made.end());
    return made;
  }();
  return known;
}

/// Sorted, nicknames and what they are short for among them.
std::vector<string_view> read_given_names() {
  std::vector<string_view> names;
  for (string_view rest = given_names; !rest.empty();) {
    const auto end = std::min(rest.find(' '), rest.size());
    if (end > 0) names.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  for (const auto& [full, brief] : known_nicknames()) {
    names.push_back(full);
    names.push_back(brief);
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

bool is_given_name(string_view folded) {
  static const std::vector<string_view> names = read_given_names();
  return folded.size() >= 5 && std::binary_search(names.begin(), names.end(), folded);
}

bool nickname_of(string_view a, string_view b) {
  const auto& known = known_nicknames();
  const auto holds = [&](string_view full, string_view brief) {
    return std::binary_search(known.begin(), known.end(), Nickname(full, brief));
  };
  if (holds(a, b) || holds(b, a)) return true;
  // A clipped name: "Sam" for "Samira", "Alex" for "Aleksander" by three letters or more.
  auto clipped = [](string_view full, string_view brief) {
    return brief.size() >= 3 && full.size() > brief.size() + 1 && full.starts_with(brief);
  };
  return clipped(a, b) || clipped(b, a);
}

std::string fold_spelt_out(string_view name) {
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    auto [point, size] = code_point_at(name, at);
    switch (point) {
      case 0xE4:
      case 0xC4:
        out += "ae";
        break;
      case 0xF6:
      case 0xD6:
      case 0xF8:
      case 0xD8:
        out += "oe";
        break;
      case 0xFC:
      case 0xDC:
        out += "ue";
        break;
      case 0xE5:
      case 0xC5:
        out += "aa";
        break;
      default:
        out += name.substr(at, size);
    }
    at += size;
  }
  return fold_plain(out);
}

NameForm::NameForm(string_view name) {
  const string_view bare = without_title(name);
  titled_ = bare.size() < trim(name).size();
  is_single_ = trim(bare).find(' ') == string_view::npos;
  const std::string folded = fold_plain(name);
  latin_ = std::any_of(folded.begin(), folded.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  for (const string_view word : name_words(name)) words_.push_back({fold_plain(word), fold_spelt_out(word)});
}

bool NameForm::holds(string_view plain) const {
  return std::any_of(words_.begin(), words_.end(), [&](const Word& word) {
    if (word.plain == plain || nickname_of(word.plain, plain) || word.spelt_out == plain) return true;
    for (string_view part = word.plain; part.find('-') != string_view::npos;) {  // "Hye-jin", "Bevan-Jones": a half
      const auto dash = part.find('-');
      if (part.substr(0, dash) == plain || part.substr(dash + 1) == plain) return true;
      part.remove_prefix(dash + 1);
    }
    return false;
  });
}

bool NameForm::may_be_part_of(const NameForm& name) const {
  return !words_.empty() && std::all_of(words_.begin(), words_.end(), [&](const Word& word) {
    return name.holds(word.plain) || name.holds(word.spelt_out);
  });
}

bool NameForm::cannot_compare(bool titled, const NameForm& name) const {
  return latin_ != name.latin_ || (name.is_single_ && name.titled_ != titled);
}

bool may_be_one_person(const NameForm& a, const NameForm& b) {
  return a.may_be_part_of(b) || b.may_be_part_of(a) || a.cannot_compare(a.titled_, b) || b.cannot_compare(b.titled_, a);
}

bool may_mean(string_view greeted, string_view name) {
  const NameForm known(name);
  return known.holds(fold_plain(greeted)) || known.holds(fold_spelt_out(greeted));  // "Müller" for "Mueller"
}

namespace {

/// First letters of a name's words, folded; of a double name both: "hj" for "Hye-jin".
std::string initials_of(string_view name) {
  std::string letters;
  bool at_start = true;
  for (const char c : fold_plain(without_title(name))) {
    if (c >= 'a' && c <= 'z') {
      if (at_start) letters += c;
      at_start = false;
    } else {
      at_start = c == ' ' || c == '-' || c == '.';
    }
  }
  return letters;
}

bool is_initial(string_view word) { return word.size() == 1 || (word.size() == 2 && word[1] == '.'); }

}  // namespace

bool may_greet(string_view greeted, string_view name) {
  if (may_mean(greeted, name)) return true;
  for (string_view honour : {"-san", "-sama", "-sensei", "-kun", "-ji", "-nim"})
    if (greeted.ends_with(honour)) return may_mean(greeted.substr(0, greeted.size() - honour.size()), name);
  // "Al-Masri" for Yusuf Al Masri
  if (const auto dash = greeted.find('-'); dash != string_view::npos && dash > 0 && dash + 1 < greeted.size())
    if (may_mean(greeted.substr(0, dash), name) && may_mean(greeted.substr(dash + 1), name)) return true;
  const std::string asked = fold_plain(greeted), letters = initials_of(name);
  if (asked.empty() || letters.empty()) return false;
  // "D" or "W" for Dana Wu; "JC" for Juan Carlos Ruiz.
  if (asked.size() == 1 && letters.find(asked) != std::string::npos) return true;
  if (asked.size() >= 2 && asked.size() <= 3 && fold(greeted) != greeted &&
      std::none_of(greeted.begin(), greeted.end(), [](char c) { return c >= 'a' && c <= 'z'; }) &&
      (letters.starts_with(asked) || (asked.front() == letters.front() && asked.back() == letters.back())))
    return true;
  const string_view given = given_name_of(name);
  return is_initial(given) && fold_plain(given).front() == asked.front();
}

bool cannot_compare(string_view greeted, bool titled, string_view name) {
  return NameForm(greeted).cannot_compare(titled, NameForm(name));
}

bool may_be_same_name(string_view written, string_view name) {
  return NameForm(written).may_be_part_of(NameForm(name));
}

}  // namespace afterword
