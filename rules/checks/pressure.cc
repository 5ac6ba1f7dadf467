#include <algorithm>
#include <array>

#include "rules/checks/checks.h"
#include "rules/checks/harm.h"
#include "rules/checks/places.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

/// Orders, threats and pleas. They only back the model's score (harm.h): "answer by return" is an order or a story.
constexpr auto patterns = with_tales(std::to_array<Pattern>({
    {"(reply|answer|respond|decide|confirm|revert|act|let me know|tell me|call me|write back) *3 (asap|at "
     "once|immediately|by return|right away|straight away|straightaway|without delay|today|tonight|now|soonest|as soon "
     "as possible|by (tomorrow|noon|tonight))"},
    {"please *1 (let me know|get back to me|tell me|reply|respond|answer|decide|confirm) *3 (asap|immediately|at "
     "once|urgently|without delay|right away|as soon as possible)",
     beyond_doubt},
    {"(asap|urgently|pronto|soonest)"},
    {"^ (please|kindly)? (hurry|rush|revert|expedite|hasten|speed|decide|push|stop)"},
    {"(speed|hurry) *2 up"},
    {"(answer|decision|reply|response|verdict) *1 (within|today|tonight|now|at the latest|this week|by "
     "(tonight|tomorrow|"
     "noon|lunchtime))"},
    {"^ (is|has|have|are|when|by when|do|did|may|might|could you tell|can you tell|would you tell)", speaks_against},
    {"(you|somebody|someone) (must|have to|need to|had better|'d better|better|ought to|owe|owes) !(be|have|get|know|"
     "hear|see)"},
    {"you (can 't|can n't|cannot|can not) (leave|keep|let|ignore|refuse|expect|simply|just)"},
    {"(beg|implore|beseech|entreat) (you|of you)"},
    {"i (really|badly|desperately|urgently|so|do|truly)? @degree? need (this|the|a|your|an|to know)"},
    {"i (demand|require|expect|insist on) *1 (an|a|the|your|you|to hear|some) *2 "
     "(answer|reply|decision|response|word|hear|call|explanation|confirmation|apology)?"},
    {"(unless you|if you (do n't|do not|wo n't|will not|can n't|cannot)) *12 i (will|'ll|shall|have to|must|am|'m)"},
    {"(or|otherwise|else) i (will|'ll|shall|walk|withdraw|leave|must|am|go|sign)"},
    {"(unless|until) *6 (i|this|my) (will|'ll|shall|goes|complaint)"},
    {"(still|yet) (no|not|nothing|have n't|waiting|without)"},
    {"still (no|not a|not one|not any|without|without any|waiting for an) (answer|reply|response|word|sign|decision) "
     "*2 from (you|your)",
     beyond_doubt},
    {"(how long|how much longer|how many|what is taking|what 's taking|why (is|has|does) it|why (have|has) "
     "(you|nobody|no "
     "one))"},
    {"(finally|for once) *2 (reply|answer|respond|decide|tell|call|have|get|hear|know|decency)"},
    {"(time is|running out|out of time|can 't wait|can n't wait|cannot wait|no later than|last chance|final offer)"},
    {"^ (do n't|do not|never) (keep|let|make|leave|forget|disappoint|waste)"},
    // "If another post comes free, please ring me": a door held open, whatever is asked behind it.
    {"^ (if|should|whenever) (a|an|another|any|some|anything|something|one|your *1) *3 "
     "(opens|open|comes|come|comes up|turns up|turn up|arises|arise|gets free|falls|becomes|become|is free) *2 "
     "(up|free|vacant|again|open|by|available|$)?",
     speaks_against},
}));

/// It opens with a post that may come free one day, and no pattern of pressure stands in it.
bool holds_door_open(const Context& context, std::size_t sentence) {
  const BodySentence& said = context.sentences[sentence];
  const std::string first = fold(context.text(said.words().front().span().shifted(said.paragraph->span.begin)));
  if (first != "if" && first != "should" && first != "whenever") return false;
  const auto hits = context.hits_in(sentence);
  return !hits.empty() &&
         std::all_of(hits.begin(), hits.end(), [](const FoundPhrase& hit) { return hit.tag == speaks_against; });
}

