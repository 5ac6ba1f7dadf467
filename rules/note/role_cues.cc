#include "rules/note/role_cues.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <string>
#include <vector>

#include "rules/note/role_patterns.h"
#include "rules/note/word_classes.h"

namespace afterword {
namespace {

constexpr std::uint64_t bit(Cue cue) { return std::uint64_t{1} << static_cast<unsigned>(cue); }
static_assert(static_cast<unsigned>(Cue::count_) <= 64);

std::vector<Pattern> all_patterns() {
  std::vector<Pattern> made;
  for (const auto& list : {talk_patterns(), plan_patterns(), self_patterns(), news_patterns(), harm_patterns()})
    for (const CuePatterns& group : list)
      for (std::string_view text : group.patterns) made.push_back({text, static_cast<std::uint16_t>(group.cue)});
  return made;
}

const std::vector<Pattern>& shared_patterns() {
  static const std::vector<Pattern> made = all_patterns();
  return made;
}

/// The place of a class among word_classes(), which a lexicon for this classifier begins with.
std::size_t place_of(std::string_view name) {
  const auto classes = word_classes();
  const auto found =
      std::find_if(classes.begin(), classes.end(), [&](const WordClass& one) { return one.name == name; });
  assert(found != classes.end());
  return static_cast<std::size_t>(found - classes.begin());
}

/// The classes that reading asks for.
struct Classes {
  std::size_t month = place_of("month");
  std::size_t weekday = place_of("weekday");
  std::size_t soon = place_of("soon");
  std::size_t said = place_of("said");
  std::size_t degree = place_of("degree");
  std::size_t modal = place_of("modal");
  std::size_t have = place_of("have");
  std::size_t would = place_of("would");
  std::size_t will = place_of("will");
  std::size_t generic = place_of("generic");
  std::size_t plain = place_of("plain");
  std::size_t past = place_of("past_irregular");
  std::size_t work = place_of("work_verb");
  std::size_t number = place_of("number_word");
  std::size_t react = place_of("react_verb");
  std::size_t result = place_of("result_verb");
  std::size_t plain_act = place_of("plain_act");
  std::size_t occasion = place_of("occasion");
  std::size_t thank = place_of("thank");
  std::size_t back = place_of("back");

  static const Classes& shared() {
    static const Classes made;
    return made;
  }
};

/// The words that reading asks for. They are the first class of word_classes(), and a lexicon numbers words as they
/// come, from 1: looking them up for each sentence took as long as looking up the sentence's own words.
struct Forms {
  Form i = 1, you = 2, your = 3, my = 4, me = 5, if_ = 6, should = 7, we = 8, for_ = 9;

  explicit Forms(const Lexicon& lexicon) {
    assert(lexicon.form_of("i") == i && lexicon.form_of("your") == your && lexicon.form_of("for") == for_);
    static_cast<void>(lexicon);
  }
};

/// Reads from the words what no pattern tells.
class WordReader {
 public:
  WordReader(const SentenceView& sentence, const Lexicon& lexicon)
      : text_(sentence.paragraph), words_(sentence.words), lexicon_(lexicon), c_(Classes::shared()), f_(lexicon) {}

  bool refers_back() const {
    for (std::size_t i = 0; i < words_.size(); ++i)
      if (is(i, c_.back)) return true;
    return false;
  }

  std::uint64_t run() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (i > 0 && breaks_before(i)) clause_ends(i);
      one(i);
    }
    clause_ends(words_.size());
    if (own_past_) set(Cue::own_past);
    if (specifics_ > 1) set(Cue::specific);  // a soft one counts 1, a hard one 2
    if (words_.size() > 22) set(Cue::long_sentence);
    if (!words_.empty()) opening();
    return bits_;
  }

 private:
  void set(Cue cue) { bits_ |= bit(cue); }
  bool is(std::size_t i, std::size_t word_class) const {
    return i < words_.size() && words_[i].form != 0 && lexicon_.is(words_[i].form, word_class);
  }
  std::string_view raw(std::size_t i) const { return text_.substr(words_[i].begin, words_[i].end - words_[i].begin); }

  /// "told", "sketched": a past form, by list or ending.
  bool is_past(std::size_t i) const {
    if (i >= words_.size() || words_[i].kind != WordKind::word) return false;
    if (is(i, c_.past) || is(i, c_.said) || is(i, c_.work)) return true;
    const std::string_view word = raw(i);
    return word.size() > 4 && word.ends_with("ed") && !word.ends_with("eed");
  }

