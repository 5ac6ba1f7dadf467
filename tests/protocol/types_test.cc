#include "protocol/lsp/types.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

using namespace afterword::lsp;
using afterword::jsonrpc::Any;
using afterword::jsonrpc::ResponseError;
using afterword::jsonrpc::to_json;

namespace {

template <class T>
T read(const std::string& json) {
  return Any::of_text(json).to<T>("params");
}

template <class T>
std::string refusal(const std::string& json) {
  try {
    read<T>(json);
  } catch (const ResponseError& error) {
    return error.message();
  }
  return "accepted";
}

template <class T>
void round_trip(const std::string& json) {
  CHECK(nlohmann::json::parse(to_json(read<T>(json))) == nlohmann::json::parse(json));
}

const std::string range = R"({"start":{"line":1,"character":2},"end":{"line":3,"character":4}})";

}  // namespace

TEST_CASE("initialize as Neovim and VS Code send it") {
  const auto params = read<InitializeParams>(R"({
    "processId": 77, "clientInfo": {"name": "Neovim", "version": "0.10"}, "rootPath": null, "rootUri": "file:///w",
    "workspaceFolders": [{"uri": "file:///w", "name": "w"}], "initializationOptions": {"rules": {"gift": "off"}},
    "trace": "off", "workDoneToken": "1",
    "capabilities": {
      "general": {"positionEncodings": ["utf-8", "utf-16"], "markdown": {"parser": "marked"}},
      "window": {"workDoneProgress": true, "showDocument": {"support": true}},
      "workspace": {"configuration": true, "applyEdit": true, "didChangeConfiguration": {"dynamicRegistration": true},
                    "workspaceEdit": {"documentChanges": true, "resourceOperations": ["create"]}},
      "textDocument": {
        "publishDiagnostics": {"relatedInformation": true, "versionSupport": true, "codeDescriptionSupport": true,
                               "dataSupport": true, "tagSupport": {"valueSet": [1, 2]}},
        "codeAction": {"isPreferredSupport": true, "dataSupport": true, "disabledSupport": true,
                       "resolveSupport": {"properties": ["edit"]},
                       "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}},
        "completion": {"contextSupport": true, "completionList": {"itemDefaults": ["editRange"]},
                       "completionItem": {"snippetSupport": true, "labelDetailsSupport": true,
                         "insertReplaceSupport": true, "documentationFormat": ["markdown"],
                         "resolveSupport": {"properties": ["documentation"]}}},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "diagnostic": {"dynamicRegistration": false}}}})");
  CHECK(params.processId == 77);
  CHECK(params.clientInfo->version == "0.10");
  CHECK_FALSE(params.rootPath);
  CHECK(params.rootUri == "file:///w");
  CHECK(params.workspaceFolders->at(0).name == "w");
  CHECK(params.initializationOptions.member("rules").member("gift").text() == "\"off\"");
  const ClientCapabilities& can = params.capabilities;
  CHECK(can.general.positionEncodings == std::vector<std::string>{"utf-8", "utf-16"});
  CHECK(can.window.workDoneProgress);
  CHECK(can.window.showDocument.support);
  CHECK(can.workspace.configuration);
  CHECK(can.workspace.applyEdit);
  CHECK(can.workspace.didChangeConfiguration.dynamicRegistration);
  CHECK_FALSE(can.workspace.didChangeWatchedFiles.dynamicRegistration);
  CHECK(can.workspace.workspaceEdit.documentChanges);
  const TextDocumentCapabilities& text = can.textDocument;
  CHECK(text.publishDiagnostics.tagSupport.valueSet == std::vector<std::int32_t>{1, 2});
  CHECK(text.publishDiagnostics.dataSupport);
  CHECK(text.codeAction.codeActionLiteralSupport->codeActionKind.valueSet.size() == 1);
  CHECK(text.codeAction.resolveSupport->properties.at(0) == "edit");
  CHECK(text.completion.completionItem.snippetSupport);
  CHECK(text.completion.completionList.itemDefaults.at(0) == "editRange");
  CHECK(text.hover.contentFormat.at(0) == "markdown");
  CHECK(text.diagnostic);
  CHECK_FALSE(text.inlineCompletion);
}

TEST_CASE("initialize as small and odd clients send it") {
  const auto small = read<InitializeParams>(R"({"processId": null, "rootUri": null, "capabilities": {}})");
  CHECK_FALSE(small.processId);
  CHECK(small.initializationOptions.empty());
  // An empty table of Lua; members that are null; tagSupport as it was before 3.15.
  const auto odd = read<InitializeParams>(
      R"({"capabilities": {"workspace": [], "window": null,
          "textDocument": {"publishDiagnostics": {"tagSupport": true}, "codeAction": {"resolveSupport": null}}},
          "workspaceFolders": null, "initializationOptions": null})");
  CHECK(odd.capabilities.textDocument.publishDiagnostics.tagSupport.valueSet.empty());
  CHECK_FALSE(odd.workspaceFolders);
  CHECK(refusal<InitializeParams>("{}") == "params.capabilities: missing");
  CHECK(refusal<InitializeParams>(R"({"capabilities": {}, "processId": "x"})") ==
        "params.processId: expected an integer");
  CHECK(refusal<InitializeParams>(R"({"capabilities": {"window": {"workDoneProgress": 1}}})") ==
        "params.capabilities.window.workDoneProgress: expected true or false");
}

