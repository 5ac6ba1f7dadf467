// textDocument/documentSymbol: the parts of a note, its facts key by key, its paragraphs with what they do; of
// interview.yaml the people with what is known of each, of .afterword.yaml the keys.
#include <algorithm>

#include "rules/note/unicode.h"
#include "server/features/features.h"
#include "server/translate/translate.h"

namespace afterword {

namespace {

using lsp::SymbolKind;

/// One line of that text, blanks run together, cut behind a word where it is long. In code points.
std::string shortened(std::string_view text, std::size_t most = 60) {
  std::string line;
  for (const char c : trim(text)) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  std::size_t end = 0, points = 0;
  for (; end < line.size() && points < most; ++points) end += code_point_at(line, end).size;
  if (end >= line.size()) return line;
  if (const std::size_t space = line.find_last_of(' ', end); space != std::string::npos && space > end / 2) end = space;
  return line.substr(0, end) + "\xE2\x80\xA6";
}

std::string values_of(const Field& field) {
  std::string all;
  for (const FieldValue& value : field.values) all += (all.empty() ? "" : ", ") + value.text;
  return shortened(all);
}

/// What a part is called where its text does not tell.
std::string_view title_of(PartKind kind) {
  if (kind == PartKind::front_matter) return "front matter";
  if (kind == PartKind::signature_block) return "signature block";
  if (kind == PartKind::quote) return "quoted mail";
  return name_of(kind);
}

class Outline {
 public:
  Outline(const Session& session, const Document& document) : document_(document), encoding_(session.encoding()) {
    const auto& kinds = session.client().textDocument.documentSymbol.symbolKind.valueSet;
    const bool has_keys =
        kinds && std::find(kinds->begin(), kinds->end(), static_cast<std::int32_t>(SymbolKind::Key)) != kinds->end();
    key_kind_ = has_keys ? SymbolKind::Key : SymbolKind::Property;
  }

  std::vector<lsp::DocumentSymbol> of_note(const Context& context) const {
    std::vector<lsp::DocumentSymbol> symbols;
    const std::span<const Part> parts = context.note.parts();
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const Part& part = parts[i];
      // The line that says who wrote a quoted mail is a part of its own, and of the quote.
      if (i + 1 < parts.size() && parts[i + 1].span.begin == part.span.begin) continue;
      symbols.push_back(part.kind == PartKind::paragraph ? of_paragraph(context, part) : of_part(context.note, part));
      if (part.kind == PartKind::front_matter)
        symbols.back().children = of_entries(context.note.front_matter().entries);
      if (part.kind == PartKind::headers) symbols.back().children = of_entries(context.note.headers().entries);
    }
    return symbols;
  }

  std::vector<lsp::DocumentSymbol> of_entries(const std::vector<Field>& entries) const {
    std::vector<lsp::DocumentSymbol> symbols;
    for (const Field& field : entries) {
      lsp::DocumentSymbol& made =
          symbols.emplace_back(symbol(field.key, values_of(field), key_kind_, span_of(field), field.key_span));
      for (const std::vector<Field>& map : field.children) {
        if (field.list && !map.empty())
          made.children.push_back(of_item(map, made.children.size() + 1));
        else if (!map.empty())
          made.children = of_entries(map);
      }
    }
    return symbols;
  }

 private:
  lsp::DocumentSymbol symbol(std::string name, std::string detail, SymbolKind kind, Span whole, Span shown) const {
    lsp::DocumentSymbol made;
    made.name = name.empty() ? "(no name)" : std::move(name);  // clients refuse a symbol without one
    made.detail = std::move(detail);
    made.kind = kind;
    made.range = range_of(document_, whole, encoding_);
    made.selectionRange = range_of(document_, shown, encoding_);
    return made;
  }

  /// The part without the blank lines behind it.
  Span trimmed(Span span) const {
    const std::string_view text = *document_.text;
    const std::size_t last = text.substr(0, span.end).find_last_not_of(" \t\r\n");
    return {span.begin, last == std::string_view::npos || last < span.begin ? span.begin : last + 1};
  }
  Span first_line(Span span) const {
    return {span.begin, std::min(span.end, document_.text->find_first_of("\r\n", span.begin))};
  }

