// The notes around an open one: in the editor, on the disk, coming and going.
#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>

#include "tests/server/test_client.h"

using namespace afterword;
using namespace afterword::tests;

namespace {

const std::string flood = "Your story of the flood in the paper store made me check our own pumps the same night.";
const std::string pump = "You asked what I would oil first, and by the evening I knew that it is the folder.";

std::string note_to(const std::string& name, const std::string& sentence) {
  return "---\nto: " + name + "\nkind: interview\ncompany: Initech\n---\n\nDear " + name + ",\n\n" + sentence + "\n";
}

Json notification(const std::string& method, Json params) {
  return {{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}};
}

/// An editor with a workspace in a folder of the test.
class Editor {
 public:
  /// `makes_files`: it takes edits that make files; without them the server makes them.
  explicit Editor(const TemporaryFolder& folder, bool watches = false, bool makes_files = true)
      : root_("file://" + folder.path()), client_({0, true}, "", "", nullptr) {
    const Json literal = {{"codeActionKind", {{"valueSet", Json::array({"quickfix"})}}}};
    Json capabilities = {{"textDocument",
                          {{"publishDiagnostics", {{"relatedInformation", true}}},
                           {"codeAction", {{"codeActionLiteralSupport", literal}}}}},
                         {"workspace",
                          {{"didChangeWatchedFiles", {{"dynamicRegistration", watches}}},
                           {"workspaceEdit", {{"documentChanges", makes_files}, {"resourceOperations", {"create"}}}}}},
                         {"window", {{"showDocument", {{"support", !makes_files}}}}}};
    client_.deliver({{"jsonrpc", "2.0"},
                     {"id", 1},
                     {"method", "initialize"},
                     {"params", {{"processId", nullptr}, {"rootUri", root_}, {"capabilities", capabilities}}}});
    client_.answer(1);
    client_.deliver(notification("initialized", Json::object()));
    read();
  }

  std::string uri(const std::string& name) const { return root_ + "/" + name; }
  void open(const std::string& name, const std::string& text) {
    const std::string language = name.ends_with(".yaml") ? "yaml" : "markdown";
    client_.deliver(notification(
        "textDocument/didOpen",
        {{"textDocument", {{"uri", uri(name)}, {"languageId", language}, {"version", 1}, {"text", text}}}}));
    read();
  }
  void change(const std::string& name, const std::string& text) {
    client_.deliver(notification("textDocument/didChange", {{"textDocument", {{"uri", uri(name)}, {"version", 2}}},
                                                            {"contentChanges", Json::array({{{"text", text}}})}}));
    read();
  }
  void tell(const std::string& method, const std::string& name) {
    client_.deliver(notification(method, {{"textDocument", {{"uri", uri(name)}}}}));
    read();
  }
  void file_event(const std::string& name) {
    client_.deliver(notification("workspace/didChangeWatchedFiles",
                                 {{"changes", Json::array({{{"uri", uri(name)}, {"type", 2}}})}}));
    read();
  }
  void finish_work() {
    client_.finish_work();
    read();
  }

  /// The finding of same-note or panel-uncovered that the document shows now; null where there is none.
  Json shown(const std::string& name) const {
    Json found = shown(name, "same-note");
    return found.is_null() ? shown(name, "panel-uncovered") : found;
  }
  Json shown(const std::string& name, const std::string& rule) const {
    const auto at = shown_.find(uri(name));
    if (at == shown_.end()) return nullptr;
    for (const Json& one : at->second)
      if (one["code"] == rule) return one;
    return nullptr;
  }
  /// The quick fixes offered on a line.
  Json actions(const std::string& name, int line) {
    const Json at = {{"line", line}, {"character", 12}};
    client_.deliver({{"jsonrpc", "2.0"},
                     {"id", 7},
                     {"method", "textDocument/codeAction"},
                     {"params",
                      {{"textDocument", {{"uri", uri(name)}}},
                       {"range", {{"start", at}, {"end", at}}},
                       {"context", {{"diagnostics", Json::array()}}}}}});
    return client_.answer(7)["result"];
  }
  Json execute(const std::string& command, Json arguments) {
    client_.deliver({{"jsonrpc", "2.0"},
                     {"id", 8},
                     {"method", "workspace/executeCommand"},
                     {"params", {{"command", command}, {"arguments", std::move(arguments)}}}});
    Json answer;
    while (auto message = client_.take()) {
      if (message->value("id", Json()) == 8 && !message->contains("method")) answer = *message;
      look_at(*message);
    }
    return answer;
  }
  /// What the server asked the editor to show last.
  const std::string& shown_document() const { return shown_document_; }
  /// How many publishes the last step led to.
  std::size_t published() const { return published_; }

