// The model of sentences: its vocabulary, its stored form, its sums.
#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <random>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "rules/model/model.h"
#include "rules/model/standard.h"
#include "rules/model/weights.h"
#include "rules/note/hash.h"
#include "tests/support/judging.h"

using namespace afterword;

TEST_CASE("vocabulary: words by their classes, and none for a word that no class holds") {
  const auto table =
      model::Vocabulary::build("function_words: the of\nweekdays: monday\nfruit: apple pear\nred: apple\n");
  const model::Vocabulary vocabulary(table);
  const auto classes = [&](std::string_view word) {
    const auto found = vocabulary.classes_of(model::key_of(word));
    return std::vector<int>(found.begin(), found.end());
  };
  CHECK(classes("the") == std::vector<int>{0});
  CHECK(classes("monday") == std::vector<int>{1});
  CHECK(classes("apple") == std::vector<int>{2, 3});
  CHECK(classes("pear") == std::vector<int>{2});
  CHECK(classes("plum").empty());
  CHECK(classes("").empty());
  CHECK_THROWS_AS(model::Vocabulary::build("fruit apple\n"), std::runtime_error);
}

TEST_CASE("model: a stored form that is cut short is refused") {
  CHECK_THROWS_AS(model::Model(std::vector<std::byte>{}), std::runtime_error);
  std::vector<std::byte> stored(sizeof(std::uint64_t) + sizeof(model::Parameters) + sizeof(std::uint32_t));
  const std::uint64_t fingerprint = model::layout_fingerprint();
  std::memcpy(stored.data(), &fingerprint, sizeof fingerprint);
  CHECK_THROWS_WITH(model::Model{stored}, "the model is cut short");
}

TEST_CASE("model: weights of another layout are refused, and say so") {
  std::vector<std::byte> stored(model::weights().begin(), model::weights().end());
  CHECK_NOTHROW(model::Model{stored});
  stored[0] ^= std::byte{1};
  CHECK_THROWS_WITH(model::Model{stored},
                    "the model was trained for other features or labels than this program has; train it anew");
}

TEST_CASE("model: what is read of a sentence is what the layout's number stands for") {
  // Where this fails, features have changed: raise feature_layout, so that older weights are refused, and write the new
  // number here.
  const auto table =
      model::Vocabulary::build("function_words: the of to i you\nweekdays: monday\nmonths: may\nrooms: hall kitchen\n");
  const model::Vocabulary vocabulary(table);
  const Note note = testing::parse(
      "Dear Dana,\n\nI asked you about the second press on Monday, and you showed me 14 rollers at "
      "https://a.example/x! Thank you for the tour of the hall.\n");
  const ParagraphText& content = *note.paragraphs()[0].content;
  const Lexicon& lexicon = standard_checker().reader().lexicon;
  SentenceCues cues;
  cues.bits = 5;
  cues.own = {Role::thanks, Role::callback};
  std::vector<model::Feature> features;
  for (const Sentence& sentence : content.sentences)
    model::read_features(
        {content.text,
         std::span(content.words).subspan(sentence.first_word, sentence.last_word - sentence.first_word),
         {},
         sentence},
        cues, vocabulary, lexicon, features);
  std::string all;
  for (const model::Feature& feature : features)
    all += std::to_string(feature.row) + ":" + std::to_string(feature.weight) + " ";
  CHECK(model::feature_layout == 3);
  CHECK(features.size() == 327);
  CHECK(hash_of(all) == 14345424371097621877u);
}

TEST_CASE("model: the logistic function is right, and the same on every machine") {
  for (float x = -30; x <= 30; x += 0.37f)
    CHECK(model::logistic(x) == doctest::Approx(1 / (1 + std::exp(-static_cast<double>(x)))).epsilon(1e-6));
  CHECK(model::logistic(0) == 0.5f);
  CHECK(model::logistic(1) == 0x1.764d5p-1f);
  CHECK(model::logistic(-3.3f) == 0x1.236632p-5f);
  CHECK(model::logistic(1e30f) == 1);
  CHECK(model::logistic(-1e30f) < 1e-38f);
}

/// A model as it is stored: three words for a vocabulary, every row 0, until a test writes something else there.
class StoredModel {
 public:
  explicit StoredModel(const model::Parameters& parameters) {
    const auto table = model::Vocabulary::build("function_words: the\nweekdays: monday\nmonths: may\n");
    const std::uint64_t fingerprint = model::layout_fingerprint();
    const auto size = static_cast<std::uint32_t>(table.size());
    append(&fingerprint, sizeof fingerprint);
    append(&parameters, sizeof parameters);
    append(&size, sizeof size);
    append(table.data(), table.size() * sizeof(std::uint16_t));
    rows_ = bytes_.size();
    constexpr std::size_t spare = 16;
    bytes_.resize(
        rows_ + model::row_count * model::row_bytes + model::occasion_row_count * model::occasion_row_bytes + spare,
        std::byte{0x88});
  }
  std::span<const std::byte> bytes() const { return bytes_; }
  /// Two labels' weights, the even label's in the lower half.
  std::byte& pair(std::size_t row, std::size_t two) { return bytes_[rows_ + row * model::row_bytes + two]; }
  std::byte& occasion_pair(std::size_t row, std::size_t two) {
    return bytes_[rows_ + model::row_count * model::row_bytes + row * model::occasion_row_bytes + two];
  }

