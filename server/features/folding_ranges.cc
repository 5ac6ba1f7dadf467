// textDocument/foldingRange: what stands around the letter (front matter, headers, quoted mail, code, comments), what a
// pair of comments silences, and paragraphs of several lines.
#include <algorithm>
#include <cstdint>

#include "rules/engine/directives.h"
#include "server/features/features.h"
#include "server/translate/translate.h"

namespace afterword {

namespace {

constexpr std::string_view region = "region", comment = "comment", plain = "";

/// What is folded away most readily, for clients that take only so many.
enum class Rank : std::uint8_t { around, quote, silenced, block, paragraph };

struct Fold {
  Rank rank = Rank::paragraph;
  lsp::FoldingRange range;
};

class Folds {
 public:
  Folds(const Document& document, lsp::FoldingRangeCapabilities client, lsp::PositionEncoding encoding)
      : document_(document), text_(*document.text), client_(client), encoding_(encoding) {}

  void add(const Note& note) {
    for (const Part& part : note.parts()) add(part);
    for (const Directive& directive : find_directives(note))
      if (directive.type == Directive::Type::off) add(silenced_by(directive), Rank::silenced, region);
  }

  std::vector<lsp::FoldingRange> finish() {
    const auto by_rank = [](const Fold& a, const Fold& b) { return a.rank < b.rank; };
    const auto by_line = [](const Fold& a, const Fold& b) { return a.range.startLine < b.range.startLine; };
    std::stable_sort(folds_.begin(), folds_.end(), by_rank);
    if (client_.rangeLimit) folds_.resize(std::min<std::size_t>(folds_.size(), *client_.rangeLimit));
    std::stable_sort(folds_.begin(), folds_.end(), by_line);
    std::vector<lsp::FoldingRange> ranges;
    ranges.reserve(folds_.size());
    for (Fold& fold : folds_) ranges.push_back(std::move(fold.range));
    return ranges;
  }

 private:
  void add(const Part& part) {
    switch (part.kind) {
      case PartKind::front_matter:
      case PartKind::headers:
        return add(part.span, Rank::around, region);
      case PartKind::quote:
        return add(part.span, Rank::quote, comment);
      case PartKind::comment:
        return add(part.span, Rank::block, comment);
      case PartKind::code:
      case PartKind::signature_block:
        return add(part.span, Rank::block, region);
      case PartKind::paragraph:
        return add(part.span, Rank::paragraph, plain);
      default:
        return;
    }
  }

  /// With the comment that ends it, if one does.
  Span silenced_by(const Directive& off) const {
    const std::size_t close = text_.find("-->", off.reach.end);
    return {off.span.begin, close == std::string_view::npos ? text_.size() : close + 3};
  }

  /// Only what has several lines can be folded.
  void add(Span span, Rank rank, std::string_view kind) {
    const std::size_t last = text_.substr(0, span.end).find_last_not_of(" \t\r\n");
    if (last == std::string_view::npos || last < span.begin) return;
    const std::size_t begin = document_.lines.line_of(span.begin);
    std::size_t end = document_.lines.line_of(last);
    if (end <= begin) return;
    Fold fold;
    // What follows on its last line must not vanish with it.
    const std::size_t line_end = document_.lines.line_end(text_, end);
    if (text_.substr(last + 1, line_end - last - 1).find_first_not_of(" \t") != std::string_view::npos) {
      if (client_.lineFoldingOnly)
        --end;
      else
        fold.range.endCharacter = document_.lines.to_position(text_, last + 1, encoding_).character;
    }
    if (end <= begin) return;
    fold.rank = rank;
    fold.range.startLine = static_cast<std::uint32_t>(begin);
    fold.range.endLine = static_cast<std::uint32_t>(end);
    fold.range.kind = kind;
    folds_.push_back(std::move(fold));
  }

  const Document& document_;
  std::string_view text_;
  lsp::FoldingRangeCapabilities client_;
  lsp::PositionEncoding encoding_;
  std::vector<Fold> folds_;
};

/// Nothing for a text that is no note: the editor folds that in its own way.
std::optional<std::vector<lsp::FoldingRange>> fold(Session& session, const lsp::TextDocumentParams& params) {
  Document& document = session.document(params.textDocument.uri);
  const Judgement& judged = session.judge().judgement(document);
  if (!judged.verdict.occasion.is_note) return std::nullopt;
  Folds folds(document, session.client().textDocument.foldingRange.value_or(lsp::FoldingRangeCapabilities()),
              session.encoding());
  folds.add(judged.note);
  return folds.finish();
}

void announce(const lsp::ClientCapabilities& client, lsp::ServerCapabilities& server) {
  server.foldingRangeProvider = client.textDocument.foldingRange.has_value();
}

void bind(Session& session) {
  session.router().request("textDocument/foldingRange",
                           [&session](lsp::TextDocumentParams params) { return fold(session, params); });
}

}  // namespace

const Feature folding_ranges_feature{.announce = announce, .bind = bind};

}  // namespace afterword
