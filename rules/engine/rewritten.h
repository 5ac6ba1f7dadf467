// A text that is edited in several rounds, and what all of them did to it as edits of the text it was. Belongs to one
// thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "rules/engine/finding.h"

namespace afterword {

class Rewritten {
 public:
  /// Of `text`, which must live as long.
  explicit Rewritten(std::string_view text);

  /// Edits of the text as it is now: bytes of it, sorted, not overlapping.
  void apply(const std::vector<Edit>& edits);
  /// As it is now.
  std::string text() const;
  std::size_t size() const;
  /// What became of the text it was: sorted, at least a byte apart, none that changes nothing.
  std::vector<Edit> edits() const;

 private:
  /// A stretch of the text it was, or one that was put in.
  struct Piece {
    Span kept;
    std::string added;  // where this is not empty, `kept` is
    std::size_t size() const { return added.empty() ? kept.size() : added.size(); }
    Piece part(std::size_t begin, std::size_t end) const;
  };

  std::string_view original_;
  std::vector<Piece> pieces_;  // none is empty
};

}  // namespace afterword
