#include "rules/note/note.h"

#include <algorithm>

#include "rules/note/blocks.h"
#include "rules/note/characters.h"
#include "rules/note/unicode.h"

namespace afterword {

std::string_view name_of(PartKind kind) {
  switch (kind) {
    case PartKind::front_matter:
      return "front-matter";
    case PartKind::headers:
      return "headers";
    case PartKind::greeting:
      return "greeting";
    case PartKind::paragraph:
      return "paragraph";
    case PartKind::sign_off:
      return "sign-off";
    case PartKind::signature:
      return "signature";
    case PartKind::quote:
      return "quote";
    case PartKind::signature_block:
      return "signature-block";
    case PartKind::code:
      return "code";
    case PartKind::heading:
      return "heading";
    case PartKind::comment:
      return "comment";
  }
  return "paragraph";
}

const Part* Note::part(PartKind kind) const {
  for (const Part& part : parts_)
    if (part.kind == kind) return &part;
  return nullptr;
}

std::string Note::quoted_text() const {
  std::string out;
  for (const Part& part : parts_) {
    if (part.kind != PartKind::quote) continue;
    for (std::size_t at = part.span.begin; at < part.span.end;) {
      Line line = line_at(*text_, at);
      std::string_view content = text({line.span.begin, std::min(line.span.end, part.span.end)});
      while (!content.empty() && (content[0] == '>' || content[0] == ' ')) content.remove_prefix(1);
      out += content;
      out += '\n';
      if (line.next <= at) break;
      at = line.next;
    }
  }
  return out;
}

std::string_view Note::attribution() const {
  std::string_view line = text(attribution_);
  auto end = line.find('<');
  for (std::string_view verb : {" wrote", " schrieb", " writes"}) end = std::min(end, line.find(verb));
  if (end == std::string_view::npos) return {};
  line = trim(line.substr(0, end));
  auto comma = line.find_last_of(",");
  return comma == std::string_view::npos ? line : trim(line.substr(comma + 1));
}

bool Note::is_unfinished(std::size_t end) const {
  if (end == 0 || !is_word_byte(static_cast<unsigned char>((*text_)[end - 1]))) return false;
  // An editor may keep a line end behind what is typed, and a closing may stand below already.
  const std::size_t last = text_->find_last_not_of("\r\n");
  if (end == last + 1) return true;
  const auto at = std::lower_bound(paragraphs_.begin(), paragraphs_.end(), end,
                                   [](const Paragraph& one, std::size_t place) { return one.span.end < place; });
  return at != paragraphs_.end() && at->span.end == end && !at->list_item;
}

std::size_t Note::body_end() const {
  for (std::size_t i = paragraphs_.size(); i-- > 0;)
    if (!paragraphs_[i].postscript) return paragraphs_[i].span.end;
  if (greeting_) return greeting_->span.end;
  std::size_t end = front_matter_->span.end;
  return std::max(end, headers_->span.end);
}

bool Note::is_in_other_script() const {
  constexpr std::size_t most = 8;
  const auto first = paragraphs().first(std::min(paragraphs().size(), most));
  return std::any_of(first.begin(), first.end(),
                     [](const Paragraph& paragraph) { return afterword::is_in_other_script(paragraph.content->text); });
}

}  // namespace afterword
