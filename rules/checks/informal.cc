#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "rules/checks/around.h"
#include "rules/checks/chat_words.h"
#include "rules/checks/checks.h"
#include "rules/checks/emoticons.h"
#include "rules/checks/places.h"
#include "rules/engine/context.h"
#include "rules/note/characters.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text = "---\nkind: interview\n---\n\n[[Hey]] Dana,\n\nOne of the rollers is bent.\n",
     .fixed = "---\nkind: interview\n---\n\nHello Dana,\n\nOne of the rollers is bent.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\n[[Thx]] for the tour of the press.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nThanks for the tour of the press.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nI will ask [[u]] about the rollers on Monday.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nI will ask you about the rollers on Monday.\n"},
    {.text =
         "---\nkind: interview\n---\n\nDear Dana,\n\nThe ink was dry by noon[[, lol]]. One of the rollers is bent.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nThe ink was dry by noon. One of the rollers is bent.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nThe tea was strong [[:-)]] One of the rollers is bent.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nThe tea was strong. One of the rollers is bent.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nThe tea was strong. [[\xF0\x9F\x98\x80]]\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nThe tea was strong.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nI am [[gonna]] bring the drawing.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nI am going to bring the drawing.\n"},
};
constexpr std::string_view good[] = {
    "---\nkind: interview\n---\n\nHi Dana,\n\nYour crew hummed Hey Jude all day, and the mail was kept at HEY.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThe note on the press said \"thx, u r great :)\", signed by no one.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThe vectors u and v are swapped, and `lol` is a list of lists.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThe U-Bahn took an hour; at 10:30 (see the plan: a) I was there.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nYour table has a \xE2\x9C\x93 for each roller \xE2\x86\x92 all but "
    "one.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThe \xF0\x9F\x9A\x80 button in your release channel is a fine idea.\n",
};

constexpr auto patterns = chat_patterns();

/// "u" is a vector's name, a unit, a letter; between these words it is meant for the reader.
bool means_you(const Around& around) {
  return is_one_of(around.before(),
                   {"thank",   "thanks", "see",   "to",   "for",  "with", "if",   "when",  "what",  "that",   "as",
                    "how",     "than",   "do",    "are",  "r",    "can",  "did",  "will",  "would", "hope",   "know",
                    "love",    "miss",   "let",   "told", "gave", "show", "wish", "about", "could", "sure",   "ask",
                    "meeting", "seeing", "bless", "tell", "give", "send", "hear", "from",  "like",  "joining"}) ||
         is_one_of(around.after(),
                   {"are",   "r",     "have",    "were",   "asked", "said", "know", "can", "could",  "will",
                    "would", "want",  "need",    "told",   "guys",  "all",  "did",  "do",  "showed", "mentioned",
                    "gave",  "think", "thought", "should", "might", "may",  "'re",  "'ll", "'ve",    "n't"});
}

/// Other letters stand for things here, so this one may do so too.
bool names_letters(const Context& context, const BodySentence& sentence, const Word& letter) {
  constexpr std::ptrdiff_t reach = 20;  // words; a sentence without end must not cost its square
  const auto words = sentence.words();
  const Word* const end = words.data() + words.size();
  const Word* from = &letter - std::min(reach, &letter - words.data());
  for (const Word& word : std::span(from, &letter + std::min(reach, end - &letter))) {
    if (word.kind == WordKind::code) return true;
    if (word.end - word.begin != 1) continue;
    const char c = context.text(word.span().shifted(sentence.paragraph->span.begin))[0];
    if (c >= 'b' && c <= 'z' && c != 'i' && c != 'u' && c != 'r') return true;
  }
  return false;
}

/// "Hey" calls somebody: "Hey, one thing", "but hey, it held", "Hey there". Not the song, nor the mail service.
bool is_call(const Context& context, const Around& around, Span span) {
  if (context.text(span) == "HEY") return false;
  const std::string after = around.after();
  if (around.mark_after() && !around.closes())
    return context.text({span.end, span.end + 1}) != "-" && (around.opens() || around.mark_before() || after != "jude");
  return around.opens() && is_one_of(after, {"there", "again", "so", "all", "guys", "team", "folks", "just", "i"});
}

