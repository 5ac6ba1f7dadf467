// Text -> Note, in one pass over its blocks: first what kind of block each is, then which of the prose opens and
// closes the letter, then the words of what is left.
#include <algorithm>

#include "rules/note/blocks.h"
#include "rules/note/characters.h"
#include "rules/note/letter.h"
#include "rules/note/note.h"
#include "rules/note/paragraph.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

/// A stretch of body prose, not yet analysed.
struct Draft {
  Span span;
  bool list_item = false;
  bool postscript = false;
};

bool holds_attribution(std::string_view line) {
  if (!line.ends_with(":")) return false;
  std::string folded = fold(line);
  for (std::string_view verb :
       {" wrote", " writes", " schrieb", " escribi", " a écrit", " ha scritto", " napisa", " escreveu", " skrev"})
    if (folded.find(verb) != std::string::npos) return true;
  return folded.find('@') != std::string::npos;
}

}  // namespace

class NoteParser {
 public:
  NoteParser(std::shared_ptr<const std::string> text, Format format, const Reader& reader, const Note* previous)
      : reader_(reader), previous_(previous) {
    note_.text_ = std::move(text);
    note_.format_ = format;
  }

  Note parse() {
    std::size_t begin = read_facts_block();
    blocks_ = split_blocks(text(), begin, note_.format_);
    mark_attributions();
    for (const Block& block : blocks_)
      if (block.kind != PartKind::paragraph) note_.parts_.push_back({block.kind, block.span});
    collect_prose();
    find_opening();
    find_ending();
    analyse_body();
    return std::move(note_);
  }

 private:
  std::string_view text() const { return *note_.text_; }
  std::string_view view(Span span) const { return text().substr(span.begin, span.size()); }

  bool same_bytes(Span span) const {
    return previous_ && previous_->text().size() >= span.end && previous_->text(span) == view(span);
  }

  /// Front matter and mail headers, read anew only when their bytes changed. Returns where the body begins.
  std::size_t read_facts_block() {
    static const auto nothing = std::make_shared<const Fields>();
    note_.front_matter_ = note_.headers_ = nothing;
    const FrontMatter front = find_front_matter(text());
    if (!front.span.empty()) {
      if (previous_ && previous_->front_matter_->span == front.span && same_bytes(front.span)) {
        note_.front_matter_ = previous_->front_matter_;
      } else {
        Fields fields = read_yaml(view(front.yaml), front.yaml.begin);
        fields.span = front.span;
        if (front.closed) fields.closing_fence = front.yaml.end;
        note_.front_matter_ = std::make_shared<const Fields>(std::move(fields));
      }
      note_.parts_.push_back({PartKind::front_matter, front.span});
      return front.span.end;
    }
    if (note_.format_ != Format::mail) return text().starts_with("\xEF\xBB\xBF") ? 3 : 0;
    Span headers = find_mail_headers(text());
    if (headers.empty()) return 0;
    if (previous_ && previous_->headers_->span == headers && same_bytes(headers)) {
      note_.headers_ = previous_->headers_;
    } else {
      note_.headers_ = std::make_shared<const Fields>(read_mail_headers(view(headers), 0));
    }
    note_.parts_.push_back({PartKind::headers, headers});
    note_.body_encoding_ = find_body_encoding();
    return note_.body_encoding_.empty() ? headers.end : text().size();
  }

  Span find_body_encoding() const {
    for (auto [header, start] :
         {std::pair("Content-Transfer-Encoding", "quoted-printable"), std::pair("Content-Transfer-Encoding", "base64"),
          std::pair("Content-Type", "multipart/")}) {
      const Field* field = note_.headers_->find(header);
      if (field && !field->values.empty() && fold(field->values[0].text).starts_with(start))
        return field->values[0].span;
    }
    return {};
  }

