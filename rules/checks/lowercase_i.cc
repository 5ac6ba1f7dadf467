#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "rules/checks/checks.h"
#include "rules/engine/context.h"
#include "rules/note/unicode.h"
#include "rules/note/word_list.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nSince then [[i]] have drawn the plan anew.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nSince then I have drawn the plan anew.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nOn Friday [[i]]'ll be in town.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nOn Friday I'll be in town.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nThe forms that Osman and [[i]] could not read are here.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nThe forms that Osman and I could not read are here.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nOn the way home [[i]] drew the plan anew.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nOn the way home I drew the plan anew.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nYesterday [[i]] rode past the yard.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nYesterday I rode past the yard.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\n[[i]] liked the yard.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nI liked the yard.\n"},
};
constexpr std::string_view good[] = {
    "---\nkind: interview\n---\n\nDear Dana,\n\nTwo things: (i) the plan, (ii) the price.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThe loop runs while `i` is small, i.e. for a minute.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThe index i and the index j were swapped.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nYour sign says \"i for information\", and it works.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nYou set x[i] to zero, then A[i][j], and at pass i you stop.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nYour proof goes for i from 1 to n, and the cell i, j stays empty.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nOnce i reached ten, the counter on your board went back.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nIn batch i was a bag of the wrong lime.\n",
};

/// Forms that a thing called i could not take: it "has", it "wants".
const WordList sure_verbs(
    " am have haven't do don't want hope think know need believe feel wish understand appreciate remember enjoy love "
    "thank promise agree guess wonder admit suspect expect intend prefer apologise recall wanna gonna gotta hafta ");
/// Forms that a thing could take as well, or that command: only what stands around tells whose they are.
const WordList open_verbs(
    " was had did will would can could shall should may might must cannot like see look mean work live write read run "
    "keep find learn come go get bring take make build plan ask start begin use try show send realise realize move "
    "leave "
    "travel arrive return speak talk tell give put sit stand wait walk drive fly study teach finish cook pay hold mind "
    "care join visit check carry follow turn help call ring phone own serve clean repair fix sell buy ");
/// What follows a letter that is a name or a number: no verb.
const WordList function_words(
    " and or but nor the a an of to from by with in on at for into over under is was are were be been than then as if "
    "so not no only also too there here this that these those it its we you he she they ");
/// Words before a clause's subject: conjunctions, relatives, and what sets a scene.
const WordList clause_openers(
    " and but or so that if whether when as because what which where how why who whom whether since while than then "
    "before "
    "after until till though although once unless whenever wherever whatever yes no now today yesterday tomorrow also "
    "still perhaps maybe meanwhile later afterwards here there like everything anything something nothing all "
    "said hope think know thought believe guess wish suppose felt feel sure glad sorry afraid certain ");
const WordList contractions("'m 've 'll 'd"), articles("the an a");
/// What stands before a letter that is a name or a number.
const WordList numberers("the a an of to from by with in on at between over into each every any this letter");
/// Talk of loops and tables, where i is a variable.
const WordList code_words(
    " index indices loop loops variable variables counter array arrays element elements iteration iterations matrix "
    "vector pointer subscript row column cell node vertex step for-loop integer equation sum term sequence ");

/// A sentence's words, folded; empty beyond its ends.
class Folded {
 public:
  Folded(std::span<const Word> words, std::string_view text) : words_(words), text_(text) {}
  std::size_t size() const { return words_.size(); }
  std::string operator()(std::size_t at) const {
    if (at >= words_.size()) return {};
    return fold(text_.substr(words_[at].begin, words_[at].end - words_[at].begin));
  }
  const Word& word(std::size_t at) const { return words_[at]; }

 private:
  std::span<const Word> words_;
  std::string_view text_;
};

/// The sentence counts or calculates: it names a loop, or another variable of one letter.
bool is_code_talk(const Folded& words) {
  for (std::size_t k = 0; k < words.size(); ++k) {
    if (words.word(k).kind == WordKind::code) return true;
    const std::string word = words(k);
    if (code_words.holds(word) ||
        (word.size() == 1 && word[0] >= 'b' && word[0] <= 'z' && word[0] != 'i' && !words.word(k).is(capitalised)))
      return true;
  }
  return false;
}

/// A bracket or an operator stands beside it, with or without a blank.
bool is_in_formula(std::string_view text, const Word& word) {
  constexpr std::string_view blanks = " \t\r\n", marks = "[](){}<>=+*/^_|&%\\-:.";
  const auto left = text.substr(0, word.begin).find_last_not_of(blanks);
  const auto right = text.find_first_not_of(blanks, word.end);
  const bool close_left = left != std::string_view::npos && left + 1 == word.begin;
  const bool close_right = right == word.end;
  auto sign = [&](std::size_t at, bool close) {
    if (at == std::string_view::npos) return false;
    return (close ? marks : std::string_view("[]{}<>=+*/^|&%\\")).find(text[at]) != std::string_view::npos;
  };
  return sign(left, close_left) || sign(right, close_right);
}

