// The engine: severities by kind and by settings, silencing, ignores, is-it-a-note, the yardstick of fresh
// notes.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include "rules/model/standard.h"
#include "tests/support/judging.h"

using namespace afterword;
using namespace afterword::testing;

namespace {

std::string front(std::string_view kind, std::string_view more = "") {
  return "---\nkind: " + std::string(kind) + "\nto: Dana Wu\n" + std::string(more) + "---\n\n";
}

constexpr std::string_view only_polite =
    "Dear Dana,\n\nThank you very much for seeing me yesterday. It was a great pleasure to meet you. Thank you again "
    "for your time and for all your kindness, it means a lot.\n\nKind regards,\nOla Nilsen\n";

bool fires(const Verdict& verdict, std::string_view rule) {
  for (const Finding& finding : verdict.findings)
    if (finding.rule == rule) return true;
  return false;
}

}  // namespace

TEST_CASE("one gap, one finding: only-thanks silences the missing parts") {
  Judged judged = judge_text(front("interview") + std::string(only_polite));
  CHECK(judged.of("only-thanks").size() == 1);
  for (std::string_view rule :
       {"callback-missing", "interest-missing", "fit-missing", "next-step-missing", "addition-missing"})
    CHECK(judged.of(rule).empty());
}

TEST_CASE("switched off, only-thanks silences nothing") {
  RuleSettings settings;
  settings.severity["only-thanks"] = Severity::off;
  Request request;
  request.settings = &settings;
  Verdict verdict = judge_with(front("interview") + std::string(only_polite), request);
  CHECK_FALSE(fires(verdict, "only-thanks"));
  CHECK(fires(verdict, "fit-missing"));
}

TEST_CASE("the kind decides which parts are asked for, and how gravely") {
  CHECK(judge_text(front("rejection") + std::string(only_polite)).of("only-thanks").empty());
  CHECK(judge_text(front("recommendation") + std::string(only_polite)).of("fit-missing").empty());
  std::string no_name =
      "Hello,\n\nThe scarf came on the day of the first frost, and I have worn it on the boat on every single morning "
      "since then, gloves and all.\n\nLove,\nOla\n";
  CHECK(judge_text("---\nkind: personal\n---\n\n" + no_name.substr(8)).of("greeting-missing")[0]->severity ==
        Severity::information);
}

TEST_CASE("a slight case is milder, but not than what the user set") {
  auto severity = [](std::string_view rule, const std::string& text, std::optional<Severity> set) {
    RuleSettings settings;
    if (set) settings.severity[std::string(rule)] = *set;
    Request request;
    request.settings = &settings;
    for (const Finding& finding : judge_with(text, request).findings)
      if (finding.rule == rule) return finding.severity;
    return Severity::off;
  };
  auto words = [](int count) {
    std::string body;
    for (int i = 0; i < count / 5; ++i) body += "The plums arrived yesterday whole. ";
    return front("interview") + "Dear Dana,\n\n" + body + "\n\nKind regards,\nOla Nilsen\n";
  };
  CHECK(severity("too-long", words(150), {}) == Severity::off);
  CHECK(severity("too-long", words(155), {}) == Severity::information);
  CHECK(severity("too-long", words(200), {}) == Severity::information);
  CHECK(severity("too-long", words(205), {}) == Severity::warning);
  const std::string late = front("interview", "interview: 2026-03-03 20:00\n") + "Dear Dana,\n\nThank you.\n";
  CHECK(severity("sent-late", late, {}) == Severity::hint);
  for (Severity set : {Severity::hint, Severity::information, Severity::warning, Severity::error}) {
    CHECK(severity("too-long", words(155), set) == set);
    CHECK(severity("too-long", words(205), set) == set);
    CHECK(severity("sent-late", late, set) == set);
  }
}

TEST_CASE("settings change the severity; the note's own ignore silences a rule") {
  RuleSettings settings;
  settings.severity["greeting-generic"] = Severity::hint;
  Request request;
  request.settings = &settings;
  Verdict verdict = judge_with(front("interview") + "Hello,\n\nThank you for the kiln.\n", request);
  REQUIRE(fires(verdict, "greeting-generic"));
  CHECK(verdict.findings[0].severity == Severity::hint);
  CHECK_FALSE(
      fires(judge_with(front("interview", "ignore: [greeting-generic]\n") + "Hello,\n\nThank you for the kiln.\n", {}),
            "greeting-generic"));
}

TEST_CASE("a draft just begun is not nagged") {
  Judged judged = judge_text(front("interview") + "Dear Dana,\n\nThank you for the tour.\n");
  CHECK(judged.verdict.findings.empty());
}

