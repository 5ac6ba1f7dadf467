#include <algorithm>
#include <array>
#include <optional>

#include "rules/checks/around.h"
#include "rules/checks/checks.h"
#include "rules/checks/harm.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

enum Tag : unsigned {
  strong,
  talk_to_come,
  thanks_now,
  first_time,
  to_meet,
  meet_you,
  day,
  writing,
  eve,
  aside,
  again = aside,
  past
};

constexpr auto patterns = std::to_array<Pattern>({
    {"(upcoming|forthcoming) (interview|conversation|talk|meeting|call|chat)", strong},
    {"(look|looking|excited|wait|nice|pleasure|thrilled|happy|delighted|eager|joy|glad) *3 (to|forward to|of) "
     "(finally|at last)? (meet|"
     "meeting|sit down with|sitting down with|shake|shaking) (with)? (you|your hand)",
     meet_you},
    {"(see|meet) you (tomorrow|@weekday|on @weekday|next week|at #|this afternoon|later today|for the first time|for "
     "the interview|at the "
     "interview|for my interview)",
     meet_you},
    {"(interview|interviewing|interviewed|talk|conversation) (with you|by you)? (is)? (tomorrow|later today|this "
     "afternoon|in an hour|in a few "
     "hours|in # minutes|next week|not until|this coming)",
     talk_to_come},
    {"(interview|talk|conversation|meeting) (has not|hasn't|has yet) *2 (taken "
     "place|begun|started|happened|happen|begin|start)",
     strong},
    {"(i'm|i am) sure (that)? (i|we|you|it|our *3|the interview|the conversation) (will|'ll|shall)", talk_to_come},
    {"(will|'ll|shall) no doubt", talk_to_come},
    {"(even)? before (i|we) (have|'ve) (met|spoken|sat|shaken|seen|been)", strong},
    {"(minutes|hours|an hour|a day|half an hour|days) (before|to go|remain|until) *3 "
     "(interview|meet|talk|first|we|i'll|our)",
     strong},
    {"(as i write this|while i write this|as you read this|when you read this) *", eve},
    {"(thank|thanks) *2 (in advance|beforehand) for (your time|the time|the opportunity|the chance|having "
     "me|meeting|seeing|inviting|the "
     "conversation|everything) *6 (tomorrow|@weekday|interview|next week|this afternoon)",
     strong},
    {"(when|as|where|before|until) we (first meet|meet first|meet at last)", strong},
    {"(when|once|until|before) we (meet|speak|talk|sit down|sit together) *2 (tomorrow|later today|this afternoon)",
     strong},
    {"you (have not|haven't) (interviewed|met|seen|heard) me", strong},
    {"(my|our|the) (first)? interview (with you)? (is|starts|begins) (at|on|in|not|only|tomorrow|next)", strong},
    {"(at|for|in|to|of) (my|our|the) (first)? (interview|conversation|talk|meeting) (tomorrow|next|this "
     "afternoon|later today)",
     strong},
    {"(making|make) your acquaintance", to_meet},
    {"(invitation|inviting me) (to|for) (the|an|my|a|our)? (first)? interview *12 (look|looking) forward to (meeting "
     "you|making your|our)",
     strong},
    // What can only be said before.
    {"(thank|thanks|thanking|thankful|grateful|gratitude|appreciate) *5 (in advance|beforehand|already|ahead of time|a "
     "day early|"
     "today|now) *5 (interview|conversation|talk|meeting|call|screen|interviewing|hour|hours|seeing me|giving me|"
     "tomorrow|half hour|tomorrow's)",
     strong},
    {"(thank|thanks) *2 (in advance|beforehand|already)? for *3 (interview|conversation|talk|meeting|call|hour) *3 "
     "(that|which)? "
     "(you will|you'll|we will|we'll|we shall|we are going|we're going|i trust|you are going|you're going|awaits|that "
     "awaits)",
     strong},
    {"you (will|'ll|are going to|'re going to) (interview|be interviewing|be giving me|surely ask|be asking|be talking "
     "to me|"
     "give me (an|the) (hour|interview))",
     strong},
    {"we (haven't|have not) (met|spoken) yet", strong},
    {"(i|we) (haven't|have not|have yet to) (met|meet) you", strong},
    {"(my|your|a) (thank-you|thank-yous|follow-up|thank-you notes|thank-you letter|note) *3 (before|ahead of) "
     "(the|our|we)",
     strong},
    {"(thank|thanks|grateful) *3 for (the|all the|your|every|what) *3 (you|we) (will|'ll|are going to|'re going to) "
     "(give me|give us|spend|take|have|share with me|make)",
     strong},
    {"(look|looking|excited|eager|thrilled|happy|glad|delighted|can't wait|wait) *3 (to|for|about) (our|my) "
     "(first|job)? interview !(with !you *)",
     to_meet},
    {"(thank|thanks) *3 for (your time|the (interview|talk|conversation|meeting|chance|opportunity)|our *1 "
     "@meeting_noun) "
     "*3 (tomorrow|next week|later today)",
     strong},
    {"(looking forward|look forward|excited|eager|thrilled|happy|glad|delighted|keen|wait) to "
     "(interview|interviewing|be interviewed|being interviewed) (with|by) you",
     to_meet},
    {"(will|'ll|shall) (enjoy|love|like) (our|the|my|meeting|talking) *2", to_meet},
    {"(tomorrow|@weekday) is (our|my) (first|job)? (interview|conversation|talk|meeting)", talk_to_come},
    // The talk lies ahead.
    {"(our|my|the|your) (first|job)? (interview|conversation|talk|meeting|call|chat) *3 (tomorrow|next week|on "
     "@weekday|this "
     "afternoon|tonight|the day after tomorrow|in the morning|later today|will|starts|begins|awaits|on the #|next "
     "@weekday|is on)",
     talk_to_come},
    {"tomorrow's (interview|talk|conversation|meeting|call)", talk_to_come},
    {"(interview|conversation|talk|meeting|call) *2 (that|which)? (we|you) (will|'ll|shall|are going|'re going)",
     talk_to_come},
    {"(before|ahead of|prior to|in advance of|until|till) (our|my|the|we|i) (first)? "
     "(interview|meeting|talk|conversation|meet|"
     "meeting you|call|speak|we meet|come)",
     eve},
    {"(tomorrow|@weekday|next week|in (an|one|two) hours) *6 (you|we|i) (will|'ll|shall|meet|interview|sit|are "
     "meeting|get to "
     "meet|will be sitting)",
     talk_to_come},
    {"(you|we|i) (will|'ll|shall) *6 (tomorrow|for the first time|at last meet|finally meet|across from you)",
     talk_to_come},
    {"(we|you and i) (meet|shall meet|will meet|'ll meet|sit down|will sit down) *4 (tomorrow|at last|on|for the "
     "first)",
     talk_to_come},
    // First meetings.
    {"for the first time", first_time},
    {"(our|the|a|my) first (meeting|conversation|talk|interview|call|encounter|chat)", first_time},
    {"(to|at last|finally|can't wait to|look forward to|looking forward to|nice to|pleasure to|get to|count the hours) "
     "(finally|"
     "at last|hardly)? (meet|meeting|make your acquaintance|making your acquaintance|introduce myself|introducing "
     "myself|putting a "
     "face) *",
     to_meet},
    {"(meeting|meet|seeing) you *8 (at (my|the|our) interview|for the first time|first interview|for my (first)? "
     "interview|for our "
     "interview|at last|in the flesh)",
     to_meet},
    {"(will be|'ll be|it will|it'll|would be|shall) *5 "
     "(pleasure|nice|lovely|treat|good|great|pleasant|rich|interesting|instructive|well) *",
     to_meet},
    // When.
    {"(tomorrow|@weekday|tonight|next week|this afternoon|at noon|later today|the #|in # minutes|on the #)", day},
    // That it is being written now.
    {"(i am|i'm|i) (writing|drafting|preparing|typing|type|queue|scheduling|getting|finishing|write|prefer|like to "
     "have) *4 (this|"
     "these|my|your|it|the|you|ahead|a)",
     writing},
    {"(this|here is my|the) (note|message|letter|follow-up|mail|thank-you|goes out|is written|was written|is "
     "scheduled|is done)",
     writing},
    {"(let|want|wanted|wish|like) (me|to) (already)? (thank|say) *", thanks_now},
    {"(accept|here are) my thanks", thanks_now},
    {"(already|beforehand|in advance)", thanks_now},
    // A later round, or a talk that has been.
    {"(second|next|final|third|last|other|following) "
     "(interview|round|stage|meeting|conversation|talk|visit|panel|call)",
     again},
    {"(rest of|other members|the others|your team's|team's)", again},
    {"(would|'d) be (glad|happy|delighted|pleased) to (meet|see) you", again},
    {"(second-round|assessment day|pairing round|trial)", again},
    {"(yesterday|last week|earlier today|this morning)", past},
    {"(enjoyed|liked|loved|appreciated) (our|the|my|meeting|seeing|talking|speaking)", past},
    {"(we|you and i) (met|spoke|talked|discussed|agreed)", past},
    {"(as|like) you (proposed|suggested|said|asked|wished|offered)", past},
    {"you (said|told|asked|showed|explained|mentioned|warned|described|drew|named|gave|were)", past},
    {"i had "
     "(drawn|read|drafted|rehearsed|thought|taken|prepared|never|known|walked|gone|been|seen|made|planned|hoped|"
     "expected|practised|asked)",
     past},
    {"(before|when) we (met|spoke)", past},
    {"first (talk|meeting|interview|conversation|call|chat|encounter) *4 (was|went|took|made|left|showed)", past},
    {"(it was|was|were) *2 (good|nice|lovely|great|a pleasure|to meet)", past},
    {"(meeting|seeing|met) you *3 (yesterday|was|on @weekday was|last)", past},
    {"in advance for (passing|forwarding|anything|any|your help|writing|putting|sending)", past},
    {"(thank|thanks) *3 for (having|yesterday|the interview (yesterday|this morning|today))", past},
});