TEST_CASE("documents") {
  const auto change = read<DidChangeTextDocumentParams>(
      R"({"textDocument":{"uri":"u","version":4},"contentChanges":[{"range":)" + range +
      R"(,"rangeLength":7,"text":"x"},{"text":"all"},{"range":null,"text":"all"}]})");
  CHECK(change.textDocument.version == 4);
  REQUIRE(change.contentChanges.size() == 3);
  CHECK(change.contentChanges[0].range == Range{{1, 2}, {3, 4}});
  CHECK_FALSE(change.contentChanges[1].range);
  CHECK_FALSE(change.contentChanges[2].range);
  CHECK(refusal<DidChangeTextDocumentParams>(R"({"textDocument":{"uri":"u","version":4}})") ==
        "params.contentChanges: missing");
  CHECK(refusal<DidChangeTextDocumentParams>(
            R"({"textDocument":{"uri":"u","version":4},"contentChanges":[{"text":"a"},{"text":null}]})") ==
        "params.contentChanges[1].text: expected a string");
  CHECK(
      refusal<DidOpenTextDocumentParams>(R"({"textDocument":{"uri":"u","languageId":"l","version":2.5,"text":""}})") ==
      "params.textDocument.version: expected an integer");
}

TEST_CASE("what goes out comes back the same") {
  round_trip<PublishDiagnosticsParams>(
      R"({"uri":"u","version":3,"diagnostics":[{"range":)" + range +
      R"(,"severity":2,"code":"gift","codeDescription":{"href":"file:///r"},"source":"afterword","message":"m\n",
          "tags":[1],"relatedInformation":[{"location":{"uri":"v","range":)" +
      range + R"(},"message":"here"}],"data":{"fixes":[1]}}]})");
  round_trip<PublishDiagnosticsParams>(R"({"uri":"u","diagnostics":[]})");
  round_trip<CodeAction>(
      R"({"title":"t","kind":"quickfix","isPreferred":true,"disabled":{"reason":"r"},
    "edit":{"documentChanges":[{"textDocument":{"uri":"u","version":null},"edits":[{"range":)" +
      range + R"(,"newText":"n"},{"range":)" + range +
      R"(,"snippet":{"kind":"snippet","value":"${1}"}}]},{"kind":"create","uri":"w","options":{"ignoreIfExists":true}}]},
    "command":{"title":"c","command":"afterword.explain","arguments":["x",{}]},"data":7})");
  round_trip<WorkspaceEdit>(R"({"changes":{"file:///a\"b":[{"range":)" + range +
                            R"(,"newText":"n"}],"file:///c":[]}})");
  round_trip<CompletionList>(
      R"({"isIncomplete":true,"itemDefaults":{"editRange":)" + range +
      R"(,"insertTextFormat":2},"items":[{"label":"l","labelDetails":{"detail":"d"},"kind":15,
      "documentation":{"kind":"markdown","value":"v"},"preselect":true,"sortText":"1","filterText":"f","insertTextFormat":1,
      "textEdit":{"newText":"n","insert":)" +
      range + R"(,"replace":)" + range +
      R"(},"data":{"role":"thanks"}},{"label":"m","documentation":"plain","textEdit":{"range":)" + range +
      R"(,"newText":"n"}}]})");
  round_trip<Hover>(R"({"contents":{"kind":"markdown","value":"v"},"range":)" + range + "}");
  round_trip<ExecuteCommandParams>(R"({"command":"c","arguments":[null,1]})");
  round_trip<ApplyWorkspaceEditParams>(R"({"label":"l","edit":{}})");
  round_trip<RegistrationParams>(
      R"({"registrations":[{"id":"1","method":"m","registerOptions":{"watchers":[{"globPattern":"**/x"}]}}]})");
  round_trip<DidChangeWatchedFilesParams>(R"({"changes":[{"uri":"u","type":3}]})");
  round_trip<LogMessageParams>(R"({"type":4,"message":"m"})");
  round_trip<ProgressParams>(R"({"token":5,"value":{"kind":"begin","title":"t","percentage":0}})");
  round_trip<DocumentDiagnosticReport>(R"({"kind":"full","resultId":"1","items":[]})");
  round_trip<DocumentSymbol>(R"({"name":"n","kind":15,"range":)" + range + R"(,"selectionRange":)" + range +
                             R"(,"children":[{"name":"o","kind":3,"range":)" + range + R"(,"selectionRange":)" + range +
                             "}]}");
  round_trip<SemanticTokens>(R"({"data":[0,1,2,3,4]})");
}

TEST_CASE("what is not there is not sent") {
  ServerCapabilities can;
  can.positionEncoding = "utf-8";
  can.textDocumentSync.save = SaveOptions{};
  can.hoverProvider = true;
  CHECK(
      to_json(can) ==
      R"({"positionEncoding":"utf-8","textDocumentSync":{"openClose":true,"change":2,"save":{"includeText":false}},"hoverProvider":true})");
  DocumentDiagnosticReport closed;
  closed.version = std::optional<std::int32_t>();
  CHECK(to_json(closed) == R"({"kind":"full","version":null})");
  CHECK(
      to_json(SelectionRange{{Range{}, Range{{0, 0}, {1, 0}}}}) ==
      R"({"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":0}},"parent":{"range":{"start":{"line":0,"character":0},"end":{"line":1,"character":0}}}})");
}
