// Where a missing part belongs, and the fixes that put a phrase of the book there.
#pragma once

#include <string>
#include <string_view>

#include "rules/engine/context.h"
#include "rules/phrases/book.h"

namespace afterword {

/// A gap in the note: what to underline (at most one line), and where and how a sentence would be put in.
struct Gap {
  Span shown;
  std::size_t at = 0;  ///< byte where text is inserted
  std::string before;  ///< what separates it from the text before: " " or a blank line
  std::string after;   ///< and from the text after
};

Gap gap_after_greeting(const Context& context);  ///< the first sentence's place
/// The end of the first paragraph, or in a letter of one paragraph the end of its thanks.
Gap gap_after_opening(const Context& context);
/// The end of the last paragraph with one of these roles, else of the first; before a step or wish that closes it.
Gap gap_after(const Context& context, Roles roles);
Gap gap_at_end(const Context& context);  ///< the end of the body

/// "\r\n" or "\n", as the note has it.
std::string_view line_end(const Note& note);

/// Puts `text` (and its snippet) in at the gap.
Fix insert_fix(const Gap& gap, std::string title, const phrases::Filled& filled);
/// The first words of a phrase, to tell it apart in a title.
std::string opening_of(const phrases::Filled& filled);

// The two below do nothing where the context asks for no fixes.

/// One fix for each of the first `most` phrases of the book for that purpose and the note's kind.
void add_inserts(const Context& context, Finding& finding, const Gap& gap, phrases::Purpose purpose,
                 std::string_view title, std::size_t most = 2);
/// One fix for each known topic ("Recall the design review"), or two without.
void add_topic_inserts(const Context& context, Finding& finding, const Gap& gap);

/// A slot in a sentence that speaks to the reader holds the callback's place: only placeholder-left reports it.
bool waits_for_callback(const Context& context);

/// Whether the salutation's word may be half a name: nothing closes the salutation behind it, and a known name begins
/// with it.
bool may_go_on(const Context& context, Span token);

/// Whether more words of the sentence may come: no mark closes it, nothing but white space follows in its paragraph,
/// and that is the text's end or the writer closes other sentences.
bool is_open(const Context& context, const BodySentence& sentence);

/// Whether the body's last line is the writer's own name (`from`): a signature, however the lines above it read.
bool ends_in_own_name(const Context& context);

/// A card by post or by hand: brief by nature, so it need not propose or add (catalogue, slow-post).
bool on_paper(const Context& context);

/// Deletes the sentence with the white space after it (or before it, at a paragraph's end); a list item that is but
/// this sentence goes with its mark and its line.
Fix erase_sentence_fix(const Context& context, std::size_t sentence, std::string title);

}  // namespace afterword
