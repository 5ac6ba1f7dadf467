// Ten inputs on which each rule must fire and ten near misses, by hands that had seen the catalogue and nothing else:
// ten_each/RULE.txt, whose form ten_each/README.md tells. How many are right may grow, and not shrink.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/checks/catalog.h"
#include "rules/engine/fact_faults.h"
#include "rules/model/standard.h"
#include "rules/spelling/dictionaries.h"
#include "tests/support/judging.h"

using namespace afterword;
using namespace afterword::testing;

namespace {

const std::string folder = std::string(AFTERWORD_TESTS) + "/rules/ten_each/";

struct File {
  std::string name, text;
};

/// A note with %% where each input goes, and the files beside it.
struct Template {
  File note;
  std::string now;
  std::vector<File> beside;
};

struct Input {
  Template around;
  bool fires = false;
  std::string text;
};

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size())
    text.replace(at, what.size(), by);
  return text;
}

std::string value_of(std::string_view line, std::string_view key) {
  const std::size_t at = line.find(key);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = line.substr(at + key.size());
  return std::string(rest.substr(0, rest.find(' ')));
}

std::vector<Input> read_inputs(const std::string& path) {
  std::ifstream file(path);
  std::vector<Input> inputs;
  Template made;
  File* open = nullptr;  // null below "@@ lines"
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("@@ lines")) {
      open = nullptr;
    } else if (line.starts_with("@@ ")) {
      if (!open) made = {};
      const bool beside = line.starts_with("@@ also=");
      if (beside) made.beside.push_back({value_of(line, "also="), {}});
      if (!beside) made.note.name = value_of(line, "file="), made.now = value_of(line, "now=");
      open = beside ? &made.beside.back() : &made.note;
    } else if (open) {
      open->text += line + "\n";
    } else if (line.starts_with("F") || line.starts_with("N")) {
      inputs.push_back({made, line[0] == 'F', replaced(line.size() > 2 ? line.substr(2) : "", "\\n", "\n")});
    }
  }
  return inputs;
}

Format format_of(std::string_view name) {
  if (name.ends_with(".eml")) return Format::mail;
  return name.ends_with(".txt") ? Format::plaintext : Format::markdown;
}

/// Whether the rule speaks of the first file, with the others beside it; of an interview.yaml where that is in
/// question.
bool fires(std::string_view rule, const std::vector<File>& files, const std::string& now) {
  const Checker& checker = standard_checker();
  std::optional<InterviewFile> facts;
  for (const File& file : files)
    if (file.name == "interview.yaml") facts = read_interview_file(file.name, file.text);
  if (rule == "facts-invalid" && facts && !fact_faults(facts->fields.entries, in_file, {all_rules(), nullptr}).empty())
    return true;
  NoteSet set;
  Request request;
  request.now = parse_time(now.empty() ? "2026-11-20T10:00" : now).value();
  request.print = true;
  static const auto speller = spelling::open_dictionaries(spelling::dictionary_folders());
  request.speller = speller.get();
  const auto judge = [&](const File& file) {
    request.named_as_note = file.name.find(".note.") != std::string::npos;
    request.path = file.name;
    const Note note = parse(file.text, format_of(file.name));
    return checker.judge(note, facts_of(note, facts ? &*facts : nullptr), request);
  };
  for (const File& file : files)
    if (file.name != "interview.yaml")
      if (const Verdict verdict = judge(file); verdict.print) set.put(file.name, verdict.print);
  request.set = &set;
  const Verdict verdict = judge(files.front());
  return std::any_of(verdict.findings.begin(), verdict.findings.end(),
                     [&](const Finding& finding) { return finding.rule == rule; });
}

struct Score {
  int fires = 0, silent = 0, all = 0;
};

}  // namespace

TEST_CASE("ten inputs each by other hands: no fewer are right than have been") {
  int files = 0;
  Score sum;
  for (const Rule* rule : all_rules()) {
    const std::vector<Input> inputs = read_inputs(folder + std::string(rule->id) + ".txt");
    if (inputs.empty()) continue;
    ++files;
    Score score;
    for (const Input& input : inputs) {
      std::vector<File> all{{input.around.note.name, replaced(input.around.note.text, "%%", input.text)}};
      for (const File& file : input.around.beside) all.push_back({file.name, replaced(file.text, "%%", input.text)});
      const bool fired = fires(rule->id, all, input.around.now);
      ++score.all;
      if (input.fires) score.fires += fired;
      if (!input.fires) score.silent += !fired;
      if (fired != input.fires) MESSAGE((input.fires ? "missed: " : "wrong: ") << rule->id << ": " << input.text);
    }
    CHECK_MESSAGE(score.all == 20, rule->id);
    CHECK_MESSAGE(score.silent >= 8, rule->id);
    sum.fires += score.fires;
    sum.silent += score.silent;
  }
  CHECK(files == 53);
  MESSAGE("fires on " << sum.fires << ", silent on " << sum.silent << " of " << files * 10 << " each");
  CHECK(sum.fires >= 489);
  CHECK(sum.silent >= 521);
}
