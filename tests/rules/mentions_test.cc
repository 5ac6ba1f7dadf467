// Where names stand in a note, and what becomes of each form when somebody is called otherwise.
#include <doctest/doctest.h>

#include "rules/engine/mentions.h"
#include "rules/engine/renaming.h"
#include "rules/model/standard.h"
#include "tests/support/judging.h"

using namespace afterword;
using namespace afterword::testing;

namespace {

const Lexicon& lexicon() { return standard_checker().reader().lexicon; }

struct Found {
  Note note;
  InterviewFile file;
  std::vector<Named> names;
  std::vector<Mention> mentions;
};

Found look(const std::string& text, const std::string& yaml = "", Format format = Format::markdown) {
  Found found{parse(text, format), read_interview_file("interview.yaml", yaml), {}, {}};
  const InterviewFile* file = yaml.empty() ? nullptr : &found.file;
  found.names = known_names(facts_of(found.note, file), file);
  found.mentions = find_mentions(found.note, found.names, lexicon());
  return found;
}

/// The text with all that is found in double brackets, companies in angles.
std::string marked(const std::string& text, const std::string& yaml = "", Format format = Format::markdown) {
  const Found found = look(text, yaml, format);
  std::string made = text;
  for (std::size_t i = found.mentions.size(); i-- > 0;) {
    const bool company = found.names[found.mentions[i].who].type == Named::Type::company;
    made.insert(found.mentions[i].span().end, company ? ">" : "]");
    made.insert(found.mentions[i].span().begin, company ? "<" : "[");
  }
  return made;
}

/// Renames what stands at the first "|", which is taken out.
std::string renamed(std::string text, const std::string& name, const std::string& yaml = "") {
  const std::size_t at = text.find('|');
  REQUIRE(at != std::string::npos);
  text.erase(at, 1);
  const Found found = look(text, yaml);
  const Mention* here = mention_at(found.mentions, at);
  REQUIRE_MESSAGE(here, text);
  const Renaming renaming(found.names[here->who], *here, name);
  return afterword::testing::apply(text, renaming.edits(found.mentions, here->who, text));
}

const std::string front = "---\nto: Dana Wu\ncompany: [Initech, Initech GmbH]\n---\n\n";

std::string body(const std::string& text) {
  const std::string whole = marked(front + text);
  return whole.substr(whole.rfind("---\n\n") + 5);
}

}  // namespace

TEST_CASE("names are found in each of their forms") {
  CHECK(marked(front) == "---\nto: [Dana Wu]\ncompany: [<Initech>, <Initech GmbH>]\n---\n\n");
  CHECK(body("Dear Dana,\n\nthe bench was Dana Wu's idea, and Ms. Wu's plan. I told Dana's team.\n") ==
        "Dear [Dana],\n\nthe bench was [Dana Wu]'s idea, and Ms. [Wu]'s plan. I told [Dana]'s team.\n");
  CHECK(body("Dear Dana\xE2\x80\x99s team,\n\nthe desk of Dana\nWu is free.\n") ==
        "Dear [Dana]\xE2\x80\x99s team,\n\nthe desk of [Dana\nWu] is free.\n");
  CHECK(body("Dear DANA,\n\nthe team at Initech GmbH, Initech's own.\n") ==
        "Dear [DANA],\n\nthe team at <Initech GmbH>, <Initech>'s own.\n");
  CHECK(body("Dana Wu\nInitech\n1 Valve street\n\nDear Dana,\n\nthank you for the tour.\n") ==
        "[Dana Wu]\n<Initech>\n1 Valve street\n\nDear [Dana],\n\nthank you for the tour.\n");
  CHECK(body("Dear Dana,\n\nthanks.\n\nKind regards,\nDana Field\n") ==
        "Dear [Dana],\n\nthanks.\n\nKind regards,\nDana Field\n");
}

