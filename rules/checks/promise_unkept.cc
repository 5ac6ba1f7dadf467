#include <algorithm>
#include <optional>
#include <vector>

#include "rules/checks/around.h"
#include "rules/checks/checks.h"
#include "rules/checks/harm.h"
#include "rules/checks/places.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nYou asked about the ink. [[Here is the link]].\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nThe [[drawing of the second press is attached]].\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\n[[Below is the]] ink list.\n\nKind regards,\nOla\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nPlease [[find attached]] my drawing.\n"},
};
constexpr std::string_view good[] = {
    "---\nkind: interview\n---\n\nDear Dana,\n\nHere is the link: https://ola.example/ink.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nI will send the link on Monday, with the drawing attached.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThe roller is attached to the frame, below the tank.\n",
    "---\nkind: interview\ndelivery: post\n---\n\nDear Dana,\n\nTwo prints are enclosed.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nBelow is the ink list.\n\n- black\n- two reds\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nHere is the answer that I owed you: the second press.\n",
};

/// What is said to be here.
enum Promise : std::uint16_t { link, attachment, below, aside };

constexpr Pattern patterns[] = {
    // Links.
    {"(here's|here is|here are|here again is) (also|again|now)? (the|that|a|my|your|an|one|both) *2 "
     "(link|links|url|repo|repository|gist|recording|video|article|blog|paper|write-up|writeup|notebook|slides|podcast|"
     "page|post|demo|dashboard|website|portfolio|preprint|doc|clip|footage) "
     "=($|i|you|that|which|we|to|from|for|on|about|as|with|again|in|of)",
     link},
    {"(this|that|here) (is|'s) the (link|url) =($|to|for|that|i|you)", link},
    {"(link|url) (is|'s|stands|follows)? (right|just)? (below|here|underneath|beneath) !(is|was)", link},
    {"(link|url) to *6 (below|here|underneath|follows|is (at|in|on|right))", link},
    {"(at|via|under|through|by|over|behind|following|follow|use|see|click|clicking|click on|clicking on) (the|this) "
     "link",
     link},
    {"(this|the) link (leads|takes|shows|opens|goes|below|underneath)", link},
    {"(see|click|clicking|follow) link", link},
    {"(the|at the|see the) following (link|url|address|page)", link},
    {"(click|clicking|tap) (here|below|on the *3 (below|here))", link},
    {"(is|are)? linked (here|below|underneath|beneath)", link},
    {"(can|you'll|you will|will) (be)? (find|read|see|watch|view|download|seen|found|read|viewed|watched|downloaded|"
     "try|browse) *5 here $",
     link},
    {"(is|are) (here|online here) for you to (read|see|try|watch|download)", link},
    // Attachments.
    {"(i've|i have|we have|i also) @degree? *1 attached (the|my|a|an|two|three|some|it|both|them|this|that|one|all|"
     "here|#)",
     attachment},
    {"(i'm|i am|am) *1 attaching", attachment},
    {"^ (also)? attaching *4 @document", attachment},
    {"i attach (the|my|a|an|two|some|it|both|here)", attachment},
    {"(find|found|see|send|sending|sends) *7 attached !(to|by|with)", attachment},
    {"(please|kindly)? (find|see) *1 enclosed !(by|within)", attachment},
    {"^ (also)? (attached|appended|herewith) !(to|by|with|as i|as we)", attachment},
    {"^ enclosed (is|are|please|you|herewith|find|here|my|the|a)", attachment},
    {"@document *8 (is|are|'s|come|comes) (also|now|again)? (attached|appended) !(to the|to a|to my|to your|to "
     "their|by|"
     "with|on|at the|above)",
     attachment},
    {"@document (attached|enclosed) !(to|by|with|on)", attachment},
    {"@document *8 (is|are) *1 enclosed =($|here|for|as|in this|with this)", attachment},
    {"(is|are|'s|'re) (also|now|again|both)? attached =($|here|below|for you|for your|now|again|too)", attachment},
    {"(attached|appended|added) to (this|my) (email|e-mail|mail|message|note|letter)", attachment},
    {"(see|open|read|in|on|from|through|out|opened|at) (the|my) (attached|enclosed) !(garage|barn|house|building|shed|"
     "hall|wing|garden|yard|room|annex|store|kitchen|space|area|courtyard)",
     attachment},
    {"the (attached|enclosed) *2 @document", attachment},
    {"(see|open|in|as|with|find|through|into) (the|my) (attachment|attachments)", attachment},
    {"(see|find) (the|my)? (attachment|attachments|enclosure) =($|for|with|to)", attachment},
    {"^ pfa", attachment},
    {"i (also)? (herewith|hereby) (send|attach|forward|enclose)", attachment},
    {"(i|i'm|i am|i've|i have) (also|herewith)? (enclose|enclosing|enclosed|append|appended) *5 @document", attachment},
    {"(i'm|i am|i've|i have) (also)? (including|adding|added|included|put|dropped|dropping|pasted) *8 (to|in|into|with|"
     "on) (this|the) (email|e-mail|mail|message)",
     attachment},
    {"@document *6 (accompanies|accompany|accompanying) (this|my|the) (email|e-mail|mail|message|letter|note)",
     attachment},
    {"@document *6 (come|comes|go|goes|travels|arrives|is|are) with this (email|e-mail|mail|message)", attachment},
    {"(with|in) this (email|e-mail|mail|message) (comes|come|you will find|you'll find|you find|you receive)",
     attachment},
    {"here (are|is) (the|my|some|two|three|a|an) *2 (photos|photo|pictures|picture|screenshots|screenshot|scan|scans|"
     "file|files|pdf|spreadsheet) =($|of|from|with|i|you|that|which)",
     attachment},
    {"the (photo|photos|picture|pictures|screenshot|screenshots|file|scan|map|clip|video) (below|underneath|beneath) "
     "(shows|show|contains|gives|explains)",
     attachment},
    // Below.
    {"^ (listed|shown|given|pasted|quoted|copied|set out|included) (below|underneath) (is|are)", below},
    {"^ (below|underneath|beneath) (is|are|you find|you will find|you'll find|you see|you can see) (the|my|a|an|some|"
     "two|three|what|how|#)",
     below},
    {"(see|find|find it|listed|pasted|copied|included|shown|quoted|set out|given|written out) *1 (below|underneath) "
     "=($|for|and|or)",
     below},
    {"(is|are) (pasted|copied|listed|shown|given|quoted|included)? below $", below},
    // Not here and now, or not so meant.
    {"(will|'ll|shall|would|could|can|may|might|should|going to|let me|able to|happy to|glad to|if|once|when|until) *4 "
     "(attach|attaching|enclose|append)",
     aside},
    {"(will|'ll|shall|would|could|can|may|might|should) (be|have) *2 (attached|enclosed|linked)", aside},
    {"(if|once|when|until|unless) *6 (attached|enclosed|linked)", aside},
    {"(will|'ll|shall|if|once|when|as soon as|until) *2 (send|share|bring|forward|mail|email|post) *8 (link|below|here|"
     "attached|enclosed)",
     aside},
    {"(will|'ll|shall|am going to) *2 (send|share|bring|forward|mail|email|post) *12 (attached|enclosed)", aside},
    {"had *6 attached", aside},
    {"(she|he|they|who|people|households|customers) (find|see) *3 attached", aside},
    {"(sending|send|bring) *4 (tomorrow|later|tonight|next week|on @weekday|soon) *6 (attached|enclosed)", aside},
    {"(sending|send|bring) *4 (tomorrow|later|tonight|next week|on @weekday|soon)", aside},
    {"(not|n't|never|no|without|nothing|forgot|forgotten|cannot) *3 (attach|attached|attaching|link|attachment)",
     aside},
    {"(strings|string) attached", aside},
    {"(become|became|becomes|get|got|grown|grew|feel|felt|am|so|very|too|quite|was|were|been|remain|rather|stay|keep|"
     "kept|stays) *1 attached",
     aside},
    {"(how|where|why|whether) *6 attached", aside},
    {"(you|she|he|they|who) (had|have|'ve)? @degree? (attached|linked|sent|shared|pasted|enclosed|gave|found|put|"
     "showed)",
     aside},
    {"(your|their|his|her) *2 (link|attachment|attached|attachments)", aside},
};

