#include "rules/phrases/begun.h"

#include <algorithm>
#include <array>
#include <vector>

#include "rules/note/unicode.h"
#include "rules/phrases/filler.h"
#include "rules/phrases/slots.h"

namespace afterword::phrases {

namespace {

using std::string_view;

constexpr std::size_t least_letters = 2;  // of the phrase's own words before a slot of theirs counts
constexpr std::size_t most_words = 8;     // in a slot

std::size_t letters_in(string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }));
}

bool can_answer(string_view words) {
  return !trim(words).empty() && words.find_first_of(".!?\n\r") == string_view::npos &&
         static_cast<std::size_t>(std::count(words.begin(), words.end(), ' ')) < most_words;
}

/// What somebody wrote into a slot: the shortest text before the phrase's next words, or before their begin where no
/// more is typed. A blank alone is
/// no begin: the answer may go on.
std::optional<string_view> answer_before(string_view next, string_view typed) {
  for (std::size_t at = 1; at < typed.size(); ++at) {
    const string_view rest = typed.substr(at);
    const std::size_t size = std::min(next.size(), rest.size());
    if (!starts_with_folded(next.substr(0, size), rest.substr(0, size))) continue;
    if (size < next.size() && trim(rest).empty()) continue;
    const string_view words = typed.substr(0, at);
    return can_answer(words) ? std::optional(words) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Filled> go_on(string_view phrase, string_view typed, const Facts& facts,
                            std::span<const string_view> topics) {
  Filled filled = fill(phrase, facts, topics);
  if (starts_with_folded(filled.text, typed)) return filled.text == typed ? std::nullopt : std::optional(filled);
  const std::vector<Piece> pieces = split_slots(phrase);
  Filler filler(facts, topics);
  filler.begin_with(typed);
  std::size_t at = 0, letters = 0, i = 0, used = 0;  // `used`: bytes of piece `i`
  for (; i < pieces.size() && at < typed.size(); ++i) {
    const string_view rest = typed.substr(at);
    if (!pieces[i].slot) {
      const string_view words = pieces[i].text.substr(used);
      const std::size_t size = std::min(words.size(), rest.size());
      if (!starts_with_folded(words.substr(0, size), rest.substr(0, size))) return std::nullopt;
      letters += letters_in(words.substr(0, size));
      at += size;
      used += size;
      if (used < pieces[i].text.size()) break;
      used = 0;
      continue;
    }
    if (letters < least_letters || i + 1 == pieces.size() || pieces[i + 1].slot) return std::nullopt;
    const auto answer = answer_before(pieces[i + 1].text, rest);
    if (!answer) return std::nullopt;
    filler.answer(pieces[i].text, *answer);
    at += answer->size();
  }
  if (i == pieces.size()) return std::nullopt;
  filler.take({pieces[i].text.substr(used), pieces[i].slot});
  for (++i; i < pieces.size(); ++i) filler.take(pieces[i]);
  return filler.finish();
}

}  // namespace afterword::phrases
