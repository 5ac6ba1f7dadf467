#include "rules/engine/rewritten.h"

#include <algorithm>
#include <utility>

namespace afterword {

Rewritten::Rewritten(std::string_view text) : original_(text) {
  if (!text.empty()) pieces_.push_back({{0, text.size()}, {}});
}

Rewritten::Piece Rewritten::Piece::part(std::size_t begin, std::size_t end) const {
  if (!added.empty()) return {{}, added.substr(begin, end - begin)};
  return {{kept.begin + begin, kept.begin + end}, {}};
}

void Rewritten::apply(const std::vector<Edit>& edits) {
  std::vector<Piece> pieces;
  pieces.reserve(pieces_.size() + 2 * edits.size());
  std::size_t next = 0, inside = 0, at = 0;  // the piece to read, how far into it, and the byte of the text that is
  const auto advance = [&](std::size_t to, bool keep) {
    while (at < to && next < pieces_.size()) {
      const Piece& piece = pieces_[next];
      const std::size_t end = std::min(piece.size(), inside + (to - at));
      if (keep) pieces.push_back(piece.part(inside, end));
      at += end - inside;
      inside = end;
      if (inside == piece.size()) ++next, inside = 0;
    }
  };
  for (const Edit& edit : edits) {
    advance(edit.span.begin, true);
    advance(edit.span.end, false);
    if (!edit.text.empty()) pieces.push_back({{}, edit.text});
  }
  advance(size(), true);
  pieces_ = std::move(pieces);
}

std::size_t Rewritten::size() const {
  std::size_t sum = 0;
  for (const Piece& piece : pieces_) sum += piece.size();
  return sum;
}

std::string Rewritten::text() const {
  std::string text;
  text.reserve(size());
  for (const Piece& piece : pieces_)
    text += piece.added.empty() ? original_.substr(piece.kept.begin, piece.kept.size()) : piece.added;
  return text;
}

std::vector<Edit> Rewritten::edits() const {
  std::vector<Edit> edits;
  std::size_t at = 0;  // of the text it was
  std::string added;
  const auto close = [&](std::size_t end) {
    if (original_.substr(at, end - at) != added) edits.push_back({{at, end}, added, ""});
    added.clear();
  };
  for (const Piece& piece : pieces_) {
    if (!piece.added.empty()) {
      added += piece.added;
    } else {
      close(piece.kept.begin);
      at = piece.kept.end;
    }
  }
  close(original_.size());
  return edits;
}

}  // namespace afterword