 private:
  void read() {
    published_ = 0;
    while (auto message = client_.take()) look_at(*message);
  }
  void look_at(const Json& message) {
    const std::string method = message.value("method", "");
    if (method == "window/showDocument") shown_document_ = message["params"]["uri"];
    if (method != "textDocument/publishDiagnostics") return;
    ++published_;
    shown_[message["params"]["uri"]] = message["params"]["diagnostics"];
  }

  std::string root_;
  TestClient client_;
  std::map<std::string, Json> shown_;
  std::size_t published_ = 0;
  std::string shown_document_;
};

}  // namespace

TEST_CASE("two open notes: what comes and goes in one is shown in the other") {
  const TemporaryFolder folder;
  Editor editor(folder);
  editor.open("dana.note.md", note_to("Dana Wu", flood));
  CHECK(editor.shown("dana.note.md").is_null());
  editor.open("luis.note.md", note_to("Luis Ortega", flood));
  CHECK(editor.published() == 2);
  CHECK(editor.shown("dana.note.md")["relatedInformation"][0]["location"]["uri"] == editor.uri("luis.note.md"));
  CHECK(editor.shown("dana.note.md")["relatedInformation"][0]["location"]["range"]["start"]["line"] == 8);
  CHECK_FALSE(editor.shown("luis.note.md").is_null());
  editor.change("luis.note.md", note_to("Luis Ortega", pump));
  CHECK(editor.published() == 2);
  CHECK(editor.shown("dana.note.md").is_null());
  CHECK(editor.shown("luis.note.md").is_null());
  editor.change("luis.note.md", note_to("Luis Ortega", pump + " It is."));
  CHECK(editor.published() == 1);  // nothing that concerns the other
  editor.change("luis.note.md", note_to("Luis Ortega", pump + " " + flood));
  CHECK_FALSE(editor.shown("dana.note.md").is_null());
  editor.change("luis.note.md", note_to("Dana Wu", pump + " " + flood));  // it was for the same person
  CHECK(editor.shown("dana.note.md").is_null());
}

TEST_CASE("a note on the disk counts once it is read, and the editor's text before it") {
  const TemporaryFolder folder;
  folder.write("old/luis.note.md", note_to("Luis Ortega", "Zo\xC3\xAB oiled it. " + flood));
  folder.write("README.md", "# Press\n\n" + flood + "\n");
  Editor editor(folder);
  editor.open("dana.note.md", note_to("Dana Wu", flood));
  CHECK(editor.shown("dana.note.md").is_null());  // the first findings do not wait
  editor.finish_work();
  const Json place = editor.shown("dana.note.md")["relatedInformation"][0]["location"];
  CHECK(place["uri"] == editor.uri("old/luis.note.md"));
  CHECK(place["range"]["start"] == Json({{"line", 8}, {"character", 14}}));
  editor.open("old/luis.note.md", note_to("Luis Ortega", pump));
  CHECK(editor.shown("dana.note.md").is_null());
  editor.finish_work();
  CHECK(editor.shown("dana.note.md").is_null());
  editor.tell("textDocument/didClose", "old/luis.note.md");
  editor.finish_work();
  CHECK_FALSE(editor.shown("dana.note.md").is_null());  // what lies on the disk counts again
  folder.remove("old/luis.note.md");
  editor.tell("textDocument/didSave", "dana.note.md");
  editor.finish_work();
  CHECK(editor.shown("dana.note.md").is_null());
}

