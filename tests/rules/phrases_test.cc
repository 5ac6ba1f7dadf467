#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <string>
#include <vector>

#include "rules/phrases/begun.h"
#include "rules/phrases/book.h"
#include "rules/phrases/slots.h"
#include "rules/phrases/source.h"

namespace afterword::phrases {
namespace {

Facts facts_of_lucja() {
  Facts facts;
  facts.to = {{"Dr. Łucja Żak", "lucja@harrow.example", {}}};
  facts.from = Person{"Nguyễn Thị Hạnh", "", {}};
  facts.company = {{"Ostrand Foods", {}}, {"Ostrand", {}}};
  facts.role = Fact<std::string>{"shift planner", {}};
  facts.interview = Fact<LocalTime>{*parse_time("2026-03-03 14:00"), {}};
  facts.decision_by = Fact<LocalTime>{*parse_time("2026-03-16"), {}};
  facts.topics = {{"failover drill", {}}, {"moving from QA to analytics engineering", {}}};
  facts.referred_by = Person{"Þórdís Jónsdóttir", "", {}};
  return facts;
}

/// The first four words, letter case and marks left out; a slot counts as one word.
std::string opening(std::string_view text) {
  std::string key;
  int words = 0;
  bool inside_word = false;
  for (const Piece& piece : split_slots(text)) {
    for (const char c : piece.slot ? std::string("$") : std::string(piece.text)) {
      const bool part = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '\'' || c == '$';
      if (part && !inside_word && ++words > 4) return key;
      if (part && !inside_word) key += ' ';
      if (part) key += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      inside_word = part;
    }
    if (piece.slot) {
      key += piece.text;
      inside_word = false;
    }
  }
  return key;
}

std::size_t count(Purpose purpose, Kind kind) { return Book::standard().find(purpose, kind).size(); }

}  // namespace

TEST_CASE("examples for documentation leave no blank") {
  for (const phrases::Phrase& phrase : Book::standard().all()) {
    const std::string example = phrases::example_of(phrase, phrases::sample_facts());
    CAPTURE(example);
    CHECK(example.find('[') == std::string::npos);
  }
}

TEST_CASE("the book holds enough for each part that a kind asks for") {
  struct Row {
    Purpose purpose;
    std::vector<Kind> kinds;
  };
  const std::vector<Row> asked = {
      {Purpose::thanks,
       {Kind::phone_screen, Kind::informational, Kind::referral, Kind::recommendation, Kind::rejection,
        Kind::personal}},
      {Purpose::callback,
       {Kind::phone_screen, Kind::informational, Kind::referral, Kind::recommendation, Kind::networking,
        Kind::rejection, Kind::no_reply, Kind::personal}},
      {Purpose::interest, {Kind::phone_screen, Kind::rejection, Kind::no_reply}},
      {Purpose::fit, {Kind::phone_screen}},
      {Purpose::addition,
       {Kind::phone_screen, Kind::informational, Kind::referral, Kind::recommendation, Kind::networking}},
      {Purpose::next_step,
       {Kind::phone_screen, Kind::informational, Kind::referral, Kind::networking, Kind::rejection, Kind::no_reply}},
      {Purpose::offer, {Kind::phone_screen, Kind::informational, Kind::referral, Kind::networking, Kind::personal}},
      {Purpose::effort, {Kind::rejection}},
  };
  for (const Row& row : asked) {
    for (const Kind kind : row.kinds) {
      CAPTURE(name_of(row.purpose));
      CAPTURE(name_of(kind));
      CHECK(count(row.purpose, kind) >= 8);
    }
    CAPTURE(name_of(row.purpose));
    CHECK(count(row.purpose, Kind::interview) >= 8);
  }
  for (std::size_t i = 0; i < kind_count; ++i) {
    CAPTURE(kind_names[i]);
    CHECK(count(Purpose::greeting, static_cast<Kind>(i)) >= 8);
    CHECK(count(Purpose::sign_off, static_cast<Kind>(i)) >= 8);
  }
}

TEST_CASE("no two phrases of one purpose open with the same four words") {
  std::map<std::string, std::string_view> seen;
  for (const Phrase& phrase : Book::standard().all()) {
    const auto [other, fresh] = seen.emplace(std::string(name_of(phrase.purpose)) + opening(phrase.text), phrase.text);
    CAPTURE(phrase.text);
    CAPTURE(other->second);
    CHECK(fresh);
  }
  CHECK(opening("Dear ${name}, I am") != opening("dear ${name} - I'm"));
  CHECK(opening("You, ${name}, said so then") == opening("you ${name} SAID: so what"));
}

TEST_CASE("the book's phrases are well formed") {
  for (const Phrase& phrase : Book::standard().all()) {
    CAPTURE(phrase.text);
    CHECK(fault_of_slots(phrase.text).empty());
    CHECK(free_slots(phrase.text).size() == split_answers(phrase.with).size());
    CHECK(phrase.kinds != 0);
    CHECK(!phrase.why.empty());
    CHECK(phrase.why.size() <= 120);
    CHECK(phrase.why.back() == '.');
    CHECK(phrase.text.find('!') == phrase.text.npos);
    CHECK(phrase.text.find("  ") == phrase.text.npos);
    // A topic is a noun phrase in lower case.
    CHECK(!phrase.text.starts_with("${topic}"));
    const bool around = phrase.purpose == Purpose::greeting || phrase.purpose == Purpose::sign_off;
    CHECK((phrase.text.back() == ',') == around);
  }
}

TEST_CASE("a finished example has no blank and keeps to the length of a sentence") {
  const Facts facts = facts_of_lucja();
  for (const Phrase& phrase : Book::standard().all()) {
    for (const std::string_view topic : {"failover drill", "moving from QA to analytics engineering"}) {
      std::string done = example_of(phrase, facts, topic);
      // ${link} and the like have answers, so nothing may be left.
      CAPTURE(done);
      CHECK(done.find_first_of("[]{}$") == done.npos);
      CHECK(std::count(done.begin(), done.end(), ' ') < 40);
    }
  }
}

TEST_CASE("a phrase goes on with what is typed, slots answered by the writer included") {
  Facts facts;
  facts.topics = {{"wet clay", {}}};
  const auto text_of = [&](std::string_view phrase, std::string_view typed) {
    const auto found = go_on(phrase, typed, facts, {});
    return found ? found->text : std::string("nothing");
  };
  constexpr std::string_view fit = "At ${where?} I ${what?}, which is close to ${which need?}.";
  CHECK(text_of(fit, "") == "At [where?] I [what?], which is close to [which need?].");
  CHECK(text_of(fit, "At ") == "At [where?] I [what?], which is close to [which need?].");
  CHECK(text_of(fit, "at Fenwick and Sons i ") == "at Fenwick and Sons i [what?], which is close to [which need?].");
  CHECK(text_of(fit, "At Fenwick I ran the kiln, wh") == "At Fenwick I ran the kiln, which is close to [which need?].");
  CHECK(text_of(fit, "At Fenwick ") == "nothing");  // the place may go on
  CHECK(text_of(fit, "At Fenwick we ") == "nothing");
  CHECK(text_of(fit, "At Fenwick. It was late, I ") == "nothing");
  CHECK(text_of("Your point about ${topic} made me ${what?}.", "Your point about gl") == "nothing");
  CHECK(text_of("Your point about ${topic} made me ${what?}.", "Your point about glaze made ") ==
        "Your point about glaze made me [what?].");
  CHECK(text_of("On ${topic}: see ${topic}.", "On glaze: ") == "On glaze: see glaze.");
  CHECK(text_of("${what?} or ${what else?}", "Glaze or ") == "nothing");  // it would go on with anything
  CHECK(text_of("Thank you.", "Thank you.") == "nothing");
  CHECK(go_on(fit, "At $1 I ", facts, {})->snippet == "At \\$1 I ${1:[what?]}, which is close to ${2:[which need?]}.");
}

TEST_CASE("fill puts the facts in") {
  const Facts facts = facts_of_lucja();
  CHECK(fill("Dear ${name},", facts).text == "Dear Dr. Żak,");
  CHECK(fill("Dear ${full_name},", facts).text == "Dear Dr. Łucja Żak,");
  CHECK(fill("${company} needs a ${role}.", facts).text == "Ostrand Foods needs a shift planner.");
  CHECK(fill("We met on ${day}, ${date}.", facts).text == "We met on Tuesday, 3 March.");
  CHECK(fill("You decide by ${decision_by}.", facts).text == "You decide by 16 March.");
  CHECK(fill("${referrer} sent me. ${from}", facts).text == "Þórdís Jónsdóttir sent me. Nguyễn Thị Hạnh");
  CHECK(fill("On ${topic}: yes.", facts).text == "On the failover drill: yes.");
  CHECK(fill("On ${topic}: yes.", facts, "rota").text == "On rota: yes.");
  const Filled all = fill("Thank you for talking through ${topic} with me on ${day}.", facts);
  CHECK(all.blanks == 0);
  CHECK(all.snippet == all.text);
}

TEST_CASE("fill leaves slots for what the facts do not know") {
  const Filled filled = fill("On ${day} ${name} asked ${what did they ask?}; ${what did they ask?} again.", Facts{});
  CHECK(filled.text == "On [day] [name] asked [what did they ask?]; [what did they ask?] again.");
  CHECK(filled.snippet ==
        "On ${1:[day]} ${2:[name]} asked ${3:[what did they ask?]}; ${3:[what did they ask?]} again.");
  CHECK(filled.blanks == 3);
  CHECK(fill("by ${decision_by}", Facts{}).text == "by [decision date]");
  CHECK(fill("", Facts{}).text.empty());
  CHECK(fill("a ${b", Facts{}).text == "a ${b");
}

TEST_CASE("an addressee known by address alone is no name") {
  Facts facts;
  facts.to = {{"", "jobs@harrow.example", {}}};
  CHECK(fill("Dear ${name},", facts).text == "Dear [name],");
  facts.to.push_back({"Dana Wu", "", {}});
  CHECK(fill("Dear ${name},", facts).text == "Dear [name],");
}

TEST_CASE("several addressees are joined") {
  Facts facts;
  facts.to = {{"Dana Wu", "", {}}, {"Łukasz Żak", "", {}}};
  CHECK(address_of(facts) == "Dana and Łukasz");
  facts.to.push_back({"Prof. Gülşen Çelik", "", {}});
  CHECK(address_of(facts) == "Dana, Łukasz and Prof. Çelik");
}

TEST_CASE("an address book's way of writing a name gives a greeting") {
  const auto greeted = [](std::string_view name) {
    Facts facts;
    facts.to = {{std::string(name), "", {}}};
    return address_of(facts);
  };
  CHECK(greeted("Wu, Dana") == "Dana");
  CHECK(greeted("D. Wu") == "D. Wu");
  CHECK(greeted("Ms. Wu") == "Ms. Wu");
  CHECK(greeted("Dr. Pieter van der Berg") == "Dr. van der Berg");
  CHECK(greeted("Ásta") == "Ásta");
  CHECK(greeted("") == "");
}

TEST_CASE("everything but the slots is escaped for a snippet") {
  Facts facts;
  facts.company = {{R"(Cash$ & {Carry} \Co)", {}}};
  const Filled filled = fill(R"(At ${company}, $5 \ {and} ${how much?}.)", facts);
  CHECK(filled.text == R"(At Cash$ & {Carry} \Co, $5 \ {and} [how much?].)");
  CHECK(filled.snippet == R"(At Cash\$ & {Carry\} \\Co, \$5 \\ {and\} ${1:[how much?]}.)");
  CHECK(escaped_for_snippet("Żółć $1") == "Żółć \\$1");
}

TEST_CASE("dates before 1970 and at midnight keep their day") {
  Facts facts;
  facts.interview = Fact<LocalTime>{{-1, true}, {}};
  CHECK(fill("${day} ${date}", facts).text == "Wednesday 31 December");
  facts.interview->value.seconds = 0;
  CHECK(fill("${day} ${date}", facts).text == "Thursday 1 January");
}

TEST_CASE("the fault of a slot is named") {
  CHECK(fault_of_slots("plain").empty());
  CHECK(fault_of_slots("a ${b} c ${d e?}").empty());
  CHECK(fault_of_slots("a ${b").find("without its }") != std::string::npos);
  CHECK(fault_of_slots("a b} ${c}").find("without its ${") != std::string::npos);
  CHECK(fault_of_slots("a ${}").find("empty") != std::string::npos);
  CHECK(!fault_of_slots("a ${b ${c}}").empty());
  CHECK(!fault_of_slots("a ${ b}").empty());
  CHECK(!fault_of_slots("a ${b [c]}").empty());
}

TEST_CASE("a sound source is read") {
  const Source source = read_source(
      "# remark\r\n\r\nkinds: interview, no-reply\r\nregister: warm\r\ntext: One\r\n  more ${x?}.\r\nwith: y\r\nwhy: "
      "Z.\r\n"
      "\n\n# alone\n\nkinds: all\nregister: terse\ntext: Two.\nwhy: W.");
  REQUIRE(source.faults.empty());
  REQUIRE(source.phrases.size() == 2);
  CHECK(source.phrases[0].text == "One more ${x?}.");
  CHECK(source.phrases[0].kinds == (only(Kind::interview) | only(Kind::no_reply)));
  CHECK(source.phrases[0].line == 3);
  CHECK(source.phrases[1].kinds == all_kinds);
  CHECK(source.phrases[1].line == 13);
  CHECK(source.phrases[0].sounds == Register::warm);
  CHECK(source.phrases[1].sounds == Register::terse);
}

TEST_CASE("faults of a source name their line") {
  const auto first_fault = [](std::string_view text) {
    const Source source = read_source(text);
    return source.faults.empty() ? SourceFault{} : source.faults.front();
  };
  CHECK(first_fault("kinds: interview\nregister: warm\ntext: A.\nwhy: B.\nhow: C.").line == 5);
  CHECK(first_fault("\nkinds: interwiew\ntext: A.\nwhy: B.").line == 2);
  CHECK(first_fault("\nkinds: interview\nregister: warm\nwhy: B.").message.find("no `text`") != std::string::npos);
  CHECK(first_fault("text: A.\nwhy: B.").message.find("no `kinds`") != std::string::npos);
  CHECK(first_fault("kinds: all\nregister: warm\ntext: A.").message.find("no `why`") != std::string::npos);
  CHECK(first_fault("kinds: all\ntext: A ${b.\nwhy: B.").line == 1);
  CHECK(first_fault("kinds: all\nregister: warm\ntext: A ${b?}.\nwhy: B.").message.find("0 answers for 1") !=
        std::string::npos);
  CHECK(first_fault("kinds: all\ntext: A.\ntext: B.\nwhy: C.").line == 3);
  CHECK(first_fault("kinds: all\ntext:\nwhy: C.").line == 2);
  CHECK(first_fault("kinds: all\nno colon here\n").line == 2);
  CHECK(first_fault("  stray\n").line == 1);
  CHECK(first_fault("kinds: all\ntext: A.\nwhy: B.").message.find("no `register`") != std::string::npos);
  CHECK(first_fault("kinds: all\nregister: cold\ntext: A.\nwhy: B.").line == 2);
  CHECK(first_fault("kinds: all\nregister: warm\ntext: A.\nwhy: B.\n").message.empty());
}

}  // namespace afterword::phrases

TEST_CASE("a topic that was jotted down is taken up as a sentence does") {
  const auto said = [](std::string_view topic) {
    return afterword::phrases::fill("Your point about ${topic} helped.", afterword::Facts(), topic).text;
  };
  CHECK(said("rollback plan") == "Your point about the rollback plan helped.");
  CHECK(said("Kafka migration") == "Your point about the Kafka migration helped.");
  for (std::string_view fine :
       {"flaky tests", "the press", "your question on ink", "moving from QA to testing", "Python",
        "how the canker spreads", "two shifts", "incident reviews", "onboarding", "Hull Yard", "a 12 V pump"})
    CHECK(said(fine) == "Your point about " + std::string(fine) + " helped.");
}
