#include "rules/model/train/trainer.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <cstring>
#include <future>
#include <random>
#include <thread>

#include "rules/model/train/next_parts.h"
#include "rules/model/train/rows.h"

namespace afterword::model {
namespace {

// Chosen by leaving out whole files; see CONTRIBUTING.md.
constexpr int epochs = 6, averaged = 3, place_epochs = 20;
constexpr float rate = 1.5f, decay = 3e-5f, place_rate = 0.05f, place_decay = 1e-4f;
// How much what the reference hands teach weighs beside what all teach, in the rows and in the second step.
constexpr float reference_part = 0.5f, reference_place = 0.7f;
constexpr std::size_t parts = 4;

/// Feature weights as the model counts them, of a sentence's length as well.
float unit_of(const Example& example) {
  return 1 /
         (static_cast<float>(word_weight) * std::sqrt(std::max<float>(1, static_cast<float>(example.features.size()))));
}

/// What all hands teach, and what the reference hands teach beside it: the other hands' habits stay with them.
struct Learnt {
  Weights common{row_count}, reference{row_count};
  Lanes bias{}, bias_moved;
};

void add_up(const Example& example, const Weights& rows, float unit, Lanes& sum) {
  for (const Feature& feature : example.features) {
    const Lanes& row = rows.value[feature.row];
    const float times = unit * static_cast<float>(feature.weight);
    for (std::size_t i = 0; i < lanes; ++i) sum[i] += times * row[i];
  }
}

void step(const Example& example, Weights& rows, float unit, const Lanes& wrong, float squares) {
  for (const Feature& feature : example.features) {
    rows.move(feature.row, wrong, unit * static_cast<float>(feature.weight), squares, rate, decay);
  }
}

void learn(const Example& example, bool reference, Learnt& learnt) {
  const float unit = unit_of(example), reference_unit = unit * reference_part;
  Lanes sum = learnt.bias;
  add_up(example, learnt.common, unit, sum);
  if (reference) add_up(example, learnt.reference, reference_unit, sum);
  Lanes wrong{};
  for (std::size_t i = 0; i < label_count; ++i) wrong[i] = logistic(sum[i]) - (example.has(i) ? 1.0f : 0.0f);
  float squares = 0;
  for (std::size_t i = 0; i < label_count; ++i) {
    squares += wrong[i] * wrong[i];
    learnt.bias_moved[i] += wrong[i] * wrong[i];
    learnt.bias[i] -= rate * wrong[i] / std::sqrt(learnt.bias_moved[i]);
  }
  step(example, learnt.common, unit, wrong, squares);
  if (!reference) return;
  // Hands differ in roles. Of flaws, rarer and plainer, all teach the same.
  std::fill(wrong.begin() + role_count, wrong.end(), 0.0f);
  step(example, learnt.reference, reference_unit, wrong, squares);
}

/// What stood at the ends of the last epochs, averaged: where the order of the examples led is evened out.
struct Mean {
  Weights rows{row_count};
  Lanes bias{};