TEST_CASE("names are not found where others bear them, or nobody does") {
  CHECK(body("Dear all,\n\nDana Smith and Peter Wu spoke of the Initechs.\n") ==
        "Dear all,\n\nDana Smith and Peter Wu spoke of the Initechs.\n");
  CHECK(
      body(
          "Hello,\n\nwrite to dana@initech.example or see `Dana` at https://x.example/Dana now.\n\n> Dana said so\n") ==
      "Hello,\n\nwrite to dana@initech.example or see `Dana` at https://x.example/Dana now.\n\n> Dana said so\n");
  CHECK(body("Hello,\n\nthe dana of the wu.\n") == "Hello,\n\nthe dana of the wu.\n");
  const std::string may = "---\nto: May Lin\n---\n\n";
  CHECK(marked(may + "Dear May,\n\nMay I come in May, on 3 May? I told May so. May showed me the bench.\n") ==
        "---\nto: [May Lin]\n---\n\nDear [May],\n\nMay I come in May, on 3 May? I told [May] so. [May] showed me the "
        "bench.\n");
}

TEST_CASE("a name of two people means the one that the note is to") {
  const std::string yaml = "interviewers:\n  - name: Dana Wu\n  - name: Peter Wu\n  - name: Dana Lee\n";
  CHECK(marked("Dear Dana Wu,\n\nPeter Wu and Dana Lee were there, Mr. Wu late. Tell Dana.\n", yaml) ==
        "Dear [Dana Wu],\n\n[Peter Wu] and [Dana Lee] were there, Mr. [Wu] late. Tell [Dana].\n");
  const Found found = look("Dear Peter Wu,\n\nDana was late, Wu was not.\n", yaml);
  REQUIRE(found.mentions.size() == 2);  // which Dana, nobody knows
  CHECK(found.names[found.mentions[1].who].names[0] == "Peter Wu");
}

TEST_CASE("the fuller name of interview.yaml tells which words are somebody's") {
  const std::string yaml = "company: Initech\ninterviewers:\n  - {name: Dr. Dana Wu, email: dana@initech.example}\n";
  CHECK(marked("---\nto: Dana\n---\n\nDear Dr. Wu,\n\nthanks, Dana, from all at Initech.\n", yaml) ==
        "---\nto: [Dana]\n---\n\nDear Dr. [Wu],\n\nthanks, [Dana], from all at <Initech>.\n");
  CHECK(marked("To: dana@initech.example\nSubject: Dana's bench\n\nDear Dana,\n\nthanks.\n", yaml, Format::mail) ==
        "To: dana@initech.example\nSubject: [Dana]'s bench\n\nDear [Dana],\n\nthanks.\n");
  const Found found = look("Dear Dana,\n\nthanks.\n", yaml);
  const std::vector<Mention> there = find_mentions(found.file, found.names, lexicon());
  REQUIRE(there.size() == 2);
  CHECK(there[0].fact);
  CHECK(std::string_view(found.file.text).substr(there[1].span().begin, 7) == "Dana Wu");
}

