#include "rules/model/classifier.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "rules/model/weights.h"

namespace afterword::model {

namespace {

constexpr std::size_t long_from = 16, least_clause = 5;  // words

/// Whether a clause of its own begins with the word: behind a semicolon, colon, dash or bracket, or with "and I".
bool begins_clause(const SentenceView& sentence, std::size_t word) {
  const Word& first = sentence.words[word];
  const auto text = [&](std::size_t at) {
    const Word& one = sentence.words[at];
    return sentence.paragraph.substr(one.begin, one.end - one.begin);
  };
  constexpr auto links = std::to_array<std::string_view>({"and", "but", "so", "because", "where", "which", "as"});
  const bool joins = text(word) == "and" || text(word) == "but";
  if (!first.is(after_comma) && !joins) return false;
  const std::size_t before = sentence.words[word - 1].end;
  const std::string_view gap = sentence.paragraph.substr(before, first.begin - before);
  for (const std::string_view mark : {";", ":", "(", ")", " -", "\xE2\x80\x93", "\xE2\x80\x94"})
    if (gap.find(mark) != std::string_view::npos) return true;
  // The subject may stand there no more: "and would be pleased".
  constexpr auto own = std::to_array<std::string_view>(
      {"I", "my", "we", "our", "would", "want", "hope", "am", "will", "could", "can", "'d"});
  if (std::find(links.begin(), links.end(), text(word)) == links.end()) return false;
  return word + 1 < sentence.words.size() && std::find(own.begin(), own.end(), text(word + 1)) != own.end();
}

/// Two sentences in one, however short.
bool has_semicolon(const SentenceView& sentence) {
  const Span span = sentence.sentence.span;
  return sentence.paragraph.substr(span.begin, span.size()).find(';') != std::string_view::npos;
}

/// The clause of those words, as if it were a sentence. References `hits`.
SentenceView clause_of(const SentenceView& sentence, std::size_t first, std::size_t last, std::vector<Hit>& hits) {
  SentenceView clause = sentence;
  clause.words = sentence.words.subspan(first, last - first);
  clause.sentence.first_word = sentence.sentence.first_word + static_cast<std::uint32_t>(first);
  clause.sentence.last_word = sentence.sentence.first_word + static_cast<std::uint32_t>(last);
  clause.sentence.span = {clause.words.front().begin, clause.words.back().end};
  if (last < sentence.words.size()) clause.sentence.mark = 0;  // only the last one asks
  hits.clear();
  for (const Hit& hit : sentence.hits)
    if (hit.first_word >= clause.sentence.first_word && hit.last_word <= clause.sentence.last_word) hits.push_back(hit);
  clause.hits = hits;
  return clause;
}

}  // namespace

RoleScores ModelClassifier::read_clauses(const SentenceView& sentence, const Lexicon& lexicon) const {
  RoleScores best = no_scores;
  std::vector<Feature> features;
  std::vector<Hit> hits;
  std::size_t first = 0;
  for (std::size_t end = least_clause; end <= sentence.words.size(); ++end) {
    const std::size_t left = sentence.words.size() - end;
    if (left == 0 ? first == 0 : end < first + least_clause || left < least_clause || !begins_clause(sentence, end))
      continue;
    const SentenceView clause = clause_of(sentence, first, end, hits);
    first = end;
    features.clear();
    read_features(clause, cues_.read(clause, lexicon), model_.vocabulary(), lexicon, features);
    const Scores scores = model_.score(features);
    for (std::size_t role = 0; role < role_count; ++role) best[role] = std::max(best[role], scores[role]);
  }
  return best;
}

SentenceCues ModelClassifier::read(const SentenceView& sentence, const Lexicon& lexicon) const {
  SentenceCues cues = cues_.read(sentence, lexicon);
  thread_local std::vector<Feature> features;  // hundreds a sentence: the memory is kept
  features.clear();
  const std::size_t plain = read_features(sentence, cues, model_.vocabulary(), lexicon, features);
  cues.scores = model_.score(features);
  cues.occasion = model_.occasion(std::span(features).first(plain));
  const bool parts = sentence.words.size() >= 2 * least_clause && has_semicolon(sentence);
  if (sentence.words.size() >= long_from || parts) cues.clauses = read_clauses(sentence, lexicon);
  return cues;
}

Decision ModelClassifier::decide(const SentenceCues& cues, const Place& place) const {
  Place here = place;
  here.refers_back = cues.refers_back;
  const auto chances = model_.chances(cues.scores, here);
  Decision made{roles_by(chances), chances, chances};
  for (const Role role : {Role::interest, Role::fit, Role::addition, Role::next_step, Role::offer}) {
    const auto i = static_cast<std::size_t>(role);
    made.at_most[i] = std::max(chances[i], chance_of(cues.clauses[i]));
  }
  // What stands in a blank is not known yet: the sentence recalls nothing, and it is not vague either.
  if (constexpr auto slot = std::uint64_t{1} << static_cast<unsigned>(Cue::slot); (cues.bits & slot) != 0) {
    for (const Role role : {Role::callback, Role::vague}) {
      made.roles.remove(role);
      made.chances[static_cast<std::size_t>(role)] = made.at_most[static_cast<std::size_t>(role)] = 0;
    }
    if (made.roles.empty()) made.roles.add(Role::other);
  }
  return made;
}

const ModelClassifier& ModelClassifier::standard() {
  static const Model model(weights());
  static const ModelClassifier made(CueClassifier::standard(), model);
  return made;
}

}  // namespace afterword::model