  /// The line (or wrapped lines) above quoted mail that says who wrote it belongs to the quote.
  void mark_attributions() {
    for (std::size_t i = 1; i < blocks_.size(); ++i) {
      if (blocks_[i].kind != PartKind::quote || blocks_[i - 1].kind != PartKind::paragraph) continue;
      Block& above = blocks_[i - 1];
      std::size_t begin = above.span.begin;
      std::string_view lines = view(above.span);
      if (!holds_attribution(trim(lines))) continue;
      for (std::string_view opening : {"On ", "Am ", "Le ", "El ", "Il ", "W dniu ", "Den ", "Em "}) {
        auto at = lines.starts_with(opening) ? 0 : lines.rfind("\n" + std::string(opening));
        if (at != std::string_view::npos) {
          begin = above.span.begin + (at == 0 ? 0 : at + 1);
          break;
        }
      }
      if (note_.attribution_.empty()) note_.attribution_ = {begin, above.span.end};
      blocks_[i].span.begin = begin;
      if (begin == above.span.begin) {
        above.kind = PartKind::quote;
      } else {
        above.span.end = begin;
        while (above.span.end > above.span.begin &&
               (text()[above.span.end - 1] == '\n' || text()[above.span.end - 1] == '\r'))
          --above.span.end;
      }
    }
  }

  void collect_prose() {
    for (const Block& block : blocks_)
      if (block.kind == PartKind::paragraph && block.prose < block.span.end)
        prose_.push_back({{block.prose, block.span.end}, block.list_item, false});
  }

  /// The salutation, and what stands above it (a letterhead, a date, a pasted subject line), which is no prose.
  void find_opening() {
    constexpr std::size_t letterhead_blocks = 5;
    for (std::size_t i = 0; i < prose_.size() && i <= letterhead_blocks; ++i) {
      if (prose_[i].list_item) return;
      Span found = find_greeting(view(prose_[i].span));
      if (!found.empty()) {
        found = found.shifted(prose_[i].span.begin);
        for (std::size_t k = 0; k < i; ++k) note_.parts_.push_back({PartKind::heading, prose_[k].span});
        note_.parts_.push_back({PartKind::greeting, found});
        greeting_ = found;
        std::size_t rest = found.end;
        while (rest < prose_[i].span.end && std::string_view(" \t\r\n").find(text()[rest]) != std::string_view::npos)
          ++rest;
        prose_[i].span.begin = rest;
        prose_.erase(prose_.begin(), prose_.begin() + static_cast<std::ptrdiff_t>(prose_[i].span.empty() ? i + 1 : i));
        return;
      }
      if (!reads_as_letterhead(view(prose_[i].span))) return;
    }
  }

  static bool reads_as_letterhead(std::string_view block) {
    if (starts_with_folded(block, "subject:") || starts_with_folded(block, "re:") || leads_in_draft(block)) return true;
    std::size_t lines = 1 + static_cast<std::size_t>(std::count(block.begin(), block.end(), '\n'));
    return lines <= 7 && count_words(block) <= lines * 5 && !trim(block).ends_with(".");
  }

  std::vector<Span> lines_of(Span span) const {
    std::vector<Span> lines;
    for (std::size_t at = span.begin; at < span.end;) {
      Line line = line_at(text().substr(0, span.end), at);
      lines.push_back(line.span);
      if (line.next <= at) break;
      at = line.next;
    }
    return lines;
  }

  /// Closing formula and signature: searched from the end, among the last few blocks.
  void find_ending() {
    constexpr std::size_t last_blocks = 8;
    std::size_t lowest = prose_.size() > last_blocks ? prose_.size() - last_blocks : 0;
    for (std::size_t i = prose_.size(); i-- > lowest;) {
      if (prose_[i].list_item) continue;
      auto lines = lines_of(prose_[i].span);
      for (std::size_t k = lines.size(); k-- > 0;)
        if (close_at(i, lines, k)) return;
    }
    sign_without_closing();
  }

  /// "... on the 17th. Respectfully, Nkosana Zulu": the byte of the line where the closing at its end begins; its size
  /// where none stands there.
  static std::size_t closing_behind_prose(std::string_view line) {
    constexpr int most_marks = 4;  // a name may hold some: "N. O. Zulu"
    std::size_t mark = line.size();
    for (int i = 0; i < most_marks && mark > 0; ++i) {
      mark = line.find_last_of(".!?", mark - 1);
      if (mark == std::string_view::npos) break;
      if (mark + 2 < line.size() && line[mark + 1] == ' ' && !closing_before_name(line.substr(mark + 2)).empty())
        return mark + 2;
    }
    return line.size();
  }

