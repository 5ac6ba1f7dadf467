#include "rules/note/occasion.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "rules/note/letter.h"
#include "rules/note/markup.h"
#include "rules/note/near_words.h"
#include "rules/note/occasion_cues.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

using std::string_view;

/// What the text's phrases speak for, each phrase counted once.
struct Evidence {
  std::array<float, kind_count> kind{};
  float follow_up = 0;
  float other_letter = 0;
  bool names = false;                          ///< an occasion of the catalogue is named, not only some talk or call
  std::array<float, occasion_count> learnt{};  ///< what the trained model says of the body, in log odds
  Voice voice;
};

class Gatherer {
 public:
  explicit Gatherer(const Lexicon& lexicon) : lexicon_(lexicon), seen_(occasion_cues().size()) {}

  void take(const ParagraphText& paragraph) {
    take_hits(paragraph.hits);
    for (const SentenceCues& cues : paragraph.cues)
      for (std::size_t i = 0; i < occasion_count; ++i) evidence_.learnt[i] += log_odds(cues.occasion[i]);
    sentences_ += paragraph.cues.size();
    constexpr std::size_t enough_to_tell = 400;
    if (evidence_.voice.english + evidence_.voice.foreign <= enough_to_tell) evidence_.voice.add(paragraph.voice);
  }

  /// Text that is no paragraph of the note: the subject, quoted mail.
  void take(string_view text, float share) {
    auto words = split_words(text, find_opaque(text, Format::mail), lexicon_);
    auto sentences = split_sentences(text, words, false);
    std::vector<Hit> hits;
    for (std::uint32_t i = 0; i < sentences.size(); ++i) lexicon_.match(words, sentences[i], i, hits);
    share_ = share;
    take_hits(hits);
    share_ = 1;
  }

  /// Likewise, but what it says of being a follow-up or some other letter is its own writer's business.
  void take_kind(string_view text, float share) {
    float follow_up = evidence_.follow_up, other_letter = evidence_.other_letter;
    take(text.substr(0, 2000), share);
    evidence_.follow_up = follow_up;
    evidence_.other_letter = other_letter;
  }

  /// All that was taken.
  Evidence evidence() const {
    Evidence made = evidence_;
    for (float& one : made.learnt) one /= std::sqrt(static_cast<float>(std::max<std::size_t>(1, sentences_)));
    return made;
  }

 private:
  void take_hits(std::span<const Hit> hits) {
    for (const Hit& hit : hits) {
      if (hit.owner != occasion_owner || seen_[hit.tag]) continue;
      seen_[hit.tag] = true;
      const OccasionCue& cue = occasion_cues()[hit.tag];
      evidence_.names = evidence_.names || cue.names;
      if (cue.speaks_for == OccasionCue::follow_up)
        evidence_.follow_up += cue.weight * share_;
      else if (cue.speaks_for == OccasionCue::other_letter)
        evidence_.other_letter += cue.weight * share_;
      else
        evidence_.kind[cue.speaks_for] += cue.weight * share_;
    }
  }

  const Lexicon& lexicon_;
  std::vector<char> seen_;
  float share_ = 1;
  std::size_t sentences_ = 0;
  Evidence evidence_;
};

/// A subject names the occasion; the body also speaks of others.
constexpr float subject_share = 2;

Evidence gather(const Note& note, const Facts& facts, const Lexicon& lexicon) {
  Gatherer gatherer(lexicon);
  std::size_t count = 0;
  for (const Paragraph& paragraph : note.paragraphs()) {
    if (++count > most_read_paragraphs) break;
    gatherer.take(*paragraph.content);
  }
  if (facts.subject) gatherer.take(facts.subject->value, subject_share);
  // What is answered tells the kind, but less than the answer does.
  if (std::string quoted = note.quoted_text(); !quoted.empty()) gatherer.take_kind(quoted, 0.6f);
  return gatherer.evidence();
}

/// The kind that a mistyped `kind:` is nearest to, or begins: "kind: phone".
std::optional<Kind> meant_kind(const Note& note) {
  const Field* field = note.front_matter().find("kind");
  if (!field || field->values.empty()) return std::nullopt;
  const std::string typed = fold(field->values[0].text);
  const auto near = near_words(typed, kind_names);
  if (near.size() == 1) return kind_named(near[0]);
  constexpr std::size_t least = 4;  // letters
  for (const string_view name : kind_names)
    if (typed.size() >= least && name.starts_with(typed)) return kind_named(name);
  return std::nullopt;
}

