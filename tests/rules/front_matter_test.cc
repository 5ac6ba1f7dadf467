// Front matter: where it ends, what is written into it, and that half of it is no prose yet.
#include <doctest/doctest.h>

#include "tests/support/judging.h"

using namespace afterword;
using namespace afterword::testing;

TEST_CASE("front matter says where its closing fence stands") {
  auto fence = [](std::string text) {
    Note note = parse(std::move(text));
    return note.front_matter().closing_fence;
  };
  CHECK(fence("---\nto: Dana Wu\n---\n\nHi\n") == 16);
  CHECK(fence("---\nto: Dana Wu\n...\n\nHi\n") == 16);
  CHECK(fence("\xEF\xBB\xBF---\r\nto: Wu\r\n---") == 16);
  CHECK(fence("---\nto: Wu --- or ...\n...\nHi ---\n") == 22);
  CHECK(fence("---\n---\n") == 4);
  CHECK_FALSE(fence("---\nto: Wu\n").has_value());
  CHECK_FALSE(fence("Hi\n\n---\n").has_value());
}

TEST_CASE("a fact is written above the closing fence, or not at all") {
  auto sent = [](const std::string& text) {
    testing::Judged judged = testing::judge_text(text);
    auto found = judged.of("sent-late");
    REQUIRE(found.size() == 1);
    return found[0]->fixes.empty() ? "" : testing::apply(text, found[0]->fixes[0].edits);
  };
  const std::string facts = "kind: interview\ninterview: 2026-03-03 14:00\n", fact = "sent: 2026-03-05 10:00\n";
  const std::string body = "\nDear Dana,\n\nThank you for the two hours.\n";
  CHECK(sent("---\n" + facts + "---\n" + body) == "---\n" + facts + fact + "---\n" + body);
  CHECK(sent("---\n" + facts + "...\n" + body) == "---\n" + facts + fact + "...\n" + body);
  CHECK(sent("---\n" + facts + "role: a --- b\n...\n" + body) ==
        "---\n" + facts + "role: a --- b\n" + fact + "...\n" + body);
  CHECK(sent("---\n{kind: interview, interview: 2026-03-03 14:00}\n---\n" + body).empty());
  CHECK(sent("---\n" + facts + "topics: [a\n---\n" + body).empty());
  CHECK(sent("---\n" + facts + body).empty());
}

TEST_CASE("front matter that is being typed is front matter") {
  const std::string body = "Dear Dana,\n\nThank you for the tour.\n";
  for (std::string_view typed :
       {"---\nto: Dana Wu\n", "---\nto: Dana Wu", "---\nto:\n", "---\nto: Dana Wu\ntopics:\n  - ink\n- paper\n",
        "---\nto: Dana Wu\n# of the yard\nki", "---\nto: Dana Wu\nki\n", "---\r\nto: Dana Wu\r\n", "---\nki",
        "---\nTo: Dana Wu\ntopics: [ink,\n  paper\n]\n", "\xEF\xBB\xBF---\nto: Dana Wu\n"}) {
    CAPTURE(typed);
    CHECK(part(parse(std::string(typed)), PartKind::front_matter) == typed.substr(typed.starts_with("\xEF") ? 3 : 0));
    CHECK(testing::judge_text(std::string(typed)).verdict.findings.empty());
    if (typed.find_first_of("\r\n", 5) == std::string_view::npos) continue;
    Note above = parse(std::string(typed) + "\n" + body);
    if (typed.back() == '\n') CHECK(part(above, PartKind::greeting) == "Dear Dana,");
    if (typed.back() == '\n') CHECK(sentences(above) == Strings{"Thank you for the tour."});
  }
  Note half = parse("---\nto: Dana Wu\nki\n\n" + body);
  CHECK(half.front_matter().fault.empty());
  CHECK(half.front_matter().find("to")->values[0].text == "Dana Wu");
  // A rule further down belongs to the letter.
  Note ruled = parse("---\nto: Dana Wu\n\n" + body + "\n---\n\nA last word.\n");
  CHECK(part(ruled, PartKind::front_matter) == "---\nto: Dana Wu\n");
  CHECK(sentences(ruled).size() == 2);
  // Blank lines between entries are none.
  CHECK(part(parse("---\nto: Dana Wu\n\nfrom: Ola\n---\n\n" + body), PartKind::front_matter).ends_with("Ola\n---\n"));
}

TEST_CASE("a rule that prose follows opens no front matter") {
  for (std::string_view text :
       {"---\nThank you for the tour.\n", "---\n\nto: Dana Wu\n", "---\n", "---\n- one\n", "---\n--", "---\n12",
        "---\nThanks\nfor the tour.\n", "---\nDana:\n\nThank you for the tour.\n",
        "---\nto: Dana Wu\nThank you for the tour.\n", "---\nhttps://a.example\n", "----\na: b\n",
        "---\nWhat I saw: a yard.\n"}) {
    CAPTURE(text);
    CHECK(part(parse(std::string(text)), PartKind::front_matter) == "(none)");
  }
}

TEST_CASE("front matter typed letter by letter is parsed as it would be afresh") {
  const std::string whole = "---\nto: Dana Wu\ntopics:\n  - ink\n\nkind: interview\n---\n";
  for (std::string_view body : {"", "\nDear Dana,\n\nThank you for the tour.\n\n---\n\nto: be\n"}) {
    Note before = parse(std::string(body));
    for (std::size_t size = 0; size <= whole.size(); ++size) {
      const std::string text = whole.substr(0, size) + std::string(body);
      Note kept = parse(text, Format::markdown, &before), fresh = parse(text);
      CAPTURE(text);
      CHECK(kept.front_matter().span == fresh.front_matter().span);
      CHECK(kept.front_matter().closing_fence == fresh.front_matter().closing_fence);
      CHECK(kept.front_matter().entries.size() == fresh.front_matter().entries.size());
      CHECK(kept.parts().size() == fresh.parts().size());
      CHECK(sentences(kept) == sentences(fresh));
      before = kept;
    }
  }
}
