#include "rules/model/features.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <string>

#include "rules/note/characters.h"

namespace afterword::model {
namespace {

/// The kinds of feature, so that the same words are different features in each.
enum class Sort : std::uint64_t {
  word,
  pair,
  meaning,
  meaning_pair,
  meaning_triple,
  meaning_near,
  functions_pair,
  functions_triple,
  letters,
  cue,
  cue_pair,
  own_role,
  nearly_role,
  opening_word,
  opening_shape,
  mark,
  length
};

// A third of a word each: they come in hundreds. What the cues decide weighs more than any word.
constexpr std::uint16_t letters_weight = 2, cue_weight = 6, nearly_weight = 5, own_weight = largest_weight;
constexpr std::size_t nearest = 2, farthest = 4;  // words apart that make a pair with a gap
// A sentence that is longer is read as far: a text of megabytes without a full stop is no note.
constexpr std::size_t most_words = 512, most_letters = 4096;

constexpr std::uint64_t mixed(std::uint64_t hash, std::uint64_t with) {
  hash = (hash ^ with) * 0x9E3779B97F4A7C15u;
  return hash ^ (hash >> 32);
}

/// A token's stand-in where its own spelling tells nothing.
constexpr std::uint64_t stand_in(char kind) { return mixed(0xABCDEF, static_cast<unsigned char>(kind)); }

struct Token {
  std::uint64_t word = 0;     ///< the folded word, or what stands for numbers, links, names, days
  std::uint64_t meaning = 0;  ///< its first meaning, else the shape; a function word as it is
  std::uint64_t shape = 0;    ///< its ending; a function word as it is
  std::span<const std::uint16_t> classes;
  bool function = false;
};

/// The ending tells past, progress, manner or plural of a word that has no meaning listed.
std::uint64_t shape_of(std::string_view folded) {
  for (const std::string_view ending : {"ing", "ed", "ly", "s"})
    if (folded.size() > ending.size() + 2 && folded.ends_with(ending)) return stand_in(ending[0]);
  return stand_in('x');
}

Token token_of(const Word& word, std::string_view text, const Vocabulary& vocabulary, const Lexicon& lexicon) {
  Token token;
  if (word.kind != WordKind::word) {
    constexpr std::string_view signs = " #@`_";  // by kind
    token.word = token.shape = token.meaning = stand_in(signs[static_cast<std::size_t>(word.kind)]);
    return token;
  }
  Folded folded;
  fold(text.substr(word.begin, word.end - word.begin), folded);
  token.word = key_of(folded.view());
  token.classes = vocabulary.classes_of(token.word);
  const std::uint16_t first = token.classes.empty() ? std::uint16_t{first_meaning} : token.classes[0];
  token.function = first == function_word;
  token.shape = token.meaning = token.word;
  if (token.function) return token;
  if (first == weekday || first == month) {
    token.word = token.shape = token.meaning = stand_in(first == weekday ? 'W' : 'M');
  } else if (token.classes.empty() && word.is(capitalised) && !lexicon.is_basic(word.form)) {
    token.word = token.shape = token.meaning = stand_in('N');
  } else {
    token.shape = shape_of(folded.view());
    token.meaning = token.classes.empty() ? token.shape : stand_in('m') + first;
  }
  return token;
}

/// Stands before the first word and behind the last.
constexpr Token edge{1, 1, 1, {}, false};

class Reader {
 public:
  explicit Reader(std::vector<Feature>& out) : out_(out) {}

  template <typename... Parts>
  void add(std::uint16_t weight, Sort sort, Parts... parts) {
    std::uint64_t hash = static_cast<std::uint64_t>(sort) + 1;
    ((hash = mixed(hash, static_cast<std::uint64_t>(parts))), ...);
    hash *= 0xFF51AFD7ED558CCDu;
    out_.push_back({static_cast<std::uint32_t>(((hash >> 32) * row_count) >> 32), weight});
  }

  void plain(std::span<const Token> tokens);  ///< words, their pairs, their meanings
  void words(std::span<const Token> tokens);  ///< what they make together
  void letters(std::string_view text);
  void cues(const SentenceCues& cues);