bool is_meant(const Context& context, const FoundPhrase& hit, const Word& word, const Around& around) {
  const ChatWord& chat = chat_words[hit.tag];
  if (word.is(all_capitals) && !chat.in_capitals) return false;
  if (word.is(capitalised) && !word.is(all_capitals) && !word.is(sentence_start) && chat.pattern != "u") return false;
  if (!chat.only_spoken) return true;
  if (chat.pattern == "hey") return is_call(context, around, hit.span);
  if (chat.pattern == "ya") return is_one_of(around.before(), {"see", "thank", "love", "to", "with", "for", "miss"});
  if (word.is(capitalised) && chat.pattern == "u")
    return is_one_of(around.before(), {"thank", "thanks", "see", "love", "miss"}) && !around.word_after();
  if (names_letters(context, context.sentences[hit.sentence], word)) return false;
  if (chat.pattern == "ur") return !is_one_of(around.before(), {"the", "of", "in", "at"});
  return means_you(around);
}

std::string as_written_at(std::string_view text, bool capital) {
  std::string made(text);
  if (capital && !made.empty() && made[0] >= 'a' && made[0] <= 'z') made[0] = static_cast<char>(made[0] - 'a' + 'A');
  return made;
}

/// The word with the comma or the blank that set it off. Where it opened the sentence, the next word does so now.
Fix leave_out(const Context& context, Span span, const Around& around, bool opens) {
  Fix fix;
  fix.title = "Delete it";
  fix.kind = FixKind::erase;
  const std::string& text = context.note.text();
  if (!opens || !around.word_after()) {
    fix.edits.push_back({span, "", ""});
    return fix;
  }
  const std::size_t next = around.span_after().begin;
  fix.edits.push_back({{span.begin, next + 1}, as_written_at(text.substr(next, 1), true), ""});
  return fix;
}

void say_plainly(const Context& context, Findings& findings, const FoundPhrase& hit, const Word& word,
                 const Around& around) {
  const ChatWord& chat = chat_words[hit.tag];
  const std::string& text = context.note.text();
  Span span = hit.span;
  const bool opens = word.is(sentence_start);
  std::string instead(chat.instead);
  if (chat.pattern == "gotta" && is_one_of(around.before(), {"'ve", "have", "'s", "has"})) instead = "got to";
  if (chat.pattern.starts_with("ty ")) {
    span.end = span.begin + 2;
    instead = "thank you";
  }
  if (instead.empty() && !opens) {
    while (span.begin > 0 && is_blank(static_cast<unsigned char>(text[span.begin - 1]))) --span.begin;
    if (span.begin > 0 && text[span.begin - 1] == ',')
      --span.begin;
    else if (text[span.end] == ',')  // "but hey, it held"
      ++span.end;
  }
  const std::string written(trim(context.text(hit.span)));
  Finding& finding = findings.add(
      span, chat.pattern == "hey"
                ? "\"" + written +
                      "\" is for friends. To a reader who hardly knows you the sentence speaks better "
                      "without it."
                : "\"" + written + "\" belongs in a chat. In a letter the plain word shows that you took the time.");
  Fix fix;
  if (instead.empty()) {
    fix = around.opens() && around.closes() ? erase_sentence_fix(context, hit.sentence, "Delete it")
                                            : leave_out(context, span, around, opens);
  } else {
    instead = as_written_at(instead, opens);
    fix.title = "Write \"" + instead + "\"";
    fix.edits.push_back({span, instead, ""});
  }
  fix.preferred = true;
  finding.fixes.push_back(std::move(fix));
}

