// The check list says what the rules about missing parts say, and the hours that are left.
#include <doctest/doctest.h>

#include <algorithm>

#include "rules/checks/catalog.h"
#include "rules/checks/check_list.h"
#include "rules/model/standard.h"
#include "tests/support/judging.h"

using namespace afterword;
using namespace afterword::testing;

namespace {

struct Listed {
  Judged judged;
  CheckList list;
  std::optional<Timing> time;
};

Listed list_of(const std::string& text, std::string_view now = example_now, const RuleSettings* settings = nullptr) {
  Listed made{judge_text(text, Format::markdown, now), {}, {}};
  Request request;
  request.now = *parse_time(now);
  request.settings = settings;
  const Context context =
      standard_checker().context(made.judged.note, made.judged.facts, made.judged.verdict.occasion, request);
  made.list = check_list(context);
  made.time = timing(context);
  return made;
}

std::string time_of(const std::string& facts, std::string_view now) {
  const Listed listed = list_of("---\n" + facts + "---\n\nDear Dana,\n\nthank you for the tour.\n", now);
  if (!listed.time) return "(none)";
  return listed.time->text + (listed.time->changes_at ? " until " + to_string(*listed.time->changes_at) : "");
}

const ListedPart* part(const CheckList& list, std::string_view rule) {
  const auto found =
      std::find_if(list.parts.begin(), list.parts.end(), [&](const ListedPart& one) { return one.rule == rule; });
  return found == list.parts.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("a part that a rule misses is not ticked") {
  std::size_t compared = 0, ticked = 0;
  const auto compare = [&](const std::string& text) {
    const Listed listed = list_of(text);
    for (const Finding& finding : listed.judged.verdict.findings) {
      const ListedPart* asked = part(listed.list, finding.rule);
      if (!asked) continue;
      CHECK_MESSAGE(!asked->there, text);
      ++compared;
    }
    ticked += listed.list.there();
  };
  for (const Rule* rule : all_rules()) {
    for (const BadExample& example : rule->bad) compare(take_marks(example.text).text);
    for (const std::string_view example : rule->good) compare(std::string(example));
  }
  CHECK(compared > 100);
  CHECK(ticked > 1000);
}

TEST_CASE("what is asked for goes by the kind, the settings, the note and the paper") {
  const std::string text = "Dear Hiring Manager,\n\nthank you.\n";
  const Listed interview = list_of("---\nkind: interview\n---\n\n" + text);
  CHECK(interview.list.parts.size() == 9);
  CHECK(interview.list.there() == 1);
  REQUIRE(part(interview.list, "greeting-missing"));
  CHECK(!part(interview.list, "greeting-missing")->there);
  CHECK(list_of("---\nkind: personal\n---\n\n" + text).list.parts.size() == 3);
  CHECK(!part(list_of("---\nkind: interview\ndelivery: hand\n---\n\n" + text).list, "addition-missing"));
  CHECK(!part(list_of("---\nkind: interview\nignore: fit-missing\n---\n\n" + text).list, "fit-missing"));
  RuleSettings settings;
  settings.severity["fit-missing"] = Severity::off;
  CHECK(!part(list_of("---\nkind: interview\n---\n\n" + text, example_now, &settings).list, "fit-missing"));
  CHECK(list_of("---\nkind: interview\n---\n\nSehr geehrte Frau Wu,\n\nvielen Dank f\xC3\xBCr das Gespr\xC3\xA4"
                "ch am Montag und die Zeit, die Sie sich genommen haben.\n")
            .list.parts.empty());
}

TEST_CASE("the hours that are left") {
  const std::string talk = "kind: interview\ninterview: 2026-03-04 10:00\n";
  CHECK(time_of("kind: interview\n", "2026-03-05T10:00:00") == "(none)");
  CHECK(time_of(talk, "2026-03-04T09:00:00") == " until 2026-03-04T10:00:00");
  CHECK(time_of(talk, "2026-03-04T10:00:00") == "24 hours left of 24 until 2026-03-04T10:00:01");
  CHECK(time_of(talk, "2026-03-04T10:00:01") == "23 hours left of 24 until 2026-03-04T11:00:01");
  CHECK(time_of(talk, "2026-03-05T08:30:00") == "1 hour left of 24 until 2026-03-05T09:00:01");
  CHECK(time_of(talk, "2026-03-05T09:00:01") == "less than an hour left of 24 until 2026-03-05T10:00:01");
  CHECK(time_of(talk, "2026-03-05T10:00:00") == "less than an hour left of 24 until 2026-03-05T10:00:01");
  CHECK(time_of(talk, "2026-03-05T10:00:01") == "the 24 hours are over until 2026-03-14T10:00:00");
  CHECK(time_of(talk, "2026-03-14T10:00:00") == "(none)");
  CHECK(time_of("kind: rejection\ninterview: 2026-03-04 10:00\n", "2026-03-04T11:00:00") == "(none)");
  CHECK(time_of(talk + "sent: 2026-03-04 11:10\n", "2026-03-20T10:00:00") == "sent 1 hour after the talk");
  CHECK(time_of(talk + "sent: 2026-03-07 10:00\n", "2026-03-20T10:00:00") == "sent 3 days after the talk");
  CHECK(time_of(talk + "sent: 2026-03-03 10:00\n", "2026-03-20T10:00:00") == "(none)");
}
