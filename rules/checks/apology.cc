#include <algorithm>
#include <array>
#include <optional>

#include "rules/checks/around.h"
#include "rules/checks/checks.h"
#include "rules/checks/harm.h"
#include "rules/checks/places.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

enum Tag : std::uint16_t { opening, closing, inner, regret };

/// Words of apology. They back the model's score (harm.h): "sorry" also comforts, and tells of others. Those at the
/// sentence's start and end tell where the apology begins or ends as well.
constexpr auto patterns = with_tales(std::to_array<Pattern>({
    {"^ (i am|i 'm|i do|i must|please)? @degree? @degree? (sorry|apologies|my apologies|apologise|apologize|forgive "
     "me|forgive my|excuse|pardon)",
     opening},
    {"^ i (do n't|do not|hate) *1 to (be|get|bother|disturb|trouble|pester|nag|chase|interrupt|impose|take)", opening},
    {"(and)? (i am|i 'm)? @degree? (sorry|apologies|my apologies|i apologise|i apologize) (for|about|that|to) *7 $",
     closing},
    {"(sorry|apologies|apologise|apologize) for (the|my|this|any) *1 (delay|wait|reply|silence|answer|mail|email|"
     "message|inconvenience|trouble|mess|confusion|nerves|mistake|error|typo|typos|noise|length|tardiness)",
     beyond_doubt},
    {"^ (please)? (excuse|forgive|pardon) (the|my|this) *1 (delay|late|wait|silence|lateness|tardiness|typos|mess|"
     "noise|interruption|intrusion)",
     beyond_doubt},
    {"^ (please)? (excuse|forgive|pardon) (the|my|this) ", opening},
    {"sorry to (bother|trouble|disturb|pester|nag|chase) you", beyond_doubt},
    {"sorry (for|about|if|i|we|my|that i|to (bother|trouble|disturb|pester|nag|chase|be|keep|have|come|write|ask))",
     inner},
    {"(apologise|apologize|apologies|apology) (for|that|if|to you)", inner},
    {"(forgive|excuse|pardon) (me|my|the|that|this|if)", inner},
    {"i (feel|felt) *1 (guilty|bad|awful|terrible|ashamed|embarrassed|stupid|foolish|silly|terribly)", inner},
    {"i (was|am|'m|got|became|must have (sounded|seemed|looked|been)) *2 "
     "(nervous|unprepared|tongue-tied|flustered|rusty|hopeless|clumsy|fool|idiot|incoherent|shaky|ashamed|embarrassed|"
     "burden|nuisance|poor|weak)",
     inner},
    {"i @degree? *1 "
     "(rambled|babbled|froze|blanked|waffled|stumbled|stammered|stuttered|fumbled|mumbled|bungled|botched)",
     inner},
    {"i (just|only|simply) (sat|stood|stared|nodded)", inner},
    {"(not|never|n't) (a|the|really|much of|very|exactly) *2 "
     "(best|strongest|person|expert|speaker|experienced|good|most)",
     inner},
    {"^ (regrettably|unfortunately|sadly|foolishly|stupidly|embarrassingly) i", inner},
    {"(my) *1 (answer|answers|reply|replies|performance|nerves|voice|cv|experience|english|grades|marks) "
     "(is|are|was|were) "
     "*3 (poor|weak|thin|bad|short|shaky|mess|place|limited|terrible)",
     inner},
    {"sorry (for|about|to) *1 (your|her|his|their) (loss|dog|cat|mother|father|wife|husband|son|daughter|trouble|news|"
     "colleague|friend|illness)",
     speaks_against},
    {"sorry (to (hear|learn|read|see|leave|lose|say)|that we|for you)", speaks_against},
    // How it turned out, which is nobody's fault.
    {"sorry (that)? (it|this|things|the *1) (was n't|is n't|was not|is not|did n't|did not|will not|wo n't|could "
     "not|could "
     "n't)",
     regret},
    {"(do n't|not|never|no) (apologise|apologize|apology|excuse|have to be sorry|need to apologise)", speaks_against},
}));

struct Clause {
  Span shown;
  Fix fix;
};

/// Where the first half of a sentence ends in a colon, a dash or ", but", with at least three words behind.
struct Joint {
  Span first;            ///< bytes of the note, without the mark
  std::size_t rest = 0;  ///< where the second half begins
  bool excuse = false;   ///< that half may well give the reason for what the first is sorry for
};

bool is_joint(std::string_view between) {
  constexpr std::string_view marks[] = {":", ";", "\u2013", "\u2014", " - ", " -- "};
  return std::any_of(std::begin(marks), std::end(marks),
                     [&](std::string_view mark) { return between.find(mark) != std::string_view::npos; });
}

