#include <array>

#include "rules/note/role_patterns.h"

namespace afterword {
namespace {

constexpr auto thanks = std::to_array<std::string_view>({
    "thank (you|your|everyone|everybody|them|her|him|yourself|both|all|the|%name)",
    "thanks !to",
    "thanks to (you|both|all|everyone|everybody|your|%name) *4 (for|and|!for)",
    "^ (ta|thx|cheers|merci|kudos) *",
    "(thx|thankfull|greatful|appreciative|thanking)",
    "(means|meant) (a lot|a great deal|much|so much) to me",
    "my (sincere|deep|deepest|heartfelt|warm)? appreciation",
    "thank also",
    "(i|we) (owe|remain in) your debt",
    "(my|many|warm|sincere|our|special|heartfelt|owe|owe you|express|best|very many) *1 thanks",
    "(my|many|warm|sincere|our) thanks",
    "(grateful|thankful|gratitude|thankyou|thank-you)",
    "(much|very much|'m|am|'m very) obliged",
    "obliged to you",
    "indebted to you",
    "(much|greatly|very much|really|so|was|were|warmly) appreciated",
    "i @degree? @degree? (appreciate|appreciated|appreciates|valued it|value it)",
    "(which|all of which|this|that) i @degree? @degree? (appreciate|appreciated)",
    "(we|all|both) @degree? appreciate",
    "cheers for",
    "how (very|extremely|awfully)? (kind|generous|good|thoughtful) (of you|that you)",
    "(was|is) (very|so|really|most|extremely|truly|more than)? (kind|generous|good|thoughtful|decent) of "
    "(you|him|her|them|%name)",
    "appreciate (it|your|you|the|this|that you|how you|everything|all)",
});

constexpr auto no_thanks = std::to_array<std::string_view>({
    "(appreciate|appreciated) that (the|a|an|there|it|this|these|such|every|at|all|security|my|i|not|your|%name)",
    "(appreciate|appreciated) that you (can|cannot|ca|could|have|are|were|must|need|will|may|had|'re|'ve|'ll|'d|do|did "
    "not|didn't)",
    "appreciate how (few|many|busy|hard|difficult|much|tight|long)",
    "it is appreciated",
    "thank you for nothing",
    "would (be grateful|be thankful|appreciate)",
    "'d (be grateful|be thankful|appreciate)",
    "a thank-you",
    "thank-you (note|notes|letter|letters)",
    "thank-yous",
});

// An act, after thanks; the words after "for" decide the rest (role_cues.cc).
constexpr auto thanks_act = std::to_array<std::string_view>({
    "(grateful|thankful|appreciate|appreciated) (that|how|it that) (you|she|he|they|%name) "
    "!(found|made|took|spared|could|can|cannot|ca|have|are|were|must|need|will|had|'ll|'d)",
    "(appreciate|appreciated) (your|you|%name) (@saying|walking|talking|introducing|taking)",
    "kind of (you|him|her|%name) to",
    "generous of (you|him|her|%name) to",
    "good of (you|him|her|%name) to",
    "kind that you",
    "thank you for it",
    "(grateful|thankful|obliged) to *4 for (@saying|writing|introducing|passing|taking|pointing)",
});

constexpr auto thanks_plain = std::to_array<std::string_view>({
    "(in advance|beforehand|ahead of time|already)",
    "you (made room|made time|found the time|found time|spared|took the time|made the time)",
    "the (time|hour|minutes) (that)? you gave",
    "(chance|opportunity) to (interview|meet|speak)",
    "choosing me",
    "for (letting me know|having me|seeing me|meeting|inviting|considering|interviewing|your time)",
});

constexpr auto said = std::to_array<std::string_view>({
    "you @degree? (both|also|all)? @said",
    "(you|you've|you 've|you 'd|you had|you have) @said",
    "you (made|gave|let|had|did|called|caught|got|put) @me",
    "you let *2 @work_verb",
    "as you "
    "(put|said|told|suggested|advised|explained|described|mentioned|asked|call|say|pointed|proposed|showed|warned|had)",
    "you (said|says|put it|call it)",
    "you were (right|kind|curious|worried|honest|frank|the person|able to)",
    "you (was|were) (right|frank|candid|open|good enough|curious|worried|quite right|the first|asking|telling)",
    "you (wanted|wished) to (know|see|hear)",
    "(what|everything|something|anything|things|much of what|all that|words) you "
    "(said|told|showed|described|explained|shared|mentioned|had|called|named|put|taught|gave)",
    "(i|we) (heard|learned|learnt|understood|gathered|had|know|hear|took) *2 from you",
    "from you i (learned|learnt|know|heard)",
    "wasn't it you",
    "the (answer|figure) i owed you",
    "(you|%name) (wanted|asked) me",
    "your (colleague|assistant|intern|receptionist|team|people|colleagues|daughter|boss) %name? @said",
    "asked by %name",
    "had a kind word",
    "(he|she) @said (it)? (me|to us|us|over|that)?",
    "hear from you (that|how|why|about)",
    "i (did not|didn't|never|hadn't|had not) (know|knew|known|realise|realised|realize|realized|expect|expected|think|"
    "thought) (that|how|why)? (you|your) *",
    "i (found|find|thought|think) it *2 (that|how|when) (you|your|%name) *",
    "(was|were|is) *3 (interesting|interested|glad|happy|great|good|nice|lovely|pleased|pleasure|fascinating|useful|"
    "helpful|surprised|delighted|relieved|impressed|encouraging|fun|moving|inspiring) *6 to (hear|learn|see|find out) "
    "(that|how|why|what|which|about|of) *",
    "hearing (you|from you)",
    "(listening|hearing) to you",
    "if i (followed|understood|read|got|heard|remember) you (correctly|rightly|right|well)?",
    "(told|asked|showed|warned|advised|reminded|challenged) @me",
    "(you|%name|team|colleague|colleagues|panel|intern|interns|director|nurse|engineer|designer|people|who|she|he) *1 "
    "(gave|let|had|taught|handed|sent|lent|walked|took|read|played|drew) @me",
    "wasn't it you",
    "it was you who",
    "(it was|was) your (idea|description|example|remark|question|story|account)",
    "of yours",
    "between (us|the two of us) (we)?",
    "(when|as|because|while|until) (your|%name|the|ms|mr|mrs|dr) *3 (asked|wanted to "
    "know|wondered|said|told|showed|explained|demonstrated)",
    "(asked|wanted to know|wondered) (how|what|whether|why|which|if) (i|we)",
    "i (asked|told) you",
    "as i (saw|understood|heard|told you|understand)",
    "(which|that) you (@said|made|gave|let|had|laid|told|admitted|wanted|unrolled|opened|stopped|kept)",
    "your (face|grin|laugh|team's habit|method|trick|patience with) *",
    "as (@said|%name) (put|said|told|explained|admitted|showed|called) (it|us|me|to|himself|herself)?",
    "you (recommended|advised|suggested|proposed|predicted|wondered|doubted) *6",
    "had you not",
    "you (reckon|reckoned)",
    "what you (want|need) if i",
    "what worried you",
    "(that|which) you (keep|run|use|call|publish|unlocked|play|draw|make|teach|sell|grow|serve|are "
    "(nursing|planning|rebuilding|fighting|chasing))",
    "as (discussed|agreed|mentioned) (on|in|at|during|over|yesterday|by phone)?",
    "(from|by) (your|%name) *3 i (have|'ve)? (learned|learnt|heard|know|got)",
    "you (have|keep) (each|every|a|the) * (closed|read|checked|signed|told|pinned)",
    "(was|were) yours",
    "and yours (was|were|is|about)",
});

constexpr auto your_point = std::to_array<std::string_view>({
    "your "
    "(own|other|first|last|second|third|closing|two|three|big|best|worst|short|little|quick|frank|honest|candid|old|"
    "good|very|clear)? (own)? @talk_noun",
    "your %name? *1 @talk_noun",
    "your (take|insights|experience with|account|approach|sense|rule of thumb|way of|habit of|insistence on|gift "
    "of|comparison)",
    "both (of)? your questions",
    "(your|%name|panel|chief|colleague|intern|team) *1 's (own|first|last|third|second)? @talk_noun",
    "'s "
    "(question|questions|remark|story|tale|description|demonstration|demo|answer|account|comment|joke|riddle|rule|line|"
    "notebook|handover|bug hunt|habit|explanation)",
    "(the|that|this) "
    "(question|story|example|advice|anecdote|tale|remark|point|joke|line|account|way|reasons|reason|sentence|thing|"
    "drawing|sketch|challenge|gap|hour|tour|map|part) (about|of|on|from|you|that you|which you|i heard|how|why|why "
    "you|you named)",
    "the way (you|%name) @said?",
    "how (you|%name) "
    "(handled|handle|handles|explained|described|told|solved|closed|put|found|ran|run|rescued|let|led|had|made|did|"
    "keep|kept)",
    "of everything you",
    "the advice you",
    "(the|one|another) (thing|part|question|point|detail|moment|bit) (that)? (has|have|you|i|i 've|stayed|stuck)",
    "your (own|first|last|second|third|worst|best|very|closing|old|whole|two|three)? *2 "
    "(slide|slides|guide|exercise|exercises|task|tasks|puzzle|puzzles|chart|charts|paragraph|paragraphs|edit|test|"
    "tests|runbook|notebook|bench|index|report|deploy|diagram|diagrams|checklist|bit|finding|findings|remark|remarks|"
    "note|map|whiteboard|method|riddle|prototype|quiz|impression|imitation|logbook|calm|graph|graphs|spreadsheet|"
    "dashboard|exercise) (with|of|on|about|that|where|which|for|from|in|when|is|was|has|had|to|whose)",
    "(that|this|the) (story|question|drawing|exercise|riddle|puzzle|graph|chart|diagram|slide|task|case|remark|trick) "
    "(of|from|that) (yours|you|%name)",
    "(question|exercise|puzzle|task|riddle|case|joke|line|story) (with|of|about) (the|a) *",
    "(i|we) (saw|read|met|heard) *3 (was|were) your",
    "%name 's "
    "(question|story|puzzle|slide|exercise|diagram|graph|drawing|remark|method|example|point|chart|list|riddle) *",
});

constexpr auto we_talked = std::to_array<std::string_view>({
    "we @degree? (both|all|also|only|had|have|even)? (also)? @we_did",
    "we (got|were) (talking|stuck|talked)",
    "we (had wondered|wondered|both hate|both)",
    "we (went (over|through)|took|took turns|shared|had a good|had an)",
    "(%name|you) and i (@we_did|were|went|had|parted)",
    "you and i (@we_did|went|were)",
    "discussing * *",
    "(talking|speaking|chatting) (with|to) you",
    "discuss *4 with you",
    "our (disagreement|argument|joint|shared|detour|digression)",
    "we (spent|gave) (longest|most|ten|half|a good|an|the|some) *",
    "our (talk|conversation|chat|discussion|call) (about|on|of|over) *4 (has|have|had|sent|made|changed) *",
});

constexpr auto our_talk = std::to_array<std::string_view>({
    "our (@degree|good|great|long|short|brief|recent|last|first|lovely|wonderful|little)? @meeting_noun",
    "(the|a|our|such an|such a) *2 @meeting_noun (about|of|over|regarding|on "
    "(the|how|your|culture|company|values|growth|what))",
    "my @meeting_noun with you",
    "(this|that|the) @meeting_noun (gave|taught|helped|confirmed|showed|made|was "
    "!(at|on|in|over|from|until|by)|has|left)",
    "(during|in|from|after|at|since|of) (our|the|my) @meeting_noun",
    "it (gave|was) (me|useful|helpful|interesting|instructive|good|informative) *2 (idea|picture|to hear|to learn|to "
    "talk|to discuss|to get)",
    "it was *2 (useful|helpful|interesting|instructive|good|great|informative|insightful|pleasure|nice|lovely) (for "
    "me)? (to (hear|learn|discuss|get|find out)|hearing|learning|discussing|getting|to (talk|speak|chat) *4 about|to "
    "(talk through|meet you and (to)? (hear|learn|talk|discuss)))",
    "(meet|meeting|met) you *4 and (to)? "
    "(hear|hearing|heard|learn|learned|learning|talk|talked|discuss|discussed|speak)",
    "(hear|hearing|heard|learn|learning|learned|learnt) (so|more|so much|a great deal|a lot)? (much)? (more)? "
    "(about|from)",
    "(better|clearer|good|clear|vivid|new) (understanding|picture|overview|idea|sense|feel|impression)",
    "a (real|good|better) (feel|picture|overview|insight)",
    "(more|some|many|new|valuable|helpful)? (insight|insights|information) (into|about|on|you|that)",
    "(a|great|good|much|lot) (to|deal to) think about",
    "food for thought",
    "opened my eyes",
    "eye-opener",
    "(was|were|is) (very|most|particularly|truly|really|so|extremely|especially|highly)? "
    "(helpful|useful|valuable|invaluable|inspiring|enlightening|insightful|instructive|informative|fascinating|"
    "interesting|encouraging|memorable)",
    "your "
    "(words|answers|thoughts|insights|perspective|experience|enthusiasm|vision|passion|openness|information|opinion|"
    "comments|overview|description|explanations)",
    "all the (information|things|insights)",
    "(talk|talked|talking|chat|chatting|chatted|speak|speaking|spoke) *6 about (the|your|its|my|our)? *1 @generic",
    "(discuss|discussed|discussing|go through|went through) (the|your|its|my|our) *1 @generic",
    "(for|on|of|at) (sharing|explaining|describing|showing|telling|answering|outlining|talking) *6 @generic",
    "thinking back to our",
});

constexpr auto memory = std::to_array<std::string_view>({
    "(went|came|gone|travelled) home with me",
    "i hadn't (expected|known|thought|heard|seen|realised)",
    "(was|were) my favourite",
    "(turning|turned) over",
    "i now (know|see|understand) *2 (why|how|what)",
    "(deserves|deserved) more than",
    "(stayed|stays|stay|stuck|sticks|remained|remains|been|been going round|lingered|staying) (with|in|on|round) "
    "(me|my)",
    "have stuck",
    "has stuck",
    "my mind",
    "(keep|kept|keeps|can't stop|still|been) (thinking|seeing|hearing|smiling|chewing|coming "
    "back|redrawing|turning|laughing|retelling|picturing)",
    "(made|makes|had) me (laugh|smile|think|grin|wince|look|check|see|giggling|rethink|wonder|want|feel|curious)",
    "(struck|surprised|impressed|touched|moved|stopped|amused|encouraged|convinced|puzzled|intrigued|reminded|taught|"
    "told) me",
    "i was (struck|impressed|touched|moved|surprised|amused|intrigued|taken|sorry to (learn|hear) from)",
    "i (still|can still|often|also|now|only|finally|suddenly|at once)? "
    "(remember|recall|recognised|recognized|smile|laughed|admired|thought|understood|retell|quote|repeat)",
    "i (still|can still|keep) (see|hear|seeing|hearing|wonder|smell)",
    "i (have|'ve) (repeated|thought|never heard|never seen|copied|pinned|quoted|retold) *6",
    "i had to (smile|laugh|think)",
    "(was|were) (new|news) to me",
    "i (hadn't|'d never|had never|didn't) (expected|heard|seen|known|realised|thought)",
    "(is|are) (now)? (pinned|written|taped|stuck|still) (in|on|above|over)",
    "(brought|took|taught|gave|made|changed|showed|explained|told) me (more|back|home|how|why|a|why "
    "you|that|what|into)",
    "changed (how|the way|my)",
    "rang true",
    "(the|my) (best|favourite|favorite|high point|highlight|part) (of|part|moment)",
    "what (impressed|struck|stood|surprised|stayed|i liked|i took|i remember|i enjoyed|made me|i will|i keep)",
    "nobody (had|has) ever",
    "nobody else (has|had|asked|ever)",
    "few (people|would|judges)",
    "deserves (a|the|an)",
    "deserved (a|the|an)",
    "(it) (dawned|struck|occurred) (on|me)",
    "ever since",
    "is (an old acquaintance|exactly the kind|what i remember|what i took|still in my)",
    "i 'd (heard|never|only)",
    "it impressed me",
    "made sense",
    "(was|were) the (best|clearest|quickest|sharpest|funniest|most|first) *6 (i|i 've|of the)",
    "the (best|first|clearest|nerdiest) *4 i 've (heard|seen|been|met|read)",
    "been turning over",
    "(not|never) (left|going to leave) my (mind|head)",
    "(thought|thinking|think|busy|mind|discussed|redrew|worked|turned|turning|went over) *8 on (my|the) "
    "(way|drive|walk|train|ride) (home|back)",
    "made my (day|week|drive|whole)",
    "had (us|me) (in stitches|laughing|talking|thinking)",
    "(not going to|won't|will not|shan't|shall not|never) forget",
    "(is|was|are) (more|less) (fun|dreadful|simple) than",
});

constexpr auto since_talk = std::to_array<std::string_view>({
    "since (our|we|you|that|the) "
    "(call|talk|talked|spoke|met|conversation|meeting|interview|chat|told|visit|tour|showed)",
    "after (our|you|that) (call|talk|conversation|told|described|meeting|showed|had|explained|interview|chat|said)",
    "after (hearing|seeing|talking|speaking|listening|a morning|your)",
    "(following|on|at|per|by|with|from|thanks to) your "
    "(advice|tip|hint|suggestion|question|recommendation|idea|request|trick|prompting)",
    "following up on",
    "you (mentioned|asked|wanted|wondered|suggested|recommended|advised|told|were curious|doubted|thought that)",
    "your (advice|suggestion|tip|hint|hunch|recommendation) (to|on|of|about|was|got|worked|came|that)",
    "(i|we) (took|followed|tried|did) (your|as you|what you)",
    "i (have|'ve)? (since|already)? (tried|read|bought|ordered|ate|watched|made|cooked|visited|rang|called|used) "
    "(the|your|that|a) *3 (that|which)? you (mentioned|recommended|gave|named|showed|suggested|lent|described|spoke of|"
    "told me)",
    "as you (suggested|advised|proposed|recommended|had warned|told me|predicted|said)",
    "(before|when) we (met|spoke)",
    "you (named|asked for|asked after)",
    "your introduction to",
    "(sent|set|got|had) me (looking|searching|thinking|reading|off)",
});

constexpr auto noticed = std::to_array<std::string_view>({
    "i @degree? "
    "(noticed|liked|loved|enjoyed|appreciated|appreciate|respected|valued|admired|saw|understood|learned|like|found|"
    "believe|believed) (it)? (that|how|what|your|the way|being|hearing|why|when|seeing)",
    "^ (seeing|watching|hearing|walking|standing|listening|having watched|having seen|sitting|asked) @degree? *6",
    "i @degree? (enjoyed|loved|liked) (discussing|our|talking|the|being|your|that)",
    "^ (that|how) (your|half|you|%name) *",
    "in (your|the) (lift|hallway|corridor|lab|car|canteen|workshop|kitchen|office|tank)",
    "you (deserve|did well)",
});

constexpr auto met_over = std::to_array<std::string_view>({
    "(talking|speaking|chatting|talk|speak|chat) (with|to) you *3 (about|over) *",
    "we (met|got talking|talked|ran into|stood) *12 (over|about|and (talked|argued|you|got|spoke)|where "
    "(you|we|your)|next to|when you|who)",
    "(meet|met|meeting) you *10 (where (you|we|your)|over|in front of|and (to)? (hear|hearing|see|talk|learn))",
    "at the * *6 (we|you) (got|argued|talked|told|met|compared|showed|spoke|discussed)",
    "(over|at) (coffee|lunch|the) (you|we) @said?",
});

constexpr auto groups = std::to_array<CuePatterns>({
    {Cue::thanks, thanks},
    {Cue::no_thanks, no_thanks},
    {Cue::thanks_act, thanks_act},
    {Cue::thanks_plain, thanks_plain},
    {Cue::said, said},
    {Cue::your_point, your_point},
    {Cue::we_talked, we_talked},
    {Cue::our_talk, our_talk},
    {Cue::memory, memory},
    {Cue::since_talk, since_talk},
    {Cue::noticed, noticed},
    {Cue::met_over, met_over},
});

}  // namespace

std::span<const CuePatterns> talk_patterns() { return groups; }

}  // namespace afterword
