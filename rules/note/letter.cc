#include "rules/note/letter.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "rules/note/unicode.h"

namespace afterword {

namespace {

using std::string_view;
constexpr auto none = string_view::npos;

template <std::size_t n>
bool in(const std::array<string_view, n>& sorted, string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

constexpr auto openers =
    std::to_array<string_view>({"bonjour",     "bonsoir",     "buenas",       "buenos",     "buongiorno",
                                "cara",        "caro",        "cher",         "chers",      "ch\xC3\xA8re",
                                "czesc",       "dear",        "dearest",      "drogi",      "droga",
                                "egregio",     "estimada",    "estimado",     "estimados",  "geachte",
                                "gentile",     "god",         "good",         "greetings",  "gr\xC3\xBC\xC3\x9F",
                                "guten",       "hallo",       "hei",          "hej",        "hello",
                                "hey",         "hi",          "hiya",         "hola",       "howdy",
                                "k\xC3\xA6re", "k\xC3\xA4ra", "kj\xC3\xA6re", "liebe",      "lieber",
                                "madame",      "monsieur",    "morning",      "ol\xC3\xA1", "prezada",
                                "prezado",     "respected",   "querida",      "querido",    "salut",
                                "sehr",        "szanowna",    "szanowny",     "szanowni",   "beste",
                                "yo",          "kia",         "aloha",        "namaste",    "shalom",
                                "salaam",      "merhaba",     "ahoj",         "sawubona",   "jambo",
                                "mabuhay",     "talofa",      "bula",         "vanakkam",   "selamat"});

/// After these a second word belongs to the opener: "good morning", "to whom", "sehr geehrte".
constexpr auto two_word_openers =
    std::to_array<string_view>({"buenas", "buenos", "god", "good", "guten", "kia", "sehr", "selamat"});

/// Words that a closing formula is made of; the heads alone already close.
constexpr auto closing_heads = std::to_array<string_view>({"amicalement",
                                                           "atentamente",
                                                           "best",
                                                           "br",
                                                           "bien",
                                                           "bye",
                                                           "cheers",
                                                           "ciao",
                                                           "cordialement",
                                                           "cordially",
                                                           "cordiali",
                                                           "cumprimentos",
                                                           "faithfully",
                                                           "fondly",
                                                           "gracias",
                                                           "gratefully",
                                                           "greetings",
                                                           "groet",
                                                           "groeten",
                                                           "gru\xC3\x9F",
                                                           "gr\xC3\xBC\xC3\x9F",
                                                           "gr\xC3\xBC\xC3\x9F"
                                                           "e",
                                                           "gr\xC3\xBC\xC3\x9F"
                                                           "en",
                                                           "h\xC3\xA4lsning",
                                                           "h\xC3\xA4lsningar",
                                                           "hilsen",
                                                           "hilsener",
                                                           "love",
                                                           "mvh",
                                                           "obrigada",
                                                           "obrigado",
                                                           "pozdrawiam",
                                                           "regards",
                                                           "respectfully",
                                                           "rgds",
                                                           "saludo",
                                                           "saludos",
                                                           "saluti",
                                                           "salutations",
                                                           "sincerely",
                                                           "thanks",
                                                           "thx",
                                                           "truly",
                                                           "warmly",
                                                           "warmest",
                                                           "wishes",
                                                           "yours"});
constexpr auto closing_thanks = std::to_array<string_view>({"appreciation", "gratitude", "thank", "thanks", "thx"});
constexpr auto closing_fillers =
    std::to_array<string_view>({"a",        "again",      "all",     "always",        "amical",         "and",
                                "as",       "atento",     "beste",   "bestem",        "cordial",        "cordiales",
                                "deepest",  "ever",       "for",     "freundliche",   "freundlichem",   "freundlichen",
                                "friendly", "from",       "great",   "hearty",        "herzliche",      "herzlichen",
                                "in",       "kind",       "kindest", "liebe",         "lieben",         "many",
                                "med",      "meilleures", "met",     "mit",           "most",           "much",
                                "my",       "now",        "of",      "schöne",        "sch\xC3\xB6nen", "sincere",
                                "so",       "the",        "un",      "v\xC3\xA4nlig", "v\xC3\xA4nliga", "venlig",
                                "vennlig",  "very",       "viele",   "vielen",        "vriendelijke",   "warm",
                                "warmest",  "with",       "you",     "your",          "yours"});
constexpr auto closing_whole = std::to_array<string_view>({"all the best",
                                                           "be well",
                                                           "bien a vous",
                                                           "bis bald",
                                                           "every good wish",
                                                           "have a good one",
                                                           "keep well",
                                                           "many thanks in advance",
                                                           "see you",
                                                           "see you soon",
                                                           "speak soon",
                                                           "stay well",
                                                           "take care",
                                                           "talk soon",
                                                           "until soon",
                                                           "until then",
                                                           "until next time",
                                                           "with all good wishes",
                                                           "xo",
                                                           "xoxo",
                                                           "z powazaniem",
                                                           "best of luck",
                                                           "so long",
                                                           "in gratitude",
                                                           "with gratitude"});

struct Token {
  string_view text;
  std::size_t end = 0;  // byte after it
};

/// Words with their trailing marks off; what counts is the words.
std::vector<Token> words_of(string_view line) {
  std::vector<Token> words;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = std::min(line.find_first_of(" \t\r\n", at), line.size());
    string_view word = line.substr(at, end - at);
    while (!word.empty() && string_view(",.!:;*_-").find(word.back()) != none) word.remove_suffix(1);
    while (!word.empty() && string_view("*_~(").find(word.front()) != none) word.remove_prefix(1);
    if (!word.empty() && word != "/" && word != "\xE2\x80\x93" && word != "\xE2\x80\x94") words.push_back({word, end});
    at = end + 1;
  }
  return words;
}

/// Binary searches need sorted tables; written by meaning above, sorted here once.
template <std::size_t n>
std::array<string_view, n> sorted(std::array<string_view, n> table) {
  std::sort(table.begin(), table.end());
  return table;
}
const auto sorted_openers = sorted(openers);
const auto sorted_two = sorted(two_word_openers);
const auto sorted_heads = sorted(closing_heads);
const auto sorted_thanks = sorted(closing_thanks);
const auto sorted_fillers = sorted(closing_fillers);
const auto sorted_whole = sorted(closing_whole);

string_view first_line(string_view block) {
  return block.substr(0, std::min(block.find_first_of("\r\n"), block.size()));
}

bool ends_openly(string_view line) {
  if (line.empty()) return false;
  if (string_view(",:;!-").find(line.back()) != none) return true;
  return line.ends_with("\xE2\x80\x93") || line.ends_with("\xE2\x80\x94");
}

bool name_like(string_view word) {
  constexpr auto particles =
      std::to_array<string_view>({"al", "ap",  "bin", "da", "de",  "del", "der", "di", "do",  "dos", "du", "e",
                                  "el", "ibn", "la",  "le", "van", "von", "y",   "zu", "and", "&",   "+"});
  return is_capitalised(word) || std::find(particles.begin(), particles.end(), word) != particles.end();
}

/// "Hello, Dana." and "Good morning, Ms. Wu.": an opener and a name, whatever mark stands behind them.
bool only_names_follow(const std::vector<Token>& words, string_view first) {
  const std::size_t opener = in(sorted_two, first) ? 2 : 1;
  return words.size() > opener && words.size() <= opener + 3 &&
         std::all_of(words.begin() + static_cast<std::ptrdiff_t>(opener), words.end(),
                     [](const Token& word) { return is_capitalised(word.text); });
}

/// "Happy New Year, Dana!" greets by a wish: where it ends, names and all, or 0 where it is none.
std::size_t end_of_wish(string_view line) {
  std::size_t at = 0;
  for (string_view wish : {"happy new year", "merry christmas", "happy christmas", "happy easter", "happy holidays",
                           "happy monday", "happy friday", "season's greetings"})
    if (starts_with_folded(line, wish)) at = wish.size();
  if (at == 0) return 0;
  if (starts_with_folded(line.substr(at), " to you")) at += 7;
  if (starts_with_folded(line.substr(at), ",")) ++at;
  const std::size_t end = std::min(line.find_first_of(",!:", at), line.size());
  auto names = words_of(line.substr(at, end - at));
  if (names.empty() || names.size() > 4) return 0;
  if (!std::all_of(names.begin(), names.end(), [](const Token& w) { return name_like(w.text); })) return 0;
  return std::min(end + 1, line.size());
}

}  // namespace

namespace {

bool is_repeated_opener(string_view folded) { return folded == "dear" || folded == "hello" || folded == "hi"; }

}  // namespace

Span find_greeting(string_view block) {
  string_view line = trim(first_line(block));
  if (line.empty()) return {};
  std::size_t begin = static_cast<std::size_t>(line.data() - block.data());
  bool alone = trim(block).size() == line.size();
  auto words = words_of(line);
  if (words.empty()) return {};
  std::string first = fold(words[0].text);
  if (std::size_t end = end_of_wish(line); end > 0) return {begin, begin + end};
  bool opener = in(sorted_openers, first);
  const std::string second = words.size() > 2 ? fold(words[1].text) : "";
  if (first == "my" && (second == "dear" || second == "dearest") && name_like(words[2].text)) opener = true;
  if (starts_with_folded(line, "to whom")) opener = true;
  if (first == "to" && alone && words.size() <= 6 && ends_openly(line)) opener = true;
  Span whole{begin, begin + line.size()};
  if (!opener) {  // a bare name: "Ray,"
    auto comma = line.find(',');
    bool short_open =
        ends_openly(line) && words.size() <= 4 && !(comma != none && comma + 1 < line.size() && words.size() > 3);
    if (short_open && std::all_of(words.begin(), words.end(), [](const Token& w) { return name_like(w.text); }) &&
        is_capitalised(words[0].text) && !in(sorted_heads, first))
      return whole;
    constexpr auto groups =
        std::to_array<string_view>({"all", "everyone", "everybody", "team", "folks", "sirs", "sir", "madam"});
    if (short_open && words.size() <= 3 && std::find(groups.begin(), groups.end(), first) != groups.end()) return whole;
    return {};
  }
  if (first == "beste" && words.size() > 1 && in(sorted_heads, fold(words[1].text))) return {};  // a closing, in German
  bool question = line.ends_with("?") || (line.ends_with(".") && !(alone && only_names_follow(words, first)));
  if (words.size() <= 12 && !question && (ends_openly(line) || alone)) {
    // "Hi Dana, good to meet you today!" goes on; a salutation alone may hold a comma only before more names.
    auto comma = line.find(',');
    bool goes_on = comma != none && comma + 1 < line.size();
    if (goes_on) {
      auto rest = words_of(line.substr(comma + 1));
      // "Dear Dr. Wu, dear Luis,": each name with an opener of its own.
      goes_on = !std::all_of(rest.begin(), rest.end(),
                             [](const Token& w) { return name_like(w.text) || is_repeated_opener(fold(w.text)); });
    }
    if (!goes_on) return whole;
  }
  std::size_t least = in(sorted_two, first) ? 2 : 1;
  for (std::size_t i = 0; i < line.size(); ++i) {  // inline: up to the first mark that ends a salutation
    bool mark = line[i] == ',' || line[i] == '!' || line[i] == ':' || (line[i] == '-' && i > 0 && line[i - 1] == ' ') ||
                line.substr(i, 3) == "\xE2\x80\x93" || line.substr(i, 3) == "\xE2\x80\x94";
    if (!mark) continue;
    auto head = words_of(line.substr(0, i));
    if (head.size() < least || head.size() > 6) return {};
    return {begin, begin + i + (line[i] == ',' || line[i] == '!' || line[i] == ':' ? 1 : 0)};
  }
  return words.size() <= 4 && alone ? whole : Span{};
}

bool is_closing(string_view line, bool& needs_name) {
  needs_name = false;
  line = trim(line);
  if (line.empty() || line.size() > 60 || line.ends_with("?")) return false;
  auto words = words_of(line);
  if (words.empty() || words.size() > 7) return false;
  std::string joined;
  bool head = false, thanks = false, known = true;
  for (const Token& word : words) {
    std::string folded = fold(word.text);
    joined += (joined.empty() ? "" : " ") + folded;
    bool is_thanks = in(sorted_thanks, folded);
    bool is_head = in(sorted_heads, folded);
    thanks = thanks || is_thanks;
    head = head || is_head || is_thanks;
    known = known && (is_head || is_thanks || in(sorted_fillers, folded));
  }
  if (in(sorted_whole, joined) || joined.starts_with("all the best") || joined.starts_with("greetings from ") ||
      joined.starts_with("until "))
    return words.size() <= 5;
  if (!known || !head) return false;
  needs_name = thanks && !line.ends_with(",");
  return true;
}

Span closing_before_name(string_view line) {
  string_view bare = trim(line);
  auto comma = bare.find(',');
  if (comma == none || comma + 1 >= bare.size()) return {};
  bool needs_name = false;
  if (!is_closing(bare.substr(0, comma + 1), needs_name) || !is_name_line(bare.substr(comma + 1))) return {};
  std::size_t begin = static_cast<std::size_t>(bare.data() - line.data());
  return {begin, begin + comma + 1};
}

bool is_name_line(string_view line) {
  line = trim(line);
  for (string_view dash : {"- ", "-", "\xE2\x80\x93 ", "\xE2\x80\x94 ", "\xE2\x80\x94", "\xE2\x80\x93", "/", "~"})
    if (line.starts_with(dash)) {
      line = trim(line.substr(dash.size()));
      break;
    }
  if (line.empty() || line.size() > 60 || line.ends_with("?") || line.ends_with(":") || line.ends_with("!"))
    return false;
  auto words = words_of(line);
  if (words.empty() || words.size() > 5) return false;
  if (line.ends_with(".") && words.size() == 1 && words[0].text.size() > 2) return false;
  if (line.ends_with(",")) return false;
  return is_capitalised(words[0].text) && is_letter(code_point_at(words[0].text, 0).point) &&
         std::all_of(words.begin(), words.end(), [](const Token& w) { return name_like(w.text); });
}

bool leads_in_draft(string_view block) {
  constexpr std::size_t longest = 200;
  if (block.size() > longest) return false;
  const std::string folded = fold(block);
  const auto says = [&](string_view words) { return folded.find(words) != std::string::npos; };
  // "Here's a warmer draft:", "Sure, this one sounds warmer:"
  const bool hands_over = says("here's ") || says("here\xE2\x80\x99s ") || says("here is ") || says("below is ");
  bool obliges = false;
  for (string_view word : {"sure", "certainly", "of course", "absolutely"})
    obliges = obliges || (folded.starts_with(word) && string_view(",!. \xE2").find(folded[word.size()]) != none);
  if (obliges && folded.ends_with(":")) return true;
  if (!hands_over && !obliges) return false;
  constexpr auto things = std::to_array<string_view>({" version", " draft", " rewrite", " revision", " email",
                                                      " e-mail", " note", " message", " letter", " template"});
  return std::any_of(things.begin(), things.end(), says);
}

bool opens_postscript(string_view line) {
  std::string folded = fold(trim(line).substr(0, 6));
  for (string_view opening : {"p.s.", "p.s", "ps:", "ps.", "ps ", "ps,", "pps", "p.p.s", "p. s.", "nb:"})
    if (folded.starts_with(opening)) return true;
  return false;
}

}  // namespace afterword
