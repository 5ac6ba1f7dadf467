#include "protocol/jsonrpc/router.h"

#include <doctest/doctest.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "protocol/framing/frame_reader.h"
#include "protocol/lsp/types.h"

using namespace afterword;
using namespace afterword::jsonrpc;

namespace {

// A router whose output is read back frame by frame.
struct Client {
  std::vector<nlohmann::json> sent;
  std::vector<std::string> complaints;
  Router router{[this](std::string bytes) {
    framing::FrameReader reader;
    reader.feed(bytes);
    sent.push_back(nlohmann::json::parse(std::get<framing::Frame>(reader.next()).body));
    CHECK(reader.at_boundary());
  }};

  Client() {
    router.set_complaint([this](std::string_view method, const std::string& message) {
      complaints.push_back(std::string(method) + ": " + message);
    });
  }
  void give(std::string body) { router.dispatch(parse_message(std::move(body))); }
  void request(int id, const std::string& method, const std::string& params = "{}") {
    give(R"({"jsonrpc":"2.0","id":)" + std::to_string(id) + R"(,"method":")" + method + R"(","params":)" + params +
         "}");
  }
  void give_all(const std::vector<std::string>& bodies) {
    std::vector<Incoming> batch;
    for (const std::string& body : bodies) batch.push_back(parse_message(body));
    router.intake(batch);
    for (Incoming& one : batch) router.dispatch(std::move(one));
  }
  nlohmann::json only() const {
    REQUIRE(sent.size() == 1);
    return sent[0];
  }
  int error() const { return only().at("error").at("code").get<int>(); }
  std::string error_text() const { return only().at("error").at("message").get<std::string>(); }
};

std::string with_id(const std::string& id, const std::string& method) {
  return R"({"jsonrpc":"2.0","id":)" + id + R"(,"method":")" + method + "\"}";
}
std::string cancel(const std::string& id) {
  return R"({"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":)" + id + "}}";
}

struct Counter {
  std::uint32_t add(const lsp::Position& at) { return last = at.line + at.character; }
  void set(lsp::Position at) { last = at.line; }
  std::uint32_t last = 0;
};

}  // namespace

TEST_CASE("a handler's signature says what it reads and answers") {
  Client client;
  Counter counter;
  client.router.request("add", &counter, &Counter::add);
  client.router.notification("set", &counter, &Counter::set);
  client.router.request("nothing", [] {});
  client.router.request("later", [](Reply<std::string> reply) { reply("x\"y"); });
  client.router.request("both", [](const lsp::Position& at, Reply<lsp::Position> reply) { reply(at); });
  client.request(1, "add", R"({"line":3,"character":4,"unknown":[]})");
  client.request(2, "nothing", "null");
  client.request(3, "later");
  client.request(4, "both", R"({"line":3,"character":4})");
  client.give(R"({"jsonrpc":"2.0","method":"set","params":{"line":9,"character":0}})");
  REQUIRE(client.sent.size() == 4);
  CHECK(client.sent[0].dump() == R"({"id":1,"jsonrpc":"2.0","result":7})");
  CHECK(client.sent[1].dump() == R"({"id":2,"jsonrpc":"2.0","result":null})");
  CHECK(client.sent[2].at("result") == "x\"y");
  CHECK(client.sent[3].at("result").dump() == R"({"character":4,"line":3})");
  CHECK(counter.last == 9);
}

TEST_CASE("a large text is moved to the handler, not copied") {
  Client client;
  std::string taken;
  client.router.notification(
      "open", [&](lsp::DidOpenTextDocumentParams params) { taken = std::move(params.textDocument.text); });
  const std::string text(1u << 20, 'x');
  Incoming incoming = parse_message(
      R"({"jsonrpc":"2.0","method":"open","params":{"textDocument":{"uri":"u","languageId":"l","version":1,"text":")" +
      text + "\"}}}");
  const std::string* const in_tree =
      std::get<Message>(incoming).params.member("textDocument").member("text").as_string();
  REQUIRE(in_tree);
  const char* const bytes = in_tree->data();
  client.router.dispatch(std::move(incoming));
  CHECK(taken.data() == bytes);
  CHECK(taken == text);
}