  void add(const Learnt& learnt) {
    constexpr float part = 1.0f / averaged;
    for (std::size_t i = 0; i < row_count; ++i)
      for (std::size_t label = 0; label < lanes; ++label)
        rows.value[i][label] +=
            part * (learnt.common.value[i][label] + reference_part * learnt.reference.value[i][label]);
    for (std::size_t label = 0; label < lanes; ++label) bias[label] += part * learnt.bias[label];
  }
};

/// Sentences by themselves: bias, scales and rows of the stored form.
struct Sentences {
  Parameters parameters;
  std::vector<unsigned char> rows;
};

Sentences learn_sentences(std::span<const LabelledFile* const> files) {
  std::vector<std::pair<const Example*, bool>> examples;
  std::vector<std::uint32_t> met(row_count);
  for (const LabelledFile* file : files)
    for (const Example& example : file->examples) {
      examples.emplace_back(&example, file->reference);
      for (const Feature& feature : example.features) ++met[feature.row];
    }
  Learnt learnt;
  learnt.bias_moved.fill(1e-3f);
  Mean mean;
  std::mt19937 random(1);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same model at each build
  for (int epoch = 0; epoch < epochs; ++epoch) {
    for (std::size_t i = examples.size(); i > 1; --i) std::swap(examples[i - 1], examples[random() % i]);
    for (const auto& [example, reference] : examples) learn(*example, reference, learnt);
    if (epoch >= epochs - averaged) mean.add(learnt);
  }
  Sentences made;
  made.rows = pack(mean.rows, met, label_count, made.parameters.scale);
  std::copy_n(mean.bias.begin(), label_count, made.parameters.bias.begin());
  return made;
}

std::vector<std::byte> stored_form(const Sentences& learnt, std::span<const std::uint16_t> vocabulary,
                                   const OccasionRows& occasions = {}) {
  std::vector<std::byte> bytes;
  const auto append = [&](const void* data, std::size_t size) {
    const std::size_t at = bytes.size();
    bytes.resize(at + size);
    std::memcpy(bytes.data() + at, data, size);
  };
  const auto table_size = static_cast<std::uint32_t>(vocabulary.size());
  const std::uint64_t fingerprint = layout_fingerprint();
  append(&fingerprint, sizeof fingerprint);
  Parameters parameters = learnt.parameters;
  parameters.occasion_scale = occasions.scale;
  append(&parameters, sizeof parameters);
  append(&table_size, sizeof table_size);
  append(vocabulary.data(), vocabulary.size_bytes());
  append(learnt.rows.data(), learnt.rows.size());
  append(occasions.rows.data(), occasions.rows.size());
  bytes.resize(bytes.size() + 16);
  return bytes;
}

/// A sentence in its body, with the scores that a model gave it that had not seen it.
struct Placed {
  const Example* example = nullptr;
  Scores scores{};
  bool reference = false;
};

std::vector<Placed> placed_by(const Model& model, const LabelledFile& file) {
  std::vector<Placed> made;
  for (const Example& example : file.examples) {
    if (!example.in_body || !place_tells(example.count)) continue;
    made.push_back({&example, model.score(example.features), file.reference});
  }
  return made;
}

/// What place and neighbour change, learnt like the rows: what all hands teach, and beside it what the reference hands
/// teach of the plainer half.
class PlaceLearner {
 public:
  explicit PlaceLearner(Parameters& parameters) : weights_(parameters.by_place) {
    for (auto* each : {&moved_, &reference_moved_})
      for (PerRole& row : *each) row.fill(1e-2f);
    for (std::size_t role = 0; role < role_count; ++role) weights_[role][role] = 1;  // begin with the sentence's own
  }

  void learn(const PlaceInputs& inputs, const Placed& placed) {
    for (std::size_t role = 0; role < role_count; ++role) {
      float sum = 0;
      for (const PlaceInputs::Entry& entry : inputs.entries()) {
        sum += entry.value * weights_[entry.at][role];
        if (in_reference(entry, placed)) sum += reference_place * entry.value * reference_[entry.at][role];
      }
      const float wrong = logistic(sum) - (placed.example->has(role) ? 1.0f : 0.0f);
      for (const PlaceInputs::Entry& entry : inputs.entries()) {
        move(weights_[entry.at][role], moved_[entry.at][role], entry.at == role ? 1.0f : 0.0f, wrong * entry.value);
        if (in_reference(entry, placed))
          move(reference_[entry.at][role], reference_moved_[entry.at][role], 0, reference_place * wrong * entry.value);
      }
    }
  }

  void finish() {
    for (std::size_t at = 0; at < plain_place_inputs; ++at)
      for (std::size_t role = 0; role < role_count; ++role)
        weights_[at][role] += reference_place * reference_[at][role];
  }

 private:
  using PerRole = std::array<float, role_count>;

  static bool in_reference(const PlaceInputs::Entry& entry, const Placed& placed) {
    return placed.reference && entry.at < plain_place_inputs;
  }

  static void move(float& weight, float& square, float start, float slope) {
    const float by = slope + place_decay * (weight - start);
    square += by * by;
    weight -= place_rate * by / std::sqrt(square);
  }

