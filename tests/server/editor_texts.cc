#include "tests/server/editor_texts.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "protocol/jsonrpc/decode.h"

namespace afterword::tests {

using Json = nlohmann::json;

void EditorTexts::sent(const Json& message) {
  const auto named = message.find("method"), params = message.find("params");
  if (named == message.end() || !named->is_string() || params == message.end() || !params->is_object()) return;
  const auto& method = named->get_ref<const std::string&>();
  const Json& document = message["params"].value("textDocument", Json());
  if (!document.is_object() || !document["uri"].is_string()) return;
  const std::string uri = document["uri"];
  if (method == "textDocument/didOpen" && document["text"].is_string()) {
    shown_[uri] = {document["text"], lsp::LineIndex(document["text"].get_ref<const std::string&>()),
                   document.value("version", 0)};
  } else if (method == "textDocument/didClose") {
    shown_.erase(uri);
  } else if (const auto shown = shown_.find(uri);
             method == "textDocument/didChange" && shown != shown_.end() && document["version"].is_number()) {
    Shown next = shown->second;
    next.version = document["version"];
    for (const Json& change : message["params"]["contentChanges"]) {
      const auto read = jsonrpc::Any::parse(change.dump()).to<lsp::TextDocumentContentChangeEvent>("change");
      if (!lsp::apply_change(next.text, next.lines, read, encoding_)) return;  // refused as a whole by the server too
    }
    shown->second = std::move(next);
  }
}

const std::string* EditorTexts::text(const std::string& uri) const {
  const auto shown = shown_.find(uri);
  return shown == shown_.end() ? nullptr : &shown->second.text;
}

std::int32_t EditorTexts::version(const std::string& uri) const {
  const auto shown = shown_.find(uri);
  return shown == shown_.end() ? 0 : shown->second.version;
}

namespace {

/// The last one first, as content changes: none moves another.
Json in_turn(const Json& edits) {
  const auto place = [](const Json& position) {
    return std::pair(position["line"].get<int>(), position["character"].get<int>());
  };
  std::vector<Json> sorted(edits.begin(), edits.end());
  std::stable_sort(sorted.begin(), sorted.end(), [&](const Json& a, const Json& b) {
    return place(a["range"]["start"]) > place(b["range"]["start"]);
  });
  Json changes = Json::array();
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (i > 0) CHECK(place(sorted[i]["range"]["end"]) <= place(sorted[i - 1]["range"]["start"]));
    const Json& text = sorted[i].contains("snippet") ? sorted[i]["snippet"]["value"] : sorted[i]["newText"];
    changes.push_back({{"range", sorted[i]["range"]}, {"text", text}});
  }
  return changes;
}

}  // namespace

std::vector<EditorTexts::Edits> EditorTexts::edits_of(const Json& workspace_edit) const {
  std::vector<Edits> all;
  if (workspace_edit.contains("documentChanges")) {
    for (const Json& document : workspace_edit["documentChanges"]) {
      const Json& named = document["textDocument"];
      all.push_back({named["uri"], named["version"], in_turn(document["edits"])});
      CHECK(named["version"] == (shown_.contains(named["uri"]) ? Json(version(named["uri"])) : Json()));
    }
  } else {
    const Json by_uri = workspace_edit.value("changes", Json::object());
    for (const auto& [uri, edits] : by_uri.items()) all.push_back({uri, nullptr, in_turn(edits)});
  }
  return all;
}

Json EditorTexts::change_of(const Edits& edits) const {
  return {{"method", "textDocument/didChange"},
          {"params",
           {{"textDocument", {{"uri", edits.uri}, {"version", version(edits.uri) + 1}}},
            {"contentChanges", edits.changes}}}};
}

std::string EditorTexts::changed(std::string text, const Edits& edits) const {
  lsp::LineIndex lines(text);
  for (const Json& change : edits.changes) {
    const auto read = jsonrpc::Any::parse(change.dump()).to<lsp::TextDocumentContentChangeEvent>("change");
    CHECK(lsp::apply_change(text, lines, read, encoding_));
  }
  return text;
}

}  // namespace afterword::tests