TEST_CASE("bad parameters are refused with their path") {
  Client client;
  client.router.request("hover", [](lsp::TextDocumentPositionParams) { return 1; });
  client.router.request("actions", [](lsp::CodeActionParams) { return 1; });
  const auto refusal = [&](const char* method, const char* params) {
    client.sent.clear();
    client.request(1, method, params);
    CHECK(client.error() == -32602);
    return client.error_text();
  };
  CHECK(refusal("hover", R"({"textDocument":{"uri":"u"},"position":{"line":-1,"character":0}})") ==
        "params.position.line: expected an unsigned integer");
  CHECK(refusal("hover", R"({"textDocument":{"uri":"u"},"position":{"line":1.5,"character":0}})") ==
        "params.position.line: expected an unsigned integer");
  CHECK(refusal("hover", R"({"textDocument":{"uri":"u"},"position":{"line":2147483648,"character":0}})") ==
        "params.position.line: expected an unsigned integer");
  CHECK(refusal("hover", R"({"textDocument":{"uri":5},"position":{"line":1,"character":0}})") ==
        "params.textDocument.uri: expected a string");
  CHECK(refusal("hover", R"({"textDocument":{"uri":"u"}})") == "params.position: missing");
  CHECK(refusal("hover", "5") == "params: expected an object");
  CHECK(refusal("hover", "[1]") == "params: expected an object");
  CHECK(
      refusal("actions",
              R"({"textDocument":{"uri":"u"},"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":0}},
                    "context":{"diagnostics":[{"message":"m","range":
                    {"start":{"line":0,"character":0},"end":{"line":0,"character":"x"}}}]}})") ==
      "params.context.diagnostics[0].range.end.character: expected an unsigned integer");
  client.sent.clear();
  client.give(with_id("1", "hover"));
  CHECK(client.error_text() == "params: expected an object");
}

TEST_CASE("notifications can't be answered, so a complaint is made") {
  Client client;
  client.router.notification("set", [](lsp::Position) {});
  client.router.notification("throws", [] { throw std::runtime_error("secret"); });
  client.give(R"({"jsonrpc":"2.0","method":"set","params":{"line":true}})");
  client.give(R"({"jsonrpc":"2.0","method":"throws"})");
  client.give(R"({"jsonrpc":"2.0","method":"unknown"})");
  CHECK(client.sent.empty());
  CHECK(client.complaints == std::vector<std::string>{"set: params.line: expected an unsigned integer",
                                                      "throws: The server failed to handle this notification."});
}

TEST_CASE("unknown requests are answered, unknown responses are not") {
  Client client;
  client.give(with_id("1", "nope"));
  CHECK(client.error() == -32601);
  client.give(R"({"jsonrpc":"2.0","id":99,"result":1})");
  client.give(R"({"jsonrpc":"2.0","id":"x","error":{"code":1,"message":"m"}})");
  client.give(R"({"jsonrpc":"2.0","id":null,"error":{"code":1,"message":"m"}})");
  CHECK(client.sent.size() == 1);
}

TEST_CASE("what is no message is answered with a null id") {
  Client client;
  client.give("{");
  CHECK(client.error() == -32700);
  CHECK(client.only().at("id").is_null());
  client.sent.clear();
  client.give("[]");
  CHECK(client.error() == -32600);
  client.sent.clear();
  client.router.dispatch(refused(framing::Fault{framing::FaultKind::too_large, false, "The message is too large."}));
  CHECK(client.error() == -32600);
}

TEST_CASE("exceptions become errors without their text") {
  Client client;
  client.router.request("known", []() -> int { throw ResponseError(ErrorCode::ContentModified, "It changed."); });
  client.router.request("unknown", []() -> int { throw std::runtime_error("secret"); });
  client.router.request("later-known", [](Reply<int>) { throw ResponseError(ErrorCode::RequestFailed, "No."); });
  client.router.request("later-unknown", [](Reply<int>) { throw 5; });
  client.router.request("answered-first", [](Reply<int> reply) {
    reply(1);
    throw std::runtime_error("secret");
  });
  client.give(with_id("1", "known"));
  client.give(with_id("2", "unknown"));
  client.give(with_id("3", "later-known"));
  client.give(with_id("4", "later-unknown"));
  client.give(with_id("5", "answered-first"));
  REQUIRE(client.sent.size() == 5);
  CHECK(client.sent[0].at("error").dump() == R"({"code":-32801,"message":"It changed."})");
  CHECK(client.sent[1].at("error").dump() ==
        R"({"code":-32603,"message":"The server failed to handle this request."})");
  CHECK(client.sent[2].at("error").at("code") == -32803);
  CHECK(client.sent[3].at("error").at("code") == -32603);
  CHECK(client.sent[4].at("result") == 1);
  CHECK(client.router.open_requests() == 0);
}

TEST_CASE("a reply that is dropped answers, once") {
  Client client;
  std::unique_ptr<Reply<int>> kept;
  client.router.request("keep", [&](Reply<int> reply) { kept = std::make_unique<Reply<int>>(reply); });
  client.router.request("drop", [](Reply<int>) {});
  client.give(with_id("1", "drop"));
  CHECK(client.error() == -32603);
  client.sent.clear();
  client.give(with_id("2", "keep"));
  CHECK(client.sent.empty());
  CHECK(client.router.open_requests() == 1);
  Reply<int> copy = *kept;
  kept.reset();
  CHECK(client.sent.empty());
  CHECK(copy.wanted());
  copy(5);
  CHECK_FALSE(copy.wanted());
  CHECK(client.only().at("result") == 5);
  CHECK(client.router.open_requests() == 0);
}

