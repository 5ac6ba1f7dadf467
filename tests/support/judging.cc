#include "tests/support/judging.h"

#include <fstream>

#include "rules/engine/page.h"
#include "rules/model/standard.h"

namespace afterword::testing {

const Speller& few_slips() {
  class FewSlips final : public Speller {
   public:
    bool is_slip(std::string_view word, Spelling) const override { return !meant_by(word).empty(); }
    std::vector<std::string> corrections(std::string_view word, Spelling, std::size_t most) const override {
      return most > 0 && is_slip(word, Spelling::any) ? std::vector{std::string(meant_by(word))}
                                                      : std::vector<std::string>();
    }

   private:
    static std::string_view meant_by(std::string_view word) {
      if (word == "recieved") return "received";
      if (word == "seperate") return "separate";
      if (word == "definately") return "definitely";
      return {};
    }
  };
  static const FewSlips speller;
  return speller;
}

Note parse(std::string text, Format format, const Note* previous) {
  return Note::parse(std::make_shared<const std::string>(std::move(text)), format, standard_checker().reader(),
                     previous);
}

std::string part(const Note& note, PartKind kind) {
  const Part* found = note.part(kind);
  return found ? std::string(note.text(found->span)) : "(none)";
}

Strings sentences(const Note& note) {
  Strings all;
  for (const Paragraph& paragraph : note.paragraphs())
    for (const Sentence& sentence : paragraph.content->sentences)
      all.emplace_back(note.text(sentence.span.shifted(paragraph.span.begin)));
  return all;
}

std::vector<const Finding*> Judged::of(std::string_view rule) const {
  std::vector<const Finding*> found;
  for (const Finding& finding : verdict.findings)
    if (finding.rule == rule) found.push_back(&finding);
  return found;
}

namespace {

constexpr std::string_view facts_name = "interview.yaml";

Request example_request(std::string_view now) {
  Request request;
  request.now = parse_time(now).value();
  request.named_as_note = true;
  request.speller = &few_slips();
  return request;
}

Judged judge_with(std::string text, Format format, const InterviewFile* file, const Request& request) {
  const Checker& checker = standard_checker();
  Judged judged{Note::parse(std::make_shared<const std::string>(std::move(text)), format, checker.reader()), {}, {}};
  judged.facts = facts_of(judged.note, file);
  judged.verdict = checker.judge(judged.note, judged.facts, request);
  return judged;
}

}  // namespace

Judged judge_text(std::string text, Format format, std::string_view now) {
  return judge_with(std::move(text), format, nullptr, example_request(now));
}

Verdict judge_with(const std::string& text, const Request& given) {
  const Checker& checker = standard_checker();
  Note note = Note::parse(std::make_shared<const std::string>(text), Format::markdown, checker.reader());
  Facts facts = facts_of(note, nullptr);
  Request request = given;
  request.now = parse_time(example_now).value();
  return checker.judge(note, facts, request);
}

Judged judge_example(std::string_view example, const std::string& text) {
  const auto files = example_files(example);
  if (files.front().name.empty()) return judge_text(text, example_format(text));
  const auto text_of = [&](const ExampleFile& file) { return &file == &files.front() ? text : std::string(file.text); };
  std::optional<InterviewFile> facts;
  for (const ExampleFile& file : files)
    if (file.name == facts_name) facts = read_interview_file(std::string(facts_name), text_of(file));
  NoteSet set;
  Request request = example_request(example_now);
  request.print = true;
  for (const ExampleFile& file : files) {
    if (file.name == facts_name) continue;
    Judged one = judge_with(text_of(file), example_format(file.text), facts ? &*facts : nullptr, request);
    if (one.verdict.print) set.put(std::string(file.name), one.verdict.print);
  }
  request.set = &set;
  request.path = files.front().name;
  if (files.front().name == facts_name) {
    Judged judged{parse(text), {}, {}};
    judged.verdict = standard_checker().judge_facts(*facts, request);
    return judged;
  }
  return judge_with(text, example_format(text), facts ? &*facts : nullptr, request);
}

std::vector<Case> read_cases(const std::string& path) {
  constexpr std::string_view mark = "######## ";
  std::vector<Case> cases;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);)
    if (line.starts_with(mark))
      cases.push_back({line.substr(mark.size()), {}});
    else if (!cases.empty())
      cases.back().text += line + "\n";
  return cases;
}

Marked take_marks(std::string_view example) {
  example = example_files(example).front().text;
  auto open = example.find("[[");
  if (open == std::string_view::npos) return {std::string(example), {}};
  auto close = example.find("]]", open + 2);
  while (close + 2 < example.size() && example[close + 2] == ']') ++close;  // "[[[Name]]]" marks "[Name]"
  std::string text(example.substr(0, open));
  text += example.substr(open + 2, close - open - 2);
  Span span{open, text.size()};
  text += example.substr(close + 2);
  return {text, span};
}

std::string apply(std::string text, const std::vector<Edit>& edits) {
  for (std::size_t i = edits.size(); i-- > 0;) text.replace(edits[i].span.begin, edits[i].span.size(), edits[i].text);
  return text;
}

}  // namespace afterword::testing
