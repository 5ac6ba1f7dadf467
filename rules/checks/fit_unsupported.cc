#include <algorithm>
#include <array>
#include <string>

#include "rules/checks/around.h"
#include "rules/checks/checks.h"
#include "rules/checks/places.h"
#include "rules/engine/parts.h"
#include "rules/note/role_cues.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

/// A text of more is no note, and each key stroke would pay for it.
constexpr std::size_t most_sentences = 500;

enum Tag : std::uint16_t { claim, faith, trait, boast, proof };

constexpr auto patterns = std::to_array<Pattern>({
    // What anybody can say of themselves.
    {"(perfect|ideal|great|good|excellent|right|strong|natural|suitable|best|valuable|worthy|real|useful|solid|true) "
     "*1 "
     "(fit|match|candidate|person|choice|addition|asset|man|woman|one|contribution|hire|applicant|member)",
     claim},
    {"(a|an) (asset|fit|match)", claim},
    {"(fit|match|candidate|person|choice|addition|asset|suited|qualified) (to|for|at|in|with) %name", claim},
    {"right for %name", claim},
    {"(well|perfectly|ideally|best|fully|highly) "
     "(suited|qualified|equipped|placed|matched|prepared|suitable|well-suited)",
     claim},
    {"(suited|qualified|equipped|well-suited|well-qualified|cut out|made|born) (for|to)", claim},
    {"i @degree? (have|possess|bring|offer|'ve got|hold) *2 (all|the|every|many|what|everything|whatever) *4 "
     "(skills|skill|skillset|experience|qualities|qualifications|strengths|abilities|background|takes|knowledge|need|"
     "require|talent|drive|attitude|mindset|personality)",
     claim},
    {"my *3 (skills|skillset|experience|background|strengths|qualities|qualifications|profile|abilities|knowledge|"
     "talents|personality|character) *2 (match|matches|fit|fits|suit|suits|align|aligns|make|makes|meet|meets|"
     "correspond|correspond|would|will|are|is|speak|speaks|complement|complements) *",
     claim},
    {"(hard|hard-working|hardworking|fast|quick|eager|team|self|natural) (worker|learner|player|starter|leader)",
     claim},
    {"i (am|'m) @degree? *1 (reliable|motivated|hard-working|hardworking|dedicated|committed|passionate|flexible|"
     "conscientious|diligent|punctual|ambitious|loyal|honest|organised|organized|proactive|driven|adaptable|"
     "versatile|resilient|creative|competent|capable|skilled|talented|experienced|detail-oriented|enthusiastic)",
     claim},
    {"(confident|sure|certain|convinced|believe|feel|positive|doubt|know) *2 (i|my *2) "
     "(would|'d|can|could|will|'ll|am|'m|have|fit|match) *",
     faith},
    {"(contribute|add|bring|offer) @degree? *1 (lot|much|value|difference|plenty|great deal)", claim},
    {"(necessary|required|right|relevant|needed) *1 (skills|attitude|qualifications|experience|mindset|spirit)", claim},
    {"(contribute|contribution) to (your|the) *2", claim},
    {"i (can|could|would|will|'d|'ll) @degree? *1 (do|handle|manage|master|fill|meet|excel) *1 "
     "(this|the|your|that|any|every)? *2 (job|role|work|post|position|task|tasks|challenge|challenges|requirements|"
     "demands|expectations|needs)",
     claim},
    {"(what|everything) (it takes|you need|you are looking for|you're looking for|you want|you seek)", claim},
    {"(right|good|great|perfect|ideal) for (this|the|your|it) *1", claim},
    {"(energy|commitment|dedication|enthusiasm|passion|drive|motivation|loyalty|diligence|ambition|curiosity|eagerness|"
     "zeal|integrity|spirit|attitude|professionalism|creativity|initiative|discipline|optimism|empathy|stamina)",
     trait},
    {"(honest|friendly|cheerful|patient|calm|polite|tidy|curious|careful|thorough|precise|energetic|trustworthy|humble|"
     "outgoing|sociable|approachable|sincere|warm|warm-hearted|open-minded|attentive|considerate|hard-working|"
     "hardworking|reliable|punctual|diligent|conscientious|nature|character|heart|temperament)",
     trait},
    {"(comes|come|came) (naturally|easily|easy) to me", claim},
    {"(of|be) *2 (use|value|help|service|benefit) (to|in|for|at) (you|your|any|the)", claim},
    {"i (learn|work|adapt|pick things up) *1 (fast|quickly|hard|well|easily)", claim},
    {"(wherever|everywhere|anywhere|always|in every *1|all my|whatever)", boast},
    // What not anybody can say.
    {"(years|year|decade|decades|months|seasons|winters|summers|degree|diploma|licence|license|certificate|doctorate|"
     "thesis|apprenticeship|studied|trained|master's|portfolio|customers|clients|patients|students|pupils|guests)",
     proof},
    {"(from|through|in|during|at|with|of) my *1 (time|work|job|jobs|years|studies|employer|firm|shop|company|team|"
     "project|post|role|position|school)",
     proof},
    {"(taught|teaches|showed|trained) me", proof},
    {"i (know|use|speak|operate) !(i|you|that|what|how|who|why|where|the|this|it|my|your|@degree)", proof},
    {"(at|in|for|with) (a|an) *2 (bank|school|hospital|shop|hotel|kitchen|factory|office|clinic|warehouse|library|"
     "company|firm|startup|start-up|agency|team|restaurant)",
     proof},
    {"i (can|could|know how to|use|speak|drive|repair|cook|sew|weld|type|play|operate|code|program|read|write|draw|"
     "build|test|plan|teach) (drive|repair|cook|sew|weld|type|play|operate|use|code|program|cut|teach|mend|speak|read|"
     "write|draw|build|test|plan)",
     proof},
});

