#include "rules/note/paragraph.h"

#include <algorithm>

#include "rules/note/markup.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

/// Smileys, hearts ("<3", "xD", "^^") and all that is written in three bytes or more.
bool holds_sign(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0xE2 || c == ':' || c == ';' || c == '=' || c == '<' || c == '^') return true;
    if (c == 'D' && i > 0 && text[i - 1] == 'x') return true;
  }
  return false;
}

/// What lets a rule pass over a paragraph without looking at its words.
void mark_words(ParagraphText& paragraph) {
  paragraph.has_sign = holds_sign(paragraph.text);
  const Word* last = nullptr;
  for (const Word& word : paragraph.words) {
    paragraph.has_capitals = paragraph.has_capitals || word.is(all_capitals);
    paragraph.has_slot = paragraph.has_slot || word.kind == WordKind::slot;
    paragraph.has_small_i = paragraph.has_small_i || (word.end - word.begin == 1 && paragraph.text[word.begin] == 'i');
    paragraph.has_repeat =
        paragraph.has_repeat || (last && last->form == word.form && last->end - last->begin == word.end - word.begin);
    last = &word;
  }
}

/// A footnote's mark behind a sentence is not part of it.
void leave_out_marks(ParagraphText& paragraph, const std::vector<Opaque>& opaque) {
  auto sentence = paragraph.sentences.begin();
  for (const Opaque& mark : opaque) {  // both stand in the order of the text
    if (!mark.silent) continue;
    while (sentence != paragraph.sentences.end() && sentence->span.end < mark.span.end) ++sentence;
    if (sentence == paragraph.sentences.end()) return;
    if (sentence->span.end != mark.span.end || mark.span.begin <= sentence->span.begin) continue;
    std::string_view kept =
        trim(std::string_view(paragraph.text).substr(sentence->span.begin, mark.span.begin - sentence->span.begin));
    sentence->span.end = sentence->span.begin + kept.size();
  }
}

/// A sentence of an earlier reading that reads the same: the same bytes, and words of the same spelling and place.
bool reads_alike(const ParagraphText& a, const Sentence& left, const ParagraphText& b, const Sentence& right) {
  const std::size_t count = left.last_word - left.first_word;
  if (right.last_word - right.first_word != count || left.mark != right.mark || left.list_item != right.list_item)
    return false;
  const auto bytes = [](const ParagraphText& of, const Sentence& one) {
    return std::string_view(of.text).substr(one.span.begin, one.span.size());
  };
  if (bytes(a, left) != bytes(b, right)) return false;
  for (std::size_t i = 0; i < count; ++i) {
    const Word& one = a.words[left.first_word + i];
    const Word& other = b.words[right.first_word + i];
    if (one.form != other.form || one.kind != other.kind || one.flags != other.flags ||
        one.begin - left.span.begin != other.begin - right.span.begin)
      return false;
  }
  return true;
}

/// Finds patterns and cues in sentence `i` of `made`.
void read_sentence(ParagraphText& made, std::uint32_t i, const Reader& reader) {
  const Sentence& sentence = made.sentences[i];
  const std::size_t before = made.hits.size();
  reader.lexicon.match(made.words, sentence, i, made.hits);
  std::span<const Word> words(made.words);
  made.cues.push_back(
      reader.classifier.read({made.text, words.subspan(sentence.first_word, sentence.last_word - sentence.first_word),
                              std::span<const Hit>(made.hits).subspan(before), sentence},
                             reader.lexicon));
  // The classifier's own hits have served; what stays is read anew at each key stroke.
  auto first = made.hits.begin() + static_cast<std::ptrdiff_t>(before);
  made.hits.erase(std::remove_if(first, made.hits.end(), [](const Hit& hit) { return hit.owner == cues_owner; }),
                  made.hits.end());
  for (std::size_t h = before; h < made.hits.size(); ++h) {
    Hit& hit = made.hits[h];
    auto found = words.subspan(hit.first_word, hit.last_word - hit.first_word);
    hit.quoted = std::all_of(found.begin(), found.end(), [](const Word& word) { return word.is(in_quotes); });
  }
}

/// Takes over what sentence `before` of `old` was found to hold, for sentence `i` of `made`.
void take_sentence(ParagraphText& made, std::uint32_t i, const ParagraphText& old, std::uint32_t before) {
  made.cues.push_back(old.cues[before]);
  const auto of_sentence = [](const Hit& hit, std::uint32_t sentence) { return hit.sentence < sentence; };
  for (auto hit = std::lower_bound(old.hits.begin(), old.hits.end(), before, of_sentence);
       hit != old.hits.end() && hit->sentence == before; ++hit) {
    Hit moved = *hit;
    moved.sentence = i;
    moved.first_word += made.sentences[i].first_word - old.sentences[before].first_word;
    moved.last_word += made.sentences[i].first_word - old.sentences[before].first_word;
    made.hits.push_back(moved);
  }
}

}  // namespace

std::uint32_t count_words(std::string_view text) {
  std::uint32_t count = 0;
  bool in_word = false, counted = false;
  for (char c : text) {
    bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (space) {
      in_word = counted = false;
      continue;
    }
    in_word = true;
    bool telling = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                   static_cast<unsigned char>(c) >= 0xC3;
    if (in_word && telling && !counted) {
      counted = true;
      ++count;
    }
  }
  return count;
}

std::shared_ptr<const ParagraphText> read_paragraph(std::string_view text, bool list_item, Format format,
                                                    const Reader& reader, const ParagraphText* old) {
  auto made = std::make_shared<ParagraphText>();
  made->text = text;
  const std::vector<Opaque> opaque = find_opaque(made->text, format);
  made->words = split_words(made->text, opaque, reader.lexicon);
  made->sentences = split_sentences(made->text, made->words, list_item);
  leave_out_marks(*made, opaque);
  mark_words(*made);
  made->has_comment = std::any_of(opaque.begin(), opaque.end(), [&](const Opaque& one) {
    return one.silent && std::string_view(made->text).substr(one.span.begin).starts_with("<!--");
  });
  made->word_count = count_words(made->text);
  made->voice = reader.voice.read(made->words);
  const auto count = static_cast<std::uint32_t>(made->sentences.size());
  made->cues.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto alike = [&](std::uint32_t before) {
      return before < old->sentences.size() && reads_alike(*made, made->sentences[i], *old, old->sentences[before]);
    };
    const auto from_end = old ? static_cast<std::uint32_t>(old->sentences.size()) - (count - i) : 0;
    if (old && alike(i))
      take_sentence(*made, i, *old, i);
    else if (old && alike(from_end))
      take_sentence(*made, i, *old, from_end);
    else
      read_sentence(*made, i, reader);
  }
  return made;
}

}  // namespace afterword