/// Something in the note tells of the talk as past: a date ahead is then the date of a next one.
bool looks_back(const Context& context, const std::vector<SentenceHits>& found) {
  return std::any_of(found.begin(), found.end(), [](const SentenceHits& one) { return one.has(past); }) ||
         std::any_of(context.sentences.begin(), context.sentences.end(),
                     [](const BodySentence& one) { return one.roles.has(Role::callback); });
}

/// Another sentence takes up what was said: a talk that lies ahead is then a second one.
bool recalls_elsewhere(const Context& context, const SentenceHits& one) {
  for (std::size_t i = 0; i < context.sentences.size(); ++i)
    if (i != one.sentence && context.sentences[i].roles.has(Role::callback)) return true;
  return false;
}

bool shows_it(const Context& context, const SentenceHits& one, bool after_the_talk) {
  if (one.any({past, again})) return false;
  if (one.has(strong)) return !recalls_elsewhere(context, one);
  if (after_the_talk) return false;
  if (one.has(meet_you) && one.any({day, first_time, talk_to_come})) return true;
  if (one.has(eve) && one.any({writing, thanks_now})) return true;
  if (one.has(first_time) && one.any({talk_to_come, to_meet}) && one.any({day, talk_to_come})) return true;
  if (one.has(talk_to_come) && one.any({thanks_now, writing, to_meet, eve})) return true;
  return false;
}

