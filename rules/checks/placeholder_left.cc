#include <algorithm>
#include <array>

#include "rules/checks/checks.h"
#include "rules/engine/context.h"
#include "rules/engine/names.h"
#include "rules/note/letter.h"
#include "rules/note/markup.h"
#include "rules/note/personal_names.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text = "---\nto: Dana Wu\nkind: interview\n---\n\nDear [[[Name]]],\n\nThank you for the two hours.\n",
     .fixed = "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana Wu,\n\nThank you for the two hours.\n"},
    {.text = "---\nto: Dana Wu\ncompany: Initech\nkind: interview\n---\n\nDear Dana,\n\nI would like to join "
             "[[{{company}}]] in May.\n",
     .fixed = "---\nto: Dana Wu\ncompany: Initech\nkind: interview\n---\n\nDear Dana,\n\nI would like to join Initech "
              "in May.\n"},
    {.text = "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nThe second talk is on [[_____]], and I will "
             "bring the drawings.\n"},
    {.text =
         "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nThe sample code is ready, the date is [[TBD]].\n"},
    {.text = "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nOn Monday [[John Doe]] and I walked the yard.\n"},
    {.text = "---\nkind: interview\n---\n\nDear [[Jane Doe]],\n\nThank you for the two hours.\n"},
    {.text =
         "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nWe spoke at the growers' market in [[[village]]].\n"},
    {.text = "---\nto: Dana Wu\nkind: interview\n---\n\nDear [[Mr./Ms. Last name]],\n\nThank you for the two hours.\n"},
};
constexpr std::string_view good[] = {
    "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nThe [draft] mark only means that nobody has read it; "
    "[here](https://a.example) it is.[^1]\n\n[^1]: Since May.\n",
    "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nYour parser takes `<name>` and `[role]` as they come.\n",
    "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nYour parser made an Array<Name> of it, and the flag "
    "<name> "
    "now stands in the TBD column on your board.\n",
    "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\n- [ ] write the test\n- [x] read your paper [2]\n\n[2]: "
    "https://paper.example\n",
    "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nThe Jane Doe account that you opened for me is closed. "
    "The "
    "start is TBD by the council, and XXXX was only the fault code.\n",
    "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nYou said \"we [the team] never merge on Fridays\", and I "
    "wrote it down.\n",
    "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nThe cell in [draft] state, the word by [hand] copied, and "
    "the rule in [ADR] or [2] stand as they were.\n",
};

constexpr std::uint16_t blank = 1, task = 2, stand_in = 3, spoken_of = 4;
constexpr Pattern patterns[] = {
    {"tbd", blank},
    {"tba", blank},
    {"xxx", blank},
    {"xxxx", blank},
    // "The TBD column on your board", "marked TBD": spoken of, not left open.
    {"(the|a|an|your|our|my|this|that|these|those|each|every|no|any|of) (tbd|tba|xxx|xxxx) !(@joint|$)", spoken_of},
    {"(marked|labelled|labeled|tagged|called|named|says|said|reads|read|write|wrote) (as|a)? (tbd|tba|xxx|todo|fixme)",
     spoken_of},
    // "TBD on your side" says who decides; "XXX was the error code" names a mark.
    {"(tbd|tba) (on|by|from|with|at) (your|my|our|their|the)", spoken_of},
    {"(xxx|xxxx|tbd|tba) (is|was|were) *3 (code|error|mark|marker|tag|label|column|status|key|entry|value|rating|grade|"
     "string|password)",
     spoken_of},
    {"(xxx|xxxx|tbd|tba) (means|meant|stands|stood|marks|marked)", spoken_of},
    {"(prints|printed|displays|displayed|returns|returned|types|typed) (xxx|xxxx)", spoken_of},
    {"(todo|fixme) (list|lists|item|items|comment|comments|column|file|marker|tag|board|app|in|from|at the top)",
     spoken_of},
    {"(todo|fixme) and (the)? (todo|fixme) (comment|comments|item|items)", spoken_of},
    {"todo", task},
    {"fixme", task},
    {"lorem ipsum *2", blank},
    {"(abc|abcd|xyz) (company|corp|corporation|inc|limited|ltd|co)", blank},
    {"(john|jane) doe", stand_in},
    // A test user is a thing to speak of, and no other side.
    {"(the|a|an|your|our|my|this|that|these|those|each|every|no|any|some|called|named) *1 (john|jane) doe", spoken_of},
    {"(john|jane) doe as (a|an|the)", spoken_of},
    {"(john|jane) doe (login|account|accounts|user|record|records|entry|entries|row|profile|data|case|test|page|rows|"
     "example|patient|customer)",
     spoken_of},
};

