#include "server/cli/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "protocol/jsonrpc/json_writer.h"
#include "protocol/jsonrpc/utf8.h"
#include "protocol/lsp/line_index.h"
#include "rules/model/standard.h"

namespace afterword::cli {

namespace {

using jsonrpc::JsonWriter;

/// Bytes to lines and columns counted from 1, columns in code points. It counts on (or back) from the place before, for
/// they come close to each other: a line of many findings costs its length, not its square.
class Places {
 public:
  explicit Places(std::string_view text) : text_(text), lines_(text) {}

  lsp::Position at(std::size_t byte) {
    const std::size_t line = lines_.line_of(byte);
    byte = std::min(byte, lines_.line_end(text_, line));
    if (line != line_) line_ = line, byte_ = lines_.line_start(line), column_ = 1;
    if (byte < byte_)
      column_ -= std::min(column_ - 1, code_points(byte, byte_));
    else
      column_ += code_points(byte_, byte);
    byte_ = byte;
    return {static_cast<std::uint32_t>(line_ + 1), static_cast<std::uint32_t>(column_)};
  }

 private:
  std::size_t code_points(std::size_t begin, std::size_t end) const {
    std::size_t count = 0;
    for (; begin < end; ++count) begin += utf8::step(text_, begin).size;
    return count;
  }

  std::string_view text_;
  lsp::LineIndex lines_;
  std::size_t line_ = 0, byte_ = 0, column_ = 1;  ///< the place before; the line from 0
};

void member(JsonWriter& to, std::string_view name, std::string_view value) {
  to.key(name);
  to.string(value);
}
void member(JsonWriter& to, std::string_view name, std::size_t value) {
  to.key(name);
  to.number(static_cast<std::int64_t>(value));
}
void member(JsonWriter& to, std::string_view name, bool value) {
  to.key(name);
  to.boolean(value);
}

void place(JsonWriter& to, std::string_view name, std::size_t byte, Places& places) {
  lsp::Position position = places.at(byte);
  to.key(name);
  to.begin_object();
  member(to, "byte", byte);
  member(to, "line", static_cast<std::size_t>(position.line));
  member(to, "column", static_cast<std::size_t>(position.character));
  to.end_object();
}

void write_fix(JsonWriter& to, const Fix& fix) {
  to.begin_object();
  member(to, "title", std::string_view(fix.title));
  member(to, "preferred", fix.preferred);
  to.key("edits");
  to.begin_array();
  for (const Edit& edit : fix.edits) {
    to.begin_object();
    member(to, "start", edit.span.begin);
    member(to, "end", edit.span.end);
    member(to, "text", std::string_view(edit.text));
    to.end_object();
  }
  to.end_array();
  to.end_object();
}

/// The file of a related place, named as the note is: from the working folder where the note's path is relative.
std::string related_path(std::string_view note, const std::string& file) {
  if (file.empty()) return std::string(note);
  std::error_code error;
  if (note.starts_with("/") || !file.starts_with("/")) return file;
  auto near = std::filesystem::path(file).lexically_relative(std::filesystem::current_path(error));
  return error || near.empty() ? file : near.string();
}

void write_finding(JsonWriter& to, std::string_view path, const Note& note, const Finding& finding, Places& places) {
  to.begin_object();
  to.key("rule");
  if (finding.rule.empty())
    to.null();
  else
    to.string(finding.rule);
  member(to, "severity", name_of(finding.severity));
  member(to, "message", std::string_view(finding.message));
  member(to, "text", note.text(finding.span));
  place(to, "start", finding.span.begin, places);
  place(to, "end", finding.span.end, places);
  to.key("fixes");
  to.begin_array();
  for (const Fix& fix : finding.fixes) write_fix(to, fix);
  to.end_array();
  to.key("related");
  to.begin_array();
  for (const Related& related : finding.related) {
    to.begin_object();
    member(to, "path", std::string_view(related_path(path, related.origin.path)));
    member(to, "line", static_cast<std::size_t>(related.origin.line));
    member(to, "column", static_cast<std::size_t>(related.origin.column));
    member(to, "message", std::string_view(related.message));
    to.end_object();
  }
  to.end_array();
  to.end_object();
}

std::string_view colour_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "\x1b[31m";
    case Severity::warning:
      return "\x1b[33m";
    case Severity::information:
      return "\x1b[36m";
    default:
      return "\x1b[2m";
  }
}

