// Fills a phrase piece by piece; for the files of this folder. Pure, any thread.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/phrases/book.h"
#include "rules/phrases/slots.h"

namespace afterword::phrases {

/// Stops are numbered in the order in which they come, and one that comes again has the number that it had, so that the
/// editor mirrors it. References all that it is given.
class Filler {
 public:
  Filler(const Facts& facts, std::span<const std::string_view> topics) : facts_(facts), topics_(topics) {}

  /// What stands there already, before any piece is taken.
  void begin_with(std::string_view typed);
  /// What the writer put into that slot, should it come again.
  void answer(std::string_view slot, std::string_view words) { answers_.emplace_back(slot, words); }
  void take(const Piece& piece);
  Filled finish() { return std::move(filled_); }

 private:
  std::string known(const Piece& piece) const;
  void leave_open(std::string_view slot);
  std::size_t number_of(std::string_view slot);

  const Facts& facts_;
  std::span<const std::string_view> topics_;
  std::vector<std::pair<std::string_view, std::string_view>> answers_;
  std::vector<std::string_view> stops_;
  Filled filled_;
};

}  // namespace afterword::phrases