/// Sets the kind that the text speaks for, and those that it may be as well.
void find_kinds(Evidence evidence, const Note& note, const Facts& facts, Occasion& occasion) {
  auto score = [&](Kind kind) -> float& { return evidence.kind[static_cast<std::size_t>(kind)]; };
  if (const auto meant = meant_kind(note)) {
    occasion.kind = *meant;
    occasion.kinds = only(*meant);
    return;
  }
  if (facts.decision_by) score(Kind::no_reply) += 0.3f;
  if (facts.interview || facts.role) score(Kind::interview) += 1.5f, score(Kind::phone_screen) += 1.2f;
  // Who notes the post and the day of the talk has had an interview for it; of labelled notes with both all but a
  // nudge.
  const bool had_interview = facts.interview && facts.role;
  if (had_interview)
    for (const Kind kind : {Kind::informational, Kind::networking, Kind::personal, Kind::recommendation})
      score(kind) -= 3;
  if (facts.referred_by && !facts.to.empty() && facts.referred_by->name == facts.to[0].name) score(Kind::referral) += 4;
  if (const Part* sign_off = note.part(PartKind::sign_off)) {
    std::string closing = fold(note.text(sign_off->span));
    if (closing.starts_with("love") || closing.find("hugs") != std::string::npos) score(Kind::personal) += 3;
  }
  if (evidence.follow_up > 0 && evidence.follow_up < 1.5f) score(Kind::no_reply) += 0.5f;
  // By logistic regression over letters of eight hands, the model never having seen the hand. Notes of every kind speak
  // of a job, a team, a talk, so that an interview must show more; in a few words nothing shows, and it is one.
  constexpr float model_part = 1.76f, more_for_interview = 3.7f, less_for_personal = 0.4f, taken_for_granted = 0.5f;
  constexpr float few_words = 20, enough_words = 40;
  const float told =
      std::clamp((static_cast<float>(note.word_count()) - few_words) / (enough_words - few_words), 0.0f, 1.0f);
  const float handicap = had_interview ? 0 : more_for_interview;
  score(Kind::interview) += taken_for_granted - told * (handicap + taken_for_granted);
  score(Kind::personal) += less_for_personal * told;
  std::array<float, kind_count> both;
  for (std::size_t i = 0; i < kind_count; ++i) both[i] = evidence.kind[i] + model_part * told * evidence.learnt[i];
  const auto top = std::max_element(both.begin(), both.end());
  occasion.kind = static_cast<Kind>(top - both.begin());
  occasion.kinds = only(occasion.kind);
  // Of letters whose kind was told wrongly a third had the right one so near; of the others one in twelve had any.
  constexpr float near = 1.0f;
  constexpr std::size_t enough_to_tell = 25;  // words: less speaks for nothing
  if (note.word_count() < enough_to_tell) return;
  for (std::size_t i = 0; i < kind_count; ++i)
    if (both[i] > *top - near) occasion.kinds |= only(static_cast<Kind>(i));
}

bool is_bulk_mail(const Note& note) {
  for (string_view name : {"List-Unsubscribe", "List-Id", "List-Post", "Auto-Submitted", "X-Mailer-Campaign"})
    if (note.headers().find(name)) return true;
  const Field* precedence = note.headers().find("Precedence");
  return precedence && !precedence->values.empty();
}

bool is_ours_by_front_matter(const Note& note, const Facts& facts) {
  if (facts.afterword && facts.afterword->value) return true;
  if (note.front_matter().find("interview") || note.front_matter().find("interviewers")) return true;
  return facts.kind && facts.kind->origin.path.empty() && (note.front_matter().find("to") || note.greeting());
}

/// Mail whose body can't be read: only the subject tells.
bool is_said_to_follow_up(const Note& note, const Evidence& evidence) {
  float occasion = *std::max_element(evidence.kind.begin(), evidence.kind.end());
  return !is_bulk_mail(note) && evidence.follow_up > 0 && occasion > 0 && evidence.other_letter <= 0;
}

