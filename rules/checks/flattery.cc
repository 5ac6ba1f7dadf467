#include <array>

#include "rules/checks/around.h"
#include "rules/checks/checks.h"
#include "rules/checks/harm.h"
#include "rules/checks/places.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

enum Tag : unsigned { strong, label, superlative, you, everywhere, aside, quoted_person = aside, act, honour, as_you };

constexpr auto patterns = std::to_array<Pattern>({
    {"(someone|somebody|anyone|person|people|woman|man|expert|mind|leader|engineer|lawyer|genius|legend|visionary|"
     "giant|scholar|"
     "intellect|figure|professional|recruiter|geologist|master|talent|manager|company|firm|charmer|scientist|teacher) "
     "*1 (like "
     "you|like yours|as you|as yourself|as yours|such as you|such as yours|like yourself|as your good self)",
     strong},
    {"(of|with) your "
     "(calibre|caliber|stature|eminence|brilliance|distinction|standing|genius|greatness|rank|reputation|"
     "intelligence|wisdom|immense|rare|immeasurable)",
     strong},
    {"your (brilliance|genius|wisdom|greatness|eminence|esteemed|legendary|aura|charisma|intellect|immense|illustrious|"
     "prestigious|world-famous|renowned|excellency|majesty)",
     strong},
    {"(in awe of|in the presence of|(looks|look|looked) up to =(you|your)|bows to|bow to|walk on water|worship) *",
     strong},
    {"hold a candle to !me", strong},
    {"(the|^ such) (nicest|kindest|noblest|bravest|purest|loveliest|most glamorous|most generous|most wonderful) *4 "
     "(in|of|ever|anybody|anyone|that|i|whole)",
     superlative},
    {"such (wisdom|grace|brilliance|elegance|charm|genius|intellect|intelligence|greatness|vision|talent|a bearing)",
     strong},
    {"(mind|hands|voice|brain|brains|eyes|talent|gift|intellect|heart|skill) like (yours|your own)", strong},
    {"so (noble|great|wise|brilliant|gifted|distinguished|rare) a (soul|mind|man|woman|person|leader|scholar)", strong},
    {"(anybody|anyone) could (ever)? (wish|hope|dream) for", everywhere},
    {"(mere mortal|a mortal)", strong},
    {"once in a (generation|lifetime|century|hundred|blue moon)", strong},
    {"(born|comes along|come along) once", strong},
    {"(honour|honor|privilege) of (my|a) (life|lifetime|career)", strong},
    {"(privilege|honour|honor) (beyond|to have breathed|to sit opposite|to sit across|merely|just)", strong},
    {"(tremendous|immense|great|incredible|huge|enormous|extraordinary|what an|what a) (honour|honor|privilege)",
     label},
    {"(head and shoulders above|second to none|in a league of (its|your|their) own|crown jewel|needs no "
     "introduction|jewel of|"
     "beacon for|envy of)",
     strong},
    {"(deserve|deserves) (a|every|the) (knighthood|medal|prize|statue|nobel|monument)", strong},
    {"nobel prize", label},
    {"no (one|body|other|second) *6 (like you|of your|comes within|compare|compares|a candle|holds)", strong},
    {"(nobody|no one|none|no man|no woman|no firm|no company|no head) *8 (compare with you|compares with you|like "
     "you|as you|"
     "candle to you|compare to you|match you|matches you|comes close to you|comes close to yours|compares to "
     "yours|compares with yours|"
     "compares to you|matches yours|rivals yours)",
     strong},
    {"(never|rarely|seldom|hardly ever|not often|not every day) *5 (met|been|seen|come "
     "across|encountered|gets|shakes|in the "
     "presence) *5 (so|as|like|such|more|mind|person|legend|anyone|giant|audience|living)",
     label},
    {"(you|you are|you're) (everything|the embodiment|the epitome) *", strong},
    {"(no|none) *6 (comes close|come close|compares|compare|comparable|equal|equals|second) to (you|yours)", strong},
    {"(someone|somebody|anyone|person|woman|man|leader) as * as (you|yourself)", strong},
    {"^ (next to|compared with|compared to|beside) you", strong},
    {"(wise|wisest|brightest|greatest|finest|smartest|cleverest) (of|among) *3", superlative},
    {"the (best|finest|greatest|smartest|most|brightest|sharpest|wisest|cleverest|undisputed|top|number one|leading|"
     "foremost|most (admired|brilliant|gifted|impressive|remarkable|distinguished|respected|prestigious|renowned|"
     "talented|influential|famous|wonderful|amazing|inspiring|innovative|intelligent|outstanding))",
     superlative},
    {"(world-class|best-in-class|first-class|unrivalled|unparalleled|peerless|incomparable|unmatched|world-famous)",
     superlative},
    {"(in|on|of|all of|under) (the|this)? (entire|whole)? "
     "(business|field|trade|region|continent|land|market|sector|town|asia|africa|america|germany|france|world|earth|"
     "planet|country|britain|europe|england|sun|history|city|universe|"
     "industry|our time|your generation|its generation|this age|all time)",
     everywhere},
    {"(alive|there has ever been|i have ever|i've ever|ever|bar none|hands down|in every respect) *2", everywhere},
    {"(genius|visionary|legend|guru|mastermind|luminary|giant|titan|prophet|saint|angel|icon|rock "
     "star|rockstar|idol|superstar|"
     "royalty|wizard|trailblazer|living monument|role model|inspiration|hero|treasure|gentleman and a scholar|mozart|"
     "einstein|shining light)",
     label},
    {"(such|so) (a|an)? (distinguished|brilliant|eminent|remarkable|extraordinary|esteemed|renowned|wise|gifted|noble|"
     "charismatic|prestigious|humble|inspiring|exceptional|great) (and|person|mind|leader|expert|lawyer|company|firm|"
     "organisation|scholar|figure|woman|man|so|as|individual)",
     label},
    {"(as|so) (wise|brilliant|extraordinary|noble|prestigious|gifted|respected|deep) (as|and)", label},
    {"(brilliant|extraordinary|remarkable|exceptional|outstanding|visionary|inspirational|amazing|sharp|sharpest|"
     "incredible) (mind|leader|"
     "intellect|person|human being|boss|expert)",
     label},
    {"(you are|you're|you, sir, are|you must be|you sir are|consider you|you to be|yours is|yourself|you can only be)",
     you},
    {"(your|you) (company|firm|organisation|organization|university|business|institute|employer) "
     "(is|are|plays|remains)",
     you},
    {"(everyone|everybody|rumour|word) *3 (knows|says|has it|agrees|bows|looks) *", you},
    {"(meet|meeting|met|by|under|before|opposite|across from|with|serve|like) "
     "(a|an|the|such|you|true|so|dr|some|somebody|someone|that) *",
     you},
    {"(like|as|than|about|of|have|into) you", you},
    {"(thank you|thanks) *2 (o|great|dear|wise|most) *", you},
    {"you (are|'re) @degree? @degree? *1 "
     "(brilliant|amazing|incredible|extraordinary|outstanding|inspiring|inspirational|phenomenal|"
     "remarkable|exceptional|unmatched|peerless|superhuman|divine|perfection|unique|famous)",
     strong},
    {"(company|firm|organisation|organization|university|institute|bank|studio|team|hospital) (is|are) @degree? "
     "(amazing|legendary|iconic|"
     "unrivalled|unparalleled|world-famous|world-renowned|unmatched|peerless|number one|flawless|the (gold "
     "standard|pinnacle|envy|best|"
     "greatest|finest))",
     strong},
    {"(admire|adore|idolise|idolize|revere|worship) (you|your "
     "(genius|greatness|brilliance|company|firm|career|person))",
     strong},
    {"(admired|adored|idolised|revered|worshipped) you", strong},
    {"(fan|admirer) of (yours|you)", strong},
    {"(biggest|greatest|huge|devoted) (fan|admirer)", strong},
    {"^ what (a|an) "
     "(mind|leader|woman|man|company|genius|intellect|person|remarkable|brilliant|extraordinary|legend|visionary|team)",
     strong},
    {"(a|an|the) (true|real|absolute|living|genuine|born) "
     "(leader|legend|visionary|genius|master|gentleman|icon|star|pioneer|giant|hero|"
     "inspiration)",
     strong},
    {"(gold standard|pinnacle|crème|cream of the|stuff of legend|stuff of legends|larger than "
     "life|awe-inspiring|beyond compare|without equal|"
     "without peer)",
     strong},
    {"(reputation|fame|name) (precedes|is legendary|shines|speaks for itself)", strong},
    {"(humbled|awed|dazzled|starstruck|star-struck|spellbound|speechless|blown away) (by|in|to|at|before) "
     "(your|you|be|have|such|the (presence|"
     "brilliance|genius))",
     strong},
    {"(world's|country's|industry's|field's|nation's|city's|sector's) "
     "(best|greatest|leading|finest|most|foremost|top|smartest)",
     strong},
    {"(there is|there's|i know of|i know) (no|nobody|no one) (better|finer|greater|wiser|smarter) *", strong},
    {"(gifts|talent|talents|mind|vision|intelligence|knowledge) (is|are|knows|know) (no "
     "bounds|boundless|unequalled|limitless|legendary|"
     "unmatched|second)",
     strong},
    {"(honoured|honored|privileged|blessed|lucky) to have (met|sat|been) *6 "
     "(such|someone|somebody|legend|genius|a|the) *",
     label},
    {"(called|call|calls) *3 (hero|genius|guru|legend|visionary)", quoted_person},
    {"(you|%name|panel) (said|called|told|explained|showed|mentioned|put it|drew|described|asked)", quoted_person},
    {"(explained|explanation|answer|answered|sketch|drawing|map|report|line|part|thing|story|rule|habit|system|"
     "notebook|feedback|"
     "demo|question|quarter|opening|touch|example|runbook|dashboard|display|test|tour|page|idea|advice|lesson|runbooks)"
     " *",
     act},
    {"(named me|my best|i was honoured|i'd be honoured|i would be honoured|i'd be proud to|honours list)",
     quoted_person},
    {"(would be|'d be) (honoured|an honour|a privilege|proud)", honour},
    {"(i|we) (@degree)? (worked|trained|learned|learnt|served|grew up|started) (for|with|at|under|in|from)",
     quoted_person},
    {"(smallest|oldest|largest|newest|only) ", act},
    {"(than|as) (me|myself|i am|i) $", quoted_person},
    // What a plain "you" says as well; it stands behind a preposition.
    {"(of|for|to|by|with|from|before|opposite) (someone|somebody|a *1 (person|man|woman|expert|leader|professional)) "
     "(of|with) your *1 (calibre|caliber|stature|eminence|brilliance|distinction|standing|genius|greatness|rank|"
     "reputation|intelligence|wisdom)",
     as_you},
});

