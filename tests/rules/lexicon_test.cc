#include "rules/note/lexicon.h"

#include <doctest/doctest.h>

#include <array>
#include <stdexcept>
#include <string>

#include "rules/note/word_classes.h"

using namespace afterword;

namespace {

constexpr std::array classes = {WordClass{"say", "say said told tell"}, WordClass{"day", "monday friday"}};

/// The stretches that one pattern finds in a text, a bar between two.
std::string found(std::string_view pattern, std::string_view text) {
  const std::array patterns = {Pattern{pattern, 7}};
  const std::array groups = {PatternGroup{3, patterns}};
  const Lexicon lexicon(classes, groups);
  std::vector<Word> words = split_words(text, {}, lexicon);
  std::vector<Hit> hits;
  std::uint32_t index = 0;
  for (const Sentence& sentence : split_sentences(text, words, false)) lexicon.match(words, sentence, index++, hits);
  std::string out;
  for (const Hit& hit : hits) {
    CHECK(hit.owner == 3);
    CHECK(hit.tag == 7);
    if (!out.empty()) out += '|';
    out += text.substr(words[hit.first_word].begin, words[hit.last_word - 1].end - words[hit.first_word].begin);
  }
  return out;
}

}  // namespace

TEST_CASE("lexicon: words, classes, alternatives, optional elements") {
  CHECK(found("thank you", "Thank you, Ana. I thank, you know. THANK YOU") == "Thank you|thank, you|THANK YOU");
  CHECK(found("you @say", "You said it; you tell, you ran") == "You said|you tell");
  CHECK(found("you (have said|told (me|us)|say)", "you told us, you say, you have said, you told him") ==
        "you told us|you say|you have said");
  CHECK(found("you really? said", "you said and you really said") == "you said|you really said");
  CHECK(found("you (really|so very)? said it?", "you so very said it and you said") == "you so very said it|you said");
  CHECK(found("(a|b) c? (d|e f)?", "a c d, b e f, b e") == "a c d|b e f|b");
  CHECK(found("do n't", "I don’t, you don't") == "don’t|don't");
  CHECK(found("(i'd|you don't) go", "I'd go, you don't go, I would go") == "I'd go|you don't go");
  CHECK(found("zoë", "ZOË and Zoe") == "ZOË");
}

TEST_CASE("lexicon: gaps, numbers, kinds, names") {
  CHECK(found("you * it", "you said it, you never said it") == "you said it");
  CHECK(found("you *2 it", "you it, you said it, you never said it, you have never said it") ==
        "you it|you said it|you never said it");
  CHECK(found("in # days", "in 12 days and in some days") == "in 12 days");
  CHECK(found("see %link", "see https://x.example/ or see it") == "see https://x.example/");
  CHECK(found("(%name|you) told", "then Ana told, you told") == "Ana told|you told");
  CHECK(found("# days", "12 days") == "12 days");
  CHECK(found("told %name", "You told Ana what I told I told him. Told Ana") == "told Ana|Told Ana");
}

TEST_CASE("lexicon: anchors and negation") {
  CHECK(found("^ you said", "You said that you said. You said") == "You said|You said");
  CHECK(found("you said $", "You said you said. You said so") == "you said");
  CHECK(found("you !said @say", "you said, you told") == "you told");
  CHECK(found("you !@say *", "you told, you ran") == "you ran");
  CHECK(found("you !(@say it|ran) *2 off", "you said it off, you said so off, you ran off") == "you said so off");
  CHECK(found("(a !(b c|d)? x)? a (b|d|x)", "a b c, a d, a x") == "a b|a d|a x");
  CHECK(found("not !@say", "not told, not run, not") == "not|not");
  CHECK(found("you =(said|did not|$)", "you said, you ran, you did, you did not, you") == "you|you|you");
}

TEST_CASE("lexicon: the longest of one owner and tag at a place") {
  const std::array patterns = {Pattern{"thank you", 1}, Pattern{"thank you very much", 1}, Pattern{"thank", 2}};
  const std::array groups = {PatternGroup{0, patterns}};
  const Lexicon lexicon({}, groups);
  const std::string_view text = "We thank you very much";
  std::vector<Word> words = split_words(text, {}, lexicon);
  const auto sentences = split_sentences(text, words, false);
  std::vector<Hit> hits;
  lexicon.match(words, sentences[0], 0, hits);
  REQUIRE(hits.size() == 2);
  CHECK(hits[0].last_word - hits[0].first_word == 4);
  CHECK(hits[1].tag == 2);
}

TEST_CASE("lexicon: faults name the pattern") {
  for (const char* pattern : {"", "a (b", "a b)", "a @nothing", "* a", "!a b", "*3 b", "%nothing a", "a *x", "a ()"}) {
    CAPTURE(pattern);
    CHECK_THROWS_AS(found(pattern, "a"), std::invalid_argument);
  }
}

TEST_CASE("lexicon: classes") {
  const Lexicon lexicon(classes, {});
  CHECK(lexicon.is(lexicon.form_of("told"), lexicon.class_named("say")));
  CHECK_FALSE(lexicon.is(lexicon.form_of("monday"), lexicon.class_named("say")));
  CHECK_FALSE(lexicon.is(lexicon.form_of("unheard-of"), lexicon.class_named("say")));
  CHECK_THROWS_AS(lexicon.class_named("none"), std::invalid_argument);
  CHECK_NOTHROW(Lexicon(word_classes(), {}));
}
