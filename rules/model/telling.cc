#include "rules/model/telling.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "rules/note/paragraph.h"
#include "rules/note/roles.h"

namespace afterword {

namespace {

constexpr std::size_t most_words = 60, most_runs = 3;
/// A word tells something from this many log odds on, and from this share of what the strongest one does.
constexpr float least_fall = 0.4f, least_share = 0.3f;

struct Weighed {
  Span span;
  float fall = 0;  ///< of the score, in log odds, without it
};

float score(std::string_view sentence, Flaw flaw, const Reader& reader) {
  const auto read = read_paragraph(sentence, false, Format::plaintext, reader, nullptr);
  float highest = -8;  // what as_score() can hold
  for (const SentenceCues& cues : read->cues)
    highest = std::max(highest, log_odds(cues.scores[role_count + static_cast<std::size_t>(flaw)]));
  return highest;
}

/// Words side by side are read as one: "my first day".
std::vector<Weighed> runs_of(const std::vector<Weighed>& words, float least) {
  std::vector<Weighed> runs;
  bool joined = false;
  for (const Weighed& word : words) {
    if (word.fall < least) {
      joined = false;
    } else if (joined) {
      runs.back().span.end = word.span.end;
      runs.back().fall += word.fall;
    } else {
      runs.push_back(word);
      joined = true;
    }
  }
  return runs;
}

}  // namespace

std::vector<Span> telling_words(std::string_view sentence, Flaw flaw, const Reader& reader) {
  const auto read = read_paragraph(sentence, false, Format::plaintext, reader, nullptr);
  if (read->words.empty() || read->words.size() > most_words) return {};
  const float whole = score(sentence, flaw, reader);
  std::vector<Weighed> words;
  for (const Word& word : read->words) {
    std::string without(sentence.substr(0, word.begin));
    without += sentence.substr(word.end);
    words.push_back({word.span(), whole - score(without, flaw, reader)});
  }
  const auto strongest =
      std::max_element(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.fall < b.fall; });
  std::vector<Weighed> runs = runs_of(words, std::max(least_fall, strongest->fall * least_share));
  std::stable_sort(runs.begin(), runs.end(), [](const auto& a, const auto& b) { return a.fall > b.fall; });
  if (runs.size() > most_runs) runs.resize(most_runs);
  std::vector<Span> spans;
  std::transform(runs.begin(), runs.end(), std::back_inserter(spans), [](const Weighed& run) { return run.span; });
  std::sort(spans.begin(), spans.end(), [](Span a, Span b) { return a.begin < b.begin; });
  return spans;
}

std::string telling_line(const Note& note, Span span, std::string_view rule, const Reader& reader) {
  const auto flaw = flaw_named(rule);
  if (!flaw) return {};
  for (const Paragraph& paragraph : note.paragraphs()) {
    for (const Sentence& each : paragraph.content->sentences) {
      const Span sentence = each.span.shifted(paragraph.span.begin);
      if (!sentence.overlaps(span)) continue;
      std::string line;
      for (const Span telling : telling_words(note.text(sentence), *flaw, reader)) {
        std::string words(note.text(telling.shifted(sentence.begin)));
        std::erase_if(words, [](char c) { return std::string_view("*_`[]<>\\").find(c) != std::string_view::npos; });
        line += (line.empty() ? "*Weighs most here:* \"" : ", \"") + words + "\"";
      }
      return line;
    }
  }
  return {};
}

}  // namespace afterword
