#include <algorithm>
#include <array>

#include "rules/checks/around.h"
#include "rules/checks/checks.h"
#include "rules/engine/context.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nThank [[you you]] for the tour of the kiln.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for the tour of the kiln.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nAll of the pumps [[are are]] worth a second look.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nAll of the pumps are worth a second look.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for [[the the]] tour.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nThank you for the tour.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\n[[You you]] asked about the second press.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nYou asked about the second press.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nI will bring it [[to\nto]] the yard.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nI will bring it to the yard.\n"},
};
constexpr std::string_view good[] = {
    "---\nkind: interview\n---\n\nDear Dana,\n\nThose who can can bend it; I handed it over over lunch.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nHe had had enough, and I knew that that was so.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nIt was very, very loud, and then it was so so quiet.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThe town is called Baden Baden, the step cha cha.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nWhat it is, is a plate. A plate holds ink.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nWhat took longest was was the drying. I gave her her keys.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nWe moved on on Tuesday, as I promised you you would.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThe plates came in in March, and I logged in in Turin.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nYour parser drops \"the the\" from each line.\n",
};

/// Words that English does say twice.
constexpr auto doubled = std::to_array<std::string_view>(
    {"blah",  "bye", "cha", "chop",  "ha",     "had", "hush", "knock", "long", "many", "more", "much", "never",
     "night", "no",  "now", "quite", "really", "so",  "that", "there", "tut",  "very", "well", "win",  "yes"});

/// "logged in", "carry on": what stands before a particle that belongs to it. No list holds all of them, but most end
/// so.
bool takes_particle(std::string_view word) {
  if (word.size() > 4 && (word.ends_with("ed") || word.ends_with("ing"))) return true;
  return is_one_of(word,
                   {"break", "bring", "broke", "brought", "build", "built", "call", "came",  "carry", "check",  "come",
                    "dial",  "drop",  "fill",  "gave",    "get",   "give",  "go",   "goes",  "gone",  "got",    "hand",
                    "held",  "hold",  "join",  "keep",    "kept",  "lay",   "live", "log",   "met",   "meet",   "look",
                    "ask",   "made",  "make",  "mix",     "move",  "pass",  "pay",  "plug",  "put",   "ran",    "ring",
                    "run",   "sat",   "set",   "settle",  "shut",  "sign",  "sit",  "stay",  "step",  "switch", "take",
                    "taken", "took",  "turn",  "tune",    "walk",  "went",  "work", "write", "wrote"});
}

bool is_particle(std::string_view word) {
  return is_one_of(word, {"in", "on", "over", "up", "out", "by", "off", "for", "with"});
}
bool is_doubled_verb(std::string_view word) {
  return is_one_of(word, {"is", "was", "are", "were", "do", "does", "did", "can", "will", "has", "have"});
}

/// Twice the same word, each with work of its own: "logged in in March", "gave her her book", "What it was was".
bool stands_twice_rightly(std::span<const Word> words, std::size_t second, std::string_view text) {
  const auto folded = [&](std::size_t i) {
    return i < words.size() ? fold(text.substr(words[i].begin, words[i].end - words[i].begin)) : std::string();
  };
  const std::string word = folded(second), after = folded(second + 1);
  const std::string before = second >= 2 ? folded(second - 2) : std::string();
  if (word == "you")
    return second >= 2 && before != "thank" &&
           is_one_of(after, {"would", "could", "should", "will", "can", "had", "have", "were", "are", "might"});
  if (word == "her")
    return !after.empty() &&
           is_one_of(before, {"gave", "give", "lent", "sent", "showed", "handed", "brought", "returned", "paid",
                              "taught", "told", "offered", "ask", "asked", "tell", "show", "bring", "send"});
  if (is_particle(word)) return is_one_of(before, {"it", "them", "me", "us", "him"}) || takes_particle(before);
  // "What it was was", "All that you do do"
  const auto opens = [&](std::size_t i) {
    return is_one_of(folded(i), {"what", "whatever", "whoever", "those", "everything"}) ||
           (folded(i) == "all" && is_one_of(folded(i + 1), {"that", "you", "we", "i", "they", "he", "she"}));
  };
  if (!is_doubled_verb(word)) return false;
  for (std::size_t i = 0; i + 1 < second; ++i)
    if (opens(i)) return true;
  return false;
}

void check(const Context& context, Findings& findings) {
  for (const BodySentence& sentence : context.sentences) {
    if (!sentence.paragraph->content->has_repeat) continue;
    auto words = sentence.words();
    std::size_t base = sentence.paragraph->span.begin;
    const std::string& text = sentence.paragraph->content->text;
    for (std::size_t i = 1; i < words.size(); ++i) {
      const Word &first = words[i - 1], &second = words[i];
      if (first.end - first.begin != second.end - second.begin || first.form != second.form) continue;
      if (first.kind != WordKind::word || second.kind != WordKind::word || second.is(after_comma)) continue;
      auto written = [&](const Word& word) { return std::string_view(text).substr(word.begin, word.end - word.begin); };
      if (!equal_folded(written(first), written(second))) continue;
      if (trim(std::string_view(text).substr(first.end, second.begin - first.end)) != "" || second.begin == first.end)
        continue;
      const bool opens = first.is(sentence_start) && second.form != 0;  // "The The press", but "Baden Baden"
      if ((second.is(capitalised) && !opens) || !is_letter(code_point_at(written(second), 0).point))
        continue;  // a name: Baden Baden
      if (std::find(doubled.begin(), doubled.end(), fold(written(second))) != doubled.end()) continue;
      if ((first.is(in_quotes) && second.is(in_quotes)) || stands_twice_rightly(words, i, text)) continue;
      Span span = Span{first.begin, second.end}.shifted(base);
      if (context.note.is_unfinished(span.end)) continue;  // "in the the|ory"
      Finding& finding = findings.add(span, "\"" + std::string(written(second)) + "\" stands here twice. One will do.");
      Fix fix;
      fix.title = "Delete the second \"" + std::string(written(second)) + "\"";
      fix.kind = FixKind::erase;
      fix.preferred = true;
      // Both may be meant, in a sentence that nobody thought of: no tool deletes one unseen.
      const std::string word = fold(written(second));
      fix.safe = !is_particle(word) && !is_doubled_verb(word) && word != "her";
      fix.edits.push_back({Span{first.end, second.end}.shifted(base), "", ""});
      finding.fixes.push_back(std::move(fix));
    }
  }
}

}  // namespace

const Rule repeated_word_rule{
    .id = "repeated-word",
    .summary = "A word stands twice in a row.",
    .why =
        "A doubled word is what an edit leaves behind. It costs nothing to mend, and it is what a careful reader "
        "remembers.",
    .severity = always(Severity::warning),
    .sources = "D",
    .fix = "Deletes the second one.",
    .bad = bad,
    .good = good,
    .patterns = {},
    .check = check,
    .any_language = false,
};

}  // namespace afterword
