#include <array>

#include "rules/checks/checks.h"
#include "rules/checks/harm.h"

namespace afterword {

namespace {

enum Tag : unsigned {
  strong,
  go_between,
  place,
  note,
  handing,
  taking,
  aside,
  story = aside,
  sample,
  received,
  writer
};

constexpr auto patterns = std::to_array<Pattern>({
    {"(hand-delivered|hand delivered|handed in|handed) (to|at|in at) (the|your) *3", strong},
    {"(has|have) (this|a hard copy of this|these lines) *4 for you", strong},
    {"(a hard copy|a paper copy|a printed copy) of this", strong},
    {"(this|these lines|it|note) *4 (into|in|on|onto) (your|the|her) "
     "(pigeonhole|pigeon-hole|tray|in-tray|desk|keyboard|chair|"
     "office chair|mailbox|post tray|pile|top of the pile)",
     strong},
    {"(the|this) (envelope|card|note|letter) on your (chair|desk|keyboard)", strong},
    {"by the hand of", strong},
    {"(this|these lines|the *1) *2 under (your|the) *1 door", strong},
    {"find (this|it|these) *2 (in|on) your (pigeonhole|desk|keyboard|tray|chair)", strong},
    {"(card|note|letter|envelope|lines) (on|in) your (keyboard|chair|desk|pigeonhole)", strong},
    {"(left|waiting) for you (at|with|by) (the|your) *2 "
     "(booth|desk|counter|reception|lobby|gate|entrance|porter|guard|lodge)",
     strong},
    // Who stands between.
    {"(receptionist|receptionists|secretary|porter|doorman|doorkeeper|concierge|guard|clerk|attendant|caretaker|"
     "janitor|usher|"
     "usherette|lodge|gatehouse|gatekeeper|office manager|front office|general office|outer "
     "office|switchboard|facilities|"
     "security|bellboy|commissionaire|temp)",
     go_between},
    {"(your|the|his|her|kind|executive|personal|team) *1 (assistant|pa|ea|aide)", go_between},
    {"(front|welcome|reception|information|enquiries|visitors|security|switchboard|help) *1 (desk|counter|booth)",
     go_between},
    {"(reception|entrance|lobby|foyer|gate|counter|mailroom|mail room|lift|desk)", place},
    {"(lady|girl|man|woman|gentleman|person|people|colleague|boy|guy|chap) *4 (at|on|in|from|behind|who|by) "
     "(the|your|my|reception)",
     go_between},
    {"(gave|give|giving|handed|handing|leaving|left|entrusted|asked) *5 (mr|mrs|ms|miss|dr)? %name *2 (at|in|from|by) "
     "(the|your)",
     go_between},
    {"%name *2 (at|in|from) (the|your) *1 (desk|entrance|reception|gate|lobby|front|office|gatehouse)", go_between},
    {"whoever sits at", go_between},
    // What is handed over: this note.
    {"(this|these) !(morning|afternoon|evening|week|month|year|time|way|days) "
     "(note|card|letter|envelope|lines|message|thank-you|paper|few "
     "lines|little|line|handwritten|postcard)?",
     note},
    {"(the|my|a|a quick|present) (note|card|letter|envelope|lines|thank-you|line|postcard) !(on the|that|of|from|for "
     "my|to my|for a|for the)",
     note},
    {"(left|leave|leaving|handed|hand|give|gave|given|giving|dropped|passed|entrusted|take|takes|took|taken) it", note},
    {"with me", note},
    {"just a line", note},
    // The handing over.
    {"(left|leave|leaving|leaves|handed|hand|handing|gave|give|given|giving|dropped|dropping|drop|pass|passed|passing|"
     "slipped|slip|"
     "trusted|entrusted|entrusting|deposited|delivered by|sent down|sent up)",
     handing},
    {"(bring|brings|bringing|brought|carry|carrying|carried|put|puts|lay|place|placing|keep|keeping|holding|hold|holds|"
     "take|takes|"
     "taking|taken|took|walk it|walk|travelled|goes to you|comes to you|get this|gets this|get this note|stays "
     "with|waiting|see that)",
     taking},
    {"by (way|the kindness) of your", handing},
    {"(reaches|comes to|gets to|goes to) you *1 (through|via|by|with)", handing},
    {"through the (kind)? *3", handing},
    // Stories, and things that are no note.
    {"(you|%name|panel) (said|told|mentioned|explained|showed|described|remarked|drew|warned|pointed|asked me|let "
     "me|found)",
     story},
    {"i (ran|worked|staffed|built|maintained|served|delivered|was|managed|kept|have been|have delivered|'ve been|once)",
     story},
    {"(your|the) (tale|story|rule|handover|reception area|help desk|service desk|city desk|trading desk|duty desk) *",
     story},
    {"(greet|say hello|regards|thank your assistant|hello) *3", story},
    {"(report|reporting) to reception", story},
    {"(receptionist|porter|doorman|guard|secretary|clerk|caretaker) *1 (handed|gave|showed|brought|lent|told|let) "
     "(me|us)",
     received},
    {"(i|to) *1 (left|leave|leaving|hand|handed|give|gave|drop|dropped)", writer},
    {"(pick up|picking up|collect|fetch)", story},
    {"you (keep|kept|had|pin|pinned|wrote|hung)", story},
    {"(work samples|samples|portfolio|badge|parcels|parcel|subpoena|umbrella|form|nda|passport|test|laptop|assistant "
     "bot|demo)",
     sample},
    {"(by|in the|via|through) (the)? (post|mail|email|e-mail) *", story},
    {"(rather|instead) (than|of) leaving", story},
});

/// `delivery: desk` in the facts: shown at its value, and mended there when it stands in the note.
void check_fact(const Context& context, Findings& findings) {
  const auto& delivery = context.facts.delivery;
  if (!delivery || delivery->value != Delivery::desk) return;
  constexpr std::string_view message =
      "A note handed in at the desk looks written before the talk, and may never arrive. Send it by e-mail.";
  if (!delivery->origin.path.empty()) {
    const Part* greeting = context.note.part(PartKind::greeting);
    Finding& finding = findings.add(greeting ? greeting->span : Span{0, 0}, std::string(message));
    finding.related.push_back({delivery->origin, "the fact that says so"});
    return;
  }
  Finding& finding = findings.add(delivery->origin.span, std::string(message));
  Fix fix;
  fix.title = "Send it by e-mail";
  fix.preferred = true;
  fix.safe = true;
  fix.edits.push_back({delivery->origin.span, "email", ""});
  finding.fixes.push_back(std::move(fix));
}

bool shows_it(const SentenceHits& one) {
  if (one.has(strong)) return !one.has(story) || one.has(handing);
  if ((one.has(received) && !one.has(writer)) || (one.has(sample) && !one.has(note))) return false;
  const bool via = one.any({go_between, place});
  if (one.has(story) && !(one.has(note) && one.has(handing) && one.has(go_between))) return false;
  return via && one.has(note) && (one.has(handing) || (one.has(taking) && one.has(go_between)));
}

/// A story, work samples, something that the writer was given.
bool is_no_note(const Context&, const SentenceHits& one) { return one.any({story, sample, received}); }

// A pattern's finding stands; the model finds the handing over in other words, where no exception is met.
void check(const Context& context, Findings& findings) {
  check_fact(context, findings);
  if (!context.english) return;
  for (const SentenceHits& one :
       harm_by_either(context, Flaw::desk_delivery, hits_by_sentence(context, aside), shows_it, is_no_note)) {
    findings.add(one.span,
                 "A note left at the desk looks written before the talk, and may never arrive. Send it by e-mail and "
                 "drop this.");
  }
}

constexpr BadExample bad[] = {
    {.text =
         "---\nkind: interview\ndelivery: [[desk]]\n---\n\nDear Dana,\n\nThank you for the tour of the press room.\n",
     .fixed =
         "---\nkind: interview\ndelivery: email\n---\n\nDear Dana,\n\nThank you for the tour of the press room.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nI have [[left this note with your receptionist]].\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nI [[gave this card to the porter]].\n"},
};
constexpr std::string_view good[] = {
    "---\nkind: interview\n---\n\nDear Dana,\n\nYou told me that your receptionist once restarted the press.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nI ran the front desk of a clinic for three years.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nI left the print samples at reception, as you asked.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nI brought the fabric samples to the reception this morning.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThe porter handed me a card with the code of the lift.\n",
    "---\nkind: interview\ndelivery: post\n---\n\nDear Dana,\n\nThe signed form comes by post.\n",
};

}  // namespace

const Rule desk_delivery_rule{
    .id = "desk-delivery",
    .summary = "The note is handed in at the reader's workplace.",
    .why =
        "A note left with the receptionist on the way out was written in the waiting room or at home, before the talk, "
        "and "
        "the reader knows it. A go-between also forgets. An e-mail within a day arrives, and can speak of what was "
        "said.",
    .severity = always(Severity::warning),
    .sources = "S1",
    .fix = "Sets the delivery to e-mail.",
    .bad = bad,
    .good = good,
    .patterns = patterns,
    .check = check,
    .any_language = true,
};

}  // namespace afterword
