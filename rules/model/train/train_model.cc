// Trains the model of sentences, and says how right it is.
//   train_model OUTPUT FOLDER              the model that all labelled files in FOLDER teach, but the sealed ones
//   train_model --leave-out FOLDER NAME... for each file: trains on all others and says how right that is on it
//   train_model --test FOLDER FILE...      trains on the folder and says how right that is on files from elsewhere
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <fstream>
#include <string>
#include <vector>

#include "rules/model/train/evaluate.h"
#include "rules/model/train/trainer.h"

namespace {

using namespace afterword;
using namespace afterword::model;
namespace fs = std::filesystem;

/// Kept apart for the last measurement (data/README.md).
bool is_sealed(const std::string& name) { return name == "s4" || name == "f3" || name == "n2"; }

struct Data {
  std::vector<std::uint16_t> vocabulary;
  std::vector<LabelledFile> files;
};

Data read(const fs::path& folder) {
  Data data;
  data.vocabulary = Vocabulary::build(read_text(folder / "meanings.txt"));
  const Vocabulary vocabulary(data.vocabulary);
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".tsv" && !is_sealed(entry.path().stem().string())) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  for (const fs::path& path : paths) data.files.push_back(read_labelled(path, vocabulary));
  data.files.push_back(read_phrases(vocabulary));
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
    fmt::print("{:14} {:.3f}  right {} wrong {} missed {}\n", label_name(i), counts.f1(), counts.right, counts.wrong,
               counts.missed);
  }
  fmt::print("all  roles {:.4f}  flaws {:.4f}\n", total.roles().f1(), total.flaws().f1());
}

/// Adds what a model that learnt from `files` does on `file` to `total`.
void test(std::span<const LabelledFile* const> files, const Data& data, const LabelledFile& file, Figures& total) {
  const auto start = std::chrono::steady_clock::now();
  const std::vector<std::byte> bytes = train(files, data.vocabulary);
  const Figures figures = evaluate(Model(bytes), file);
  fmt::print("{:8} roles {:.3f}  flaws {:.3f}  {:.0f} s\n", file.name, figures.roles().f1(), figures.flaws().f1(),
             std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  std::fflush(stdout);
  for (std::size_t i = 0; i < label_count; ++i) total.labels[i].add(figures.labels[i]);
}

std::vector<const LabelledFile*> all_but(const Data& data, const LabelledFile* left_out) {
  std::vector<const LabelledFile*> files;
  for (const LabelledFile& file : data.files)
    if (&file != left_out) files.push_back(&file);
  return files;
}

void leave_out(const Data& data, const std::vector<std::string>& names) {
  Figures total;
  for (const LabelledFile& file : data.files)
    if (names.empty() || std::find(names.begin(), names.end(), file.name) != names.end())
      test(all_but(data, &file), data, file, total);
  print(total);
}

void test_elsewhere(const Data& data, const std::vector<std::string>& paths) {
  Figures total;
  const Vocabulary vocabulary(data.vocabulary);
  for (const std::string& path : paths) test(all_but(data, nullptr), data, read_labelled(path, vocabulary), total);
  print(total);
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
  if (arguments.size() != 2 || arguments[0].starts_with("-")) {
    fmt::print(stderr, "usage: train_model OUTPUT FOLDER | --leave-out FOLDER [NAME...] | --test FOLDER FILE...\n");
    return 2;
  }
  const Data data = read(arguments[1]);
  write(arguments[0], train(all_but(data, nullptr), data.vocabulary));
  return 0;
} catch (const std::exception& fault) {
  fmt::print(stderr, "train_model: {}\n", fault.what());
  return 1;
}
