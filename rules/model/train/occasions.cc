#include "rules/model/train/occasions.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <random>
#include <stdexcept>

#include "rules/model/train/rows.h"

namespace afterword::model {

namespace {

// Chosen by leaving out whole files of letters.
constexpr int epochs = 10;
constexpr float rate = 1.0f, decay = 1e-4f;
/// A body teaches the kind as a letter does; of being a note it teaches little, having no counterpart.
constexpr float body_part = 0.1f, letter_part = 2;

/// The plain features of each sentence, so that each sentence and each letter weighs by the root of its length.
std::vector<OccasionFeature> weighed(const std::vector<std::vector<std::uint32_t>>& sentences) {
  std::vector<OccasionFeature> made;
  for (const auto& rows : sentences)
    for (const std::uint32_t row : rows)
      made.push_back({row, 1 / std::sqrt(static_cast<float>(rows.size() * sentences.size()))});
  return made;
}

std::vector<std::uint32_t> rows_of(std::span<const Feature> plain) {
  std::vector<std::uint32_t> rows;
  std::transform(plain.begin(), plain.end(), std::back_inserter(rows), occasion_row);
  return rows;
}

Lanes scores_of(const Weights& rows, const Letter& letter) {
  Lanes sum{};
  for (const OccasionFeature& feature : letter.features)
    for (std::size_t i = 0; i < occasion_count; ++i) sum[i] += feature.times * rows.value[feature.row][i];
  return sum;
}

void learn(Weights& rows, const Letter& letter) {
  const Lanes sum = scores_of(rows, letter);
  Lanes wrong{};
  if (letter.kind)
    for (std::size_t i = 0; i < kind_count; ++i)
      wrong[i] = logistic(sum[i]) - (static_cast<std::size_t>(*letter.kind) == i ? 1.0f : 0.0f);
  wrong[being_a_note] =
      (letter.whole ? letter_part : body_part) * (logistic(sum[being_a_note]) - (letter.kind ? 1.0f : 0.0f));
  float squares = 0;
  for (const float one : wrong) squares += one * one;
  for (const OccasionFeature& feature : letter.features)
    rows.move(feature.row, wrong, feature.times, squares, rate, decay);
}

}  // namespace

std::vector<Letter> read_letters(const std::filesystem::path& path, const Vocabulary& vocabulary) {
  std::vector<Letter> made;
  const std::string text = read_text(path);
  for (std::size_t at = text.starts_with("@@ ") ? 0 : text.size(); at < text.size();) {
    const std::size_t head_end = text.find('\n', at), next = text.find("\n@@ ", at);
    const std::string_view head = std::string_view(text).substr(at + 3, head_end - at - 3);
    const std::string_view name = head.substr(0, head.find(' '));
    const std::size_t end = next == text.npos ? text.size() : next + 1;
    Letter& letter = made.emplace_back();
    letter.kind = kind_named(name);
    if (!letter.kind && name != "none")
      throw std::runtime_error(path.string() + ": there is no kind '" + std::string(name) + "'");
    std::vector<std::vector<std::uint32_t>> sentences;
    letter.sentences =
        sentences_of(text.substr(head_end + 1, end - head_end - 1), letter.kind.value_or(Kind::interview), vocabulary);
    for (const Example& sentence : letter.sentences)
      sentences.push_back(rows_of(std::span(sentence.features).first(sentence.plain)));
    letter.features = weighed(sentences);
    if (!letter.kind) letter.sentences.clear();
    at = end;
  }
  return made;
}

std::vector<Letter> bodies_of(const LabelledFile& file) {
  std::vector<Letter> made;
  std::vector<std::vector<std::uint32_t>> sentences;
  for (const Example& example : file.examples) {
    if (!example.in_body) continue;
    sentences.push_back(rows_of(std::span(example.features).first(example.plain)));
    if (example.index + 1 < example.count) continue;
    made.push_back({weighed(sentences), example.kind, {}, false});
    sentences.clear();
  }
  return made;
}

OccasionRows learn_occasions(std::span<const Letter> letters) {
  std::vector<const Letter*> order;
  for (const Letter& letter : letters) order.push_back(&letter);
  std::vector<std::uint32_t> met(occasion_row_count);
  for (const Letter* letter : order)
    for (const OccasionFeature& feature : letter->features) ++met[feature.row];
  Weights rows(occasion_row_count);
  std::mt19937 random(1);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same model at each build
  for (int epoch = 0; epoch < epochs; ++epoch) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    for (const Letter* letter : order) learn(rows, *letter);
  }
  OccasionRows made;
  made.rows = pack(rows, met, occasion_count, made.scale);
  return made;
}

OccasionFigures test_occasions(const OccasionRows& learnt, std::span<const Letter> letters) {
  Weights rows(occasion_row_count);
  for (std::size_t i = 0; i < occasion_row_count; ++i)
    for (std::size_t label = 0; label < occasion_count; ++label) {
      const unsigned char two = learnt.rows[i * occasion_row_bytes + label / 2];
      rows.value[i][label] = learnt.scale[label] * static_cast<float>((label % 2 == 0 ? two & 15 : two >> 4) - 8);
    }
  OccasionFigures figures;
  std::vector<float> notes, others;
  for (const Letter& letter : letters) {
    const Lanes scores = scores_of(rows, letter);
    (letter.kind ? notes : others).push_back(scores[being_a_note]);
    if (!letter.kind) continue;
    ++figures.kinds;
    const auto likeliest = std::max_element(scores.begin(), scores.begin() + kind_count) - scores.begin();
    figures.right_kinds += static_cast<std::size_t>(*letter.kind) == static_cast<std::size_t>(likeliest) ? 1 : 0;
  }
  if (notes.empty() || others.empty()) return figures;
  std::sort(others.begin(), others.end());
  const float least = others[others.size() * 19 / 20];
  figures.found = static_cast<double>(std::count_if(notes.begin(), notes.end(), [&](float s) { return s > least; })) /
                  static_cast<double>(notes.size());
  return figures;
}

}  // namespace afterword::model
