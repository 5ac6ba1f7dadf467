#include <algorithm>
#include <array>
#include <optional>

#include "rules/checks/checks.h"
#include "rules/checks/places.h"
#include "rules/checks/raw_markup.h"
#include "rules/note/letter.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text = "---\nto: Dana Wu\nkind: interview\n---\n\n[[Subject: Thank you for the kiln]]\n\nDear Dana,\n\nThank you "
             "for the two hours.\n",
     .fixed = "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nThank you for the two hours.\n"},
    {.text = "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nThank you for the two hours at the kiln.\n\n"
             "[[Dear Dana,]]\n\nThe second glaze held.\n",
     .fixed = "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nThank you for the two hours at the kiln.\n\n"
              "The second glaze held.\n"},
    {.text = "---\nto: Dana Wu\nkind: interview\n---\n\n[[Here's a polished version:]]\n\nDear Dana,\n\nThank you for "
             "the two hours.\n",
     .fixed = "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nThank you for the two hours.\n"},
    {.text = "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nThank you for the two hours. [[Feel free to "
             "adjust the tone.]]\n",
     .fixed = "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nThank you for the two hours.\n"},
    {.text = "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nThank you for the two hours.\n\nKind "
             "regards,\nOla\n\n[[Would you like me to make it more formal?]]\n",
     .fixed = "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nThank you for the two hours.\n\nKind "
              "regards,\nOla\n"},
};
constexpr std::string_view good[] = {
    "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nHere is a polished version of the glaze list that you "
    "asked for.\n",
    "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nWould you like me to send the firing log as well?\n",
    "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nFeel free to adjust the day of the second firing.\n",
    "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nThe letter that you read out began \"Here's a polished "
    "version of your email\", and nobody laughed.\n",
    "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nYour word on **slow cooling** is on [my "
    "page](https://ola.example).\n",
    "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nSubject to your yes, I will fire it on Monday.\n",
};

// An assistant speaks of the note; where its sentence may be the writer's own, only below the signature.
constexpr std::uint16_t remark = 1, remark_below = 2;
constexpr Pattern patterns[] = {
    {"(here's|here is|below is|this is) (a|an|your|the|my) *3 (version|draft|rewrite|revision|take|alternative|variant|"
     "example|suggestion) (of|for|on) (your|the|this|a) *2 (note|email|e-mail|message|letter|follow-up|reply) "
     "=($|you can|you could|ready|to send|based on|that you can|which you can|with|after|following|to your)",
     remark},
    {"(here's|here is|below is) (a|an|your|the) *2 "
     "(polished|refined|revised|improved|shorter|concise|professional|warmer|"
     "friendlier|formal|rewritten|edited|cleaner|updated) *1 (version|draft|rewrite|option|note|email|message|letter) "
     "=($|you can|that you can|ready|for you)",
     remark},
    {"(here's|here is|below is) (a|an|your) *3 (draft|version|template|email|note|message|letter) (that|which)? you "
     "(can|could|might|may) (use|send|copy|adapt|adjust|personalize|personalise|start)",
     remark},
    {"(feel free to|you can|you could|you may|be sure to|make sure to|remember to) "
     "(adjust|tweak|customize|customise|personalize|personalise|edit|adapt|modify|tailor) (as|$)",
     remark},
    {"(feel free to|you can|you could|you may|be sure to|make sure to) "
     "(adjust|tweak|customize|customise|personalize|personalise|edit|adapt|modify|tailor|change) "
     "(the tone|the wording|the details|the placeholders|any *2 (details|parts)|it to *2 (your|fit|match|suit|sound)|"
     "this *1 to *2 (your|fit|match|suit|sound)|this *1 (as|before sending)|it (as|before sending))",
     remark},
    {"(would you like|do you want|want|if you'd like|if you would like|if you want|happy to) (me to)? "
     "(make|adjust|tailor|tweak|rewrite|shorten|soften|polish|refine|revise|rephrase|expand|change) *6 "
     "(formal|casual|shorter|longer|concise|warmer|friendlier|tone|note|email|e-mail|message|letter|version|versions|"
     "personal|enthusiastic|confident|conversational|wording)",
     remark},
    {"i (can|could) (also)? (make|adjust|tailor|tweak|rewrite|rephrase) (it|this|the *1) *4 "
     "(formal|casual|concise|warmer|friendlier|enthusiastic|conversational|wording|tone)",
     remark},
    {"(would you like|if you'd like|if you would like|if you want|if you prefer|if you need) (a|another) "
     "(shorter|longer|warmer|different|alternative|formal|casual|more *1) *1 "
     "(version|draft|one|option|variant)",
     remark},
    {"(this|the) (version|draft|rewrite|revision|email|note|message) *4 (keeps|keeping|maintains|maintaining|preserves|"
     "conveys|highlights|reflects) your *1 (tone|voice|points|point|enthusiasm|message|interest|original|meaning)",
     remark},
    {"as (an|a) (ai|large|language) (language|model|assistant)", remark},
    {"(replace|fill in|fill out|complete) (the|any|all) *2 (placeholders|placeholder|brackets|bracketed)", remark},
    {"^ (would you like|do you want|want) me to", remark_below},
    {"^ let me know if you (would|'d) (like|prefer) (me|a|any|it|this|to|changes)", remark_below},
    {"^ (this|the) (version|draft|rewrite|revision) *", remark_below},
    {"^ (feel free|i kept|i've kept|i made|i tried|i focused|i hope this)", remark_below},
};