/// Only these wait for a decision; elsewhere the sentence gives way to a step of the note's own kind.
constexpr Kinds waiting_kinds = only(Kind::interview) | only(Kind::phone_screen) | only(Kind::no_reply);

/// Phrases that may stand in for the sentence: those that ask about timing, or steps of the note's own kind.
std::vector<const phrases::Phrase*> calm_phrases(const Context& context) {
  const bool waits = (waiting_kinds & only(context.kind)) != 0;
  auto found = context.book.find(phrases::Purpose::next_step, waits ? Kind::no_reply : context.kind);
  if (!context.facts.decision_by)
    std::erase_if(found, [](const phrases::Phrase* phrase) {
      return phrase->text.find("${decision_by}") != std::string_view::npos;
    });
  return found;
}

/// What the sentence does besides; a step in a sentence that presses is what presses.
bool does_more(const Context& context, std::size_t sentence) {
  constexpr Roles more{Role::thanks, Role::callback, Role::interest, Role::fit, Role::addition, Role::offer};
  return context.sentences[sentence].roles.any_of(more);
}

void offer_calm_question(const Context& context, std::size_t sentence, Finding& finding) {
  if (!context.fixes || does_more(context, sentence)) return;
  std::size_t most = 2;
  for (const phrases::Phrase* phrase : calm_phrases(context)) {
    if (most-- == 0) break;
    const phrases::Filled filled = phrases::fill(phrase->text, context.facts);
    Fix fix = insert_fix({finding.span, finding.span.begin, "", ""},
                         "Say it calmly: \"" + opening_of(filled) + " ...\"", filled);
    fix.kind = FixKind::replace;
    fix.edits[0].span = finding.span;
    finding.fixes.push_back(std::move(fix));
  }
}

void check(const Context& context, Findings& findings) {
  for (const std::size_t sentence : sentences_doing_by_patterns(context, Flaw::pressure)) {
    if (holds_door_open(context, sentence)) continue;
    Finding& finding = findings.add(context.sentences[sentence].span(),
                                    "Pressure makes a no the easy answer. Ask one calm question about the date, or "
                                    "name yours without a threat.");
    offer_calm_question(context, sentence, finding);
  }
}

constexpr BadExample bad[] = {
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nYou asked about the second press. [[I really need this job, "
             "so please let me know ASAP.]]\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nYou asked about the second press. One line is enough: is "
              "[which step?] still open, and if so, until when?\n"},
    {.text = "---\nkind: no-reply\nrole: printer\n---\n\nDear Dana,\n\nWe spoke in May about the second press. [[Still "
             "no answer from you, and I expect one today.]]\n",
     .fixed = "---\nkind: no-reply\nrole: printer\n---\n\nDear Dana,\n\nWe spoke in May about the second press. One "
              "line is enough: is [which step?] still open, and if so, until when?\n"},
    {.text = "---\nkind: rejection\n---\n\nDear Dana,\n\nThank you for the frank call. [[I beg you to change your "
             "mind.]]\n",
     .fixed =
         "---\nkind: rejection\n---\n\nDear Dana,\n\nThank you for the frank call. Please keep me in mind if [what "
         "kind of post?] opens.\n"},
};
constexpr std::string_view good[] = {
    "---\nkind: no-reply\n---\n\nDear Dana,\n\nYou meant to decide by the end of May. Has that date moved?\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nA bindery has made me an offer and asks for my answer by Friday, 12 "
    "June.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nYou said that your customers call and demand an answer at once.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nI need one more day for the sample, and will send it on Thursday.\n",
    "---\nkind: rejection\n---\n\nDear Dana,\n\nThank you for ringing me. If another night shift comes free, please "
    "ring "
    "me.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nIn the dispatch room I had to answer every urgent call within a "
    "minute.\n",
};

}  // namespace

const Rule pressure_rule{
    .id = "pressure",
    .summary = "The note begs, pushes or threatens.",
    .why =
        "Whoever is pushed pushes back, and a plea shows need where you want to show worth. A calm question about the "
        "date gets an answer. Another offer and its deadline may be named, as a fact with a date.",
    .severity = always(Severity::warning),
    .sources = "D",
    .fix = "Replaces the sentence by a calm question or step.",
    .bad = bad,
    .good = good,
    .patterns = patterns,
    .check = check,
};

}  // namespace afterword
