#include <algorithm>
#include <array>

#include "rules/checks/checks.h"
#include "rules/checks/places.h"
#include "rules/engine/context.h"
#include "rules/engine/names.h"
#include "rules/engine/typing_slip.h"
#include "rules/note/personal_names.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text = "---\nto: Siobhan Daly\nkind: interview\n---\n\nDear Siobhan,\n\nYou and [[Siohban]]'s twin press ran all "
             "day.\n",
     .fixed = "---\nto: Siobhan Daly\nkind: interview\n---\n\nDear Siobhan,\n\nYou and Siobhan's twin press ran all "
              "day.\n"},
    {.text = "---\nto: Ines Prado\nkind: interview\n---\n\nDear Ines,\n\nThe letter is to Ines [[Pardo]] as it "
             "stands.\n",
     .fixed = "---\nto: Ines Prado\nkind: interview\n---\n\nDear Ines,\n\nThe letter is to Ines Prado as it "
              "stands.\n"},
    {.text =
         "---\nto: Marguerite Olsen\nkind: interview\n---\n\nDear [[Margueritte]],\n\nThank you for the two hours.\n",
     .fixed = "---\nto: Marguerite Olsen\nkind: interview\n---\n\nDear Marguerite,\n\nThank you for the two hours.\n"},
    {.text = "---\nto: Dana Wu\ncompany: Initech\nkind: interview\n---\n\nDear Dana,\n\nThank you for showing me how "
             "[[Initceh]] tests its printers.\n",
     .fixed = "---\nto: Dana Wu\ncompany: Initech\nkind: interview\n---\n\nDear Dana,\n\nThank you for showing me how "
              "Initech tests its printers.\n"},
    {.text = "---\nto: Siobhan Daly\nkind: interview\n---\n\nHi [[siobhan]],\n\nThank you for the two hours.\n",
     .fixed = "---\nto: Siobhan Daly\nkind: interview\n---\n\nHi Siobhan,\n\nThank you for the two hours.\n"},
};
constexpr std::string_view good[] = {
    "---\nto: Dean Smith\nkind: interview\n---\n\nDear Dean,\n\nThank you for the tour.\n",
    "---\nto: Helle Bang\nkind: interview\n---\n\nHello Helle,\n\nThank you for the tour.\n",
    "---\nto: Martin Keller\nkind: interview\n---\n\nDear Martin,\n\nYour colleague Martina showed me the wind tunnel, "
    "and Marten the fan.\n",
    "---\nto: Dana Wu, Head of Claims\nkind: interview\n---\n\nDear Dana,\n\nThe claims dashboard stayed with me.\n",
    "---\nto: Ines Raman\nkind: interview\n---\n\nDear Ines,\n\nYour raman spectra were the cleanest I have seen.\n",
    "---\nto: Dana Wu\ncompany: Initech\nkind: interview\n---\n\nDear Dana,\n\nThe mill came from Inotech in "
    "2019.\n",
    "---\nto: Zo\xC3\xAB Brandt\nkind: interview\n---\n\nDear Zoe,\n\nThank you for the two hours.\n",
    "---\nto: Dana Wu\ncompany: Orbit\nkind: interview\n---\n\nDear Dana,\n\nThank you for the data on the orbits of "
    "the old probes.\n",
    "---\nto: Mark Grant\nkind: interview\n---\n\nDear Mark,\n\nThank you for the word on the grant; it left its "
    "mark.\n",
    "---\nto: Dana Wu\ncompany: Initech\nkind: interview\n---\n\nDear Dana,\n\nYou asked why I left Inotech, my last "
    "employer.\n",
    "---\nto: Steven Adler\nkind: interview\n---\n\nDear Steve,\n\nThank you for the two hours.\n",
};

// A house that the writer tells of as their own, past or present: near in spelling, but another.
constexpr std::uint16_t own_house = 1;
constexpr Pattern patterns[] = {
    {"(left|leave|leaving|quit|joined|quitting) %name", own_house},
    {"(worked|employed|trained|apprenticed|interned|job|years|months|time|manager|engineer|nurse|shift|contract) "
     "(at|for|with|by|in) %name",
     own_house},
    {"(at|for|with|in) %name (i|we|my|our) (worked|ran|built|led|kept|managed|wrote|had|did|was|were|cut|trained|"
     "maintained|handled|served|sold|used|team|boss|manager|job)",
     own_house},
    {"%name (is|was)? (my|our) (last|former|previous|present|current|old|first|own)? (employer|company|firm|job|house|"
     "school|team|shop|client|place)",
     own_house},
    {"%name where (i|we) *", own_house},
    {"my (last|former|previous|present|current|old|first) (employer|company|firm|job|team|boss|shop) *1 %name",
     own_house},
};

