#include "rules/checks/harm.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "rules/checks/places.h"

namespace afterword {

namespace {

/// From these log odds on a sentence counts as doing harm, in the order of Flaw: chosen on files that training did not
/// see, so that about nine of ten such findings are right. The less common a flaw is in notes, the surer it must be.
constexpr std::array<float, flaw_count> sure = {
    -0.8f,  // gift
    -1.7f,  // desk-delivery
    -0.8f,  // written-ahead
    -1.1f,  // flattery
    -0.7f,  // pressure
    -1.1f,  // apology
    -0.6f,  // negativity
    -1.1f,  // pay-talk
    -0.6f,  // presumption
    -0.4f,  // self-centred
    -1.1f,  // promise
};

bool is_quoted(const BodySentence& sentence) {
  const auto words = sentence.words();
  return std::all_of(words.begin(), words.end(), [](const Word& word) { return word.is(in_quotes); });
}

constexpr Roles wanted{Role::thanks, Role::callback, Role::vague,     Role::interest,
                       Role::fit,    Role::addition, Role::next_step, Role::offer};

/// Those that the model gives these log odds or more; see sentences_doing().
std::vector<std::size_t> sentences_from(const Context& context, Flaw flaw, float least) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < context.sentences.size(); ++i) {
    const BodySentence& sentence = context.sentences[i];
    if (sentence.speaks_for(flaw) < least) continue;
    if (!is_quoted(sentence) && !is_open(context, sentence)) found.push_back(i);
  }
  return found;
}

}  // namespace

std::vector<std::size_t> sentences_doing(const Context& context, Flaw flaw) {
  return sentences_from(context, flaw, sure[static_cast<std::size_t>(flaw)]);
}

std::vector<std::size_t> sentences_surely_doing(const Context& context, Flaw flaw) {
  constexpr float even = 0;
  return sentences_from(context, flaw, even);
}

std::vector<SentenceHits> harm_by_either(const Context& context, Flaw flaw, const std::vector<SentenceHits>& found,
                                         bool (*show)(const SentenceHits&),
                                         bool (*excepted)(const Context&, const SentenceHits&)) {
  std::vector<SentenceHits> harm;
  std::copy_if(found.begin(), found.end(), std::back_inserter(harm), show);
  for (const std::size_t sentence : sentences_surely_doing(context, flaw)) {
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

void offer_deletion(const Context& context, std::size_t sentence, std::string title, Finding& finding) {
  if (holds_more(context, sentence)) return;
  finding.fixes.push_back(erase_sentence_fix(context, sentence, std::move(title)));
  finding.unnecessary = true;
}

}  // namespace afterword
