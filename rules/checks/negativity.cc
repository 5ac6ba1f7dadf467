#include <array>

#include "rules/checks/checks.h"
#include "rules/checks/harm.h"

namespace afterword {

namespace {

/// Complaint, blame and scorn. They only back the model's score (harm.h): a pump may be useless without harm.
constexpr auto patterns = with_tales(std::to_array<Pattern>({
    {"(waste|wasted|wasting) *4 (time|day|days|hour|hours|week|weeks|morning|afternoon|evening|trip|money|effort)"},
    {"so much for (your|the|a|my|that)"},
    {"(is|are|was|were|been|felt|find|found it|so|how|such|rather|quite|@degree) (a|an|the)? @degree? "
     "(rude|unfair|insulting|insult|disrespectful|ridiculous|pathetic|awful|appalling|disgrace|disgraceful|"
     "unprofessional|arrogant|lazy|incompetent|cold|coldly|hostile|unfriendly|absurd|stupid|shabby|shabbily|"
     "humiliating|"
     "degrading|useless|clueless|rudely|badly|unfairly|mess|joke|farce|sham|charade|shambles|scandal|toxic|"
     "chaotic|impolite|dishonest|bully|liar|crook|tyrant|idiot|idiots)"},
    {"(annoyed|annoys|annoy|angered|upset|offended|insulted|hurt|infuriated|irritated) me"},
    {"(angry|furious|bitter|insulted|offended|outraged|fed up|disgusted|appalled|annoyed|cheated|sick) "
     "(at|by|about|with|that|of|and|to)"},
    {"least (you|one|they|anybody|i) (could|can|might|should)"},
    {"(nobody|no one|none of (you|them)|no-one|they|you|he|she) *2 (never (bothered|cared|listened|asked|answered|"
     "replied|called|wrote)|bothered|cared|listened|ignored|lied)"},
    {"nobody *2 (asked|told|answered|wrote to|called|listened to|spoke to|helped) me"},
    {"(obviously|clearly|evidently|apparently|surely|never) *3 "
     "(meant|intended|wanted|planned|cared|bothered|understood|understand|read|looked|listened)"},
    {"^ (frankly|honestly|with respect|with all due respect)"},
    {"wrong (person|decision|choice|candidate|man|woman|one)"},
    {"(favourite|favorite|nephew|winner|result|outcome|decision|choice) *4 (from the start|all along|beforehand|in "
     "advance|from the beginning|before)"},
    {"(for show|a formality|window dressing|a setup|a set-up|rigged|fixed from)"},
    {"(chosen|preferred|picked|hired|promoted|took|taken) *4 (over|before|instead of|rather than) me"},
    {"(treated|treats|treat|treating) *2 (like|as if|badly|coldly|so|with contempt|as)"},
    {"(makes|made|make) no sense"},
}));

void check(const Context& context, Findings& findings) {
  for (const std::size_t sentence : sentences_doing_by_patterns(context, Flaw::negativity)) {
    Finding& finding =
        findings.add(context.sentences[sentence].span(),
                     "A complaint, even a fair one, is what readers remember of a note. Leave it out, or say "
                     "what you look for instead.");
    offer_deletion(context, sentence, "Delete the complaint", finding);
  }
}

constexpr BadExample bad[] = {
    {.text = "---\nkind: rejection\n---\n\nDear Dana,\n\nThank you for the call. [[Frankly, your decision is unfair "
             "and the whole process was a waste of my time.]]\n",
     .fixed = "---\nkind: rejection\n---\n\nDear Dana,\n\nThank you for the call.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nYou asked about the second press. [[My present boss is a "
             "bully and the whole office is a mess.]]\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nYou asked about the second press.\n"},
    {.text = "---\nkind: no-reply\n---\n\nDear Dana,\n\nHas the date for the second round moved? [[It is rude to leave "
             "people without an answer for so long.]]\n",
     .fixed = "---\nkind: no-reply\n---\n\nDear Dana,\n\nHas the date for the second round moved?\n"},
};
constexpr std::string_view good[] = {
    "---\nkind: interview\n---\n\nDear Dana,\n\nYou described how the old press failed every Monday; the feeder is to "
    "blame, I think.\n",
    "---\nkind: rejection\n---\n\nDear Dana,\n\nI was disappointed, and would gladly apply again when a post opens.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nI left the bindery because it moved to Porto and I stayed.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nAt the ticket desk I dealt with forty angry callers a day.\n",
    "---\nkind: rejection\n---\n\nDear Dana,\n\nThank you for telling me what was missing: three years at a press.\n",
};

}  // namespace

const Rule negativity_rule{
    .id = "negativity",
    .summary = "The note complains, blames or is bitter.",
    .why =
        "A reader who meets blame wonders when it will be their turn. What is said of a former employer counts as said "
        "of the next one. After a no, the writer who stays friendly is the one they ring when the first choice leaves.",
    .severity = always(Severity::warning),
    .sources = "S3, D",
    .fix = "Deletes the sentence.",
    .bad = bad,
    .good = good,
    .patterns = patterns,
    .check = check,
};

}  // namespace afterword
