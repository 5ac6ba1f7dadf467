// Phrases of a project's own: how they are read, and that they come before the book's.
#include <doctest/doctest.h>

#include <string>

#include "rules/phrases/own.h"
#include "tests/support/judging.h"

using namespace afterword;
using namespace afterword::phrases;
using afterword::testing::Strings;

namespace {

Strings faults_of(const std::string& yaml) {
  Strings all;
  for (const OwnFault& fault : read_own_phrases(yaml).faults) all.push_back(fault.message);
  return all;
}

}  // namespace

TEST_CASE("own phrases: texts alone, and with all that may be said of them") {
  const OwnPhrases read = read_own_phrases(
      "thanks:\n  - Thank you for the ${what?}.\ncallback:\n  - text: \"Your kiln: ${topic}.\"\n    kinds: [interview, "
      "phone-screen]\n    register: terse\n    with: x\n    why: It names the kiln.\n");
  CHECK(read.faults.empty());
  REQUIRE(read.phrases.size() == 2);
  CHECK(read.phrases[0].purpose == Purpose::thanks);
  CHECK(read.phrases[0].text == "Thank you for the ${what?}.");
  CHECK(read.phrases[0].kinds == all_kinds);
  CHECK(read.phrases[0].why == "A phrase of your own.");
  CHECK(read.phrases[1].purpose == Purpose::callback);
  CHECK(read.phrases[1].kinds == (only(Kind::interview) | only(Kind::phone_screen)));
  CHECK(read.phrases[1].sounds == Register::terse);
  CHECK(read.phrases[1].why == "It names the kiln.");
}

TEST_CASE("own phrases: what can't be taken is told, and the rest holds") {
  CHECK(faults_of("thank: [a]\n") == Strings{"there is no part 'thank' of a note. Did you mean 'thanks'?"});
  CHECK(faults_of("fit:\n  - {text: a, kind: interview}\n") ==
        Strings{"a phrase has no key 'kind'. Did you mean 'kinds'?"});
  CHECK(faults_of("fit:\n  - {text: a, kinds: [party]}\n") == Strings{"there is no kind 'party'."});
  CHECK(faults_of("fit:\n  - {text: a, register: loud}\n") == Strings{"the register is formal, warm or terse"});
  CHECK(faults_of("fit:\n  - {why: b}\n") == Strings{"a phrase needs its text"});
  CHECK(faults_of("fit:\n  - \"I ${did\"\n").size() == 1);
  CHECK(faults_of("fit: [a, \n").size() == 1);
  CHECK(read_own_phrases("nothing: [a]\nfit: [I can carve.]\n").phrases.size() == 1);
  CHECK(faults_of("").empty());
}

TEST_CASE("own phrases stand before those of the book, and live as long as it does") {
  auto read = read_own_phrases("fit:\n  - {text: I can carve., kinds: interview}\n");
  const auto book = book_with(std::move(read.phrases));
  CHECK(book->find(Purpose::fit, Kind::interview).front()->text == "I can carve.");
  CHECK(book->find(Purpose::fit, Kind::interview).size() ==
        Book::standard().find(Purpose::fit, Kind::interview).size() + 1);
  CHECK(book->find(Purpose::fit, Kind::phone_screen).size() ==
        Book::standard().find(Purpose::fit, Kind::phone_screen).size());
}
