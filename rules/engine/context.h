// What a rule's check may look at, and where it puts what it finds.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/engine/directives.h"
#include "rules/engine/finding.h"
#include "rules/engine/names.h"
#include "rules/engine/note_set.h"
#include "rules/engine/rule.h"
#include "rules/engine/settings.h"
#include "rules/engine/speller.h"
#include "rules/note/facts.h"
#include "rules/note/note.h"

namespace afterword {

namespace phrases {
class Book;
}

/// A sentence of the body, seen from the note.
struct BodySentence {
  const Paragraph* paragraph = nullptr;
  std::uint32_t in_paragraph = 0;  ///< index into the paragraph's sentences
  Roles roles;
  std::array<float, role_count> chances{};  ///< from 0 to 1, that it has the role

  const Sentence& sentence() const { return paragraph->content->sentences[in_paragraph]; }
  Span span() const { return sentence().span.shifted(paragraph->span.begin); }  ///< bytes of the note
  /// How strongly its own text speaks for the flaw, in log odds: 0 is as likely as not.
  float speaks_for(Flaw flaw) const {
    return log_odds(paragraph->content->cues[in_paragraph].scores[role_count + static_cast<std::size_t>(flaw)]);
  }
  std::span<const Word> words() const {
    const Sentence& s = sentence();
    return std::span(paragraph->content->words).subspan(s.first_word, s.last_word - s.first_word);
  }
};

/// A hit of one of the rule's patterns, with its place in the note.
struct FoundPhrase {
  std::uint16_t tag = 0;
  std::size_t sentence = 0;  ///< index into Context::sentences
  Span span;                 ///< bytes of the note, from the first word's start to the last word's end
  bool quoted = false;       ///< see Hit
  std::size_t reach = 0;     ///< byte of the note where the last of it and of those before it ends
};

/// A note with everything that judging it needs. Built once a note by the Checker.
class Context {
 public:
  const Note& note;
  const Facts& facts;
  Kind kind = Kind::interview;
  Kinds kinds = only(Kind::interview);  ///< what it may be as well (Occasion::kinds)
  bool english = true;                  ///< false: only address, facts and timing are judged
  LocalTime now;
  const Lexicon& lexicon;
  const phrases::Book& book;
  const RuleSettings* settings = nullptr;  ///< null: nothing is set
  std::span<const Directive> directives;   ///< in the order of the text
  const Speller* speller = nullptr;        ///< null where no dictionary is at hand
  Salutation salutation;
  std::vector<BodySentence> sentences;
  Roles present;                                 ///< union of all sentences' roles
  std::array<float, role_count> absent{};        ///< chance, from 0 to 1, that no sentence has the role
  bool fixes = true;                             ///< false: insert fixes may be left out
  bool just_begun = false;                       ///< under 25 words of body (catalogue, section 5)
  bool closes_sentences = false;                 ///< a mark closes one of them at least
  std::span<const NoteSet::PassedOn> passed_on;  ///< by the notes around it; empty where they are not known
  const NoteSet* set = nullptr;                  ///< those notes; null: not known
  std::string_view path;                         ///< the note's own there

  /// Surely no sentence has one of these roles. A wrong warning is worse than a missing one, so doubt says no.
  bool lacks(Roles parts) const;
  /// The hits of the rule being run, in the order of the text.
  std::span<const FoundPhrase> hits() const;
  /// Those of one sentence. A binary search, as the next.
  std::span<const FoundPhrase> hits_in(std::size_t sentence) const;
  /// Those that may overlap `place` (bytes of the note): all that do, and a few beside them.
  std::span<const FoundPhrase> hits_around(Span place) const;
  std::string_view text(Span span) const { return note.text(span); }

  Context(const Note& judged, const Facts& known, const Lexicon& words, const phrases::Book& phrases)
      : note(judged), facts(known), lexicon(words), book(phrases) {}

 private:
  friend class Checker;
  std::vector<std::vector<FoundPhrase>> hits_;  ///< by owner
  Owner running_ = 0;
};

/// An interview.yaml with everything that judging it needs.
struct FactsContext {
  const InterviewFile& file;
  LocalTime now;
  const NoteSet& set;  ///< the notes around it
  const phrases::Book& book;
};

/// Collects a rule's findings; severity and rule id are filled in for it.
class Findings {
 public:
  /// Adds a finding at `span` (bytes of the note) and returns it, to put fixes and related places in.
  Finding& add(Span span, std::string message);
  /// A slight case: that severity instead, where the rule's own is graver. What the user set for the rule holds as set.
  void step_down(Finding& finding, Severity to) const {
    if (!severity_set_) finding.severity = std::min(finding.severity, to);
  }
  /// From then on the rule says something else, though nobody edits anything. The earliest counts.
  void changes_at(LocalTime when) {
    if (!changes_at_ || when < *changes_at_) changes_at_ = when;
  }

  /// The answer of the notes around, no where there are none. What the rule finds hangs on it.
  bool ask(const Context& context, SetQuestion question) {
    const bool yes = context.set && context.set->knows(context.path, question);
    answers_.emplace_back(std::move(question), yes);
    return yes;
  }

 private:
  friend class Checker;
  /// A rule starts: false where it is off, by the kind or by the user.
  bool begin(std::string_view rule, Severity severity, const RuleSettings* settings);
  /// The user switched it off.
  bool switched_off() const { return severity_set_ && severity_ == Severity::off; }
  /// It is done: true where it found something, and the note does not ignore it altogether.
  bool end(bool ignored);

  std::vector<Finding> found_;
  std::size_t before_ = 0;  // findings of the rules that ran earlier
  std::optional<LocalTime> changes_at_, changed_before_;
  std::vector<std::pair<SetQuestion, bool>> answers_;
  std::string_view rule_;
  Severity severity_ = Severity::warning;
  bool severity_set_ = false;  // by the user
};

}  // namespace afterword