TEST_CASE("a misspelt name in the greeting silences the mismatch, a slot the generic greeting") {
  Judged misspelt =
      judge_text("---\nkind: interview\nto: Katarzyna Nowak\n---\n\nDear Katarzina,\n\nThanks for the tour.\n");
  CHECK(misspelt.of("name-misspelt").size() == 1);
  CHECK(misspelt.of("name-mismatch").empty());
  Judged slot = judge_text(front("interview") + "Dear [Name],\n\nThanks for the tour.\n");
  CHECK(slot.of("placeholder-left").size() == 1);
  CHECK(slot.of("greeting-generic").empty());
}

TEST_CASE("another language: only address, facts and timing are judged") {
  Judged judged = judge_text(
      front("interview", "interview: 2026-03-01 10:00\n") +
      "Sehr geehrte Damen und Herren,\n\nvielen Dank f\xC3\xBCr das Gespr\xC3\xA4"
      "ch und f\xC3\xBCr die F\xC3\xBChrung durch die Halle. Ihre Frage nach dem Kran hat mich lange besch\xC3\xA4"
      "ftigt, und ich habe die "
      "Zahlen noch einmal gepr\xC3\xBC"
      "ft. Gern komme ich am Montag wieder.\n\nMit freundlichen Gr\xC3\xBC\xC3\x9F"
      "en\nOla\n");
  CHECK_FALSE(judged.verdict.occasion.english);
  std::set<std::string_view> rules;
  for (const Finding& finding : judged.verdict.findings) rules.insert(finding.rule);
  CHECK(rules == std::set<std::string_view>{"greeting-generic", "not-english", "sent-late"});
}

TEST_CASE("what is a note: front matter, name, wording, and `afterword: false` above all") {
  std::string plain =
      "Dear Dana,\n\nThank you for the interview yesterday. You asked why the second printer jams only on Mondays, and "
      "I think that the paper is damp.\n\nBest,\nOla\n";
  CHECK(judge_with(plain, {}).occasion.why == "reads like one");
  CHECK(judge_with("---\nkind: interview\nto: x\n---\nHi\n", {}).occasion.is_note);
  CHECK_FALSE(judge_with("---\nkind: recipe\nto: x\n---\nMix it.\n", {}).occasion.is_note);
  CHECK_FALSE(judge_with("---\nafterword: false\n---\n\n" + plain, {}).occasion.is_note);
  CHECK_FALSE(
      judge_with("# Readme\n\nThank you for using this. You asked how it works: run make.\n", {}).occasion.is_note);
  CHECK_FALSE(
      judge_with(
          "Dear Ms. Ek,\n\nI am writing to apply for the post of tester. Please find attached my CV.\n\nYours,\nOla\n",
          {})
          .occasion.is_note);
  Request named;
  named.named_as_note = true;
  CHECK(judge_with("Anything at all.\n", named).occasion.why == "file name");
}