  lsp::DocumentSymbol of_part(const Note& note, const Part& part) const {
    const Span whole = trimmed(part.span);
    std::string name(title_of(part.kind)), detail;
    SymbolKind kind = SymbolKind::Namespace;
    if (part.kind == PartKind::quote) {
      detail = shortened(note.attribution());
    } else if (part.kind != PartKind::front_matter && part.kind != PartKind::headers) {
      kind = part.kind == PartKind::code || part.kind == PartKind::comment ? SymbolKind::String : SymbolKind::Field;
      detail = std::exchange(name, shortened(note.text(whole)));
    }
    return symbol(std::move(name), std::move(detail), kind, whole, first_line(whole));
  }

  lsp::DocumentSymbol of_paragraph(const Context& context, const Part& part) const {
    Roles roles;
    const Paragraph* paragraph = nullptr;
    for (const BodySentence& sentence : context.sentences) {
      if (sentence.paragraph->span.begin != part.span.begin) continue;
      paragraph = sentence.paragraph;
      roles = roles | sentence.roles;
    }
    std::string detail;
    if (paragraph && (paragraph->list_item || paragraph->postscript))
      detail = paragraph->list_item ? "list item" : "postscript";
    std::string named;
    for (std::size_t i = 0; i < role_count; ++i)
      if (roles.has(static_cast<Role>(i))) named += (named.empty() ? "" : ", ") + std::string(role_names[i]);
    detail += (detail.empty() || named.empty() ? "" : ": ") + named;
    const Span whole = trimmed(part.span);
    return symbol(shortened(context.note.text(whole)), std::move(detail), SymbolKind::String, whole, first_line(whole));
  }

  /// An item of a list of maps: a person, a rule of the project's own.
  lsp::DocumentSymbol of_item(const std::vector<Field>& map, std::size_t number) const {
    const auto value = [&](std::string_view key) -> const FieldValue* {
      for (const Field& field : map)
        if (equal_folded(field.key, key) && !field.values.empty()) return &field.values.front();
      return nullptr;
    };
    const FieldValue* name = value("name") ? value("name") : value("id") ? value("id") : value("email");
    const FieldValue* detail = value("title") ? value("title") : value("email");
    if (detail == name) detail = nullptr;
    const Span whole{span_of(map.front()).begin, span_of(map.back()).end};
    lsp::DocumentSymbol made =
        symbol(name ? shortened(name->text) : std::to_string(number), detail ? shortened(detail->text) : std::string(),
               SymbolKind::Namespace, whole, name ? name->span : map.front().key_span);
    made.children = of_entries(map);
    return made;
  }

  const Document& document_;
  lsp::PositionEncoding encoding_;
  SymbolKind key_kind_;
};

using Symbols = std::variant<std::vector<lsp::DocumentSymbol>, std::vector<lsp::SymbolInformation>>;

void flatten(const std::vector<lsp::DocumentSymbol>& symbols, const std::string& container, const lsp::DocumentUri& uri,
             std::vector<lsp::SymbolInformation>& into) {
  for (const lsp::DocumentSymbol& symbol : symbols) {
    into.push_back({symbol.name, symbol.kind, {uri, symbol.range}, container});
    flatten(symbol.children, symbol.name, uri, into);
  }
}

/// Nothing for a text that is neither a note nor one of our own files.
std::optional<Symbols> list(Session& session, const lsp::TextDocumentParams& params) {
  Document& document = session.document(params.textDocument.uri);
  std::vector<lsp::DocumentSymbol> symbols;
  if (document.holds_settings())
    symbols = Outline(session, document).of_entries(read_yaml(*document.text, 0).entries);
  else if (session.judge().judgement(document).verdict.occasion.is_note)
    symbols = Outline(session, document).of_note(session.judge().context(document));
  else
    return std::nullopt;
  if (session.client().textDocument.documentSymbol.hierarchicalDocumentSymbolSupport) return symbols;
  std::vector<lsp::SymbolInformation> flat;
  flatten(symbols, "", document.uri.text(), flat);
  return flat;
}

/// To all clients, as hover is: Helix lists symbols without having announced it.
void announce(const lsp::ClientCapabilities&, lsp::ServerCapabilities& server) { server.documentSymbolProvider = true; }

void bind(Session& session) {
  session.router().request("textDocument/documentSymbol",
                           [&session](lsp::TextDocumentParams params) { return list(session, params); });
}

}  // namespace

const Feature document_symbols_feature{.announce = announce, .bind = bind};

}  // namespace afterword
