#include "rules/checks/company_talk.h"

#include <algorithm>
#include <array>

namespace afterword {

namespace {

constexpr Pattern patterns[] = {
    // What is to come, or the post that is spoken of.
    {"(to|and|would|could|will|can|gladly|might|let me|like to|not) (join|rejoin) %name !(for|and her|and his|and "
     "me|and their|and i)",
     forward_slot},
    {"(to|and|would|could|will|can|gladly|might) (join|joining) (the|your) *4 at %name", forward_slot},
    {"(joining|join) %name =($|in|on|as|and|at the|this|next|because|would|is|to|from|full-time|by)", forward_slot},
    {"(of|about|on|for|in|to|by|considering) joining %name", forward_slot},
    {"(would|'d|will|'ll|like|love|want|hope|glad|happy|proud|keen|eager|delighted|thrilled|ready) to "
     "(do|build|work|learn|grow|lead|contribute|help|start|continue|carry|keep|use|apply|bring|put|run|be|write|"
     "develop|"
     "make|go|stay|teach|test) *8 at %name",
     forward_slot},
    {"(future|career|careers|next step|next chapter|next years|home|place for me) (at|with) %name", forward_slot},
    {"(to work|working|to start|starting|starting out|be working|to grow|growing|to interview|myself|to be) (at|for) "
     "%name",
     forward_slot},
    {"(opportunity|chance|possibility|prospect|idea|thought|invitation) (of|to|for) *3 (work|working|interview|"
     "interviewing|being|employment) (at|for) %name",
     forward_slot},
    {"(opportunity|chance|possibility|prospect|idea|thought|invitation) (of|to) (join|joining) %name", forward_slot},
    {"(enthusiasm|excitement|interest|interested|excited|enthusiastic|keen|keener|eager) (for|in|about|on|to|at) *1 "
     "(work|working|join|joining|a|the|your)? *4 at %name",
     forward_slot},
    {"(part of|member of|addition to|asset to|asset for|fit for|fit at|match for|place at|valuable to) (the|your)? "
     "%name =($|and|in|as|because|where|for)",
     forward_slot},
    {"(become|becoming|be|being) (a)? (part|member) of %name", forward_slot},
    {"(consider|considering|considered|consideration) (of)? (me|my *2)? (for)? *5 (at|by|with) %name", forward_slot},
    {"(contribute|contributing) *4 (at|to) %name as", forward_slot},
    {"(bring|bringing|offer|contribute|put) (my|these|those|this|what i) *6 (to|at) %name", forward_slot},
    {"(help|helping) %name (grow|expand|scale|reach|achieve|build|reduce|improve|cut|move|meet|win|keep)",
     forward_slot},
    {"(the|this|your|that|a|an|of the|open|new|senior|junior) *4 "
     "(role|position|job|post|opening|vacancy|opportunity|internship|apprenticeship|placement|fellowship) (at|with) "
     "%name",
     slot},
    // A team may be called by its tool: "the Kafka team".
    {"(join|joining|part of|member of|work with|working with) (the|your) %name (team|family|crew|staff|group)",
     team_slot},
    {"(your|this) *3 (team|crew|department|squad|group) at %name", slot},
    {"(join|joining|meet|meeting|met|part of|thank|thanking|leading|lead|work with|working with|work in|working in) "
     "the "
     "*2 (team|crew|department|squad|group) at "
     "%name",
     slot},
    {"(role|position|job|post) (of|as) *5 (at|with) %name", slot},
    {"(interview|interviews|interviewing|interviewed) at %name", loose_slot},
    {"(why|attracts me to|draws me to|drew me to|attracted to|drawn to) %name =($|is|and|so)", loose_slot},
    {"%name (is|would be|remains|seems) *1 (where|the one|the first place|the only place) *2 i "
     "(want|would|'d|hope|wish|'ll|"
     "will|could|might|should|most|can see|see myself)",
     slot_before},
    {"(building|leading|running|working|helping|growing|teaching|writing|being|starting|developing|designing|selling|"
     "cooking|nursing|caring|managing|researching|learning|joining|doing) *6 at %name (is|would be) (what|the|where|"
     "something|all|exactly|just) *3 (i|me|my)",
     forward_slot},
    {"%name 's (culture|mission|values|vision|reputation|headquarters|growth|future|hiring|mission|philosophy)",
     slot_before},
    {"%name (is|seems|sounds|would be|feels) (like)? (a|the|just the|exactly the) *3 "
     "(place|company|employer|firm|workplace|team|organisation|organization|house) *2 (i|for me|where|to work|me)",
     slot_before},
    // The writer's own.
    {"my (own|last|former|previous|present|current|old|first|second|earlier|two|three|four|five|six|ten|many|long)? *1 "
     "(time|years|months|work|job|role|position|post|team|boss|days|stint|internship|apprenticeship|employer|company|"
     "firm|house|colleagues|manager|experience|placement|tenure|contract|shift|project|projects|crew) *2 "
     "(at|with|for|in|from)? %name",
     other_last},
    {"(worked|employed|interned|trained|apprenticed|studied|volunteered|freelanced|consulted|served|spent *4) "
     "(at|for|with|in|by) %name",
     other_last},
    {"(left|leave|leaving|quit|quitting|leaves|joined|departed) %name", other_last},
    {"(when|while|since|before|after|until|as|where|because) (i|we) *3 (at|for|with|joined|joining|left|of|from) %name",
     other_last},
    {"(before|after|since) joining %name", other_last},
    {"(i|we) (@work_verb|did|learned|learnt|use|used|still|keep|run|lead|manage|do|have|had) *8 (at|for|with|from) "
     "%name",
     other_last},
    {"(i'm|i am|i was|i've been|i have been|we are|we were) (now|currently|still)? "
     "(a|an|the|employed|based|working|on|in|"
     "responsible) *4 (at|with|for) %name",
     other_last},
    {"(i'm|i am|i was|i've been|i have been|we are|we were) (now|currently|still)? (at|with) %name", other_last},
    {"(current|present|last|former|previous|old|first|recent|earlier) "
     "(employer|company|firm|job|role|team|position|house|"
     "client|boss|manager|colleague|colleagues) *2 %name",
     other_last},
    {"(at|for|with|in|from) %name =(i|we|my|our)", other_last},
    {"(here|back|us|now|days|colleagues|friends) at %name", other_last},
    // Other people's, customers, rivals.
    {"(you|he|she|they|who|colleague|team) (had|have|'ve|has)? @degree? (left|worked|built|ran|led|was|were|"
     "started|joined|spent|learned|came|did|moved|had|saw) *5 (at|from|with|for|by|of|to)? %name",
     other_last},
    {"(your|his|her|their) *1 (time|years|days|career|stint|past|story|stories|internship|former *1|previous *1|last "
     "*1|"
     "old *1|work) *2 (at|with|from|for) %name",
     other_last},
    {"(customer|customers|client|clients|partner|partners|supplier|suppliers|vendor|vendors|competitor|competitors|"
     "rival|rivals|contractor|subsidiary|neighbour|neighbours|brother|sister|friend|friends|mentor|professor|wife|"
     "husband|user|users|tenant|sponsor) *3 %name",
     other_last},
    {"(from|by|near|via|into|through|using|use|uses|used|run|runs|running|deploy|deploying|written "
     "in|called|named|over|"
     "against|versus|unlike|like|than|outside|between) %name",
     other_last},
    {"in %name", other_last},
    {"(move|moving|moved|relocate|relocating|commute|commuting|travel|travelling|train|drive|back|way|trip|flight|"
     "visit|migrate|migrating|migrated|switch|switching|switched|sold|sell|ship|shipped|upgrade) (of)? *1 (to|from)? "
     "%name",
     other_last},
    {"(other|another|second|competing|rival|parallel|also|too|elsewhere|offer|offers|deadline) *6 (at|from|with|by) "
     "%name",
     other_last},
    {"(someone|somebody|people|person|folks|engineer|engineers|colleague|colleagues|speaker|paper|article|product|tool)"
     " "
     "(at|from|of|by) %name",
     other_last},
    {"%name (where|when) (i|we)", other_first},
    {"%name (in|since|until|till|from|between|before|after) #", other_first},
    {"%name (went|ended|closed|failed|years|months|last|back then|at the time)", other_first},
    {"%name (is|was|are|were)? (a|your|our|one of|their|the)? *2 (customer|customers|client|partner|supplier|vendor|"
     "competitor|rival|product|tool|library|framework|conference|city|town)",
     other_first},
    {"%name (said|says|asked|told|showed|mentioned|explained|wrote|thinks|thought|joined|and i|and me|who|whose)",
     other_first},
    {"%name 's (question|advice|point|remark|story|idea|paper|talk|api|release|source|desk|office|birthday)",
     other_first},
    {"%name "
     "(office|site|plant|branch|campus|yard|mill|depot|store|hospital|school|clinic|station|warehouse|road|street|"
     "conference|release|cluster|server|api|format|model|engine|dock|harbour|airport)",
     other_first},
    // Companies that belong together.
    {"(part of %name|owned by|belongs to|subsidiary of|brand of|division of|arm of|unit of|on behalf of|parent "
     "company|sister "
     "company|behind|formerly|now called|renamed|acquired|acquisition|merger|merged)",
     kinship},
};

// Sorted: searched by halves.
constexpr auto no_company =
    std::to_array<std::string_view>({"amsterdam",  "analytics",  "athens",         "austin",    "backend",
                                     "barcelona",  "bengaluru",  "berlin",         "bern",      "birmingham",
                                     "board",      "boston",     "bristol",        "brussels",  "budapest",
                                     "cambridge",  "cardiff",    "chicago",        "christmas", "claims",
                                     "cloud",      "cologne",    "copenhagen",     "core",      "customer",
                                     "data",       "delhi",      "design",         "devops",    "dublin",
                                     "easter",     "edinburgh",  "engineering",    "english",   "europe",
                                     "facilities", "finance",    "frankfurt",      "french",    "frontend",
                                     "geneva",     "german",     "germany",        "github",    "glasgow",
                                     "grade",      "growth",     "hamburg",        "head",      "helsinki",
                                     "hq",         "hr",         "infrastructure", "it",        "junior",
                                     "krakow",     "lead",       "leeds",          "legal",     "level",
                                     "linkedin",   "lisbon",     "liverpool",      "logistics", "london",
                                     "lyon",       "madrid",     "maintenance",    "manager",   "manchester",
                                     "marketing",  "milan",      "mobile",         "montreal",  "mr",
                                     "mrs",        "ms",         "munich",         "oncology",  "operations",
                                     "oslo",       "oxford",     "paris",          "payments",  "people",
                                     "platform",   "porto",      "prague",         "principal", "procurement",
                                     "product",    "purchasing", "quality",        "radiology", "research",
                                     "risk",       "rome",       "sales",          "seattle",   "security",
                                     "senior",     "singapore",  "slack",          "spanish",   "staff",
                                     "stockholm",  "support",    "surgery",        "sydney",    "teams",
                                     "tokyo",      "toronto",    "trust",          "uk",        "us",
                                     "usa",        "vienna",     "warsaw",         "web",       "zoom",
                                     "zurich"});
static_assert(std::is_sorted(no_company.begin(), no_company.end()));

constexpr auto house_words = std::to_array<std::string_view>(
    {"academy",  "agency",     "branch",   "building",   "campus",        "center",   "centre",  "clinic",
     "college",  "consulting", "court",    "digital",    "division",      "group",    "hall",    "holding",
     "holdings", "hospital",   "hotel",    "house",      "international", "labs",     "library", "lodge",
     "mill",     "park",       "plant",    "recruiting", "recruitment",   "research", "school",  "site",
     "square",   "staffing",   "station",  "store",      "studio",        "studios",  "talent",  "tower",
     "trust",    "university", "ventures", "works",      "yard"});
static_assert(std::is_sorted(house_words.begin(), house_words.end()));

constexpr auto time_words = std::to_array<std::string_view>(
    {"april",  "august", "autumn", "christmas", "december", "easter",    "february", "friday",   "january",
     "july",   "june",   "march",  "may",       "monday",   "november",  "october",  "saturday", "september",
     "spring", "summer", "sunday", "thursday",  "tuesday",  "wednesday", "winter"});
static_assert(std::is_sorted(time_words.begin(), time_words.end()));

}  // namespace

std::span<const Pattern> company_patterns() { return patterns; }

bool is_no_company(std::string_view folded) { return std::binary_search(no_company.begin(), no_company.end(), folded); }
bool is_house_word(std::string_view folded) {
  return std::binary_search(house_words.begin(), house_words.end(), folded);
}
bool is_time_word(std::string_view folded) { return std::binary_search(time_words.begin(), time_words.end(), folded); }

}  // namespace afterword