struct Replacement {
  std::string text;  ///< empty where no fact is known
};

/// What the facts know of the thing a slot's words name.
Replacement known_for(const Context& context, std::string_view slot, bool in_greeting) {
  std::string words = fold(slot);
  std::replace_if(
      words.begin(), words.end(),
      [](char c) { return std::string_view("[]{}<>()_-$").find(c) != std::string_view::npos; }, ' ');
  words = " " + std::string(trim(words)) + " ";
  auto says = [&](std::string_view word) { return words.find(word) != std::string::npos; };
  const Facts& facts = context.facts;
  auto named = named_addressees(facts);
  if (says(" your ") || says(" my ")) return {facts.from && says("name") ? facts.from->name : ""};
  if (says("company") || says("employer") || says("organisation") || says("organization"))
    return {facts.company.empty() ? "" : facts.company[0].value};
  if (says(" role ") || says("position") || says("job")) return {facts.role ? facts.role->value : ""};
  if (says("topic")) return {facts.topics.empty() ? "" : facts.topics[0].value};
  bool name = says("name") || says("interviewer") || says("manager") || says("recruiter") || says("addressee") ||
              says("recipient");
  if (!name || named.empty() || says("event") || says("project")) return {};
  if (!in_greeting && !says("interviewer") && !says("recipient") && !says("addressee")) return {};
  if (says("first")) return {std::string(given_name_of(named[0].name))};
  if (says("last") || says("surname")) return {std::string(surname_of(named[0].name))};
  return {address(named, false)};
}

void report(const Context& context, Findings& findings, Span span, bool in_greeting) {
  std::string slot(context.text(span));
  Finding& finding =
      findings.add(span, "\"" + slot + "\" is still to be filled in. Put the real thing, or take the sentence out.");
  Replacement known = known_for(context, slot, in_greeting);
  if (known.text.empty()) return;
  Fix fix;
  fix.title = "Write " + known.text;
  fix.preferred = fix.safe = true;
  fix.edits.push_back({span, known.text, ""});
  finding.fixes.push_back(std::move(fix));
}

/// "the flag <name>", "the <name> element": a word of code talk stands beside it.
bool is_code_talk(const Context& context, const Paragraph& paragraph, std::size_t at) {
  constexpr auto kinds_of_code = std::to_array<std::string_view>(
      {"argument", "attribute",  "element", "flag",         "generic", "macro", "option",   "parameter", "placeholder",
       "syntax",   "switch",     "tag",     "template",     "token",   "type",  "variable", "arguments", "flags",
       "options",  "parameters", "tags",    "placeholders", "tokens",  "types", "variables"});
  const std::span<const Word> words = paragraph.content->words;
  auto text = [&](std::size_t i) { return fold(context.text(words[i].span().shifted(paragraph.span.begin))); };
  auto is_kind = [&](std::size_t i) {
    return std::find(kinds_of_code.begin(), kinds_of_code.end(), text(i)) != kinds_of_code.end();
  };
  if (at > 0 && (is_kind(at - 1) || words[at - 1].kind == WordKind::code || text(at - 1).starts_with("-"))) return true;
  return at + 1 < words.size() && is_kind(at + 1);
}

