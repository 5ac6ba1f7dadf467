// Notes side by side: what stands in two of them, who that is told of, and how long it takes.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "rules/engine/note_set.h"
#include "rules/engine/page.h"
#include "rules/model/standard.h"
#include "tests/support/judging.h"

using namespace afterword;
using namespace afterword::testing;

namespace {

const std::string pairs = std::string(AFTERWORD_TESTS) + "/rules/note_pairs/";

std::shared_ptr<const NotePrint> print_of(const std::string& text) {
  const Note note = parse(text);
  const Facts facts = facts_of(note, nullptr);
  Request request;
  request.every_file = request.print = true;
  return standard_checker().judge(note, facts, request).print;
}

std::shared_ptr<const NotePrint> note_to(const std::string& name, const std::string& sentence,
                                         const std::string& company = "Initech") {
  return print_of("---\nto: " + name + "\ncompany: " + company + "\n---\n\nDear " + name + ",\n\n" + sentence + "\n");
}

/// Where the first sentence of the note at `path` stands as well.
std::vector<std::string> copies(const NoteSet& set, const std::string& path) {
  const NotePrint& print = *set.find(path);
  std::vector<std::string> paths;
  NoteSet::Query query;
  for (const NoteSet::Copy& copy : set.copies(path, print, print.sentences.at(0), 10, query))
    paths.push_back(*copy.path);
  return paths;
}

/// Whether the second is told to be a copy of the first, which is in a note to somebody else.
bool is_copied(const std::string& first, const std::string& second) {
  NoteSet set;
  set.put("/n/dana.md", note_to("Dana Wu", first));
  set.put("/n/luis.md", note_to("Luis Ortega", second));
  const bool there = !copies(set, "/n/luis.md").empty();
  CHECK(there == !copies(set, "/n/dana.md").empty());
  return there;
}

const std::string flood = "Your story of the flood in the paper store made me check our own pumps the same night.";

}  // namespace

TEST_CASE("a copy is told, a word changed or not") {
  CHECK(is_copied(flood, flood));
  CHECK(is_copied(flood,
                  "your story of the FLOOD in the paper-store"
                  " made me check our own pumps the same night!") == false);  // two words of five are another
  CHECK(is_copied(flood, "Your story of the flood in the paper store made me check our old pumps that same night"));
  CHECK(is_copied(flood, "Your story of the fire in the paper store made me check our own pumps the same night."));
  CHECK_FALSE(is_copied(flood, "Your story of the fire in the ink cellar made me check our own pumps the same night."));
  CHECK_FALSE(is_copied(flood, "The flood in the paper store, and the pumps: I asked at home the same night."));
  CHECK_FALSE(is_copied("Your point about rollers has stayed with me.", "Your point about ink has stayed with me."));
  CHECK(is_copied("Your point about rollers has stayed with me.", "Your point about rollers has stayed with me."));
  CHECK_FALSE(is_copied("I tried {{tool}} on our pumps.", "I tried {{tool}} on our pumps."));
}

TEST_CASE("names, numbers, accents and case are aside") {
  CHECK(is_copied("Dana Wu's sketch of the caf\xC3\xA9 pump, the 3rd at Initech, is on my desk.",
                  "Luis Ortega's sketch of the Cafe Pump, the 12th at Initech, is on my desk."));
  // The company's name too, but not a tool's.
  NoteSet set;
  set.put("a", note_to("Dana Wu", "At Initech the pump room floods whenever the tide gate sticks."));
  set.put("b", note_to("Luis Ortega", "At Gannet the pump room floods whenever the tide gate sticks.", "Gannet"));
  REQUIRE(copies(set, "a") == Strings{"b"});
  NoteSet::Query query;
  CHECK(set.copies("a", *set.find("a"), set.find("a")->sentences[0], 1, query)[0].other_house);
  CHECK_FALSE(is_copied("Your talk on PgBouncer changed my mind.", "Your talk on Varnish changed my mind."));
}

TEST_CASE("who is somebody else") {
  const auto told = [](const std::string& one, const std::string& other) {
    NoteSet set;
    set.put("a", print_of("---\nto: " + one + "\n---\n\n" + flood + "\n"));
    set.put("b", print_of("---\nto: " + other + "\n---\n\n" + flood + "\n"));
    return !copies(set, "a").empty();
  };
  CHECK(told("Dana Wu", "Luis Ortega"));
  CHECK(told("Dana Wu", "Dana Moss"));
  CHECK_FALSE(told("Jennifer Moss", "Jen Moss"));
  CHECK_FALSE(told("Dana Wu", "Dr. Wu"));
  CHECK_FALSE(told("Dana", "Ms. Wu"));
  CHECK_FALSE(told("Dana Wu <dana@initech.example>", "D. W. <dana@initech.example>"));
  CHECK_FALSE(told("[Dana Wu, Luis Ortega]", "Luis Ortega"));
  CHECK_FALSE(told("jobs@initech.example", "Dana Wu"));
  CHECK(told("Dana Wu <dana@initech.example>", "jobs@gannet.example"));
}