TEST_CASE("a talk, a call or a question alone makes no note: an occasion of the catalogue must be named") {
  for (std::string_view office : {
           "Dear Ms Wu,\n\nThank you for inviting me to an interview on Monday at 10. I confirm that I will be there "
           "and will bring my certificates.\n\nKind regards,\nOla Nilsen\n",
           "Dear Ms Wu,\n\nThank you for the meeting yesterday. Please find the minutes attached. You asked for the "
           "numbers of May; they are on page two.\n\nKind regards,\nOla Nilsen\n",
           "Dear Ms Nilsen,\n\nThank you for your interest in our company and for coming to see us last week. We were "
           "impressed with your interview, but we have decided to go with another candidate.\n\nKind regards,\nDana "
           "Wu\nHuman Resources\n",
           "Dear team,\n\nThank you for the great sprint. You closed 31 tickets, and the demo on Friday went well. We "
           "start the next one on Monday.\n\nBest,\nOla\n",
           "Hi Dana,\n\nThanks for the chat about the API yesterday. You said that the pagination breaks after page "
           "ten, so I have opened a ticket for it.\n\nBest,\nOla\n",
           "Hi Sam,\n\nThanks for the call this morning. As we discussed, I will send the new quote by Friday. You "
           "mentioned that the boxes should be smaller, and we can do that.\n\nBest regards,\nOla Nilsen\nSales\n",
           "Dear Priya,\n\nThank you for explaining the payroll run to me yesterday. I have written down the steps and "
           "put them in the shared folder. Could you check them before Thursday?\n\nBest,\nOla\n",
           "Dear Mrs Brandt,\n\nThank you for coming to see me on Thursday. We talked about how Leon could practise "
           "his reading at home. I have put two books in his bag.\n\nKind regards,\nOla Nilsen\n",
           "Hi Jun,\n\nThanks for reviewing my branch yesterday. You pointed out that the loop runs twice; I fixed it "
           "and pushed again.\n\nThanks,\nOla\n",
           "Hi Dana,\n\nI interviewed the candidate for the tester role yesterday. She answered the question about "
           "queues well, and I would hire her. Thanks for setting it up.\n\nBest,\nOla\n",
           "Dear Ms Ferro,\n\nThank you for your time yesterday. Your point about the travel budget made sense to me, "
           "and I have moved two trips to autumn. I will send you the new figures on Monday.\n\nBest regards,\nOla "
           "Nilsen\n",
           "Dear Mr Ek,\n\nThank you for the piano lesson yesterday. You showed me how to relax the wrist, and it "
           "already helps. Can we move next week's lesson to Wednesday?\n\nBest,\nOla\n",
           "Dear Ms Wu,\n\nThank you for your call. Unfortunately I cannot come to the interview on Thursday. Could we "
           "meet on Friday instead?\n\nKind regards,\nOla Nilsen\n",
           "Dear Mr Lund,\n\nThank you for showing me the flat yesterday. You said that the rent includes heating. I "
           "would like to take it and can sign the lease on Monday.\n\nKind regards,\nOla Nilsen\n",
       }) {
    CAPTURE(office);
    CHECK_FALSE(judge_with(std::string(office), {}).occasion.is_note);
  }
  for (std::string_view note : {
           "Dear Ms Wu,\n\nThank you for interviewing me yesterday. Your question about how I would run the night "
           "shift stayed with me. I would love to join your team.\n\nKind regards,\nOla Nilsen\n",
           "Dear Mr Hall,\n\nThank you for talking to me about the job in your bakery. I liked how you let the "
           "apprentices shape the loaves on their first day. I would be happy to start with you in May.\n\nKind "
           "regards,\nOla Nilsen\n",
           "Hi Carla,\n\nThank you for the trial shift on Saturday. The way you call the orders made the rush look "
           "easy. I would like to work with your crew.\n\nBest,\nOla\n",
           "Hello Mina,\n\nThanks for the screening call yesterday. I was glad to hear that the team pairs on hard "
           "tickets. Please let me know when the technical interview can take place.\n\nBest,\nOla\n",
           "Dear Dr Moss,\n\nThank you for telling me about your career in public health. You suggested that I "
           "volunteer at a clinic first, and I start at one on Monday. May I write to you again in the spring?\n\nKind "
           "regards,\nOla Nilsen\n",
           "Dear Tom,\n\nThank you for introducing me to Anna at Kern. We speak on Tuesday about the planner job. I "
           "will tell you how it went.\n\nBest,\nOla\n",
           "Dear Mr Ek,\n\nThank you for the letter of recommendation. The school said that your lines about the choir "
           "trip decided it. I start in September.\n\nKind regards,\nOla Nilsen\n",
           "Hi Jun,\n\nIt was great to meet you at the food fair on Sunday. You told me about your problem with the "
           "lids, and here is the supplier I named: https://lids.example. Could we talk next week?\n\nBest,\nOla\n",
           "Hello Marek,\n\nWe met at the Rust meetup on Tuesday, next to the pizza. Your story of the lost index made "
           "me check ours. Let us stay in touch.\n\nBest,\nOla\n",
           "Dear Ms Wu,\n\nThank you for letting me know about your decision. I enjoyed the talk about the archive. "
           "Please keep me in mind if another post opens.\n\nKind regards,\nOla Nilsen\n",
           "Dear Ms Wu,\n\nTwo weeks ago we spoke about the tester role, and you hoped to decide by last Friday. Is "
           "there a new date for the decision? I am still very interested.\n\nKind regards,\nOla Nilsen\n",
           "Dear Mrs Hall,\n\nThank you for giving me the interview for my article about the mill. Your memory of the "
           "flood of 1962 opens it. It appears on Saturday.\n\nWith best wishes,\nOla Nilsen\n",
       }) {
    CAPTURE(note);
    CHECK(judge_with(std::string(note), {}).occasion.is_note);
  }
}