 private:
  std::vector<Feature>& out_;
};

void Reader::plain(std::span<const Token> tokens) {
  std::uint64_t before = edge.word;
  for (const Token& here : tokens) {
    add(word_weight, Sort::pair, before, here.word);
    add(word_weight, Sort::word, here.word);
    for (const std::uint16_t meaning : here.classes)
      if (meaning >= first_meaning) add(word_weight, Sort::meaning, meaning);
    before = here.word;
  }
  add(word_weight, Sort::pair, before, edge.word);
}

void Reader::words(std::span<const Token> tokens) {
  const auto at = [&](std::size_t i) -> const Token& { return i < tokens.size() ? tokens[i] : edge; };  // -1 wraps
  for (std::size_t i = 0; i <= tokens.size(); ++i) {
    const Token& before = at(i - 1);
    const Token& here = at(i);
    add(word_weight, Sort::meaning_pair, before.meaning, here.meaning);
    if (i == tokens.size()) break;
    add(word_weight, Sort::meaning_triple, before.meaning, here.meaning, at(i + 1).meaning);
    for (std::size_t far = nearest; far <= farthest && i + far < tokens.size(); ++far)
      add(word_weight, Sort::meaning_near, here.meaning, tokens[i + far].meaning);
  }
  // Who does what to whom: the function words alone, in their order.
  std::array<std::uint64_t, 2> last{};
  std::size_t functions = 0;
  for (const Token& token : tokens) {
    if (!token.function) continue;
    if (functions > 0) add(word_weight, Sort::functions_pair, last[1], token.word);
    if (functions > 1) add(word_weight, Sort::functions_triple, last[0], last[1], token.word);
    last = {last[1], token.word};
    ++functions;
  }
  for (std::size_t i = 0; i < 3 && i < tokens.size(); ++i) add(word_weight, Sort::opening_word, i, tokens[i].word);
  add(word_weight, Sort::opening_shape, at(0).shape);
  add(word_weight, Sort::opening_shape, at(0).shape, at(1).shape);
  const std::size_t count = tokens.size();
  add(word_weight, Sort::length, count < 4 ? 0 : count < 8 ? 1 : count < 14 ? 2 : count < 22 ? 3 : 4);
}

/// Four neighbouring bytes each: endings, stems, and what is spelt with a slip. Those of three or five as well teach no
/// more, and cost as much again.
void Reader::letters(std::string_view text) {
  std::string plain = " ";
  plain.reserve(text.size() + 10);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (is_blank(byte)) {
      if (plain.back() != ' ') plain += ' ';
    } else if (is_ascii_digit(byte)) {
      plain += '#';
    } else if (byte == 0xE2 && text.substr(i, 3) == "\xE2\x80\x99") {
      plain += '\'';
      i += 2;
    } else {
      plain += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | 0x20) : text[i];
    }
  }
  if (plain.back() != ' ') plain += ' ';
  for (std::size_t i = 0; i + sizeof(std::uint32_t) <= plain.size(); ++i) {
    std::uint32_t bytes = 0;
    std::memcpy(&bytes, plain.data() + i, sizeof bytes);
    if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap32(bytes);
    add(letters_weight, Sort::letters, bytes);
  }
}

void Reader::cues(const SentenceCues& cues) {
  for (std::uint64_t left = cues.bits; left != 0; left &= left - 1) {
    const int cue = std::countr_zero(left);
    add(cue_weight, Sort::cue, cue);
    for (std::uint64_t other = left & (left - 1); other != 0; other &= other - 1)
      add(word_weight, Sort::cue_pair, cue, std::countr_zero(other));
  }
  for (std::size_t i = 0; i < role_count; ++i) {
    if (cues.own.has(static_cast<Role>(i))) add(own_weight, Sort::own_role, i);
    if (cues.nearly.has(static_cast<Role>(i))) add(nearly_weight, Sort::nearly_role, i);
  }
}

}  // namespace

std::size_t read_features(const SentenceView& sentence, const SentenceCues& cues, const Vocabulary& vocabulary,
                          const Lexicon& lexicon, std::vector<Feature>& features) {
  std::vector<Token> tokens;
  const auto words = sentence.words.first(std::min(sentence.words.size(), most_words));
  tokens.reserve(words.size());
  for (const Word& word : words) tokens.push_back(token_of(word, sentence.paragraph, vocabulary, lexicon));
  Reader reader(features);
  const std::size_t before = features.size();
  reader.plain(tokens);
  const std::size_t plain = features.size() - before;
  reader.words(tokens);
  reader.letters(
      sentence.paragraph.substr(sentence.sentence.span.begin, std::min(sentence.sentence.span.size(), most_letters)));
  reader.cues(cues);
  reader.add(word_weight, Sort::mark, static_cast<unsigned char>(sentence.sentence.mark));
  return plain;
}

}  // namespace afterword::model
