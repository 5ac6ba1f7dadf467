// Dictionaries come late: the first findings do not wait for them, and are sent again when they are there.
#include <doctest/doctest.h>

#include <memory>

#include "tests/server/test_client.h"

using namespace afterword;
using namespace afterword::tests;

namespace {

/// Takes "recieved" for a slip and counts how often it is asked for corrections.
class OneSlip final : public Speller {
 public:
  explicit OneSlip(std::shared_ptr<int> asked) : asked_(std::move(asked)) {}
  bool is_slip(std::string_view word, Spelling) const override { return word == "recieved"; }
  std::vector<std::string> corrections(std::string_view, Spelling, std::size_t) const override {
    ++*asked_;
    return {"received"};
  }

 private:
  std::shared_ptr<int> asked_;
};

Json notification(std::string method, Json params) {
  return {{"jsonrpc", "2.0"}, {"method", std::move(method)}, {"params", std::move(params)}};
}

void start(TestClient& client) {
  Json capabilities = {
      {"textDocument",
       {{"codeAction", {{"codeActionLiteralSupport", {{"codeActionKind", {{"valueSet", {"quickfix"}}}}}}}}}}};
  client.deliver({{"jsonrpc", "2.0"},
                  {"id", 1},
                  {"method", "initialize"},
                  {"params", {{"processId", nullptr}, {"rootUri", nullptr}, {"capabilities", capabilities}}}});
  client.deliver(notification("initialized", Json::object()));
  client.answer(1);
}

void open(TestClient& client, const std::string& uri, const std::string& text) {
  client.deliver(
      notification("textDocument/didOpen",
                   {{"textDocument", {{"uri", uri}, {"languageId", "markdown"}, {"version", 1}, {"text", text}}}}));
}

std::vector<std::string> published(TestClient& client) {
  auto message = client.take();
  REQUIRE(message);
  REQUIRE((*message)["method"] == "textDocument/publishDiagnostics");
  std::vector<std::string> codes;
  for (const Json& diagnostic : (*message)["params"]["diagnostics"]) codes.push_back(diagnostic["code"]);
  return codes;
}

constexpr const char* note = "---\nkind: interview\n---\n\nDear Dana,\n\nI recieved the drawing on Monday.\n";

}  // namespace

TEST_CASE("findings come first, dictionaries after, and corrections only when they are asked for") {
  auto asked = std::make_shared<int>(0);
  TestClient client({0, true}, "", "", nullptr);
  client.dictionaries = std::make_shared<OneSlip>(asked);
  start(client);
  open(client, "file:///n.note.md", note);
  CHECK(published(client).empty());
  CHECK(client.quiet());
  client.finish_work();
  CHECK(published(client) == std::vector<std::string>{"misspelling"});
  CHECK(client.quiet());
  CHECK(*asked == 0);
  client.deliver(
      Json{{"jsonrpc", "2.0"},
           {"id", 2},
           {"method", "textDocument/codeAction"},
           {"params",
            {{"textDocument", {{"uri", "file:///n.note.md"}}},
             {"range", {{"start", {{"line", 6}, {"character", 4}}}, {"end", {{"line", 6}, {"character", 4}}}}},
             {"context", {{"diagnostics", Json::array()}}}}}});
  CHECK(client.answer(2)["result"][0]["title"] == "Write \"received\"");
  CHECK(*asked == 1);
  client.finish_work();  // they are read once
  CHECK(client.quiet());
}

TEST_CASE("whose English counts may be set") {
  std::vector<ConfigurationFault> faults;
  CHECK(read_configuration("rules:\n  misspelling: {spelling: british}\n", faults).rules.options.spelling ==
        Spelling::british);
  CHECK(faults.empty());
  CHECK(read_configuration("rules:\n  misspelling: {spelling: welsh}\n", faults).rules.options.spelling ==
        Spelling::any);
  CHECK(faults.size() == 1);
}

TEST_CASE("nothing is read for files that are no notes, nothing sent where there is no dictionary") {
  TestClient client({0, true}, "", "", nullptr);
  start(client);
  open(client, "file:///README.md", "# Press\n\nIt recieved a lid.\n");
  CHECK(published(client).empty());
  client.dictionaries = std::make_shared<OneSlip>(std::make_shared<int>(0));
  client.finish_work();
  CHECK(client.quiet());
  client.dictionaries = nullptr;
  open(client, "file:///n.note.md", note);
  CHECK(published(client).empty());
  client.finish_work();
  CHECK(client.quiet());
}