/// Section 1, rule 3: mail, text or Markdown that follows something up.
bool reads_like_one(const Note& note, const Facts& facts, const Evidence& evidence, const OccasionQuery& query) {
  if (note.word_count() == 0 || note.word_count() > longest_recognised || is_bulk_mail(note)) return false;
  bool greeted = note.greeting() != nullptr;
  bool signed_off = note.part(PartKind::sign_off) || note.part(PartKind::signature_block);
  // A line that is being typed may become anything: "At " is no name yet.
  if (const Part* signature = note.part(PartKind::signature))
    signed_off = signed_off || note.text().find_first_not_of(" \t", signature->span.end) != std::string::npos;
  // A mail says in its headers who writes to whom; one of the two may be forgotten in its body.
  const bool mail = note.format() == Format::mail;
  if (!(mail ? greeted || signed_off : greeted && signed_off)) return false;
  std::size_t headings = 0;
  for (const Part& part : note.parts())
    headings += part.kind == PartKind::heading && note.text(part.span).starts_with("#");
  if (headings > 1) return false;
  if (evidence.voice.foreign > evidence.voice.english) return evidence.follow_up >= 3;
  auto count = [&](Role role) { return static_cast<float>(std::min(query.roles[static_cast<std::size_t>(role)], 3u)); };
  if (!evidence.voice.you && count(Role::thanks) == 0) return false;
  const bool only_house = evidence.voice.house && !evidence.voice.writer;
  // Who wants it, and says what they bring, is a candidate, whatever the post is called.
  const bool candidate = count(Role::interest) > 0 && count(Role::fit) > 0;
  const float occasion = std::min(4.0f, *std::max_element(evidence.kind.begin(), evidence.kind.end()));
  // What passed between the two is what makes a follow-up; thanks alone stand in many letters.
  const float between = (facts.matched ? 1.5f : 0) + 1.2f * count(Role::callback) + 0.8f * count(Role::vague) +
                        0.5f * count(Role::thanks);
  // Log odds by logistic regression over letters that the model had not seen, half of them near misses.
  const float odds = 1.15f * evidence.learnt[being_a_note] + 0.45f * between + 0.33f * occasion -
                     0.59f * evidence.other_letter + (candidate ? 0.5f : 0) - (only_house ? 1.3f : 0) - 2.45f;
  // Where no phrase of some other letter stands less is enough: that was so for labelled letters of four more hands.
  const bool some_other = evidence.other_letter > 0 || only_house;
  const float sure = some_other ? 1.6f : 1.0f, not_denied = some_other ? -0.5f : -1.5f;
  if (odds >= sure) return true;
  // Where phrases name the occasion it is enough that the model does not deny it.
  return odds >= not_denied && (evidence.names || candidate || facts.matched) && !only_house &&
         evidence.other_letter < 3 && evidence.follow_up + between + occasion - 1.5f * evidence.other_letter >= 4;
}

}  // namespace

namespace {

bool is_english(const Note& note, const Voice& voice) {
  if (note.is_in_other_script()) return false;
  // English has one such word in three or four; a language of which no word is listed has none.
  constexpr std::uint32_t enough_to_tell = 15, least_share = 14;
  if (voice.words >= enough_to_tell && voice.english * least_share < voice.words) return false;
  // One word tells nothing: "till" is Swedish, too.
  return voice.english >= voice.foreign || voice.foreign < 2 || note.word_count() < 8;
}

}  // namespace

Occasion occasion_of(const Note& note, const Facts& facts, const Lexicon& lexicon, const OccasionQuery& query) {
  Occasion occasion;
  if (facts.afterword && !facts.afterword->value) {
    occasion.why = "its front matter says afterword: false";
    return occasion;
  }
  Evidence evidence = gather(note, facts, lexicon);
  occasion.english = is_english(note, evidence.voice);
  if (query.kind)
    occasion.kind = *query.kind, occasion.declared = true;
  else if (facts.kind)
    occasion.kind = facts.kind->value, occasion.declared = true;
  else
    find_kinds(evidence, note, facts, occasion);
  if (occasion.declared) occasion.kinds = only(occasion.kind);
  if (is_ours_by_front_matter(note, facts))
    occasion.is_note = true, occasion.why = "front matter";
  else if (query.named_as_note)
    occasion.is_note = true, occasion.why = "file name";
  else if (query.every_file)
    occasion.is_note = true, occasion.why = "asked for";
  else if (note.body_encoding().empty() ? reads_like_one(note, facts, evidence, query)
                                        : is_said_to_follow_up(note, evidence))
    occasion.is_note = true, occasion.why = "reads like one";
  else
    occasion.why = "does not read like a note";
  return occasion;
}

}  // namespace afterword
