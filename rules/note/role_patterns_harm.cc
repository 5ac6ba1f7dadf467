#include <array>

#include "rules/note/role_patterns.h"

namespace afterword {
namespace {

// What only does harm is no content; the rules in checks/ say which harm. Here it is enough to see that there is some.
constexpr auto harm = std::to_array<std::string_view>({
    // apology
    "(i|i 'm|'m|am|so|terribly|very|really) sorry (for|about|i|that i|if|my)",
    "^ (sorry|apologies|pardon|forgive|excuse|mea culpa|my apologies)",
    "(i|do|can only|must|to) (apologise|apologize)",
    "(please)? (forgive|excuse|pardon) (me|my|the)",
    "my (nerves|nervous|stammering|rambling|unprepared)",
    "i (was|am|'m) (so|terribly|very|rather|too|hopelessly|badly)? "
    "(nervous|unprepared|embarrassed|ashamed|green|hopeless|out of my depth)",
    "(ashamed|embarrassing|embarrassed) (of|to|how|at)",
    "i (should|ought to) have (prepared|been|done)",
    "i (bombed|rambled|waffled|botched|blew|messed|talked too much|went blank)",
    "(not|n't) the (most experienced|strongest|best)",
    "i 'm (afraid|no einstein|only a)",
    // pressure
    "please please",
    "(asap|urgently|by return)",
    "(reply|answer|decide|know|me|act|decision|respond|hear) (immediately|at once|right now)",
    "(demand|insist|beg|begging|implore) (you|an|a|your|that|this|to know|the)",
    "i @degree? (badly|urgently|desperately|must|do)? (require|need) (you|an answer|an offer|a job|a "
    "decision|your|this|to know|the (job|money))",
    "(is|are) required within",
    "i (must|have to) ask you",
    "(still|am|are) (not|waiting|unanswered) *3 (answered|answer|reply|heard|response|word)",
    "i (am|'m) still waiting",
    "(my|our) (rent|visa|savings|last hope|mortgage)",
    "at the (very)? latest",
    "(decide|answer|reply|respond) (quickly|now|today|at once|this week or|or i)",
    "i (must|need to|have to) (know|hear|have your|have an|insist)",
    "i (do|fully|really)? expect (a|an|your|to hear|you to)",
    "(can't|cannot) (afford|keep|sit)",
    "(can't|cannot) wait (any|much|for ever|forever|longer|until|around)",
    "(before|until|or) i (turn|shall turn|go|will go) to (the|another|your)",
    "(if|unless|should) i (don't|do not|have|hear|get) *8 (i will|i 'll|i shall|i am|will sign)",
    "your decision (is|must)",
    "(don't|do not) (make|keep|let|leave) me (wait|waiting|hanging)",
    // pay
    "my (starting|annual|own|current|present|base)? (salary|wage|pension contribution|signing bonus|bonus|overtime "
    "rate|day rate|holidays|compensation package)",
    "(what|which) *2 (salary|bonus|wage|pay) ",
    "the (starting|annual|base) salary",
    "the (salary|bonus) (band|range|level|i|you|would|for the|question|is|of)",
    "(the|a|my) (relocation allowance|signing bonus|pension contribution|overtime rate|day rate|compensation "
    "package|health insurance|company car)",
    "(days of (holiday|leave)|days off|paid leave|per diem|dental (is|cover|insurance|plan for)|in stock options)",
    "(i|currently|now) (earn|make) *",
    "(move|accept|settle|less) (for)? (less)? than #",
    // presumption
    "(when|once|as soon as|after) i (start|join|begin|have joined|'m your|am your|'ve joined) *",
    "(my|the) first (day|week|sprint|morning) (with|on|in|at|i)",
    "as your (new|next)",
    "(i|my) (handed in|have handed in|'ve handed in) my notice",
    "(the job|it) is (mine|me)",
    "(i am|i 'm) *4 (best|strongest|ideal|perfect) (candidate|applicant|person|choice)",
    "when we are colleagues",
    "see you (all)? on my",
    // for oneself
    "my (linkedin|own development|confidence|ambitions)",
    "(for|boost|further|help|advance|in|to) my (career|development|cv|resume|résumé|network)",
    "(stepping stone|springboard|boost for|step in my career|new challenge|bigger name|change of scenery)",
    "for me (it|this|that) would",
    "would (look|be) *3 on my",
    // bitterness
    "(was|is|are|were|what) (a|an)? *2 "
    "(waste|insult|rude|absurd|degrading|disgrace|hopeless|idiots|unacceptable|unfair|nonsense)",
    "(bitter|unfair|rude) (about|of|from)",
    "(out of line|had anyone|if the panel had)",
    "(couldn't|could not) be bothered",
    // flattery
    "you (are|'re) (a|an|quite|simply|everything) *",
    "(someone|somebody|person|people|woman|man|mind|leader|genius|legend) (like|of|as) (you|your|yours)",
    "(honour|privilege) of (my|a)",
    "(greatest|finest|smartest|most brilliant|most gifted|most admired) *2 (alive|living|in the|in europe|of our|of "
    "all|of "
    "them|mind|minds|person|people|company|on earth|of the)",
    // gifts, delivery, written ahead
    "(dinner|lunch|drinks|coffee|beer|round|it|this one|house|all) (is|are)? on me",
    "(gift card|my treat|my shout|on its way to you|on their way to you|in the post to you|as a token|token of "
    "my|little something)",
    "(left|leaving|gave|giving|handed|handing|pass|put|bring|brought|dropped|dropping) (this|these|it|the|my) *5 "
    "(reception|receptionist|desk|porter|doorman|concierge|pigeonhole|lobby|guard|secretary|pa|assistant|counter|"
    "entrance)",
    "(this|the) (note|card|letter|envelope) *8 (reception|receptionist|front "
    "desk|porter|doorman|concierge|pigeonhole|lobby|guard|secretary|assistant)",
});

constexpr auto groups = std::to_array<CuePatterns>({{Cue::harm, harm}});

}  // namespace

std::span<const CuePatterns> harm_patterns() { return groups; }

}  // namespace afterword
