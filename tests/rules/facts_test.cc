// Front matter, mail headers and interview.yaml to facts, with their places; times; names.
#include <doctest/doctest.h>

#include "rules/engine/names.h"
#include "rules/engine/typing_slip.h"
#include "rules/model/standard.h"
#include "rules/note/personal_names.h"
#include "tests/support/judging.h"

using namespace afterword;

namespace {

Note parse(std::string text, Format format = Format::markdown) {
  return Note::parse(std::make_shared<const std::string>(std::move(text)), format, standard_checker().reader());
}

}  // namespace

TEST_CASE("front matter is read with its places") {
  Note note = parse(
      "---\nkind: phone-screen\nto: \"Dana Wu <dana@a.example>\"\nfrom: Ola\ncompany: [Initech, Initech "
      "Ltd]\ntopics:\n  - the press\n  - ink\ninterview: 2026-03-04 14:00\nignore: gift\ntitle: Mine\n---\n");
  Facts facts = facts_of(note, nullptr);
  CHECK(facts.kind->value == Kind::phone_screen);
  REQUIRE(facts.to.size() == 1);
  CHECK(facts.to[0].name == "Dana Wu");
  CHECK(facts.to[0].email == "dana@a.example");
  CHECK(facts.to[0].origin.line == 3);
  CHECK(facts.to[0].origin.column == 5);
  CHECK(facts.company[1].value == "Initech Ltd");
  CHECK(facts.topics[1].value == "ink");
  CHECK(note.text(facts.topics[1].origin.span) == "ink");
  CHECK(to_string(facts.interview->value) == "2026-03-04T14:00:00");
  CHECK(facts.ignore[0].value == "gift");
}

TEST_CASE("a fault in front matter keeps what stands before it") {
  Note note = parse("---\nto: Dana Wu\nrole: [open\n---\n\nHi\n");
  CHECK_FALSE(note.front_matter().fault.empty());
  CHECK(facts_of(note, nullptr).to[0].name == "Dana Wu");
  Note alias = parse("---\nto: &a Dana\nfrom: *a\n---\n");
  CHECK_FALSE(alias.front_matter().fault.empty());
  Note deep = parse("---\na: " + std::string(400, '[') + "\n---\n");
  CHECK_FALSE(deep.front_matter().fault.empty());
}

TEST_CASE("the entry that a fault cuts short is no fact") {
  auto keys = [](const std::string& yaml) {
    std::string all;
    for (const Field& field : read_yaml(yaml, 0).entries) all += field.key + ' ';
    return all;
  };
  for (std::string_view cut :
       {"to: [unclosed\nkind: interview\n", "to: \"Dana\nkind: interview\n", "to: \"Dana\nkind: \"interview\"\n",
        "to: 'Dana\nkind: interview\n", "to: Dana\n  kind: interview\n", "to: {a: b\nkind: interview\n",
        "to:\n  - Dana\n    kind: interview\n", "to: Dana: Wu\n", "to: [a, *b]\n", "to: 'Dana' Wu\n",
        "to: &a Dana\n"}) {
    CAPTURE(cut);
    CHECK(keys("from: Ola\n" + std::string(cut)) == "from ");
    CHECK(keys(std::string(cut)).empty());
  }
  // What a line of its own follows was whole.
  CHECK(keys("from: Ola\nto: Dana\nki: [") == "from to ");
  CHECK(keys("from: Ola\nto: Dana\n]\n") == "from to ");
  Note note = parse("---\nfrom: Ola\nto: [unclosed\nkind: interview\n---\n\nDear Dana,\n\nFine.\n");
  CHECK(facts_of(note, nullptr).to.empty());
  CHECK(facts_of(note, nullptr).from->name == "Ola");
  // Of an interviewer that is being typed only the entry at the fault goes, and the others stay.
  Fields file =
      read_yaml("company: Initech\ninterviewers:\n  - name: Dana Wu\n  - name: Luis Ek\n    topics: [ink\n", 0);
  REQUIRE(file.find("interviewers"));
  REQUIRE(file.find("interviewers")->children.size() == 2);
  CHECK(file.find("interviewers")->children[1].size() == 1);
}