bool shows_it(const SentenceHits& one) {
  if (one.has(strong)) return !one.any({quoted_person, honour}) || one.any({label, superlative});
  if (one.has(quoted_person)) return false;
  if (one.has(superlative) && one.has(everywhere) && one.has(you) && !one.any({act, honour})) return true;
  if (one.has(label) && one.has(superlative) && !one.has(act)) return true;
  if (one.has(label) && one.has(you) && !one.any({act, honour})) return true;
  return false;
}

/// A sentence with one of these holds more than praise, which would be lost with it.
constexpr Roles wanted{Role::thanks,   Role::callback,  Role::vague, Role::interest, Role::fit,
                       Role::addition, Role::next_step, Role::wait,  Role::offer};

/// The half that only praises of "You are a visionary, and I want this role" or of the same the other way round; empty
/// where the grammar is not so plain.
Span praising_half(const Context& context, const SentenceHits& one) {
  const Around around(context, one.sentence, one.span);
  if (around.opens() && is_one_of(around.after(), {"and", "so"}) && around.after(2) == "i")
    return {one.span.begin, around.span_after(2).begin};
  const bool of_you = starts_with_folded(context.text(one.span), "you");
  if (around.closes() && of_you && around.before() == "and" && !around.before(2).empty())
    return {around.span_before(2).end, one.span.end};
  return {};
}

