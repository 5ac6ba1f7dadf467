#include "rules/checks/harm.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>
#include <vector>

#include "rules/checks/places.h"

namespace afterword {

namespace {

/// From these log odds on a sentence counts where a pattern of the rule stands in it as well.
constexpr float sure_with_pattern = -2.5f;
/// Under these odds, one in a hundred, a pattern is mistaken: it has met words of harm in a sentence that does none. Of
/// sentences that do harm, by hands that training had not seen, four of a hundred score as low, of others over ninety.
constexpr float all_but_denied = -4.5f;

/// From which score on each sentence counts, by the patterns of the running rule that stand in it.
std::vector<float> thresholds(const Context& context, float alone) {
  std::vector<float> least(context.sentences.size(), alone);
  for (const FoundPhrase& hit : context.hits())
    if (!hit.quoted && hit.tag != speaks_against)
      least[hit.sentence] = std::min(least[hit.sentence], hit.tag == beyond_doubt ? all_but_denied : sure_with_pattern);
  for (const FoundPhrase& hit : context.hits())
    if (hit.tag == speaks_against) least[hit.sentence] = alone;
  return least;
}

/// A sentence that surely does one harm reads a little like others: where they fall this far behind they are not meant.
constexpr float near_strongest = 2.5f;

float strongest(const Context& context, std::size_t sentence) {
  float most = -100;
  for (std::size_t i = 0; i < flaw_count; ++i)
    most = std::max(most, context.sentences[sentence].speaks_for(static_cast<Flaw>(i)));
  return most;
}

bool is_quoted(const BodySentence& sentence) {
  const auto words = sentence.words();
  return std::all_of(words.begin(), words.end(), [](const Word& word) { return word.is(in_quotes); });
}

constexpr Roles wanted{Role::thanks, Role::callback, Role::vague,     Role::interest,
                       Role::fit,    Role::addition, Role::next_step, Role::offer};

/// Those that the model gives as many log odds as `least` says of their index, or more; see sentences_doing().
template <typename Least>
std::vector<std::size_t> sentences_from(const Context& context, Flaw flaw, Least least) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < context.sentences.size(); ++i) {
    const BodySentence& sentence = context.sentences[i];
    if (sentence.speaks_for(flaw) < least(i)) continue;
    if (!is_quoted(sentence) && !is_open(context, sentence)) found.push_back(i);
  }
  return found;
}

}  // namespace

std::vector<std::size_t> sentences_doing(const Context& context, Flaw flaw) {
  return sentences_from(context, flaw,
                        [&](std::size_t i) { return std::max(sure_of(flaw), strongest(context, i) - near_strongest); });
}

std::vector<std::size_t> sentences_doing_by_patterns(const Context& context, Flaw flaw) {
  const std::vector<float> least = thresholds(context, sure_of(flaw));
  return sentences_from(context, flaw, [&](std::size_t i) { return least[i]; });
}

std::vector<SentenceHits> harm_by_either(const Context& context, Flaw flaw, const std::vector<SentenceHits>& found,
                                         bool (*show)(const SentenceHits&),
                                         bool (*excepted)(const Context&, const SentenceHits&)) {
  std::vector<SentenceHits> harm;
  std::copy_if(found.begin(), found.end(), std::back_inserter(harm), [&](const SentenceHits& one) {
    return show(one) && context.sentences[one.sentence].speaks_for(flaw) >= all_but_denied;
  });
  for (const std::size_t sentence : sentences_doing(context, flaw)) {
    SentenceHits one = hits_of(found, sentence);
    if (show(one) || excepted(context, one)) continue;
    one.span = context.sentences[sentence].span();
    harm.push_back(one);
  }
  std::sort(harm.begin(), harm.end(),
            [](const SentenceHits& a, const SentenceHits& b) { return a.sentence < b.sentence; });
  return harm;
}

bool holds_more(const Context& context, std::size_t sentence) {
  return context.sentences[sentence].roles.any_of(wanted);
}

Fix erase_opening_fix(const Context& context, Span span, std::string title) {
  Fix fix;
  fix.title = std::move(title);
  fix.kind = FixKind::erase;
  const char next = context.note.text()[span.end];
  if (next >= 'a' && next <= 'z')
    fix.edits.push_back({{span.begin, span.end + 1}, std::string(1, static_cast<char>(next - 'a' + 'A')), ""});
  else
    fix.edits.push_back({span, "", ""});
  return fix;
}

void offer_deletion(const Context& context, std::size_t sentence, std::string title, Finding& finding) {
  if (holds_more(context, sentence)) return;
  finding.fixes.push_back(erase_sentence_fix(context, sentence, std::move(title)));
  finding.unnecessary = true;
}

}  // namespace afterword
