// The note as the program sees it, as JSON and for people.
#include <fmt/format.h>

#include "rules/model/standard.h"
#include "server/cli/report.h"
#include "server/cli/report_parts.h"

namespace afterword::cli {

namespace {

struct ListedFact {
  std::string_view name;
  std::string value;
};

/// The facts as text, in the order in which the catalogue lists them.
std::vector<ListedFact> list_facts(const Facts& facts) {
  std::vector<ListedFact> listed;
  auto add = [&](std::string_view name, std::string value) {
    if (!value.empty()) listed.push_back({name, std::move(value)});
  };
  auto person = [](const Person& who) {
    return who.email.empty() ? who.name : who.name.empty() ? who.email : fmt::format("{} <{}>", who.name, who.email);
  };
  if (facts.kind) add("kind", std::string(name_of(facts.kind->value)));
  for (const Person& to : facts.to) add("to", person(to));
  if (facts.from) add("from", person(*facts.from));
  for (const auto& company : facts.company) add("company", company.value);
  if (facts.role) add("role", facts.role->value);
  if (facts.interview) add("interview", to_string(facts.interview->value));
  for (const auto& topic : facts.topics) add("topics", topic.value);
  if (facts.sent) add("sent", to_string(facts.sent->value));
  if (facts.delivery) {
    constexpr std::string_view names[] = {"email", "post", "hand", "desk"};
    add("delivery", std::string(names[static_cast<std::size_t>(facts.delivery->value)]));
  }
  if (facts.decision_by) add("decision-by", to_string(facts.decision_by->value));
  if (facts.referred_by) add("referred-by", person(*facts.referred_by));
  if (facts.subject) add("subject", facts.subject->value);
  for (const auto& ignored : facts.ignore) add("ignore", ignored.value);
  if (facts.afterword) add("afterword", facts.afterword->value ? "true" : "false");
  return listed;
}

void write_facts(JsonWriter& to, const Facts& facts) {
  auto listed = list_facts(facts);
  auto is_list = [](std::string_view name) {
    return name == "to" || name == "company" || name == "topics" || name == "ignore";
  };
  to.begin_object();
  for (std::size_t i = 0; i < listed.size();) {
    to.key(listed[i].name);
    if (!is_list(listed[i].name)) {
      to.string(listed[i++].value);
      continue;
    }
    to.begin_array();
    for (std::string_view name = listed[i].name; i < listed.size() && listed[i].name == name; ++i)
      to.string(listed[i].value);
    to.end_array();
  }
  to.end_object();
}

Context context_of(const Judgement& judged) {
  return standard_checker().context(judged.note, judged.facts, judged.verdict.occasion, {});
}

}  // namespace

std::string outline_json(std::string_view path, const Judgement& judged) {
  std::string out;
  JsonWriter to(out);
  Places places(judged.note.text());
  to.begin_object();
  member(to, "path", path);
  member(to, "kind", name_of(judged.verdict.occasion.kind));
  to.key("facts");
  write_facts(to, judged.facts);
  to.key("parts");
  to.begin_array();
  for (const Part& part : judged.note.parts()) {
    to.begin_object();
    member(to, "part", name_of(part.kind));
    place(to, "start", part.span.begin, places);
    place(to, "end", part.span.end, places);
    to.end_object();
  }
  to.end_array();
  to.key("sentences");
  to.begin_array();
  Context context = context_of(judged);
  for (const BodySentence& sentence : context.sentences) {
    Span span = sentence.span();
    to.begin_object();
    member(to, "text", judged.note.text(span));
    to.key("roles");
    to.begin_array();
    for (std::size_t i = 0; i < role_count; ++i)
      if (sentence.roles.has(static_cast<Role>(i))) to.string(role_names[i]);
    to.end_array();
    place(to, "start", span.begin, places);
    place(to, "end", span.end, places);
    to.end_object();
  }
  to.end_array();
  to.end_object();
  return out;
}

std::string outline_text(std::string_view path, const Judgement& judged) {
  const Occasion& occasion = judged.verdict.occasion;
  std::string out = fmt::format("{}: {} ({}), kind {}{}, {}\n", path, occasion.is_note ? "a note" : "no note",
                                occasion.why, name_of(occasion.kind), occasion.declared ? "" : " (detected)",
                                plural(judged.note.word_count(), "word"));
  for (const ListedFact& fact : list_facts(judged.facts))
    out += fmt::format("  {}: {}\n", fact.name, visible(fact.value));
  Context context = context_of(judged);
  std::size_t next = 0;
  for (const Part& part : judged.note.parts()) {
    out += fmt::format("{}\n", name_of(part.kind));
    if (part.kind == PartKind::greeting || part.kind == PartKind::sign_off || part.kind == PartKind::signature)
      out += fmt::format("    {}\n", visible(judged.note.text(part.span)));
    for (; part.kind == PartKind::paragraph && next < context.sentences.size() &&
           context.sentences[next].span().begin < part.span.end;
         ++next) {
      std::string roles;
      for (std::size_t i = 0; i < role_count; ++i)
        if (context.sentences[next].roles.has(static_cast<Role>(i)))
          roles += (roles.empty() ? "" : ", ") + std::string(role_names[i]);
      out += fmt::format("    [{}] {}\n", roles, visible(judged.note.text(context.sentences[next].span())));
    }
  }
  return out;
}

}  // namespace afterword::cli
