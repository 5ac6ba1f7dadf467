// The phrase book: sentences to offer for a role in a kind of note, with slots that facts fill. The data stands in
// rules/phrases/*.phrases and is compiled in; a career adviser edits it without C++ (README.md there). The standard
// book lives as long as the program; everything here is immutable or pure, so any thread may use it.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/note/facts.h"
#include "rules/note/kind.h"
#include "rules/phrases/purpose.h"

namespace afterword::phrases {

struct Phrase {
  std::string_view text;  ///< with slots: "Your point about ${topic} made me ${what it changed}."
  Purpose purpose = Purpose::thanks;
  Register sounds = Register::formal;
  Kinds kinds = 0;
  std::string_view why;   ///< one line: why it works
  std::string_view with;  ///< sample answers for the slots that no fact fills, separated by " | "; see example_of()
};

class Book {
 public:
  /// The compiled-in book; made once, immutable.
  static const Book& standard();
  /// `texts` keeps alive what the phrases refer to; null where that lives as long as the program.
  explicit Book(std::vector<Phrase> phrases, std::shared_ptr<const void> texts = nullptr)
      : phrases_(std::move(phrases)), texts_(std::move(texts)) {}

  /// The phrases for that purpose and kind, in the book's order (the best first).
  std::vector<const Phrase*> find(Purpose purpose, Kind kind) const;
  std::span<const Phrase> all() const { return phrases_; }

 private:
  std::vector<Phrase> phrases_;
  std::shared_ptr<const void> texts_;
};

/// A phrase with the facts put in.
struct Filled {
  std::string text;        ///< remaining slots as [words]
  std::string snippet;     ///< remaining slots as LSP snippet slots ${1:[words]}, everything else escaped for a snippet
  std::size_t blanks = 0;  ///< how many different slots remain
  bool choice = false;     ///< the snippet offers several topics
};

/// The same where several topics may stand in ${topic}: the first is put in, and the snippet lets the writer choose.
Filled fill(std::string_view phrase, const Facts& facts, std::span<const std::string_view> topics);

/// Fills what the facts know (${name}, ${company}, ${role}, ${topic}, ${day} ...; slots.h has the list). `topic`, if
/// not empty, is used for ${topic}; otherwise the first topic of the facts.
Filled fill(std::string_view phrase, const Facts& facts, std::string_view topic = {});

/// The phrase as a writer might finish it: the facts put in, then the sample answers. Slots that neither knows remain
/// as [words]. For documentation, and for the test that no phrase trips our own rules.
std::string example_of(const Phrase& phrase, const Facts& facts, std::string_view topic = {});

/// Facts of a made-up occasion that fill every fact slot, for examples where the note is not at hand.
const Facts& sample_facts();

/// How a letter addresses the reader: the given name ("Dana"), with a title the surname ("Dr. Wu"), several joined
/// ("Dana, Luis and Mei"). Empty where no name is known.
std::string address_of(const Facts& facts);

/// The days that the facts name, as a letter names them: of the interview "Tuesday" and "3 March", of the decision
/// "13 March".
std::vector<std::string> days_of(const Facts& facts);

/// The next four working days, as a letter names them: "Monday". The day of `now` is not among them.
std::vector<std::string> days_ahead(LocalTime now);

/// `text` with `$`, `}` and `\` escaped as LSP snippets ask.
std::string escaped_for_snippet(std::string_view text);

}  // namespace afterword::phrases