bool is_own_house(const Context& context, Span word) {
  const auto hits = context.hits_around(word);
  return std::any_of(hits.begin(), hits.end(),
                     [&](const FoundPhrase& hit) { return hit.span.begin <= word.begin && word.end <= hit.span.end; });
}

/// Given names and surnames that are everyday words as well: in lower case they are the word.
constexpr auto also_words = std::to_array<std::string_view>(
    {"amber",      "art",       "baker",      "banks",   "bell",       "bill",     "bird",     "bishop",   "black",
     "brook",      "brooks",    "brown",      "carter",  "chase",      "church",   "clay",     "cliff",    "cook",
     "cooper",     "cross",     "daisy",      "dale",    "dawn",       "day",      "dean",     "drew",     "duke",
     "earl",       "faith",     "field",      "fields",  "fisher",     "forest",   "fox",      "frank",    "gene",
     "ginger",     "glen",      "grace",      "grant",   "gray",       "green",    "grey",     "guy",      "hall",
     "hazel",      "heather",   "hill",       "holly",   "hope",       "hunter",   "iris",     "ivy",      "jack",
     "joy",        "judge",     "june",       "king",    "lake",       "lance",    "lane",     "law",      "lily",
     "long",       "love",      "major",      "mark",    "marsh",      "mason",    "may",      "miles",    "mill",
     "miller",     "moore",     "nick",       "norm",    "north",      "olive",    "page",     "park",     "parks",
     "pat",        "pearl",     "penny",      "pierce",  "price",      "ray",      "reed",     "rich",     "river",
     "rivers",     "rob",       "robin",      "rock",    "rose",       "ruby",     "sage",     "sandy",    "sharp",
     "short",      "sky",       "small",      "smith",   "spring",     "stone",    "storm",    "sue",      "summer",
     "swift",      "taylor",    "tony",       "van",     "victor",     "violet",   "walker",   "ward",     "weaver",
     "west",       "white",     "will",       "wolf",    "wood",       "woods",    "young",    "april",    "august",
     "autumn",     "hugh",      "rusty",      "trip",    "marina",     "melody",   "serene",   "sunny",    "meridian",
     "orbit",      "grid",      "bright",     "works",   "systems",    "data",     "health",   "group",    "energy",
     "bank",       "hospital",  "school",     "college", "university", "tours",    "media",    "labs",     "design",
     "council",    "museum",    "primary",    "academy", "services",   "partners", "digital",  "global",   "national",
     "angel",      "basil",     "buck",       "carol",   "chance",     "charity",  "cherry",   "chip",     "christian",
     "clementine", "constance", "coral",      "crystal", "curt",       "denim",    "eve",      "felicity", "flora",
     "gill",       "harry",     "herb",       "honor",   "honour",     "jade",     "jasmine",  "jean",     "jordan",
     "josh",       "lavender",  "liberty",    "martini", "mercy",      "merry",    "misty",    "opal",     "paris",
     "patience",   "poppy",     "prudence",   "raven",   "rod",        "roman",    "rosemary", "rusty",    "sandy",
     "sapphire",   "sherry",    "skip",       "sonny",   "sterling",   "tad",      "tiffany",  "toby",     "topaz",
     "trinity",    "verity",    "wellington", "wren"});

bool is_also_a_word(std::string_view folded, const Lexicon& lexicon) {
  return lexicon.form_of(folded) != 0 || std::find(also_words.begin(), also_words.end(), folded) != also_words.end();
}

/// One word of a known name.
struct Known {
  std::string_view word;
  std::string folded;
  const Origin* origin;
  bool company;
  bool given;        ///< what the person is called by
  std::size_t name;  ///< which name it is a word of
};

std::vector<Known> known_words(const Facts& facts) {
  std::vector<Known> known;
  std::size_t count = 0;
  auto add = [&](std::string_view name, const Origin& origin, bool company) {
    const std::string_view given = given_name_of(name);
    for (std::string_view word : name_words(name))
      if (is_capitalised(word) && code_points(word) >= 3)
        known.push_back({word, fold_plain(word), &origin, company, word == given, count});
    ++count;
  };
  for (const Person& person : facts.to) add(without_post(person.name), person.origin, false);
  for (const Person& person : facts.others) add(without_post(person.name), person.origin, false);
  if (facts.referred_by) add(without_post(facts.referred_by->name), facts.referred_by->origin, false);
  for (const auto& company : facts.company) add(company.value, company.origin, true);
  return known;
}

