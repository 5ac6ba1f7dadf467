// Slips and the words they were meant to be, first over a word list of our own, then over the system's dictionaries,
// where it has some.
#include <doctest/doctest.h>
#include <stdlib.h>

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

/// Takes every word that it is asked of for a slip if it begins with a q.
class Counting final : public Speller {
 public:
  bool is_slip(std::string_view word, Spelling) const override {
    longest = std::max(longest, word.size());
    return word.starts_with("q");
  }
  std::vector<std::string> corrections(std::string_view, Spelling, std::size_t) const override { return {}; }

  mutable std::size_t longest = 0;
};

/// So many sentences of ten words, one of which no dictionary has: "qaaaab".
std::string sentences(int count) {
  std::string all, word = "aaaaa";
  for (int i = 0; i < count; ++i) {
    for (std::size_t k = word.size(); k-- > 0 && word[k]++ == 'z';) word[k] = 'a';
    all += "The old q" + word + " ran for an hour in the afternoon. ";
  }
  return all + "\n";
}

struct TemporaryFolder {
  TemporaryFolder() { REQUIRE(::mkdtemp(path.data())); }
  ~TemporaryFolder() { std::filesystem::remove_all(path); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  std::string path = std::filesystem::temp_directory_path() / "afterword-spelling-XXXXXX";
};

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
  const TemporaryFolder folder;
  const std::string list = folder.path + "/runs.dic";
  std::ofstream(list) << "3\ntrain/SDG\nrain\nBerlin\n";
  LetterRuns runs;
  runs.add_words_of(list);
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

TEST_CASE("neither long words nor many of them are looked up") {
  const Counting speller;
  CHECK(misspelt(&speller, "The " + std::string(30, 'q') + " ran.\n") == Words{std::string(30, 'q')});
  CHECK(misspelt(&speller, "The " + std::string(31, 'q') + " ran.\n").empty());
  CHECK(misspelt(&speller, "The " + std::string(100000, 'q') + " ran.\n").empty());
  CHECK(speller.longest == 30);

  // A thousand words of a body: each sentence has ten, and one that only a dictionary knows.
  CHECK(misspelt(&speller, sentences(90)).size() == 90);
  CHECK(misspelt(&speller, sentences(101)).empty());
  CHECK(misspelt(&speller, sentences(60) + "\n" + sentences(60)).size() == 60);
}

TEST_CASE("words that lie close to none take no long look") {
  const TemporaryFolder folder;
  std::ofstream(folder.path + "/en_US.aff") << "SET UTF-8\n";
  std::ofstream(folder.path + "/en_US.dic") << "4\nreceived\ntrain\nseparate\nhall\n";
  const auto speller = open_dictionaries({folder.path});
  REQUIRE(speller);
  CHECK(misspelt(speller.get(), sentences(90) + "I recieved it.\n") == Words{"recieved"});
  CHECK(speller->corrections("recieved", Spelling::any, 3) == Words{"received"});
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
