#include <array>

#include "rules/checks/checks.h"
#include "rules/checks/harm.h"
#include "rules/checks/places.h"

namespace afterword {

namespace {

enum Tag : unsigned {
  strong,
  goods,
  thing,
  token,
  sending,
  giving,
  for_them,
  giving_you,
  accepting,
  under_way,
  aside,
  reader = aside,
  counter,
  paper
};

constexpr auto patterns = std::to_array<Pattern>({
    // An invitation or a payment.
    {"(dinner|lunch|coffee|coffees|drinks|drink|beer|beers|pint|pints|round|rounds|breakfast|pizza|meal|cocktails|"
     "brunch|"
     "tapas|curry|everything|parking|cake|that one) *8 (on me|on us|my treat|my shout|on my card|on my tab|on the "
     "house)",
     strong},
    {"(my treat|my shout|be my guest|be my guests|my guest at|my guests at|you as my guest)", strong},
    {"i (pay|'ll pay|will pay) (for (the|dinner|lunch|drinks|coffee|your)|this time|next time)", strong},
    {"(treat|treating|invite|inviting|take|taking) (you|you and your *2|your *2|everyone|everybody|the *2) (all)? "
     "(out)? (to|for) "
     "(a|an|some|"
     "dinner|lunch|drinks|coffee|ice|the|pizza|cake|tapas)",
     strong},
    {"(i|i've|i'd) (have)? *2 (paid|prepaid|settled) (for)? (a|your|the *2|lunch|dinner|in) *", strong},
    {"(lunch|dinner|table) for (two|you) *8 (paid|settled|reserved|booked|name)", strong},
    {"(let me|i'd like to|i would like to|i'd love to|i want to|allow me to|may i|can i) "
     "(buy|treat|take|invite|get|stand) (you|your "
     "*2|the *2) *4 "
     "(lunch|dinner|coffee|drink|drinks|beer|brunch|breakfast|meal|out|round|pint|cake|ice|show|concert|game|match)",
     strong},
    {"(i'm|i am|i'll be|i will be) (buying|paying|treating) *", strong},
    {"(i|we) (owe|promise|promised) you (a|an|one) *1 (beer|drink|pint|coffee|lunch|dinner)", strong},
    {"(have|there is|there's|i've got|i have) (a|two|three|some) (spare)? (ticket|tickets|seat|seats|pass|passes) "
     "(for|to) *6 (you|"
     "yours|your)",
     strong},
    {"(with|and) my compliments", strong},
    {"(a|your) (year's|month's|free|one-year|lifetime|annual)? (subscription|membership|season ticket|spa day|weekend) "
     "*6 (for "
     "you|on me|paid|from me|in your name|is yours)",
     strong},
    {"(a|my) (small|little)? (donation|gift|contribution) *6 in your (name|honour|team's name)", strong},
    {"(look|watch|keep an eye) out for (a|the|my) *1 (parcel|package|delivery|courier|postman|box|hamper|surprise)",
     strong},
    {"(hope|trust) (that)? (you|your *2|the *2|they|she|he) (will|'ll)? (like|likes|enjoy|enjoys|love|loves) "
     "(the|this|these|your|my|it) *2 "
     "(gift|present|chocolates|wine|flowers|box|bottle|basket|cookies|coffee|hamper|bouquet|book|voucher|cake|tea|"
     "sweets)",
     strong},
    {"(gift|present|treat) (for|to) (you|your|the (team|panel))", strong},
    // Given to the reader, or to their people: a thing that is hardly anything but a present.
    {"(knitted|baked|sewn|crocheted|carved|cooked|brewed) (you|your (team|crew|wife|husband|son|daughter|kids|family|"
     "colleagues)) *",
     giving_you},
    {"(bought|made|painted|ordered|sent|brought|got|picked|picked out|chosen|potted|framed|baked|left|send|sending|"
     "bring|bringing|buy) (you|your (team|crew|wife|husband|son|daughter|kids|family|colleagues|office)|everyone|"
     "everybody) (a|an|the|some|my|our|two|three|these|this|#)? *1 @treat =(@joint|$)",
     giving_you},
    {"(bought|made|ordered|sent|brought|got|picked|picked out|chosen|left|send|sending|bring|bringing|baked|made|"
     "dropped off|prepared) (a|an|the|some|my|our|two|three|these|this|#)? *2 @treat =(@joint|$) *4 (for|to) (you|your|"
     "everyone|everybody|all of you|the *1 (team|panel|crew|office|reception|staff|ward|lab|department|kitchen))",
     giving_you},
    {"(bought|made|ordered|sent|brought|got|left|send|sending|bring|dropped off|packed|wrapped|kept|saved|set "
     "aside|put aside) (you|your *1)? (a|an|some|two|three|"
     "the) *1 (box|tin|jar|crate|bag|case|bottle|basket|dozen|kilo|tub|pot|bunch|bouquet|tray|batch|plate|loaf) of "
     "@treat =(@joint|$)",
     giving_you},
    {"(enclosed|enclose|added|slipped|tucked|put|included) !(me|us) *5 (cash|money|euro|euros|dollar|dollars|pound|"
     "pounds) !(office|desk|flow|register|book|books|till|point|machine|drawer|transport) *",
     giving_you},
    {"please (accept|take|keep|share) (this|these|the|a|my) "
     "!(note|letter|thanks|apologies|apology|word|email|message|time|name|@weekday)",
     accepting},
    {"(on|is on|are on) (its|their) way to (you|your|the)", under_way},
    {"(will|'ll) be (yours|with you|on your (desk|doorstep|table)) (by|on|before|tomorrow|next|soon)", under_way},
    {"(on the house|is yours to keep|are yours to keep|yours by|in your size|with your initials)", strong},
    // Papers are no presents.
    {"(table|list|chart|summary|diagram|plan|calculation) (of|for|with|that)", paper},
    {"(form|report|notes|sample|samples|link|copy|file|cv|references|reference|script|contract|papers|letter|slides|"
     "draft|"
     "spreadsheet|document|documents|certificate|certificates|recording|minutes|tables|figures|answer|reply|correction|"
     "portfolio)",
     paper},
    // A thing with a ribbon.
    {"(gift|coffee|starbucks|amazon|waterstones|store|book|bookshop|itunes|steam|spa|restaurant) "
     "(card|voucher|certificate|"
     "token|cards|vouchers) *6 (for you|you|enclosed|from me|inside|inbox|waiting)",
     strong},
    {"(enclosed|attached|inside|here) (is|are|you'll find|you will find|find|please find|there's) *3 "
     "(gift|coffee|voucher|"
     "vouchers|tickets|chocolates|pass|token|bookshop token|box of|small)",
     strong},
    {"(a|some|the|this|that) (little|small|tiny) (something|gift|present|token|surprise|parcel|hamper) (for "
     "you|from|of|to|at|"
     "that|is|i|came|in)",
     strong},
    {"(please|kindly|do)? (please)? (accept|please enjoy|will enjoy|receive|open) (this|the|my|these|a) "
     "(little|small|enclosed)? "
     "(enclosed)? "
     "*3 "
     "(gift|present|hamper|basket|chocolates|flowers|wine|bottle|card|pen|token|box|tickets|fountain|parcel|bouquet|"
     "cake)"
     " !at",
     strong},
    {"^ enjoy (the|these|your) @treat =(@joint|$)", strong},
    {"(please|do|and|you|you'll|to) enjoy (the|these|your) @treat =(that|which|i|from|with|inside|in|$)", strong},
    {"(as|is|are) (a|my)? *1 (token|thank-you gift|sign) of (my)? *2 (gratitude|thanks|appreciation|esteem)", token},
    {"as (a|my) (small|little|tiny)? (thank-you|thank you|gift|present)", giving},
    {"would like you to have (my|a|the|this|these)", strong},
    // Goods, and that they are under way to the reader.
    {"@treat =(@joint|$)", goods},
    {"(gift|coffee|book|bookshop|spa|store|shopping) (card|cards|voucher|vouchers|token|certificate|certificates) "
     "=(@joint|$)",
     goods},
    {"(a|the|two|three|one|some|this) "
     "(box|tin|jar|crate|bag|case|bottle|dozen|kilo|tub|pot|bunch|wheel|parcel) *1 (of|for)",
     goods},
    {"(a|the|two|three|some|this) *1 (basket|pack|tray|set|plate|batch) of *1 @treat =(@joint|$)", goods},
    {"(fruit|gift|picnic|bread) (basket|baskets) =(@joint|$)", goods},
    {"(a|the|this|your|two|some) *1 (voucher|vouchers|scarf|mug|hat|tickets|gift|present|token|candle|"
     "vase|hamper|calendar) =(@joint|$)",
     goods},
    {"(a|an|the|this|your|two|some|my) *2 (pen|plant|book|books|seats|pass|keyboard|set|painting|toy|print|photograph) "
     "=(@joint|$)",
     thing},
    {"(on|coming|travels|comes|go|goes|follows|follow) (its|their|your|with|by|in|to)? (way|courier|the post|post|you) "
     "(to "
     "(you|your|the|them|him|her)|tonight|today|from|by|tomorrow)?",
     sending},
    {"(should|will|'ll|is|are|due|to) (be)? (reach|reaching|arrive|arriving|be at|be waiting|waiting|delivered|being "
     "delivered|be in|be with|come|coming|brought) (you|your|at|by|for|to|on|in|with)",
     sending},
    {"(arrive|arriving|arrives|due) (at|by|on|from)", sending},
    {"(in|with|inside) (the|this|a|that) (post|mail|envelope|card|parcel|box|bag|package|same envelope|letter)",
     sending},
    {"(courier|postman|postwoman|carrier|delivery|dhl|ups|box office)", sending},
    {"(tucked|slipped|enclosed|wrapped)", sending},
    {"(is|are) (enclosed|inside|yours to keep|yours|from me|for you|for the *3|for your *2|my way)", sending},
    {"(from me|of mine) (to|for|$)", sending},
    // The writer's hand in it.
    {"i (have|'ve|had|'d)? @degree? (gone ahead and|already)? "
     "(sent|ordered|bought|baked|knitted|brought|got|picked|wrapped|"
     "reserved|booked|sending|put|posted|asked *4 to (ship|send|deliver)|took the liberty of ordering|had "
     "sent|arranged)",
     giving},
    {"(i've|i have|i'm|i am) (had|sending|bringing|posting|baking) *", giving},
    {"my (wife|husband|mother|father|uncle|aunt|sister|brother|partner|grandmother|daughter|family|kids) *5 "
     "(baked|made|makes|"
     "bakes|knitted|insisted|sends|send|cooked|runs|picked)",
     giving},
    {"from (my|me|our) "
     "(own|uncle's|aunt's|sister's|father's|mother's|grandmother's|wife's|husband's|family|garden|orchard|"
     "village|hives|kitchen|hometown|cousin's)?",
     giving},
    {"there('s|is|are|should be|will be) *", giving},
    // For whom.
    {"(for|to|at|with|on|reach|give|sent|bought|order|ordered|knitted|baked) (you|your|each of|all of|the "
     "(panel|team|crew|"
     "whole|department|design|night|staff|office|ward|on-call|foreman))",
     reader},
    {"(you|your)", reader},
    {"(ms|mrs|mr|dr) %name", reader},
    {"(foreman|workshop|team|crew|ward|panel|legal|staff room|snack drawer|department|break room|drawing "
     "office|auditors)",
     reader},
    {"to your (home|house|address|door|doorstep)", for_them},
    {"(for|to) (you|your "
     "(team|wife|husband|partner|kids|children|family|colleagues|desk|crew|office|panel|son|daughter|kitchen|"
     "people|staff|little one)|the (team|panel|crew|whole team|office|staff|ward|lab|night shift)) !(to|and i)",
     for_them},
    // Someone else's gifts, and things that are no gift.
    {"(table|list|photo|photos|picture|pictures|recipe|recipes|data|paper|page|map|chart|article|price|prices|review|"
     "shop|brand|kind|sale|sales|number|lot|rest|market) (of|for|on|about|from|with) *3 @treat",
     counter},
    {"the *2 @treat (that|which)? (you|we|she|he|they) *", counter},
    {"(bought|ordered|tried|ate|got|baked|cooked|drank|found) (your|one of your) *1 @treat", counter},
    {"(bag|box|jar|bottle|loaf|tin|piece|slice|cup|crate|pint|pound|kilo) of your", counter},
    {"(you|%name|panel) (said that|told|mentioned that "
     "your|explained|showed|called|described|gave|asked|presented|have|handed)",
     counter},
    {"(lend|borrow|loan|download|registry|register|fraud|policy|policies|catalogue|queue|scheme|appeal|drive|shop|"
     "business|"
     "customers|clients|suppliers|supplier's|vendor|vendor's)",
     counter},
    {"(lent|loaned|borrowed|lending)", counter},
    // Tickets of a tracker, and boxes of what is shown, not given.
    {"(ticket|tickets) *1 (that|which|about|we|you|they|behind|where|on your|(in|from) (the|your|our) *1 "
     "(tracker|queue|backlog|board|system|log)) *",
     counter},
    {"(box|tin|jar|crate|bag|case|bottle|tub|pot|bunch|batch|set|pack|tray) of *2 (sample|samples|specimens|swatches|"
     "proofs|offcuts|prototypes|drawings|printouts|prints|parts|spares|records|letters|documents|files|slides|tests|"
     "sheets|tiles|cores|forms|notes)",
     counter},
    {"back to you", counter},
    {"no (hamper|gift|present|parcel|flowers)", counter},
    {"(have|has|having|your|'s) (a)? gift (of|for) *", counter},
    {"at present", counter},
    {"(thank|thanks) *3 for the (coffee|tea|lunch|cake|biscuits|sandwich|half|tour)", counter},
    {"(we|i) "
     "(ran|maintained|kept|planned|booked|managed|grew|worked|taught|talked|spoke|discussed|agreed|built|tested|spent)",
     counter},
    {"(your|the) (story|tale|rule|comparison|card trick|shopping basket|joke|example|point|wedding-gift) *", counter},
    {"(enjoy|hope) the * at", counter},
    {"(talk|paper|notes|script|report|slides|dataset|library|code|link) (is|are|at)", counter},
});

bool shows_it(const SentenceHits& one) {
  const bool told = one.has(counter);
  const bool meant_for_them = one.has(token) || (one.has(reader) && one.any({sending, giving, for_them}));
  const bool as_token = one.has(goods) && one.has(token);
  const bool sent =
      (one.has(goods) && meant_for_them) ||
      (one.has(thing) && !one.has(paper) && (one.has(token) || (one.has(for_them) && one.any({sending, giving}))));
  // What is under way may be anything: only what is hardly ever sent but as a present counts.
  const bool coming = one.has(under_way) && one.any({goods, thing});
  const bool given = !one.has(paper) && !told && (one.any({giving_you, accepting}) || coming);
  if (!given && !(one.has(strong) && !(told && !one.has(reader))) && !(sent && !told) && !as_token) return false;
  return given || !one.has(strong) || !told || one.any({sending, giving, for_them});
}

/// Somebody else's gift, a loan, papers; help or news that costs nothing.
bool is_no_gift(const Context& context, const SentenceHits& one) {
  return one.any({counter, paper}) || context.sentences[one.sentence].roles.any_of({Role::offer, Role::addition});
}

// A pattern's finding stands; the model finds gifts in other words, where no exception of the patterns is met. All that
// the fix deletes is shown.
void check(const Context& context, Findings& findings) {
  for (const SentenceHits& one :
       harm_by_either(context, Flaw::gift, hits_by_sentence(context, aside), shows_it, is_no_gift)) {
    Finding& finding = findings.add(
        context.sentences[one.sentence].span(),
        "A gift after an interview looks like a favour bought, and many employers must send it back. Leave it out.");
    finding.fixes.push_back(erase_sentence_fix(context, one.sentence, "Delete the sentence with the gift"));
    finding.unnecessary = true;
  }
}

constexpr BadExample bad[] = {
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for the hour. [[Enclosed is a coffee card for you "
             "and the crew.]]\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for the hour.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nYou asked about the second press. [[A box of plums is on its "
             "way to you.]]\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nYou asked about the second press.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\n- The plan is drawn.\n- [[I have sent you a bottle of "
             "wine.]]\n- The "
             "press waits.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\n- The plan is drawn.\n- The press waits.\n"},
    {.text = "---\nkind: networking\n---\n\nDear Dana,\n\n[[Dinner is on me when you come to Turin.]] May I ring on "
             "Monday?\n",
     .fixed = "---\nkind: networking\n---\n\nDear Dana,\n\nMay I ring on Monday?\n"},
};
constexpr std::string_view good[] = {
    "---\nkind: interview\n---\n\nDear Dana,\n\nThe book you lent me is in the post back to you.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nYou told me that gift-card fraud costs you a day a week.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nI have bought the book you named, and made you a table of the jams by "
    "weekday.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nYou have a gift for explaining tax to engineers.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nAt present I look after two presses, and I can lend you my torque "
    "tables.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nAn hour of your week was a gift, and I thank you for it.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nI can bring you the three tickets that describe the leak.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nI could send you a crate of spare tiles from our kiln.\n",
    "---\nkind: personal\n---\n\nDear Dana,\n\nA box of plums is on its way to you.\n",
};

}  // namespace

const Rule gift_rule{
    .id = "gift",
    .summary = "The note gives the reader a present.",
    .why =
        "A present turns thanks into a trade. Interviewers may not take one, must report it or send it back, and "
        "wonder what it is meant to buy. Give something that costs nothing instead: an answer, a link, a result.",
    .severity = always(Severity::warning, static_cast<Kinds>(all_kinds & ~only(Kind::personal))),
    .sources = "S1",
    .fix = "Deletes the sentence.",
    .bad = bad,
    .good = good,
    .patterns = patterns,
    .check = check,
    .any_language = false,
};

}  // namespace afterword
