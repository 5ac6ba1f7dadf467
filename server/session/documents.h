// The texts that are open in the editor: immutable text, version, line index, and the judgement of the newest text,
// made when it is first asked for. Owned by the Session, on its thread.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "protocol/lsp/document_types.h"
#include "protocol/lsp/line_index.h"
#include "protocol/lsp/uri.h"
#include "server/session/companions.h"
#include "server/session/judgement.h"

namespace afterword {

struct Document {
  lsp::Uri uri;
  std::string path;  ///< of a file URI; empty otherwise
  Format format = Format::plaintext;
  std::int32_t version = 0;
  std::shared_ptr<const std::string> text;
  lsp::LineIndex lines;

  std::unique_ptr<Judgement> judgement;  ///< of `text`, or of an earlier text while `stale`; without insert fixes
  std::shared_ptr<const InterviewFile> facts_file;      ///< what the judgement's facts come from
  std::shared_ptr<const ProjectConfiguration> project;  ///< and the settings it was judged by
  Companions::Outcome companions;                       ///< what the judgement says of other notes
  std::uint32_t judged = 0;  ///< how many judgements were made of it, by which others see that this one is new
  bool stale = true;         ///< the text, the facts or the settings changed since the judgement
  bool publish_due = false;  ///< diagnostics of the newest text have not been sent

  /// What it is called among the notes around.
  const std::string& set_name() const { return path.empty() ? uri.key() : path; }
  /// One of our own files, which other documents are judged by.
  bool holds_settings() const {
    return name_of_path(path) == interview_file_name || name_of_path(path) == configuration_file_name;
  }
};

class Documents {
 public:
  /// Opens a document, or takes over the new text of one that is open already.
  Document& open(const lsp::TextDocumentItem& item);
  /// Null where there is none of that URI.
  Document* find(std::string_view uri);
  Document* find_path(std::string_view path);
  void close(std::string_view uri);

  /// Carries out changes in order. Nothing, or why they can't be: the document then stays as it was.
  std::optional<std::string> change(Document& document, const lsp::DidChangeTextDocumentParams& params,
                                    lsp::PositionEncoding encoding);

  void for_each(const std::function<void(Document&)>& visit);
  std::size_t size() const { return by_key_.size(); }

 private:
  std::map<std::string, std::unique_ptr<Document>, std::less<>> by_key_;
};

}  // namespace afterword
