#include "rules/checks/emoticons.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "rules/checks/around.h"
#include "rules/note/characters.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

/// Of the symbols below U+1F000 those that Unicode shows as pictures by themselves (emoji-data.txt,
/// Emoji_Presentation), and the faces and hearts. Ticks, crosses, stars, arrows and question marks are marks in a text,
/// not moods.
constexpr auto low_emoji =
    std::to_array<std::int32_t>({0x231A, 0x231B, 0x23E9, 0x23EA, 0x23EB, 0x23EC, 0x23F0, 0x23F3, 0x2614, 0x2615, 0x2639,
                                 0x263A, 0x2665, 0x2693, 0x26A1, 0x26BD, 0x26BE, 0x26C4, 0x26C5, 0x26EA, 0x26F2, 0x26F3,
                                 0x26F5, 0x26FA, 0x26FD, 0x270A, 0x270B, 0x270C, 0x2728, 0x2763, 0x2764});

constexpr std::int32_t joiner = 0x200D, picture_form = 0xFE0F;

bool is_emoji(std::int32_t point) {
  if (point < 0x1F000) return std::binary_search(low_emoji.begin(), low_emoji.end(), point);
  // Game pieces and letters in squares come before the flags.
  return (point >= 0x1F1E6 && point <= 0x1F1FF) || (point >= 0x1F300 && point <= 0x1FAFF);
}

/// What may stand behind an emoji and belong to it: skin tones are emoji themselves.
bool continues_emoji(std::int32_t point) { return point == joiner || point == picture_form || is_emoji(point); }

std::size_t emoji_length(std::string_view text, std::size_t at) {
  CodePoint point = code_point_at(text, at);
  const auto next_is_picture = [&] {
    return at + point.size < text.size() && code_point_at(text, at + point.size).point == picture_form;
  };
  const bool symbol = point.point >= 0x2600 && point.point <= 0x27BF && point.point != 0x2713 && point.point != 0x2714;
  if (!is_emoji(point.point) && !(symbol && next_is_picture())) return 0;
  std::size_t end = at + point.size;
  while (end < text.size() && continues_emoji((point = code_point_at(text, end)).point)) end += point.size;
  return end - at;
}

bool is_blank_or_end(std::string_view text, std::size_t at) {
  return at >= text.size() || is_blank(static_cast<unsigned char>(text[at]));
}
bool ends_there(std::string_view text, std::size_t at) {
  return is_blank_or_end(text, at) || std::string_view(".,;!?)*_").find(text[at]) != std::string_view::npos;
}

/// The line or the sentence ends there: "<3 Next time", not "<3 V".
bool closes_sentence(std::string_view text, std::size_t at) {
  const std::size_t next = text.find_first_not_of(" \t\r.!)", at);
  if (next == std::string_view::npos || text[next] == '\n') return true;
  const std::string_view word = text.substr(next, text.find_first_of(" \t\r\n", next) - next);
  return is_capitalised(word) && (word == "I" || (word.size() > 2 && word[1] >= 'a' && word[1] <= 'z'));
}

/// A bracket opened before on the same line waits to be closed: "(as follows:)".
bool in_brackets(std::string_view text, std::size_t at) {
  constexpr std::size_t reach = 200;  // bytes
  const std::string_view before = text.substr(at - std::min(at, reach), std::min(at, reach));
  const std::size_t open = before.find_last_of("()");
  return open != std::string_view::npos && before[open] == '(';
}

/// ":-)", ";D", ":'(": eyes, perhaps a nose, a mouth that may be repeated.
std::size_t face_length(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  const bool tear = end < text.size() && text[end] == '\'';
  const bool nose = end < text.size() && text[end] == '-';
  if (tear || nose) ++end;
  if (end >= text.size()) return 0;
  const char mouth = text[end];
  const bool round = mouth == ')' || mouth == '(';
  const bool drawn = std::string_view("DPpOo/\\|").find(mouth) != std::string_view::npos;
  if (!round && !drawn) return 0;
  if (text[at] == '=' && (!round || nose || tear)) return 0;
  if ((mouth == '/' || mouth == '\\' || mouth == '|') && text[at] != ':') return 0;
  while (round && end < text.size() && text[end] == mouth) ++end;
  if (!round) ++end;
  if (!ends_there(text, end)) return 0;
  const bool apart = at == 0 || is_blank(static_cast<unsigned char>(text[at - 1]));
  if (apart) return round || nose || is_blank_or_end(text, end) || text[end] == '.' ? end - at : 0;
  // Joined to a word only the plain smile is meant for one.
  const bool joins =
      round && text[at] != '=' && std::string_view("({[\"'`<").find(text[at - 1]) == std::string_view::npos;
  return joins && !in_brackets(text, at) && (nose || mouth == ')') ? end - at : 0;
}