std::optional<Joint> first_joint(const Context& context, std::size_t sentence) {
  const BodySentence& one = context.sentences[sentence];
  const auto words = one.words();
  const std::size_t base = one.paragraph->span.begin;
  const auto span_of = [&](std::size_t i) { return words[i].span().shifted(base); };
  for (std::size_t i = 1; i + 3 < words.size(); ++i) {
    const std::size_t end = span_of(i - 1).end;
    const bool but = words[i].is(after_comma) && equal_folded(context.text(span_of(i)), "but");
    if (!but && !is_joint(context.text({end, span_of(i).begin}))) continue;
    const std::size_t next = but ? i + 1 : i;
    return Joint{{one.span().begin, end},
                 span_of(next).begin,
                 is_one_of(fold(context.text(span_of(next))), {"i", "my", "we", "our", "it", "there"})};
  }
  return {};
}

/// "Sorry to bother you, but ..." or "Apologies for the delay: ...": the half before the joint.
std::optional<Clause> opening_clause(const Context& context, const FoundPhrase& hit) {
  const auto joint = first_joint(context, hit.sentence);
  if (!joint || joint->first.end < hit.span.end) return {};
  const bool asks = context.sentences[hit.sentence].sentence().mark == '?';
  if (joint->excuse && !asks && !holds_more(context, hit.sentence)) return {};
  return Clause{joint->first,
                erase_opening_fix(context, {joint->first.begin, joint->rest}, "Delete the apology before it")};
}

/// "..., sorry for the delay." and "... and I am sorry for the delay.": the end of the sentence.
std::optional<Clause> closing_clause(const Context& context, const FoundPhrase& hit) {
  const Around around(context, hit.sentence, hit.span);
  if (around.opens() || !holds_more(context, hit.sentence)) return {};
  const bool joined = starts_with_folded(context.text(hit.span), "and ");
  if (!joined && !around.mark_before()) return {};
  const std::size_t end = around.span_before().end;
  if (context.text({end, hit.span.end}).find_first_of("(;:") != std::string_view::npos) return {};
  if (context.text(hit.span).find(',') != std::string_view::npos) return {};
  Clause clause{hit.span, {}};
  clause.fix.title = "Delete the apology behind it";
  clause.fix.kind = FixKind::erase;
  clause.fix.edits.push_back({{end, hit.span.end}, "", ""});
  return clause;
}

/// The clause that apologises, in a sentence that holds more, where the grammar is plain.
std::optional<Clause> apologising_clause(const Context& context, std::size_t sentence) {
  for (const FoundPhrase& hit : context.hits_in(sentence)) {
    if (hit.tag != opening && hit.tag != closing) continue;
    auto clause = hit.tag == opening ? opening_clause(context, hit) : closing_clause(context, hit);
    if (clause) return clause;
  }
  return {};
}

void check(const Context& context, Findings& findings) {
  for (const std::size_t sentence : sentences_doing_by_patterns(context, Flaw::apology)) {
    const auto hits = context.hits_in(sentence);
    if (std::any_of(hits.begin(), hits.end(), [](const FoundPhrase& hit) { return hit.tag == regret; })) continue;
    auto clause = apologising_clause(context, sentence);
    Finding& finding =
        findings.add(clause ? clause->shown : context.sentences[sentence].span(),
                     "An apology points at what may have gone unnoticed. Leave it out, or put the matter right in "
                     "one plain sentence.");
    if (clause)
      finding.fixes.push_back(std::move(clause->fix));
    else if (context.sentences[sentence].sentence().mark != '?' && !first_joint(context, sentence))
      offer_deletion(context, sentence, "Delete the apology", finding);
  }
}

constexpr BadExample bad[] = {
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\n[[I am sorry that I was so nervous.]] You asked about the "
             "second press.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nYou asked about the second press.\n"},
    {.text = "---\nkind: no-reply\n---\n\nDear Dana,\n\n[[Sorry to bother you again]], but has the date for a decision "
             "moved?\n",
     .fixed = "---\nkind: no-reply\n---\n\nDear Dana,\n\nHas the date for a decision moved?\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\n[[Apologies for the delay]]: here is the drawing of the "
             "second press that you asked for.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nHere is the drawing of the second press that you asked "
              "for.\n"},
    {.text =
         "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for the tour of the press room, [[sorry for the late "
         "reply]].\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for the tour of the press room.\n"},
};
constexpr std::string_view good[] = {
    "---\nkind: interview\n---\n\nDear Dana,\n\nI was sorry to hear that the flood reached your store room.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nTo finish my answer on the second press: it needs a new belt.\n",
    "---\nkind: rejection\n---\n\nDear Dana,\n\nI am sorry that it was not me, and I see why you chose as you did.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nFor two years I wrote the airline's letters of apology.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nYou said that new printers are nervous until the first jam.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nOne thing I left out: I hold the licence for the large crane.\n",
};

}  // namespace

const Rule apology_rule{
    .id = "apology",
    .summary = "The note apologises, or runs its writer down.",
    .why =
        "Most readers noticed neither the nerves nor the delay until the letter said so. An apology also spends the "
        "sentence that could have mended the matter: give the better answer, or the late drawing, without excuse.",
    .severity = always(Severity::information),
    .sources = "D",
    .fix = "Deletes the sentence, or the half of it that apologises.",
    .bad = bad,
    .good = good,
    .patterns = patterns,
    .check = check,
};

}  // namespace afterword
