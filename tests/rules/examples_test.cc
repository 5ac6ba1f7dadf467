// Every rule's own examples, run: what must fire fires there and is mended as promised, what must not stays silent.
#include <doctest/doctest.h>

#include <set>

#include "rules/engine/page.h"
#include "tests/support/judging.h"

using namespace afterword;
using namespace afterword::testing;

TEST_CASE("each rule states itself in full") {
  std::set<std::string_view> ids;
  for (const Rule* rule : all_rules()) {
    CAPTURE(rule->id);
    CHECK(ids.insert(rule->id).second);
    CHECK(rule->bad.size() >= 3);
    CHECK(rule->good.size() >= 4);
    CHECK_FALSE(rule->summary.empty());
    CHECK_FALSE(rule->why.empty());
    CHECK_FALSE(rule->sources.empty());
    CHECK(static_cast<bool>(rule->check));
    CHECK_FALSE(severity_text(*rule).empty());
    CHECK(rule_page(*rule).find("## Fires") != std::string::npos);
  }
}

TEST_CASE("bad examples fire where they are marked, and the first fix gives the promised text") {
  for (const Rule* rule : all_rules())
    for (const BadExample& example : rule->bad) {
      CAPTURE(rule->id);
      CAPTURE(example.text);
      Marked marked = take_marks(example.text);
      REQUIRE_FALSE(marked.span.empty());
      Judged judged = judge_text(marked.text);
      auto found = judged.of(rule->id);
      CHECK_FALSE(found.empty());
      if (found.empty()) continue;
      const Finding* covering = nullptr;
      for (const Finding* finding : found)
        if (finding->span == marked.span) covering = finding;
      std::string first = std::string(judged.note.text(found[0]->span));
      CAPTURE(first);
      CHECK(covering != nullptr);
      if (!covering) continue;
      CHECK_FALSE(covering->message.empty());
      if (example.fixed.empty()) continue;
      CHECK_FALSE(covering->fixes.empty());
      if (!covering->fixes.empty()) CHECK(apply(marked.text, covering->fixes[0].edits) == example.fixed);
    }
}

TEST_CASE("a rule that promises a fix has one, and the finding is gone once it is applied") {
  for (const Rule* rule : all_rules()) {
    CAPTURE(rule->id);
    if (rule->id == "sent-late") continue;  // its fix writes down what happened; late it stays
    bool mends = false;
    for (const BadExample& example : rule->bad) {
      std::string text = take_marks(example.text).text;
      Judged judged = judge_text(text);
      for (const Finding* finding : judged.of(rule->id)) {
        mends = mends || !finding->fixes.empty();
        for (const Fix& fix : finding->fixes) {
          CAPTURE(fix.title);
          if (!fix.edits[0].snippet.empty()) continue;  // blanks are left: the sentence counts once they are filled
          std::string after = apply(text, fix.edits);
          CAPTURE(after);
          CHECK(judge_text(after).of(rule->id).size() < judged.of(rule->id).size());
        }
      }
    }
    CHECK(mends == !rule->fix.empty());
  }
}

TEST_CASE("good examples stay silent") {
  for (const Rule* rule : all_rules())
    for (std::string_view example : rule->good) {
      CAPTURE(rule->id);
      CAPTURE(example);
      Judged judged = judge_text(std::string(example));
      for (const Finding* finding : judged.of(rule->id)) FAIL_CHECK("fires at: " << judged.note.text(finding->span));
    }
}

TEST_CASE("messages are at most two short sentences and quote no markup") {
  for (const Rule* rule : all_rules())
    for (const BadExample& example : rule->bad) {
      CAPTURE(rule->id);
      Judged judged = judge_text(take_marks(example.text).text);
      for (const Finding* finding : judged.of(rule->id)) {
        CAPTURE(finding->message);
        CHECK(finding->message.size() <= 200);
        CHECK(finding->message.find('\n') == std::string::npos);
        std::size_t ends = 0;
        for (std::size_t i = 0; i < finding->message.size(); ++i)
          ends += std::string_view(".?!").find(finding->message[i]) != std::string_view::npos &&
                  (i + 1 == finding->message.size() || finding->message[i + 1] == ' ');
        CHECK(ends <= 4);  // a quoted slip may hold a full stop of its own
      }
    }
}

TEST_CASE("fixes are sorted, within the text, and titled") {
  for (const Rule* rule : all_rules())
    for (const BadExample& example : rule->bad) {
      CAPTURE(rule->id);
      Judged judged = judge_text(take_marks(example.text).text);
      for (const Finding& finding : judged.verdict.findings)
        for (const Fix& fix : finding.fixes) {
          CHECK_FALSE(fix.title.empty());
          REQUIRE_FALSE(fix.edits.empty());
          std::size_t from = 0;
          for (const Edit& edit : fix.edits) {
            CHECK(edit.span.begin >= from);
            CHECK(edit.span.end >= edit.span.begin);
            CHECK(edit.span.end <= judged.note.text().size());
            from = edit.span.end;
          }
        }
    }
}
