#include "server/features/hover_texts.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "rules/checks/check_list.h"
#include "rules/note/fact_keys.h"
#include "rules/note/unicode.h"
#include "server/features/names_here.h"
#include "server/features/note_status.h"

namespace afterword {

namespace {

bool touches(Span span, std::size_t at) { return span.begin <= at && at <= span.end; }

/// Headers of a mail that are facts as well.
std::string_view fact_of_header(std::string_view name) {
  constexpr auto facts = std::to_array<std::pair<std::string_view, std::string_view>>(
      {{"To", "to"}, {"From", "from"}, {"Subject", "subject"}, {"Date", "sent"}});
  for (const auto& [header, fact] : facts)
    if (equal_folded(header, name)) return fact;
  return {};
}

const FactKey* fact_key(std::string_view name, FactPlaces place) {
  const auto found = std::find_if(fact_keys.begin(), fact_keys.end(), [&](const FactKey& key) {
    return (key.places & place) != 0 && equal_folded(key.name, name);
  });
  return found == fact_keys.end() ? nullptr : &*found;
}

/// "5 hours ago", "in 2 days".
std::string distance(LocalTime time, LocalTime now) {
  constexpr std::int64_t hour = 3600, day = 24 * hour;
  const bool past = time <= now;
  const std::int64_t apart = past ? now.seconds - time.seconds : time.seconds - now.seconds;
  const std::int64_t count = apart >= 2 * day ? apart / day : apart / hour;
  const std::string_view unit = apart >= 2 * day ? "day" : "hour";
  if (count == 0) return past ? "within the last hour" : "within the hour";
  return fmt::format("{}{} {}{}{}", past ? "" : "in ", count, unit, count == 1 ? "" : "s", past ? " ago" : "");
}

/// Where a fact stands, as a link where it is another file.
std::string place_of(const Origin& origin) {
  if (origin.path.empty()) return fmt::format("in line {}", origin.line);
  return fmt::format("in [{}, line {}]({}#{},{})", name_of_path(origin.path), origin.line,
                     lsp::Uri::of_path(origin.path).text(), origin.line, origin.column);
}

std::string about(const Named& who) {
  std::string text = fmt::format("**{}**, {}", who.names[0], who.role);
  for (std::size_t i = 1; i < who.names.size(); ++i)
    text += fmt::format("{} {}", i == 1 ? "; also" : ",", who.names[i]);
  if (!who.email.empty()) text += fmt::format(" ({})", who.email);
  text += fmt::format(". The name stands {}", place_of(who.origin));
  if (who.file_origin) text += fmt::format(" and {}", place_of(*who.file_origin));
  return text + ".";
}

/// The facts of one document, as far as a hover asks.
class FactFinder {
 public:
  FactFinder(Session& session, Document& document, std::size_t at) : session_(session), document_(document), at_(at) {}

  std::optional<HoverText> in(const std::vector<Field>& entries, FactPlaces place) {
    for (const Field& field : entries) {
      if (!touches(span_of(field), at_)) continue;
      for (const std::vector<Field>& map : field.children)
        if (auto found = in(map, in_interviewer)) return found;
      const bool on_key = touches(field.key_span, at_);
      const auto value = std::find_if(field.values.begin(), field.values.end(),
                                      [&](const FieldValue& one) { return touches(one.span, at_); });
      if (!on_key && value == field.values.end()) return std::nullopt;
      return explain(field.key, place, on_key ? field.key_span : value->span,
                     field.values.empty() ? nullptr
                     : on_key             ? &field.values.front()
                                          : &*value);
    }
    return std::nullopt;
  }

  std::optional<HoverText> in_headers(const std::vector<Field>& headers) {
    for (const Field& header : headers)
      if (const FactKey* key = fact_key(fact_of_header(header.key), in_note); key && touches(span_of(header), at_))
        return HoverText{span_of(header), fmt::format("**{}**: {}", header.key, key->use) + whom_it_names(*key)};
    return std::nullopt;
  }

 private:
  std::optional<HoverText> explain(std::string_view name, FactPlaces place, Span span, const FieldValue* value) {
    const FactKey* key = fact_key(name, place);
    if (!key) return std::nullopt;
    std::string text = fmt::format("**{}**: {} {}", key->name, key->meaning, key->use);
    if (value && key->type == FactType::time)
      if (const auto time = parse_time(value->text))
        text += fmt::format("\n\nThat is {}.", distance(*time, session_.judge().now()));
    if (place == in_note) text += whom_it_names(*key);
    return HoverText{span, std::move(text)};
  }

  /// Whom the name at the cursor means, where another file tells more of them.
  std::string whom_it_names(const FactKey& key) {
    if (key.type != FactType::people && key.type != FactType::person) return {};
    const NamesHere here = names_here(session_, document_);
    const Mention* mention = here.at(at_);
    const Named* who = mention ? &here.names[mention->who] : nullptr;
    return who && who->in_file ? "\n\n" + about(*who) : std::string();
  }

  Session& session_;
  Document& document_;
  std::size_t at_;
};

std::optional<HoverText> check_list_at(Session& session, Document& document, std::size_t at) {
  const Judgement& judged = session.judge().judgement(document);
  const Part* greeting = judged.note.part(PartKind::greeting);
  if (!greeting) return std::nullopt;
  const std::size_t line = document.lines.line_of(at);
  const bool here = document.lines.line_of(greeting->span.begin) <= line && at <= greeting->span.end;
  if (!here) return std::nullopt;
  const Context context = session.judge().context(document);
  std::string text = fmt::format("**{}**\n", note_title(context));
  const CheckList list = check_list(context);
  if (!list.parts.empty()) text += fmt::format("\n{} of {} parts:\n\n", list.there(), list.parts.size());
  for (const ListedPart& part : list.parts)
    text += fmt::format("- {} {}: {}\n", part.there ? "\xE2\x9C\x93" : "\xE2\x9C\x97", part.name, part.meaning);
  if (const auto time = timing(context); time && !time->text.empty()) text += fmt::format("\n{}\n", time->text);
  return HoverText{greeting->span, std::move(text)};
}

std::optional<HoverText> name_at(Session& session, Document& document, std::size_t at) {
  const NamesHere here = names_here(session, document);
  const Mention* mention = here.at(at);
  if (!mention) return std::nullopt;
  return HoverText{mention->span(), about(here.names[mention->who])};
}

}  // namespace

std::optional<HoverText> hover_text(Session& session, Document& document, std::size_t at) {
  FactFinder facts(session, document, at);
  if (name_of_path(document.path) == interview_file_name)
    return facts.in(read_yaml(*document.text, 0).entries, in_file);
  const Judgement& judged = session.judge().judgement(document);
  if (!judged.verdict.occasion.is_note) return std::nullopt;
  if (touches(judged.note.front_matter().span, at) && !judged.note.front_matter().span.empty())
    return facts.in(judged.note.front_matter().entries, in_note);
  if (touches(judged.note.headers().span, at) && !judged.note.headers().span.empty())
    return facts.in_headers(judged.note.headers().entries);
  if (auto list = check_list_at(session, document, at)) return list;
  return name_at(session, document, at);
}

}  // namespace afterword