TEST_CASE("keys and the names of kinds are read in any letter case") {
  Note note = parse("---\nKind: Phone-Screen\nTO: Dana Wu\nDecision-By: 2026-03-09\nDelivery: Post\n---\n\nFine.\n");
  Facts facts = facts_of(note, nullptr);
  REQUIRE(facts.kind);
  CHECK(facts.kind->value == Kind::phone_screen);
  REQUIRE(facts.to.size() == 1);
  CHECK(facts.decision_by.has_value());
  CHECK(facts.delivery->value == Delivery::post);
  InterviewFile file =
      read_interview_file("interview.yaml", "Interviewers:\n  - Name: Dana Wu\n    Email: d@a.example\n");
  Facts known = facts_of(parse("Hi Dana,\n\nFine.\n"), &file);
  REQUIRE(known.to.size() == 1);
  CHECK(known.to[0].email == "d@a.example");
}

TEST_CASE("each address has a place of its own") {
  Note note =
      parse("From: Ola\nTo: \xC3\xA9 Ek <e@b>, a@b,\n a@bc, =?utf-8?Q?Zo=C3=AB?= <z@b>, c@d\n\nHi\n", Format::mail);
  Facts facts = facts_of(note, nullptr);
  REQUIRE(facts.to.size() == 5);
  CHECK(facts.to[0].origin.column == 5);
  CHECK(facts.to[1].origin.column == 17);
  CHECK(facts.to[2].origin.line == 3);
  CHECK(facts.to[2].origin.column == 2);
  CHECK(note.text(facts.to[2].origin.span) == "a@bc");
  CHECK(facts.to[3].origin.line == 2);  // the whole header: encoded, the name is nowhere in the text
  CHECK(note.text(facts.to[4].origin.span) == "c@d");
}

TEST_CASE("a mail's addresses, one or several, surname first as well") {
  Facts facts = facts_of(parse("To: \"Wu, Dana\" <dana@a.example>, Luis Ek <luis@a.example>, jobs@a.example\nFrom: Ola "
                               "Nilsen <o@a.example>\nDate: Tue, 10 Mar 2026 17:42:00 +0100\n\nHi\n",
                               Format::mail),
                         nullptr);
  REQUIRE(facts.to.size() == 3);
  CHECK(facts.to[0].email == "dana@a.example");
  CHECK(facts.to[1].name == "Luis Ek");
  CHECK(facts.to[2].name.empty());
  CHECK(facts.from->name == "Ola Nilsen");
  CHECK(to_string(facts.sent->value) == "2026-03-10T17:42:00");
}

TEST_CASE("interview.yaml: the addressee is found by To:, by the attribution, by the greeting") {
  std::string yaml =
      "company: Initech\nrole: tester\nfrom: Ola Nilsen\ninterviewers:\n  - name: Dana Wu\n    email: dana@a.example\n "
      "   interview: 2026-03-04 10:00\n    topics: [ink]\n  - name: Luis Ek\n    topics: [paper]\n";
  InterviewFile file = read_interview_file("interview.yaml", yaml);
  CHECK(file.fields.fault.empty());
  Facts by_address = facts_of(parse("To: dana@a.example\n\nHello,\n\nFine.\n", Format::mail), &file);
  CHECK(by_address.topics[0].value == "ink");
  CHECK(by_address.topics[0].origin.path == "interview.yaml");
  CHECK(by_address.company[0].value == "Initech");
  REQUIRE(by_address.others.size() == 1);
  CHECK(by_address.others[0].name == "Luis Ek");
  Facts by_greeting = facts_of(parse("Hi Luis,\n\nFine.\n"), &file);
  CHECK(by_greeting.to[0].name == "Luis Ek");
  CHECK(by_greeting.topics[0].value == "paper");
  Facts by_quote =
      facts_of(parse("Hello,\n\nFine.\n\nOn Monday, Dana Wu <d@a.example> wrote:\n> Hi\n", Format::mail), &file);
  CHECK(by_quote.to[0].name == "Dana Wu");
  Facts nobody = facts_of(parse("Hello,\n\nFine.\n"), &file);
  CHECK(nobody.to.empty());
  CHECK(nobody.others.size() == 2);
  Facts stranger = facts_of(parse("To: Eve Sands <eve@b.example>\n\nHi Eve,\n\nFine.\n", Format::mail), &file);
  CHECK(stranger.company.empty());
}

