// One client's conversation with the server: its life cycle, capabilities, settings and documents. Features bind
// their handlers to its router. Knows nothing of descriptors or threads; belongs to one thread.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "protocol/framing/frame_reader.h"
#include "protocol/jsonrpc/router.h"
#include "protocol/lsp/types.h"
#include "server/session/document_judge.h"
#include "server/session/documents.h"

namespace afterword {

class Session;

/// What a session needs of the world; tests hand in their own.
struct Environment {
  std::function<LocalTime()> now;  ///< the clock on the wall
  /// Runs a task later on this thread; dropping the token cancels it.
  std::function<std::shared_ptr<void>(std::chrono::milliseconds, std::function<void()>)> after;
  std::function<void(std::int64_t process)> watch_parent;  ///< ends the session when that process dies
  std::function<void(int code)> exit;                      ///< the session is over; called once
  /// Runs `work` on another thread, then `done` on this one.
  std::function<void(std::function<void()> work, std::function<void()> done)> run_elsewhere;
  std::function<std::shared_ptr<const Speller>()> read_dictionaries;  ///< takes its time; for another thread
  std::string state_folder;                                           ///< for what is remembered; empty: nowhere
  std::string pages_folder;  ///< where the rules' pages are installed; empty: nowhere
  std::string version;
};

/// An LSP feature: states its capability and binds its handlers. One constant a file of features/.
struct Feature {
  void (*announce)(const lsp::ClientCapabilities& client, lsp::ServerCapabilities& server) = nullptr;
  void (*bind)(Session& session) = nullptr;
};

class Session {
 public:
  using Send = std::function<void(std::string frame)>;
  using Input = std::variant<framing::Frame, framing::Fault>;

  Session(Environment environment, std::span<const Feature* const> features, Send send);
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// Everything that had arrived: handled in order, then what became due is published once.
  void receive(std::vector<Input> batch);
  /// The client closed its side, or is gone.
  void input_ended();

  // For features.
  jsonrpc::Router& router() { return router_; }
  const lsp::ClientCapabilities& client() const { return client_; }
  lsp::PositionEncoding encoding() const { return encoding_; }
  Documents& documents() { return documents_; }
  DocumentJudge& judge() { return judge_; }
  const Environment& environment() const { return environment_; }

  /// The open document, or a ResponseError (InvalidParams) that the router answers with.
  Document& document(std::string_view uri);
  /// Facts or settings changed: everything open is judged and published anew, or what `which` names of it.
  void judge_all_anew();
  /// Files of the workspace were written: what lies on the disk is read again.
  void notes_changed() { search_due_ = true; }
  /// Settings and facts are read again, from the editor and the disk, and everything is judged by them.
  void restart_checks();
  void judge_anew(const std::function<bool(const Document&)>& which);
  /// Runs after each batch and when something was judged anew.
  void on_settled(std::function<void()> task) { settled_.push_back(std::move(task)); }
  /// window/logMessage. Never note text.
  void log(lsp::MessageType type, std::string message);

 private:
  enum class State { fresh, initialized, shut_down, over };

  std::optional<jsonrpc::ResponseError> gate(const jsonrpc::Message& message) const;
  lsp::InitializeResult initialize(lsp::InitializeParams params);
  void initialized();
  void shutdown();
  void exit();
  void end(int code);
  void open(lsp::DidOpenTextDocumentParams params);
  void change(lsp::DidChangeTextDocumentParams params);
  void save(lsp::DidSaveTextDocumentParams params);
  void close(lsp::DidCloseTextDocumentParams params);
  void configuration_changed(lsp::DidChangeConfigurationParams params);
  void files_changed(lsp::DidChangeWatchedFilesParams params);
  void folders_changed(lsp::DidChangeWorkspaceFoldersParams params);
  void bind();
  void register_for_changes();
  void pull_settings();
  void take_settings(const jsonrpc::Any& settings);
  void settle();
  std::vector<std::string> project_rules();
  void read_dictionaries();
  static bool judges_note(const Document& document);
  bool judges_notes();
  bool names_people();
  bool heed_companions();
  void search_companions();
  void log_faults(const std::vector<ConfigurationFault>& faults);

  Environment environment_;
  std::span<const Feature* const> features_;
  jsonrpc::Router router_;
  State state_ = State::fresh;
  lsp::ClientCapabilities client_;
  lsp::PositionEncoding encoding_ = lsp::PositionEncoding::utf16;
  Documents documents_;
  DocumentJudge judge_;
  Configuration initial_settings_;  // of initializationOptions
  std::vector<ConfigurationFault> initial_faults_;
  bool waiting_for_settings_ = false;
  bool receiving_ = false;
  bool dictionaries_asked_for_ = false;
  bool search_due_ = true, searching_ = false;  // for the notes of the workspace, on another thread
  std::shared_ptr<std::atomic<bool>> stop_searching_ = std::make_shared<std::atomic<bool>>(false);
  std::shared_ptr<const bool> alive_ = std::make_shared<const bool>(true);  // for what comes back from elsewhere
  std::shared_ptr<void> settings_timer_;
  std::vector<std::function<void()>> settled_;
};

}  // namespace afterword
