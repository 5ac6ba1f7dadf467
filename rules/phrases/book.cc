#include "rules/phrases/book.h"

#include <array>

namespace afterword::phrases {
namespace {

#include "rules/phrases/standard_phrases.inc"

}  // namespace

const Book& Book::standard() {
  static const Book book{{standard_phrases.begin(), standard_phrases.end()}};
  return book;
}

std::vector<const Phrase*> Book::find(Purpose purpose, Kind kind) const {
  std::vector<const Phrase*> found;
  for (const Phrase& phrase : phrases_)
    if (phrase.purpose == purpose && (phrase.kinds & only(kind)) != 0) found.push_back(&phrase);
  return found;
}

}  // namespace afterword::phrases