TEST_CASE("notes change and go") {
  NoteSet set;
  set.put("/n/dana.md", note_to("Dana Wu", flood));
  set.put("/n/luis.md", note_to("Luis Ortega", flood));
  set.put("/n/femi.md", note_to("Femi Adeyemi", flood));
  CHECK(copies(set, "/n/dana.md") == Strings{"/n/femi.md", "/n/luis.md"});
  set.remove("/n/luis.md");
  set.remove("/n/never.md");
  CHECK(set.size() == 2);
  CHECK(copies(set, "/n/dana.md") == Strings{"/n/femi.md"});
  set.put("/n/femi.md", note_to("Femi Adeyemi", "The drawing of the ink pump hangs above my desk."));
  CHECK(copies(set, "/n/dana.md").empty());
  set.put("/n/ina.md", note_to("Ina Holm", flood));  // where another was
  CHECK(copies(set, "/n/dana.md") == Strings{"/n/ina.md"});
  set.put("/n/dana.md~", note_to("Ada Ek", flood));  // a backup of the note itself
  CHECK(copies(set, "/n/dana.md") == Strings{"/n/ina.md"});
  set.clear();
  CHECK(set.size() == 0);
}

TEST_CASE("who has a note") {
  NoteSet set;
  set.put("/jobs/initech/dana.md", note_to("Dana Wu", flood));
  set.put("/mail/1.eml", note_to("Luis Ortega <luis@initech.example>", flood));
  CHECK(set.has_note_to({"Danny Wu", "", {}}, "/jobs/initech/") == false);
  CHECK(set.has_note_to({"Dana", "", {}}, "/jobs/initech"));
  CHECK_FALSE(set.has_note_to({"Dana", "", {}}, "/jobs/init"));
  CHECK(set.has_note_to({"Luis Ortega", "", {}}, "/jobs/initech/"));
  CHECK(set.has_note_to({"L. O.", "Luis@initech.example", {}}, "/jobs/initech/"));
  CHECK_FALSE(set.has_note_to({"Luis", "", {}}, "/jobs/initech/"));
}

TEST_CASE("ten thousand notes") {
  using Clock = std::chrono::steady_clock;
  const auto ms = [](Clock::time_point since) {
    return std::chrono::duration<double, std::milli>(Clock::now() - since).count();
  };
  constexpr int notes = 10000;
  // Each has a sentence of its own, one that all of them share, and names of its own. What is made of words is made
  // once and its hashes are then varied, since judging is not what is measured.
  const auto model = note_to("Dana Wu", "Thank you for the tour of the hall. " + flood +
                                            " The ink pump runs dry at noon because the valve sticks. For six years I "
                                            "ran the night shift in Hull. I am free on Friday.");
  const auto varied = [&](int i) {
    auto print = std::make_shared<NotePrint>(*model);
    print->names = {"Dana" + std::to_string(i) + " Wu" + std::to_string(i)};
    print->keys.clear();
    for (PrintSentence& sentence : print->sentences) {
      if (&sentence == &print->sentences[0]) continue;
      for (std::size_t w = sentence.first_word; w < sentence.last_word; ++w)
        print->words[w] = (print->words[w] * 2654435761u + static_cast<std::uint32_t>(i) * 40503u) & ~1u;
      for (std::size_t w = sentence.first_word; w < sentence.last_word; w += 3) print->words[w] |= 1u;
      sentence.whole += static_cast<std::uint32_t>(i);
      append_keys(*print, sentence, print->keys);
    }
    append_keys(*print, print->sentences[0], print->keys);
    std::sort(print->keys.begin(), print->keys.end());
    print->keys.erase(std::unique(print->keys.begin(), print->keys.end()), print->keys.end());
    return print;
  };
  std::vector<std::shared_ptr<const NotePrint>> prints;
  for (int i = 0; i < notes; ++i) prints.push_back(varied(i));
  NoteSet set;
  auto start = Clock::now();
  for (int i = 0; i < notes; ++i) set.put("/n/" + std::to_string(i) + ".md", prints[static_cast<std::size_t>(i)]);
  const double build = ms(start);
  start = Clock::now();
  for (int i = 0; i < 100; ++i) set.put("/n/7.md", varied(notes + i));
  const double change = ms(start) / 100;
  start = Clock::now();
  for (int i = 0; i < 100; ++i)
    for (const PrintSentence& sentence : model->sentences) {
      NoteSet::Query query;
      set.copies("/n/8.md", *set.find("/n/8.md"), sentence, 16, query);
    }
  const double query = ms(start) / 100;
  MESSAGE("build " << build << " ms, a change " << change << " ms, all sentences of a note " << query << " ms");
  CHECK(build < 2000);
  CHECK(change < 5);
  CHECK(query < 5);
}

