#include "tests/bench/editor.h"

#include <algorithm>
#include <string_view>

namespace afterword::bench {

namespace {

constexpr std::string_view sentence = " Your remark about the harbour clock came back to me on the train.";

// Only what the measurement needs: with nothing else announced the server asks nothing back.
Json initialize_params() {
  Json kinds = {{"codeActionKind", {{"valueSet", {"quickfix"}}}}};
  return {{"processId", nullptr},
          {"rootUri", nullptr},
          {"capabilities",
           {{"textDocument",
             {{"publishDiagnostics", {{"versionSupport", true}}},
              {"codeAction", {{"codeActionLiteralSupport", kinds}}}}}}}};
}

}  // namespace

double time_start(const std::vector<std::string>& command) {
  auto start = Clock::now();
  ServerProcess server(command);
  server.request("initialize", initialize_params());
  return std::chrono::duration<double, std::milli>(server.last_at() - start).count();
}

Editor::Editor(const std::vector<std::string>& command, std::string text) : server_(command), text_(std::move(text)) {
  server_.request("initialize", initialize_params());
  server_.notify("initialized", Json::object());
  std::size_t at = text_.find(". ", text_.size() / 2) + 1;
  line_ = static_cast<std::size_t>(std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
  column_ = at - (text_.rfind('\n', at) + 1);
}

double Editor::until_published(const std::string& method, Json params) {
  double ms =
      server_.exchange({{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}}, [&](const Json& read) {
        if (read.value("method", "") != "textDocument/publishDiagnostics") return false;
        const Json& published = read["params"];
        return published.value("uri", "") == uri_ && published.value("version", -1) == version_;
      });
  diagnostics_ = server_.last()["params"]["diagnostics"];
  return ms;
}

double Editor::open() {
  if (opened_ > 0) server_.notify("textDocument/didClose", {{"textDocument", document()}});
  // No such folder: nothing lies beside the note that would have to be read.
  uri_ = "file:///afterword-bench/" + std::to_string(++opened_) + ".note.md";
  version_ = 1;
  step_ = 0;
  return until_published(
      "textDocument/didOpen",
      {{"textDocument", {{"uri", uri_}, {"languageId", "markdown"}, {"version", version_}, {"text", text_}}}});
}

double Editor::type() {
  std::size_t round = step_++ % (2 * sentence.size());
  Json change;
  if (round < sentence.size()) {
    std::size_t at = column_ + round;
    change = {{"range", {{"start", place(at)}, {"end", place(at)}}}, {"text", std::string(1, sentence[round])}};
  } else {
    std::size_t at = column_ + 2 * sentence.size() - round;
    change = {{"range", {{"start", place(at - 1)}, {"end", place(at)}}}, {"text", ""}};
  }
  ++version_;
  return until_published("textDocument/didChange", {{"textDocument", {{"uri", uri_}, {"version", version_}}},
                                                    {"contentChanges", Json::array({std::move(change)})}});
}

double Editor::complete() {
  return server_.request("textDocument/completion", {{"textDocument", document()}, {"position", place(column_)}});
}

double Editor::code_action() {
  Json range = diagnostics_.empty() ? Json{{"start", place(0)}, {"end", place(0)}} : diagnostics_[0]["range"];
  Json context = {{"diagnostics", diagnostics_.empty() ? Json::array() : Json::array({diagnostics_[0]})}};
  return server_.request("textDocument/codeAction",
                         {{"textDocument", document()}, {"range", range}, {"context", context}});
}

}  // namespace afterword::bench