bool holds_links(const Paragraph& paragraph) {
  const auto& words = paragraph.content->words;
  return std::any_of(words.begin(), words.end(), [](const Word& word) { return word.kind == WordKind::link; });
}

/// A link or an attachment, wherever it stands: one of them keeps every promise.
bool holds_something(const Context& context) {
  const Note& note = context.note;
  for (std::string_view name : {"Attach", "X-Mutt-Attach", "X-Attachments"})
    if (note.headers().find(name)) return true;
  for (const Paragraph& paragraph : note.paragraphs())
    if (holds_links(paragraph)) return true;
  for (const Part& part : note.parts()) {
    if (part.kind == PartKind::code) return true;
    if (part.kind != PartKind::signature_block && part.kind != PartKind::signature) continue;
    const std::string_view text = note.text(part.span);
    if (text.find("://") != std::string_view::npos || text.find("www.") != std::string_view::npos) return true;
  }
  return false;
}

/// Text that what stands "below" may be: a sentence after this one, a list, a quotation, a heading with its text.
bool text_follows(const Context& context, std::size_t sentence) {
  if (sentence + 1 < context.sentences.size()) return true;
  const std::size_t end = context.sentences[sentence].span().end;
  const auto parts = context.note.parts();
  return std::any_of(parts.begin(), parts.end(), [&](const Part& part) {
    return part.span.begin >= end && part.kind != PartKind::sign_off && part.kind != PartKind::signature;
  });
}

