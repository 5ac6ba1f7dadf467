#include <algorithm>
#include <string>
#include <string_view>

#include "rules/checks/around.h"
#include "rules/checks/checks.h"
#include "rules/checks/shouted_words.h"
#include "rules/engine/context.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nI [[REALLY]] liked the press.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nI really liked the press.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\n[[THANK YOU SO MUCH]] for the tour.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nThank you so much for the tour.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nIt was the [[BEST TEAM]] that I have met, in ISO terms too.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nIt was the best team that I have met, in ISO terms too.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nThe rollers [[DON'T]] move.\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nThe rollers don't move.\n"},
};
constexpr std::string_view good[] = {
    "---\nkind: interview\n---\n\nDear Dana,\n\nThe JSON goes over HTTPS to NASA, and SOLAS asks for HACCP.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nRun EXPLAIN ANALYZE SELECT on it WHERE the key is NULL, ALWAYS "
    "first.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nYour door says \"NEVER LOCK\", and the shelf says DONE.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThe RFC says that a client MUST answer.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThe NICE rules and the REST calls are both SAFE ones.\n",
    "---\nkind: interview\n---\n\n# THANK YOU\n\nDear Dana,\n\nMs. OKAFOR and Peter LOVE were at the press.\n",
};

template <std::size_t n>
bool holds(const std::array<std::string_view, n>& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

/// Words in capitals side by side, each of them plain English; indices into the sentence's words, the last excluded.
struct Run {
  std::size_t first = 0, last = 0;
  std::size_t long_words = 0;  ///< of four letters or more
  bool sure = false;
  bool plain = false;  ///< one is a word that only a sentence has: NOT, THE, YOU

  bool shouts() const {
    return sure ? long_words > 0 : long_words >= 2 || (plain && long_words > 0 && last > first + 1);
  }
};

class Capitals {
 public:
  Capitals(const Context& context, const BodySentence& sentence)
      : context_(context), words_(sentence.words()), base_(sentence.paragraph->span.begin) {}

  bool any_capitals() const {
    return std::any_of(words_.begin(), words_.end(), [](const Word& word) { return word.is(all_capitals); });
  }

  /// Queries and standards have words of their own in capitals.
  bool is_of_code() const {
    return std::any_of(words_.begin(), words_.end(), [&](const Word& word) {
      const std::string_view text = written(word);
      if (word.is(all_capitals))
        return is_one_of(
            text, {"SELECT", "INSERT", "UPDATE", "DELETE", "EXPLAIN", "ANALYZE",  "VACUUM", "JOIN",  "WHERE", "HAVING",
                   "GROUP",  "CREATE", "ALTER",  "TABLE",  "INDEX",   "BEGIN",    "COMMIT", "RFC",   "RFCs",  "GOTO",
                   "THEN",   "ELSE",   "ENDIF",  "NULL",   "CASCADE", "DISTINCT", "UNION",  "VALUES"});
      return is_one_of(text, {"keyword", "keywords", "spec", "specification", "clause", "RFCs"});
    });
  }

  /// The next run from word `at` on; `first` is the sentence's end where there is none.
  Run next(std::size_t at) const {
    Run run;
    for (run.first = at; run.first < words_.size(); ++run.first) {
      run.last = run.first;
      run.long_words = 0;
      run.sure = run.plain = false;
      while (run.last < words_.size() && take(run, run.last)) {
      }
      if (run.last > run.first) return run;
    }
    return run;
  }

  std::size_t size() const { return words_.size(); }
  Span span(const Run& run) const { return Span{words_[run.first].begin, words_[run.last - 1].end}.shifted(base_); }
  bool opens(const Run& run) const { return words_[run.first].is(sentence_start); }

  /// "Peter LOVE", "USA TODAY", "BEST WESTERN": half of a name.
  bool may_be_name(const Run& run) const {
    if (run.last != run.first + 1) return false;
    if (run.last < words_.size() && words_[run.last].is(all_capitals) && !words_[run.last].is(after_comma)) return true;
    if (run.first == 0) return false;
    const Word& before = words_[run.first - 1];
    if (before.is(all_capitals)) return !words_[run.first].is(after_comma);
    return before.is(capitalised) && !before.is(sentence_start) && before.end - before.begin > 1 &&
           !words_[run.first].is(after_comma);
  }

 private:
  std::string_view written(const Word& word) const { return context_.text(word.span().shifted(base_)); }

  /// Adds the word at `at`, with the contraction joined to it, to the run; false where it is none of ours.
  bool take(Run& run, std::size_t& at) const {
    const Word& word = words_[at];
    if (word.kind != WordKind::word || word.is(in_quotes) || word.is(has_inner_mark)) return false;
    if (at > run.first && word.is(after_comma)) return false;
    const bool joined = at + 1 < words_.size() && words_[at + 1].begin == word.end;
    const bool pronoun =
        at > run.first && written(word) == "I" && at + 1 < words_.size() && words_[at + 1].is(all_capitals);
    if (!word.is(all_capitals) && !pronoun) return false;
    if (word.end < context_.note.text().size() &&
        std::string_view("_-/=(:").find(context_.note.text()[word.end + base_]) != std::string_view::npos)
      return false;
    const std::string folded = fold(written(word));
    if (joined) {
      const std::string_view ending = written(words_[at + 1]);
      if (ending != "N'T" && ending != "N\xE2\x80\x99T") return false;
      run.sure = true;
      ++run.long_words;
      at += 2;
      return true;
    }
    const bool sure = holds(surely_shouted, folded);
    if (!sure && !holds(shouted_in_company, folded) && !(folded.size() > 6 && folded.ends_with("ly"))) return false;
    run.sure = run.sure || sure || folded.ends_with("lly");
    run.plain = run.plain || is_one_of(folded, {"not", "so", "too", "you", "my", "the", "was", "are", "very"});
    run.long_words += folded.size() >= 4 ? 1 : 0;
    ++at;
    return true;
  }

  const Context& context_;
  std::span<const Word> words_;
  std::size_t base_;
};

std::string lowered(std::string_view shouted, bool opens) {
  std::string text = fold(shouted);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool alone = text[i] == 'i' && (i == 0 || text[i - 1] == ' ') && (i + 1 == text.size() || text[i + 1] == ' ');
    if (alone || (opens && i == 0 && text[i] >= 'a' && text[i] <= 'z'))
      text[i] = static_cast<char>(text[i] - 'a' + 'A');
  }
  for (std::string_view day : {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
    if (auto at = text.find(day); at != std::string::npos) text[at] = static_cast<char>(text[at] - 'a' + 'A');
  return text;
}

void report(const Context& context, Findings& findings, Span span, bool opens) {
  const std::string written(context.text(span));
  Finding& finding =
      findings.add(span, "Capitals read as a raised voice. In small letters the words are heard just as well.");
  std::string instead = lowered(written, opens);
  Fix fix;
  fix.title = "Write \"" + instead + "\"";
  fix.preferred = true;
  fix.edits.push_back({span, std::move(instead), ""});
  finding.fixes.push_back(std::move(fix));
}

void check(const Context& context, Findings& findings) {
  for (const BodySentence& one : context.sentences) {
    if (!one.paragraph->content->has_capitals) continue;
    const Capitals sentence(context, one);
    if (!sentence.any_capitals() || sentence.is_of_code()) continue;
    for (Run run = sentence.next(0); run.first < sentence.size(); run = sentence.next(run.last)) {
      if (!run.shouts() || sentence.may_be_name(run)) continue;
      const Span span = sentence.span(run);
      if (!context.note.is_unfinished(span.end)) report(context, findings, span, sentence.opens(run));
    }
  }
}

}  // namespace

const Rule shouting_rule{
    .id = "shouting",
    .summary = "A plain word is written in capitals.",
    .why =
        "On a screen capitals are a shout. Weight comes from the place of a word and from what stands beside it: a "
        "number, a name, an example.",
    .severity = always(Severity::hint),
    .sources = "D",
    .fix = "Writes it in small letters.",
    .bad = bad,
    .good = good,
    .patterns = {},
    .check = check,
    .any_language = false,
};

}  // namespace afterword
