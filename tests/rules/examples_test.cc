// Every rule's own examples, run: what must fire fires there and is mended as promised, what must not stays silent.
#include <doctest/doctest.h>

#include <set>

#include "rules/checks/catalog.h"
#include "rules/engine/page.h"
#include "tests/support/judging.h"

using namespace afterword;
using namespace afterword::testing;

namespace {

/// Sentences of a message; what it quotes of the note may hold full stops of its own.
std::size_t count_sentences(std::string_view message) {
  std::size_t ends = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < message.size(); ++i) {
    if (message[i] == '"') quoted = !quoted;
    bool mark = message[i] == '.' || message[i] == '?' || message[i] == '!';
    bool title = message.substr(0, i).ends_with("Dr") || message.substr(0, i).ends_with("Mr");
    ends += mark && !quoted && !title && (i + 1 == message.size() || message[i + 1] == ' ');
  }
  return ends;
}

/// The edit of an insert fix as a writer finishes it: the blanks of the phrase behind it filled with its sample
/// answers. Empty where no phrase of the book is behind it.
std::string filled_in(const Edit& edit, const Facts& facts) {
  if (auto at = edit.text.find("[your name]"); at != std::string::npos)
    return std::string(edit.text).replace(at, 11, "Ola Nilsen");
  std::vector<std::string> topics{""};
  for (const auto& topic : facts.topics) topics.push_back(topic.value);
  for (const phrases::Phrase& phrase : phrases::Book::standard().all())
    for (const std::string& topic : topics) {
      std::string blank = phrases::fill(phrase.text, facts, topic).text;
      auto at = edit.text.find(blank);
      if (at == std::string::npos) continue;
      std::string text = edit.text;
      return text.replace(at, blank.size(), phrases::example_of(phrase, facts, topic));
    }
  return {};
}

}  // namespace

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
    CHECK((rule->check != nullptr) != (rule->check_facts != nullptr));
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
      Judged judged = judge_example(example.text, marked.text);
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
      Judged judged = judge_example(example.text, text);
      for (const Finding* finding : judged.of(rule->id)) {
        mends = mends || !finding->fixes.empty();
        for (const Fix& fix : finding->fixes) {
          CAPTURE(fix.title);
          std::vector<Edit> edits = fix.edits;
          for (Edit& edit : edits) {
            if (edit.snippet.empty()) continue;
            edit.text = filled_in(edit, judged.facts);
            CHECK_FALSE(edit.text.empty());
          }
          std::string after = afterword::testing::apply(text, edits);
          CAPTURE(after);
          std::string files(example.text);
          if (fix.file) files += "==> " + fix.file->path + " <==\n" + fix.file->text;
          CHECK(judge_example(files, after).of(rule->id).size() < judged.of(rule->id).size());
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
      Judged judged = judge_example(example, std::string(example_files(example).front().text));
      for (const Finding* finding : judged.of(rule->id)) FAIL_CHECK("fires at: " << judged.note.text(finding->span));
    }
}

TEST_CASE("messages are at most two short sentences and quote no markup") {
  for (const Rule* rule : all_rules())
    for (const BadExample& example : rule->bad) {
      CAPTURE(rule->id);
      Judged judged = judge_example(example.text, take_marks(example.text).text);
      for (const Finding* finding : judged.of(rule->id)) {
        CAPTURE(finding->message);
        CHECK(finding->message.size() <= 200);
        CHECK(finding->message.find('\n') == std::string::npos);
        CHECK(count_sentences(finding->message) <= 2);
      }
    }
}

TEST_CASE("fixes are sorted, within the text, and titled") {
  for (const Rule* rule : all_rules())
    for (const BadExample& example : rule->bad) {
      CAPTURE(rule->id);
      Judged judged = judge_example(example.text, take_marks(example.text).text);
      for (const Finding& finding : judged.verdict.findings)
        for (const Fix& fix : finding.fixes) {
          CHECK_FALSE(fix.title.empty());
          REQUIRE(fix.edits.empty() == fix.file.has_value());
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
