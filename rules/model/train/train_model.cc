// Trains the model of sentences, and says how right it is.
//   train_model OUTPUT FOLDER              the model that all labelled files in FOLDER teach, but those kept apart
//   train_model --leave-out FOLDER NAME... for each file: trains on all others and says how right that is on it
//   train_model --test FOLDER FILE...      trains on the folder and says how right that is on files from elsewhere
//   train_model --letters FOLDER           for each file of letters: learns from all others what a text follows up, and
//                                          says how right that is on it
//   train_model --next FOLDER              likewise for each file of bodies: what a note says next
#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "rules/model/train/evaluate.h"
#include "rules/model/train/next_parts.h"
#include "rules/model/train/occasions.h"
#include "rules/model/train/trainer.h"

namespace {

using namespace afterword;
using namespace afterword::model;
namespace fs = std::filesystem;

struct Data {
  std::vector<std::uint16_t> vocabulary;
  std::vector<LabelledFile> files;
  std::vector<LabelledFile> orders;
  std::vector<std::pair<std::string, std::vector<Letter>>> letters;  ///< by file; the last are the bodies of `files`
};

std::vector<Letter> letters_but(const Data& data, const std::string& left_out) {
  std::vector<Letter> made;
  for (const auto& [name, letters] : data.letters)
    if (name != left_out) made.insert(made.end(), letters.begin(), letters.end());
  return made;
}

/// Kept apart to measure on (data/README.md).
bool is_kept_apart(const std::string& name) { return name == "s4" || name == "f3" || name == "n2"; }

/// In the order of their names, without those kept apart.
std::vector<fs::path> paths_of(const fs::path& folder, std::string_view extension) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == extension && !is_kept_apart(entry.path().stem().string()))
      paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

Data read(const fs::path& folder) {
  Data data;
  data.vocabulary = Vocabulary::build(read_text(folder / "meanings.txt"));
  const Vocabulary vocabulary(data.vocabulary);
  for (const fs::path& path : paths_of(folder, ".tsv")) data.files.push_back(read_labelled(path, vocabulary));
  data.files.push_back(read_phrases(vocabulary));
  for (const fs::path& path : paths_of(folder, ".order")) data.orders.push_back(read_orders(path));
  for (const fs::path& path : paths_of(folder, ".txt"))
    if (path.stem() != "meanings") data.letters.emplace_back(path.stem(), read_letters(path, vocabulary));
  for (const LabelledFile& file : data.files) data.letters.emplace_back(file.name, bodies_of(file));
  return data;
}

void write(const fs::path& path, const std::vector<std::byte>& bytes) {
  std::ofstream out(path, std::ios::binary);
  out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) throw std::runtime_error(path.string() + ": can't be written");
}

void print(const Figures& total) {
  for (std::size_t i = 0; i < label_count; ++i) {
    const Counts& counts = total.labels[i];
    fmt::print("{:14} {:.3f}  right {} wrong {} missed {}", label_name(i), counts.f1(), counts.right, counts.wrong,
               counts.missed);
    if (i >= role_count) fmt::print("  balanced {:.3f}", total.balanced[i - role_count].f1());
    fmt::print("\n");
  }
  fmt::print("all  roles {:.4f}  flaws {:.4f}, balanced {:.4f}\n", total.roles().f1(), total.flaws().f1(),
             total.balanced_flaws().f1());
  fmt::print("\nmissed (rows) and said instead (columns); the last of each is none\n{:10}", "");
  const auto name = [](std::size_t i) { return i < role_count ? label_name(i) : "none"; };
  for (std::size_t i = 0; i <= role_count; ++i) fmt::print(" {:>9}", name(i));
  for (std::size_t i = 0; i <= role_count; ++i) {
    fmt::print("\n{:10}", name(i));
    for (const unsigned count : total.confused[i]) fmt::print(" {:>9}", count);
  }
  fmt::print("\n");
}

/// How many are right and wrong from each level on, of how many.
template <typename Levels, typename Steps>
void print_steps(std::string_view name, const Levels& levels, const Steps& steps) {
  fmt::print("{:14} of {:4.0f} ", name, steps[0].right + steps[0].missed);
  for (std::size_t i = 0; i < levels.size(); ++i)
    fmt::print(" {:5.2f}: {:.0f}/{:.0f}", levels[i], steps[i].right, steps[i].wrong);
  fmt::print("\n");
}

