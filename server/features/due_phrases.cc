#include "server/features/due_phrases.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "rules/engine/names.h"
#include "rules/note/unicode.h"
#include "rules/phrases/begun.h"

namespace afterword {

namespace {

using phrases::Purpose;

constexpr std::size_t likely_parts = 4;      // of which there are several phrases, of the others one
constexpr std::size_t most_of_one = 4;       // phrases of one part
constexpr std::size_t most_other_parts = 3;  // put in place of a sentence begun that no phrase goes on with
constexpr std::size_t most_of_other = 2;     // phrases of each of them

bool is_blank_char(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

constexpr std::size_t draft_words = 40;  // catalogue, section 1: below this a salutation is enough to offer phrases

/// Nothing stands there yet, front matter and mail headers apart.
bool is_blank(const Note& note) {
  std::size_t begin = 0;
  for (const Part& part : note.parts()) {
    if (part.kind != PartKind::front_matter && part.kind != PartKind::headers) return false;
    begin = part.span.end;
  }
  return trim(std::string_view(note.text()).substr(begin)).empty();
}

std::vector<std::string_view> topics_of(const Judgement& judged) {
  std::vector<std::string_view> topics;
  for (const auto& topic : judged.facts.topics) topics.push_back(topic.value);
  std::string body;
  for (const Paragraph& paragraph : judged.note.paragraphs()) body += fold(paragraph.content->text) + "\n";
  // "How the canker runs" has taken up "canker in the old pears": half of its long words are enough.
  const auto is_used = [&](std::string_view topic) {
    constexpr std::size_t long_word = 5;
    const std::string folded = fold(topic);
    if (body.find(folded) != std::string::npos) return true;
    std::size_t words = 0, there = 0;
    for (std::size_t at = 0; at < folded.size();) {
      const std::size_t end = std::min(folded.find(' ', at), folded.size());
      const bool counts = end - at >= long_word;
      words += counts;
      there += counts && body.find(folded.substr(at, end - at)) != std::string::npos;
      at = end + 1;
    }
    return words > 0 && there * 2 >= words;
  };
  std::stable_partition(topics.begin(), topics.end(), [&](std::string_view topic) { return !is_used(topic); });
  return topics;
}

}  // namespace

DuePhrases::DuePhrases(Session& session, Document& document, std::size_t at)
    : document_(document),
      judged_(session.judge().judgement(document)),
      at_(at),
      typed_(typed_at(judged_.note, at)),
      context_(session.judge().context(document)),
      facts_(judged_.facts),
      topics_(topics_of(judged_)) {
  facts_.to = named_addressees(facts_);
  look_around();
  due_ = due_purposes(context_, place_);
}

void DuePhrases::look_around() {
  // What the sentence at the place does is what it is to be completed to: "Thank you for" is no thanks yet.
  const auto is_begun = [&](const BodySentence& sentence) {
    const Span span = sentence.span();
    return sentence.sentence().mark == 0 && span.begin <= at_ && span.begin == typed_.begin;
  };
  for (const BodySentence& sentence : context_.sentences) {
    if (is_begun(sentence))
      begun_ = sentence.paragraph->content->cues[sentence.in_paragraph].scores;
    else if (sentence.span().begin >= typed_.begin)
      place_.behind = place_.behind | sentence.roles;
    else
      place_.before.push_back(sentence.roles);
  }
  place_.begun = begun_ && !typed_.text.empty() ? &*begun_ : nullptr;
  // Mail and plain text are often wrapped: a line break alone begins no paragraph.
  const std::string_view above = std::string_view(*document_.text).substr(0, typed_.begin);
  const std::size_t said = above.find_last_not_of(" \t\r\n") + 1;
  place_.lead = std::count(above.begin() + static_cast<std::ptrdiff_t>(said), above.end(), '\n') > 1
                    ? model::Lead::begins_paragraph
                    : model::Lead::goes_on;
  const Part* signature = judged_.note.part(PartKind::signature);
  place_.postscript = signature && typed_.begin > signature->span.end;
  place_.last = at_ >= judged_.note.body_end();
}

bool DuePhrases::are_offered(Asked asked) const {
  const Facts& facts = judged_.facts;
  if ((facts.afterword && !facts.afterword->value) || document_.holds_settings() || !context_.english) return false;
  if (judged_.verdict.occasion.is_note) return true;
  const bool begun =
      judged_.note.format() == Format::mail || (judged_.note.greeting() && judged_.note.word_count() < draft_words);
  if (asked != Asked::never) return begun || (asked == Asked::by_hand && is_blank(judged_.note));
  // In any mail a list may be asked for; what stands there unasked has to know of a talk.
  return begun && (facts.kind || facts.interview || facts.role || !facts.topics.empty());
}

bool DuePhrases::line_ends_here() const {
  const std::string& text = *document_.text;
  const std::size_t next = std::min(text.find_first_not_of(" \t", at_), text.size());
  return next == text.size() || text[next] == '\n' || text[next] == '\r';
}

bool DuePhrases::has_room() const {
  return line_ends_here() && !typed_.goes_on &&
         (!typed_.text.empty() || at_ == 0 || is_blank_char((*document_.text)[at_ - 1]));
}

bool DuePhrases::is_at_end() const {
  const auto closing =
      std::find_if(due_.begin(), due_.end(), [](const Due& one) { return one.purpose == Purpose::sign_off; });
  return closing != due_.end() &&
         std::all_of(due_.begin(), due_.end(), [&](const Due& one) { return one.odds <= closing->odds; });
}

/// A phrase that was taken before is not offered again.
bool DuePhrases::already_there(std::string_view text) const {
  const std::string_view opening = text.substr(0, std::min(text.find('['), text.size()));
  const auto paragraphs = judged_.note.paragraphs();
  return opening.size() >= 12 && typed_.text.find(opening) == std::string_view::npos &&
         std::any_of(paragraphs.begin(), paragraphs.end(), [&](const Paragraph& paragraph) {
           return paragraph.content->text.find(opening) != std::string::npos;
         });
}

bool DuePhrases::fits_clock(const phrases::Phrase& phrase) const {
  constexpr std::int64_t day = 24 * 3600, week = 6 * day;
  const Facts& facts = judged_.facts;
  const auto names = [&](std::string_view slot) { return phrase.text.find(slot) != std::string_view::npos; };
  const auto since = [&](const Fact<LocalTime>& fact) { return context_.now.seconds - fact.value.seconds; };
  if (names("${decision_by}") && facts.decision_by && since(*facts.decision_by) > day &&
      context_.kind != Kind::no_reply)
    return false;
  return !names("${day}") || !facts.interview || (since(*facts.interview) >= -day && since(*facts.interview) <= week);
}

DuePhrases::ByPart DuePhrases::by_part(bool going_on) const {
  ByPart parts(due_.size());
  for (std::size_t i = 0; i < due_.size(); ++i)
    for (const phrases::Phrase* phrase : context_.book.find(due_[i].purpose, context_.kind)) {
      if (parts[i].size() == most_of_one) break;
      if (!fits_clock(*phrase)) continue;
      std::optional<phrases::Filled> filled = phrases::go_on(phrase->text, typed_.text, facts_, topics_);
      if (filled.has_value() != going_on) continue;
      if (!filled) filled = phrases::fill(phrase->text, facts_, topics_);
      if (filled->text != typed_.text && !already_there(filled->text)) parts[i].push_back({phrase, std::move(*filled)});
    }
  return parts;
}

std::vector<OfferedPhrase> DuePhrases::by_turns(ByPart parts, std::size_t most_parts, std::size_t turns,
                                                std::size_t most) {
  std::vector<OfferedPhrase> all;
  for (std::size_t turn = 0; turn < turns; ++turn)
    for (std::size_t i = 0; i < std::min(parts.size(), turn == 0 ? most_parts : std::min(most_parts, likely_parts));
         ++i)
      if (turn < parts[i].size() && all.size() < most) all.push_back(std::move(parts[i][turn]));
  return all;
}

/// "Kind r", "Best": a line that begins as a closing does, wherever the note stands.
std::vector<OfferedPhrase> DuePhrases::closing_begun() const {
  constexpr std::size_t least_typed = 3, most = 4;
  std::vector<OfferedPhrase> found;
  const Part* closing = context_.note.part(PartKind::sign_off);
  // "Best" alone is one, and on its line it may become another.
  const auto is_on_its_line = [&] {
    return closing->span.begin <= at_ &&
           std::string_view(*document_.text).substr(closing->span.begin, at_ - closing->span.begin).find('\n') ==
               std::string_view::npos;
  };
  const bool closed = closing && !is_on_its_line();
  const bool due =
      std::any_of(due_.begin(), due_.end(), [](const Due& one) { return one.purpose == Purpose::sign_off; });
  if (typed_.text.size() < least_typed || closed || due || !place_.behind.empty()) return found;
  for (const phrases::Phrase* phrase : context_.book.find(Purpose::sign_off, context_.kind)) {
    if (found.size() == most || !starts_with_folded(phrase->text, typed_.text)) continue;
    found.push_back({phrase, phrases::fill(phrase->text, facts_)});
  }
  return found;
}

std::vector<OfferedPhrase> DuePhrases::going_on(std::size_t most) const {
  std::vector<OfferedPhrase> closing = closing_begun();
  std::vector<OfferedPhrase> all = by_turns(by_part(true), due_.size(), most_of_one, most - closing.size());
  closing.insert(closing.end(), std::make_move_iterator(all.begin()), std::make_move_iterator(all.end()));
  return closing;
}

std::vector<OfferedPhrase> DuePhrases::instead(std::size_t most) const {
  // Of three words little is lost, and it can be had back; of more something would be.
  constexpr auto most_words = 3;
  constexpr float rather_not = -4;
  if (!place_.begun || std::count(typed_.text.begin(), typed_.text.end(), ' ') > most_words) return {};
  ByPart parts = by_part(false);
  for (std::size_t i = 0; i < due_.size(); ++i) {
    const auto role = role_named(phrases::name_of(due_[i].purpose));
    if (!role || begun_odds(*place_.begun, *role) < rather_not) parts[i].clear();
  }
  std::erase_if(parts, [](const auto& part) { return part.empty(); });
  return by_turns(std::move(parts), most_other_parts, most_of_other, most);
}

std::vector<OfferedPhrase> DuePhrases::greetings(std::size_t most, const Facts& facts) const {
  std::vector<OfferedPhrase> all;
  for (const phrases::Phrase* phrase : context_.book.find(Purpose::greeting, context_.kind)) {
    if (all.size() == most) break;
    if (auto filled = phrases::go_on(phrase->text, typed_.text, facts, topics_))
      all.push_back({phrase, std::move(*filled)});
  }
  return all;
}

}  // namespace afterword