TEST_CASE("an interviewer is found by any name that a letter may use") {
  InterviewFile file = read_interview_file(
      "interview.yaml",
      "interviewers:\n  - name: Anne-Marie Holm\n  - name: Frau Dr. Agnieszka Nowak\n  - name: Stephen Wu\n  - name: "
      "Steven Park\n");
  auto greeted = [&](const std::string& salutation) {
    Facts facts = facts_of(parse(salutation + "\n\nFine.\n"), &file);
    return facts.to.empty() ? std::string() : facts.to[0].name;
  };
  CHECK(greeted("Dear Anne-Marie,") == "Anne-Marie Holm");
  CHECK(greeted("Hi Aga,") == "Frau Dr. Agnieszka Nowak");
  CHECK(greeted("Dear Frau Dr. Nowak,") == "Frau Dr. Agnieszka Nowak");
  CHECK(greeted("Dear Mr Park,") == "Steven Park");
  CHECK(greeted("Hello Steve Wu,") == "Stephen Wu");
  CHECK(greeted("Hello Steve,").empty());  // it may be either
  CHECK(greeted("Hello all,").empty());
  CHECK(facts_of(parse("To: Steve Wu <s@b.example>\n\nHello,\n\nFine.\n", Format::mail), &file).others.size() == 3);
}

TEST_CASE("times") {
  CHECK(to_string(parse_time("2026-11-20")->seconds == 0 ? LocalTime{} : *parse_time("2026-11-20")) ==
        "2026-11-20T23:59:00");
  CHECK_FALSE(parse_time("2026-11-20")->has_time);
  CHECK(to_string(*parse_time("2026-11-20 14:00")) == "2026-11-20T14:00:00");
  CHECK(to_string(*parse_time("2026-11-20T14:00:30.5")) == "2026-11-20T14:00:30");
  CHECK(parse_time("2026-11-20T14:00:00Z").has_value());
  for (std::string_view bad :
       {"", "20.11.2026", "2026-13-01", "2026-02-30", "2026-11-20 25:00", "2026-11-20 14:00 soon", "tomorrow"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_time(bad).has_value());
  }
}

TEST_CASE("names: what a slip of the finger makes, and what is another name") {
  CHECK(typing_slip("Initceh", "Initech") == Slip::swapped);
  CHECK(typing_slip("Margueritte", "Marguerite") == Slip::doubled);
  CHECK(typing_slip("Jenifer", "Jennifer") == Slip::doubled);
  CHECK(typing_slip("Inirech", "Initech") == Slip::mistyped);
  CHECK(typing_slip("Stepanie", "Stephanie") == Slip::none);  // some write it without
  CHECK(typing_slip("Stehanie", "Stephanie") == Slip::mistyped);
  CHECK(typing_slip("Quntavo", "Quintavo") == Slip::clipped);
  CHECK(typing_slip("Quintvo", "Quintavo") == Slip::clipped);
  for (auto [written, known] : {std::pair{"Inotech", "Initech"},
                                {"Michaela", "Michael"},
                                {"Michel", "Michael"},
                                {"Pieter", "Peter"},
                                {"Mayer", "Meyer"},
                                {"Hoffmann", "Hoffman"},
                                {"Suzan", "Susan"},
                                {"Larson", "Larsen"},
                                {"Northcenter", "Northcentre"},
                                {"Dana", "Dana"}})
    CHECK(typing_slip(written, known) == Slip::none);
  CHECK(is_given_name("philip"));
  CHECK(is_given_name("phillip"));
  CHECK_FALSE(is_given_name("micheal"));
  CHECK_FALSE(is_given_name("anna maria"));
}

TEST_CASE("names: what stands behind a name is no part of it") {
  CHECK(without_post("Dana Wu, Head of Claims") == "Dana Wu");
  CHECK(without_post("Dana, Head of Claims") == "Dana");
  CHECK(without_post("Dr. Dana Wu (Quality)") == "Dana Wu");
  CHECK(without_post("Dana Wu - Claims") == "Dana Wu");
  CHECK(without_post("Wu, Dana") == "Wu, Dana");
  CHECK(without_post("Berg, Henk van der") == "Berg, Henk van der");
  CHECK(without_post("Ines Prado-Reyes") == "Ines Prado-Reyes");
}

