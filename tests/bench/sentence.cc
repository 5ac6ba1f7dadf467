// bench_sentence FOLDER... [--smoke]: microseconds that the classifier takes for a sentence (cues, features, scores,
// roles in their place), over the sentences of all files below the folders. With --smoke exit 1 past a limit that only
// a regression passes.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "rules/checks/catalog.h"
#include "rules/engine/checker.h"
#include "rules/model/classifier.h"
#include "rules/phrases/book.h"

namespace {

using namespace afterword;
using Clock = std::chrono::steady_clock;

/// Does the work of each sentence many times over, as parse() asks for it, and keeps the time of one.
class Stopwatch final : public RoleClassifier {
 public:
  explicit Stopwatch(const RoleClassifier& timed) : timed_(timed) {}

  std::span<const Pattern> patterns() const override { return timed_.patterns(); }
  SentenceCues read(const SentenceView& sentence, const Lexicon& lexicon) const override {
    SentenceCues cues = timed_.read(sentence, lexicon);
    const Place place{.index = 2, .count = 6, .previous = &cues.scores};
    float kept = 0;  // of each decision, so that none is left out
    const auto start = Clock::now();
    for (int i = 0; i < times; ++i) kept += timed_.decide(timed_.read(sentence, lexicon), place).chances[0];
    seconds_.push_back(std::chrono::duration<double>(Clock::now() - start).count() / times);
    checksum_ += kept;
    return cues;
  }
  Decision decide(const SentenceCues& cues, const Place& place) const override { return timed_.decide(cues, place); }

  std::vector<double>& seconds() { return seconds_; }
  double checksum() const { return checksum_; }

 private:
  static constexpr int times = 50;

  const RoleClassifier& timed_;
  mutable std::vector<double> seconds_;
  mutable double checksum_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  bool smoke = false;
  Stopwatch stopwatch(model::ModelClassifier::standard());
  const Checker checker(all_rules(), stopwatch, phrases::Book::standard());
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]) == "--smoke") {
      smoke = true;
      continue;
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[i])) {
      if (!entry.is_regular_file()) continue;
      std::ifstream file(entry.path(), std::ios::binary);
      auto text =
          std::make_shared<const std::string>(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
      Note::parse(std::move(text), Format::markdown, checker.reader());
    }
  }
  std::vector<double>& seconds = stopwatch.seconds();
  if (seconds.size() < 100 || stopwatch.checksum() == 0) {
    std::fprintf(stderr, "bench: fewer than 100 sentences to measure on\n");
    return 2;
  }
  std::sort(seconds.begin(), seconds.end());
  const double microseconds = 1e6, middle = seconds[seconds.size() / 2] * microseconds;
  std::printf("classifier: %zu sentences: %.2f us a sentence (median), %.2f us (nine of ten)\n", seconds.size(), middle,
              seconds[seconds.size() * 9 / 10] * microseconds);
  constexpr double most = 25;  // microseconds
  if (!smoke || middle <= most) return 0;
  std::printf("over the limit: %.2f us, at most %.0f us\n", middle, most);
  return 1;
}