  bool close_at(std::size_t i, const std::vector<Span>& lines, std::size_t k) {
    Span closing_line = lines[k];
    if (k + 1 == lines.size()) {
      if (const std::size_t at = closing_behind_prose(view(closing_line)); at < closing_line.size())
        closing_line.begin += at;
    }
    std::string_view line = view(closing_line);
    bool needs_name = false;
    if (Span both = closing_before_name(line); !both.empty() && lines.size() - k <= 3) {
      Span closing = both.shifted(closing_line.begin);
      std::size_t name = closing.end;
      while (name < lines[k].end && text()[name] == ' ') ++name;
      note_.parts_.push_back({PartKind::sign_off, closing});
      note_.parts_.push_back({PartKind::signature, {name, lines.back().end}});
      end_body_at(i, closing_line.begin, i + 1);
      return true;
    }
    if (!is_closing(line, needs_name)) return false;
    std::size_t after = i + 1;
    Span signature;
    if (k + 1 < lines.size()) {
      if (lines.size() - k > 7 || opens_postscript(view(lines[k + 1]))) return false;
      signature = {lines[k + 1].begin, lines.back().end};
    } else if (i + 1 < prose_.size() && reads_as_signature(prose_[i + 1])) {
      signature = prose_[i + 1].span;
      after = i + 2;
    }
    if (needs_name && signature.empty()) return false;
    if (!signature.empty() && !holds_name(signature)) {
      if (k + 1 < lines.size()) return false;  // a sentence goes on after what looked like a closing
      signature = {};
    }
    note_.parts_.push_back({PartKind::sign_off, trimmed(closing_line)});
    if (!signature.empty()) note_.parts_.push_back({PartKind::signature, trimmed(signature)});
    end_body_at(i, closing_line.begin, after);
    return true;
  }

  Span trimmed(Span span) const {
    std::string_view bare = trim(view(span));
    if (bare.empty()) return {span.begin, span.begin};
    std::size_t begin = static_cast<std::size_t>(bare.data() - text().data());
    return {begin, begin + bare.size()};
  }

  bool reads_as_signature(const Draft& draft) const {
    if (draft.list_item || opens_postscript(view(draft.span))) return false;
    auto lines = lines_of(draft.span);
    return lines.size() <= 6 && view(lines[0]).size() <= 60 && holds_name(draft.span);
  }

  /// A signature's first line is a name, however odd; not a sentence.
  bool holds_name(Span signature) const {
    auto lines = lines_of(signature);
    std::string_view first = trim(view(lines[0]));
    if (is_name_line(first)) return true;
    const auto is_letter_byte = [](char c) {
      const auto byte = static_cast<unsigned char>(c);
      return is_word_byte(byte) && !is_ascii_digit(byte);
    };
    if (std::none_of(first.begin(), first.end(), is_letter_byte)) return false;  // a number to ring
    // "K. Mensah, master mason"
    constexpr std::size_t most_with_trade = 8;
    const std::size_t comma = first.find(',');
    if (comma != std::string_view::npos && is_name_line(first.substr(0, comma)) &&
        count_words(first) <= most_with_trade && !first.ends_with(".") && !first.ends_with("?"))
      return true;
    return count_words(first) <= 4 && count_words(first) > 0 && !first.ends_with(".") && !first.ends_with("?") &&
           !first.ends_with(",") && !opens_postscript(first);
  }

  /// The body ends before `at` in block `i`; blocks from `after` on are postscripts, or loose lines of a signature.
  void end_body_at(std::size_t i, std::size_t at, std::size_t after) {
    std::vector<Draft> kept(prose_.begin(), prose_.begin() + static_cast<std::ptrdiff_t>(i));
    Draft last = prose_[i];
    last.span.end = at;
    last.span = trimmed(last.span);
    if (!last.span.empty()) kept.push_back(last);
    for (std::size_t k = after; k < prose_.size(); ++k) {
      std::string_view block = trim(view(prose_[k].span));
      bool sentence = block.ends_with(".") || block.ends_with("?") || block.ends_with("!") || block.ends_with(")");
      if (!opens_postscript(block) && !(sentence && count_words(block) >= 4)) continue;
      prose_[k].postscript = true;
      kept.push_back(prose_[k]);
    }
    prose_ = std::move(kept);
  }