TEST_CASE("a whole name is renamed in each form") {
  const std::string text =
      "Dear Dana,\n\nthe bench was Dana Wu's idea, not Dr. Wu's. Ask Dana and Ms. Wu.\n\nKind regards,\nSam\n";
  CHECK(renamed("---\nto: |Dana Wu <dana@initech.example>\n---\n\n" + text, "Dinah Ray") ==
        "---\nto: Dinah Ray <dana@initech.example>\n---\n\nDear Dinah,\n\nthe bench was Dinah Ray's idea, not Dr. "
        "Ray's. Ask Dinah and Ms. Ray.\n\nKind regards,\nSam\n");
  CHECK(renamed("---\nto: Dana W|u\n---\n\n" + text, "Dinah Wu") ==
        "---\nto: Dinah Wu\n---\n\nDear Dinah,\n\nthe bench was Dinah Wu's idea, not Dr. Wu's. Ask Dinah and Ms. "
        "Wu.\n\nKind regards,\nSam\n");
  CHECK(renamed("---\nto: |Dana Wu\n---\n\n" + text, "Henk van der Berg") ==
        "---\nto: Henk van der Berg\n---\n\nDear Henk,\n\nthe bench was Henk van der Berg's idea, not Dr. van der "
        "Berg's. Ask Henk and Ms. van der Berg.\n\nKind regards,\nSam\n");
  CHECK(renamed("---\nto: |Dana Wu\n---\n\n" + text, "Dinah") ==
        "---\nto: Dinah\n---\n\nDear Dinah,\n\nthe bench was Dinah's idea, not Dr. Dinah's. Ask Dinah and Ms. "
        "Dinah.\n\nKind regards,\nSam\n");
  CHECK(renamed("---\nto: |Dana Wu\n---\n\nDear Dana,\n\nDana Wu!\n", "Mary Ann Wu") ==
        "---\nto: Mary Ann Wu\n---\n\nDear Mary,\n\nMary Ann Wu!\n");
}

TEST_CASE("a part of a name is renamed everywhere") {
  const std::string text = "---\nto: Dr. Dana Wu\n---\n\nDear |Dana,\n\nDana Wu and Dr. Wu agree with Dana's team.\n";
  CHECK(renamed(text, "Dinah") ==
        "---\nto: Dr. Dinah Wu\n---\n\nDear Dinah,\n\nDinah Wu and Dr. Wu agree with Dinah's team.\n");
  CHECK(renamed(text, "Mary Ann") ==
        "---\nto: Dr. Mary Ann Wu\n---\n\nDear Mary Ann,\n\nMary Ann Wu and Dr. Wu agree with Mary Ann's team.\n");
  CHECK(renamed(text, "Dinah Wu") ==
        "---\nto: Dr. Dinah Wu\n---\n\nDear Dinah,\n\nDinah Wu and Dr. Wu agree with Dinah's team.\n");
  const std::string surname = "---\nto: Dana Wu\n---\n\nDear Ms. W|u,\n\nDana Wu and Dana agree.\n";
  CHECK(renamed(surname, "Ray") == "---\nto: Dana Ray\n---\n\nDear Ms. Ray,\n\nDana Ray and Dana agree.\n");
  CHECK(renamed(surname, "Dana Ray") == "---\nto: Dana Ray\n---\n\nDear Ms. Ray,\n\nDana Ray and Dana agree.\n");
}

TEST_CASE("names of three words and of one") {
  const std::string three =
      "---\nto: Juan Carlos Ruiz\n---\n\nDear |Juan Carlos,\n\nJuan, Juan Ruiz and Carlos Ruiz are one.\n";
  CHECK(renamed(three, "Pedro Luis") ==
        "---\nto: Pedro Luis Ruiz\n---\n\nDear Pedro Luis,\n\nPedro, Pedro Ruiz and Luis Ruiz are one.\n");
  CHECK(renamed(three, "Pedro") ==
        "---\nto: Pedro Ruiz\n---\n\nDear Pedro,\n\nPedro, Pedro Ruiz and Pedro Ruiz are one.\n");
  CHECK(renamed("---\nto: |Dana\n---\n\nDear Dana,\n\nthanks.\n", "Dinah Ray") ==
        "---\nto: Dinah Ray\n---\n\nDear Dinah,\n\nthanks.\n");
  CHECK(renamed("---\nto: Dr. |Wu\n---\n\nDear Dr. Wu,\n\nthanks.\n", "Ray") ==
        "---\nto: Dr. Ray\n---\n\nDear Dr. Ray,\n\nthanks.\n");
  CHECK(renamed("---\nto: J. |Ruiz\n---\n\nDear J. Ruiz,\n\nthanks.\n", "Pedro Soto") ==
        "---\nto: Pedro Soto\n---\n\nDear Pedro Soto,\n\nthanks.\n");
  CHECK(renamed("---\nto: Wu, Dana\n---\n\nDear D|ana,\n\nthanks.\n", "Dinah") ==
        "---\nto: Wu, Dinah\n---\n\nDear Dinah,\n\nthanks.\n");
}