TEST_CASE("a client that watches files tells of them") {
  const TemporaryFolder folder;
  Editor editor(folder, true);
  editor.open("dana.note.md", note_to("Dana Wu", flood));
  editor.finish_work();
  CHECK(editor.shown("dana.note.md").is_null());
  folder.write("luis.note.md", note_to("Luis Ortega", flood));
  editor.tell("textDocument/didSave", "dana.note.md");
  editor.finish_work();
  CHECK(editor.shown("dana.note.md").is_null());  // not looked for at each save
  editor.file_event("luis.note.md");
  CHECK(editor.published() == 0);  // a note elsewhere is no reason to judge all anew
  editor.finish_work();
  CHECK_FALSE(editor.shown("dana.note.md").is_null());
}

TEST_CASE("interview.yaml: whom nobody has written to, once all notes are known") {
  const TemporaryFolder folder;
  const std::string facts = "company: Initech\ninterviewers:\n  - name: Dana Wu\n  - name: Luis Ortega\n";
  folder.write("interview.yaml", facts);
  folder.write("dana.note.md", note_to("Dana Wu", flood));
  Editor editor(folder);
  editor.open("interview.yaml", facts);
  CHECK(editor.shown("interview.yaml").is_null());
  editor.open("femi.note.md", note_to("Femi Adeyemi", pump));
  CHECK(editor.shown("interview.yaml").is_null());
  editor.finish_work();
  CHECK(editor.shown("interview.yaml")["range"]["start"]["line"] == 3);
  CHECK(editor.shown("interview.yaml")["severity"] == 3);
  const Json begin = editor.actions("interview.yaml", 3)[0];
  CHECK(begin["title"] == "Begin a note to Luis Ortega");
  CHECK(begin["edit"]["documentChanges"][0]["kind"] == "create");
  CHECK(begin["edit"]["documentChanges"][0]["uri"] == editor.uri("luis-ortega.note.md"));
  const std::string text = begin["edit"]["documentChanges"][1]["edits"][0]["newText"];
  CHECK(text.starts_with("---\nto: Luis Ortega\n---\n\nDear Luis,\n\n"));
  editor.open("luis.note.md", note_to("Luis Ortega", pump));
  CHECK(editor.shown("interview.yaml").is_null());
}

TEST_CASE("a note on the disk is read anew when the facts or the settings around it have changed") {
  const TemporaryFolder folder;
  folder.write("old/luis.note.md", "---\nkind: interview\n---\n\n" + flood + "\n");
  folder.write("old/interview.yaml", "company: Initech\ninterviewers:\n  - name: Dana Wu\n");
  Editor editor(folder, true);
  editor.open("dana.note.md", note_to("Dana Wu", flood));
  editor.finish_work();
  CHECK(editor.shown("dana.note.md").is_null());  // to one person a second note may say it again
  folder.write("old/interview.yaml", "company: Initech\ninterviewers:\n  - name: Luis Ortega\n");
  editor.file_event("old/interview.yaml");
  editor.finish_work();
  CHECK_FALSE(editor.shown("dana.note.md").is_null());
  folder.write(".afterword.yaml", "exclude: [\"old/*\"]\n");
  editor.file_event(".afterword.yaml");
  editor.finish_work();
  CHECK(editor.shown("dana.note.md").is_null());
}

