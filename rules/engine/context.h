// What a rule's check may look at, and where it puts what it finds.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/engine/finding.h"
#include "rules/engine/names.h"
#include "rules/engine/rule.h"
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

  const Sentence& sentence() const { return paragraph->content->sentences[in_paragraph]; }
  Span span() const { return sentence().span.shifted(paragraph->span.begin); }  ///< bytes of the note
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
};

/// What a user may set of single rules, with the catalogue's defaults.
struct Options {
  std::size_t too_long_words = 0;     ///< 0: not set, the catalogue's 150
  Spelling spelling = Spelling::any;  ///< whose English misspelling holds to
  std::vector<std::string> words;     ///< names and terms that are spelled right

  bool operator==(const Options&) const = default;
};

/// A note with everything that judging it needs. Built once a note by the Checker.
class Context {
 public:
  const Note& note;
  const Facts& facts;
  Kind kind = Kind::interview;
  bool kind_declared = false;
  bool english = true;  ///< false: only address, facts and timing are judged
  LocalTime now;
  const Lexicon& lexicon;
  const phrases::Book& book;
  Options options;
  const Speller* speller = nullptr;  ///< null where no dictionary is at hand
  Salutation salutation;
  std::vector<BodySentence> sentences;
  Roles present;            ///< union of all sentences' roles
  Roles nearly_present;     ///< roles that some sentence may have (SentenceCues::nearly), beside those of `present`
  bool fixes = true;        ///< false: insert fixes may be left out
  bool just_begun = false;  ///< under 25 words of body (catalogue, section 5)

  /// Surely no sentence has one of these roles. A wrong warning is worse than a missing one, so doubt says no.
  bool lacks(Roles parts) const { return !(present | nearly_present).any_of(parts); }
  /// The hits of the rule being run, in the order of the text.
  std::span<const FoundPhrase> hits() const;
  std::string_view text(Span span) const { return note.text(span); }

  Context(const Note& judged, const Facts& known, const Lexicon& words, const phrases::Book& phrases)
      : note(judged), facts(known), lexicon(words), book(phrases) {}

 private:
  friend class Checker;
  std::vector<std::vector<FoundPhrase>> hits_;  ///< by owner
  Owner running_ = 0;
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

 private:
  friend class Checker;
  std::vector<Finding> found_;
  std::optional<LocalTime> changes_at_;
  std::string_view rule_;
  Severity severity_ = Severity::warning;
  bool severity_set_ = false;  // by the user
};

}  // namespace afterword
