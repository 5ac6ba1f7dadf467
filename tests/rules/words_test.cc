#include "rules/note/words.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

#include "rules/note/lexicon.h"

using namespace afterword;

namespace {

const Lexicon& plain() {
  static const Lexicon lexicon({}, {});
  return lexicon;
}

/// The words of a text, a bar between two.
std::string words_of(std::string_view text, const std::vector<Opaque>& opaque = {}) {
  std::string out;
  for (const Word& word : split_words(text, opaque, plain())) {
    if (!out.empty()) out += '|';
    out += text.substr(word.begin, word.end - word.begin);
  }
  return out;
}

std::string sentences_of(std::string_view text) {
  std::string out;
  std::vector<Word> words = split_words(text, {}, plain());
  for (const Sentence& sentence : split_sentences(text, words, false)) {
    if (!out.empty()) out += '|';
    out += text.substr(sentence.span.begin, sentence.span.size());
  }
  return out;
}

}  // namespace

TEST_CASE("words: contractions and possessives are words of their own") {
  CHECK(words_of("I'd say you don't mind Dana's idea.") == "I|'d|say|you|do|n't|mind|Dana|'s|idea");
  CHECK(words_of("I’d say you don’t mind Dana’s idea.") == "I|’d|say|you|do|n’t|mind|Dana|’s|idea");
  CHECK(words_of("five o'clock, the testers' room, D'Souza") == "five|o'clock|the|testers|room|D'Souza");
}

TEST_CASE("words: numbers, links, names of tools") {
  CHECK(words_of("1,900 fields at 10:30 for £45k, 3.4 %, 16th, 400-word") ==
        "1,900|fields|at|10:30|for|£45k|3.4|16th|400-word");
  CHECK(words_of("see https://talks.example/dedup?a=1. And me@x.example, too") ==
        "see|https://talks.example/dedup?a=1|And|me@x.example|too");
  CHECK(words_of("C++ or C#, Node.js, S/4HANA, R&D, SOURCE_DATE_EPOCH") ==
        "C++|or|C#|Node.js|S/4HANA|R&D|SOURCE_DATE_EPOCH");
  const auto words = split_words("R2 https://x.example/ PgBouncer Anna CISSP", {}, plain());
  CHECK(words[0].is(has_inner_mark));
  CHECK(words[1].kind == WordKind::link);
  CHECK(words[2].is(has_inner_mark));
  CHECK_FALSE(words[3].is(has_inner_mark));
  CHECK(words[4].is(all_capitals));
}

TEST_CASE("words: emphasis is no part of them, opaque stretches are one") {
  CHECK(words_of("a **very** _good_ *day*") == "a|very|good|day");
  CHECK(words_of("run `make -j2` now", {{{4, 14}, WordKind::code}}) == "run|`make -j2`|now");
  const auto words = split_words("Dear [Your Name], hi", {{{5, 16}, WordKind::slot}}, plain());
  REQUIRE(words.size() == 3);
  CHECK(words[1].kind == WordKind::slot);
  CHECK(words[2].is(after_comma));
}

TEST_CASE("words: quotations") {
  const std::string_view text = "He said \"boring on purpose\" and ‘keep it’ twice.";
  const auto words = split_words(text, {}, plain());
  std::string quoted;
  for (const Word& word : words)
    if (word.is(in_quotes)) quoted += std::string(text.substr(word.begin, word.end - word.begin)) + ' ';
  CHECK(quoted == "boring on purpose keep it ");
}

TEST_CASE("words: odd bytes") {
  CHECK(words_of("") == "");
  CHECK(words_of("\xFF\xFE ok \xC3") == "ok");
  CHECK(words_of("naïve Zoë 日本 👍🏽 fin") == "naïve|Zoë|日本|fin");
  CHECK(words_of(std::string(300, 'a')) == std::string(300, 'a'));
}

TEST_CASE("sentences: what ends one") {
  CHECK(sentences_of("Thank you. I mean it! Do you? Yes") == "Thank you.|I mean it!|Do you?|Yes");
  CHECK(sentences_of("Thank you.  \n I mean it.") == "Thank you.|I mean it.");
  CHECK(sentences_of("It broke... Then it ran. And it ran ... on") == "It broke...|Then it ran.|And it ran ... on");
  CHECK(sentences_of("(We were late.) \"Fine,\" you said. \"Go.\" So I went.") ==
        "(We were late.)|\"Fine,\" you said.|\"Go.\"|So I went.");
  CHECK(sentences_of("**Thanks.** Bye.") == "**Thanks.**|Bye.");
}

TEST_CASE("sentences: what ends none") {
  CHECK(sentences_of("Mr. Wu and Dr. J. R. Smith met at St. Mary's.") ==
        "Mr. Wu and Dr. J. R. Smith met at St. Mary's.");
  CHECK(sentences_of("At 10 a.m. we ran v2.1.3 on No. 4, e.g. Node.js.") ==
        "At 10 a.m. we ran v2.1.3 on No. 4, e.g. Node.js.");
  CHECK(sentences_of("We meet at 10 a.m. Bring it.") == "We meet at 10 a.m.|Bring it.");
  CHECK(sentences_of("\"Who owns this?\" Mirela asked, and nobody knew.") ==
        "\"Who owns this?\" Mirela asked, and nobody knew.");
  CHECK(sentences_of("P.S. The board is yours.") == "P.S. The board is yours.");
  CHECK(sentences_of("See www.x.example/a.b. Then call.") == "See www.x.example/a.b.|Then call.");
}

TEST_CASE("sentences: their words, first word and mark") {
  const std::string_view text = "Thanks, Dana. See you at 3:";
  std::vector<Word> words = split_words(text, {}, plain());
  const auto sentences = split_sentences(text, words, true);
  REQUIRE(sentences.size() == 2);
  CHECK(sentences[0].last_word == 2);
  CHECK(sentences[1].first_word == 2);
  CHECK(sentences[0].mark == '.');
  CHECK(sentences[1].mark == ':');
  CHECK(sentences[1].list_item);
  CHECK(words[2].is(sentence_start));
  CHECK_FALSE(words[1].is(sentence_start));
  std::vector<Word> none = split_words(" ... ", {}, plain());
  CHECK(split_sentences(" ... ", none, false).empty());
}