void report_slots(const Context& context, Findings& findings, const Paragraph& paragraph, bool in_greeting) {
  if (!paragraph.content->has_slot) return;
  const std::span<const Word> words = paragraph.content->words;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].kind != WordKind::slot || (!in_greeting && is_code_talk(context, paragraph, i))) continue;
    report(context, findings, words[i].span().shifted(paragraph.span.begin), in_greeting);
  }
}

bool is_spoken_of(const Context& context, Span span) {
  const auto hits = context.hits_around(span);
  return std::any_of(hits.begin(), hits.end(), [&](const FoundPhrase& hit) {
    return hit.tag == spoken_of && hit.span.begin <= span.begin && span.end <= hit.span.end;
  });
}

/// "Hi Name,", "Dear Mr./Ms. Last name": a template's words where a name should stand.
void look_at_greeting(const Context& context, Findings& findings) {
  const Paragraph* greeting = context.note.greeting();
  if (!greeting) return;
  report_slots(context, findings, *greeting, true);
  const Salutation& salutation = context.salutation;
  if (salutation.has_slot || salutation.names.empty()) return;
  const std::string names = fold(context.text(salutation.names));
  const bool nobody = (names == "john doe" || names == "jane doe") && named_addressees(context.facts).empty();
  if (nobody || is_template_name(names)) report(context, findings, salutation.names, true);
}

void look_at_line(const Context& context, Findings& findings, Span line) {
  for (const Opaque& opaque : find_opaque(context.text(line), context.note.format()))
    if (opaque.kind == WordKind::slot) report(context, findings, opaque.span.shifted(line.begin), false);
}

void check(const Context& context, Findings& findings) {
  if (const Field* subject = context.note.headers().find("Subject"); subject && !subject->values.empty())
    look_at_line(context, findings, subject->values[0].span);
  look_at_greeting(context, findings);
  for (const Paragraph& paragraph : context.note.paragraphs()) report_slots(context, findings, paragraph, false);
  for (const FoundPhrase& hit : context.hits()) {
    if (hit.tag == spoken_of || is_spoken_of(context, hit.span)) continue;
    const BodySentence& sentence = context.sentences[hit.sentence];
    std::string_view written = context.text(hit.span);
    bool capitals = std::none_of(written.begin(), written.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (hit.tag == task && (!capitals || hit.span.end + 1 >= sentence.span().end))
      continue;  // "my todo list" is a list
    if (hit.tag == task) {
      char next = context.note.text()[hit.span.end];
      if (next != ':' && next != ' ' && next != ')') continue;
      std::string_view after = trim(context.text({hit.span.end, sentence.span().end}));
      if (starts_with_folded(after, "list") || starts_with_folded(after, "comment") ||
          starts_with_folded(after, "app") || starts_with_folded(after, "item") || starts_with_folded(after, "file"))
        continue;
    }
    if (hit.tag == blank && !capitals && written.size() < 5) continue;
    report(context, findings, hit.span, false);
  }
  for (PartKind kind : {PartKind::sign_off, PartKind::signature})
    if (const Part* part = context.note.part(kind)) look_at_line(context, findings, part->span);
  if (const Part* signature = context.note.part(PartKind::signature)) {
    std::string name = fold(trim(context.text(signature->span)));
    if (name == "your name" || name == "name" || name == "first last" || name == "firstname lastname")
      report(context, findings, signature->span, false);
  }
}

}  // namespace

const Rule placeholder_left_rule{
    .id = "placeholder-left",
    .summary = "A slot of a template is still unfilled.",
    .why =
        "A blank left open shows the mould the note came from. It is the first thing a reader sees and the last they "
        "forget.",
    .severity = always(Severity::error),
    .sources = "D",
    .fix = "Fills it where the facts know what belongs there.",
    .bad = bad,
    .good = good,
    .patterns = patterns,
    .check = check,
    .any_language = true,
};

}  // namespace afterword
