#include "tests/server/transcript.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <vector>

#include "protocol/lsp/uri.h"
#include "tests/server/editor_texts.h"
#include "tests/server/pattern.h"
#include "tests/server/test_client.h"

namespace afterword::tests {
namespace {

namespace fs = std::filesystem;

struct Step {
  int line = 0;
  std::string word;                 ///< what to do
  std::string rest;                 ///< of its first line
  std::vector<std::string> more;    ///< indented lines below it
  std::string block;                ///< lines that begin with '|'
  std::vector<std::string> source;  ///< as it stands in the file
};

std::string next_word(std::string& rest) {
  const std::size_t end = std::min(rest.find(' '), rest.size());
  std::string word = rest.substr(0, end);
  rest.erase(0, std::min(rest.find_first_not_of(' ', end), rest.size()));
  return word;
}

std::vector<Step> read_steps(const std::string& path) {
  std::ifstream file(path);
  REQUIRE_MESSAGE(file.is_open(), path);
  std::vector<Step> steps(1);  // the first holds what stands above all
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.starts_with('|')) {
      steps.back().block += (line.size() > 2 ? line.substr(2) : "") + "\n";
    } else if (line.starts_with(' ')) {
      steps.back().more.push_back(line.substr(line.find_first_not_of(' ')));
    } else if (!line.empty() && !line.starts_with('#')) {
      steps.push_back({number, {}, line, {}, {}, {}});
      steps.back().word = next_word(steps.back().rest);
    }
    steps.back().source.push_back(line);
  }
  return steps;
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
}

class Runner {
 public:
  explicit Runner(const std::string& path) : path_(path), trace_(fs::path(path).stem().string()) {
    root_ = lsp::Uri::of_path(folder_.path()).text();
    now_ = *parse_time("2026-03-05T10:00:00");
    state_ = folder_.path() + ".state";
    begin_session();
  }
  ~Runner() {
    std::error_code ignored;
    fs::remove_all(state_, ignored);
  }

  void run() {
    for (const Step& step : read_steps(path_)) {
      if (step.word != "<--") expect_silence();
      line_ = step.line;
      kept_ = step.source;
      try {
        if (!step.word.empty()) carry_out(step);
      } catch (const std::exception& error) {
        fail(error.what());
      }
      output_.insert(output_.end(), kept_.begin(), kept_.end());
    }
    expect_silence();
    if (client_->exit_code()) fail("the session ended with " + std::to_string(*client_->exit_code()));
    if (changed_) write_back();
  }

 private:
  void begin_session() {
    client_ = std::make_unique<TestClient>(now_, state_, pages_, &trace_);
    texts_ = EditorTexts();
  }

  void carry_out(const Step& step) {
    if (step.word == "-->") return send(step);
    if (step.word == "<--") return expect(step);
    if (step.word == "open" || step.word == "change") return deliver({noted(message_of(step.word + " " + all(step)))});
    if (step.word == "start") return start(all(step));
    if (step.word == "text") return define(step);
    if (step.word == "file") return folder_.write(step.rest, filled(step.block));
    if (step.word == "remove") return folder_.remove(step.rest);
    if (step.word == "clock") return set_clock(step.rest);
    if (step.word == "wait") return client_->pass(std::chrono::milliseconds(std::stoi(step.rest)));
    if (step.word == "apply") return apply(step.rest);
    if (step.word == "shows") return compare(step);
    if (step.word == "input") return client_->end_input();
    if (step.word == "ends") return expect_end(std::stoi(step.rest));
    if (step.word == "watches") return expect_watch(std::stoll(step.rest));
    if (step.word == "pages") {
      pages_ = folder_.path() + "/" + step.rest;
      return begin_session();
    }
    if (step.word == "again") return begin_session();
    fail("no such step: " + step.word);
  }

  static std::string all(const Step& step) {
    std::string text = step.rest;
    for (const std::string& line : step.more) text += " " + line;
    return text;
  }

  /// ${root}, ${text:NAME} and the like put in.
  std::string filled(std::string text) const {
    replace_all(text, "${root}", root_);
    replace_all(text, "${path}", folder_.path());
    for (const auto& [name, value] : named_texts_) {
      const std::string quoted = Json(value).dump();
      replace_all(text, "${text:" + name + "}", quoted.substr(1, quoted.size() - 2));
    }
    return text;
  }

  std::string uri_of(const std::string& name) const {
    return name.find(':') == std::string::npos ? root_ + "/" + name : name;
  }