std::string plural(std::size_t count, std::string_view word) {
  return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

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

void Summary::count(const Judgement& judged) {
  ++files;
  notes += judged.verdict.occasion.is_note;
  for (const Finding& finding : judged.verdict.findings) ++by_severity[static_cast<std::size_t>(finding.severity)];
}

void Summary::add(const Summary& other) {
  files += other.files;
  notes += other.notes;
  for (std::size_t i = 0; i < by_severity.size(); ++i) by_severity[i] += other.by_severity[i];
}

bool Summary::reaches(Severity severity) const {
  for (std::size_t i = static_cast<std::size_t>(severity); i < by_severity.size(); ++i)
    if (severity != Severity::off && by_severity[i] > 0) return true;
  return false;
}

std::string note_json(std::string_view path, const Judgement& judged, std::string_view id) {
  std::string out;
  out.reserve(1024 + judged.verdict.findings.size() * 512);
  JsonWriter to(out);
  Places places(judged.note.text());
  const Occasion& occasion = judged.verdict.occasion;
  to.begin_object();
  if (!id.empty()) {
    to.key("id");
    to.raw(id);
  }
  member(to, "path", path);
  member(to, "note", occasion.is_note);
  member(to, "why", occasion.why);
  to.key("kind");
  if (occasion.is_note)
    to.string(name_of(occasion.kind));
  else
    to.null();
  member(to, "declared", occasion.declared);
  member(to, "words", judged.note.word_count());
  to.key("findings");
  to.begin_array();
  for (const Finding& finding : judged.verdict.findings) write_finding(to, path, judged.note, finding, places);
  to.end_array();
  to.end_object();
  return out;
}

std::string summary_json(const Summary& summary) {
  return fmt::format(R"({{"files":{},"notes":{},"error":{},"warning":{},"information":{},"hint":{}}})", summary.files,
                     summary.notes, summary.of(Severity::error), summary.of(Severity::warning),
                     summary.of(Severity::information), summary.of(Severity::hint));
}

std::string visible(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const bool c1 = c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (c == '\n' || c == '\r' || c == '\t')
      out += ' ';
    else if (c < 0x20 || c == 0x7F)
      out += fmt::format("\\x{:02x}", c);
    else if (c1)
      out += fmt::format("\\x{:02x}", static_cast<unsigned char>(text[++i]));
    else
      out += text[i];
  }
  return out;
}

std::string note_text(std::string_view path, const Judgement& judged, bool colour) {
  std::string out;
  Places places(judged.note.text());
  for (const Finding& finding : judged.verdict.findings) {
    lsp::Position at = places.at(finding.span.begin);
    std::string_view on = colour ? colour_of(finding.severity) : "", off = colour ? "\x1b[0m" : "";
    out += fmt::format("{}:{}:{}: {}{}{}: {}", visible(path), at.line, at.character, on, name_of(finding.severity), off,
                       visible(finding.message));
    out += finding.rule.empty() ? "\n" : fmt::format(" [{}]\n", finding.rule);
    for (const Fix& fix : finding.fixes)
      if (fix.preferred || finding.fixes.size() == 1) out += fmt::format("    fix: {}\n", visible(fix.title));
  }
  return out;
}

std::string summary_text(const Summary& summary) {
  return fmt::format("{} in {}: {}, {}, {} to consider, {}\n", plural(summary.notes, "note"),
                     plural(summary.files, "file"), plural(summary.of(Severity::error), "error"),
                     plural(summary.of(Severity::warning), "warning"), summary.of(Severity::information),
                     plural(summary.of(Severity::hint), "hint"));
}

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