bool overlaps_claim(const Context& context, Span place) {
  const auto hits = context.hits_around(place);
  return std::any_of(hits.begin(), hits.end(),
                     [&](const FoundPhrase& hit) { return hit.tag != proof && hit.span.overlaps(place); });
}

/// The addressee, the company and the role prove nothing: every claim may name them.
bool is_theirs(const Context& context, std::string_view word) {
  const auto holds = [&](std::string_view name) {
    return fold_plain(name).find(fold_plain(word)) != std::string::npos;
  };
  const Facts& facts = context.facts;
  return std::any_of(facts.to.begin(), facts.to.end(), [&](const Person& person) { return holds(person.name); }) ||
         std::any_of(facts.company.begin(), facts.company.end(), [&](const auto& name) { return holds(name.value); }) ||
         (facts.role && holds(facts.role->value));
}

/// A word by its ending: "reliable", "successful". Such words colour a claim without proving it.
bool colours(std::string_view word) {
  constexpr std::array<std::string_view, 10> endings = {"ly",   "ful",  "ive",  "ous",  "able",
                                                        "ible", "ness", "ment", "ence", "ity"};
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
}

bool is_number_word(const Context& context, const Word& word) {
  return context.lexicon.is(word.form, context.lexicon.class_named("number_word"));
}

/// A number, a name, a code, or a word that not everybody's letter has: "looms", "COBOL".
bool proves(const Context& context, std::size_t sentence, const Word& word) {
  if (word.kind == WordKind::link || word.kind == WordKind::code || word.kind == WordKind::slot) return true;
  const Span place = word.span().shifted(context.sentences[sentence].paragraph->span.begin);
  const std::string_view text = context.text(place);
  if (text.size() < 2 || overlaps_claim(context, place) || is_theirs(context, text)) return false;
  if (word.kind == WordKind::number) return true;
  const Around around(context, sentence, place);
  for (std::size_t distance = 1; distance <= 2; ++distance)  // "your drawing office" is theirs
    if (is_one_of(around.before(distance), {"your", "such", "any"})) return false;
  if (context.lexicon.is_basic(word.form))
    return is_number_word(context, word) && !is_one_of(fold(text), {"one", "both", "half"});
  return !colours(text);
}

constexpr bool has(std::uint64_t bits, Cue cue) { return (bits >> static_cast<unsigned>(cue) & 1) != 0; }

/// Evidence: what proves() sees, a deed of one's own in the past, or one of the patterns of `proof`. In a sentence that
/// claims, a trade's word proves nothing: "a born librarian", "of use in any paper workshop".
bool gives_evidence(const Context& context, std::size_t sentence) {
  const BodySentence& one = context.sentences[sentence];
  const auto shows = [&](Tag tag) {
    const auto hits = context.hits_in(sentence);
    return std::any_of(hits.begin(), hits.end(), [&](const FoundPhrase& hit) { return hit.tag == tag && !hit.quoted; });
  };
  // "Wherever I worked" tells of no deed.
  if (has(one.paragraph->content->cues[one.in_paragraph].bits, Cue::own_past) && !shows(boast)) return true;
  const auto words = one.words();
  const bool claims = shows(claim) || shows(trait) || shows(boast);
  return shows(proof) || std::any_of(words.begin(), words.end(), [&](const Word& word) {
           const bool plain_word = word.kind == WordKind::word && !word.is(capitalised);
           return !(claims && plain_word && !is_number_word(context, word)) && proves(context, sentence, word);
         });
}