/// `at`: the fact that tells when the note was sent. One that stands in another file is shown at the greeting.
void add_by_fact(const Context& context, Findings& findings, const Origin& at) {
  Span span = at.span;
  if (!at.path.empty()) {
    const Part* greeting = context.note.part(PartKind::greeting);
    span = greeting ? greeting->span : Span{};
  }
  Finding& finding = findings.add(
      span, "By its date this note was sent before the interview. Write it after the talk, about the talk.");
  finding.related.push_back({context.facts.interview->origin, "the interview"});
  if (!at.path.empty()) finding.related.push_back({at, "when it was sent"});
}

/// Whether a talk ahead can be the one that the note thanks for: an adviser hears of talks with others as well.
bool may_be_theirs(const Context& context, std::size_t sentence) {
  if (context.kind == Kind::interview || context.kind == Kind::phone_screen) return true;
  const BodySentence& one = context.sentences[sentence];
  const auto words = one.words();
  return context.kind == Kind::informational && std::any_of(words.begin(), words.end(), [&](const Word& word) {
           return is_one_of(fold(context.text(word.span().shifted(one.paragraph->span.begin))),
                            {"you", "our", "we", "us"});
         });
}

/// The first place that shows it: one gap, one finding, as the rest of the note is of the same day. A pattern's finding
/// stands; the model finds the same in other words, where the sentence tells of no later round and the note of no talk
/// that has been.
std::optional<Span> first_shown(const Context& context) {
  const std::vector<SentenceHits> found = hits_by_sentence(context, aside);
  const bool after_the_talk = looks_back(context, found);
  for (const SentenceHits& one : found)
    if (shows_it(context, one, after_the_talk)) return one.span;
  if (after_the_talk) return std::nullopt;
  for (const std::size_t sentence : sentences_doing(context, Flaw::written_ahead))
    if (!hits_of(found, sentence).any({past, again}) && may_be_theirs(context, sentence))
      return context.sentences[sentence].span();
  return std::nullopt;
}

