#include "rules/note/occasion_cues.h"

#include <array>
#include <vector>

#include "rules/note/occasion.h"

namespace afterword {

namespace {

constexpr auto classes = std::to_array<WordClass>({
    {"english",
     "the of and to that is was for it with as his her he she be at by had not are but from or have an they which you "
     "were "
     "this their been has would there what will all if can when who so my me your i 'd 'm n't about after thank "
     "thanks"},
    {"foreign",
     "der das und ist nicht ein eine ich sie mit f\xC3\xBCr auf dem den des zu bei ihre ihr ihnen vielen dank haben "
     "wir "
     "el los las una que y en por con su lo se le les me muchas gracias usted para como del al ha hora "
     "les des une et est vous nous je pour dans avec votre merci sur au que "
     "het een ik van dat niet voor met ook bedankt uw "
     "och att jag det som en \xC3\xA4r f\xC3\xB6r med till tack er jeg og til takk tak "
     "il gli che per non sono con grazie mi lei della di "
     "o os uma que para com n\xC3\xA3o obrigado obrigada sua pela pelo eu "
     "i w na z si\xC4\x99 nie do \xC5\xBC"
     "e dzi\xC4\x99kuj\xC4\x99 pani pana za"},
    {"past_talk",
     "asked said told mentioned showed explained described named suggested advised recommended warned "
     "pointed drew walked took gave wondered taught lent talked spoke raised quoted promised let went"},
    {"event",
     "conference meetup fair expo summit symposium hackathon congress workshop convention mixer reunion "
     "seminar gala exhibition festival keynote"},
    {"cv", "cv resume r\xC3\xA9sum\xC3\xA9 application"},
    {"someone", "somebody someone another other others"},
    {"kin", "grandma grandpa grandmother grandfather mum mom dad uncle aunt cousin auntie granny"},
});

constexpr std::uint8_t k(Kind kind) { return static_cast<std::uint8_t>(kind); }
constexpr std::uint8_t INT = k(Kind::interview), PHO = k(Kind::phone_screen), INF = k(Kind::informational),
                       REF = k(Kind::referral), REC = k(Kind::recommendation), NET = k(Kind::networking),
                       REJ = k(Kind::rejection), NOR = k(Kind::no_reply), PER = k(Kind::personal),
                       FOL = OccasionCue::follow_up, NOT = OccasionCue::other_letter;

struct Row {
  std::string_view pattern;
  std::uint8_t speaks_for;
  float weight;
  bool names_it = false;
};

constexpr bool names = true;

// Weights are judgement: 4 and more nearly decides alone, 1 only leans. Offices also have talks, calls and questions:
// only a phrase that `names` an occasion of the catalogue makes a note of what nobody declared to be one.
constexpr auto rows = std::to_array<Row>({
    // --- an interview
    {"interview", INT, 2.0f, names},
    {"interviews", INT, 1.0f, names},
    {"interviewed", INT, 1.5f, names},
    {"interviewing", INT, 1.5f, names},
    {"interviewers", INT, 1.0f, names},
    {"panel", INT, 1.0f},
    {"(second|final|next|last|third) round", INT, 1.5f},
    {"(second|final|next|third) (interview|conversation|talk|visit|stage|session|meeting)", INT, 1.5f},
    {"trial (shift|day|night|lesson|week|run)", INT, 2.0f, names},
    {"(came|come|been|went) *5 to (talk|speak) about (the|a|your) *3 (job|post|position|role|vacancy)", INT, 2.0f,
     names},
    {"(practical|technical|written|coding) (test|task|exercise|round|deep|session)", INT, 1.0f},
    {"pairing session", INT, 1.5f},
    {"whiteboard", INT, 1.0f},
    {"take home", INT, 0.5f},
    {"the (post|position|job|role|vacancy)", INT, 1.0f, names},
    {"this (post|position|job|role)", INT, 1.0f, names},
    {"your team", INT, 0.5f},
    {"join your", INT, 1.0f, names},
    {"to join", INT, 1.0f},
    {"to (work|be) (at|for|with|in) (you|your)", INT, 1.0f},
    {"(candidate|candidates)", INT, 0.5f},
    {"work sample", INT, 1.0f},
    {"the apprenticeship", INT, 1.5f, names},
    {"(showing|taking|walking) me (round|around|through)", INT, 0.7f},
    {"(want|like|love) (the|this) (job|post|role)", INT, 1.0f, names},
    {"start work", INT, 0.3f},
    {"shadow shift", INT, 1.5f, names},
    {"in advance for (the|our|your|an|this) (interview|talk|meeting|conversation|chance)", INT, 2.0f, names},
    {"(the|this|that|a|an|your|for|as|of) *3 (position|vacancy|internship|apprenticeship|traineeship|fellowship)", INT,
     0.0f, names},
    {"role !(of|in|model|based)", INT, 0.0f, names},
    {"(about|for|want|wanting|wants|get|like|take|with|offer) (the|this|a|your) *4 (job|post|place as|place at)", INT,
     0.0f, names},
    {"(join|joining) (you|your|the *2 (team|crew|group|lab|firm|ward|school|staff|company|practice|kitchen))", INT,
     0.0f, names},
    {"(to|would) (gladly|happily)? (work|start|train) (with|for|at|under) (you|your)", INT, 0.0f, names},
    {"(i|and) (have|had|'ve)? (applied|apply|am applying|'m applying|would apply) *", INT, 0.0f, names},
    {"(postdoc|doctorate position|office hour|time and *1 consideration)", INT, 0.0f, names},
    {"(talk|talking|speak|speaking|spoke) (to|with) me about (the|your) *2 (industry|experience|career|path|field|"
     "profession|work|trade)",
     INF, 0.0f, names},
    {"apply (again|for)", INT, 0.0f, names},
    {"my (application|candidacy|cv|resume|r\xC3\xA9sum\xC3\xA9)", INT, 0.0f, names},
    {"(hiring|recruitment|recruiter) (manager|team|process|panel)?", INT, 0.0f, names},
    // --- a first call
    {"(phone|telephone|video) (screen|interview|screening)", PHO, 4.0f, names},
    {"(phone|telephone) (call|chat|conversation)", PHO, 3.0f},
    {"(screening|intro|introductory) (call|chat|interview|talk)", PHO, 4.0f, names},
    {"(first|video|initial) (call|chat|screen)", PHO, 3.0f},
    {"(our|the|your|yesterday 's|today 's|this morning 's|monday 's|tuesday 's|wednesday 's|thursday 's|friday 's) "
     "(call|chat)",
     PHO, 2.0f},
    {"(thank|thanks) *3 (call|calling|ringing|phoning)", PHO, 1.5f},
    {"(you|%name) (rang|called|phoned) me", PHO, 1.0f},
    {"(ringing|calling|phoning) me", PHO, 1.0f},
    {"(hung up|hang up|on hold|picked up the phone)", PHO, 1.5f},
    {"(on|over|down) the (phone|line)", PHO, 1.0f},
    {"(ring|rang|ringing|rung|call|calling|called|phone|phoning|phoned) (me)? back", PHO, 1.5f},
    {"(line|connection|signal) (died|dropped|broke|went|cut|crackled|froze|failed)", PHO, 1.5f},
    {"(teams|zoom|skype|whatsapp) (call|chat|talk|conversation)", PHO, 2.0f},
    {"(the|our|your) call *6 (tomorrow|yesterday|today|@weekday)", PHO, 1.0f},
    {"by phone", PHO, 0.7f},
    {"(talent partner|recruiter|recruiting|talent team|sourcer)", PHO, 0.8f, names},
    {"screening", PHO, 0.8f, names},
    // --- advice
    {"advice", INF, 2.5f},
    {"your (advice|tip|tips|counsel|guidance|suggestion)", INF, 1.2f},
    {"(my|the|a|one) *1 @cv", INF, 0.5f, names},
    {"(advise|advised|advising) me", INF, 1.5f},
    {"you (told|advised|urged) me (to|not)", INF, 1.5f},
    {"(informational|information) (interview|chat|meeting)", INF, 4.0f, names},
    {"(career|careers)", INF, 1.2f, names},
    {"(coffee|lunch|tea)", INF, 0.8f},
    {"as you suggested", INF, 1.0f},
    {"(told|telling) me (that)? i should", INF, 1.5f},
    {"you suggested", INF, 0.6f},
    {"you (suggested|reckoned|advised|urged|proposed|recommended|thought|said|told me) *2 (that)? i "
     "(look|should|ought|try|talk|speak|read|begin|start|write|go|join|learn|drop|leave|apply|send|put|call|ring|see|"
     "take|keep|might)",
     INF, 1.5f},
    {"office hour", INF, 1.5f},
    {"(mentor|mentoring)", INF, 1.5f, names},
    {"(took|taken|followed|following) your", INF, 1.2f},
    {"(get|got|getting|break|breaking|move|moving|came|come|switch) into (the|this|your)", INF, 0.8f, names},
    {"(how|why) you (got|came|ended|became|chose|started)", INF, 1.2f, names},
    {"(trade|profession|line of work|field)", INF, 0.5f, names},
    {"(going|looking) through my (portfolio|cv|resume|book|reel)", INF, 1.5f, names},
    {"an hour of (frank|plain|honest|good)", INF, 1.5f},
    {"(consejo|consejos|conseil|conseils|ratschlag|porada|consiglio|consigli|conselho|advies)", INF, 2.5f},
    {"how people (become|get|end)", INF, 2.0f, names},
    {"you (named|recommended)", INF, 0.8f},
    {"(course|diploma|training|residency|portfolio)", INF, 0.4f},
    {"(talk|talking|speak|speaking|chat|chatting) (to|with) me about (the|your)", INF, 1.5f},
    {"your (experience|career|path|profession)", INF, 0.8f},
    // --- a door opened
    {"on my behalf", REF, 3.5f, names},
    {"(introducing|introduced|connecting|connected|referring|referred) (me|us)", REF, 3.5f, names},
    {"(your|the|that) (introduction|referral|intro|recommendation to)", REF, 3.0f, names},
    {"(pass|passing|passed|forward|forwarding|forwarded|hand|handing) (on|along)? my @cv", REF, 4.0f, names},
    {"(giving|gave|passing|passed|mentioning|mentioned|dropping|dropped) my (name|details|number)", REF, 4.0f, names},
    {"(put|putting) (in a|in)? (good)? word", REF, 4.0f, names},
    {"(sending|sent|giving|gave|forwarding|forwarded|passing|passed|handing|handed) (him|her|them|%name) my "
     "(name|number|details|papers|@cv)",
     REF, 4.0f, names},
    {"(knew|knows|heard|learned|had heard|has heard) *6 from you", REF, 2.5f, names},
    {"(put|putting) (your|my) name", REF, 4.0f, names},
    {"(recommend|recommending|recommended) me (to|for)", REF, 3.0f, names},
    {"(vouch|vouching|vouched)", REF, 3.0f, names},
    {"your (phone|call|message|mail|email|note|word|line|text) (call)? (worked|did|helped|opened|got)", REF, 3.5f},
    {"(told|telling) (him|her|them|%name) about me", REF, 2.5f, names},
    {"opened the door", REF, 2.0f},
    {"(put|putting) me (in touch|forward|up)", REF, 3.5f, names},
    {"(spoke|speaking|spoken) (for|up for) me (to|with|at)?", REF, 3.0f, names},
    {"(rang|phoned|called|wrote|emailed|messaged) (me)? the same (day|afternoon|morning|evening)", REF, 1.5f},
    {"for (ringing|phoning|calling|writing to|speaking to|talking to) (%name|@weekday)", REF, 2.0f, names},
    {"(could|would|can) you introduce", NET, 0.5f},
    // --- a letter written for the writer
    {"(letter|letters) of (recommendation|reference|support)", REC, 5.0f, names},
    {"(recommendation|reference) letter", REC, 5.0f, names},
    {"(your|my|the|that|a) reference", REC, 4.0f, names},
    {"your (letter|recommendation)", REC, 2.5f},
    {"(as)? my referee", REC, 4.0f, names},
    {"(letter|reference|recommendation) (that|which)? you (wrote|sent|gave|had written)", REC, 3.5f, names},
    {"your letter (reached|arrived|got|came|to|went|did)", REC, 2.0f, names},
    {"(wrote|writing|write) (the|a|my|that|this) (letter|reference|recommendation)", REC, 3.0f, names},
    {"your (paragraph|sentence|line|words) about", REC, 1.5f},
    {"(wrote|written|writing) (for|about) me", REC, 2.5f, names},
    {"(offered|given|gave) me the (place|post|job|scholarship|seat|grant)", REC, 1.2f, names},
    {"the committee", REC, 0.8f},
    // --- met at an event
    {"@event", NET, 2.0f},
    {"(met|meet|meeting|seeing|talking|speaking|spoke|talked|bumped|ran) *8 @event", NET, 0.0f, names},
    {"(at|from|during) (the|your|a|this|last *1) *4 "
     "(conference|meetup|fair|expo|summit|symposium|hackathon|congress|convention|mixer|festival)",
     NET, 0.0f, names},
    {"(met|meet|meeting) (you)? (at|during|in) (the)?", NET, 1.0f},
    {"(to meet|meeting) you (all)? (at|during) *", NET, 0.0f, names},
    {"we met (on|at|in|over|during|by|last|by)?", NET, 2.5f, names},
    {"(nice|good|great|lovely|pleasure|fun|wonderful|happy|glad) (to meet|meeting) you", NET, 1.3f},
    {"your (talk|keynote|demo|stand|booth|session|lecture) (on|about|at|in)", NET, 2.5f, names},
    {"(stay|keep) in touch", NET, 1.0f},
    {"stay connected", NET, 1.5f},
    {"(run|running|ran|bump|bumping|bumped) into you", NET, 2.5f, names},
    {"(meet|met|meeting|acquaintance|talk|talking|talked|speak|spoke|speaking|chat|chatting|chatted|seeing|sat|stood) "
     "*3 "
     "at (the|your|a|this|last) !(assessment|trial|selection|interview|induction|recruitment) *3 "
     "(day|days|evening|night|breakfast|lunch|dinner|reception|launch|opening|tasting|show|forum|webinar|course|"
     "training|"
     "retreat|camp|jam|drinks|lecture|regatta|get-together|market|meeting of|gathering|ceremony|awards)",
     NET, 2.5f, names},
    {"make your acquaintance", NET, 2.0f, names},
    {"(linkedin|business card)", NET, 1.0f},
    {"after your (talk|keynote|session|lecture)", NET, 2.0f, names},
    {"(new|many|familiar) faces", NET, 1.5f},
    {"next to (me|you) (at|in|on)", NET, 0.8f},
    // --- a no
    {"(chose|chosen|choose|picked|pick|took|taken|hired|preferred|selected|appointed) (an|a|the)? "
     "(@someone|different|stronger|internal)",
     REJ, 4.5f, names},
    {"(went|gone|going|go|goes) (with|to|for) (an|a|the)? (@someone|different|internal)", REJ, 4.5f},
    {"(decided|deciding|decision) (for|on|against|in favour of|in favor of) (an|a|the)? (@someone|different|me)", REJ,
     4.5f},
    {"@someone (candidate|applicant|person|analyst|engineer|designer|teacher|nurse)", REJ, 2.5f, names},
    {"your decision", REJ, 2.0f},
    {"(letting|let) me know *4 (decision|decided|chose|chosen|not)", REJ, 2.5f, names},
    {"(not|n't) (be|been|get|getting|got)? (selected|chosen|successful|offered|moving|hired|taken)", REJ, 2.5f, names},
    {"unsuccessful", REJ, 4.0f},
    {"(turned|turning) (me)? down", REJ, 4.0f, names},
    {"(rejection|rejected)", REJ, 3.5f, names},
    {"(disappointed|disappointing|disappointment)", REJ, 2.0f},
    {"has gone to", REJ, 3.5f},
    {"(keep|keeping|bear|have) me in mind", REJ, 1.8f, names},
    {"first in line", REJ, 2.0f},
    {"think of me", REJ, 1.5f},
    {"should *5 (need|want|be looking for|look for) (a|an|another) (second|third|further|new)?", REJ, 1.5f},
    {"(considered|consider me) again", REJ, 2.5f, names},
    {"(if|should) (a|an|another|something|anything|the|some)? *4 (opens|open|comes|come|falls|becomes|arises) "
     "(up|free|vacant|along)?",
     REJ, 1.5f},
    {"(the|your|a|this) (no|answer was no)", REJ, 1.2f},
    {"(why|that) it (was|is) (not|n't) me", REJ, 3.5f, names},
    {"did (not|n't) get the", REJ, 3.0f, names},
    {"(your|the) news", REJ, 1.0f},
    {"(telling|told) me yourself", REJ, 2.0f},
    {"of the (place|post|job|role) (going|being)", REJ, 2.0f, names},
    {"(your|the) decision", REJ, 0.0f, names},
    // --- silence
    {"(have|had|'ve) (not|n't) (yet)? heard !(of|the|it|that|about|such|anything so|anyone)", NOR, 3.5f},
    {"(have|had|'ve) (not|n't) (yet)? had", NOR, 3.5f},
    {"no (reply|answer|word|response|news)", NOR, 3.0f},
    {"(any|some) (updates|update|news)", NOR, 2.0f},
    {"is there (a|any|already)? (new|date|decision|news|word|answer)", NOR, 2.0f},
    {"(checking|check) in", NOR, 2.0f},
    {"(following|follow) up on", NOR, 1.5f},
    {"still (very|most|just)? (interested|keen|hopeful|eager|want|like|hope|hoping)", NOR, 1.5f},
    {"would still", NOR, 1.5f},
    {"(remain|remains) (very)? (interested|keen)", NOR, 1.5f},
    {"(you|you'd) (said|would|wrote)? (you|that you)? (would)? (decide|let me know) by", NOR, 2.0f},
    {"(decision|post|place) (still)? (open|moved|pending|due)", NOR, 1.5f},
    {"(if|should|has) (the|a) (post|place|job|role|position|decision) (has)? (gone|moved|been)", NOR, 3.0f, names},
    {"(hear|heard|answer|decision) within", NOR, 1.5f},
    {"(expected|planned|hoped|meant|wanted|promised|going|aimed) to (decide|choose|make a decision|have a decision|let "
     "me "
     "know)",
     NOR, 2.5f, names},
    {"nudge", NOR, 3.0f},
    {"(whether|if) (the|this|that) (position|post|role|job|place|vacancy|opening) is", NOR, 3.0f, names},
    {"how (the|your) (search|process|selection|recruitment|decision|hiring) *5 (is|'s|are) (going|coming|progressing)",
     NOR, 3.0f, names},
    {"(when|whether|if) (you|they|the panel) (plan|expect|hope|mean|intend|aim) to (decide|choose|close)", NOR, 3.0f},
    {"(would|'d|to) (let|tell) (people|everyone|everybody|candidates|applicants|us) (know)? *2 by", NOR, 2.5f, names},
    {"(timeline|timetable|schedule) (has|had|'s)? (moved|changed|slipped|shifted)", NOR, 2.5f},
    {"(a|any) new (date|timeline|timetable)", NOR, 1.5f},
    // What may have been decided is not known yet, and "when we met" only says when.
    {"(if|should|whether) *4 (gone|went|go|goes) (to|with)", REJ, -4.0f},
    {"(when|since|as) we met", NET, -1.5f},
    {"where (things|it|you|we) (stand|stands|are)", NOR, 2.5f},
    {"the status of", NOR, 2.5f},
    {"(a|the|your) decision (within|by|before|would|in|was|on|for)", NOR, 1.5f, names},
    {"(day|date|week) for (a|the|your) (decision|answer)", NOR, 2.0f},
    {"(been|passed) (# days|# weeks|two weeks|three weeks|a fortnight|a month|some time|ten days)", NOR, 1.5f},
    {"(decide|decided|decision) (yet|by now|since)", NOR, 2.0f, names},
    {"(question|word|line) about (the)? timing", NOR, 2.5f},
    {"(it is|it 's) (now)? the #", NOR, 1.5f},
    {"(do|did) you (already|happen to)? know (yet)? (when|whether|if)", NOR, 2.0f},
    {"there (would|'d|will|'ll|was to|is to) be (a|an|some|any) (decision|answer|news|word|result)", NOR, 2.0f, names},
    {"by (the end of)? (last|that) (week|friday|monday)", NOR, 0.8f},
    {"(has|have) anything (changed|moved)", NOR, 2.0f},
    {"(expected|hoped|due) to hear", NOR, 2.0f},
    // --- among people, no business
    {"(wedding|birthday|christening|housewarming|anniversary)", PER, 3.0f, names},
    {"(dinner|supper|barbecue)", PER, 2.5f, names},
    {"@kin", PER, 1.5f},
    {"my (editor|readers|listeners|article|piece|column|documentary|podcast|story|chapter)", PER, 2.5f, names},
    {"the (article|piece|broadcast|feature|documentary|programme|episode) "
     "(runs|ran|appears|appeared|is|comes|airs|will)?",
     PER, 1.5f, names},
    {"(newspaper|magazine|radio)", PER, 1.0f},
    {"(recipe|hosting|hospitality)", PER, 2.0f},
    {"(hug|hugs|kisses)", PER, 2.5f},
    {"(easter|christmas|thanksgiving)", PER, 0.8f},
    {"(thank|thanks) *2 (present|gift|flowers|pen|book|scarf|cake|card|package|parcel|jar|bottle|casserole|soup)", PER,
     3.0f, names},
    {"(babysitting|house sitting|looking after (the|our|my))", PER, 2.0f},
    {"(your|the) (guest|spare) room", PER, 2.5f},
    {"(evening|weekend|sunday|meal) (at|with) (your|you)", PER, 1.2f},
    // --- a follow-up at all
    {"(thank|thanks|grateful|thankful|thx)", FOL, 1.5f},
    {"(thank you|thanks|thx) (both|all|two|everyone)? (so much|very much|again|a lot|a million|kindly|ever so much)? "
     "for",
     FOL, 1.0f},
    {"you @past_talk", FOL, 1.0f},
    {"your "
     "(question|point|story|idea|remark|description|account|advice|plan|comment|worry|example|explanation|answer|tip)",
     FOL, 1.0f},
    {"(when|since|after) (we|you) (spoke|talked|met|asked|showed)", FOL, 1.2f},
    {"(yesterday|this morning|this afternoon|on @weekday|last @weekday|last week|earlier today)", FOL, 0.7f},
    {"(appreciate|appreciated)", FOL, 0.7f},
    {"(we|our) (talked|discussed|spoke|conversation|talk|meeting)", FOL, 0.8f},
    {"(agradezco|gracias|danke|dank|merci|grazie|obrigado|obrigada|bedankt|tack|takk|dzi\xC4\x99kuj\xC4\x99)", FOL,
     2.0f},
    {"(entrevista|gespr\xC3\xA4"
     "ch|vorstellungsgespr\xC3\xA4"
     "ch|entretien|charla|colloquio|gesprek|rozmow\xC4\x99|samtal|consejo|rat)",
     FOL, 2.0f},
    {"for (taking the time|your time|meeting me|seeing me|talking to me|speaking with me|letting me|showing me|telling "
     "me)",
     FOL, 1.0f},
    {"(stayed|stuck) with me", FOL, 1.0f},
    {"(following|follow) up", FOL, 0.7f},
    {"(was|is|so|such|very|really) (nice|good|great|lovely|a pleasure|fun|wonderful) (to meet|meeting|seeing|running "
     "into) you",
     FOL, 0.7f},
    {"(since then|as you (suggested|asked|said))", FOL, 0.7f},
    {"you (gave|lent|sat|stood) (me|with me)", FOL, 1.0f},
    {"in advance for (the|our|your|an|this)? (interview|talk|meeting|conversation|chance)", FOL, 3.5f},
    {"you (sat|spoke|talked|met|had coffee|had lunch|had tea) with me", FOL, 1.0f},
    {"(so|and) i did", FOL, 0.7f},
    // --- some other letter
    {"(find|attached|enclosed|attach|send|sent|here are) *3 minutes (attached|enclosed|of|from|below)?", NOT, 2.0f},
    {"for (the|a|this|your|another) *2 (sprint|quarter|release|year|season|meeting yesterday)", NOT, 1.5f},
    {"(i|we) (have|'ve)? (just|already|now)? (opened|created|filed|raised|logged) (a|an|the|another|#) *2 "
     "(ticket|issue|bug|incident|case|pr)",
     NOT, 4.5f},
    {"(i|we) (have|'ve)? (just|already|now)? (deployed|merged|reverted|released|redeployed)", NOT, 1.5f},
    {"we (were|are|'re) @degree? (impressed|pleased|happy|delighted|grateful) (with|by|to|for|that)", NOT, 2.0f},
    {"(thank|thanks) *4 for your (interest|application|candidacy)", NOT, 3.0f},
    {"(i|we) (have|'ve)? (interviewed|would hire|hired) (the|a|two|three|him|her|them|%name|#)", NOT, 3.0f},
    {"(the|our|'s) (candidate|candidates|applicant|interviewee) (on|for|from|tomorrow|today|$)", NOT, 2.5f},
    {"i (hereby|gladly|can|will|'d like to|would like to|am writing to|am happy to)? confirm", NOT, 2.0f},
    {"(i|we) (will|'ll) be (there|on time|at your office|in your office)", NOT, 1.5f},
    {"(for|to) *3 (invitation|inviting me) (to|for) *3 (interview|meeting|talk) *3 (on|at|tomorrow|next|this) "
     "=(@weekday|#|the|week|tomorrow|coming)",
     NOT, 1.5f},
    {"(thank|thanks) *3 for the invitation", NOT, 1.0f},
    {"(i|we) (cannot|can't|can not|am unable to|won't be able to) (come|make|attend|be there|manage)", NOT, 2.5f},
    {"(could|can|may|might|would) (we|it) *6 instead", NOT, 2.0f},
    {"(look|looking) forward to (our|the|my) (first)? (interview|meeting|talk|call) *2 "
     "(tomorrow|on|next|at|this)",
     NOT, 1.5f},
    {"(quote|quotation|contract|lease|rent|shipment|delivery note|purchase order)", NOT, 0.8f},
    {"my last day (at|here|with|in)", NOT, 3.0f},
    {"we wish you (every|all|much|the|good|success|luck)", NOT, 2.5f},
    {"(keep|store|hold|delete) your (documents|details|data|cv|application|file)", NOT, 2.5f},
    {"(we|i) (have|had|'ve) (decided|chosen|opted|agreed) to (offer|proceed|move|go|continue|take)", NOT, 3.0f},
    {"(order|customer|account|booking|reservation|ticket|tracking|case|policy) (number|reference|id)", NOT, 2.5f},
    {"your (order|deposit|booking|reservation|subscription|purchase|payment|parcel|delivery|account)", NOT, 2.0f},
    {"(reviewed-by|signed-off-by|acked-by|tested-by|lgtm|rebase|rebased|respin|respinning)", NOT, 3.0f},
    {"(thank|thanks) *1 for (reading|your order|choosing us|shopping|ordering|booking)", NOT, 1.5f},
    {"(could|may|might|can) i ask you (a few|some|two|three|one|a couple)", NOT, 1.5f},
    {"you (do not|don 't|do n't|won 't|will not) know me", NOT, 2.5f},
    {"for (your)? understanding", NOT, 1.2f},
    {"(thanks|thank you) in advance", NOT, 0.6f},
    {"i have an (interview|appointment)", NOT, 2.5f},
    {"(may|can|could) we (move|shift|do|make it)", NOT, 1.2f},
    {"(wear|bring) (safety|my|anything|a|an)", NOT, 0.5f},
    {"please excuse", NOT, 3.0f},
    {"(the)? ad (closes|says)", NOT, 2.0f},
    {"(treat it as|it is|this is) urgent", NOT, 2.0f},
    {"(log|log file) (is)? attached", NOT, 1.5f},
    {"(i am|i 'm|we are) interviewing", NOT, 2.5f},
    {"our survey", NOT, 2.0f},
    {"free slots", NOT, 1.5f},
    {"(error|firmware|serial number)", NOT, 0.8f},
    {"(see|meet) you (on|tomorrow|then)", NOT, 0.8f},
    {"would you be willing", NOT, 2.0f},
    {"no hard feelings", NOT, 1.0f},
    {"support (team)?", NOT, 0.4f},
    {"(let|help) us know", NOT, 0.8f},
    {"(writing|like|wish|want|hereby) to apply", NOT, 4.0f},
    {"(am|'m|i) (applying|apply) (for|to)", NOT, 2.0f},  // news as well, in a letter about advice
    {"my application for", NOT, 2.5f},
    {"(advertised|job advert|your advert|your ad|job posting)", NOT, 2.5f},
    {"(please)? find (attached|enclosed) (my|the|a|our)? (@cv|invoice|contract|agenda|minutes|statement)", NOT, 3.0f},
    {"(attached|enclosed) (is|are|you will find)? (my|the) (@cv|invoice|contract|agenda)", NOT, 2.5f},
    {"(invite|inviting|invited) you", NOT, 3.0f},
    {"please confirm", NOT, 2.5f},
    {"(confirm|confirming|confirmed) (the|our|my|your)? (appointment|interview|time|attendance|date|slot|that i)", NOT,
     2.5f},
    {"(move|reschedule|rescheduling|postpone|cancel|cancelled|canceled|shift) (the|our|my|your|today 's|tomorrow 's)? "
     "(interview|appointment|meeting|talk|call)",
     NOT, 3.0f},
    {"(are|would) you (be)? available", NOT, 1.5f},
    {"(accept|accepting) (the|your|this) (offer|position|job|post|role)", NOT, 4.0f},
    {"(pleased|delighted|happy|glad) to (accept|offer you|confirm|inform|announce)", NOT, 3.5f},
    {"(withdraw|withdrawing|withdrawal|withdrawn)", NOT, 4.0f},
    {"(take|taking|strike|remove|removing) (me|my name|my application) (off|from|out of) (your|the|this) *1 "
     "(list|lists|process|running|pool|race|selection)",
     NOT, 4.0f},
    {"(decided|chosen|going|prefer) to (stay|remain) (with|at|in) my *1 (present|current|old)? *1 "
     "(employer|employers|job|post|position|company|firm|place|team)",
     NOT, 4.0f},
    {"(resign|resigning|resignation|notice period)", NOT, 3.0f},
    {"(unsubscribe|newsletter|subscribers)", NOT, 3.0f},
    {"(invoice|receipt|your order|order number|shipping|refund policy)", NOT, 1.5f},
    {"(action items|attendees|minutes of|agenda)", NOT, 2.5f},
    {"we (regret|are sorry|are pleased|would like to offer|have decided|will not)", NOT, 2.5f},
    {"your (application|candidacy|interview) (for|with|at|has|was|is)", NOT, 1.5f},
    {"(your)? interview (has been|is scheduled|will take|will be)", NOT, 2.5f},
    {"(condolences|sympathy|your loss|passed away|funeral|burial)", NOT, 4.0f},
    {"(marry me|i (miss|kiss|adore) you|missing you)", NOT, 4.0f},
    {"(rsvp|you are invited|join us)", NOT, 3.0f},
    {"(our product|our platform|our customers|free demo|free trial|pricing|roi)", NOT, 1.5f},
    {"(pull request|merge request|stack trace|traceback|the patch|patch series|changelog|readme)", NOT, 2.5f},
    {"(donation|tax receipt|charity number|your gift of|your contribution)", NOT, 2.5f},
    {"(would|could|might|may) (you|i) *3 (informational interview|twenty minutes|fifteen minutes|20 minutes|pick your "
     "brain)",
     NOT, 0.5f},
    {"(would|could) you (write|be willing to write|be able to write|refer|recommend|put in|pass|be my)", NOT, 3.0f},
    {"(to whom it may concern)", NOT, 0.5f},
    {"i (recommend|have known) (her|him|%name|them)", NOT, 3.0f},
    {"(without reservation|recommend (her|him|them))", NOT, 3.0f},
    {"where (do i|should i|can i) (park|report|go)", NOT, 2.5f},
    {"(how do i get|directions to|parking)", NOT, 1.0f},
    {"(dear (customer|subscriber|parent|parents|neighbour|member|members|colleagues|all))", NOT, 2.0f},
    {"(complaint|complain) (claim|for|about)?", NOT, 1.0f},
    {"(refund|compensate|compensation|reimburse|reimbursement)", NOT, 2.0f},
    {"(countersign|signature page|signed copy|sign (the|and return))", NOT, 3.0f},
    {"(overdue|outstanding (balance|invoice)|payment (reminder|terms))", NOT, 3.0f},
    {"(i love you|my darling|my love)", NOT, 3.0f},
    {"(excuse|absence|absent) (my|our|her|his|from)", NOT, 1.5f},
});

}  // namespace

std::span<const OccasionCue> occasion_cues() {
  static const auto cues = [] {
    std::vector<OccasionCue> made;
    made.reserve(rows.size());
    for (const Row& row : rows) made.push_back({row.speaks_for, row.weight, row.names_it});
    return made;
  }();
  return cues;
}

std::span<const Pattern> occasion_patterns() {
  static const auto patterns = [] {
    std::vector<Pattern> made;
    made.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) made.push_back({rows[i].pattern, static_cast<std::uint16_t>(i)});
    return made;
  }();
  return patterns;
}

std::span<const WordClass> occasion_classes() { return classes; }

}  // namespace afterword