/// What thresholds are chosen by.
void print_levels(const Figures& total) {
  fmt::print("\ninterview notes that lack the role (right/wrong) from that chance on\n");
  for (std::size_t i = 0; i < role_count; ++i) print_steps(label_name(i), absence_levels, total.absent[i]);
  fmt::print("\nsentences with the flaw (right/wrong) from those log odds on\n");
  for (std::size_t i = 0; i < flaw_count; ++i) print_steps(label_name(role_count + i), flaw_levels, total.doing[i]);
}

/// Adds what the model does on `file` to `total`.
void test(const Model& model, const LabelledFile& file, Figures& total) {
  const Figures figures = evaluate(model, file);
  fmt::print("{:8} roles {:.3f}  flaws {:.3f}, balanced {:.3f}\n", file.name, figures.roles().f1(),
             figures.flaws().f1(), figures.balanced_flaws().f1());
  std::fflush(stdout);
  total.add(figures);
}

std::vector<const LabelledFile*> all_but(const Data& data, const LabelledFile* left_out) {
  std::vector<const LabelledFile*> files;
  for (const LabelledFile& file : data.files)
    if (&file != left_out) files.push_back(&file);
  return files;
}

void leave_out(const Data& data, const std::vector<std::string>& names) {
  Figures total;
  for (const LabelledFile& file : data.files) {
    if (!names.empty() && std::find(names.begin(), names.end(), file.name) == names.end()) continue;
    const std::vector<std::byte> bytes = train(all_but(data, &file), {}, {}, data.vocabulary);
    test(Model(bytes), file, total);
  }
  print(total);
  print_levels(total);
}

void test_elsewhere(const Data& data, const std::vector<std::string>& paths) {
  Figures total;
  const Vocabulary vocabulary(data.vocabulary);
  const std::vector<std::byte> bytes = train(all_but(data, nullptr), {}, {}, data.vocabulary);
  for (const std::string& path : paths) test(Model(bytes), read_labelled(path, vocabulary), total);
  print(total);
  print_levels(total);
}

void leave_out_letters(const Data& data) {
  for (const auto& [name, letters] : data.letters) {
    const OccasionFigures figures = test_occasions(learn_occasions(letters_but(data, name)), letters);
    if (figures.kinds == 0) continue;
    fmt::print("{:8} kinds {} of {}", name, figures.right_kinds, figures.kinds);
    if (figures.found > 0) fmt::print("  notes above nineteen of twenty others {:.2f}", figures.found);
    fmt::print("\n");
  }
}

void leave_out_bodies(const Data& data) {
  NextFigures total;
  const auto print_shares = [](std::string_view name, const NextFigures& figures) {
    fmt::print("{:8} {:5} sentences", name, figures.sentences);
    for (const std::size_t count : figures.among_first)
      fmt::print(" {:.3f}", static_cast<double>(count) / static_cast<double>(figures.sentences));
    fmt::print("\n");
  };
  for (const LabelledFile& file : data.files) {
    const NextFigures figures = test_next_parts(learn_next_parts(all_but(data, &file)), file);
    if (figures.sentences == 0) continue;
    print_shares(file.name, figures);
    total.sentences += figures.sentences;
    for (std::size_t i = 0; i < next_part_count; ++i) total.among_first[i] += figures.among_first[i];
  }
  print_shares("all", total);
}

}  // namespace

int main(int argc, char** argv) try {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() >= 2 && arguments[0] == "--leave-out") {
    leave_out(read(arguments[1]), {arguments.begin() + 2, arguments.end()});
    return 0;
  }
  if (arguments.size() >= 3 && arguments[0] == "--test") {
    test_elsewhere(read(arguments[1]), {arguments.begin() + 2, arguments.end()});
    return 0;
  }
  if (arguments.size() == 2 && arguments[0] == "--letters") {
    leave_out_letters(read(arguments[1]));
    return 0;
  }
  if (arguments.size() == 2 && arguments[0] == "--next") {
    leave_out_bodies(read(arguments[1]));
    return 0;
  }
  if (arguments.size() != 2 || arguments[0].starts_with("-")) {
    fmt::print(stderr,
               "usage: train_model OUTPUT FOLDER | --leave-out FOLDER [NAME...] | --test FOLDER FILE... | --letters "
               "FOLDER | --next FOLDER\n");
    return 2;
  }
  const Data data = read(arguments[1]);
  write(arguments[0], train(all_but(data, nullptr), letters_but(data, ""), data.orders, data.vocabulary));
  return 0;
} catch (const std::exception& fault) {
  fmt::print(stderr, "train_model: {}\n", fault.what());
  return 1;
}
