#include "rules/note/role_cues.h"

#include <string>
#include <vector>

#include "rules/note/role_patterns.h"

namespace afterword {
namespace {

constexpr std::uint64_t bit(Cue cue) { return std::uint64_t{1} << static_cast<unsigned>(cue); }
static_assert(static_cast<unsigned>(Cue::count_) <= 64);

/// A set of cues, for reading.
struct Set {
  std::uint64_t bits = 0;
  bool has(Cue cue) const { return (bits & bit(cue)) != 0; }
  template <typename... Cues>
  bool any(Cues... cues) const {
    return (bits & (bit(cues) | ...)) != 0;
  }
};

std::vector<Pattern> all_patterns() {
  std::vector<Pattern> made;
  for (const auto& list : {talk_patterns(), plan_patterns(), self_patterns(), harm_patterns()})
    for (const CuePatterns& group : list)
      for (std::string_view text : group.patterns) made.push_back({text, static_cast<std::uint16_t>(group.cue)});
  return made;
}

const std::vector<Pattern>& shared_patterns() {
  static const std::vector<Pattern> made = all_patterns();
  return made;
}

/// The classes that reading asks for, looked up once a lexicon.
struct Classes {
  explicit Classes(const Lexicon& lexicon)
      : month(lexicon.class_named("month")), weekday(lexicon.class_named("weekday")), soon(lexicon.class_named("soon")),
        said(lexicon.class_named("said")), degree(lexicon.class_named("degree")), modal(lexicon.class_named("modal")),
        have(lexicon.class_named("have")), would(lexicon.class_named("would")), will(lexicon.class_named("will")),
        generic(lexicon.class_named("generic")), plain(lexicon.class_named("plain")),
        past(lexicon.class_named("past_irregular")), work(lexicon.class_named("work_verb")),
        number(lexicon.class_named("number_word")), i(lexicon.form_of("i")), you(lexicon.form_of("you")),
        your(lexicon.form_of("your")), my(lexicon.form_of("my")), me(lexicon.form_of("me")), if_(lexicon.form_of("if")),
        should(lexicon.form_of("should")), we(lexicon.form_of("we")) {}

  std::size_t month, weekday, soon, said, degree, modal, have, would, will, generic, plain, past, work, number;
  Form i, you, your, my, me, if_, should, we;
};

/// Reads from the words what no pattern tells.
class WordReader {
 public:
  WordReader(const SentenceView& sentence, const Lexicon& lexicon, const Classes& classes)
      : text_(sentence.paragraph), words_(sentence.words), lexicon_(lexicon), c_(classes) {}

  std::uint64_t run() {
    for (std::size_t i = 0; i < words_.size(); ++i) one(i);
    if (specifics_ > 0) set(Cue::specific);
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

  void one(std::size_t i);
  void subject(std::size_t i);
  void opening();
  bool is_specific(std::size_t i) const;

  std::string_view text_;
  std::span<const Word> words_;
  const Lexicon& lexicon_;
  const Classes& c_;
  std::uint64_t bits_ = 0;
  int specifics_ = 0;
};

bool WordReader::is_specific(std::size_t i) const {
  const Word& word = words_[i];
  switch (word.kind) {
    case WordKind::link:
    case WordKind::code: return true;
    case WordKind::slot: return false;
    case WordKind::number: {
      // A date or an hour says when, not what.
      const bool dated = (i > 0 && (is(i - 1, c_.month) || raw(i - 1) == "at" || raw(i - 1) == "the")) || is(i + 1, c_.month);
      return !dated;
    }
    case WordKind::word: break;
  }
  if (is(i, c_.plain) || is(i, c_.generic) || is(i, c_.month) || is(i, c_.weekday) || is(i, c_.soon)) return false;
  if (raw(i) == "s" || raw(i).size() < 2) return false;
  // A name between commas is spoken to: "Many thanks, Shirin, for ..."
  if (word.is(capitalised) && word.is(after_comma) && (i + 1 >= words_.size() || words_[i + 1].is(after_comma)))
    return false;
  return true;
}

void WordReader::subject(std::size_t i) {
  std::size_t verb = i + 1;
  while (is(verb, c_.degree)) ++verb;
  if (words_[i].form == c_.you) {
    set(Cue::has_you);
    if (is_past(verb) && !is(verb, c_.would)) set(Cue::you_past);
    if (is(verb, c_.have) && (is_past(verb + 1))) set(Cue::you_past);
  } else if (words_[i].form == c_.i) {
    set(Cue::has_first);
    if (is(verb, c_.will)) set(Cue::first_future);
    else if (is(verb, c_.would)) set(Cue::first_would);
    else if (is_past(verb) || (is(verb, c_.have) && is_past(verb + 1))) set(Cue::first_past);
    else set(Cue::first_present);
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
  if (word.form == c_.i || word.form == c_.you) subject(i);
  if (word.form == c_.your) set(Cue::has_your);
  if (word.form == c_.my || word.form == c_.me || word.form == c_.we) set(Cue::has_first);
  if (word.form == c_.if_ || (word.form == c_.should && word.is(sentence_start))) set(Cue::conditional);
  const bool unknown_name = word.is(capitalised) && word.form == 0 && word.kind == WordKind::word;
  if (unknown_name && !word.is(sentence_start)) set(Cue::name);
  if (unknown_name && is(i + 1, c_.said) && !is(i + 2, c_.modal)) set(Cue::third_said);
  if (is_specific(i)) ++specifics_;
}

void WordReader::opening() {
  if (words_[0].form == c_.your) set(Cue::starts_your);
  if (words_[0].form == c_.you) set(Cue::starts_you);
  if (words_[0].form == c_.my) set(Cue::starts_my);
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
    if (hit.owner == 0) cues.bits |= std::uint64_t{1} << hit.tag;
  const Classes classes(lexicon);
  cues.bits |= WordReader(sentence, lexicon, classes).run();
  if (sentence.sentence.mark == '?') cues.bits |= bit(Cue::question);
  return cues;
}

Roles CueClassifier::decide(const SentenceCues& cues, const Place& place) const {
  const Set s{cues.bits};
  Roles roles;
  if (s.has(Cue::thanks) && !s.has(Cue::no_thanks)) roles.add(Role::thanks);
  const bool anchor = s.any(Cue::said, Cue::your_point, Cue::we_talked, Cue::since_talk, Cue::third_said, Cue::met_over);
  const bool weak_anchor = s.any(Cue::noticed, Cue::memory, Cue::you_past, Cue::our_talk);
  if (anchor && s.has(Cue::specific)) roles.add(Role::callback);
  else if ((anchor || weak_anchor) && !s.has(Cue::specific)) roles.add(Role::vague);
  if (s.has(Cue::wait)) roles.add(Role::wait);
  if (s.has(Cue::social)) roles.add(Role::social);
  if (s.has(Cue::offer)) roles.add(Role::offer);
  if (s.has(Cue::step)) roles.add(Role::next_step);
  if (s.has(Cue::interest)) roles.add(Role::interest);
  if (s.has(Cue::fit)) roles.add(Role::fit);
  if (s.has(Cue::addition) || s.has(Cue::link)) roles.add(Role::addition);
  (void)place;
  if (roles.empty()) roles.add(Role::other);
  return roles;
}

}  // namespace afterword
