#include "rules/spelling/slips.h"

#include <algorithm>
#include <array>
#include <utility>

#include "rules/spelling/trade_words.h"

namespace afterword::spelling {

namespace {

using std::string_view;

constexpr string_view vowels = "aeiouy";
bool is_vowel(char c) { return vowels.find(c) != string_view::npos; }

/// Consonants that are taken for one another: they sound alike, or lie side by side on the keyboard.
bool may_be_taken_for(char a, char b) {
  constexpr auto pairs =
      std::to_array<string_view>({"cs", "ck", "sz", "gj", "fv", "mn", "dt", "st", "bv", "xc", "cv", "vb", "bn", "sd",
                                  "df", "fg", "gh", "hj", "jk", "kl", "qw", "rt", "rl", "td", "kq", "zx", "ct"});
  return std::any_of(pairs.begin(), pairs.end(), [&](string_view pair) {
    return (pair[0] == a && pair[1] == b) || (pair[0] == b && pair[1] == a);
  });
}

/// Tries spellings one after the other until it has enough.
class Search {
 public:
  Search(string_view word, const Knows& knows, std::size_t most) : word_(word), knows_(knows), most_(most) {}

  std::vector<std::string> sure() {
    doubles();
    swaps();
    return std::move(found_);
  }
  std::vector<std::string> all() {
    doubles();
    swaps();
    if (!found_.empty()) return std::move(found_);
    other_vowels();
    vowels_more_or_less();
    consonants();
    return std::move(found_);
  }

 private:
  bool enough() const { return found_.size() >= most_; }
  void offer(const std::string& made) {
    if (enough() || made == word_ || std::find(found_.begin(), found_.end(), made) != found_.end()) return;
    if (knows_(made)) found_.push_back(made);
  }
  std::string with(std::size_t at, char c) const {
    std::string made(word_);
    made[at] = c;
    return made;
  }
  std::string without(std::size_t at) const { return std::string(word_).erase(at, 1); }
  std::string put_in(std::size_t at, char c) const { return std::string(word_).insert(at, 1, c); }

  void swaps() {
    for (std::size_t i = 0; i + 1 < word_.size() && !enough(); ++i) {
      std::string made(word_);
      std::swap(made[i], made[i + 1]);
      offer(made);
    }
  }
  void doubles() {
    for (std::size_t i = 1; i < word_.size() && !enough(); ++i) {
      if (word_[i] == word_[i - 1]) offer(without(i));
      offer(put_in(i, word_[i]));
    }
  }
  void other_vowels() {
    for (std::size_t i = 1; i < word_.size() && !enough(); ++i)
      if (is_vowel(word_[i]))
        for (char c : vowels) offer(with(i, c));
  }
  void vowels_more_or_less() {
    for (std::size_t i = 1; i <= word_.size() && !enough(); ++i) {
      if (i < word_.size() && is_vowel(word_[i])) offer(without(i));
      for (char c : vowels) offer(put_in(i, c));
    }
  }
  void consonants() {
    for (std::size_t i = 1; i <= word_.size() && !enough(); ++i)
      for (char c = 'b'; c <= 'z'; ++c) {
        if (is_vowel(c)) continue;
        offer(put_in(i, c));
        if (i < word_.size() && !is_vowel(word_[i]) && may_be_taken_for(word_[i], c)) offer(with(i, c));
      }
  }