TEST_CASE("a possessive ending fits the new name") {
  CHECK(renamed("---\nto: James Hill\n---\n\nDear |James,\n\nJames' plan, James's bench, 'ask James' again.\n",
                "Dana") == "---\nto: Dana Hill\n---\n\nDear Dana,\n\nDana's plan, Dana's bench, 'ask Dana' again.\n");
  CHECK(renamed("---\nto: Dana Wu\n---\n\nDear |Dana,\n\nDana's plan.\n", "James") ==
        "---\nto: James Wu\n---\n\nDear James,\n\nJames's plan.\n");
  CHECK(renamed("---\nto: James Hill\n---\n\nDear |James,\n\nJames\xE2\x80\x99 plan.\n", "Dana") ==
        "---\nto: Dana Hill\n---\n\nDear Dana,\n\nDana\xE2\x80\x99s plan.\n");
}

TEST_CASE("accents and quotation marks of YAML") {
  CHECK(renamed("---\nto: Zo\xC3\xAB Wu\n---\n\nDear |Zoe,\n\nthanks.\n", "Chlo\xC3\xAB") ==
        "---\nto: Chlo\xC3\xAB Wu\n---\n\nDear Chlo\xC3\xAB,\n\nthanks.\n");
  CHECK(renamed("---\nto: 'Dana Wu'\n---\n\nDear Dana |Wu,\n\nthanks.\n", "Dana O'Neil") ==
        "---\nto: 'Dana O''Neil'\n---\n\nDear Dana O'Neil,\n\nthanks.\n");
}

TEST_CASE("a company's names go together") {
  const std::string text = front + "Dear Dana,\n\nthe people of Ini|tech and Initech GmbH, Initech's own.\n";
  CHECK(
      renamed(text, "Initrode") ==
      "---\nto: Dana Wu\ncompany: [Initrode, Initrode GmbH]\n---\n\nDear Dana,\n\nthe people of Initrode and Initrode "
      "GmbH, Initrode's own.\n");
  CHECK(renamed(front + "Dear Dana,\n\nInitech is |Initech GmbH.\n", "Initrode Pumps AG") ==
        "---\nto: Dana Wu\ncompany: [Initrode Pumps, Initrode Pumps AG]\n---\n\nDear Dana,\n\nInitrode Pumps is "
        "Initrode Pumps AG.\n");
}

TEST_CASE("what is no name is refused") {
  for (const char* name : {"Dinah", "Dinah Wu-Ray", "Se\xC3\xA1n O'Neil", "J. Ruiz", "\xE9\x99\x88\xE4\xBC\x9F",
                           "e\xCC\x81mile", "Dinah\xE2\x80\x99s"})
    CHECK(fault_of_name(name, Named::Type::person) == "");
  for (const char* name :
       {"", "  ", "Dana\nWu", "Dana\r\nWu", "42", "Dana 2", "-Dana", "Dana: Wu", "Dana, Wu", "[name]",
        "dana@initech.example", "Dana \"Di\" Wu", "First name", "Dr. Dana Wu", "\xFF", "Dana\tWu"})
    CHECK_MESSAGE(fault_of_name(name, Named::Type::person) != "", name);
  CHECK(fault_of_name(std::string(101, 'a'), Named::Type::person) != "");
  for (const char* name : {"Initrode", "3M", "Smith & Sons (Valves)", "A/S Pumps", "Yahoo!"})
    CHECK(fault_of_name(name, Named::Type::company) == "");
  for (const char* name : {"", "42", "&Co", "Pumps: Valves", "a\nb", "Pumps #1", "{x}"})
    CHECK_MESSAGE(fault_of_name(name, Named::Type::company) != "", name);
}