  /// A semicolon, colon or dash stands before the word.
  bool breaks_before(std::size_t i) const {
    if (!words_[i].is(after_comma)) return false;
    const std::string_view gap = text_.substr(words_[i - 1].end, words_[i].begin - words_[i - 1].end);
    return gap.find_first_of(";:") != std::string_view::npos;
  }
  void one(std::size_t i);
  void subject(std::size_t i);
  void opening();
  void clause_ends(std::size_t i);
  void thanked(std::size_t i);
  bool names_act(std::size_t what) const;
  bool about_follows(std::size_t from) const;
  bool is_specific(std::size_t i) const;
  bool is_soft(std::size_t i) const;

  std::string_view text_;
  std::span<const Word> words_;
  const Lexicon& lexicon_;
  const Classes& c_;
  Forms f_;
  std::uint64_t bits_ = 0;
  int specifics_ = 0;
  int clause_ = 0;              ///< how many clauses came before
  int clause_specifics_ = 0;    ///< in the clause being read, split at semicolons and colons
  bool clause_reader_ = false;  ///< it speaks of "you"
  bool own_past_ = false;
  bool clause_own_ = false;
};

bool WordReader::is_specific(std::size_t i) const {
  const Word& word = words_[i];
  switch (word.kind) {
    case WordKind::link:
    case WordKind::code:
      return true;
    case WordKind::slot:
      return false;
    case WordKind::number: {
      // A date or an hour says when, not what.
      const bool dated =
          (i > 0 && (is(i - 1, c_.month) || raw(i - 1) == "at" || raw(i - 1) == "the")) || is(i + 1, c_.month);
      return !dated;
    }
    case WordKind::word:
      break;
  }
  if (is(i, c_.plain) || is(i, c_.generic) || is(i, c_.month) || is(i, c_.weekday) || is(i, c_.soon)) return false;
  if (raw(i) == "s" || raw(i).size() < 2) return false;
  // "forty minutes" says how long.
  if (is(i, c_.number) && i + 1 < words_.size() && (raw(i + 1) == "minutes" || raw(i + 1) == "hours")) return false;
  // A name between commas is spoken to: "Many thanks, Shirin, for ..."
  if (word.is(capitalised) && word.is(after_comma) && (i + 1 >= words_.size() || words_[i + 1].is(after_comma)))
    return false;
  return true;
}

/// An unknown word that by its ending is an adjective or adverb, or that stands before one for a whole trade ("the
/// retail industry"), colours a sentence without making it specific.
bool WordReader::is_soft(std::size_t i) const {
  if (words_[i].kind != WordKind::word || words_[i].is(capitalised) || words_[i].is(has_inner_mark)) return false;
  constexpr std::array<std::string_view, 6> trades = {"industry", "sector",   "field",
                                                      "market",   "business", "profession"};
  if (i + 1 < words_.size() && std::find(trades.begin(), trades.end(), raw(i + 1)) != trades.end()) return true;
  const std::string_view word = raw(i);
  constexpr std::array<std::string_view, 8> endings = {"ly", "ful", "ive", "ous", "able", "ible", "ed", "est"};
  return word.size() > 4 &&
         std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
}

void WordReader::subject(std::size_t i) {
  std::size_t verb = i + 1;
  while (is(verb, c_.degree)) ++verb;
  if (words_[i].form == f_.you) {
    set(Cue::has_you);
    const bool of_me = verb + 1 < words_.size() && raw(verb) == "thought";  // "I'd be glad if you thought of me"
    if (is_past(verb) && !is(verb, c_.would) && !of_me) set(Cue::you_past);
    if (is(verb, c_.have) && (is_past(verb + 1))) set(Cue::you_past);
  } else if (words_[i].form == f_.i) {
    set(Cue::has_first);
    if (is(verb, c_.will))
      set(Cue::first_future);
    else if (is(verb, c_.would))
      set(Cue::first_would);
    else if (is_past(verb) || (is(verb, c_.have) && is_past(verb + 1))) {
      set(Cue::first_past);
      const std::size_t main = is(verb, c_.have) ? verb + 1 : verb;
      if (!is(main, c_.react) && !is(main, c_.result)) own_past_ = true;
    } else
      set(Cue::first_present);
  }
}

