// Slips and the words they were meant to be, first over a word list of our own, then over the system's dictionaries,
// where it has some.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "rules/model/standard.h"
#include "rules/spelling/dictionaries.h"
#include "rules/spelling/letter_runs.h"
#include "rules/spelling/slips.h"
#include "tests/support/judging.h"

using namespace afterword;
using namespace afterword::spelling;

namespace {

/// Judges a body in American and British English alike; `speller` may be null.
std::vector<std::string> misspelt(const Speller* speller, std::string body, RuleSettings settings = {},
                                  std::string front = "kind: interview\n") {
  const Checker& checker = standard_checker();
  Note note = Note::parse(std::make_shared<const std::string>("---\n" + front + "---\n\nDear Dana,\n\n" + body),
                          Format::markdown, checker.reader());
  Facts facts = facts_of(note, nullptr);
  Request request;
  request.settings = &settings;
  request.speller = speller;
  std::vector<std::string> words;
  for (const Finding& finding : checker.judge(note, facts, request).findings)
    if (finding.rule == "misspelling") words.emplace_back(note.text(finding.span));
  return words;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("a slip lies close to the word that was meant, a term does not") {
  const std::set<std::string, std::less<>> list{"received",    "separate", "occurred", "interest", "attachment",
                                                "opportunity", "code",     "byte",     "index",    "train"};
  const Knows knows = [&](std::string_view word) { return list.contains(word); };
  CHECK(words_near("recieved", knows, 3) == Words{"received"});
  CHECK(words_near("seperate", knows, 3) == Words{"separate"});
  CHECK(words_near("occured", knows, 3) == Words{"occurred"});
  CHECK(words_near("attachement", knows, 3) == Words{"attachment"});
  CHECK(words_near("oportunity", knows, 3) == Words{"opportunity"});
  CHECK(words_near("gitweb", knows, 3).empty());
  CHECK(words_near("brain", knows, 3).empty());  // the first letter is seldom the one
  CHECK(words_near("", knows, 3).empty());
  CHECK(is_made_of_known("bytecode", knows));
  CHECK(is_made_of_known("reindex", knows));
  CHECK(is_trade_word("webhooks"));
  CHECK(is_trade_word("hotfixes"));
  CHECK_FALSE(is_made_of_known("recieved", knows));
  CHECK(well_known_slip("teh") == "the");
  CHECK(well_known_slip("the").empty());
}

TEST_CASE("runs of letters tell most spellings that are no word") {
  namespace fs = std::filesystem;
  const std::string list = (fs::temp_directory_path() / "afterword-runs.dic").string();
  std::ofstream(list) << "3\ntrain/SDG\nrain\nBerlin\n";
  LetterRuns runs;
  runs.add_words_of(list);
  fs::remove(list);
  CHECK(runs.may_be_word("train"));
  CHECK(runs.may_be_word("rain"));
  CHECK_FALSE(runs.may_be_word("tran"));
  CHECK_FALSE(runs.may_be_word("trai"));
  CHECK_FALSE(runs.may_be_word("berlin"));
  CHECK_FALSE(runs.may_be_word("Train"));
  CHECK_FALSE(runs.may_be_word(""));
}

TEST_CASE("without a dictionary nothing is said of spelling") {
  CHECK(misspelt(nullptr, "I recieved it.\n").empty());
  CHECK(open_dictionaries({"/nowhere"}) == nullptr);
  warm_up(nullptr);
}

TEST_CASE("the writer's own words, facts, quotations and what is still being typed pass") {
  const Speller& few = testing::few_slips();
  CHECK(misspelt(&few, "I recieved it. The seperate press ran.\n") == Words{"recieved", "seperate"});
  CHECK(misspelt(&few, "I have recieved\n").empty());  // the word at the end may go on
  CHECK(misspelt(&few, "The seperate's lid ran.\n") == Words{"seperate"});
  CHECK(misspelt(&few, "The seperate'n lid, the a_seperate and the seperate.io page ran.\n").empty());
  RuleSettings own;
  own.words = {"seperate"};
  CHECK(misspelt(&few, "The seperate press ran.\n", own).empty());
  CHECK(misspelt(&few, "The seperate press ran.\n", {}, "kind: interview\nrole: seperate printer\n").empty());
}

TEST_CASE("neither long words nor many of them take long") {
  const auto speller = open_dictionaries(dictionary_folders());
  std::string many, word = "aaaaaa";
  for (int i = 0; i < 20000; ++i) {
    for (std::size_t k = word.size(); k-- > 0 && word[k]++ == 'z';) word[k] = 'a';
    many += word + " ";
  }
  CHECK(misspelt(speller.get(), "The " + std::string(100000, 'q') + " ran.\n").empty());
  CHECK(misspelt(speller.get(), "The press ran.\n\n" + many + "\n").empty());
}

TEST_CASE("the system's dictionaries: both spellings pass unless one is asked for") {
  const auto speller = open_dictionaries(dictionary_folders());
  if (!speller) return;  // a machine without dictionaries
  warm_up(speller.get());
  CHECK(misspelt(speller.get(), "I recieved the seperate drawing, and it occured to me at once.\n") ==
        Words{"recieved", "seperate", "occured"});
  CHECK(misspelt(speller.get(), "The colour of our center, and the color of your centre.\n").empty());
  CHECK(
      misspelt(speller.get(), "The repo's linter, the async backend, kubectl and the re-sent webhooks ran.\n").empty());
  CHECK(speller->corrections("recieved", Spelling::any, 3).at(0) == "received");
  namespace fs = std::filesystem;
  if (!fs::exists("/usr/share/hunspell/en_GB.dic") || !fs::exists("/usr/share/hunspell/en_US.dic")) return;
  CHECK(speller->is_slip("colour", Spelling::american));
  CHECK(speller->is_slip("center", Spelling::british));
  CHECK_FALSE(speller->is_slip("colour", Spelling::british));
}