  decltype(Parameters::by_place)& weights_;
  std::vector<PerRole> moved_{place_inputs}, reference_{place_inputs}, reference_moved_{place_inputs};
};

void learn_places(const std::vector<Placed>& all, Parameters& parameters) {
  std::vector<PlaceInputs> inputs;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Example& example = *all[i].example;
    const Scores* const previous = example.index > 0 ? &all[i - 1].scores : nullptr;
    inputs.emplace_back(all[i].scores,
                        Place{example.kind, example.index, example.count, previous, example.refers_back});
  }
  PlaceLearner learner(parameters);
  for (int epoch = 0; epoch < place_epochs; ++epoch)
    for (std::size_t i = 0; i < all.size(); ++i) learner.learn(inputs[i], all[i]);
  learner.finish();
}

/// Whole letters with the roles that the model sees in them: what comes next is asked where it has seen what came
/// before.
LabelledFile as_seen(const Model& model, std::span<const Letter> letters) {
  LabelledFile made{"letters", {}, false};
  for (const Letter& letter : letters) {
    std::optional<Scores> previous;
    for (const Example& sentence : letter.sentences) {
      const Scores scores = model.score(sentence.features);
      Place place{sentence.kind, sentence.index, sentence.count, previous ? &*previous : nullptr};
      place.refers_back = sentence.refers_back;
      const Roles roles = roles_by(model.chances(scores, place));
      Example& seen = made.examples.emplace_back();
      seen.in_body = true;
      seen.kind = sentence.kind;
      seen.index = sentence.index;
      seen.count = sentence.count;
      for (std::size_t i = 0; i < role_count; ++i)
        if (roles.has(static_cast<Role>(i))) seen.labels |= 1u << i;
      previous = scores;
    }
  }
  return made;
}

}  // namespace

std::vector<std::byte> train(std::span<const LabelledFile* const> files, std::span<const Letter> letters,
                             std::span<const LabelledFile> orders, std::span<const std::uint16_t> vocabulary) {
  // The files with bodies in parts: each is scored by a model that learnt from everything but its part.
  std::array<std::vector<const LabelledFile*>, parts> apart;
  std::size_t bodies = 0;
  for (const LabelledFile* file : files)
    if (!file->examples.empty() && file->examples[0].in_body) apart[bodies++ % parts].push_back(file);
  std::array<std::vector<Placed>, parts> placed;
  Sentences learnt;
  const auto work = [&](std::size_t part) {
    if (part == parts) {
      learnt = learn_sentences(files);
      return;
    }
    std::vector<const LabelledFile*> others;
    for (const LabelledFile* file : files)
      if (std::find(apart[part].begin(), apart[part].end(), file) == apart[part].end()) others.push_back(file);
    const std::vector<std::byte> bytes = stored_form(learn_sentences(others), vocabulary);
    for (const LabelledFile* file : apart[part]) {
      const auto more = placed_by(Model(bytes), *file);
      placed[part].insert(placed[part].end(), more.begin(), more.end());
    }
  };
  std::atomic<std::size_t> next{0};
  const auto worker = [&] {
    for (std::size_t part = next++; part <= parts; part = next++) work(part);
  };
  std::vector<std::future<void>> workers;
  for (unsigned i = 0; i < std::clamp(std::thread::hardware_concurrency(), 1u, 4u); ++i)
    workers.push_back(std::async(std::launch::async, worker));
  for (auto& one : workers) one.get();
  std::vector<Placed> all;
  for (const auto& part : placed) all.insert(all.end(), part.begin(), part.end());
  learn_places(all, learnt.parameters);
  const OccasionRows occasions = learn_occasions(letters);
  const std::vector<std::byte> bytes = stored_form(learnt, vocabulary, occasions);
  const LabelledFile seen = as_seen(Model(bytes), letters);
  std::vector<const LabelledFile*> told(files.begin(), files.end());
  told.push_back(&seen);
  for (const LabelledFile& file : orders) told.push_back(&file);
  learnt.parameters.next = learn_next_parts(told);
  return stored_form(learnt, vocabulary, occasions);
}

}  // namespace afterword::model
