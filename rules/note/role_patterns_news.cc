#include <array>

#include "rules/note/role_patterns.h"

namespace afterword {
namespace {

constexpr auto addition = std::to_array<std::string_view>({
    "(since|after) (we (spoke|met|talked)|(our|the|my) (talk|interview|call|conversation|meeting|visit)|then) i *",
    "i (have|'ve) since *",
    "my (reference|references|referee|referees) (is|are) *",
    "(one|another|a|two|something|anything) (more|late|last|further|small|short)? "
    "(thing|point|correction|idea|fact|number|footnote|thought|detail|result|result "
    "that|requirement|note|addition|question)",
    "(i|that i) (forgot|neglected|omitted|failed|didn't get round) (to (mention|say|tell|add|name))?",
    "(i|i had|i 'd) left out",
    "leaving out",
    "(what|which) i (should|might|could|did not|ought|forgot|left) *2",
    "should have (added|said|mentioned|told)",
    "to (complete|finish|correct|repair|complement|put right|be complete|come back|return|add) *5 "
    "(answer|said|began|thought|point|list|started)?",
    "^ (correction|addendum|ps|p.s|p.p.s|update|news|attached|enclosed|for completeness|by the way)",
    "on second thoughts",
    "having slept on",
    "(it|something) (has)? (occurred|came|struck|dawned) to me",
    "my (proposal|answer|bet|guess|suggestion) (by now|now|today|is|would)",
    "(here is|here's|here are|here you) *",
    "(i would|i 'd) (now|also|today|rather|begin|add|put|start) *",
    "(i now|now i|by now) (know|think|believe|expect|would|have)",
    "(since|after) (@weekday|yesterday|then|that) (the|i|my|we|a|our)",
    "(as of|since) (yesterday|today|last|@weekday|this)",
    "(was|were|is|has been|have been) "
    "(published|released|merged|repeated|accepted|approved|public|updated|moved|changed|raised)",
    "(turns|turned) out",
    "(the|my|a|their|our) (right|better|full|short|clearer|honest|correct|missing) answer",
    "the (answer|figure|number|word|term|name) (i|is|was|to|would)",
    "(the|that) (figure|number|word|date) i",
    "(i|i 've|we|somebody) (found !(it *1 (that|how|to|when))|found out|looked it up|looked "
    "up|looked !after)",
    "(somebody|someone) did",
    "(who|which|that) might interest",
    "(may|might|could) (be of use|interest|amuse|like|be of interest)",
    "(on|at|under) %link",
    "(is|are|now) (public|online|available|listed) (at|on|in|as)?",
    "never came up",
    "didn't (reach|get to|come up)",
    "(has|have) (since|now|just) (agreed|been|asked|offered|said|passed|moved|started)",
    "(they|she|he|they 've|have|has) (have)? (given|offered|asked|hired|invited) (me|us)",
    "(i have been|i've been) (offered|given|asked|accepted|invited)",
    "i am accepted",
    "(they|she|he) (made|took|hired|chose|want|accepted) me",
    "my (proposal|answer|bet|guess|solution) *",
    "for (what it's worth|the record)",
    "(number|figure) that i gave",
    "would say today",
    "i'd call it",
    "i would now",
    "wants correcting",
    "i (have|'ve) meanwhile",
    "i (have|got|'ve been offered|have been offered) the (post|job|place|offer)",
    "(offered|asked) me (to|the|back|a)",
    "in case (you|it|anyone) (are|is|were) (curious|interested|useful)",
    "(starts|start|begins) (there|as|there as)",
    "(is|are) on (pypi|github|my|our)",
    "free (for|to) (anyone|download|everyone|use)",
    "version # ",
    "you (can|could) (see|find|read|download|watch)",
    "i (ought to have|might have|should have) (mentioned|said|added|told)",
    "(not|missing) (on|from|in) my (cv|resume|résumé)",
    "what (did not|didn't) (come up|get said|fit)",
    "there 's (a|an) (new|good|recent|short|useful|nice)",
    "it should have (been|read|said)",
    "(gave|told|quoted) you the wrong",
    "(wants|needs) (correcting|a correction)",
    "(has|have) asked me (back|to|for)",
    "^ (meanwhile|in the meantime) (my|i|the|we) *",
    "you may want (my|the|to know)",
    "(is|are) now (complete|finished|done|ready|on show|open|closed)",
    "in case it (interests|helps|is of)",
    "(my|the) (first|second) (talk|meeting|day|call) with %name (was|went)",
    "since we (spoke|met|talked) i *",
});

// What was not said in the talk, and is said now.
constexpr auto left_out = std::to_array<std::string_view>({
    "(i|that i) (also)? (forgot|neglected|omitted|failed) (to (mention|say|tell|add|name|bring up)|*2 (in|at|during))",
    "(i|which i|that i|what i) (did not|didn't|couldn't|could not|never) (get|got|have time|find time|have a "
    "chance|have "
    "the chance|manage|come|mention|tell|bring up)? *2 (to (say|mention|tell|explain|add|bring)|round to)",
    "i (did not|didn't|never) (mention|bring up|tell you|say|explain) (that|how|it|this|my|the|one)",
    "i (meant|intended|had planned) (also)? to (tell you|mention|say|add|correct|clarify) *",
    "i (just|also)? (wanted|would like|'d like|need) (also)? to (add|correct|clarify) *",
    "i (also|still) (meant|wanted|should|ought) to (tell you|mention|add|correct|say)",
    "i (should|could|ought to) (also)? have (mentioned|said|added|told|brought)",
    "(quick|small|late|one|little|short|minor) correction",
    "(let me|allow me to|may i|i would|i'd|i must) (just|also|still|briefly)? (add|correct|complete|clarify)",
    "^ to (answer|complete|finish|correct|come back to|add to|expand on) *",
    "(left|leave) (it|this|that|one thing)? out",
    "my answer (to|about|on) *8 (was|should|missed|left)",
    "i was (wrong|mistaken) (about|on|when|with)",
    "a (better|fuller|more complete|clearer|longer) answer",
});

constexpr auto promise_here = std::to_array<std::string_view>({
    "(is|are|'s|i 've|i have|been|'m|am)? (attached|enclosed|linked|attaching|enclosing) "
    "(to|is|are|you|here|find|for|a|an|the|my|in|as|with|three|two|please)?",
    "(attached|enclosed) (is|are|you|please|find)",
    "(i|have|'ve) (attach|attached|enclose|enclosed)",
    "please (find|see) *2 (attached|enclosed|below|attachment)",
    "(see|in|find) the (attached|attachment|enclosed|link)",
    "the attached",
    "(i'm|i am) (sending|enclosing|attaching|adding) (you)? (a|an|the|my|two|three|some) *2 "
    "(photo|photos|picture|pictures|"
    "copy|copies|link|file|list|paper|report|certificate|certificates|reference|references|portfolio|sample|samples|"
    "letter|slides|script|plan|drawings|notes|article|table|cv)",
    "i (have|'ve|am|'m) @degree? (included|including|include) (a|an|the|my|two|three|some|it|#) *",
    "i (have|'ve) @degree? (sent|emailed|e-mailed|uploaded|shared|mailed) (you)? (a|an|the|my|two|three|some|it|them) "
    "*",
    "(here is|here 's|this is|here you have) the *3 "
    "(link|file|paper|article|list|chart|document|slides|report|repository)",
    "link below",
    "^ below (is|are|you)",
    "as promised",
    "(find|see) *6 below",
    "with this (mail|message|email|note|letter)",
    "as a pdf",
    "(see|find) *6 below",
    "(pfa|appended|hereby i send|underneath gives|click here|i am including|i'm including)",
    "(below|enclosed|appended) (is|are)",
    "^ (enclosed|appended|attached|below)",
    "(in|with|at|on|as|see) the (attached|attachment|enclosed|annex|appendix)",
    "(added|clipped|attached|appended|pinned) to this (email|mail|message|letter|note)",
    "(this|the) (link|address) (leads|takes|goes|shows|for|has|below|at)",
    "^ (just)? (click|this link)",
    "at this (address|link)",
    "(goes|comes|travels|is) with this",
    "(screenshot|photo|photos|file|table|link|list|chart|figures) (below|above)",
    "to this (email|mail|message|letter)",
    "the %link",
});

constexpr auto result = std::to_array<std::string_view>({
    "your (advice|suggestion|tip|hint|hunch|recommendation|trick|rule|method) *12 "
    "(caught|saved|worked|got|led|helped|brought|cut|turned|won|made|paid)",
    "i ('ve|have) since",
    "(i|we) did so",
    "so (i|we) did",
    "i (@degree)? (have|'ve)? (since)? @result_verb",
    "i (went|had|'ve been|have been) (through|back|over)",
    "i did as you",
    "i (reran|re-ran|ran) (the|it|my|a)",
    "it (worked|works|held|runs|broke|now|took|helped|did)",
    "(worked|works|dropped|fell|rose|came out|comes out|went)",
    "and (it|she|he|they) (has|have|said|asked|did|was|is|worked)",
    "(i|we) now",
    "(has|have) asked me",
});

constexpr auto groups = std::to_array<CuePatterns>({
    {Cue::addition, addition},
    {Cue::left_out, left_out},
    {Cue::promise_here, promise_here},
    {Cue::result, result},
});

}  // namespace

std::span<const CuePatterns> news_patterns() { return groups; }

}  // namespace afterword