  /// A message as JSON, or one of the short forms "open NAME LANGUAGE TEXT" and "change NAME [CHANGES]".
  std::string message_of(std::string line) {
    if (line.starts_with('{')) {
      Json message = Json::parse(filled(line));
      message["jsonrpc"] = "2.0";
      return message.dump();
    }
    const std::string what = next_word(line);
    const std::string uri = uri_of(next_word(line));
    if (what == "open") {
      const std::string language = next_word(line);
      if (!named_texts_.contains(line)) throw std::runtime_error("no text of the name " + line);
      return Json{{"jsonrpc", "2.0"},
                  {"method", "textDocument/didOpen"},
                  {"params",
                   {{"textDocument",
                     {{"uri", uri}, {"languageId", language}, {"version", 1}, {"text", named_texts_.at(line)}}}}}}
          .dump();
    }
    if (what != "change") throw std::runtime_error("neither JSON nor open nor change: " + what);
    const std::int32_t version = texts_.version(uri) + 1;
    return Json{
        {"jsonrpc", "2.0"},
        {"method", "textDocument/didChange"},
        {"params",
         {{"textDocument", {{"uri", uri}, {"version", version}}}, {"contentChanges", Json::parse(filled(line))}}}}
        .dump();
  }

  void deliver(std::vector<std::string> bodies) { client_->deliver(std::move(bodies)); }

  /// Composes one message at a time, since versions count up within a batch.
  void send(const Step& step) {
    std::vector<std::string> bodies;
    if (step.rest == "batch") {
      for (const std::string& line : step.more) bodies.push_back(noted(message_of(line)));
    } else if (step.rest == "raw" || step.rest.starts_with("raw ")) {
      bodies.push_back(noted(filled(step.rest.substr(std::min<std::size_t>(4, step.rest.size())))));
    } else {
      bodies.push_back(noted(message_of(all(step))));
    }
    deliver(std::move(bodies));
  }

  std::string noted(std::string body) {
    const Json message = Json::parse(body, nullptr, false);
    if (message.is_object()) texts_.sent(message);
    return body;
  }

  void start(const std::string& more) {
    Json params = {{"processId", nullptr}, {"rootUri", root_}, {"capabilities", Json::object()}};
    if (!more.empty()) params.update(Json::parse(filled(more)), true);
    client_->deliver(Json{{"jsonrpc", "2.0"}, {"id", 0}, {"method", "initialize"}, {"params", params}});
    const auto answer = client_->take();
    if (!answer || !answer->contains("result")) return fail("initialize was not answered by a result");
    const std::string encoding = (*answer)["result"]["capabilities"].value("positionEncoding", "utf-16");
    const std::vector<std::string> chosen{encoding};
    texts_.set_encoding(lsp::choose_encoding(chosen));
    client_->deliver(Json{{"jsonrpc", "2.0"}, {"method", "initialized"}, {"params", Json::object()}});
  }

  void define(const Step& step) {
    std::string options = step.rest;
    const std::string name = next_word(options);
    std::string text = step.block;
    while (!options.empty()) {
      const std::string option = next_word(options);
      if (option == "bare" && !text.empty()) text.pop_back();  // no line end after the last line
      if (option == "crlf") replace_all(text, "\n", "\r\n");
      if (option == "cr") replace_all(text, "\n", "\r");
      if (option.starts_with("times=")) {
        const std::string once = text;
        for (int i = std::stoi(option.substr(6)); i > 1; --i) text += once;
      }
    }
    named_texts_[name] = std::move(text);
  }

  void set_clock(const std::string& time) {
    const auto now = parse_time(time);
    if (!now) return fail("no time: " + time);
    now_ = *now;
    client_->set_now(now_);
  }

  void expect(const Step& step) {
    const Json pattern = Json::parse(filled(all(step)));
    const auto message = client_->take();
    if (!message) {
      if (updating_) kept_ = remarks(step);
      return fail("nothing more was sent");
    }
    if (message->contains("result")) last_ = *message;
    const std::string fault = mismatch(pattern, *message);
    if (fault.empty()) return;
    if (updating_) {
      kept_ = remarks(step);
      kept_.insert(kept_.begin(), shown(*message));
    }
    fail(fault);
  }

  /// The comments and blank lines that follow a step.
  static std::vector<std::string> remarks(const Step& step) {
    std::vector<std::string> lines;
    for (const std::string& line : step.source)
      if (line.empty() || line.starts_with('#')) lines.push_back(line);
    return lines;
  }