 private:
  void append(const void* data, std::size_t size) {
    bytes_.resize(bytes_.size() + size);
    std::memcpy(bytes_.data() + bytes_.size() - size, data, size);
  }

  std::vector<std::byte> bytes_;
  std::size_t rows_ = 0;
};

TEST_CASE("model: a row speaks for the labels whose half it holds, and more so the more it weighs") {
  model::Parameters parameters;
  parameters.scale.fill(1);
  StoredModel stored(parameters);
  stored.pair(5, 0) = std::byte{0x4A};  // label 0: 10 - 8, label 1: 4 - 8
  const model::Model model(stored.bytes());
  const std::vector<model::Feature> one = {{5, model::word_weight}}, twice = {{5, 2 * model::word_weight}};
  CHECK(log_odds(model.score(one)[0]) == doctest::Approx(2));
  CHECK(log_odds(model.score(one)[1]) == doctest::Approx(-4));
  CHECK(log_odds(model.score(one)[2]) == doctest::Approx(0));
  CHECK(log_odds(model.score(twice)[0]) == doctest::Approx(4));
  // Without weights for places a place says nothing; where it can tell nothing the sentence's own score does.
  for (float chance : model.chances(model.score(twice), {Kind::interview, 0, 9, nullptr})) CHECK(chance <= 0.5f);
  CHECK(model.chances(model.score(one), {Kind::interview, 0, 1, nullptr})[0] == doctest::Approx(model::logistic(2)));
  CHECK(model.chances(model.score(one), {Kind::interview, 0, 201, nullptr})[1] == doctest::Approx(model::logistic(-4)));
}

TEST_CASE("model: right behind a callback what refers back counts in its own way") {
  Scores own{}, callback{};
  own[0] = as_score(2);
  callback[static_cast<std::size_t>(Role::callback)] = as_score(3);
  const auto inputs = [&](const Scores* previous, bool refers_back) {
    return model::PlaceInputs(own, {Kind::interview, 1, 9, previous, refers_back}).entries().size();
  };
  CHECK(inputs(&callback, true) == inputs(&callback, false) + role_count);
  CHECK(inputs(&own, true) == inputs(&own, false));
}

TEST_CASE("model: a plain feature speaks for the occasion whose half it holds") {
  model::Parameters parameters;
  parameters.occasion_scale.fill(0.5f);
  StoredModel stored(parameters);
  const model::Feature feature{600, model::word_weight};
  stored.occasion_pair(model::occasion_row(feature), 1) = std::byte{0x6B};  // the third kind: 11 - 8, the fourth: 6 - 8
  const model::Model model(stored.bytes());
  const OccasionScores scores = model.occasion(std::vector<model::Feature>{feature});
  CHECK(log_odds(scores[2]) == doctest::Approx(1.5));
  CHECK(log_odds(scores[3]) == doctest::Approx(-1));
  CHECK(log_odds(scores[being_a_note]) == doctest::Approx(0));
  CHECK(log_odds(model.occasion(std::vector<model::Feature>(4, feature))[2]) == doctest::Approx(3));
  CHECK(log_odds(model.occasion({})[2]) == doctest::Approx(0));
}

TEST_CASE("model: rows of many weights add up as numbers do") {
  model::Parameters parameters;
  parameters.scale.fill(1e-3f);
  StoredModel stored(parameters);
  std::mt19937 random(7);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same at each run
  constexpr std::uint32_t used = 50;
  for (std::size_t i = 0; i < used * model::row_bytes; ++i)
    stored.pair(0, i) = random() % 3 == 0 ? std::byte{0xF0} : std::byte(random() % 256);
  const model::Model model(stored.bytes());
  for (const std::size_t count : {1u, 16u, 17u, 18u, 40u, 3'000u}) {
    constexpr std::array<std::uint16_t, 5> weights = {2, 3, 5, 6, 9};
    std::vector<model::Feature> features;
    std::array<long long, label_count> sums{};
    for (std::size_t i = 0; i < count; ++i) {
      const model::Feature feature{static_cast<std::uint32_t>(random() % used), weights[random() % 5]};
      features.push_back(feature);
      for (std::size_t label = 0; label < label_count; ++label) {
        const auto byte = std::to_integer<int>(stored.pair(feature.row, label / 2));
        sums[label] += ((label % 2 == 0 ? byte & 15 : byte >> 4) - 8) * feature.weight;
      }
    }
    const Scores scores = model.score(features);
    const double unit = 1e-3 / (model::word_weight * std::sqrt(static_cast<double>(count)));
    for (std::size_t label = 0; label < label_count; ++label) {
      CAPTURE(label);
      CHECK(log_odds(scores[label]) ==
            doctest::Approx(static_cast<double>(sums[label]) * unit).epsilon(0).scale(1).epsilon(0.07));
    }
  }
}