Finding& report(Findings& findings, Span span) {
  return findings.add(span,
                      "This looks left over from the draft that the note was made of. Take it out, or the reader will "
                      "wonder who wrote the rest.");
}

/// Deletes a block of its own with the blank lines below it.
Fix erase_block_fix(const Context& context, Span span) {
  const std::string& text = context.note.text();
  while (span.end < text.size() && std::string_view(" \t\r\n").find(text[span.end]) != std::string_view::npos)
    ++span.end;
  Fix fix;
  fix.title = "Delete it";
  fix.kind = FixKind::erase;
  fix.preferred = true;
  fix.edits.push_back({span, "", ""});
  return fix;
}

std::string_view first_line(std::string_view block) { return trim(block.substr(0, block.find('\n'))); }

/// "Subject: ...", with the emphasis that chat windows put around it.
bool is_subject_line(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of("*# "), line.size()));
  return starts_with_folded(line, "subject:") || starts_with_folded(line, "subject line:");
}

void look_above(const Context& context, Findings& findings) {
  const Note& note = context.note;
  if (!note.greeting()) return;
  for (const Part& part : note.parts()) {
    if (part.kind != PartKind::heading || part.span.end > note.greeting()->span.begin) continue;
    const std::string_view text = note.text(part.span);
    const bool subject = is_subject_line(first_line(text));
    if (!subject && !leads_in_draft(text)) continue;
    // A text file has no other place for the subject than its first line.
    if (subject && note.format() == Format::plaintext && trim(note.text({0, part.span.begin})).empty()) continue;
    const Span span = subject ? Span{part.span.begin, part.span.begin + first_line(text).size()} : part.span;
    report(findings, span).fixes.push_back(erase_block_fix(context, span));
  }
}

bool is_second_salutation(std::string_view line) {
  if (!line.ends_with(",") && !line.ends_with(":") && !line.ends_with("!")) return false;
  bool opens = false;
  for (std::string_view opener : {"dear ", "hi ", "hello "}) opens = opens || starts_with_folded(line, opener);
  return opens && find_greeting(line).size() == line.size();
}

void look_through(const Context& context, const Paragraph& paragraph, Findings& findings) {
  const std::string_view text = paragraph.content->text;
  if (text.empty() || paragraph.list_item) return;
  const std::string_view line = first_line(text);
  const bool second = context.note.greeting() && is_second_salutation(line);
  if (!second && !is_subject_line(line)) return;
  const Span span = Span{0, line.size()}.shifted(paragraph.span.begin);
  report(findings, span).fixes.push_back(erase_block_fix(context, span));
}

void check(const Context& context, Findings& findings) {
  look_above(context, findings);
  for (const Paragraph& paragraph : context.note.paragraphs()) {
    look_through(context, paragraph, findings);
    if (context.note.format() == Format::mail) report_raw_markup(paragraph, findings);
  }
  std::optional<std::size_t> last;
  for (const FoundPhrase& hit : context.hits()) {
    const BodySentence& sentence = context.sentences[hit.sentence];
    const bool below = sentence.paragraph->postscript && !opens_postscript(sentence.paragraph->content->text);
    if (hit.quoted || hit.sentence == last || (hit.tag == remark_below && !below)) continue;
    last = hit.sentence;
    report(findings, sentence.span()).fixes.push_back(erase_sentence_fix(context, hit.sentence, "Delete it"));
  }
}

}  // namespace

const Rule paste_left_rule{
    .id = "paste-left",
    .summary = "Something of a pasted draft is left in the note.",
    .why =
        "A subject line in the body, a second salutation, an assistant's remark or raw markup in a mail shows that the "
        "note was pasted and not read again. What follows is then taken for somebody else's words.",
    .severity = always(Severity::warning),
    .sources = "D",
    .fix = "Deletes it, or writes the markup out.",
    .bad = bad,
    .good = good,
    .patterns = patterns,
    .check = check,
    .any_language = true,
};

}  // namespace afterword
