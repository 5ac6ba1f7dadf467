#include <algorithm>
#include <array>
#include <vector>

#include "rules/checks/checks.h"
#include "rules/checks/harm.h"
#include "rules/checks/places.h"
#include "rules/note/characters.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

// The model finds the sentences. `settled` and `chosen` fire without it as well: there a start is told as if it were
// agreed, or the writer set above all others, and no condition and nobody else's word stands beside it. Neither fires
// where all is left open, "if I join", nor at a habit. Where the words to be mended are plain, the patterns give their
// place.
enum Tag : std::uint16_t { settled, chosen, told, own_will, condition, undecided };

constexpr auto patterns = std::to_array<Pattern>({
    // "When I start on a new site, I count the fuses" is a habit.
    {"(when|once|after|as soon as) i (start|begin|join|take over) =($|@month|@weekday|tomorrow|next|here|in "
     "(@month|@soon|the @soon|#|your)|on (@weekday|@month|#|the #|the first)|at (your|%name)|with you|as your|the "
     "first|i (will|'ll|shall|am going)|we|your)",
     settled},
    {"(when|once|as soon as) (i'm|i am) (on|in|part of|one of|aboard|on board|settled|installed|hired|with|at) =($|the "
     "team|your|you|i|we|board|there)",
     settled},
    {"(when|once|as soon as) (i've|i have) (started|begun|joined|moved in|settled in|taken over) =($|at your|in "
     "your|with you|here|there|i (will|'ll|shall)|we|you|your|as your)",
     settled},
    {"(when|once|as soon as) i (join|have joined|work for|work with|work at) (you|your|the team)", settled},
    {"(nobody|no one|no other *2|none) *3 (better|fitter|more *1|as *1) *6 (than|as) (me|i|myself)", chosen},
    {"(nobody|no one|no other *1) *1 (better|more) *1 (suited|qualified|prepared|fit|equipped) (for|to) *3 than",
     chosen},
    {"(you|they) (won't|will not|'ll never|will never|cannot|can't|'ll not) (find|get|meet|see|come across) *1 "
     "(anyone|anybody|someone|a|any|one) *1 (better|fitter|more|as) *",
     chosen},
    {"(i am|i'm) *2 (best|strongest|most suitable) (candidate|person|one|choice|applicant|man|woman) !(of us|to)",
     chosen},
    {"(you|%name) (said|told|mentioned|explained|joked|wrote|called)", told},
    {"^ i (will|'ll) =(be|do|make|bring|lead|run|fix|clear|turn|build|give|take|change|improve|fit|sort|start)",
     own_will},
    {"(if|would|'d|could|should|might|whoever|suppose|supposing|in case|chance|possibility|hope|hoping)", condition},
    {"(when|once|whenever|as soon as) i (start|begin|join) *1 (a|an|any|every|each)", undecided},
    {"(if i|should i|were i|if you (take|took|hire|hired|chose|choose) me|should you (choose|take|hire|decide))",
     undecided},
});

/// A text of more is no note, and each key stroke would pay for it.
constexpr std::size_t most_sentences = 500;

/// The sentence's hits of one tag that are nobody else's words.
std::vector<const FoundPhrase*> hits_of(const Context& context, std::size_t sentence, Tag tag) {
  std::vector<const FoundPhrase*> found;
  for (const FoundPhrase& hit : context.hits_in(sentence))
    if (hit.tag == tag && !hit.quoted) found.push_back(&hit);
  return found;
}