  string_view word_;
  const Knows& knows_;
  std::size_t most_;
  std::vector<std::string> found_;
};

/// Slips that are known for what they are, many of them with two letters wrong; some dictionaries hold a rare word
/// that is spelled so. Sorted by the slip.
constexpr auto well_known = std::to_array<std::pair<string_view, string_view>>({
    {"accomodate", "accommodate"},
    {"accomodation", "accommodation"},
    {"acheivment", "achievement"},
    {"adn", "and"},
    {"aknowledge", "acknowledge"},
    {"alot", "a lot"},
    {"aparently", "apparently"},
    {"appologise", "apologise"},
    {"appologize", "apologize"},
    {"arent", "aren't"},
    {"assesment", "assessment"},
    {"basicly", "basically"},
    {"beacuse", "because"},
    {"becasue", "because"},
    {"becuase", "because"},
    {"bizzare", "bizarre"},
    {"calender", "calendar"},
    {"choosen", "chosen"},
    {"collegue", "colleague"},
    {"collegues", "colleagues"},
    {"comittee", "committee"},
    {"commitee", "committee"},
    {"concensus", "consensus"},
    {"couldnt", "couldn't"},
    {"definately", "definitely"},
    {"definatly", "definitely"},
    {"didnt", "didn't"},
    {"dissapoint", "disappoint"},
    {"dissapointed", "disappointed"},
    {"doesnt", "doesn't"},
    {"dont", "don't"},
    {"embarassed", "embarrassed"},
    {"entrepeneur", "entrepreneur"},
    {"exitement", "excitement"},
    {"expierence", "experience"},
    {"foward", "forward"},
    {"grammer", "grammar"},
    {"greatful", "grateful"},
    {"greatfull", "grateful"},
    {"hadnt", "hadn't"},
    {"hasnt", "hasn't"},
    {"havent", "haven't"},
    {"hte", "the"},
    {"inspite", "in spite"},
    {"intrest", "interest"},
    {"intrested", "interested"},
    {"intresting", "interesting"},
    {"isnt", "isn't"},
    {"jsut", "just"},
    {"konw", "know"},
    {"liason", "liaison"},
    {"maintainance", "maintenance"},
    {"maintainence", "maintenance"},
    {"maintenence", "maintenance"},
    {"millenium", "millennium"},
    {"occassion", "occasion"},
    {"occurance", "occurrence"},
    {"opurtunity", "opportunity"},
    {"particularily", "particularly"},
    {"particurly", "particularly"},
    {"priviledge", "privilege"},
    {"priviledged", "privileged"},
    {"probly", "probably"},
    {"pronounciation", "pronunciation"},
    {"publically", "publicly"},
    {"questionaire", "questionnaire"},
    {"reccomend", "recommend"},
    {"reccomended", "recommended"},
    {"refering", "referring"},
    {"relevent", "relevant"},
    {"schedual", "schedule"},
    {"sended", "sent"},
    {"shouldnt", "shouldn't"},
    {"sincerly", "sincerely"},
    {"speaked", "spoke"},
    {"succesful", "successful"},
    {"succesfull", "successful"},
    {"taht", "that"},
    {"teached", "taught"},
    {"teh", "the"},
    {"thankfull", "thankful"},
    {"thats", "that's"},
    {"theres", "there's"},
    {"theyre", "they're"},
    {"theyve", "they've"},
    {"thier", "their"},
    {"thinked", "thought"},
    {"thsi", "this"},
    {"tommorow", "tomorrow"},
    {"tommorrow", "tomorrow"},
    {"truely", "truly"},
    {"wasnt", "wasn't"},
    {"werent", "weren't"},
    {"wether", "whether"},
    {"weve", "we've"},
    {"whats", "what's"},
    {"wich", "which"},
    {"wiht", "with"},
    {"wouldnt", "wouldn't"},
    {"writed", "wrote"},
    {"writting", "writing"},
    {"youll", "you'll"},
    {"youre", "you're"},
    {"youve", "you've"},
    {"yuo", "you"},
});
static_assert(std::is_sorted(well_known.begin(), well_known.end()));

/// Behind these a word is as good as it was alone.
constexpr auto prefixes = std::to_array<string_view>(
    {"anti", "auto",  "cross", "cyber", "hyper", "inter", "mega",  "meta", "micro", "mini",  "mis",
     "mono", "multi", "nano",  "non",   "out",   "over",  "post",  "pre",  "pro",   "quasi", "re",
     "self", "semi",  "sub",   "super", "tele",  "trans", "ultra", "un",   "under", "up"});

constexpr std::size_t least_part = 4;  // letters; of shorter ones many a slip is made: "als" and "o"

}  // namespace

std::vector<std::string> words_near(string_view word, const Knows& knows, std::size_t most) {
  return Search(word, knows, most).all();
}

bool is_sure_slip(string_view word, const Knows& knows) { return !Search(word, knows, 1).sure().empty(); }

string_view well_known_slip(string_view word) {
  const auto found = std::lower_bound(well_known.begin(), well_known.end(), word,
                                      [](const auto& entry, string_view other) { return entry.first < other; });
  return found != well_known.end() && found->first == word ? found->second : string_view();
}

bool is_trade_word(string_view word) {
  const auto listed = [](string_view base) {
    return trade_words.find(" " + std::string(base) + " ") != string_view::npos;
  };
  if (listed(word)) return true;
  for (string_view ending : {"s", "es", "d", "ed", "ing", "r", "er", "ers", "rs", "less"}) {
    if (!word.ends_with(ending) || word.size() < ending.size() + 3) continue;
    const string_view base = word.substr(0, word.size() - ending.size());
    if (listed(base) || (ending == "ing" && listed(std::string(base) + "e"))) return true;
    // "gitting", "refactored": a consonant that the verb doubles.
    if (base[base.size() - 1] == base[base.size() - 2] && listed(base.substr(0, base.size() - 1))) return true;
  }
  return false;
}

bool is_made_of_known(string_view word, const Knows& knows) {
  for (string_view prefix : prefixes) {
    if (!word.starts_with(prefix) || word.size() < prefix.size() + least_part) continue;
    const string_view rest = word.substr(prefix.size());
    if (knows(rest) || is_trade_word(rest)) return true;
  }
  for (std::size_t i = least_part; i + least_part <= word.size(); ++i)
    if (word.substr(i) != "full" && knows(word.substr(0, i)) && knows(word.substr(i))) return true;
  return false;
}

}  // namespace afterword::spelling
