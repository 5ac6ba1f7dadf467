#include "rules/note/word_classes.h"

#include <array>

#include "rules/note/occasion_cues.h"
#include "rules/note/plain_words.h"

namespace afterword {
namespace {

constexpr std::array classes = std::to_array<WordClass>({
    {"asked_for", "i you your my me if should we for"},  // role_cues.cc knows them by their place
    {"month",
     "january february march april may june july august september october november december jan feb mar apr "
     "jun jul aug sep sept oct nov dec"},
    {"weekday",
     "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays mon tue "
     "tues wed thu thur thurs fri"},
    {"soon",
     "today tonight tomorrow morning afternoon evening noon midday week weekend month fortnight spring summer "
     "autumn fall winter easter christmas pentecost ramadan term"},
    // What a person does in front of another that can be taken up later.
    {"said",
     "said told asked mentioned showed described explained named called warned wondered suggested recommended "
     "advised argued admitted joked remarked outlined sketched drew demonstrated demoed quoted stressed noted "
     "observed taught confessed compared raised pointed challenged begged predicted brought stopped insisted "
     "shared walked presented read opened pulled handed spoke talked wanted doubted proposed promised "
     "introduced summed hinted touched painted wrote answered replied repeated convinced reminded passed put"},
    {"say", "say tell ask mention show describe explain suggest recommend advise point draw"},
    {"saying",
     "saying telling asking mentioning showing describing explaining suggesting outlining sketching drawing "
     "pointing demonstrating walking opening pulling handing letting giving reading sharing naming"},
    {"told", "told asked showed gave let had taught sent lent handed made warned promised"},
    {"we_did",
     "discussed talked spoke agreed argued covered met debated compared went got sat stood walked touched "
     "laughed joked disagreed chatted exchanged swapped found worked drew looked wondered ended left began "
     "started saw lost ran discovered established settled"},
    // Nouns for what somebody said or did in the talk.
    {"talk_noun",
     "point points question questions remark remarks story stories advice suggestion suggestions tip tips "
     "description example examples idea ideas explanation answer answers comparison rule habit plan joke "
     "comment comments hunch hint hints account anecdote tale line lines sentence phrase words word list "
     "drawing sketch demo demonstration tour warning argument case riddle trick number opinion thought "
     "thoughts aside analogy metaphor summary worry concern challenge feedback recommendation view take "
     "reasons reason candour honesty frankness openness wariness observation definition"},
    {"meeting_noun",
     "conversation conversations talk talks discussion discussions chat chats call meeting meetings "
     "interview interviews exchange hour visit tour session dialogue conversation's"},
    {"thank", "thank thanks thankful grateful gratitude thank-you obliged thankyou cheers indebted"},
    {"send_verb",
     "send show share bring lend give mail email forward put explain walk provide supply translate help "
     "answer demonstrate connect introduce run record turn proofread review read check pass post expand "
     "talk tell take look"},
    {"work_verb",
     "ran built kept led wrote managed designed taught worked held maintained moved cut took brought "
     "looked spent made set handled trained drafted negotiated developed coordinated supervised organised "
     "organized launched shipped served treated tested fixed installed planned migrated represented drew "
     "introduced reduced raised sold bought grew rewrote rebuilt repaired served completed trained passed "
     "won dealt cleaned closed interviewed staffed delivered scanned got saw chaired oversaw founded"},
    {"react_verb",
     "thought understood laughed realised realized noticed enjoyed liked loved learned learnt remember "
     "recognised recognized smiled found felt heard admired wondered saw"},
    {"result_verb",
     "tried counted looked checked reran re-ran measured tested rang asked read found rewrote timed "
     "wrote applied listened watched called followed set put went compared"},
    // Thanks for these are thanks for the occasion, not for an act in it.
    {"plain_act",
     "having inviting seeing meeting considering taking making being agreeing interviewing coming finding "
     "recommending speaking talking chatting fitting choosing granting sparing everything having your yesterday "
     "today tomorrow answering replying"},
    {"occasion",
     "interview interviews call talk chat meeting conversation hour time day afternoon morning evening "
     "invitation reference introduction recommendation rejection sunday coffee tea lunch breakfast dinner meal reply "
     "answer opportunity welcome reception kindness patience "
     "news help message note "
     "support atmosphere monday tuesday wednesday thursday friday saturday week consideration "
     "hospitality interest generosity trouble minutes discussion exchange session chance"},
    {"have", "have has had having 've 'd"},
    {"will", "will 'll shall"},
    {"would", "would 'd could should might"},
    {"modal", "will 'll shall would could should might can may must"},
    {"me", "me us"},
    // What stands for somebody or something just spoken of.
    {"back", "it its they them their theirs he him his she her hers there this these those both such"},
    {"my", "my our"},
    {"degree",
     "very really so truly much more most especially particularly quite rather always also still just "
     "only even certainly genuinely deeply greatly sincerely dearly gladly happily even especially all "
     "greatly again now then sometimes never often kindly warmly simply first"},
    {"number_word",
     "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
     "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred "
     "thousand million dozen half both"},
    {"feeling",
     "want wanted wanting like liked love loved loving enjoy hope hoping wish wishing keen keener eager glad happy "
     "happier happiest proud delighted excited thrilled enthusiastic enthusiasm drawn draws attracted attracts "
     "attraction "
     "tempted tempting tempts fascinated fascinates curious interested interest motivated motivates appeals appeal "
     "appealing dream dreamt prefer choose chose pick yes gladly happily convinced convinces determined hooked willing "
     "ready excites inspires longing ambition reason reasons home heart privilege honour pleasure sure certain first "
     "favourite more rather sooner"},
    {"job",
     "job post role position place vacancy team company work working lab ward school shop firm office house department "
     "crew kitchen group studio practice unit fellowship apprenticeship join joining start starting move moving build "
     "learn opening organisation foundation museum library clinic workshop factory plant programme here there project "
     "product mission part"},
    {"good_adj", "good great nice lovely pleasure pleasant wonderful joy delight honour privilege fun treat glad"},
    {"generic", generic_nouns},
    {"plain", plain_words},
    {"past_irregular", past_verbs},
    // What follows a noun that is not the first part of a compound: "wine from", but not "wine list".
    {"joint",
     "of from for to with as that which who and or but on in at by inside is are was were will 'll should would has "
     "have had i we you he she they it because so while when if this these those here there today tomorrow tonight "
     "yesterday instead myself"},
    // What is attached to a mail.
    {"document",
     "answers archive article attachment calculation certificate certificates chart charts clip code copies copy cv "
     "deck diagram doc docs document documents draft drawing drawings essay figures file files form graph image images "
     "invoice letter letters licence license list logbook manual map maps memo menu notebook notes numbers one-pager "
     "page pages paper papers payslip pdf photo photograph photographs photos picture pictures pics plan plans "
     "portfolio presentation program proof readings recipe recording reference references report reports results "
     "resume r\xC3\xA9sum\xC3\xA9 rota sample samples scan scans screenshot screenshots script sheet sheets sketch "
     "sketches slides solution spreadsheet statement summary table template testimonial testimonials transcript "
     "transcripts translation version video workbook write-up writeup zip"},
    // What people give: things that are seldom anything else in a letter.
    {"treat",
     "hamper hampers chocolate chocolates pralines truffles bouquet flowers orchid orchids roses wine rioja whisky "
     "whiskey champagne prosecco cupcakes bagels pastries cookies doughnuts donuts baklava nougat honey scarf "
     "fudge cigars slivovitz vodka gin rum perfume liquorice brittle muffins brownies croissants macarons "
     "gingerbread biscuits marzipan panettone panettoni mozartkugeln delight espresso cupcake cake cakes sweets "
     "candy candies cheese ham salami olives mezcal mole tequila sake lollipops bonbons caramels toffees tulips "
     "peonies sunflowers lilies port sherry cognac brandy beers ale cider teas pizza pizzas tarts "
     "figs mandarins oranges plums pears cherries strawberries jam marmalade lemons succulent bonsai mug voucher "
     "vouchers tickets gift gifts present presents munster speyside nuts pistachios"},
});

}  // namespace

std::span<const WordClass> word_classes() { return classes; }

std::vector<WordClass> all_word_classes() {
  std::vector<WordClass> all(word_classes().begin(), word_classes().end());
  all.insert(all.end(), occasion_classes().begin(), occasion_classes().end());
  return all;
}

}  // namespace afterword