/// "When I start in August" -> "If I start in August": one word makes a condition of it.
void offer_if(const Context& context, Span clause, Finding& finding) {
  const std::string_view words = context.text(clause);
  // The pronoun as a word of its own, also at the start of a line: "when\nI'm in".
  const std::string folded = fold(words);
  std::size_t subject = 0;
  for (std::size_t at = 1; at < folded.size() && subject == 0; ++at) {
    const bool ends =
        at + 1 == folded.size() || std::string_view(" \t\r\n'\xE2").find(folded[at + 1]) != std::string_view::npos;
    if (folded[at] == 'i' && is_blank(static_cast<unsigned char>(folded[at - 1])) && ends) subject = at - 1;
  }
  if (subject == 0) return;
  const std::string word = is_capitalised(words) ? "If" : "if";
  Fix& fix = finding.fixes.emplace_back();
  fix.title = "Write \"" + word + " I\"";
  fix.preferred = true;
  fix.edits.push_back({{clause.begin, clause.begin + subject}, word, ""});
}

/// "I will clear your backlog" -> "I would clear your backlog".
void offer_would(const Context& context, Span will, Finding& finding) {
  const bool in_full = context.text(will).find("will") != std::string_view::npos;
  Fix& fix = finding.fixes.emplace_back();
  fix.title = "Write \"I would\"";
  fix.edits.push_back({will, in_full ? "I would" : "I'd", ""});
}

void add(const Context& context, std::size_t sentence, Findings& findings) {
  Finding& finding =
      findings.add(context.sentences[sentence].span(),
                   "This sounds as if the choice were already made. Write what you would do, or what speaks "
                   "for you.");
  const auto starts = hits_of(context, sentence, settled);
  const auto wills = hits_of(context, sentence, own_will);
  if (starts.size() == 1)
    offer_if(context, starts[0]->span, finding);
  else if (starts.empty() && wills.size() == 1)
    offer_would(context, wills[0]->span, finding);
}

bool has(const Context& context, std::size_t sentence, Tag tag) { return !hits_of(context, sentence, tag).empty(); }

/// What the patterns show by themselves.
bool shows_it(const Context& context, std::size_t sentence) {
  const bool shown = has(context, sentence, settled) || has(context, sentence, chosen);
  return shown && !has(context, sentence, told) && !has(context, sentence, condition) &&
         !is_open(context, context.sentences[sentence]);
}

void check(const Context& context, Findings& findings) {
  if (context.sentences.size() > most_sentences) return;
  const auto sure = sentences_doing(context, Flaw::presumption);
  for (std::size_t i = 0; i < context.sentences.size(); ++i) {
    if (has(context, i, undecided)) continue;
    if (shows_it(context, i) || std::binary_search(sure.begin(), sure.end(), i)) add(context, i, findings);
  }
}

constexpr BadExample bad[] = {
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nYou asked about the second press. [[When I start in August, I "
             "will clean its rollers first.]]\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nYou asked about the second press. If I start in August, I "
              "will clean its rollers first.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nYou asked about the second press. [[We can draw the new plan "
             "as soon as I join your crew.]]\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nYou asked about the second press. We can draw the new plan "
              "if I join your crew.\n"},
    {.text = "---\nkind: phone-screen\n---\n\nDear Dana,\n\nYou asked about the second press. [[See you on my first "
             "day!]]\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nYou asked about the second press. [[I am the best candidate "
             "you will find.]]\n"},
};
constexpr std::string_view good[] = {
    "---\nkind: interview\n---\n\nDear Dana,\n\nIf I joined your crew, I would begin with the rollers.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nWhen I started at Brightfold, the press had stood for a year.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThe possibility of joining a crew that mends its own rollers appeals "
    "to me.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nI could start on the first of August.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nYou said that nobody touches the press on the first day.\n",
};

}  // namespace

const Rule presumption_rule{
    .id = "presumption",
    .summary = "The note takes it for granted that the writer is chosen.",
    .why =
        "Whoever reads this has others to see, and feels pushed to a choice that is theirs. \"If\" and \"would\" say "
        "the same, and leave them free. That you are the best is for them to find; give them what they would find it "
        "by.",
    .severity = always(Severity::warning),
    .sources = "D",
    .fix = "Writes \"if\" for \"when\", or \"would\" for \"will\", where the grammar is plain.",
    .bad = bad,
    .good = good,
    .patterns = patterns,
    .check = check,
};

}  // namespace afterword
