#include <array>

#include "rules/note/role_patterns.h"

namespace afterword {
namespace {

constexpr auto interest = std::to_array<std::string_view>({
    "i (would|'d|should) @degree? @degree? (love|like|want|be|prefer) @degree? (nothing "
    "better|to|more|this|the|your|that|it) !(thank|you|bring|introduce|come "
    "back|phone|tell|meet|call|send|ask|know|hear|report|tell|suggest|see|say|express|invite|propose|add|show|send|"
    "answer|"
    "correct)",
    "i (would|'d|should|'ll) @degree? @degree? (be)? @degree? "
    "(gladly|happily|delighted|proud|honoured|honored|thrilled|pleased|happy|glad|over the moon) (to|if it|of the "
    "chance) (join|work|be invited|be chosen|come|go|try|take|tame|put|help|bring|look|be part|be one|be the|be "
    "your|do|serve|carry|come "
    "!(in|by|over|back|to|again|for|round)|spend|build|move|chase|wear|own|maintain|run|stay|learn|start|play|accept|"
    "design|teach|"
    "continue|grow)",
    "i (would|'d) @degree? (dearly|love|accept|say yes|enjoy working|choose|come and gladly)",
    "(very|so) (glad|happy|pleased|proud) to (work|join|come|be part|serve|start)",
    "i applied (because|for|to)",
    "be your (next|new) *",
    "(an)? honour to (work|serve|read|join|teach|be part)",
    "make me proud",
    "i (would|'d) (rather|sooner) (work|write|teach|be|do|build|learn|live|practise)",
    "(no|nowhere) (other)? *3 i (would|'d) (rather|sooner)",
    "(become|becoming|be) (a)? part of",
    "top of my list",
    "serious about (it|the|this)",
    "(happily|gladly) get up",
    "i (would|'d) like very much to",
    "(would|'d) (gladly|happily) (do|spend|work|join|take on|come|move|learn|stay|start|be|build|help you build)",
    "(would|'d) be (glad|happy|pleased) to (put|work|spend|do the|join|stay|learn|call)",
    "i (would|'d) (take|choose|pick) (the|this|your|that) (job|post|role|field|place|position|team) *",
    "(applied for|wish to (join|work)|wish is|dream (job|place|is to))",
    "(take|like) (the|this|your|that) (job|post|role|place|position) (at once|any day|tomorrow|very much|so "
    "much|if|because)",
    "i @degree? @degree? want (to|this|the|that|your|in|nothing) "
    "!(thank|express|say|tell|apologise|apologize|let|give|add|correct|know|show|ask|talk|put|be clear|repeat)",
    "(i|'d|would) (still)? (dearly|really|very much|so) (like|love|want)",
    "(made|makes|make|making|has made|left|had) me (want|even more|more|all the more|eager|keen|wanting|keener|wish)",
    "(left|came|come|went) *4 (wanting|convinced|sure|determined|keener|certain)",
    "(i 'm|i am|i remain|remain|am|'m|i was) @degree? @degree? "
    "(keen|excited|enthusiastic|eager|thrilled|interested|drawn|convinced|hooked|taken|hoping to "
    "join|motivated|attracted) !(to (hear|learn how|find out|see how|see what|know)|about hearing)",
    "(keen|excited|enthusiastic|interested|eager) (to|on|about|in|than|for) !(hear|learn|see|know|their|your "
    "(answer|reply|decision))",
    "(keener|more interested|more eager|more convinced|more excited|more enthusiastic|even more)",
    "my (interest|enthusiasm|wish|desire|first choice|dream job|eagerness|motivation)",
    "(interest|enthusiasm) in",
    "(appeals|appealed|appealing) to me",
    "(draws|drew|attracts|attracted|excites|tempts|fascinates) me",
    "what (draws|attracts|makes|excites|tempts) me",
    "(the|one|another) reason (why|i|that|for)",
    "why i (applied|want|'d|would|wrote|came|am|hope|chose)",
    "(nothing|nowhere|no place) would (please|i)",
    "nothing would please me",
    "there is nowhere",
    "count (me in|on my|me as)",
    "(job|post|role|place|one|office|ward|company|team|work|codebase|part|group|position|kind of work|sort of "
    "thing|customers|thing) (that|which|where|on which|in which)? i (want|would|'d|could|am looking|have wanted)",
    "(is|are|remains|remain|still) *3 (the one|the job|the post|my first|my favourite|what i) *3 "
    "(want|choice|would|looking|far)",
    "(is|are) (exactly|just|precisely) (what|the (sort|kind)|where) *6 (i|want|looking)",
    "what i (want|would like|'d like)",
    "i 'd like nothing",
    "i (would|'d) (say yes|accept|move|sign)",
    "i want (in|this|it)",
    "i wanted (this|that|the (job|post|role|place)|to (work|join|be part|come)|in|it)",
    "i (do|still|very much|really|so) want (the|to|this|in)",
    "(look|looking) forward to the (possibility|chance|prospect|opportunity)",
    "(the)? (possibility|prospect|idea|thought|chance|mere possibility) of "
    "(joining|working|being|building|making|giving|doing|a|helping|becoming)",
    "i can (well|easily|really)? (picture|imagine|see) (myself|me)",
    "i hope (to be considered|to join|to be|to work|that it works|very much)",
    "with a whole heart",
    "(up)? (my mind|it for me) (i|up)",
    "yes please",
    "be (part of|one of) (the|your|it|them|such)",
    "(to join|joining) (you|your|the|a|such)",
    "(to|would|'d|could|and|gladly|happily|of) (work|working) (for|with|at|under) (you|your)",
    "@feeling *4 (work|working) (for|with|at|under|in) *",
    "(hope|like|love|want|happy|glad|wish|excited|chance|opportunity) *5 (work|working) together",
    "move to *3 for",
    "be (honoured|honored|proud|delighted|thrilled|over the moon) to !@send_verb",
    "take (the|on the) next (hurdle|step)",
    "continue (the|with|in)",
    "(go|carry) on (to|with)",
    "(made|makes) *3 (want|wish) *",
    "i (do|still|very much|really|so)? (hope|wish) (very much)? (to|that i may|i may|i can|i might) (be chosen|be "
    "one|be part|be invited|be your|be among|be asked|learn|join|work|get the|build|help|stay|earn|win|come and)",
    "(is|was|be|sounds|looks|as) (like)? (the|a|an|one) (right|perfect)? "
    "(office|place|job|team|post|house|firm|shop|work|"
    "company|role|ward|lab|school|desk) for me",
    "(hard|difficult|impossible|unable|not easy) to (refuse|resist|say no|turn down)",
    "(i'd|i would) (sooner|rather) (spend|work|be|learn)",
    "my dream (has|is|job|would|was|for)",
    "(i|i'd|i would) be @degree? (overjoyed|delighted|thrilled|honoured|honored|proud|happy|glad) (to !@send_verb "
    "!(hear|meet|discuss|clarify|elaborate|speak|come|call|write|report|let|visit|see|arrange|add|wait)|if (it|i|you "
    "(took|chose|gave)))",
    "(wish|desire|longing|urge|appetite) to (work|join|be|learn|come|build|stay)",
    "i (am|'m|remain) *2 (glad|ready|willing|determined|set|proud) to (join|take on|work|go on|move|come|start)",
    "(determined|decided|keen) to (join|work|win|get)",
    "settled (it|the matter) for me",
    "(position|job|role|place|work|team|post) (sounds|seems|looks) @degree? "
    "(perfect|ideal|wonderful|great|exciting|right|"
    "interesting|like)",
    "(am|'m) looking for @degree? @degree? (exactly|just)? (this|such|a (job|place|team|post|role)|the "
    "(kind|sort)|work)",
    "(been|is|was) (always)? my (dream|wish|ambition)",
    "my (dream|wish|ambition) (since|for|ever)",
    "(i|'d|would) be @degree? @degree? (happy|at home) (at|in|with|here|there) *",
});

constexpr auto interest_weak = std::to_array<std::string_view>({
    "@feeling *8 @job",
    "@job *8 @feeling",
});

constexpr auto fit = std::to_array<std::string_view>({
    "for (the (last|past)|over|more than|nearly|almost|about)? (#|@number_word|many|several|some) *2 "
    "(years|months|winters|seasons|summers)",
    "(#|@number_word|several|many) *2 (years|months|seasons|winters) (of|in|as|at|on|with|to|and|later)",
    "(years|decade|decades) (of|in|as|at|on) *",
    "since (#|i)",
    "(from|between) # (to|and|until) #",
    "at (%name|the|my|a|an) *5 i (@degree)? (@work_verb|was|had|did|cut|kept|also|'ve|have|led|attached|ran)",
    "at %name (my|we|our)",
    "as (a|an|the|pa|assistant|head|release) *8 i",
    "as (a|an)? *4 (engineer|manager|nurse|paralegal|clerk|secretary|developer|designer|tester|lead|officer|teacher)",
    "i (have|'ve) @degree? "
    "(been|worked|done|run|led|written|managed|designed|taught|kept|handled|built|held|maintained|taken|brought|set|"
    "trained|flown|served|shipped|dealt|tested|answered|interviewed|translated|delivered|cleaned|closed|tuned|spent|"
    "nursed|seen|had|learned|already|rewritten|processed|pulled)",
    "i (looked after|look after|cared for|took care of)",
    "i can (drive|repair|cook|sew|weld|type|play|operate|use|code|program|cut|sell|teach|plan|organise|organize|mend) "
    "*",
    "(customers|people|guests|colleagues|children|patients|clients|students|teachers|boss|friends) @degree? @degree? "
    "(like|liked|trust|trusted|say|said|call|called|describe|described) (me|that i|i)",
    "i have @degree? (a lot of|much|long|some|good|plenty of|wide|broad|solid|#)? *1 "
    "(experience|knowledge|practice|training) "
    "(with|in|of|as|from|at)",
    "my (own|first|last|previous|present|former|current) (boss|manager|supervisor) *",
    "i (use|work with|am good|'m good|am comfortable|'m comfortable|enjoy "
    "working|hold|speak|bring|maintain|teach|write|administer|process|run|look after|lead|manage|handle|own|know "
    "how|score|grew|am used|was trained|studied|trained)",
    "i (can|could) (read|write|speak|calm|hold|present|cannulate|take|handle|lead|insist|rewrite|fix|be useful|be of "
    "use|train|do the|tell you the)",
    "my (own|first|last|previous|present|former|current|own)? "
    "(strength|strengths|background|skills|skill|training|doctorate|thesis|degree|master|master's|career|experience|"
    "employer|work|team|job|trade|shift|speciality|specialty|field|certificate|qualifications|record|design|reports|"
    "students|drivers|rig|rota|patch|bug|company|studies|models|traverses|museum|subject|daily|bread|years|clients|"
    "group|post|release|quarter|apology)",
    "(mine|our) (too|was|were|did|ran)",
    "(trained|certified|qualified|fluent|experienced|versed) (as|in|by)",
    "(under|in|on|with) my (leadership|watch|time|care|lead|supervision|own)",
    "before (that|this|law|computers|the|i) *6 i",
    "prior to (that|this)",
    "(have|has) taught me",
    "(taught|made) me (to|that|how|ruthless)",
    "i (was|am|'m|have been) (a|an|the|assistant|pa|in charge|responsible|trained|certified|registered|used "
    "to|fluent|described|called in|bilingual|working) !(little|bit|lot|great|good)",
    "having (spent|worked|taught|migrated|run|built|commissioned|led|done|managed|been)",
    "(from|by) (#|@number_word) *3 to (#|@number_word|under|over|just)",
    "i could be (useful|of use)",
    "i (would|'d) (bring|complement|fit|be useful|be an asset|add|serve|not need)",
    "(if|were) i (joined|were|to be|to join|got|chosen)",
    "(if you|were you to) (were to)? (take|give|chose|hire|took)",
    "you ('d|would) (get|also get|have)",
    "(i|my *2) (believe|think|am convinced|'m convinced|am confident|feel) (that)? (i|my) *",
    "what i (would|'d|can|could) (bring|offer|add)",
    "which is (something|what|why) i (did|do|have|can)",
    "(is|are|was|were|been) (mine|half my|all mine|what i (do|did|have|'ve|was|am|'m)|mine since|my "
    "(trade|field|bread|daily|work since|life "
    "since|speciality|subject))",
    "i know (how|what) to",
    "i know what a *",
    "in my (last|previous|present|current|first|time|years|old|former) *",
    "while i was",
    "when i (started|joined|took|left|was|ran|arrived)",
    "i did (both|that|it|the)",
    "(i 've|i have) done (both|it|that|some)",
    "went through my hands",
    "i (have|'ve)? (learned|learnt) *2 (to|how)",
    "(mine|ours) (was|were|held|is|ran|are|too)",
    "(was|were|be) (all)? (on|up to|down to) me",
    "my (#|@number_word) (first|last|previous)? *1",
    "^ (as|at|in|for|with|during|under|below|before|over|on|through) !(your|our|my|that|this|the "
    "(call|interview|tour|way)) *9 i "
    "(read|wrote|found|ran|tested|measured|counted|set|put|followed|watched|called|checked|tried|rewrote|kept|moved|"
    "rewired|sealed|splice|run|read|look|teach|write)",
    "with (my|a|an|the|four|five|six|seven|eight|ten|#) *10 i ('d|would|can|could|have) "
    "(help|serve|cover|be|sign|bring|take|read|run|start|do)",
    "(is|are) what i 'm (called|paid|known|hired) *",
    "i would be (a|an) *3 (addition|asset|fit|match|member)",
    "(you|it) (would|'d) (have|be getting|get) (somebody|someone|a|an|#|@number_word)",
    "(taught|teaches) (me|one) (to|how|that)",
    "i "
    "(splice|weld|audit|nurse|code|program|draw|repair|present|plan|sell|cook|lay|sew|bake|tune|calibrate|measure|"
    "inspect|translate|interpret|edit|supervise|train|coach|advise|design|build|test|deal|keep|drive|fly|sail) *",
    "(comes|come) (easily|naturally) to me",
    "(at|for|with|in) %name *6 (was|were|is|are) mine",
    "my (#|@number_word) (years|months|seasons|winters|summers) *",
    "(last|this) (year|summer|winter|spring|autumn) i *",
    "i can (bring|offer) *",
    "(asset|well suited|well-suited|suitable|qualified|equipped|prepared me|right (person|fit|match)|good fit|great "
    "fit|perfect fit|perfect match|good match|contribute|hit the ground) (to|for|in|with|your|the|running|as|$)",
    "(prepared|equipped|trained|readied) me (well|for|to)",
});

constexpr auto fit_weak = std::to_array<std::string_view>({
    "i (was|had|did)",
    "you (need|want|'re looking|are looking) (for)? (a|someone|somebody|people|to)",
    "my",
    "our",
});

constexpr auto other = std::to_array<std::string_view>({
    "(no|not any|there is no|there 's no) (hurry|rush|pressure|stress|need)",
    "take (all)? (the|your|whatever) time",
    "feel free to",
    "(please)? (don't|do not) (feel|rush|worry|reply|hurry)",
    "i (quite|fully|do|perfectly|well)? (understand|realise|know|appreciate|see) (that|full|well|how|you|it|if)",
    "i live (about|in|near|only|close|just|around|#|@number_word|a) *",
    "no hard feelings",
    "disappointed",
    "(train|bus|tram|weather|traffic|parking|coffee|rain|drive) (home|back|there)? (was|is|were|had)",
    "^ i (got|came|arrived|was|made it) (home|back)",
    "it (rained|snowed|poured)",
    "whoever gets",
    "fair (decision|choice|one)",
    "(makes|make) sense to me",
    "at present",
    "any updates",
    "(if|should) the (answer|post) (is|be|has been)",
    "a (single)? line (will|would|is)",
});

constexpr auto rival = std::to_array<std::string_view>({
    "i (could|can|would be able to) (start|begin) (on|at|in|from|as)",
    "for a living",
    "as a (rule|child|kid)",
});

constexpr auto groups = std::to_array<CuePatterns>({
    {Cue::interest, interest},
    {Cue::interest_weak, interest_weak},
    {Cue::fit, fit},
    {Cue::fit_weak, fit_weak},
    {Cue::other, other},
    {Cue::rival, rival},
});

}  // namespace

std::span<const CuePatterns> self_patterns() { return groups; }

}  // namespace afterword