/// "It was kind of someone of your calibre to see me" -> "It was kind of you to see me".
bool offer_you(const Context& context, std::size_t sentence, Finding& finding) {
  for (const FoundPhrase& hit : context.hits()) {
    if (hit.tag != as_you || hit.sentence != sentence || hit.quoted) continue;
    const std::size_t first = hit.span.begin + context.text(hit.span).find_first_of(" \t\r\n") + 1;
    Fix& fix = finding.fixes.emplace_back();
    fix.title = "Write \"you\"";
    fix.edits.push_back({{first, hit.span.end}, "you", ""});
    return true;
  }
  return false;
}

void offer_deletion(const Context& context, const SentenceHits& one, Finding& finding) {
  if (offer_you(context, one.sentence, finding)) return;
  const Around around(context, one.sentence, one.span);
  const bool nothing_else = around.opens() && around.closes();
  if (const Span half = praising_half(context, one); !half.empty()) {
    Fix& fix = finding.fixes.emplace_back();
    fix.title = "Delete the praise";
    fix.kind = FixKind::erase;
    fix.edits.push_back({half, "", ""});
  } else if (nothing_else || !context.sentences[one.sentence].roles.any_of(wanted)) {
    finding.fixes.push_back(erase_sentence_fix(context, one.sentence, "Delete the sentence of praise"));
  }
  finding.unnecessary = !finding.fixes.empty();
}