TEST_CASE("a reply may outlive the router") {
  std::unique_ptr<Reply<int>> kept;
  {
    Client client;
    client.router.request("keep", [&](Reply<int> reply) { kept = std::make_unique<Reply<int>>(reply); });
    client.give(with_id("1", "keep"));
  }
  CHECK_FALSE(kept->wanted());
  (*kept)(1);
  kept.reset();
}

TEST_CASE("an id that is still open can't be used again") {
  Client client;
  std::unique_ptr<Reply<int>> kept;
  client.router.request("keep", [&](Reply<int> reply) { kept = std::make_unique<Reply<int>>(reply); });
  client.give(with_id("\"a\"", "keep"));
  client.give(with_id("\"a\"", "keep"));
  CHECK(client.error() == -32600);
  (*kept)(1);
  CHECK(client.sent.size() == 2);
  client.give(with_id("\"a\"", "keep"));
  (*kept)(2);
  CHECK(client.sent.size() == 3);
}

TEST_CASE("cancellation is seen before the request it means is handled") {
  Client client;
  int handled = 0;
  client.router.request("count", [&] { return ++handled; });
  client.give_all({with_id("1", "count"), with_id("\"2\"", "count"), cancel("1"), cancel("7"), cancel("\"1\"")});
  REQUIRE(client.sent.size() == 2);
  CHECK(client.sent[0].at("id") == 1);
  CHECK(client.sent[0].at("error").at("code") == -32800);
  CHECK(client.sent[1].at("result") == 1);
  CHECK(handled == 1);
  // A cancellation of what is yet to come means an older request of that id.
  client.sent.clear();
  client.give_all({cancel("3"), with_id("3", "count")});
  CHECK(client.only().at("result") == 2);
  client.sent.clear();
  client.give_all({R"({"jsonrpc":"2.0","method":"$/cancelRequest"})",
                   R"({"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":[]}})"});
  CHECK(client.sent.empty());
}

TEST_CASE("an open request ends when it is cancelled, and only once") {
  Client client;
  std::unique_ptr<Reply<int>> kept;
  client.router.request("keep", [&](Reply<int> reply) { kept = std::make_unique<Reply<int>>(reply); });
  client.give(with_id("1", "keep"));
  client.give_all({cancel("1")});
  CHECK(client.error() == -32800);
  CHECK_FALSE(kept->wanted());
  (*kept)(1);
  kept.reset();
  client.give_all({cancel("1")});
  CHECK(client.sent.size() == 1);
}

TEST_CASE("the gate refuses requests and drops notifications") {
  Client client;
  int seen = 0;
  client.router.request("r", [&] { return ++seen; });
  client.router.notification("n", [&] { ++seen; });
  client.router.set_gate([](const Message&) {
    return std::optional(ResponseError(ErrorCode::ServerNotInitialized, "Initialize first."));
  });
  client.give(with_id("1", "r"));
  client.give(R"({"jsonrpc":"2.0","method":"n"})");
  CHECK(client.error() == -32002);
  CHECK(seen == 0);
}

TEST_CASE("requests of our own get their answer, an error, or a refusal of a wrong type") {
  Client client;
  std::vector<std::string> ended;
  const auto done = [&](Outcome<std::vector<Any>> outcome) {
    ended.push_back(outcome.value ? std::to_string(outcome.value->size()) : outcome.error->message());
  };
  lsp::ConfigurationParams params{{{std::nullopt, "afterword"}}};
  client.router.call("workspace/configuration", params, done);
  client.router.call("workspace/configuration", params, done);
  client.router.call("workspace/diagnostic/refresh", nullptr,
                     [&](Outcome<Any> outcome) { ended.push_back(outcome.value ? outcome.value->text() : "error"); });
  client.router.call("workspace/configuration", params, done);
  REQUIRE(client.sent.size() == 4);
  CHECK(client.sent[0].at("method") == "workspace/configuration");
  CHECK(client.sent[0].at("params").dump() == R"({"items":[{"section":"afterword"}]})");
  CHECK_FALSE(client.sent[2].contains("params"));
  const auto answer = [&](std::size_t i, const std::string& rest) {
    client.give(R"({"jsonrpc":"2.0","id":)" + client.sent[i].at("id").dump() + "," + rest + "}");
  };
  answer(1, R"("result":[null,{}])");
  answer(0, R"("error":{"code":-32603,"message":"busy"})");
  answer(2, R"("result":null)");
  answer(3, R"("result":7)");
  answer(3, R"("result":[])");
  CHECK(ended == std::vector<std::string>{"2", "busy", "null", "result: expected an array"});
  CHECK(client.router.open_calls() == 0);
}
