#include "rules/checks/around.h"

#include <algorithm>

#include "rules/note/unicode.h"

namespace afterword {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> some) {
  return std::find(some.begin(), some.end(), word) != some.end();
}

Around::Around(const Context& context, std::size_t sentence, Span place)
    : context_(context),
      base_(context.sentences[sentence].paragraph->span.begin),
      words_(context.sentences[sentence].words()) {
  auto index_of = [&](auto is_before) {
    return static_cast<std::size_t>(std::partition_point(words_.begin(), words_.end(), is_before) - words_.begin());
  };
  first_ = index_of([&](const Word& word) { return word.end + base_ <= place.begin; });
  last_ = index_of([&](const Word& word) { return word.begin + base_ < place.end; });
  auto marked = [&](std::size_t from, std::size_t to) { return !trim(context.text({from, to})).empty(); };
  if (!opens()) mark_before_ = marked(words_[first_ - 1].end + base_, place.begin);
  if (!closes()) mark_after_ = marked(place.end, words_[last_].begin + base_);
}

std::string Around::text_of(std::size_t index) const {
  return fold(context_.text(words_[index].span().shifted(base_)));
}

std::string Around::before(std::size_t distance) const {
  return distance <= first_ ? text_of(first_ - distance) : std::string();
}

std::string Around::after(std::size_t distance) const {
  return last_ + distance <= words_.size() ? text_of(last_ + distance - 1) : std::string();
}

Span Around::span_before(std::size_t distance) const {
  return distance <= first_ ? words_[first_ - distance].span().shifted(base_) : Span{};
}

const Word* Around::word_after(std::size_t distance) const {
  return last_ + distance <= words_.size() ? &words_[last_ + distance - 1] : nullptr;
}

Span Around::span_after(std::size_t distance) const {
  const Word* word = word_after(distance);
  return word ? word->span().shifted(base_) : Span{};
}

bool Around::sentence_has(std::initializer_list<std::string_view> some) const {
  constexpr std::size_t reach = 40;  // a sentence without end must not cost its square
  for (std::size_t i = first_ - std::min(first_, reach); i < std::min(last_ + reach, words_.size()); ++i)
    if (is_one_of(text_of(i), some)) return true;
  return false;
}

}  // namespace afterword
