// Words that say nothing in particular: a sentence about the talk that holds only these is vague (catalogue,
// section 4). Data only, included by word_classes.cc.
#pragma once

#include <string_view>

namespace afterword {

/// The catalogue's generic head nouns with their plurals, and their like.
inline constexpr std::string_view generic_nouns =
    "role roles position positions opportunity opportunities team teams company companies culture value values "
    "industry industries project projects work vision mission challenge challenges background backgrounds experience "
    "experiences insight insights goal goals growth organisation organisations organization organizations sector "
    "sectors job jobs advice information conversation conversations time help "
    "organisation's organization's firm business department profession field post career people future thoughts "
    "perspective perspectives enthusiasm overview understanding picture discussion discussions talk talks chat chats "
    "exchange meeting meetings interview interviews call calls highlight part parts thing things lot deal everything "
    "something anything nothing food thought thoughts eye-opener feel feeling impression sense colleagues place "
    "environment strategy direction teamwork responsibilities priorities expectations requirements skills "
    "opinion opinions words comments answers questions description account passion knowledge expertise wisdom ideas "
    "topic topics subject matter aspects plans success journey dynamics foundation charity trust search ahead";

/// Function words and everyday verbs, adjectives and adverbs.
inline constexpr std::string_view plain_words =
    "able absolutely abundantly actually admirable aim aims amazing ambition ambitions amount apart appealing appreciation "
    "approach approaches area areas around aspect atmosphere attractive available aware awesome basically beautiful became "
    "become becoming beginning beyond brief briefly bright broad brought busy came candour care carefully caring central "
    "certainly character closely coming common commitment complete completely concern concerns confident connected "
    "considerable considered consider convey conveyed convinced cool could couple cultures curious daily day-to-day dear "
    "dedicated dedication delightful describe description descriptions desire development direct discover discovered discuss "
    "discussing discusses discussed drive drives driven during dynamic each eagerly ease easily easy educational effort efforts "
    "elaborate energetic energy energised energized enormous enormously enough entire entirely enthusiastic essential especially "
    "ethic ethos evident exact exactly exceptional exceptionally excitement exchanging exciting expand expanded expect explain "
    "explaining explains explore explored extensive extensively extra extraordinary extremely eye faced faces facing fact "
    "faith familiar fantastic far fascination favourable feels felt few final finally fine first focus focused follow followed "
    "forthcoming frankness freely fresh friendliness full fun further gained gaining genuine genuinely getting gist giving "
    "glimpse good-natured grasp grateful greater greatest group guidance half happen happens hard hearty heard hearing "
    "helped helping helps highlights highly hoped hopes hugely idea ideal imagine immediate immediately immensely impact "
    "impress impressed impression improve including incredible incredibly indeed initial initiatives inner inside insightful "
    "inspiration inspire inspires instructive intend intended intentions interaction interactions intriguing introduction invaluable "
    "inviting issue issues just key kindness know knowing known knows large largely latest lead leads leadership leading learns "
    "led level levels life like-minded line little lively long longer look looked looks loves main manner matter matters mean "
    "meaning meaningful means memorable mention mentioned mentioning mentions mindset modern moment moments most motivating "
    "move moving nature need needs never-ending nicely noble notable note noted obvious obviously often one's open-minded openly "
    "openness operation operations organised organized original outlook outlined outline outlining outstanding own pace paint "
    "painted participate passion passionate past pay people people's perfectly period person personal personally philosophy "
    "planned pleasantly pleased poised positive possibilities possibility potential power powerful practice practices precious "
    "present pretty previous prior process processes professional progress prospect prospects proud purpose quality quick quickly "
    "ready realised realized reality realm reason reasons received recent refreshing regards related relevant relationship "
    "remarkable remarks remain remains respect responsibility rest result results rewarding rich richly rightly said same says "
    "scope see seeing seem seemed seems seen sees sense sensible serious seriously set share shared shares sharing short side "
    "sides significant similar simple simply since sincere situation size skilled skills small smooth society solid some sort "
    "sound speak speaks special specific spending spirit spirited spoke stage stages standards start started state statement "
    "stay step steps stimulating strategic strategies strength strengths strike strikes striking strive structure structures style "
    "success successes successful sum summary super superb support supportive surely surprised surprising sweet take takes talent "
    "talented talks target targets task tasks tell tells terrific thanks thinking thorough thoughtful thoughtfully thoughtfulness "
    "thrilled thus ties timely title together told tone topic touch touches touching towards trends tremendous tremendously "
    "true truth trying turn turned turns type types ultimately understand understands unique upcoming update usual utmost "
    "valuable valued variety vast via view viewed views vital warmth ways welcome welcomed well-run wisdom wish wishes wonder "
    "word worded words workings working workplace world worth worthwhile year years yesterday's young "
    "company's team's role's job's organisation's industry's firm's position's business's department's foundation's "
    "enjoyable enlightened eye-opening thought-provoking down-to-earth in-depth long-term first-hand firsthand "
    "career careers client clients customer customers employee employees employer employers staff member members "
    "manager managers management leader leaders colleague office offices product products service services market markets "
    "area fields duties responsibilities requirement expectations path paths journey trajectory "
    "i you he she it we they me him her us them my your his its our their mine yours ours myself yourself the a an this "
    "that these those and or but nor so yet for of in on at to from by with about into over after before during since "
    "until till as than like through between among across along around against towards toward upon within without "
    "under above below up down out off again further then once here there when where why how who whom whose which what "
    "whatever all any both each few more most other some such no not n't only own same too very can could will would "
    "shall should may might must do does did done doing have has had having be am is are was were been being 's 'd 'll "
    "'ve 're 'm ' if because while although though also just even still always never ever often sometimes already "
    "soon now today yesterday tomorrow tonight morning afternoon evening week weekend day days hour hours minute "
    "minutes monday tuesday wednesday thursday friday saturday sunday january february april june july "
    "august september october november december last next recently lately first second "
    "said told asked mentioned showed described explained shared talked spoke discussed spoken talking speaking "
    "telling sharing hearing hear heard learn learned learnt learning listen listened listening gave give given "
    "giving gained gain enjoy enjoyed enjoying loved love liked found find finding thought think thinking felt feel "
    "got get getting took take taken taking came come coming left made make making helped help helpful helping "
    "touched covered cover went go going know knew known see saw seen understand understood wanted want meet met "
    "meeting appreciate appreciated valued value grateful thankful thank thanks many much great good nice lovely "
    "wonderful pleasant pleasure interesting interested informative informational useful valuable invaluable insightful "
    "inspiring inspired instructive enlightening fascinating fascinated engaging encouraging encouraged exciting "
    "excited impressive impressed clear clearer clearly better best well deeper further fuller bigger wider broader "
    "whole vivid strong strongly real really truly particularly especially particular general kind detail details "
    "depth length large greatly deeply highly certainly absolutely quite rather a bit little several various wide "
    "range lots plenty course different new current own open openly passionately honest honestly frank candid "
    "thoroughly definitely sincerely heart mind eyes opened stayed stuck stays stood stand resonated resonates chimed "
    "struck reflect reflected reflecting back keep kept clear bring brought offer offers offered provide provided "
    "able answer answered answering share words way ways means involve involves involved regarding concerning "
    "heading growing grow lie lies lies together taught teach show spoken enough among near close "
    "said saying eager keen keener motivated motivation join strengthened confirmed reinforced increased interest "
    "looking forward both everyone everybody somebody someone anyone one ones two three "
    "most taking regarding importance important aspects hope believe leave away sure certain especially indeed "
    "once visit visiting chance wish happy glad delighted thrilled moved touched struck attention "
    "such kindly warm warmly welcoming friendly generous generously informal lively productive pleasant "
    "comprehensive excellent spot number things gratitude else whom wants wanting fit fits matches match "
    "i'm it's there's that's let lets put point points kindness patience";

/// Irregular past forms, for telling "you drew" from "you need".
inline constexpr std::string_view past_verbs =
    "said told gave let had made took showed shown drew saw went came got found kept left put read ran sat stood spoke "
    "thought brought bought built caught chose did drove felt fell forgave forgot held heard knew laid led lent lit lost "
    "meant met paid rang rose sang sent set shook shot slept sold sought spent split struck stuck swore taught threw "
    "understood woke won wore wrote began broke bent cut hit hurt quit shut spread blew flew grew threw rewrote overran "
    "reran rebuilt stole swam tore wound hid fought forbade froze bit ate drank dug hung dealt dreamt learnt burnt "
    "was were could";

}  // namespace afterword
