// The phrases that may come next at a place of a note, facts filled in: what completion lists and what stands there as
// ghost text.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/phrases/book.h"
#include "server/features/due.h"
#include "server/features/typed.h"
#include "server/session/session.h"

namespace afterword {

struct OfferedPhrase {
  const phrases::Phrase* phrase = nullptr;
  phrases::Filled filled;
};

/// How it came that phrases are looked for.
enum class Asked : std::uint8_t {
  by_hand,    ///< the user asked for the list
  by_typing,  ///< a list opens at what was typed
  never,      ///< ghost text, which stands there unasked
};

class DuePhrases {
 public:
  /// `at`: byte of the document. References the session, the document and its judgement.
  DuePhrases(Session& session, Document& document, std::size_t at);

  const Judgement& judged() const { return judged_; }
  const Context& context() const { return context_; }
  const Typed& typed() const { return typed_; }
  Spot spot() const { return spot_at(judged_.note, at_); }
  /// The topics of the facts, those that no sentence of the note holds yet first.
  const std::vector<std::string_view>& topics() const { return topics_; }

  /// Whether phrases are offered in this text at all: in notes, and earlier than findings in what may become one.
  bool are_offered(Asked asked) const;
  /// Nothing but blanks follows on the line.
  bool line_ends_here() const;
  /// A phrase would run into nothing, and take nothing's place: the line ends, its sentence was begun on it, and
  /// something is typed, or a blank or the line's start stands before the place.
  bool has_room() const;
  /// What the note is likeliest to say next is nothing: the body ends there.
  bool is_at_end() const;

  /// By turns, so that no part stands twice in a row: the best phrase of each part that may come next, the likeliest
  /// part first, then the second best. All go on with what is typed, and none is there already.
  std::vector<OfferedPhrase> going_on(std::size_t most) const;
  /// Where a sentence of a few words is begun, phrases that say otherwise what it may become: they take its place.
  std::vector<OfferedPhrase> instead(std::size_t most) const;
  /// What phrases may use: the facts, without addressees that are no people.
  const Facts& facts() const { return facts_; }
  /// Salutations that go on with what is typed, for the addressees of `facts`.
  std::vector<OfferedPhrase> greetings(std::size_t most, const Facts& facts) const;

 private:
  using ByPart = std::vector<std::vector<OfferedPhrase>>;

  void look_around();
  bool already_there(std::string_view text) const;
  /// False where the phrase names a day that would mislead: a promised date that is past, a weekday of long ago.
  bool fits_clock(const phrases::Phrase& phrase) const;
  /// The phrases of each part that is due, which go on with what is typed or do not.
  ByPart by_part(bool going_on) const;
  std::vector<OfferedPhrase> closing_begun() const;
  static std::vector<OfferedPhrase> by_turns(ByPart parts, std::size_t most_parts, std::size_t turns, std::size_t most);

  Document& document_;
  const Judgement& judged_;
  std::size_t at_;
  Typed typed_;
  Context context_;
  Facts facts_;  // as phrases may use them: nobody is greeted as "hiring team"
  std::vector<std::string_view> topics_;
  DuePlace place_;
  std::optional<Scores> begun_;  // of the sentence that the place is in
  std::vector<Due> due_;
};

}  // namespace afterword