bool is_adverb(const Context& context, const Folded& words, std::size_t at) {
  static const WordList more("already soon now not too finally recently"), degrees("most more all much");
  const std::string word = words(at);
  if (word.empty() || degrees.holds(word)) return false;
  return (word.size() > 4 && word.ends_with("ly")) || more.holds(word) ||
         context.lexicon.is(words.word(at).form, context.lexicon.class_named("degree"));
}

bool is_past(const Context& context, const Folded& words, std::size_t at) {
  const std::string word = words(at);
  if (word.size() > 3 && word.ends_with("ed")) return true;
  const Lexicon& lexicon = context.lexicon;
  for (std::string_view name : {"past_irregular", "work_verb", "result_verb", "react_verb", "we_did"})
    if (lexicon.is(words.word(at).form, lexicon.class_named(name))) return true;
  return false;
}

/// "On Friday i", "after the interview i": what sets the scene is not numbered by a letter.
bool is_time(const Context& context, const Word& word) {
  const Lexicon& lexicon = context.lexicon;
  for (std::string_view name : {"weekday", "month", "soon", "meeting_noun"})
    if (lexicon.is(word.form, lexicon.class_named(name))) return true;
  return false;
}

/// "The pumps i saw": one letter numbers one thing, so behind a plural it opens a clause.
bool is_plural(std::string_view word) {
  return word.size() > 3 && word.ends_with('s') &&
         std::string_view("siu'").find(word[word.size() - 2]) == std::string_view::npos;
}

/// "On the train i thought", "At Initech i ran": the sentence opens with a scene, and behind its noun the subject
/// comes.
bool is_behind_scene(const Folded& words, std::size_t k) {
  static const WordList openers(
      "on at in after before during last next since until with by for from over under through this that all when");
  static const WordList determiners("the my our your his her their last next this that a an");
  if (k < 2 || !openers.holds(words(0))) return false;
  return determiners.holds(words(k - 2)) || (k > 2 && determiners.holds(words(k - 3))) ||
         (k == 2 && determiners.holds(words(0))) || words.word(k - 1).is(capitalised);
}

/// The word at `k` is an i by itself: is it the pronoun? Only as a verb's subject, and not where it counts something.
bool is_pronoun(const Context& context, const Folded& words, std::size_t k, std::string_view text) {
  const Word& word = words.word(k);
  const std::string next = words(k + 1);
  const bool joined = k + 1 < words.size() && words.word(k + 1).begin == word.end;
  if (joined && contractions.holds(next)) return k == 0 || !articles.holds(words(k - 1));
  if (joined || is_in_formula(text, word)) return false;
  const bool first = k == 0 || word.is(after_comma);
  const std::string before = first ? std::string() : words(k - 1);
  if (numberers.holds(before)) return false;
  std::size_t verb = k + 1;
  while (verb < k + 3 && is_adverb(context, words, verb)) ++verb;
  if (verb >= words.size() || words.word(verb).is(after_comma))
    return verb == k + 1 && before == "than" && !is_code_talk(words);  // "better than i."
  const std::string acts = words(verb);
  if (sure_verbs.holds(acts)) return true;
  const bool opens = first || clause_openers.holds(before) || is_plural(before) || is_adverb(context, words, k - 1) ||
                     is_time(context, words.word(k - 1)) ||
                     (verb > k + 1 && words.word(k - 1).is(capitalised));  // "At Initech i already keep"
  const bool past = is_past(context, words, verb);
  // A thing called i would take an s in the present: "yesterday i rode", "the day i came", but "once i exceeds ten".
  const bool bare = acts.size() > 2 && !acts.ends_with('s') && words.word(verb).kind == WordKind::word &&
                    !words.word(verb).is(capitalised) && !function_words.holds(acts);
  return ((opens && (open_verbs.holds(acts) || past || bare)) || ((past || bare) && is_behind_scene(words, k))) &&
         !is_code_talk(words);
}

void check(const Context& context, Findings& findings) {
  Form i_form = context.lexicon.form_of("i");
  for (const BodySentence& sentence : context.sentences) {
    if (!sentence.paragraph->content->has_small_i) continue;
    const std::string& text = sentence.paragraph->content->text;
    const Folded words(sentence.words(), text);
    for (std::size_t k = 0; k < words.size(); ++k) {
      const Word& word = words.word(k);
      if (word.end - word.begin != 1 || text[word.begin] != 'i' || word.form != i_form || word.is(in_quotes)) continue;
      Span span = word.span().shifted(sentence.paragraph->span.begin);
      if (!is_pronoun(context, words, k, text)) continue;
      Finding& finding =
          findings.add(span, "The pronoun is written with a capital: I. In lower case it looks hurried.");
      Fix fix;
      fix.title = "Write I";
      fix.preferred = fix.safe = true;
      fix.edits.push_back({span, "I", ""});
      finding.fixes.push_back(std::move(fix));
    }
  }
}

}  // namespace

const Rule lowercase_i_rule{
    .id = "lowercase-i",
    .summary = "The pronoun I is written in lower case.",
    .why =
        "A small i reads as a message thumbed in a queue. The note is the last sample of your writing that they see.",
    .severity = always(Severity::warning),
    .sources = "D",
    .fix = "Writes it as a capital.",
    .bad = bad,
    .good = good,
    .patterns = {},
    .check = check,
    .any_language = false,
};

}  // namespace afterword
