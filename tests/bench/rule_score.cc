// Prints how well one rule does on labelled sentences "ROLES<TAB>FLAWS<TAB>SENTENCE": each is judged as a note of its
// own. rule_score RULE FILE... [--errors]
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>

#include "rules/engine/checker.h"
#include "rules/model/standard.h"

using namespace afterword;

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const std::string id = argv[1];
  const Checker& checker = standard_checker();
  int right = 0, wrong = 0, missed = 0;
  bool show = false;
  for (int i = 2; i < argc; ++i) show = show || std::string(argv[i]) == "--errors";
  for (int i = 2; i < argc; ++i) {
    std::ifstream in(argv[i]);
    for (std::string line; std::getline(in, line);) {
      const std::size_t first = line.find('\t'), second = line.find('\t', first + 1);
      if (second == std::string::npos) continue;
      const std::string flaws = "," + line.substr(first + 1, second - first - 1) + ",";
      const bool want = flaws.find("," + id + ",") != std::string::npos;
      auto text = std::make_shared<const std::string>("---\nkind: interview\n---\n\nDear Dana,\n\n" +
                                                      line.substr(second + 1) + "\n");
      const Note note = Note::parse(text, Format::markdown, checker.reader());
      bool got = false;
      for (const Finding& finding : checker.judge(note, facts_of(note, nullptr), {}).findings)
        got = got || finding.rule == id;
      if (got && want)
        ++right;
      else if (got)
        ++wrong;
      else if (want)
        ++missed;
      if (show && got != want) std::cout << (got ? "+ " : "- ") << flaws << ' ' << line.substr(second + 1) << '\n';
    }
  }
  std::printf("%-16s P %.3f R %.3f  (right %d, wrong %d, missed %d)\n", id.c_str(),
              right + wrong ? static_cast<double>(right) / (right + wrong) : 1.0,
              right + missed ? static_cast<double>(right) / (right + missed) : 1.0, right, wrong, missed);
}