void WordReader::one(std::size_t i) {
  const Word& word = words_[i];
  if (word.kind == WordKind::link) set(Cue::link);
  if (word.kind == WordKind::slot) set(Cue::slot);
  if (word.kind == WordKind::number || is(i, c_.number)) set(Cue::number);
  if (is(i, c_.weekday) || is(i, c_.soon) || (is(i, c_.month) && word.is(capitalised))) set(Cue::date);
  if (word.kind == WordKind::number && i > 0 && raw(i - 1) == "the" && raw(i).size() <= 4) set(Cue::date);
  if (word.is(in_quotes)) set(Cue::quoted);
  if (word.form == f_.i || word.form == f_.you) subject(i);
  if (word.form == f_.your) set(Cue::has_your);
  if (word.form == f_.my || word.form == f_.me || word.form == f_.we) set(Cue::has_first);
  if (word.form == f_.if_ || (word.form == f_.should && word.is(sentence_start))) set(Cue::conditional);
  const bool unknown_name = word.is(capitalised) && !lexicon_.is_basic(word.form) && word.kind == WordKind::word;
  if (unknown_name && !word.is(sentence_start)) set(Cue::name);
  if (unknown_name && is(i + 1, c_.said) && !is(i + 2, c_.modal)) set(Cue::third_said);
  if (is_specific(i)) {
    specifics_ += is_soft(i) ? 1 : 2;
    // A year or a sum answers alone: "You asked when I left: it was in 2019".
    clause_specifics_ += word.kind == WordKind::number ? 2 : 1;
  }
  if (word.form == f_.you || word.form == f_.your) clause_reader_ = true;
  if (word.form == f_.i || word.form == f_.my || word.form == f_.we) clause_own_ = true;
  if (is(i, c_.thank)) thanked(i);
}

/// A later clause without "you" tells something of its own: "You asked which case I meant; it is Adeyemi v Harrow".
void WordReader::clause_ends(std::size_t) {
  if (clause_ > 0 && !clause_reader_ && clause_specifics_ > 1) {
    set(Cue::news_after);
    if (clause_own_) set(Cue::own_after);
  }
  ++clause_;
  clause_reader_ = clause_own_ = false;
  clause_specifics_ = 0;
}

/// What the thanks are for: one named act, or the occasion itself.
void WordReader::thanked(std::size_t i) {
  for (std::size_t k = i + 1; k < words_.size() && k < i + 6; ++k) {
    if (words_[k].form != f_.for_) continue;
    if (names_act(k + 1)) return set(Cue::thanks_act);
    // "Thanks for the hour, and for asking me in Portuguese"
    for (std::size_t next = k + 2; next + 1 < words_.size() && next < k + 40; ++next)
      if (words_[next].form == f_.for_ && raw(next + 1).size() > 4 && raw(next + 1).ends_with("ing") &&
          names_act(next + 1))
        return set(Cue::thanks_act);
    return set(Cue::thanks_plain);
  }
}

/// Whether the words after "for" are an act: not the occasion, nor kindness.
bool WordReader::names_act(std::size_t what) const {
  if (what >= words_.size()) return false;  // "Thanks for" ends here
  // "for being straight with me about the shifts"
  if (raw(what) == "being") return what + 2 < words_.size() && about_follows(what + 2);
  for (std::size_t end = what + 4; what < end && what < words_.size(); ++what) {
    // "for answering my question about the night bus"
    if (raw(what) == "answering" && about_follows(what + 1)) return true;
    if (is(what, c_.plain_act) || is(what, c_.occasion)) return false;
    if (raw(what) == "giving") continue;  // "for giving me the chance"
    if (raw(what).size() > 4 && raw(what).ends_with("ing")) return true;
  }
  return true;
}

bool WordReader::about_follows(std::size_t from) const {
  for (std::size_t k = from; k < words_.size() && k < from + 4; ++k)
    if (raw(k) == "about") return true;
  return false;
}

void WordReader::opening() {
  if (words_[0].form == f_.your) set(Cue::starts_your);
  if (words_[0].form == f_.you) set(Cue::starts_you);
  if (words_[0].form == f_.my) set(Cue::starts_my);
  if (raw(0).ends_with("ing")) set(Cue::starts_verb_ing);
}

}  // namespace

const CueClassifier& CueClassifier::standard() {
  static const CueClassifier made;
  return made;
}

std::span<const Pattern> CueClassifier::patterns() const { return shared_patterns(); }

SentenceCues CueClassifier::read(const SentenceView& sentence, const Lexicon& lexicon) const {
  SentenceCues cues;
  for (const Hit& hit : sentence.hits)
    if (hit.owner == cues_owner) cues.bits |= std::uint64_t{1} << hit.tag;
  WordReader words(sentence, lexicon);
  cues.bits |= words.run();
  cues.refers_back = words.refers_back();
  if (sentence.sentence.mark == '?') cues.bits |= bit(Cue::question);
  weigh(cues);
  return cues;
}

}  // namespace afterword