void check_words(const Context& context, Findings& findings) {
  const auto hits = context.hits();
  std::size_t done = 0;  // bytes of the note that a finding covers
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const FoundPhrase& hit = hits[i];
    const auto covers = [&](const FoundPhrase& other) {
      return other.span.begin <= hit.span.begin && other.span.end >= hit.span.end &&
             other.span.size() > hit.span.size();
    };
    const bool part = std::any_of(hits.begin() + static_cast<std::ptrdiff_t>(i > 0 ? i - 1 : 0),
                                  hits.begin() + static_cast<std::ptrdiff_t>(std::min(hits.size(), i + 2)), covers);
    if (part || hit.quoted || hit.span.begin < done || context.note.is_unfinished(hit.span.end)) continue;
    const BodySentence& sentence = context.sentences[hit.sentence];
    const auto words = sentence.words();
    const auto word = std::partition_point(words.begin(), words.end(), [&](const Word& one) {
      return one.begin + sentence.paragraph->span.begin < hit.span.begin;
    });
    const Around around(context, hit.sentence, hit.span);
    if (word == words.end() || word->is(in_quotes) || !is_meant(context, hit, *word, around)) continue;
    say_plainly(context, findings, hit, *word, around);
    done = hit.span.end;
  }
}

void check_pictures(const Context& context, Findings& findings, std::string_view text, std::size_t base,
                    const ParagraphText* content, bool prose) {
  if (content && !content->has_sign) return;
  for (Span found = find_emoticon(text, 0); !found.empty(); found = find_emoticon(text, found.end)) {
    if (content && is_mentioned(*content, found)) continue;
    Finding& finding = findings.add(found.shifted(base),
                                    "A face or picture is read in many ways by somebody new. Let the words carry the "
                                    "warmth.");
    if (!context.fixes) continue;
    Fix fix;
    fix.title = "Delete it";
    fix.preferred = true;
    fix.edits.push_back(without_picture(text, base, found, prose));
    fix.kind = fix.edits[0].text.empty() ? FixKind::erase : FixKind::replace;
    finding.fixes.push_back(std::move(fix));
  }
}

void replace_word(Findings& findings, Span span, std::string_view written, std::string instead, std::string_view why) {
  Finding& finding = findings.add(span, "\"" + std::string(written) + "\" " + std::string(why));
  Fix fix;
  fix.title = "Write \"" + instead + "\"";
  fix.preferred = true;
  fix.edits.push_back({span, std::move(instead), ""});
  finding.fixes.push_back(std::move(fix));
}

void check_greeting(const Context& context, Findings& findings) {
  const Paragraph* greeting = context.note.greeting();
  if (!greeting) return;
  const ParagraphText& content = *greeting->content;
  if (!content.words.empty()) {
    const Span opener = content.words[0].span();
    const std::string_view written = std::string_view(content.text).substr(opener.begin, opener.size());
    if (equal_folded(written, "hey") || equal_folded(written, "yo") || equal_folded(written, "hiya") ||
        equal_folded(written, "heya") || equal_folded(written, "heyo"))
      replace_word(findings, opener.shifted(greeting->span.begin), written, "Hello",
                   "is for friends. \"Hello\" or \"Dear\" fits a reader who hardly knows you.");
  }
  check_pictures(context, findings, content.text, greeting->span.begin, &content, false);
}

void check_closing(const Context& context, Findings& findings) {
  for (const Part& part : context.note.parts()) {
    if (part.kind != PartKind::sign_off && part.kind != PartKind::signature) continue;
    const std::string_view text = context.text(part.span);
    if (part.kind == PartKind::sign_off && starts_with_folded(text, "thx"))
      replace_word(findings, {part.span.begin, part.span.begin + 3}, text.substr(0, 3), "Thanks",
                   "belongs in a chat. In a letter the plain word shows that you took the time.");
    check_pictures(context, findings, text, part.span.begin, nullptr, false);
  }
}

void check(const Context& context, Findings& findings) {
  check_greeting(context, findings);
  check_words(context, findings);
  for (const Paragraph& paragraph : context.note.paragraphs())
    check_pictures(context, findings, paragraph.content->text, paragraph.span.begin, paragraph.content.get(), true);
  check_closing(context, findings);
}

}  // namespace

const Rule informal_rule{
    .id = "informal",
    .summary = "A word or sign belongs in a chat.",
    .why =
        "Between friends shorthand and smileys are warm. From a stranger who wants a job they look as if the note was "
        "typed in passing; the plain word costs two letters more.",
    .severity = always(Severity::information),
    .sources = "S3, D",
    .fix = "Puts the plain word in its place, or deletes the sign.",
    .bad = bad,
    .good = good,
    .patterns = patterns,
    .check = check,
    .any_language = false,
};

}  // namespace afterword