std::size_t sign_length(std::string_view text, std::size_t at) {
  const bool apart = at == 0 || is_blank(static_cast<unsigned char>(text[at - 1])) || text[at - 1] == '.' ||
                     text[at - 1] == '!' || text[at - 1] == ',';
  if (!apart) return 0;
  if (text.substr(at, 2) == "<3" && closes_sentence(text, at + 2)) return 2;
  if (text.substr(at, 2) == "xD" && ends_there(text, at + 2)) return 2;
  if (text.substr(at, 2) == "^^" && is_blank_or_end(text, at + 2)) return 2;
  return 0;
}

}  // namespace

Span find_emoticon(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    const auto c = static_cast<unsigned char>(text[at]);
    std::size_t length = 0;
    if (c == ':' || c == ';' || c == '=')
      length = face_length(text, at);
    else if (c == '<' || c == 'x' || c == '^')
      length = sign_length(text, at);
    else if (c == 0xE2 || c == 0xF0)  // where U+2000 and U+10000 begin
      length = emoji_length(text, at);
    if (length > 0) return {at, at + length};
  }
  return {text.size(), text.size()};
}

bool is_mentioned(const ParagraphText& content, Span found) {
  const auto& words = content.words;
  const auto next =
      std::partition_point(words.begin(), words.end(), [&](const Word& word) { return word.end <= found.begin; });
  if (next != words.end() && next->begin <= found.begin && next->kind != WordKind::word) return true;  // in code
  const auto after = std::partition_point(next, words.end(), [&](const Word& word) { return word.begin < found.end; });
  const std::string_view text = content.text;
  const bool between = found.begin > 0 && found.end < text.size() &&
                       std::string_view("\"'`\x9C\x98").find(text[found.begin - 1]) != std::string_view::npos &&
                       std::string_view("\"'`\xE2").find(text[found.end]) != std::string_view::npos;
  if (between) return true;
  if (next == words.begin()) return false;
  const Word& before = *(next - 1);
  const std::size_t stop = after == words.end() ? text.size() : after->begin;
  const std::string_view gap = text.substr(before.end, found.begin - before.end);
  const std::string_view behind = text.substr(found.end, stop - found.end);
  if (before.is(in_quotes) && gap.find('"') == std::string_view::npos)
    return after == words.end() || after->is(in_quotes) || behind.find('"') != std::string_view::npos;
  if (gap.find("<!--") != std::string_view::npos && behind.find("-->") != std::string_view::npos) return true;
  const std::string determiner = fold(text.substr(before.begin, before.end - before.begin));
  return after != words.end() && !after->is(after_comma) && !after->is(sentence_start) && !after->is(capitalised) &&
         is_one_of(determiner, {"the", "a", "an", "your", "our", "my", "this", "that", "their", "of", "with"});
}

Edit without_picture(std::string_view text, std::size_t base, Span found, bool prose) {
  Span span = found;
  while (span.begin > 0 && is_blank(static_cast<unsigned char>(text[span.begin - 1]))) --span.begin;
  const bool after_word = span.begin > 0 && is_word_byte(static_cast<unsigned char>(text[span.begin - 1]));
  const std::size_t next = text.find_first_not_of(" \t\r\n", found.end);
  const bool closes = next == std::string_view::npos || (next > found.end && is_capitalised(text.substr(next)));
  if (span.begin == 0 && next != std::string_view::npos) span.end = next;
  return {span.shifted(base), prose && after_word && closes ? "." : "", ""};
}

}  // namespace afterword
