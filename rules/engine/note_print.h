// What a note is remembered by once it is put away: whom it is to, and its sentences as hashes of their words, names
// aside. A copy, a word changed or not, is told from it; the text is not kept. A plain value, any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/note/facts.h"
#include "rules/note/personal_names.h"
#include "rules/note/roles.h"

namespace afterword {

class Context;
class Lexicon;
struct ParagraphText;

/// A word's hash. The lowest bit tells a word that says something in particular from one that any letter holds.
using PrintWord = std::uint32_t;
constexpr bool is_specific(PrintWord word) { return (word & 1u) != 0; }

struct PrintSentence {
  Span span;                 ///< bytes of the note
  std::uint32_t line = 1;    ///< of its beginning, counted from 1
  std::uint32_t column = 1;  ///< likewise, in code points
  Roles roles;
  float callback = 0;  ///< chance, from 0 to 1, that it is one
  float addition = 0;
  bool dated = false;            ///< a number, a weekday or a month stands in it
  std::uint16_t specific = 0;    ///< how many of its words are
  std::uint32_t whole = 0;       ///< hash of all its words; 0 where a slot makes it no sentence yet
  std::uint32_t first_word = 0;  ///< index into NotePrint::words
  std::uint32_t last_word = 0;   ///< one past the last

  std::size_t word_count() const { return last_word - first_word; }
};

struct NotePrint {
  bool by_email = true;            ///< after an interview, and neither by post nor by hand
  bool english = true;             ///< else no sentence has a role
  bool no_point = false;           ///< begun in earnest, and surely without a callback: all of it may be another note's
  std::vector<std::string> names;  ///< whom it is to, by the facts or else by its greeting; with their titles
  std::vector<NameForm> name_forms;       ///< of each, for comparing
  std::vector<std::string> emails;        ///< folded
  std::vector<std::uint32_t> addressees;  ///< addressee_key() of each of both
  std::vector<std::string> houses;  ///< the company's names, or what their address shows of it; folded without accents
  std::vector<PrintSentence> sentences;
  std::vector<PrintWord> words;     ///< names left out, numbers all alike
  std::vector<std::uint32_t> keys;  ///< of its sentences and addressees; sorted, each once

  /// What the next print of the same text can take over while the note that this one was made of still lives.
  struct Paragraph {
    const ParagraphText* text = nullptr;
    std::size_t begin = 0;             ///< byte of the note
    std::uint32_t first_sentence = 0;  ///< index into sentences
  };
  std::vector<Paragraph> paragraphs;
  std::string known;                ///< all names that were known
  std::vector<std::string> aside;   ///< their words, folded without accents: left out
  std::vector<std::string> common;  ///< words of the role: they say nothing in particular

  std::span<const PrintWord> words_of(const PrintSentence& sentence) const {
    return std::span(words).subspan(sentence.first_word, sentence.word_count());
  }
};

/// Appends the keys by which a copy of the sentence is found.
void append_keys(const NotePrint& print, const PrintSentence& sentence, std::vector<std::uint32_t>& keys);

/// The key of a note to somebody of that name or address.
std::uint32_t addressee_key(std::string_view name_or_email);

/// One says what the other says, perhaps with a word changed: not so for two sentences that share nothing but a turn of
/// phrase.
bool is_copy(const NotePrint& a, const PrintSentence& in_a, const NotePrint& b, const PrintSentence& in_b);

/// A name or an address stands in both.
bool shares_addressee(const NotePrint& a, const NotePrint& b);
/// Whether it is certain that the notes are to different people.
bool to_different_people(const NotePrint& a, const NotePrint& b);
/// Whether they may be for different companies. Where neither says, `near` (they lie in one folder) decides.
bool may_be_for_different_houses(const NotePrint& a, const NotePrint& b, bool near);

/// Makes prints. Immutable after construction, any thread; the lexicon must hold all_word_classes() and live as long.
class NotePrinter {
 public:
  explicit NotePrinter(const Lexicon& lexicon);
  /// `previous` (may be null) is of an earlier state of the text, whose Note must still live.
  NotePrint print(const Context& context, const NotePrint* previous = nullptr) const;

 private:
  class Work;
  const Lexicon& lexicon_;
  std::vector<std::size_t> everyday_;  // classes of words that say nothing in particular
  std::vector<std::size_t> dates_;
};

}  // namespace afterword
