#include "tests/bench/texts.h"

#include <array>
#include <random>
#include <string_view>

namespace afterword::bench {

namespace {

using std::string_view;

// Every sentence fits behind every other one; the marks < and > stand for a topic and a company.
constexpr std::array givens =
    std::to_array<string_view>({"Marit", "Tobias", "Leila", "Anselm", "Ruta", "Femi", "Ilse", "Kenji"});
constexpr std::array surnames =
    std::to_array<string_view>({"Holm", "Ravn", "Adeyemi", "Brandt", "Kaplan", "Silva", "Oduya", "Weir"});
constexpr std::array companies =
    std::to_array<string_view>({"Tidewright", "Copperfen", "Halyard Labs", "Norrland Rail", "Quillmark"});
constexpr std::array kinds =
    std::to_array<string_view>({"interview", "phone-screen", "informational", "networking", "rejection"});
constexpr std::array topics =
    std::to_array<string_view>({"the tide tables", "the ferry timetable", "replaying the ledger", "the night shift",
                                "the broken gauge", "the map tiles"});
constexpr std::array thanks = std::to_array<string_view>(
    {"Thank you for walking me through < on Tuesday.", "Thanks for the hour, and for the tour of the workshop.",
     "Thank you for taking time out of your busy schedule.", "I am grateful that you drew < on the whiteboard twice."});
constexpr std::array middles = std::to_array<string_view>(
    {"Your point about < made me look at our own again that evening, and two of the numbers were wrong.",
     "When you asked how I would test <, I answered too shortly: I would record a week first and replay it.",
     "At the harbour office I moved 40 sensors to one queue within a summer, without losing a reading.",
     "I enjoyed our conversation about the role and the team.",
     "The part about < has stayed with me because we met the same wall last year.",
     "I would love to do this work at > with you.", "I am passionate about clean data and a team player.",
     "You need somebody who can read old code calmly; I kept a Fortran model alive for three years.",
     "On <, here is the write-up I mentioned: https://example.org/notes.",
     "It rained all the way home, which gave me time to think about <.",
     "We had the the same trouble with clocks that run apart.", "If it helps, i can send the scripts that we used."});
constexpr std::array closings = std::to_array<string_view>(
    {"You said that you decide by Friday; I am free for a call on Wednesday morning.",
     "I look forward to hearing from you.", "I will write on Monday with the result of the replay.",
     "Please let me know if a reference would help."});

template <std::size_t size>
string_view pick(std::mt19937& random, const std::array<string_view, size>& from) {
  return from[random() % size];
}

void add(std::string& to, string_view sentence, string_view topic, string_view company) {
  for (char c : sentence) {
    if (c == '<')
      to += topic;
    else if (c == '>')
      to += company;
    else
      to += c;
  }
}

/// Walks through all of `middles` before one comes again.
class Walk {
 public:
  explicit Walk(std::mt19937& random)
      : random_(random), at_(random() % middles.size()), step_(steps[random() % steps.size()]) {}

  void add_paragraph(std::string& to, std::size_t sentences) {
    for (std::size_t i = 0; i < sentences; ++i) {
      if (i > 0) to += i % 2 ? ' ' : '\n';
      at_ = (at_ + step_) % middles.size();
      add(to, middles[at_], pick(random_, topics), pick(random_, companies));
    }
    to += "\n\n";
  }

 private:
  static constexpr std::array<std::size_t, 4> steps{1, 5, 7, 11};  // no divisor in common with the number of sentences
  static_assert(middles.size() == 12);
  std::mt19937& random_;
  std::size_t at_, step_;
};

constexpr string_view usual_head = R"(---
to: Marit Holm
from: Jonas Lind
company: Tidewright
role: data engineer
kind: interview
topics: [the tide tables, replaying the ledger]
---

Dear Marit,

Thank you for taking me through the tide tables on Tuesday, and for showing me the gauge that nobody dares to switch
off. I had not expected the printer.

)";
constexpr string_view usual_body =
    R"(When you asked how I would test a replay of the ledger, my answer was far too short. I would record one week of readings
first, replay them at night, and compare the the sums of each hour before anything else is touched. I did this at the
harbour office, where 40 sensors moved to one queue within a summer and no reading was lost.

Your remark that two clocks never agree has stayed with me, because we met the same wall last year. In the end we gave
up on wall time and numbered the readings, which took a week and saved us a month. I wrote that down here:
https://example.org/clocks.

This mixture of old instruments and careful software is why I want the job at Tidewright.

)";
constexpr string_view usual_end =
    R"(You said that you decide by the end of next week. I am free for a second talk on Wednesday or Thursday morning.

Kind regards,
Jonas Lind
)";

}  // namespace

std::string usual_note() { return std::string(usual_head).append(usual_body).append(usual_end); }

std::string long_note(std::size_t bytes) {
  std::mt19937 random(7);
  Walk walk(random);
  std::string text(usual_head);
  while (text.size() + usual_end.size() < bytes) walk.add_paragraph(text, 2 + random() % 4);
  return text.append(usual_end);
}

std::string varied_note(unsigned number) {
  std::mt19937 random(number);
  std::string given(pick(random, givens)), surname(pick(random, surnames)), company(pick(random, companies)),
      topic(pick(random, topics));
  std::string text = "---\nto: " + given + " " + surname + "\ncompany: " + company + "\nkind: ";
  text.append(pick(random, kinds)).append("\ntopics: [").append(topic).append("]\n---\n\n");
  switch (random() % 8) {
    case 0:
      text += "Dear Hiring Manager,\n\n";
      break;
    case 1:
      text.append("Dear ").append(pick(random, givens)).append(",\n\n");
      break;
    default:
      text += "Dear " + given + ",\n\n";
  }
  add(text, pick(random, thanks), topic, company);
  text += "\n\n";
  Walk walk(random);
  for (std::size_t paragraphs = 1 + random() % 3; paragraphs > 0; --paragraphs)
    walk.add_paragraph(text, 2 + random() % 3);
  add(text, pick(random, closings), topic, company);
  return text + "\n\nBest regards,\nJonas Lind\n";
}

}  // namespace afterword::bench