/// The writer's own name is theirs to spell.
bool names_writer(const Facts& facts, std::string_view folded) {
  if (!facts.from) return false;
  auto words = name_words(facts.from->name);
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return fold_plain(word) == folded; });
}

/// A word in its place: of the salutation, or of the body.
struct Place {
  std::string_view written;
  const Word& word;
  bool in_greeting;
  std::string before;  ///< the word before it, folded without accents; empty in the salutation
  std::string after;   ///< the word behind it, likewise
};

/// In lower case a surname is a word more often than not: "the raman signal"; behind a title it is the name.
bool is_name_in_lower_case(const Place& place, const Known& one, const std::vector<Known>& known) {
  if (place.in_greeting || one.given || is_title(place.before)) return true;
  return std::any_of(known.begin(), known.end(), [&](const Known& other) {
    return other.name == one.name && other.given && other.folded == place.before;
  });
}

/// In the body a name close to a known one may be another person's or firm's: only a slip of the finger that makes no
/// other name is surely this one.
bool is_surely(const Place& place, const Known& one, const std::vector<Known>& known) {
  const auto is_of_it = [&](const Known& other, std::string_view word) {
    return &other != &one && other.name == one.name && other.folded == word;
  };
  // "Zielona Energa", "Tesell Looms": the rest of the company's name beside it says which is meant.
  if (one.company && std::any_of(known.begin(), known.end(), [&](const Known& other) {
        return (&other < &one && is_of_it(other, place.before)) || (&other > &one && is_of_it(other, place.after));
      }))
    return true;
  const Slip slip = typing_slip(place.written, one.word);
  const std::string folded = fold_plain(place.written);
  // "Initec": in a note to a company a name that lacks its last letter is that one's.
  constexpr std::size_t long_name = 6;
  if (one.company && one.folded.size() >= long_name && folded.size() + 1 == one.folded.size() &&
      one.folded.starts_with(folded))
    return !is_given_name(folded);
  const bool slipped = slip != Slip::none && (slip != Slip::clipped || one.company);
  if (slipped && (one.given || one.company || slip == Slip::swapped)) return !is_given_name(folded);
  // "Ines Olson" for Ines Olsen: the given name beside it says who is meant.
  return !one.company && !one.given && std::any_of(known.begin(), known.end(), [&](const Known& other) {
    return other.name == one.name && other.given && other.folded == place.before;
  });
}

/// The known word that this one was meant to be, or null.
const Known* meant_by(const Context& context, const Place& place, const std::vector<Known>& known) {
  const auto& [written, word, in_greeting, before, after] = place;
  std::string folded = fold_plain(written);
  for (const Known& one : known) {
    if (one.folded != folded) continue;
    // A firm's name in lower case is a word more often than not: "the bus", "in orbit".
    if (is_capitalised(written) || one.company || is_also_a_word(folded, context.lexicon) || code_points(written) < 4)
      return nullptr;
    // "el-Sayed" and "El-Sayed" are one name: particles are written either way.
    return folded.find('-') == std::string::npos && is_name_in_lower_case(place, one, known) ? &one : nullptr;
  }
  if (!in_greeting && (!word.is(capitalised) || word.form != 0)) return nullptr;
  // There any word has a capital: the next one must go on with the name.
  const auto goes_on = [&](const Known& one) {
    const Known* const next = &one + 1;
    return next != known.data() + known.size() && next->name == one.name && next->folded == place.after;
  };
  const Known* found = nullptr;
  for (const Known& one : known) {
    if (in_greeting && one.company) continue;
    if (word.is(sentence_start) && !in_greeting && !goes_on(one)) continue;
    if (!is_near_miss(written, one.word, in_greeting) || (!in_greeting && !is_surely(place, one, known))) continue;
    if (!in_greeting && one.company && is_also_a_word(one.folded, context.lexicon)) continue;
    if (found && found->folded != one.folded) return nullptr;  // near two names: neither for certain
    found = &one;
  }
  return found && names_writer(context.facts, folded) ? nullptr : found;
}

