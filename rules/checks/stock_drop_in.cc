#include "rules/checks/stock_drop_in.h"

#include <string>
#include <string_view>

#include "rules/checks/around.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

/// "to", "I will": what stands before an infinitive. "'d" may be had as well as would, so it tells nothing.
bool takes_infinitive(std::string_view before) {
  return is_one_of(before, {"to", "will", "'ll", "would", "could", "can", "may", "might", "should", "must", "shall"});
}

/// The word that a clause's subject would be: behind "we will" a letter is no longer one person's to write.
bool several_act(const Around& around) { return is_one_of(around.before(2), {"we", "us", "together"}); }

bool is_other_person(const Around& around, std::size_t distance) {
  const Word* word = around.word_after(distance);
  return word && (is_one_of(around.after(distance), {"you", "him", "her", "them"}) ||
                  (word->form == 0 && word->is(capitalised)));
}

bool is_weekday(std::string_view word) {
  return is_one_of(word, {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"});
}

/// "be of use right away" for an infinitive, "being of use right away" for the other form; a past "hit" looks like
/// neither.
std::string be_of_use(const Around& around, bool progressive) {
  if (progressive) return is_one_of(around.before(), {"a", "an", "the"}) ? "" : "being of use right away";
  const bool infinitive = takes_infinitive(around.before()) || (is_one_of(around.before(), {"me", "us", "them"}) &&
                                                                is_one_of(around.before(2), {"help", "helps", "let"}));
  return infinitive && !around.mark_before() ? "be of use right away" : "";
}

/// "write", with "to" where somebody is named. `reach` grows over the preposition.
std::string write_to(const Around& around, bool progressive, Span& reach) {
  const bool fits = progressive ? around.opens() || is_one_of(around.before(), {"am", "'m", "be", "was", "just", "for",
                                                                                "by", "in", "simply", "only"})
                                : takes_infinitive(around.before()) && !around.mark_before() && !several_act(around);
  if (!fits || around.sentence_has({"write", "writing", "wrote", "written"})) return "";
  std::string made = progressive ? "writing" : "write";
  if (around.mark_after()) return made;
  const std::string next = around.after();
  if (is_one_of(next, {"with", "to"})) {
    if (!is_other_person(around, 2)) return "";
    reach.end = around.span_after().end;
    return made + " to";
  }
  const bool goes_on = is_one_of(next, {"about", "again", "soon", "tomorrow", "today", "next", "after", "before",
                                        "once", "when", "if", "early", "later", "by", "regarding", "and"}) ||
                       (next == "on" && is_weekday(around.after(2)));
  return goes_on ? made : "";
}

/// A clause stands for a thing behind a preposition or a verb, with no article of its own; `reach` grows over "your".
std::string what_you_told(const Around& around, Span& reach) {
  if (!is_one_of(around.before(), {"your", "the", "these", "those"}) || around.mark_before()) return "";
  std::size_t at = 2;
  if (around.before(at) == "all") ++at;
  if (!is_one_of(around.before(at), {"for", "appreciate", "appreciated", "value", "valued", "enjoyed"})) return "";
  const bool ends = around.mark_after() ||
                    is_one_of(around.after(), {"about", "regarding", "during", "yesterday", "today", "when", "over"}) ||
                    (around.after() == "on" && is_weekday(around.after(2)));
  if (!ends) return "";
  reach.begin = around.span_before(at - 1).begin;
  return "what you told me";
}

/// The noun alone, which says enough where it is known which one: "your dynamic sales team" is your sales team, but "a
/// fast-paced environment" would be just an environment.
std::string bare_noun(const Context& context, const Around& around, const FoundPhrase& hit, Span& reach) {
  std::size_t at = 1;
  const std::string degree = around.before();
  if (is_one_of(degree, {"very", "really", "truly", "highly", "extremely", "incredibly", "super"})) ++at;
  if (around.mark_before() || !is_one_of(around.before(at), {"the", "your", "this", "that", "our", "my", "their"}))
    return "";
  const std::string_view matched = context.text(hit.span);
  std::size_t cut = matched.find_first_of(" \t\r\n");
  if (cut != std::string_view::npos && equal_folded(matched.substr(0, cut), "fast"))
    cut = matched.find_first_of(" \t\r\n", cut + 1);
  if (cut == std::string_view::npos || matched.find_first_of(",;(") != std::string_view::npos) return "";
  const std::string_view rest = trim(matched.substr(cut));
  for (std::string_view joint : {"and ", "or ", "but ", "dynamic ", "fast"})
    if (starts_with_folded(rest, joint)) return "";
  if (at == 2) reach.begin = around.span_before().begin;
  return std::string(rest);
}

/// Not where others' convenience counts as well, nor as a clause's subject.
std::string suits_you(const Around& around, std::string_view matched) {
  const bool yours_alone =
      starts_with_folded(matched, "at your earliest") || starts_with_folded(matched, "at your very earliest");
  const bool subject =
      !around.mark_after() && is_one_of(around.after(), {"would", "is", "was", "will", "works", "suits"});
  return yours_alone && !subject ? "when it suits you" : "";
}

bool imperative_follows(const Around& around) {
  if (around.opens() || around.mark_before()) return true;
  if (is_one_of(around.before(), {"i", "we", "you", "they", "he", "she", "it", "who", "that", "which", "people"}))
    return false;
  return is_one_of(around.after(), {"contact", "reach", "call", "ask", "let", "get", "email", "e-mail", "write", "ring",
                                    "phone", "drop", "tell", "message", "give", "send", "come", "be"}) &&
         (around.sentence_has({"if", "should", "questions", "please"}) ||
          is_one_of(around.before(), {"and", "so", "or", "but"}));
}

/// A letter's way to say that one will write again; drones, shifts and habits come round as well.
bool circles_back_by_letter(const Around& around) {
  if (around.sentence_has({"every", "each", "twice"})) return false;
  const bool people = around.sentence_has({"i", "we", "you", "me", "us"});
  const std::string before = around.before();
  const bool by_us = is_one_of(around.before(2), {"i", "we", "you"});
  const bool announced = around.opens() ||
                         (takes_infinitive(before) && (before == "to" || before == "'ll" ? people : by_us)) ||
                         is_one_of(before, {"'d", "am", "'m", "me", "please", "just", "'s"}) ||
                         (before == "and" && around.sentence_has({"will", "'ll", "would", "'d", "to"}) &&
                          around.sentence_has({"i", "we"}));
  if (!announced) return false;
  if (around.mark_after() || around.after() != "to") return true;
  if (is_other_person(around, 2) || is_one_of(around.after(2), {"this", "that", "it", "what"})) return true;
  for (std::size_t distance = 3; distance <= 5; ++distance)
    if (is_one_of(around.after(distance),
                  {"question", "questions", "topic", "point", "points", "conversation", "role", "discussion",
                   "position", "idea", "matter", "issue", "timeline", "opportunity"}))
      return true;
  return false;
}

/// "Any updates?" and "if there are any updates on": asked of the reader. Else it is the updates that are spoken of.
bool asks_for_news(const Context& context, const Around& around, const FoundPhrase& hit) {
  if (around.after() == "to" && !is_one_of(around.after(2), {"share", "give", "report", "tell", "pass"})) return false;
  const bool question = context.sentences[hit.sentence].sentence().mark == '?';
  if (around.opens() || around.mark_before())
    return question || around.closes() || around.sentence_has({"would", "'d", "welcome", "appreciated", "grateful"});
  return question ||
         around.sentence_has({"you", "your", "me", "hear", "heard", "wondering", "wonder", "there", "news"});
}

}  // namespace

std::optional<Edit> stock_drop_in(const Context& context, const FoundPhrase& hit, StockFamily family) {
  const Around around(context, hit.sentence, hit.span);
  const std::string_view matched = context.text(hit.span);
  const bool progressive = starts_with_folded(matched, "hitting") || starts_with_folded(matched, "touching") ||
                           starts_with_folded(matched, "circling");
  Span reach = hit.span;
  std::string made;
  switch (family) {
    case StockFamily::ground_running:
      made = be_of_use(around, progressive);
      break;
    case StockFamily::earliest_convenience:
      made = suits_you(around, matched);
      break;
    case StockFamily::touch_base:
      made = write_to(around, progressive, reach);
      break;
    case StockFamily::valuable_insights:
      made = what_you_told(around, reach);
      break;
    case StockFamily::dynamic_team:
      made = bare_noun(context, around, hit, reach);
      break;
    default:
      break;
  }
  if (made.empty()) return std::nullopt;
  if (is_capitalised(context.text(reach)) && family != StockFamily::dynamic_team)
    made[0] = static_cast<char>(made[0] - 'a' + 'A');
  return Edit{reach, made, ""};
}

bool is_stock(const Context& context, const FoundPhrase& hit, StockFamily family) {
  const std::string_view matched = context.text(hit.span);
  const Around around(context, hit.sentence, hit.span);
  if (family == StockFamily::hesitate) return starts_with_folded(matched, "please") || imperative_follows(around);
  if (family == StockFamily::touch_base && starts_with_folded(matched, "circl")) return circles_back_by_letter(around);
  if (family == StockFamily::checking_in && starts_with_folded(matched, "any "))
    return asks_for_news(context, around, hit);
  // "whose wheels had just hit the ground, running at forty knots"
  return family != StockFamily::ground_running || matched.find(',') == std::string_view::npos;
}

}  // namespace afterword
