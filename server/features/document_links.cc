// textDocument/documentLink: e-mail addresses and URLs wherever they stand in a note or an interview.yaml, and behind
// the name of who is addressed the interview.yaml that knows them.
#include <algorithm>

#include <fmt/format.h>

#include "rules/engine/names.h"
#include "rules/note/characters.h"
#include "rules/note/personal_names.h"
#include "server/features/features.h"
#include "server/features/names_here.h"
#include "server/translate/translate.h"

namespace afterword {

namespace {

/// Percent-encoded where a URI can't hold the byte; what is encoded already stays.
std::string as_uri(std::string_view text) {
  std::string uri;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= ' ' || byte >= 0x7F || std::string_view("\"<>\\^`{|}").find(c) != std::string_view::npos)
      uri += fmt::format("%{:02X}", byte);
    else
      uri += c;
  }
  return uri;
}

bool is_domain_char(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return is_ascii_letter(byte) || is_ascii_digit(byte) || c == '-' || c == '.';
}
bool is_account_char(char c) { return is_domain_char(c) || c == '_' || c == '+' || c == '%'; }

class Links {
 public:
  Links(Session& session, const Document& document)
      : session_(session),
        document_(document),
        text_(*document.text),
        tooltips_(session.client().textDocument.documentLink &&
                  session.client().textDocument.documentLink->tooltipSupport) {}

  void add_addresses() {
    for (std::size_t at = 0; at < text_.size();) {
      const auto byte = static_cast<unsigned char>(text_[at]);
      const bool begins = at == 0 || !is_word_byte(static_cast<unsigned char>(text_[at - 1]));
      if (const std::size_t size = begins && is_ascii_letter(byte) ? link_length(text_, at) : 0; size > 0)
        at = add_url({at, at + size});
      else
        at = byte == '@' ? add_mail_address(at) : at + 1;
    }
  }

  /// What interview.yaml knows of whom the note is to: behind the name in the salutation and in the note's own facts.
  void add_file(const Judgement& judged, const NamesHere& here) {
    const InterviewFile* file = document_.facts_file.get();
    if (!file) return;
    const std::vector<Interviewer> people = interviewers_of(*file);
    const Span greeting = judged.note.greeting() ? judged.note.greeting()->span : Span{};
    bool greeted = false;
    for (const Mention& mention : here.mentions) {
      const bool greets = greeting.contains(mention.span().begin);
      const Named& who = here.names[mention.who];
      if (who.type != Named::Type::person || !who.in_file || !(greets || mention.fact)) continue;
      greeted = greeted || greets;
      add_fact(mention.span(), same_person({who.names[0], who.email, {}}, people));
    }
    const Salutation salutation = read_salutation(judged.note);
    if (greeted || salutation.tokens.empty() || judged.facts.to.size() != 1) return;
    // "Jen" for Jennifer
    const Person* known = same_person(judged.facts.to[0], people);
    const std::string_view word = judged.note.text(salutation.tokens[0]);
    if (known && may_greet(word, known->name)) add_fact(salutation.tokens[0], known);
  }

  std::vector<lsp::DocumentLink> finish() {
    std::stable_sort(links_.begin(), links_.end(), [](const lsp::DocumentLink& a, const lsp::DocumentLink& b) {
      return a.range.start < b.range.start;
    });
    return std::move(links_);
  }

 private:
  std::size_t add(Span span, std::string target) {
    lsp::DocumentLink& link = links_.emplace_back();
    link.range = range_of(document_, span, session_.encoding());
    link.target = std::move(target);
    return span.end;
  }

  std::size_t add_url(Span span) {
    const std::string_view url = text_.substr(span.begin, span.size());
    return add(span, (url.find(':') == std::string_view::npos ? "https://" : "") + as_uri(url));
  }

  /// Around the sign at byte `at`. Returns where to go on.
  std::size_t add_mail_address(std::size_t at) {
    Span span{at, at + 1};
    while (span.begin > 0 && is_account_char(text_[span.begin - 1])) --span.begin;
    while (span.end < text_.size() && is_domain_char(text_[span.end])) ++span.end;
    const auto is_edge = [](char c) { return c == '.' || c == '-'; };
    while (span.begin < at && is_edge(text_[span.begin])) ++span.begin;
    while (span.end > at + 1 && is_edge(text_[span.end - 1])) --span.end;
    const std::string_view domain = text_.substr(at + 1, span.end - at - 1);
    if (span.begin == at || domain.find('.') == std::string_view::npos) return at + 1;
    std::string target = "mailto:";
    for (const char c : text_.substr(span.begin, span.size())) target += c == '%' ? "%25" : std::string(1, c);
    return add(span, std::move(target));
  }

  void add_fact(Span name, const Person* known) {
    if (!known) return;
    const Origin& origin = known->origin;
    // Line and column as VS Code and Emacs read them there.
    add(name, fmt::format("{}#{},{}", lsp::Uri::of_path(origin.path).text(), origin.line, origin.column));
    if (tooltips_)
      links_.back().tooltip = fmt::format("{} in {}, line {}", known->name.empty() ? known->email : known->name,
                                          name_of_path(origin.path), origin.line);
  }

  Session& session_;
  const Document& document_;
  std::string_view text_;
  bool tooltips_;
  std::vector<lsp::DocumentLink> links_;
};

std::optional<std::vector<lsp::DocumentLink>> find_links(Session& session, const lsp::TextDocumentParams& params) {
  Document& document = session.document(params.textDocument.uri);
  const Judgement& judged = session.judge().judgement(document);
  const bool is_note = judged.verdict.occasion.is_note;
  if (!is_note && !document.holds_settings()) return std::nullopt;
  Links links(session, document);
  links.add_addresses();
  if (is_note) links.add_file(judged, names_here(session, document));
  return links.finish();
}

void announce(const lsp::ClientCapabilities& client, lsp::ServerCapabilities& server) {
  if (client.textDocument.documentLink) server.documentLinkProvider = lsp::ResolveOptions{};
}

void bind(Session& session) {
  session.router().request("textDocument/documentLink",
                           [&session](lsp::TextDocumentParams params) { return find_links(session, params); });
}

}  // namespace

const Feature document_links_feature{.announce = announce, .bind = bind};

}  // namespace afterword
