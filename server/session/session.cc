#include "server/session/session.h"

#include <algorithm>

#include <fmt/format.h>

#include "protocol/jsonrpc/describe.h"

namespace afterword {

namespace {

using jsonrpc::ErrorCode;
using jsonrpc::ResponseError;

/// Files that may be notes, as a pattern of the protocol.
constexpr std::string_view note_files = "*.{md,markdown,txt,text,eml}";

std::vector<std::string> folders_of(const lsp::InitializeParams& params) {
  std::vector<std::string> folders;
  auto add = [&](const std::string& uri) {
    if (auto path = lsp::Uri(uri).path()) folders.push_back(absolute_path(*path));
  };
  if (params.workspaceFolders)
    for (const lsp::WorkspaceFolder& folder : *params.workspaceFolders) add(folder.uri);
  if (folders.empty() && params.rootUri) add(*params.rootUri);
  if (folders.empty() && params.rootPath && !params.rootPath->empty())
    folders.push_back(absolute_path(*params.rootPath));
  for (std::string& folder : folders)
    while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
  return folders;
}

}  // namespace

Session::Session(Environment environment, std::span<const Feature* const> features, Send send)
    : environment_(std::move(environment)),
      features_(features),
      router_(std::move(send)),
      judge_(documents_, environment_.now, environment_.state_folder) {
  router_.set_gate([this](const jsonrpc::Message& message) { return gate(message); });
  router_.set_complaint([this](std::string_view method, const std::string& message) {
    log(lsp::MessageType::Error, fmt::format("{}: {}", method, message));
  });
  judge_.workspace().set_open_text([this](const std::string& path) {
    const Document* open = documents_.find_path(path);
    return open ? open->text : nullptr;
  });
  judge_.set_complaint([this](const std::string& path, const std::vector<ConfigurationFault>& faults) {
    if (documents_.find_path(path)) return;  // its own diagnostics say so
    for (const ConfigurationFault& fault : faults) log(lsp::MessageType::Warning, described(path, fault));
  });
  bind();
  for (const Feature* feature : features_)
    if (feature->bind) feature->bind(*this);
}

void Session::bind() {
  router_.request("initialize", [this](lsp::InitializeParams params) { return initialize(std::move(params)); });
  router_.request("shutdown", [this] { shutdown(); });
  router_.notification("initialized", [this] { initialized(); });
  router_.notification("exit", [this] { exit(); });
  router_.notification("$/setTrace", [](lsp::SetTraceParams) {});
  router_.notification("textDocument/didOpen", this, &Session::open);
  router_.notification("textDocument/didChange", this, &Session::change);
  router_.notification("textDocument/didSave", this, &Session::save);
  router_.notification("textDocument/didClose", this, &Session::close);
  router_.notification("workspace/didChangeConfiguration", this, &Session::configuration_changed);
  router_.notification("workspace/didChangeWatchedFiles", this, &Session::files_changed);
  router_.notification("workspace/didChangeWorkspaceFolders", this, &Session::folders_changed);
}

void Session::receive(std::vector<Input> batch) {
  std::vector<jsonrpc::Incoming> messages;
  messages.reserve(batch.size());
  for (Input& input : batch) {
    if (auto* frame = std::get_if<framing::Frame>(&input))
      messages.push_back(jsonrpc::parse_message(std::move(frame->body)));
    else
      messages.push_back(jsonrpc::refused(std::get<framing::Fault>(input)));
  }
  router_.intake(messages);
  receiving_ = true;
  for (jsonrpc::Incoming& message : messages) {
    if (state_ == State::over) return;
    router_.dispatch(std::move(message));
  }
  receiving_ = false;
  settle();
}

void Session::settle() {
  if (state_ == State::over || waiting_for_settings_) return;
  for (const auto& task : settled_) task();
  if (heed_companions())
    for (const auto& task : settled_) task();
  read_dictionaries();
  search_companions();
}

/// Once the first note has its findings: dictionaries take longer to read than any note to judge.
void Session::read_dictionaries() {
  if (dictionaries_asked_for_ || !environment_.read_dictionaries || !environment_.run_elsewhere) return;
  if (!judges_notes()) return;
  dictionaries_asked_for_ = true;
  auto read = std::make_shared<std::shared_ptr<const Speller>>();
  environment_.run_elsewhere([read, make = environment_.read_dictionaries] { *read = make(); },
                             [this, read, alive = std::weak_ptr(alive_)] {
                               if (alive.expired() || !*read || state_ == State::over) return;
                               judge_.set_speller(*read);
                               judge_anew(judges_note);
                             });
}

std::optional<ResponseError> Session::gate(const jsonrpc::Message& message) const {
  bool request = message.kind == jsonrpc::MessageKind::request;
  if (message.method == "exit") return std::nullopt;
  if (state_ == State::fresh && message.method != "initialize")
    return ResponseError(ErrorCode::ServerNotInitialized, "initialize must come first");
  if (state_ != State::fresh && request && message.method == "initialize")
    return ResponseError(ErrorCode::InvalidRequest, "initialize may be sent only once");
  if (state_ == State::shut_down)
    return ResponseError(ErrorCode::InvalidRequest, "the session is shut down; only exit may follow");
  return std::nullopt;
}

lsp::InitializeResult Session::initialize(lsp::InitializeParams params) {
  client_ = params.capabilities;
  encoding_ = lsp::choose_encoding(client_.general.positionEncodings);
  judge_.workspace().set_roots(folders_of(params));
  initial_settings_ = read_settings(params.initializationOptions, initial_faults_, project_rules());
  judge_.set_settings(initial_settings_, initial_faults_);
  if (params.processId && environment_.watch_parent) environment_.watch_parent(*params.processId);
  state_ = State::initialized;
  lsp::InitializeResult result;
  // Left out where the client offered none: it then counts UTF-16, as the specification has it.
  if (!client_.general.positionEncodings.empty()) result.capabilities.positionEncoding = lsp::name_of(encoding_);
  result.capabilities.textDocumentSync.save = lsp::SaveOptions{};
  if (client_.workspace.workspaceFolders)
    result.capabilities.workspace =
        lsp::WorkspaceServerCapabilities{lsp::WorkspaceFoldersServerCapabilities{true, true}, std::nullopt};
  for (const Feature* feature : features_)
    if (feature->announce) feature->announce(client_, result.capabilities);
  result.serverInfo = {"afterword", environment_.version};
  return result;
}

void Session::initialized() {
  log_faults(initial_faults_);  // nothing may be sent before the answer to initialize
  register_for_changes();
  if (client_.workspace.configuration) pull_settings();
}

void Session::register_for_changes() {
  lsp::RegistrationParams params;
  if (client_.workspace.didChangeConfiguration.dynamicRegistration)
    params.registrations.push_back({"afterword-configuration", "workspace/didChangeConfiguration",
                                    jsonrpc::Any::of_text(R"({"section":"afterword"})")});
  if (client_.workspace.didChangeWatchedFiles.dynamicRegistration) {
    lsp::DidChangeWatchedFilesRegistrationOptions options;
    for (std::string_view name : {interview_file_name, configuration_file_name, note_files})
      options.watchers.push_back({"**/" + std::string(name)});
    params.registrations.push_back({"afterword-files", "workspace/didChangeWatchedFiles", jsonrpc::Any::of(options)});
  }
  if (!params.registrations.empty())
    router_.call("client/registerCapability", params, [](jsonrpc::Outcome<jsonrpc::Any>) {});
}

void Session::shutdown() { state_ = State::shut_down; }

void Session::exit() { end(state_ == State::shut_down ? 0 : 1); }

void Session::input_ended() { end(state_ == State::shut_down ? 0 : 1); }

void Session::end(int code) {
  if (state_ == State::over) return;
  state_ = State::over;
  *stop_searching_ = true;
  if (environment_.exit) environment_.exit(code);
}

void Session::open(lsp::DidOpenTextDocumentParams params) {
  Document& document = documents_.open(params.textDocument);
  judge_.look_again();
  search_due_ = search_due_ || !client_.workspace.didChangeWatchedFiles.dynamicRegistration;
  if (document.holds_settings()) judge_all_anew();
  settle();  // each open is answered on its own, whatever follows it
}

void Session::change(lsp::DidChangeTextDocumentParams params) {
  Document* document = documents_.find(params.textDocument.uri);
  if (!document) return log(lsp::MessageType::Error, "textDocument/didChange: the document is not open");
  if (auto fault = documents_.change(*document, params, encoding_))
    return log(lsp::MessageType::Error, "textDocument/didChange: " + *fault);
  if (!document->holds_settings()) return;
  judge_.file_edited();
  judge_all_anew();
}

void Session::save(lsp::DidSaveTextDocumentParams) {
  judge_.look_again();
  search_due_ = search_due_ || !client_.workspace.didChangeWatchedFiles.dynamicRegistration;
  // What stands on the disk may have changed around the saved file as well; the text in the editor is the truth.
  documents_.for_each([&](Document& each) {
    if (judge_.outdated(each)) each.stale = each.publish_due = true;
  });
}

void Session::close(lsp::DidCloseTextDocumentParams params) {
  Document* document = documents_.find(params.textDocument.uri);
  if (!document) return log(lsp::MessageType::Error, "textDocument/didClose: the document is not open");
  bool for_all = document->holds_settings();
  lsp::PublishDiagnosticsParams nothing;
  nothing.uri = document->uri.text();
  judge_.closing(*document);
  documents_.close(params.textDocument.uri);
  search_due_ = true;
  router_.notify("textDocument/publishDiagnostics", nothing);  // what is closed has no findings to show
  if (!for_all) return;
  judge_.file_edited();
  judge_all_anew();
}

void Session::files_changed(lsp::DidChangeWatchedFilesParams params) {
  search_due_ = true;
  const auto is_note_file = [](const lsp::FileEvent& event) {
    return known_format_of_path(lsp::Uri(event.uri).path().value_or("")).has_value();
  };
  if (!params.changes.empty() && std::all_of(params.changes.begin(), params.changes.end(), is_note_file)) return;
  judge_.look_again();
  judge_all_anew();
}

void Session::folders_changed(lsp::DidChangeWorkspaceFoldersParams params) {
  std::vector<std::string> roots = judge_.workspace().roots();
  auto path_of = [](const lsp::WorkspaceFolder& folder) {
    std::string path = absolute_path(lsp::Uri(folder.uri).path().value_or(""));
    while (path.size() > 1 && path.back() == '/') path.pop_back();
    return path;
  };
  for (const lsp::WorkspaceFolder& folder : params.event.removed) std::erase(roots, path_of(folder));
  for (const lsp::WorkspaceFolder& folder : params.event.added) roots.push_back(path_of(folder));
  judge_.workspace().set_roots(std::move(roots));
  search_due_ = true;
  judge_all_anew();
}

void Session::judge_all_anew() {
  judge_anew([](const Document&) { return true; });
}

void Session::judge_anew(const std::function<bool(const Document&)>& which) {
  documents_.for_each([&](Document& document) {
    if (which(document)) document.stale = document.publish_due = true;
  });
  if (!receiving_) settle();  // else once for all that the batch holds
}

Document& Session::document(std::string_view uri) {
  Document* found = documents_.find(uri);
  if (!found) throw ResponseError(ErrorCode::InvalidParams, "params.textDocument.uri: the document is not open");
  return *found;
}

void Session::log(lsp::MessageType type, std::string message) {
  router_.notify("window/logMessage", lsp::LogMessageParams{type, std::move(message)});
}

}  // namespace afterword