TEST_CASE("a note that was alone for a while is known to what comes later") {
  const TemporaryFolder folder;
  folder.write("dana.note.md", note_to("Dana Wu", flood));
  Editor editor(folder);
  editor.open("dana.note.md", note_to("Dana Wu", flood));
  editor.finish_work();
  editor.open("luis.note.md", note_to("Luis Ortega", flood));
  CHECK_FALSE(editor.shown("dana.note.md").is_null());
  editor.tell("textDocument/didClose", "luis.note.md");
  CHECK(editor.shown("dana.note.md").is_null());
  editor.change("dana.note.md", note_to("Dana Wu", pump));  // alone again
  editor.open("femi.note.md", note_to("Femi Adeyemi", pump));
  CHECK_FALSE(editor.shown("femi.note.md").is_null());
  CHECK_FALSE(editor.shown("dana.note.md").is_null());
  editor.tell("textDocument/didClose", "femi.note.md");
  editor.finish_work();
  editor.change("dana.note.md", note_to("Dana Wu", flood));
  editor.tell("textDocument/didClose", "dana.note.md");
  editor.open("interview.yaml", "company: Initech\ninterviewers:\n  - name: Dana Wu\n  - name: Luis Ortega\n");
  CHECK(editor.shown("interview.yaml")["range"]["start"]["line"] == 3);  // not Dana, whose file is not read again yet
}

TEST_CASE("what lies outside of the workspace, behind links and in hidden folders is not read") {
  const TemporaryFolder outside, folder;
  outside.write("luis.note.md", note_to("Luis Ortega", flood));
  folder.write(".trash/luis.note.md", note_to("Luis Ortega", flood));
  folder.write("node_modules/luis.note.md", note_to("Luis Ortega", flood));
  std::filesystem::create_symlink(outside.path() + "/luis.note.md", folder.path() + "/linked.note.md");
  std::filesystem::create_directory_symlink(outside.path(), folder.path() + "/linked");
  Editor editor(folder);
  editor.open("dana.note.md", note_to("Dana Wu", flood));
  editor.finish_work();
  CHECK(editor.shown("dana.note.md").is_null());
}

TEST_CASE("a company of another note, or of facts that have none, makes the same name an error") {
  const TemporaryFolder folder;
  folder.write("other/interview.yaml", "company: Operations\n");
  Editor editor(folder);
  const std::string name = "dana.note.md";
  editor.open(name,
              "---\nto: Dana Wu\ncompany: Initech\nkind: interview\n---\n\nDear Dana,\n\nWhat drew me to Brightfold is "
              "the ink room.\n");
  const Json alone = editor.shown(name, "wrong-company");
  editor.finish_work();
  editor.open("luis.note.md",
              "---\nto: Luis Ortega\ncompany: Brightfold\nkind: interview\n---\n\nDear Luis,\n\n" + flood);
  CHECK(editor.shown(name, "wrong-company")["severity"] == 1);
  editor.change("luis.note.md",
                "---\nto: Luis Ortega\ncompany: Gannet\nkind: interview\n---\n\nDear Luis,\n\n" + flood);
  CHECK(editor.shown(name, "wrong-company") == alone);
  editor.change(name,
                "---\nto: Dana Wu\ncompany: Initech\nkind: interview\n---\n\nDear Dana,\n\nI would like to join "
                "Operations in May.\n");
  CHECK(editor.shown(name, "wrong-company")["severity"] == 1);
}

TEST_CASE("a card is no slow post once an e-mail to the same person is there") {
  const TemporaryFolder folder;
  Editor editor(folder);
  const std::string facts = "---\nto: Dana Wu\nkind: interview\n";
  editor.open("card.note.md", facts + "delivery: post\n---\n\nDear Dana,\n\n" + pump);
  CHECK_FALSE(editor.shown("card.note.md", "slow-post").is_null());
  editor.open("mail.note.md", facts + "---\n\nDear Dana,\n\n" + flood);
  CHECK(editor.shown("card.note.md", "slow-post").is_null());
  editor.change("mail.note.md", facts + "delivery: hand\n---\n\nDear Dana,\n\n" + flood);
  CHECK_FALSE(editor.shown("card.note.md", "slow-post").is_null());
}

