#include <array>

#include "rules/note/role_patterns.h"

namespace afterword {
namespace {

constexpr auto wait = std::to_array<std::string_view>({
    "(look|looking) @degree? forward to (hearing|hear|your|the "
    "(outcome|answer|decision|result|verdict|reply|news)|learning|learn|any|news|a (reply|response|favourable)|*2 "
    "(answer|decision|reply|call|verdict|news|response|message|feedback|outcome))",
    "(hope|hoping|hopefully|trust|expect|like|love|glad|eager|keen|curious|happy|pleased|excited|wait|waiting|interest|"
    "please|welcome|good|nice) *6 (hear|hearing) (back|from|how|what|which|whether|your|either|soon|the)",
    "(hear|hearing) (back|from you) *6 (please|good|nice|happy|welcome)",
    "(i|we|'ll|will|shall|is to|'m|am) (hear) from !me",
    "(look|looking) @degree? (forward|foward) (for|about|on|at) (your|the|a|any|hearing)",
    "(kindly|please)? revert (back)? (at|when|soon|$)",
    "(am|'m|are|still) (waiting|awaiting) (your|for your|on your|to hear)",
    "in (expectation|anticipation|hope) of",
    "(hope|hoping|trust) (that)? (you|somebody|someone) (will|'ll|can) (answer|reply|write|get back|let me "
    "know|respond|contact)",
    "(hope|hoping) for (a|your|good|some) *2 (answer|reply|response|feedback|news|outcome|result|decision)",
    "attend your",
    "standing by",
    "(eagerly|patiently|keenly|anxiously) (await|awaiting|wait|waiting)",
    "(get|got) back to me",
    "on tenterhooks",
    "(whenever|when) you (have decided|have made|have news)",
    "i @degree? (await|wait|'ll wait|shall wait|can wait|can only wait)",
    "(await|awaiting) (your|the|a|any)",
    "(wait|waiting) (to hear|for (your|the|a|any|news|good))",
    "(will|'ll) await",
    "i can't wait to hear",
    "(fingers|thumbs) crossed",
    "(in hope|hope|hoping) (of|for) (a|good|your|the|news)? *1 (reply|news|answer|response|decision)",
    "until i hear",
    "till i hear",
    "(your|the) (reply|answer|decision|call|news) *5 (welcome|find me|will be)",
    "(eager|curious|keen|happy|looking forward) to (learn|hear|know|see) (how|what|whether|which|of (your|the))",
    "keep an eye on my inbox",
    "(there 'll|there will) be news",
    "news (of any|from you)",
    "we will see what",
    "word once",
    "be patient",
    "somebody will write to me",
    "sit on my hands",
    "to find out (how|what|whether|if)",
    "(hear|hearing) (something|anything|good|positive|news)",
    "(waiting|wait) (for word|with *2 (for|to)|until|till)",
    "happy to wait",
    "(look|looking) forward to (the *3 verdict|your *3 verdict|(the|any|your)? next (step|steps))",
    "to (hear|learn) (the|your) (result|outcome|decision|thoughts|verdict)",
    "keep my phone *",
});

constexpr auto social = std::to_array<std::string_view>({
    "it (was|is|has been) (such)? (a|an|so|very|really|truly|good|great)? *2 @good_adj (fun|pleasure)? "
    "(to !(hear|learn|discuss|find|discover|understand|see "
    "(how|that|what|why|the|your))|meeting|seeing|catching|talking|speaking|putting) *",
    "(it was|what|how|a|such) *3 @good_adj (it was)? (to|of) "
    "(meet|meeting|see|seeing|run|have|be|finally|speak|sit|put|talk|chat|catch)",
    "^ (so|very|really)? @good_adj (to|talking|meeting|seeing|that we) *",
    "^ (a|what a|it's a|'t was a)? (real)? (pleasure|joy|delight|privilege|honour) (to|meeting|it was)",
    "(to|finally|enjoyed|enjoy|loved) (finally)? (meet|meeting) (you|your|everyone|everybody|the)",
    "put a face to",
    "putting a face to",
    "(i|we|'d) (do|do also|really|very much|also|only|still)? (hope|trust) (that)? "
    "(you|your|the|all|this|everyone|everybody|both|things|she|he|ms|mr|dr) !('ll|will|would|can|could)",
    "^ (i)? (do)? hope (that !(we|i|it|to)|you|your|the|all|this|everyone)",
    "(enjoy|have|wish|wishing) (you)? (a|your|the|a very) "
    "(lovely|good|nice|great|quiet|calm|restful|rest|weekend|wonderful|happy|peaceful|well-earned|half-term|safe|"
    "pleasant|relaxing|merry|start|summer|holiday|half-term|vacation|trip|cake|evening)",
    "^ (enjoy|congratulations|congrats|safe|happy new|happy birthday|happy easter|eid|merry|get well|keep well|stay "
    "well|take care|good luck|best of luck|all the best|say hello|greetings|may the|may your|season's)",
    "(good luck|best wishes|all the best|congratulations|warm regards|kind regards to|regards to|greetings to|my "
    "regards)",
    "(greet|say hello to|remember me to)",
    "(i|i 'm|'m|am|was) (so|very|truly|really)? sorry to (hear|learn|read) (about|of) (your|the (death|loss)) "
    "(father|mother|loss|death|family|dog|cat|accident|illness|wife|husband|son|daughter|brother|sister)?",
    "you may remember me",
    "we (met|bumped|were introduced|were briefly introduced|ran into|had never met|sat)",
    "our paths crossed",
    "(bumped|ran|run) into (each other|you)",
    "(introduced) (to you|by)",
    "(look|looking) forward to (meeting !(the|your|%name)|seeing !(the|your|%name)|our first|making your)",
    "(great|good|nice) catching up",
    "have a (lovely|good|nice|great|quiet|calm|restful|wonderful|happy|peaceful|safe)",
    "don't let *3 get you down",
    "a pity that",
    "(meeting|seeing) you *3 (was|made|is)",
    "^ a *1 (quiet|good|nice|restful|sunny|calm|lovely|happy) (weekend|evening|week|holiday|summer|sunday) *",
    "with (every|all) good *",
    "bump into you",
    "(see|meet) *2 for the first time",
    "(hardly|can't|cannot) wait to (meet|make|see you)",
    "our first (meeting|call|talk)",
    "what a *2 (evening|day|morning|afternoon|dinner)",
});

constexpr auto offer = std::to_array<std::string_view>({
    "(i|we) (can|could) @degree? (gladly|happily|also)? !(run|take|read|look|turn|record) @send_verb",
    "(boss|teacher|manager|employer|colleague|colleagues|foreman|professor|%name) (would|will|'d|'ll|is|are) (be)? "
    "(happy|"
    "glad|pleased|willing|ready) to (talk|speak|answer|tell|vouch|confirm|write)",
    "(i|we) (would|'d|will|'ll) (gladly|happily|offer|be happy to|also)? "
    "(send|share|lend|forward|supply|translate|proofread|dig|host|help|mail|look over|go over)",
    "(i|we) (would|'d|will|'ll|am|'m) (be)? (always|very|more than|only too)? (happy|glad|pleased|delighted|willing) "
    "to "
    "(answer|send|share|show|help|provide|explain|put|give|tell|translate|connect|talk !(to|with)|walk|bring|lend|"
    "demonstrate|supply|run|take you)",
    "^ (always|more than|only too)? (happy|glad|pleased) to "
    "(answer|send|share|show|help|provide|explain|put|give|tell|translate|connect|talk !(to|with)|walk|bring|lend|"
    "demonstrate|supply|run)",
    "let me know (if|whether|should) (you|there|a|it|any|anything|that|your|i)",
    "(do|please)? tell me if i can",
    "(please|just|do) (ask|say so|say the word|shout)",
    "say the word",
    "ask me",
    "at your (disposal|service)",
    "on request",
    "(are|is) (very)? welcome to",
    "(is|are) (yours|at your) (to use|if|disposal|for the asking|service)",
    "(return|repay|do you) (the|a|your) favour",
    "in return i",
    "(be|are|is) (of)? (any)? (use|useful|help|helpful|interest) to (you|your|the|anyone|anybody|%name)",
    "(if|whether|in case|should|might|may|could) *6 (be|are|is) (of)? (any)? (use|useful|help|helpful|interest)",
    "if it (helps|would help|is of use|would save|is useful|saves)",
    "if (that|this) (helps|would help|is of use)",
    "(should|if) (you|your *2|anyone|anybody|anything|any *2) (ever|still|also|would|should)? (need|needs|be "
    "useful|ask|wonder|is unclear|are unclear|care to|want to (see|read|look|try|check|know|hear)|wants to "
    "(see|read|look|try|check|know|hear)) *",
    "(if anything|any question|any questions|anything you|anything else (you|that you)|anything the|anything in|for "
    "anything)",
    "(to|can|will|'ll|openly) answer (any|your (other|further)? questions|all|further|every|questions)",
    "(would you|do you|does anybody|does anyone|would *3) (like|want|care) (to see|me to|a|the|to read|to look)",
    "i (know|can introduce|could introduce) (a|an|two|three|someone|somebody|people|%name) *6 (who|and could|and would "
    "be)",
    "(call|ring|phone|write|email|mail|ask|contact|reach) (to)? me (at any time|any time|anytime|whenever)",
    "may borrow",
    "in touch with",
    "i have *6 (that|which) i can (share|send|pass|show|bring|give)",
    "i can "
    "(send|share|show|mail|bring (it|them|along|copies|samples|the|my (portfolio|laptop|book|books|samples|references|"
    "papers|certificates|drawings|notes))|lend|pass|supply|forward|provide|post|put|give|read|tell|explain|answer|talk|"
    "also "
    "explain)",
    "it would be no trouble",
    "(glad|happy|willing) to (help|share|send|answer|host)",
    "you (may|can) have (it|them|her|him)",
    "there 's (more|plenty) where",
    "(spare|extra) (pair of|eyes|hands)",
    "^ (want|need|fancy) the",
    "(feel free|hesitate) (to|for) *1 (ask|asking|contact|call|write|reach|mail|email|get in touch|let me know)",
    "(in case of|for any|if any|any) (question|questions|doubt|doubts|query|queries) *4 "
    "(i|ask|call|write|contact|there|mail|answer)",
    "(i'm|i am) (there|here) for you",
    "(any time|anytime|whenever|should|if) (you|your *2|anyone|they|she|he) *6 (i (help|can|could|will|'ll|am|'d)|ask "
    "me|just ask|just say|tell me|let me know|send it over|say the word)",
    "(is|are) (ready|willing|happy|glad) to (speak|talk|answer|vouch|confirm)",
    "i (could|can) also (make|do|send|bring|share|show|give)",
    "i (will|'ll) (gladly|happily) *",
    "(references|samples|copies) (are|is) available",
    "available on request",
    "(they|you) have one in me",
    "(send|mail|hand) it over",
    "(would|'d|'ll|will|can) (gladly|willingly|happily) "
    "(talk|review|introduce|answer|check|read|explain|upload|post|scan|write|forward|pass|lend|send|share)",
    "(may|can|could|shall|might|should) i (send|post|upload|show|lend|forward|share|mail|bring|pass|introduce)",
    "(help|useful|use) if i (sent|showed|mailed|brought|posted|forwarded|shared|told)",
    "(can|could|may) be had (from|of) me",
    "(put|bring) you in touch",
    "(would it|might it|could it) help if i",
    "(would|'d|will|'ll|can|could) introduce you",
    "(do|can do|could do) for you in return",
    "(would|'d|will|'ll) (gladly|happily|willingly) (take|lend|host|be the|show|give)",
    "(can|could) carry *",
    "(the)? next time (you|the|your) *8 (i can|i could|i 'll|i will|count me in)",
    "when you (next)? need *6 i (can|could|'ll|will)",
    "(the next) (dinner|lunch|round|coffee) is on (us|me|our)",
    "you (may|can) (keep|use|copy|have)",
    "can have *6 from me",
});

constexpr auto offer_if = std::to_array<std::string_view>({
    "(should|if) (you|your *2|the *3|anyone *3|anybody|anything|any *2|he|she|they|%name *2|it) "
    "(ever|still|also|would|should)? "
    "(need|needs|want|wants|wish|wishes|like|care|be useful|ask|wonder|is unclear|are unclear|care to) *",
    "(in case|whenever|if|when) (you|your *2|anybody|it|they) *3 (need|want|helps|help|useful|use|interest|like)",
});

constexpr auto step = std::to_array<std::string_view>({
    "(may|can|could|might|shall|should) (i|we) @degree? (again)? "
    "(ring|call|come|ask|speak|talk|meet|write|tell|show|send|report|apply|drop|visit|phone|have|find|fix|arrange|move|"
    "see|look|do|perhaps|once|contact|get|post|stay|bring|propose|suggest|also|let|put|join|set|go)",
    "would (it|that|a|the|any|you|another|%name|@weekday|an|half|some) *8 (suit|work|possible|convenient|be all "
    "right|all right|make sense|okay|ok|mind|be free|be willing|help|be good|let|best)",
    "i (will|'ll|shall) @degree? (call|ring|write|phone|mail|email|get in touch|drop|be in touch|let you|report|come "
    "back|see you|send|be at|apply|contact|tell you|bring|give you a call|hand|shadow|be in|post|ask again)",
    "(will|'ll) (ring|call|write to|tell|mail|report to|let) you",
    "(you|and you) (will|'ll) (hear|get)",
    "(i 'm|i am|i 'll be|i will be|i shall be|we are|we 're|i could be|i can be|i remain|am) *2 "
    "(free|available|around|ashore|reachable)",
    "(keep|bear|have|put) (me|my name|my *1|us) *2 (in mind|on|list|on file)",
    "(suits|suit) (me|you)",
    "(ring|call|phone|send|write|email|mail) me (first|in|on|a (message|line|note|mail)|when|if|again)",
    "(let us|we could|we can) (phone|speak|talk|meet|have a call)",
    "(inform|tell) you (about|of|on|when|how|what) *",
    "(for|about) the next (season|intake|round|time)",
    "(think|remember) (to|about|of) me",
    "works for me",
    "(i've|i have) (booked|put) *4 (train|flight|diary|calendar|#)",
    "would do nicely for",
    "would it be (all right|ok|okay|possible|convenient)",
    "would (it|that|@weekday|the) *4 (suit|work for|help if i)",
    "(think|thought) of me",
    "put my name",
    "(first|next) in line",
    "let (me|us|'s) (suggest|fix|speak|talk|meet|find|arrange|propose|say)",
    "let 's",
    "how about",
    "what about",
    "do you (happen to|already|yet)? (know|have) *4 (when|whether|if|which|idea|date|yet)",
    "(i 've|i have) (booked|arranged|reserved|pencilled|kept *4 free) *",
    "kept *4 free",
    "(%name|she|he|we) (and i)? (meet|speak|are meeting|talk|will meet) *3 (on|at|next|in)",
    "apply again",
    "(look|looking) forward to (meeting|seeing|talking|speaking|the) *6 "
    "(second|next|final|rest|third|round|again|stage|team's|others|other)",
    "(stay|keep|remain|be|get) in (touch|contact)",
    "connect (on|with|again|via)",
    "(catch|reach) me (on|before|after|until|@weekday|any|all|next|tomorrow|from)",
    "my (diary|calendar|mornings|afternoons|evenings) (is|are)",
    "(happy|glad|free|pleased|ready) to (talk|speak|meet|chat) (to|with) *4 "
    "(on|next|any|this|tomorrow|if|whenever|when)",
    "(you decide|you choose|decision is|deadline is|panel meets|committee meets|board meets) *10 (ring|write|call|be "
    "in touch|drop|ask|check)",
    "(come|drop) (by|in|over)",
    "join us",
    "i 'd be (glad|happy|grateful) (if you|to hear of|to be considered|to be first|to be)",
    "(hear|told|know) (of|about) "
    "(it|any|anything|something|one|an|a|another|other|openings|vacancies|new|future|further|"
    "other|them|that) *",
    "hear (of|about) (it|them|openings|vacancies)",
    "other (openings|vacancies|posts|positions|roles)",
    "(ask|ring|write|call|phone|apply|try|be in touch) (you|again|once more|the) *4 (in|on|after|by|when|next|at)",
    "free (on|any|all|from|until|till|next|after|before|both|either|every|@weekday)",
    "(be considered|consider me|consider us|have me in mind) (again|for|when|if|should)?",
    "(try|apply) (again|a second time|once more|anew)",
    "i (am|'m) (ringing|calling|meeting|seeing|visiting|speaking|talking|due|expected) *5 (on|next|tomorrow|@weekday)",
    "we (have|'ve got) (a|an|our|the) (call|meeting|date|appointment|video)",
    "(%name|he|she) and i *2 (meet|speak|talk|could|can|will|are|have)",
    "let me know (if|whether|when|which) *6 (suits|suit|works|convenient|day|date|free|possible)",
    "(a|another) second try",
    "you (will|'ll|shall) hear from me",
    "(glad|grateful|happy) of a (call|line|word)",
});

constexpr auto step_weak = std::to_array<std::string_view>({
    "(could|can|might) (be|come|meet|speak|present|visit|phone) (on|at|in|by|myself|from|@weekday|you|to you)",
    "free @weekday",
    "(second|next|further|last|final|another) (interview|round|visit|talk|meeting|call|time|stage|step)",
    "(a|the) (suitable|convenient|good|new|different) (date|time|day|slot)",
    "(date|time|slot) (of|for) (the|a|our|my)",
    "(could|can|would|will|might) you "
    "(tell|let|introduce|put|give|say|be|see|help|spare|pass|find|mind|do|point|look|think|perhaps|kindly|please|"
    "confirm|share)",
    "(suit|suits|suited|works|work|is fine|are fine|is good|is best|be fine|is convenient|would do|fits) "
    "(me|you|for me|for you|with me|best|well|nicely|for us)",
    "(is|are) (fine|good|free|open|possible|convenient|better) (for|on|with|until|in|any|all)",
    "any (day|time|date|evening|morning|afternoon|weekday|week|friday|monday) *",
    "(will|'ll) (write|call|ring|let|tell|report|mail|email|send|be|get|come|hear) *6 "
    "(on|by|at|after|when|once|next|in|then|that|how|again|know)",
    "i (plan|intend|mean|propose|suggest|'d propose|would propose|'d suggest|would suggest|would ask|'d ask|aim) "
    "(to|that|we|you)",
    "(i can|i could|i might|we could|we can) (be !(useful|of)|come|do|make|meet|stay|also "
    "come|drop|ring|call|present|travel|spend|easily|join|fly|show|take|pick) *",
    "(when|how soon|how long|by what|what|which|where) *8 "
    "(date|decision|decide|decides|decided|set|meet|meets|meeting|scheduled|timetable|plan|timeline|expect|begin|"
    "happen|"
    "round|next steps)",
    "(is|are|has|have|was) (there|a|the|any|your|it) *6 "
    "(date|decision|decided|scheduled|timetable|timeline|next steps|plan|planned|fixed|set|answer)",
    "(the|a|our|your|for|to) (second|next|final|third|last|technical|further|hr|follow-up|onsite|on-site|pairing) "
    "(interview|round|stage|meeting|conversation|visit|call|talk|panel|step|part|steps|session|second)",
    "round two",
    "(see|meet) (you|%name|her|him|them|dr|ms|mr|mrs) *2 (on|next|tomorrow|again)",
    "when (is|are|would|will|do|does) (a|you|the|it|your)",
    "(on|by|after|from|in) (the)? # *2 i (could|can|will|'ll|am|'m|shall)",
    "(on|by|after|from|next|tomorrow|until) (@weekday|week|noon) *6 i (could|can|will|'ll|am|'m|shall|hand|plan)",
    "if (a|an|another|the) *5 (opens|open|comes up|comes free|opened|comes|becomes|turns up|is planned|arises|goes)",
    "should (a|an|another|your|the) *5 (come|open|decline|fall|be|get|arise)",
    "(is|are|'s|be|stands|remains|looks|would) (still|also|both|all|quite|just|perfectly)? "
    "(fine|free|open|possible|convenient|better|best|ok|okay|good|available|booked|clear|kept|in my)",
    "(works|work|suits|suit|fits|fit) (for|best|better|well|fine|as|just|perfectly|$)",
    "(wo|would|does|will|do) not (work|suit|do|fit)",
    "(fine|ok|okay|good|perfect|best) (for|with|by) (me|us)",
    "(any|either|each|every|both) (of)? (the|your|these|those)? *1 "
    "(day|days|date|dates|slot|slots|afternoon|afternoons|morning|mornings|evening|evenings|time|times|weekday|week|@"
    "weekday)",
    "(i|we) (will|'ll|shall|mean to|plan to|intend to|can|could|hope to) *1 (be|come) "
    "(back|up|over|round|down|again|in|at|by)",
    "(i 'm|i am|we are) (back|near|nearby|coming|calling|writing to)",
    "(i 'm|i am|i 'll be|i will be|i shall be|we are) (in|at) *5 (on|from|until|all|next) "
    "(@weekday|the|#|next|day|week)",
    "(will|'ll|shall) *1 (follow|reach you|go to you|go back|be with you)",
    "(go|goes|comes) (back)? to you",
    "over (a|some)? (coffee|tea|lunch|beer)",
    "(hour|minutes) (with|on|by|of your|for)",
    "(i|we) (have|'ve) (kept|left|set|put|blocked) *5 (free|open|clear|aside)",
    "(pencilled|booked|noted|scheduled|planned|agreed)",
    "(stands|holds|remains) (for|as|still|firm|$)",
});

constexpr auto step_ask = std::to_array<std::string_view>({
    "(please|do|kindly)? let me know (when|which|by|what|how|where)",
    "(could|can|would|may|might|shall) (you|i|we)",
    "(twenty|thirty|fifteen|ten|half|quarter|few) (an|of an|a)? (minutes|hour)",
    "introduce (me|us)",
    "(i 'd|i would|i should) (like|love|be glad|be happy) to (ask|meet|report|tell|come|visit|show|talk|speak|see "
    "you|hear "
    "of|arrange|stay)",
});

constexpr auto groups = std::to_array<CuePatterns>({
    {Cue::wait, wait},
    {Cue::social, social},
    {Cue::offer, offer},
    {Cue::offer_if, offer_if},
    {Cue::step, step},
    {Cue::step_ask, step_ask},
    {Cue::step_weak, step_weak},
});

}  // namespace

std::span<const CuePatterns> plan_patterns() { return groups; }

}  // namespace afterword