/// Somebody's words, praise of an act, or what the writer would be honoured by.
bool is_earned(const Context&, const SentenceHits& one) { return one.any({quoted_person, act, honour}); }

// A pattern's finding stands; the model finds praise in other words, where no exception is met.
void check(const Context& context, Findings& findings) {
  for (const SentenceHits& one :
       harm_by_either(context, Flaw::flattery, hits_by_sentence(context, aside), shows_it, is_earned)) {
    Finding& finding = findings.add(one.span,
                                    "Praise of a person or a rank sounds as if you wanted something for it. "
                                    "Praise one thing they did, and say what it changed.");
    offer_deletion(context, one, finding);
  }
}

constexpr BadExample bad[] = {
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for the hour. [[You are a visionary]].\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for the hour.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nIt was kind of someone [[of your calibre]] to see me. You "
             "asked about the press.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nIt was kind of you to see me. You asked about the press.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\n[[Your company is the best in the world]]. I would like to "
             "work on the press.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nI would like to work on the press.\n"},
    {.text =
         "---\nkind: interview\n---\n\nDear Dana,\n\n[[You are the smartest manager in the trade]], and I want this "
         "role.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nI want this role.\n"},
};
constexpr std::string_view good[] = {
    "---\nkind: interview\n---\n\nDear Dana,\n\nYou explained the ink tables so well that I could redraw them at "
    "home.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThe best thing I saw all day was the label on the spare fuse.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nYou called your first boss a genius with a temper.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nI would be honoured to work on the second press.\n",
};

}  // namespace

const Rule flattery_rule{
    .id = "flattery",
    .summary = "The note flatters a person or a company.",
    .why =
        "Superlatives and titles cost nothing, so they weigh nothing, and a reader who hears them daily hears a "
        "request "
        "behind them. Praise that counts names one thing somebody did and what it did for you.",
    .severity = always(Severity::warning),
    .sources = "S0",
    .fix = "Deletes the sentence, or the half of it that only praises; writes \"you\" for \"someone of your calibre\".",
    .bad = bad,
    .good = good,
    .patterns = patterns,
    .check = check,
    .any_language = false,
};

}  // namespace afterword
