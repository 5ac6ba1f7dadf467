// A note as a value: its text and the parts, paragraphs, words and sentences found in it. Parsing is total: every
// text gives a note, however odd. Immutable, so any thread may read one; cheap to copy.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/note/fields.h"
#include "rules/note/lexicon.h"
#include "rules/note/roles.h"
#include "rules/note/span.h"
#include "rules/note/voice.h"
#include "rules/note/words.h"

namespace afterword {

enum class Format : std::uint8_t { markdown, plaintext, mail };

enum class PartKind : std::uint8_t {
  front_matter,     ///< YAML between two lines of ---
  headers,          ///< of a mail, up to the blank line
  greeting,         ///< the salutation
  paragraph,        ///< prose of the body: a paragraph, a list item, a footnote, a postscript
  sign_off,         ///< the closing formula
  signature,        ///< the name under it
  quote,            ///< quoted mail with the attribution line above it
  signature_block,  ///< everything under "-- "
  code,             ///< a fence
  heading,          ///< a Markdown heading
  comment,          ///< an HTML comment that stands alone
};
std::string_view name_of(PartKind kind);

struct Part {
  PartKind kind = PartKind::paragraph;
  Span span;  ///< bytes of the text, without the line end of its last line
};

/// What a paragraph's own text decides; spans count from the paragraph's first byte. Shared by successive notes.
struct ParagraphText {
  std::string text;
  std::vector<Word> words;
  std::vector<Sentence> sentences;
  std::vector<Hit> hits;           ///< ordered by sentence, then place
  std::vector<SentenceCues> cues;  ///< one a sentence
  Voice voice;
  bool has_slot = false;         ///< one of the words is an unfilled blank
  bool has_repeat = false;       ///< two neighbouring words have one form and length
  bool has_small_i = false;      ///< a word is the letter i
  bool has_capitals = false;     ///< a word is all in upper case
  bool has_sign = false;         ///< a byte that an emoticon or emoji may begin with
  bool has_comment = false;      ///< an HTML comment stands in it
  std::uint32_t word_count = 0;  ///< prose words as a reader counts them: "don't" is one
};

struct Paragraph {
  Span span;  ///< bytes of the note's text
  std::shared_ptr<const ParagraphText> content;
  bool list_item = false;
  bool postscript = false;  ///< stands after the sign-off
};

/// What parse() reads a paragraph with: the shared lexicon, and what finds the cues and the voice that are kept.
struct Reader {
  const Lexicon& lexicon;
  const RoleClassifier& classifier;
  VoiceReader voice;
};

class Note {
 public:
  /// Parses UTF-8 text (never null; bytes that are no UTF-8 are taken as unknown characters). Paragraphs that
  /// `previous` holds unchanged are taken from it, not analysed anew.
  static Note parse(std::shared_ptr<const std::string> text, Format format, const Reader& reader,
                    const Note* previous = nullptr);

  const std::string& text() const { return *text_; }
  std::shared_ptr<const std::string> shared_text() const { return text_; }
  std::string_view text(Span span) const { return std::string_view(*text_).substr(span.begin, span.size()); }
  Format format() const { return format_; }

  std::span<const Part> parts() const { return parts_; }  ///< in the order of the text
  /// The first part of that kind, or null.
  const Part* part(PartKind kind) const;

  /// Front matter's or mail headers' entries with their places in the text; both may be empty.
  const Fields& front_matter() const { return *front_matter_; }
  const Fields& headers() const { return *headers_; }

  /// The salutation's text analysed like a paragraph's; null where the note has none.
  const Paragraph* greeting() const { return greeting_ ? &*greeting_ : nullptr; }
  /// The body's prose, greeting, sign-off and signature left out.
  std::span<const Paragraph> paragraphs() const { return paragraphs_; }
  /// Whether one of its first paragraphs is written in Cyrillic, Chinese or some other script than Latin.
  bool is_in_other_script() const;
  std::size_t sentence_count() const { return sentence_count_; }
  std::size_t word_count() const { return word_count_; }  ///< words of the body, as too-long counts them

  /// The quoted mail below the note, markers removed; empty where there is none. For kind and facts only.
  std::string quoted_text() const;
  /// Who wrote the quoted mail, by its attribution line ("On ..., Dana Wu <dana@...> wrote:"); empty if unknown.
  std::string_view attribution() const;
  /// The header value that says that a mail's body is quoted-printable, base64 or multipart, which is not judged;
  /// empty for any other text.
  Span body_encoding() const { return body_encoding_; }

  /// Whether the word that ends there may be still being typed: nothing but line ends stands behind it in its
  /// paragraph, no full stop either. What is unfinished is not judged, or findings would flash up at each key stroke.
  bool is_unfinished(std::size_t end) const;

  /// Where a phrase would be inserted: the end of the last body paragraph (or of the greeting), in bytes.
  std::size_t body_end() const;

 private:
  friend class NoteParser;
  std::shared_ptr<const std::string> text_;
  std::shared_ptr<const Fields> front_matter_;
  std::shared_ptr<const Fields> headers_;
  Format format_ = Format::plaintext;
  std::vector<Part> parts_;
  std::optional<Paragraph> greeting_;
  std::vector<Paragraph> paragraphs_;
  std::size_t sentence_count_ = 0;
  std::size_t word_count_ = 0;
  Span attribution_;
  Span body_encoding_;
};

}  // namespace afterword
