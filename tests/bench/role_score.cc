// Prints precision, recall and F1 of the roles over labelled sentences: lines "ROLES<TAB>FLAWS<TAB>SENTENCE", or JSON
// lines with "kind" and "sentences": [[text, [roles], ...], ...]. With --errors ROLE the sentences it was wrong about.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "rules/note/lexicon.h"
#include "rules/note/markup.h"
#include "rules/note/role_cues.h"
#include "rules/note/word_classes.h"

using namespace afterword;

namespace {

struct Labelled {
  std::string text;
  Roles roles;
};
struct Body {
  Kind kind = Kind::interview;
  bool loose = false;  ///< a sentence of its own, without neighbours
  std::vector<Labelled> sentences;
};

std::vector<Body> read_lines(std::istream& in) {
  std::vector<Body> bodies;
  for (std::string line; std::getline(in, line);) {
    const std::size_t first = line.find('\t'), second = line.find('\t', first + 1);
    if (second == std::string::npos) continue;
    Labelled one{line.substr(second + 1), {}};
    std::istringstream names(line.substr(0, first));
    for (std::string name; std::getline(names, name, ',');)
      if (auto role = role_named(name)) one.roles.add(*role);
    bodies.push_back({Kind::interview, true, {one}});
  }
  return bodies;
}

std::vector<Body> read_json(std::istream& in) {
  std::vector<Body> bodies;
  for (std::string line; std::getline(in, line);) {
    const auto json = nlohmann::json::parse(line);
    Body body{kind_named(json.at("kind").get<std::string>()).value_or(Kind::interview), false, {}};
    for (const auto& sentence : json.at("sentences")) {
      Labelled one{sentence.at(0), {}};
      for (const auto& name : sentence.at(1))
        if (auto role = role_named(name.get<std::string>())) one.roles.add(*role);
      body.sentences.push_back(one);
    }
    bodies.push_back(body);
  }
  return bodies;
}

struct Read {
  SentenceCues cues;
  std::vector<Hit> hits;
};

Read read_sentence(const std::string& text, const Lexicon& lexicon, const RoleClassifier& classifier) {
  Read made;
  std::vector<Word> words = split_words(text, find_opaque(text, Format::markdown), lexicon);
  if (words.empty()) return made;
  const auto sentences = split_sentences(text, words, false);
  Sentence whole = sentences.front();
  whole.last_word = sentences.back().last_word;
  whole.span.end = sentences.back().span.end;
  whole.mark = sentences.back().mark;
  lexicon.match(words, whole, 0, made.hits);
  made.cues = classifier.read({text, words, made.hits, whole}, lexicon);
  return made;
}

struct Count {
  int right = 0, wrong = 0, missed = 0;
  double precision() const { return right + wrong ? static_cast<double>(right) / (right + wrong) : 1; }
  double recall() const { return right + missed ? static_cast<double>(right) / (right + missed) : 1; }
  double f1() const { return right ? 2.0 * right / (2.0 * right + wrong + missed) : 0; }
};

std::string names_of(Roles roles) {
  std::string out;
  for (std::size_t i = 0; i < role_count; ++i)
    if (roles.has(static_cast<Role>(i))) out += (out.empty() ? "" : ",") + std::string(role_names[i]);
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  const CueClassifier& classifier = CueClassifier::standard();
  const std::array groups = {PatternGroup{0, classifier.patterns()}};
  const Lexicon lexicon(word_classes(), groups);
  std::array<Count, role_count> counts;
  std::array<Count, role_count> held;  ///< what a rule on a missing part may count on: decided or nearly so
  std::optional<Role> shown;
  bool show_all = false, dump = false;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--errors" && i + 1 < argc) {
      const std::string role = argv[++i];
      show_all = role == "all";
      shown = role_named(role);
      continue;
    }
    if (argument == "--dump") {
      dump = true;
      continue;
    }
    std::ifstream in(argument);
    if (!in) {
      std::cerr << argument << ": cannot be read\n";
      return 2;
    }
    for (const Body& body : argument.ends_with(".jsonl") ? read_json(in) : read_lines(in)) {
      std::vector<Read> reads;
      for (const Labelled& one : body.sentences) reads.push_back(read_sentence(one.text, lexicon, classifier));
      Roles previous;
      for (std::size_t k = 0; k < reads.size(); ++k) {
        Place place{body.kind, static_cast<std::uint32_t>(k), static_cast<std::uint32_t>(reads.size()),
                    k > 0 ? &reads[k - 1].cues : nullptr, previous};
        if (body.loose) place.index = 1, place.count = 9;  // neither first nor last
        const Roles got = classifier.decide(reads[k].cues, place);
        const Roles nearly = reads[k].cues.nearly;
        const Roles want = body.sentences[k].roles;
        if (dump)
          std::cout << names_of(want) << '\t' << names_of(got) << '\t' << reads[k].cues.bits << '\t'
                    << name_of(body.kind) << '\t' << place.index << '\t' << place.count << '\t'
                    << body.sentences[k].text << '\t' << names_of(nearly) << '\n';
        for (std::size_t r = 0; r < role_count; ++r) {
          const Role role = static_cast<Role>(r);
          const bool silent = got.has(role) || nearly.has(role);
          if (want.has(role)) ++(silent ? held[r].right : held[r].missed);
          if (silent && !want.has(role)) ++held[r].wrong;
          if (got.has(role) && want.has(role))
            ++counts[r].right;
          else if (got.has(role))
            ++counts[r].wrong;
          else if (want.has(role))
            ++counts[r].missed;
          if (got.has(role) != want.has(role) && (role == shown || (show_all && want != got))) {
            std::cout << (got.has(role) ? "+" : "-") << role_names[r] << " want " << names_of(want) << " got "
                      << names_of(got) << " cues " << std::hex << reads[k].cues.bits << std::dec << ": "
                      << body.sentences[k].text << '\n';
          }
        }
        previous = got;
      }
    }
  }
  Count all;
  for (std::size_t r = 0; r < role_count; ++r) {
    const Count& one = counts[r];
    all.right += one.right, all.wrong += one.wrong, all.missed += one.missed;
    std::printf("%-10s P %.3f R %.3f F1 %.3f  (%d)  nearly: P %.3f R %.3f\n", role_names[r].data(), one.precision(),
                one.recall(), one.f1(), one.right + one.missed, held[r].precision(), held[r].recall());
  }
  std::printf("%-10s P %.3f R %.3f F1 %.3f\n", "micro", all.precision(), all.recall(), all.f1());
}