/// Most words of a body can't be a name gone wrong; told without folding them.
bool worth_comparing(const Word& word, std::string_view written, const std::vector<Known>& known) {
  if (word.is(capitalised)) {
    // Nobody mistypes a first letter but by swapping it with the second.
    const auto letter = [](char c) { return static_cast<unsigned char>(c) | 0x20u; };
    const auto may_begin = [&](const Known& one) {
      const auto first = letter(written[0]), known_first = letter(one.word[0]), known_second = letter(one.word[1]);
      return first == known_first || first == known_second || (first | known_first | known_second) >= 0x80;
    };
    return word.form == 0 && std::any_of(known.begin(), known.end(), may_begin);
  }
  return std::any_of(known.begin(), known.end(), [&](const Known& one) {
    return one.word.size() == written.size() &&
           (static_cast<unsigned char>(written[0]) >= 0x80 || (written[0] | 0x20) == (one.word[0] | 0x20));
  });
}

/// Whether it may be written without anybody looking: where it can be nothing else.
bool is_certain(const Place& place, const Known& meant) {
  if (!place.in_greeting) return meant.company && typing_slip(place.written, meant.word) == Slip::swapped;
  if (meant.origin->path.empty() || meant.folded == fold_plain(place.written)) return true;
  const Slip slip = typing_slip(place.written, meant.word);
  return slip != Slip::none && slip != Slip::clipped && !is_given_name(fold_plain(place.written));
}

/// The user has said that it is spelled so.
bool is_users_word(const Context& context, std::string_view written) {
  if (!context.settings || context.settings->words.empty()) return false;
  const auto& words = context.settings->words;
  return std::find(words.begin(), words.end(), fold(written)) != words.end();
}

void report(const Context& context, Findings& findings, const Place& place, Span span, const Known& meant) {
  Finding& finding =
      findings.add(span, "\"" + std::string(context.text(span)) + "\" looks like a slip for " +
                             std::string(meant.word) + ". People notice their own name first, so spell it as they do.");
  Fix fix;
  fix.title = "Write " + std::string(meant.word);
  fix.preferred = true;
  fix.safe = is_certain(place, meant);
  fix.edits.push_back({span, std::string(meant.word), ""});
  finding.fixes.push_back(std::move(fix));
  finding.related.push_back({*meant.origin, meant.company ? "the company" : "the name as the facts have it"});
}

void look_through(const Context& context, const Paragraph& paragraph, bool in_greeting, const std::vector<Known>& known,
                  Findings& findings) {
  if (in_greeting && context.salutation.generic) return;  // "Dear Data Team" is no slip for Dana
  const std::span<const Word> words = paragraph.content->words;
  auto text = [&](std::size_t i) { return context.text(words[i].span().shifted(paragraph.span.begin)); };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    if (word.kind != WordKind::word || word.end - word.begin < 3) continue;
    Span span = word.span().shifted(paragraph.span.begin);
    if (in_greeting && (span.begin < context.salutation.names.begin || may_go_on(context, span))) continue;
    std::string_view written = text(i);
    if (!in_greeting && !worth_comparing(word, written, known)) continue;
    if (in_greeting && (word.form != 0 || !is_letter(code_point_at(written, 0).point)) && !is_capitalised(written))
      continue;
    Place place{written, word, in_greeting, "", ""};
    if (!in_greeting && i > 0 && !word.is(after_comma)) place.before = fold_plain(text(i - 1));
    if (!in_greeting && i + 1 < words.size() && !words[i + 1].is(after_comma)) place.after = fold_plain(text(i + 1));
    const Known* meant = meant_by(context, place, known);
    if (!meant || (meant->company && is_own_house(context, span)) || context.note.is_unfinished(span.end)) continue;
    if (is_users_word(context, written)) continue;
    report(context, findings, place, span, *meant);
  }
}

void check(const Context& context, Findings& findings) {
  auto known = known_words(context.facts);
  if (known.empty()) return;
  if (context.note.greeting()) look_through(context, *context.note.greeting(), true, known, findings);
  for (const Paragraph& paragraph : context.note.paragraphs()) look_through(context, paragraph, false, known, findings);
}

}  // namespace

const Rule name_misspelt_rule{
    .id = "name-misspelt",
    .summary = "A known person's or company's name is written with a slip.",
    .why = "A misspelt name is seen before anything else in the note, and by the one person whom it must not meet.",
    .severity = always(Severity::error),
    .sources = "D",
    .fix = "Replaces it by the name as the facts have it.",
    .bad = bad,
    .good = good,
    .patterns = patterns,
    .check = check,
    .any_language = true,
};

}  // namespace afterword