  std::string shown(Json message) const {
    message.erase("jsonrpc");
    std::string text = message.dump();
    replace_all(text, root_, "${root}");
    replace_all(text, folder_.path(), "${path}");
    return "<-- " + text;
  }

  void expect_silence() {
    std::vector<std::string> unexpected;
    while (const auto message = client_->take()) {
      if (message->contains("result")) last_ = *message;
      unexpected.push_back(shown(*message));
      fail("not expected: " + unexpected.back());
    }
    std::size_t end = output_.size();
    while (end > 0 && output_[end - 1].empty()) --end;
    output_.insert(output_.begin() + static_cast<std::ptrdiff_t>(end), unexpected.begin(), unexpected.end());
  }

  /// Makes an edit as an editor does, in the files that are not open as well.
  void make(const Json& workspace_edit) {
    const auto all = texts_.edits_of(workspace_edit);
    if (all.empty()) return fail("the edit is empty");
    for (const EditorTexts::Edits& edits : all) {
      if (texts_.text(edits.uri)) {
        Json change = texts_.change_of(edits);
        change["jsonrpc"] = "2.0";
        deliver({noted(change.dump())});
        continue;
      }
      const std::string name = edits.uri.substr(std::min(edits.uri.size(), root_.size() + 1));
      folder_.write(name, texts_.changed(folder_.read(name), edits));
    }
  }

  /// Carries out the answer itself, or the action of it that `which` counts.
  void apply(const std::string& which) {
    if (which == "answer") return make(last_.at("result"));
    const Json action = last_.at("result").at(std::stoul(which));
    if (action.contains("edit")) return make(action["edit"]);
    const Json params = {{"command", action.at("command").at("command")},
                         {"arguments", action["command"].value("arguments", Json::array())}};
    deliver({Json{{"jsonrpc", "2.0"}, {"id", 900}, {"method", "workspace/executeCommand"}, {"params", params}}.dump()});
  }

  void compare(const Step& step) {
    std::string options = step.rest;
    const std::string name = next_word(options);
    const std::string* open = texts_.text(uri_of(name));
    const std::string file = open ? std::string() : folder_.read(name);
    const std::string* text = open ? open : &file;
    std::string shown_text = *text;
    if (options == "crlf") {
      replace_all(shown_text, "\r\n", "\n");
      if (shown_text.find('\r') != std::string::npos || text->find("\n") == 0 ||
          static_cast<std::size_t>(std::count(text->begin(), text->end(), '\r')) !=
              static_cast<std::size_t>(std::count(text->begin(), text->end(), '\n')))
        fail("not all lines end with CRLF");
    }
    const std::string wanted =
        options == "bare" && !step.block.empty() ? step.block.substr(0, step.block.size() - 1) : step.block;
    if (shown_text == wanted) return;
    if (updating_) {
      kept_ = {step.source.front()};
      std::istringstream lines(shown_text);
      for (std::string line; std::getline(lines, line);) kept_.push_back(line.empty() ? "|" : "| " + line);
      kept_.emplace_back();
    }
    fail("the text is now\n" + shown_text);
  }

  void expect_end(int code) {
    if (!client_->exit_code()) return fail("the session goes on");
    if (*client_->exit_code() != code) fail("the session ended with " + std::to_string(*client_->exit_code()));
    begin_session();
  }

  void expect_watch(std::int64_t process) {
    if (client_->watched() != std::vector<std::int64_t>{process}) fail("it is not this process that is watched");
  }

  void fail(const std::string& why) {
    if (updating_)
      changed_ = true;
    else
      ADD_FAIL_CHECK_AT(path_.c_str(), line_, why);
  }

  void write_back() const {
    std::ofstream file(path_);
    for (const std::string& line : output_) file << line << '\n';
  }

  std::string path_;
  Trace trace_;
  TemporaryFolder folder_;
  std::string root_, state_, pages_;
  LocalTime now_;
  std::unique_ptr<TestClient> client_;
  EditorTexts texts_;
  std::map<std::string, std::string> named_texts_;
  Json last_;
  int line_ = 0;
  bool updating_ = std::getenv("AFTERWORD_UPDATE") != nullptr;
  bool changed_ = false;
  std::vector<std::string> kept_, output_;
};

}  // namespace

void run_transcript(const std::string& path) { Runner(path).run(); }

}  // namespace afterword::tests
