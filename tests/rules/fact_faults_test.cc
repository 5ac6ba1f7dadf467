// Facts that can't be taken: in a note, in interview.yaml; and what was meant.
#include <doctest/doctest.h>

#include "rules/checks/catalog.h"
#include "rules/engine/fact_faults.h"
#include "rules/note/near_words.h"
#include "tests/support/judging.h"

using namespace afterword;
using namespace afterword::testing;

namespace {

/// "what is covered: what was meant" of each fault.
Strings faults(const std::string& yaml, FactPlaces place) {
  const Fields fields = read_yaml(yaml, 0);
  REQUIRE(fields.fault.empty());
  Strings all;
  for (const FactFault& fault : fact_faults(fields.entries, place, {all_rules()})) {
    CHECK(fault.message.size() <= 200);
    std::string one = yaml.substr(fault.span.begin, fault.span.size()) + ":";
    for (const std::string& instead : fault.instead) one += " " + instead;
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace

TEST_CASE("near words: as many slips as a word of that length bears") {
  const std::vector<std::string_view> known{"gift", "flattery", "topics", "to", "thanks-missing", "interest-missing"};
  const auto near = [&](std::string_view typed) { return near_words(typed, known); };
  using Views = std::vector<std::string_view>;
  CHECK(near("gfit") == Views{"gift"});
  CHECK(near("gifts") == Views{"gift"});
  CHECK(near("GIFT") == Views{"gift"});
  CHECK(near("grit").empty());
  CHECK(near("fit").empty());
  CHECK(near("toc").empty());
  CHECK(near("flatery") == Views{"flattery"});
  CHECK(near("thanks_missing") == Views{"thanks-missing"});
  CHECK(near("something").empty());
  CHECK(near(std::string(100000, 'a')).empty());
  CHECK(near_words("cat's", std::vector<std::string_view>{"cats", "cat"}) == Views{"cats"});
  CHECK(did_you_mean(Views{"a", "b"}) == " Did you mean 'a' or 'b'?");
  CHECK(did_you_mean(Views{}).empty());
}

TEST_CASE("interview.yaml: each key and value that can't be taken") {
  CHECK(faults("company: Initech\ninterviewers:\n  - name: Dana Wu\n    email: d@a.example\n    title: lead\n    done: "
               "card\n"
               "    interview: 2026-03-03\n    topics: [a]\n",
               in_file)
            .empty());
  CHECK(faults("compnay: Initech\nsalary: 5\n", in_file) == Strings{"compnay: company", "salary:"});
  CHECK(faults("interviewers:\n  - nmae: Dana\n    done: cards\n    interview: soon\n", in_file) ==
        Strings{"nmae: name", "cards: card", "soon:"});
  CHECK(faults("interviewers: [Dana Wu]\n", in_file) == Strings{"Dana Wu:"});
  CHECK(faults("company: {name: Initech}\n", in_file) == Strings{"company:"});
  CHECK(faults("kind: interveiw\n", in_file) == Strings{"interveiw: interview"});
  // Facts of a note alone, of a person alone, of the whole alone.
  CHECK(faults("to: Dana\nsent: 2026-03-04\nignore: [gitf]\n", in_file) == Strings{"to:", "sent:", "gitf: gift"});
  CHECK(faults("done: card\ninterviewers:\n  - name: Dana\n    delivery: post\n    interviewers: [x]\n", in_file) ==
        Strings{"done:", "delivery:", "interviewers:"});
  CHECK(faults("role: [baker, cook]\ntopics: [a, b]\n", in_file) == Strings{"cook:"});
  CHECK(faults("interviewers:\n  - name: Dana Wu\n  - name: dana wu\n  - name: Jo\n", in_file) == Strings{"dana wu:"});
  CHECK(faults("interviewers:\n  - {name: Jo Li, email: j@a.example}\n  - {name: Jo Li, email: J@a.example}\n  - "
               "{name: Jo Li, email: k@a.example}\n",
               in_file) == Strings{"J@a.example:"});
}

TEST_CASE("a note's front matter: keys of other tools pass, ours that are misspelt do not") {
  CHECK(faults("title: A\ndate: soon\ntags: [a]\nlayout: post\ntoc: 1\nform: x\nsalary: 5\nobject: x\n", in_note)
            .empty());
  CHECK(faults("compnay: Initech\nDecision_by: 2026-03-03\n", in_note) ==
        Strings{"compnay: company", "Decision_by: decision-by"});
  // Beside the key itself it is another one.
  CHECK(faults("interview: 2026-03-03\ninterviews: 4\n", in_note).empty());
  CHECK(faults("interview: 3 March\nsent: '20.3.2026'\ndelivery: e-mail\nafterword: maybe\n", in_note) ==
        Strings{"3 March:", "'20.3.2026':", "e-mail: email", "maybe:"});
  CHECK(faults("interview:\nsent: ''\nkind: Interview\nto: [a, b]\ninterviewers: [x]\n", in_note).empty());
}

TEST_CASE("broken facts of a note are findings where they stand") {
  const auto found = [](const std::string& text) {
    const Judged judged = judge_text(text);
    Strings all;
    for (const Finding* finding : judged.of("facts-invalid")) all.emplace_back(judged.note.text(finding->span));
    return all;
  };
  CHECK(found("---\nkind: intervew\nignore: [gift, gitf]\n---\n\nDear Dana,\n\nThank you.\n") ==
        Strings{"intervew", "gitf"});
  // Not while they are typed, nor in what holds nothing yet.
  CHECK(found("---\nkind: intervew\n").empty());
  CHECK(found("---\nkind: intervew\n---\n").empty());
  CHECK(found("Dear Dana,\n\n<!-- afterword: ignore -->\n<!-- afterword: of -->\n<!-- afterword -->\nThank you.\n") ==
        Strings{"<!-- afterword: ignore -->", "<!-- afterword: of -->"});
  CHECK(found("---\nignore: facts-invalid\nkind: intervew\n---\n\nDear Dana,\n\nThank you.\n").empty());
}

TEST_CASE("no more faults are told at once than somebody mends") {
  std::string list = "ignore: [", keys, comment = "Dear Dana,\n\n", unknown = "Dear Dana,\n\n";
  for (int i = 0; i < 3000; ++i) {
    list += "none" + std::to_string(i) + ", ";
    keys += "kinf: " + std::to_string(i) + "\n";
    comment += "<!-- afterword: ignore none, gitf -->\n";
    unknown += "<!-- afterword: ingore gift -->\n";
  }
  CHECK(faults(list + "x]\n", in_note).size() == most_fact_faults);
  CHECK(faults("interviewers:\n  - name: Dana\n    topics: [a]\n" + keys, in_file).size() == most_fact_faults);
  const Judged named = judge_text(comment + "Thank you.\n"), unnamed = judge_text(unknown + "Thank you.\n");
  CHECK(named.of("facts-invalid").size() == most_fact_faults);
  CHECK(unnamed.of("facts-invalid").size() == most_fact_faults);
}
