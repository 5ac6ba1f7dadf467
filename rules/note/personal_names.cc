#include "rules/note/personal_names.h"

#include <algorithm>
#include <array>
#include <string>

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

}  // namespace afterword