/// What is named stands behind the colon of the same sentence: "here is the article in one line: ...".
bool holds_the_content(const Context& context, std::size_t sentence, std::size_t from) {
  const std::string_view rest = context.text({from, context.sentences[sentence].span().end});
  const auto colon = rest.find(':');
  return colon != std::string_view::npos && !trim(rest.substr(colon + 1)).empty();
}

/// Nothing stands behind the sentence yet: what is promised may be the next thing typed.
bool being_typed(const Context& context, std::size_t sentence) {
  const Span span = context.sentences[sentence].span();
  const std::string_view behind = std::string_view(context.note.text()).substr(span.end);
  return context.sentences[sentence].sentence().mark == ':' && trim(behind).empty();
}

/// Money or a treat in an envelope: `gift` speaks of that.
bool is_a_thing(const Context& context, const FoundPhrase& hit) {
  const bool enclosed = context.text(hit.span).find("nclos") != std::string_view::npos;
  const std::size_t treat = context.lexicon.class_named("treat");
  const BodySentence& sentence = context.sentences[hit.sentence];
  const auto words = sentence.words();
  return std::any_of(words.begin(), words.end(), [&](const Word& word) {
    const std::string_view text = context.text(word.span().shifted(sentence.paragraph->span.begin));
    if (text.find_first_of("$") == 0 || text.starts_with("\xC2\xA3") || text.starts_with("\xE2\x82\xAC")) return true;
    if (!enclosed) return equal_folded(text, "voucher") || equal_folded(text, "vouchers");
    return context.lexicon.is(word.form, treat) ||
           is_one_of(fold(text), {"dollars", "euros", "pounds", "fiver", "tenner", "cheque", "check", "card", "code",
                                  "coins", "stamps", "keys", "book"});
  });
}

/// "I will send the link": not here and now. Hits stand in the order of the text, so the few around it will do.
bool is_denied(const Context& context, std::size_t index) {
  constexpr std::size_t around = 12;
  const auto hits = context.hits();
  const FoundPhrase& hit = hits[index];
  for (std::size_t i = index - std::min(index, around); i < std::min(index + around, hits.size()); ++i)
    if (hits[i].tag == aside && hits[i].sentence == hit.sentence && hits[i].span.overlaps(hit.span)) return true;
  return false;
}