TEST_CASE("names: titles, particles, nicknames, near misses") {
  CHECK(given_name_of("Dr. Dana Wu") == "Dana");
  CHECK(surname_of("Prof. Henk van der Berg") == "van der Berg");
  CHECK(surname_of("Dana") == "Dana");
  CHECK(given_name_of("Wu, Dana") == "Dana");
  CHECK(surname_of("Wu, Dana") == "Wu");
  CHECK(given_name_of("Dana Wu, PhD") == "Dana");
  CHECK(surname_of("Dana Wu, PhD") == "Wu");
  CHECK(without_title("Canon Dr. Ruth Hale") == "Ruth Hale");
  CHECK(without_title("Ms. Dana Wu") == "Dana Wu");
  Person jennifer{"Jennifer O\xE2\x80\x99Neill", "", {}};
  CHECK(may_mean("Jen", jennifer.name));
  CHECK(may_mean("jenny", jennifer.name));
  CHECK_FALSE(may_mean("Jane", jennifer.name));
  CHECK(may_mean("Sasha", "Aleksandra Volkova"));
  CHECK(may_mean("Dima", "Dimitri Orlov"));
  CHECK_FALSE(may_mean("Dima", "Sasha Orlov"));
  CHECK(may_be_one_person(NameForm("Jen Park"), NameForm("Jennifer Park")));
  CHECK(may_be_one_person(NameForm("Ms. Wu"), NameForm("Dana")));  // who knows
  CHECK_FALSE(may_be_one_person(NameForm("Dana Wu"), NameForm("Luis Ek")));
  CHECK_FALSE(may_be_one_person(NameForm("Dana Wu"), NameForm("Dana Ek")));
  CHECK(may_mean("Zoe", "Zo\xC3\xAB Lindqvist"));
  CHECK(may_mean("Lukasz", "\xC5\x81ukasz Nowak"));
  CHECK(may_mean("Hye", "Hye-jin Park"));
  CHECK(is_near_miss("Katarzina", "Katarzyna", true));
  CHECK(is_near_miss("Initceh", "Initech", false));
  CHECK_FALSE(is_near_miss("Monika", "Katarzyna", true));
  CHECK_FALSE(is_near_miss("Dana", "Dana", true));
  CHECK_FALSE(is_near_miss("Berliner", "Berlin", false));
  CHECK(address(Person{"Dr. Dana Wu", "", {}}, true) == "Dr. Wu");
  CHECK(address({Person{"Dana Wu", "", {}}, Person{"Luis Ek", "", {}}, Person{"Mei Li", "", {}}}, false) ==
        "Dana, Luis and Mei");
}

TEST_CASE("a surname with a slip behind the right given name is found, in a company's name a lost vowel too") {
  const auto found = [](const std::string& facts, const std::string& prose) {
    const std::string text = "---\n" + facts + "\nkind: interview\n---\n\nDear Ines,\n\n" + prose + "\n";
    return !testing::judge_text(text).of("name-misspelt").empty();
  };
  CHECK(found("to: Ines Feldman", "The letter is to Ines Feldmn as it stands."));
  CHECK(found("to: Ines Feldman\ncompany: Quintavo", "The press at Quntavo stood still."));
  CHECK(found("to: Ines Feldman\ncompany: Sankofa House", "Sankoffa House has two presses."));
  CHECK_FALSE(found("to: Ines Feldman\ncompany: Sankofa House", "Sankoffa has two presses."));  // any word may begin so
  CHECK_FALSE(found("to: Ines Feldman", "Good afternoon to all."));
}

TEST_CASE("a mailbox's name is nobody's, and letters spelt out are no slip") {
  for (std::string_view name : {"Hiring Team", "Jobs", "Human Resources", "Talent Acquisition", "Northpier Ltd",
                                "Northpier Recruiting", "Admissions Office", "Selection committee", "Front Office"}) {
    CAPTURE(name);
    CHECK_FALSE(names_a_person(Person{std::string(name), "", {}}));
  }
  for (std::string_view name : {"Dana Wu", "Dr. Will Page", "Chef Moreau", "Ola"})
    CHECK(names_a_person(Person{std::string(name), "", {}}));
  Facts facts = facts_of(parse("To: Hiring Team <hr@a.example>\n\nDear Ms Osborne,\n\nFine.\n", Format::mail), nullptr);
  CHECK(named_addressees(facts).empty());
  CHECK(may_mean("Mueller", "J\xC3\xBCrgen M\xC3\xBCller"));
  CHECK(may_mean("M\xC3\xBCller", "J\xC3\xB6rg Mueller"));
  CHECK_FALSE(is_near_miss("M\xC3\xBCller", "Mueller", true));
  CHECK(may_mean("Liz", "Elisabeth Rowan"));
  CHECK(may_mean("Nell", "Eleanor Vance"));
  CHECK_FALSE(may_mean("Nell", "Elisabeth Rowan"));
  CHECK_FALSE(is_near_miss("Juergen", "J\xC3\xBCrgen", true));
  CHECK_FALSE(is_near_miss("Soeren", "S\xC3\xB8ren", true));
}