TEST_CASE("an editor that makes no files has its notes begun by the server, and no file is written over") {
  const TemporaryFolder folder;
  const std::string facts =
      "company: Initech\ninterviewers:\n  - name: Dana Wu\n  - name: Luis Ortega\n  - name: Femi Adeyemi\n";
  folder.write("interview.yaml", facts);
  folder.write("dana.note.md", note_to("Dana Wu", flood));
  Editor editor(folder, false, false);
  editor.open("interview.yaml", facts);
  editor.open("dana.note.md", note_to("Dana Wu", flood));
  editor.finish_work();
  const Json action = editor.actions("interview.yaml", 3)[0];
  CHECK(action["title"] == "Begin a note to Luis Ortega");
  CHECK_FALSE(action.contains("edit"));
  const Json done = editor.execute(action["command"]["command"], action["command"]["arguments"]);
  CHECK(done["result"] == editor.uri("luis-ortega.note.md"));
  CHECK(editor.shown_document() == editor.uri("luis-ortega.note.md"));
  CHECK(folder.read("luis-ortega.note.md").starts_with("---\nto: Luis Ortega\n---\n\nDear Luis,\n"));
  editor.finish_work();
  folder.write("femi-adeyemi.note.md", "Not a letter yet.\n");  // since the workspace was read
  const Json refused = editor.execute("afterword.newNote", Json::array({editor.uri("interview.yaml")}));
  CHECK(refused["error"]["message"] == "femi-adeyemi.note.md can't be written");
  CHECK(folder.read("femi-adeyemi.note.md") == "Not a letter yet.\n");
  const Json nobody = editor.execute("afterword.newNotes", Json::array({editor.uri("elsewhere/none.md")}));
  CHECK(nobody["error"]["code"] == -32803);
  // Nothing is made outside of the workspace, nor by a guess at what was meant.
  const TemporaryFolder outside;
  outside.write("interview.yaml", facts);
  const Json there =
      editor.execute("afterword.newNotes", Json::array({"file://" + outside.path() + "/interview.yaml"}));
  CHECK(there["error"]["code"] == -32602);
  CHECK(outside.read("dana-wu.note.md").empty());
  const Json number = editor.execute("afterword.newNote", Json::array({editor.uri("interview.yaml"), 5}));
  CHECK(number["error"]["code"] == -32602);
}

TEST_CASE("notes to all who have none, begun at once by the editor") {
  const TemporaryFolder folder;
  const std::string facts = "company: Initech\ninterviewers:\n  - name: Dana Wu\n  - name: Luis Ortega\n";
  folder.write("interview.yaml", facts);
  folder.write("femi.note.md", note_to("Femi Adeyemi", pump));
  Editor editor(folder, false, false);
  editor.open("interview.yaml", facts);
  editor.open("femi.note.md", note_to("Femi Adeyemi", pump));
  editor.finish_work();
  Json begin;
  for (const Json& action : editor.actions("interview.yaml", 2))
    if (action["title"] == "Begin notes to all 2 who have none") begin = action;
  REQUIRE(begin["kind"] == "refactor.rewrite");
  CHECK(editor.execute(begin["command"]["command"], begin["command"]["arguments"])["result"].is_null());
  CHECK(editor.shown_document() == editor.uri("dana-wu.note.md"));
  CHECK(folder.read("luis-ortega.note.md").find("Dear Luis,") != std::string::npos);
}

TEST_CASE("an interview.yaml opened alone tells who has no note") {
  const TemporaryFolder folder;
  const std::string facts = "company: Initech\ninterviewers:\n  - name: Dana Wu\n";
  folder.write("interview.yaml", facts);
  Editor editor(folder);
  editor.open("interview.yaml", facts);
  editor.finish_work();
  CHECK_FALSE(editor.shown("interview.yaml", "panel-uncovered").is_null());
}