  /// No closing formula: a name alone at the end still signs.
  void sign_without_closing() {
    std::size_t i = prose_.size();
    while (i > 0 && opens_postscript(view(prose_[i - 1].span))) --i;
    if (i == 0) return;
    // "- Ola" reads as a list item, but a list of one name is none.
    bool dashed = prose_[i - 1].list_item;
    if (dashed && (i == 1 || prose_[i - 2].list_item || count_words(view(prose_[i - 1].span)) > 3)) return;
    auto lines = lines_of(prose_[i - 1].span);
    Span last = lines.back();
    bool alone = lines.size() == 1;
    if (!is_name_line(view(last)) || (alone && i == 1 && !greeting_)) return;
    const std::size_t after = i;
    if (alone && i >= 2) lines = lines_of(prose_[i - 2].span);
    if (!alone) lines.pop_back();
    std::size_t end = last.begin;
    if ((!alone || i >= 2) && reads_as_own_closing(lines)) {
      note_.parts_.push_back({PartKind::sign_off, trimmed(lines.back())});
      end = lines.back().begin;
      if (alone) --i;
    } else if (!alone && !ends_sentence(view(lines.back()))) {
      return;
    }
    note_.parts_.push_back({PartKind::signature, trimmed(last)});
    end_body_at(i - 1, end, after);
  }

  static bool ends_sentence(std::string_view line) {
    line = trim(line);
    return line.ends_with(".") || line.ends_with("!") || line.ends_with("?");
  }

  /// The last of these lines, above the name, is a closing in the writer's own words: "Have a great week,". A sentence
  /// about oneself is none.
  bool reads_as_own_closing(const std::vector<Span>& lines) const {
    const std::string_view line = trim(view(lines.back()));
    if (!line.ends_with(",") || count_words(line) > 8) return false;
    for (std::string_view subject : {"i ", "i'", "we ", "my ", "dear "})
      if (starts_with_folded(line, subject)) return false;
    return lines.size() == 1 || ends_sentence(view(lines[lines.size() - 2]));
  }

  void analyse_body() {
    auto earlier = [](const Part& a, const Part& b) { return a.span.begin < b.span.begin; };
    std::stable_sort(note_.parts_.begin(), note_.parts_.end(), earlier);
    auto others = static_cast<std::ptrdiff_t>(note_.parts_.size());
    if (greeting_) {
      Paragraph greeting{*greeting_, nullptr, false, false};
      const Paragraph* old = previous_ ? previous_->greeting() : nullptr;
      bool same = old && old->content->text == view(*greeting_);
      greeting.content = same ? old->content : read_paragraph(view(*greeting_), false, note_.format_, reader_, nullptr);
      note_.greeting_ = std::move(greeting);
    }
    std::span<const Paragraph> old;
    if (previous_ && previous_->format_ == note_.format_) old = previous_->paragraphs();
    auto unchanged = [&](const Draft& draft, const Paragraph& before) {
      return before.list_item == draft.list_item && before.content->text == view(draft.span);
    };
    const auto before_at = [&](std::size_t i) { return i < old.size() ? old[i].content.get() : nullptr; };
    std::size_t head = 0, tail = 0, most = std::min(old.size(), prose_.size());
    while (head < most && unchanged(prose_[head], old[head])) ++head;
    while (tail < most - head && unchanged(prose_[prose_.size() - 1 - tail], old[old.size() - 1 - tail])) ++tail;
    note_.paragraphs_.reserve(prose_.size());
    for (std::size_t i = 0; i < prose_.size(); ++i) {
      const Draft& draft = prose_[i];
      Paragraph made{draft.span, nullptr, draft.list_item, draft.postscript};
      if (i < head)
        made.content = old[i].content;
      else if (prose_.size() - i <= tail)
        made.content = old[old.size() - (prose_.size() - i)].content;
      else
        made.content = read_paragraph(view(draft.span), draft.list_item, note_.format_, reader_, before_at(i));
      note_.sentence_count_ += made.content->sentences.size();
      note_.word_count_ += made.content->word_count;
      note_.parts_.push_back({PartKind::paragraph, draft.span});
      note_.paragraphs_.push_back(std::move(made));
    }
    std::inplace_merge(note_.parts_.begin(), note_.parts_.begin() + others, note_.parts_.end(),
                       earlier);  // paragraphs came in order
  }

  Note note_;
  const Reader& reader_;
  const Note* previous_;
  std::vector<Block> blocks_;
  std::vector<Draft> prose_;
  std::optional<Span> greeting_;
};

Note Note::parse(std::shared_ptr<const std::string> text, Format format, const Reader& reader, const Note* previous) {
  return NoteParser(std::move(text), format, reader, previous).parse();
}

}  // namespace afterword