TEST_CASE("long notes that all share their words are compared for some milliseconds, not for minutes") {
  NoteSet set;
  for (int note = 0; note < 10; ++note) {
    std::string text = "---\nto: Person Number" + std::to_string(note) + "\n---\n\nDear Person,\n\n";
    for (int i = 0; i < 190; ++i) {
      text += "You said";
      for (int word = 0; word < 80; ++word) text += " valve" + std::string(1 + (i * 7 + word * 13 + note) % 40, 'q');
      text += ".\n";
    }
    set.put("/n/" + std::to_string(note) + ".md", print_of(text));
  }
  const auto start = std::chrono::steady_clock::now();
  for (int note = 0; note < 10; ++note) {
    const std::string path = "/n/" + std::to_string(note) + ".md";
    set.passed_on(path, *set.find(path));
  }
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
}

TEST_CASE("pairs of notes: a point passed on is told") {
  const auto cases = read_cases(pairs + "share.txt");
  CHECK(cases.size() >= 10);
  for (const Case& one : cases) {
    CAPTURE(one.title);
    CHECK_FALSE(judge_example(one.text, std::string(example_files(one.text).front().text)).of("same-note").empty());
  }
}

TEST_CASE("pairs of notes: what may be shared is not") {
  const auto cases = read_cases(pairs + "apart.txt");
  CHECK(cases.size() >= 10);
  for (const Case& one : cases) {
    CAPTURE(one.title);
    const std::string text = std::string(example_files(one.text).front().text);
    const Judged judged = judge_example(one.text, text);
    for (const Finding* finding : judged.of("same-note")) FAIL_CHECK("fires at: " << judged.note.text(finding->span));
  }
}

TEST_CASE("a company is known by the notes and the facts around") {
  NoteSet set;
  set.put("/n/dana.md", note_to("Dana Wu", flood, "Brightfold Print"));
  set.put_facts("/m/interview.yaml", {"Caf\xC3\xA9 Nord", "CN"});
  CHECK(set.has_company("/n/luis.md", "Brightfold"));
  CHECK(set.has_company("/n/luis.md", "brightfold print ltd"));
  CHECK(set.has_company("/n/luis.md", "Cafe Nord"));
  CHECK(set.has_company("", "CN"));
  CHECK_FALSE(set.has_company("/n/dana.md", "Brightfold"));  // its own
  CHECK_FALSE(set.has_company("/n/luis.md", "Brightfolder"));
  CHECK_FALSE(set.has_company("/n/luis.md", "Brightfold Foundry"));
  CHECK_FALSE(set.has_company("/n/luis.md", "Nord"));
  CHECK_FALSE(set.has_company("/n/luis.md", ""));
  set.put("/n/dana.md", note_to("Dana Wu", flood, "Gannet"));
  CHECK_FALSE(set.has_company("", "Brightfold"));
  CHECK(set.has_company("", "Gannet"));
  set.remove("/n/dana.md");
  set.put_facts("/m/interview.yaml", {});
  CHECK_FALSE(set.has_company("", "Gannet"));
  CHECK_FALSE(set.has_company("", "CN"));
}

TEST_CASE("an e-mail to somebody is known by their name or address, and no card is one") {
  NoteSet set;
  set.put("/n/mail.md",
          print_of("---\nto: Dana Wu <d@a.example>\nkind: interview\ncompany: Initech\n---\n\nDear Dana,\n\n" + flood));
  set.put("/n/card.md",
          print_of("---\nto: Luis Ortega\nkind: interview\ndelivery: post\n---\n\nDear Luis,\n\n" + flood));
  CHECK(set.has_email_to("/n/new.md", "dana wu"));
  CHECK(set.has_email_to("/n/new.md", "D@a.example"));
  CHECK(set.knows("/n/new.md", {SetQuestion::Type::email_to, "Dana Wu"}));
  CHECK_FALSE(set.has_email_to("/n/mail.md", "Dana Wu"));  // that is the note itself
  CHECK_FALSE(set.has_email_to("/n/mail.md~", "Dana Wu"));
  CHECK_FALSE(set.has_email_to("/n/new.md", "Luis Ortega"));
  CHECK_FALSE(set.has_email_to("/n/new.md", "Dana"));
  set.put("/n/gannet.md", note_to("Dana Wu", flood, "Gannet"));
  CHECK_FALSE(set.has_email_to("/n/gannet.md", "Dana Wu"));  // that was for another company
  set.remove("/n/gannet.md");
  set.put("/n/mail.md", print_of("---\nto: Dana Wu\nkind: personal\n---\n\nDear Dana,\n\n" + flood));
  CHECK_FALSE(set.has_email_to("/n/new.md", "Dana Wu"));
}