void check(const Context& context, Findings& findings) {
  const Facts& facts = context.facts;
  if (facts.sent && facts.interview && facts.sent->value < facts.interview->value &&
      (facts.interview->value.has_time || facts.sent->value.seconds / 86400 < facts.interview->value.seconds / 86400)) {
    add_by_fact(context, findings, facts.sent->origin);
  }
  if (!context.english) return;
  if (const auto where = first_shown(context)) {
    findings.add(
        *where, "This was written before the talk took place, and it shows. Write it afterwards, about what was said.");
  }
}

constexpr BadExample bad[] = {
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\n[[Thank you in advance for the interview on Friday]].\n"},
    {.text =
         "---\nkind: interview\n---\n\nDear Dana,\n\nI [[look forward to meeting you for the first time tomorrow]].\n"},
    {.text = "---\nkind: interview\ninterview: 2026-11-20 14:00\nsent: [[2026-11-19 20:00]]\n---\n\nDear "
             "Dana,\n\nThank you for "
             "the tour of the press room.\n"},
};
constexpr std::string_view good[] = {
    "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for showing me the kiln log. I look forward to our "
    "conversation "
    "tomorrow at ten.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nI look forward to meeting the rest of the team at the second round on "
    "Tuesday.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for showing me the press on Monday. I will see you on "
    "Thursday for the site visit, as you proposed.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThank you in advance for passing my letter on to Marek.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nBefore we met I took press checks for paperwork; you showed me "
    "otherwise.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThe evening before our interview I had drawn a plan of the hall, and "
    "you asked about the doors.\n",
    "---\nkind: interview\ninterview: 2026-11-20\nsent: 2026-11-20 18:00\n---\n\nDear Dana,\n\nThank you for the tour "
    "of the press room.\n",
};

}  // namespace

const Rule written_ahead_rule{
    .id = "written-ahead",
    .summary = "The note was written before the interview it thanks for.",
    .why =
        "A note that could be written beforehand holds nothing of the talk, and the reader sees it. What works is one "
        "thing "
        "that was said, and that you only know afterwards.",
    .severity = always(Severity::warning),
    .sources = "S1",
    .fix = {},
    .bad = bad,
    .good = good,
    .patterns = patterns,
    .check = check,
    .any_language = true,
};

}  // namespace afterword