/// Sentences where what one brings may stand, the doubtful ones too: a wrong hint is worse than a missing one.
bool may_be_fit(const Context& context, std::size_t index) {
  const BodySentence& sentence = context.sentences[index];
  if (sentence.roles.has(Role::fit) || overlaps_claim(context, sentence.span())) return true;
  const SentenceCues& cues = sentence.paragraph->content->cues[sentence.in_paragraph];
  constexpr float hardly = 0.1f;
  const bool told = has(cues.bits, Cue::own_past) && sentence.chances[static_cast<std::size_t>(Role::fit)] >= hardly;
  return !sentence.roles.has(Role::callback) && (cues.nearly.has(Role::fit) || told);
}

/// A complaint about an employer names them and proves nothing.
bool complains(const BodySentence& sentence) {
  return sentence.speaks_for(Flaw::negativity) >= sure_of(Flaw::negativity);
}

/// A claim to fit: "I feel sure that I can" only where the sentence has that role. A note that surely has no such
/// sentence lacks more than proof, and fit-missing says so where the part is asked for.
bool is_claim(const Context& context, const FoundPhrase& hit) {
  const BodySentence& sentence = context.sentences[hit.sentence];
  if (hit.tag >= trait || hit.quoted || is_open(context, sentence)) return false;
  if (sentence.roles.has(Role::fit)) return true;
  if (parts::fit.of_all(context.kinds) != Severity::off && context.lacks({Role::fit})) return false;
  return hit.tag == claim && !sentence.roles.any_of({Role::thanks, Role::callback, Role::vague});
}

/// Where the note first claims, by a pattern or by a sentence that surely says what one brings; empty where it does
/// not.
Span first_claim(const Context& context) {
  constexpr float surely = 0.5f;
  Span first;
  for (const FoundPhrase& hit : context.hits())
    if (first.empty() && is_claim(context, hit)) first = hit.span;
  if (!first.empty()) return first;
  for (const BodySentence& sentence : context.sentences)
    if (sentence.chances[static_cast<std::size_t>(Role::fit)] >= surely && !is_open(context, sentence))
      return sentence.span();
  return first;
}

void check(const Context& context, Findings& findings) {
  if (context.sentences.size() > most_sentences) return;
  const Span first = first_claim(context);
  if (first.empty()) return;
  for (std::size_t i = 0; i < context.sentences.size(); ++i)
    if (may_be_fit(context, i) && !complains(context.sentences[i]) && gives_evidence(context, i)) return;
  Finding& finding = findings.add(first,
                                  "This claims that you fit and gives no proof of it. Add one thing you did: a place, "
                                  "a number or a result.");
  add_inserts(context, finding, gap_after(context, {Role::fit}), phrases::Purpose::fit, "Prove it");
}

constexpr BadExample bad[] = {
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nYou asked about the second press. I am a [[perfect fit]] for "
             "this job.\n"},
    {.text =
         "---\nkind: interview\n---\n\nDear Dana,\n\nYou asked about the second press. I would be a [[great asset]] "
         "to your team.\n"},
    {.text = "---\nkind: phone-screen\n---\n\nDear Dana,\n\nYou asked about the second press. [[My skills are a]] good "
             "match for this work.\n"},
};
constexpr std::string_view good[] = {
    "---\nkind: interview\n---\n\nDear Dana,\n\nI am a perfect fit: at Brightfold I ran two presses for six years.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nI would be a great asset to your team. I rebuilt the ink store last "
    "year.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nI am confident I can do this work, as I know offset and gravure.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nYou said that your last printer called himself a perfect fit.\n",
    "---\nkind: rejection\n---\n\nDear Dana,\n\nThank you for the frank call. I would still be a good fit.\n",
};

}  // namespace

const Rule fit_unsupported_rule{
    .id = "fit-unsupported",
    .summary = "That the writer fits is claimed and not shown.",
    .why =
        "Everybody who was invited says that they fit, so the words decide nothing. A place, a project, a number or a "
        "skill that you used lets the reader come to it unasked, and repeat it to those who decide with them.",
    .severity = always(Severity::hint, parts::calling_kinds),
    .sources = "D",
    .fix = "Inserts a sentence that shows what you bring.",
    .bad = bad,
    .good = good,
    .patterns = patterns,
    .check = check,
};

}  // namespace afterword
