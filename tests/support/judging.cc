#include "tests/support/judging.h"

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

Judged judge_text(std::string text, Format format, std::string_view now) {
  const Checker& checker = standard_checker();
  Judged judged{Note::parse(std::make_shared<const std::string>(std::move(text)), format, checker.reader()), {}, {}};
  judged.facts = facts_of(judged.note, nullptr);
  Request request;
  request.now = parse_time(now).value();
  request.named_as_note = true;
  request.speller = &few_slips();
  judged.verdict = checker.judge(judged.note, judged.facts, request);
  return judged;
}

Marked take_marks(std::string_view example) {
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
