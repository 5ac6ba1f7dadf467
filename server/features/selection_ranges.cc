// textDocument/selectionRange: from the cursor outwards, the word, its clause, the sentence, the paragraph, the body,
// the letter, the note; in facts the value, its entry, the block.
#include <algorithm>

#include "server/features/features.h"
#include "server/translate/translate.h"

namespace afterword {

namespace {

class Surroundings {
 public:
  /// `at`: byte of the note.
  Surroundings(const Note& note, std::size_t at) : note_(note), at_(at) {}

  /// The innermost first, each within the next and larger than it.
  std::vector<Span> find() {
    for (const Paragraph& paragraph : note_.paragraphs())
      if (touches(paragraph.span)) add_paragraph(paragraph);
    if (note_.greeting() && touches(note_.greeting()->span)) add_words(*note_.greeting());
    for (const Fields* facts : {&note_.front_matter(), &note_.headers()})
      if (touches(facts->span)) add_entries(facts->entries);
    add_part();
    add(body());
    add(letter());
    add({0, note_.text().size()});
    return std::move(spans_);
  }

 private:
  bool touches(Span span) const { return !span.empty() && span.begin <= at_ && at_ <= span.end; }

  void add(Span span) {
    if (!touches(span)) return;
    if (!spans_.empty() && (span == spans_.back() || span.begin > spans_.back().begin || span.end < spans_.back().end))
      return;
    spans_.push_back(span);
  }

  void add_paragraph(const Paragraph& paragraph) {
    add_words(paragraph);
    for (const Sentence& sentence : paragraph.content->sentences) {
      const Span span = sentence.span.shifted(paragraph.span.begin);
      if (!touches(span)) continue;
      add_clause(paragraph, sentence);
      add(span);
      break;
    }
    add(paragraph.span);
  }

  /// The word at the cursor, else the one that ends there; "don't" is one.
  void add_words(const Paragraph& paragraph) {
    const std::vector<Word>& words = paragraph.content->words;
    Span found;
    for (std::size_t i = 0; i < words.size(); ++i) {
      Span span = words[i].span();
      while (i + 1 < words.size() && words[i + 1].begin == span.end) span.end = words[++i].end;
      span = span.shifted(paragraph.span.begin);
      if (touches(span)) found = span;
    }
    add(found);
  }

  /// What stands between two marks of the sentence, where it has some.
  void add_clause(const Paragraph& paragraph, const Sentence& sentence) {
    const std::vector<Word>& words = paragraph.content->words;
    for (std::uint32_t first = sentence.first_word; first < sentence.last_word;) {
      std::uint32_t next = first + 1;
      while (next < sentence.last_word && !words[next].is(after_comma)) ++next;
      const Span clause = Span{words[first].begin, words[next - 1].end}.shifted(paragraph.span.begin);
      if (touches(clause) && (first > sentence.first_word || next < sentence.last_word)) return add(clause);
      first = next;
    }
  }

  void add_entries(const std::vector<Field>& entries) {
    for (const Field& field : entries) {
      const Span whole = span_of(field);
      if (!touches(whole)) continue;
      add(field.key_span);
      for (const FieldValue& value : field.values) add(value.span);
      for (const std::vector<Field>& map : field.children) {
        if (map.empty()) continue;
        add_entries(map);
        add({span_of(map.front()).begin, span_of(map.back()).end});
      }
      add(whole);
    }
  }

  /// The part of the note that the cursor is in, whatever it is.
  void add_part() {
    for (const Part& part : note_.parts()) add(part.span);
  }

  Span body() const {
    Span span;
    for (const Paragraph& paragraph : note_.paragraphs()) {
      if (paragraph.postscript) continue;
      if (span.empty()) span = paragraph.span;
      span.end = paragraph.span.end;
    }
    return span;
  }

  /// What the reader is sent: from the salutation to the signature or the postscript.
  Span letter() const {
    Span span = body();
    const auto take = [&](Span more) {
      span = span.empty() ? more : Span{std::min(span.begin, more.begin), std::max(span.end, more.end)};
    };
    for (const PartKind kind : {PartKind::greeting, PartKind::sign_off, PartKind::signature})
      if (const Part* part = note_.part(kind)) take(part->span);
    for (const Paragraph& paragraph : note_.paragraphs()) take(paragraph.span);
    return span;
  }

  const Note& note_;
  std::size_t at_;
  std::vector<Span> spans_;
};

std::optional<std::vector<lsp::SelectionRange>> select(Session& session, const lsp::SelectionRangeParams& params) {
  Document& document = session.document(params.textDocument.uri);
  const Judgement& judged = session.judge().judgement(document);
  if (!judged.verdict.occasion.is_note) return std::nullopt;
  std::vector<lsp::SelectionRange> selections;
  selections.reserve(params.positions.size());
  for (const lsp::Position position : params.positions) {
    lsp::SelectionRange& selection = selections.emplace_back();
    for (const Span span : Surroundings(judged.note, byte_at(document, position, session.encoding())).find())
      selection.ranges.push_back(range_of(document, span, session.encoding()));
    if (selection.ranges.empty()) selection.ranges.emplace_back();
  }
  return selections;
}

void announce(const lsp::ClientCapabilities& client, lsp::ServerCapabilities& server) {
  server.selectionRangeProvider = client.textDocument.selectionRange.has_value();
}

void bind(Session& session) {
  session.router().request("textDocument/selectionRange",
                           [&session](lsp::SelectionRangeParams params) { return select(session, params); });
}

}  // namespace

const Feature selection_ranges_feature{.announce = announce, .bind = bind};

}  // namespace afterword
