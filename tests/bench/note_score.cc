// Prints, rule by rule, how often the program says rightly, wrongly or not at all that a note lacks a part. What is due
// follows from the labelled roles by the catalogue's sections 3 and 5. Reads JSON lines with "kind" and "sentences":
// [[text, [roles], ...], ...]. With --errors the notes it was wrong about, each sentence with both its roles.
#include <array>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "rules/engine/checker.h"
#include "rules/engine/parts.h"
#include "rules/model/standard.h"

using namespace afterword;

namespace {

struct Body {
  Kind kind = Kind::interview;
  std::vector<std::string> texts;
  std::vector<Roles> roles;
};

Body read_body(const std::string& line) {
  const auto json = nlohmann::json::parse(line);
  Body body;
  body.kind = kind_named(json.at("kind").get<std::string>()).value_or(Kind::interview);
  for (const auto& sentence : json.at("sentences")) {
    body.texts.push_back(sentence.at(0));
    Roles roles;
    for (const auto& name : sentence.at(1))
      if (auto role = role_named(name.get<std::string>())) roles.add(*role);
    body.roles.push_back(roles);
  }
  return body;
}

using RuleNames = std::set<std::string, std::less<>>;
const RuleNames judged = {"thanks-missing",    "callback-missing", "callback-vague", "interest-missing", "fit-missing",
                          "next-step-missing", "addition-missing", "only-thanks",    "next-step-passive"};

/// What the labels ask for: the catalogue's table, then who silences whom.
RuleNames due(Kind kind, Roles roles, bool just_begun) {
  RuleNames made;
  const auto lacks = [&](std::string_view rule, Severities asked, Roles parts) {
    if (!just_begun && asked.of(kind) != Severity::off && !roles.any_of(parts)) made.emplace(rule);
  };
  lacks("thanks-missing", parts::thanks, {Role::thanks});
  lacks("callback-missing", parts::callback, {Role::callback, Role::vague});
  lacks("interest-missing", parts::interest, {Role::interest});
  lacks("fit-missing", parts::fit, {Role::fit});
  lacks("next-step-missing", parts::next_step, {Role::next_step, Role::wait});
  lacks("addition-missing", parts::addition, {Role::addition, Role::offer});
  constexpr Roles content{Role::callback,  Role::interest, Role::fit,  Role::addition,
                          Role::next_step, Role::offer,    Role::other};
  if (!just_begun && parts::asks_callback(kind) && !roles.any_of(content)) made = {"only-thanks"};
  if (parts::asks_callback(kind) && roles.has(Role::vague) && !roles.has(Role::callback)) made.insert("callback-vague");
  if (parts::asks_next_step(kind) && roles.has(Role::wait) && !roles.has(Role::next_step))
    made.insert("next-step-passive");
  return made;
}

std::string note_of(const Body& body) {
  std::string text = "---\nkind: " + std::string(name_of(body.kind)) + "\n---\n\nDear Dana,\n\n";
  for (const std::string& one : body.texts) text += one + '\n';
  return text + "\nKind regards,\nOla Nilsen\n";
}

std::string names_of(Roles roles) {
  std::string out;
  for (std::size_t i = 0; i < role_count; ++i)
    if (roles.has(static_cast<Role>(i))) out += (out.empty() ? "" : ",") + std::string(role_names[i]);
  return out.empty() ? "-" : out;
}

/// The program's own sentences need not be those of the labels: both are shown as they stand.
void show(const Body& body, const Context& context) {
  for (std::size_t i = 0; i < body.texts.size(); ++i)
    std::cout << "    want " << names_of(body.roles[i]) << ": " << body.texts[i] << '\n';
  for (const BodySentence& one : context.sentences)
    std::cout << "    got  " << names_of(one.roles) << ": " << context.text(one.span()) << '\n';
}

struct Count {
  int right = 0, wrong = 0, missed = 0;
};

void print(const std::string& name, const Count& one) {
  const auto ratio = [](int part, int rest) { return part + rest ? static_cast<double>(part) / (part + rest) : 1.0; };
  std::printf("%-18s P %.3f R %.3f  (right %d, wrong %d, missed %d)\n", name.c_str(), ratio(one.right, one.wrong),
              ratio(one.right, one.missed), one.right, one.wrong, one.missed);
}

}  // namespace

int main(int argc, char** argv) {
  const Checker& checker = standard_checker();
  std::map<std::string, Count, std::less<>> counts;
  bool errors = false;
  int notes = 0;
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]) == "--errors") {
      errors = true;
      continue;
    }
    std::ifstream in(argv[i]);
    if (!in) {
      std::cerr << argv[i] << ": cannot be read\n";
      return 2;
    }
    for (std::string line; std::getline(in, line);) {
      const Body body = read_body(line);
      const Note note =
          Note::parse(std::make_shared<const std::string>(note_of(body)), Format::markdown, checker.reader());
      const Facts facts = facts_of(note, nullptr);
      const Request request;
      const Verdict verdict = checker.judge(note, facts, request);
      Roles all;
      for (Roles roles : body.roles) all = all | roles;
      const Context context = checker.context(note, facts, verdict.occasion, request);
      const RuleNames want = due(body.kind, all, context.just_begun);
      RuleNames got;
      for (const Finding& finding : verdict.findings)
        if (judged.contains(finding.rule)) got.emplace(finding.rule);
      ++notes;
      for (const std::string& rule : judged) {
        Count& count = counts[rule];
        if (got.contains(rule) && want.contains(rule))
          ++count.right;
        else if (got.contains(rule))
          ++count.wrong;
        else if (want.contains(rule))
          ++count.missed;
        if (errors && got.contains(rule) != want.contains(rule))
          std::cout << (got.contains(rule) ? "WRONG " : "MISSED ") << rule << " note " << notes << '\n';
      }
      if (errors && got != want) show(body, context);
    }
  }
  Count all;
  for (const auto& [name, one] : counts) {
    print(name, one);
    all.right += one.right, all.wrong += one.wrong, all.missed += one.missed;
  }
  print("all", all);
  std::printf("wrong a note %.3f over %d notes\n", notes ? static_cast<double>(all.wrong) / notes : 0.0, notes);
}