TEST_CASE("fresh notes: what other hands wrote is judged as the catalogue asks") {
  namespace fs = std::filesystem;
  fs::path folder = fs::path(__FILE__).parent_path() / "fresh_notes";
  std::ifstream table(folder / "expected.tsv");
  REQUIRE(table.good());
  auto split = [](const std::string& list) {
    std::set<std::string> rules;
    std::istringstream in(list);
    for (std::string rule; std::getline(in, rule, ',');)
      if (rule != "-" && !rule.empty()) rules.insert(rule);
    return rules;
  };
  // As their README says.
  const std::set<std::string> labelled = split(
      "greeting-missing,greeting-generic,name-mismatch,name-misspelt,placeholder-left,thanks-missing,callback-missing,"
      "callback-vague,interest-missing,fit-missing,next-step-missing,next-step-passive,addition-missing,only-thanks,"
      "stock-phrase,gift,written-ahead,desk-delivery,flattery,repeated-word,lowercase-i,sign-off-missing,"
      "signature-missing");
  std::size_t right = 0, wrong = 0, missed = 0, notes = 0;
  for (std::string line; std::getline(table, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream columns(line);
    std::string file, expected, may;
    std::getline(columns, file, '\t');
    std::getline(columns, expected, '\t');
    std::getline(columns, may, '\t');
    if (!fs::exists(folder / file)) continue;
    ++notes;
    std::ifstream in(folder / file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    std::set<std::string> found, due = split(expected), allowed = split(may);
    for (const Finding& finding : judge_text(text).verdict.findings)
      if (std::string rule(finding.rule); labelled.contains(rule)) found.insert(rule);
    for (const std::string& rule : found) {
      if (due.contains(rule))
        ++right;
      else if (!allowed.contains(rule)) {
        ++wrong;
        MESSAGE(file << ": wrong " << rule);
      }
    }
    for (const std::string& rule : due)
      if (!found.contains(rule)) {
        ++missed;
        MESSAGE(file << ": missed " << rule);
      }
  }
  CHECK(notes == 24);
  // The floor is what stands today, so that it can't slip: precision and recall over all rules.
  CHECK(static_cast<double>(right) / static_cast<double>(right + wrong) >= 0.90);
  CHECK(static_cast<double>(right) / static_cast<double>(right + missed) >= 0.95);
  MESSAGE(right << " right, " << wrong << " wrong, " << missed << " missed");
}

TEST_CASE("no phrase of the book trips a rule once its slots are filled, and each is of its role") {
  constexpr std::string_view facts =
      "---\nkind: KIND\nto: Dana Wu\nfrom: Ola Nilsen\ncompany: Initech\nrole: tester\ninterview: 2026-03-04 "
      "14:00\ntopics: [the Monday jams]\nreferred-by: Luis Ek\ndecision-by: 2026-03-20\n---\n\n";
  std::size_t of_role = 0, all = 0;
  for (const phrases::Phrase& phrase : phrases::Book::standard().all())
    for (std::size_t k = 0; k < kind_count; ++k) {
      if (!(phrase.kinds & (1u << k))) continue;
      std::string head(facts);
      head.replace(head.find("KIND"), 4, kind_names[k]);
      Note known =
          Note::parse(std::make_shared<const std::string>(head), Format::markdown, standard_checker().reader());
      std::string text = phrases::example_of(phrase, facts_of(known, nullptr));
      bool inside = phrase.purpose != phrases::Purpose::greeting && phrase.purpose != phrases::Purpose::sign_off;
      std::string note = inside ? head + "Dear Dana,\n\n" + text + "\n\nKind regards,\nOla Nilsen\n"
                                : head + (phrase.purpose == phrases::Purpose::greeting
                                              ? text + "\n\nThe tour was good.\n"
                                              : "Dear Dana,\n\nThe tour was good.\n\n" + text + "\nOla Nilsen\n");
      CAPTURE(kind_names[k]);
      CAPTURE(text);
      Judged judged = judge_text(note);
      for (const Finding& finding : judged.verdict.findings)
        if (finding.rule != "sent-late" && finding.rule != "nudge-early" && finding.rule != "too-short" &&
            !finding.rule.ends_with("-missing"))
          FAIL_CHECK(finding.rule << " at: " << judged.note.text(finding.span));
      auto role = role_named(phrases::name_of(phrase.purpose));
      if (!role || !inside) continue;
      ++all;
      Request request;
      Context context = standard_checker().context(judged.note, judged.facts, judged.verdict.occasion, request);
      if (context.present.has(*role))
        ++of_role;
      else
        MESSAGE("not seen as " << phrases::name_of(phrase.purpose) << ": " << text);
    }
  CHECK(static_cast<double>(of_role) / static_cast<double>(all) >= 0.8);
  MESSAGE(of_role << " of " << all << " phrases are seen as their role");
}

TEST_CASE("a long text is looked through once, however many hits it has") {
  // A hit in each sentence, and a sentence without end: each times each would be billions.
  std::string sentences = front("interview") + "Dear Dana,\n\n", endless = sentences;
  for (int i = 0; i < 30000; ++i) {
    sentences += "I am a perfect fit. Sorry for the delay. ";
    endless += "TODO name a great asset touch base ";
  }
  const Judged many = judge_text(sentences + "\n"), one = judge_text(std::move(endless) + ".\n");
  CHECK(many.of("apology").size() == 30000);
  CHECK(one.of("placeholder-left").size() > 1000);
}