bool is_kept(const Context& context, std::size_t index) {
  const FoundPhrase& hit = context.hits()[index];
  if (hit.tag == below) return text_follows(context, hit.sentence);
  return holds_the_content(context, hit.sentence, hit.span.end) || is_denied(context, index) ||
         (hit.tag == attachment && (on_paper(context) || is_a_thing(context, hit)));
}

void add(const FoundPhrase& hit, Findings& findings) {
  if (hit.tag == attachment) {
    Finding& finding = findings.add(
        hit.span, "Nothing is attached to this note so far as can be seen. Attach it before you send the note.");
    findings.step_down(finding, Severity::information);
  } else {
    findings.add(hit.span, hit.tag == link ? "The note promises a link and holds none. Put it in here."
                                           : "Nothing stands below. Put in what this sentence promises.");
  }
}

/// Something that can be attached, or the mail that it would be attached to: a roller is attached to its frame.
bool names_a_file(const Context& context, std::size_t sentence) {
  const std::size_t document = context.lexicon.class_named("document");
  const BodySentence& one = context.sentences[sentence];
  const auto words = one.words();
  return std::any_of(words.begin(), words.end(), [&](const Word& word) {
    return context.lexicon.is(word.form, document) ||
           is_one_of(fold(context.text(word.span().shifted(one.paragraph->span.begin))),
                     {"attachment", "attachments", "annex", "mail", "email", "e-mail", "message"});
  });
}

/// A promise that only the model sees: of a link where the sentence says so, else of an attachment.
std::optional<FoundPhrase> promised_by_model(const Context& context, std::size_t sentence) {
  const Span whole = context.sentences[sentence].span();
  const Around inside(context, sentence, {whole.begin, whole.begin});
  const bool of_link = inside.sentence_has({"link", "links", "url", "click", "here"});
  const FoundPhrase hit{static_cast<std::uint16_t>(of_link ? link : attachment), sentence, whole, false};
  if (inside.sentence_has({"below", "underneath", "following", "follows"}) && text_follows(context, sentence))
    return {};
  // "The article is in this week's paper" is said of a document as well: it must be told how it comes along.
  const bool comes_along = inside.sentence_has(
      {"attached", "attach",  "attaching", "attachment", "attachments", "annex",     "annexed", "appended", "append",
       "enclosed", "enclose", "enclosing", "included",   "include",     "including", "added",   "adding",   "herewith",
       "mail",     "email",   "e-mail",    "message",    "along",       "sending",   "find"});
  if (!of_link && (!comes_along || !names_a_file(context, sentence) || inside.sentence_has({"envelope"}))) return {};
  if (holds_the_content(context, sentence, whole.begin) || is_a_thing(context, hit)) return {};
  return !of_link && on_paper(context) ? std::nullopt : std::optional(hit);
}

// The patterns find promises, and tell those that are kept or not so meant. Their finding stands; the model finds
// promises in sentences of which the patterns know nothing.
void check(const Context& context, Findings& findings) {
  if (holds_something(context)) return;
  std::vector<bool> known(context.sentences.size());
  std::vector<bool> done(context.sentences.size());
  const auto hits = context.hits();
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const FoundPhrase& hit = hits[i];
    known[hit.sentence] = true;
    if (hit.tag == aside || hit.quoted || done[hit.sentence] || is_kept(context, i)) continue;
    if (being_typed(context, hit.sentence) || is_open(context, context.sentences[hit.sentence])) continue;
    done[hit.sentence] = true;
    add(hit, findings);
  }
  for (const std::size_t sentence : sentences_doing(context, Flaw::promise)) {
    if (known[sentence] || being_typed(context, sentence)) continue;
    if (const auto hit = promised_by_model(context, sentence)) add(*hit, findings);
  }
}

}  // namespace

const Rule promise_unkept_rule{
    .id = "promise-unkept",
    .summary = "A link or an attachment is said to be here and is not.",
    .why =
        "The one thing that the reader would have opened is missing, and they have to write to ask for it, or do not.",
    .severity = always(Severity::warning),
    .sources = "D",
    .fix = {},
    .bad = bad,
    .good = good,
    .patterns = patterns,
    .check = check,
    .milder = "information for an attachment, which may be added last",
};

}  // namespace afterword
