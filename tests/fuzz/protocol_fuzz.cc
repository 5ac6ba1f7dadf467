// Bytes from a client, however odd: they must not crash the protocol, and every request must get one answer.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/framing/frame_reader.h"
#include "protocol/jsonrpc/router.h"
#include "protocol/lsp/line_index.h"
#include "protocol/lsp/types.h"
#include "protocol/lsp/uri.h"

namespace {

using namespace afterword;

// A small server: one document, echoing handlers for the types with the most shapes.
class Server {
 public:
  Server() {
    router_.request("initialize", [](lsp::InitializeParams) { return lsp::InitializeResult{}; });
    router_.request("textDocument/codeAction", [](lsp::CodeActionParams params) { return params.context.diagnostics; });
    router_.request("codeAction/resolve", [](lsp::CodeAction action) { return action; });
    router_.request("completionItem/resolve", [](lsp::CompletionItem item) { return item; });
    router_.request("workspace/executeCommand", [this](lsp::ExecuteCommandParams, jsonrpc::Reply<int> reply) {
      kept_.push_back(std::move(reply));
    });
    router_.notification("textDocument/didChange", this, &Server::change);
    router_.notification("textDocument/didOpen", [this](lsp::DidOpenTextDocumentParams params) {
      text_ = std::move(params.textDocument.text);
      lines_ = lsp::LineIndex(text_);
    });
  }
  ~Server() {
    kept_.clear();
    if (answers_ != requests_) std::abort();
  }

  void take(std::string_view bytes) {
    reader_.feed(bytes);
    std::vector<jsonrpc::Incoming> batch;
    for (;;) {
      framing::Next next = reader_.next();
      if (std::holds_alternative<framing::NeedMore>(next)) break;
      if (auto* frame = std::get_if<framing::Frame>(&next))
        batch.push_back(jsonrpc::parse_message(std::move(frame->body)));
      else
        batch.emplace_back(jsonrpc::refused(std::get<framing::Fault>(next)));
      const auto* message = std::get_if<jsonrpc::Message>(&batch.back());
      if (!message || message->kind == jsonrpc::MessageKind::request) ++requests_;
    }
    router_.intake(batch);
    for (jsonrpc::Incoming& one : batch) router_.dispatch(std::move(one));
  }

 private:
  void change(lsp::DidChangeTextDocumentParams params) {
    const lsp::Uri uri(params.textDocument.uri);
    if (lsp::Uri(uri.text()) != uri || lsp::Uri(uri.key()) != uri) std::abort();
    for (const lsp::TextDocumentContentChangeEvent& one : params.contentChanges)
      static_cast<void>(lsp::apply_change(text_, lines_, one, lsp::PositionEncoding::utf16));
    const lsp::LineIndex fresh(text_);
    if (lines_.line_count() != fresh.line_count()) std::abort();
  }

  std::size_t requests_ = 0;
  std::size_t answers_ = 0;
  jsonrpc::Router router_{[this](const std::string&) { ++answers_; }};
  std::vector<jsonrpc::Reply<int>> kept_;
  framing::FrameReader reader_;
  std::string text_ = "Hi Dana,\r\nthanks \xF0\x9F\x98\x80.\n";
  lsp::LineIndex lines_{text_};
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  Server whole;
  whole.take(bytes);
  // Bodies alone get further than a fuzzer that must first find a header.
  Server bodies;
  for (std::size_t at = 0; at <= size;) {
    const std::size_t end = std::min(bytes.find('\n', at), size);
    bodies.take("Content-Length: " + std::to_string(end - at) + "\r\n\r\n" + std::string(bytes.substr(at, end - at)));
    at = end + 1;
  }
  return 0;
}
