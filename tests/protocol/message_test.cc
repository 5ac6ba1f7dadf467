#include "protocol/jsonrpc/message.h"

#include <doctest/doctest.h>

#include <string>

#include "protocol/jsonrpc/decode.h"

using namespace afterword::jsonrpc;

namespace {

ErrorCode code_of(std::string body) {
  const Incoming incoming = parse_message(std::move(body));
  REQUIRE(std::holds_alternative<Refused>(incoming));
  return std::get<Refused>(incoming).code;
}

Message message_of(std::string body) {
  Incoming incoming = parse_message(std::move(body));
  REQUIRE(std::holds_alternative<Message>(incoming));
  return std::get<Message>(std::move(incoming));
}

std::string text_param(const std::string& json_string) {
  return message_of(R"({"jsonrpc":"2.0","method":"m","params":")" + json_string + "\"}").params.to<std::string>("p");
}

}  // namespace

TEST_CASE("requests, notifications and responses are told apart") {
  const Message request = message_of(R"({"jsonrpc":"2.0","id":7,"method":"m","params":{"a":1}})");
  CHECK(request.kind == MessageKind::request);
  CHECK(request.id == Id(std::int64_t{7}));
  CHECK(request.params.text() == R"({"a":1})");
  CHECK(message_of(R"({"jsonrpc":"2.0","id":"x","method":"m"})").id == Id(std::string("x")));
  const Message notification = message_of(R"({"jsonrpc":"2.0","method":"m"})");
  CHECK(notification.kind == MessageKind::notification);
  CHECK(notification.params.empty());
  const Message response = message_of(R"({"jsonrpc":"2.0","id":1,"result":null})");
  CHECK(response.kind == MessageKind::response);
  CHECK(response.params.is_null());
  const Message error = message_of(R"({"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"no"}})");
  REQUIRE(error.error);
  CHECK(error.error->code() == ErrorCode::MethodNotFound);
  CHECK(error.error->message() == "no");
}

TEST_CASE("what is no JSON is a parse error that does not quote the input") {
  for (const char* body : {"", "{", "secret", "{\"a\":}", "[1,]", "{} x", "nul", "\"\\x\"", "{\"a\":1e999}"}) {
    CAPTURE(body);
    const Incoming incoming = parse_message(body);
    REQUIRE(std::holds_alternative<Refused>(incoming));
    CHECK(std::get<Refused>(incoming).code == ErrorCode::ParseError);
    CHECK(std::get<Refused>(incoming).message == "The message is not valid JSON in UTF-8.");
  }
}

TEST_CASE("what is no message is an invalid request") {
  for (const char* body :
       {"[]", "[{\"jsonrpc\":\"2.0\",\"method\":\"m\"}]", "1", "null", "{}", R"({"jsonrpc":"1.0","method":"m"})",
        R"({"method":"m","id":1})", R"({"jsonrpc":"2.0","method":5})", R"({"jsonrpc":"2.0","id":1.5,"method":"m"})",
        R"({"jsonrpc":"2.0","id":null,"method":"m"})", R"({"jsonrpc":"2.0","id":{},"method":"m"})",
        R"({"jsonrpc":"2.0","id":18446744073709551615,"method":"m"})", R"({"jsonrpc":"2.0","id":1})"}) {
    CAPTURE(body);
    CHECK(code_of(body) == ErrorCode::InvalidRequest);
  }
  const Incoming known = parse_message(R"({"jsonrpc":"2.0","id":4,"method":[]})");
  CHECK(std::get<Refused>(known).id == Id(std::int64_t{4}));
}

TEST_CASE("depth is refused while parsing") {
  const auto nested = [](std::size_t depth) {
    return R"({"jsonrpc":"2.0","method":"m","params":)" + std::string(depth, '[') + std::string(depth, ']') + "}";
  };
  CHECK(message_of(nested(127)).kind == MessageKind::notification);
  CHECK(code_of(nested(128)) == ErrorCode::ParseError);
  // Never closed: only a parser that stops early can say that it is too deep.
  const Incoming open = parse_message(std::string(200000, '['));
  CHECK(std::get<Refused>(open).message == "The JSON nests deeper than 128 levels.");
  std::string objects;
  for (int i = 0; i < 200000; ++i) objects += "{\"a\":";
  CHECK(std::get<Refused>(parse_message(objects)).message == "The JSON nests deeper than 128 levels.");
}

TEST_CASE("invalid UTF-8 is a parse error") {
  for (const char* bytes : {"\xFF", "\xC3", "\xC0\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE2\x82"}) {
    CHECK(code_of(std::string(R"({"jsonrpc":"2.0","method":")") + bytes + "\"}") == ErrorCode::ParseError);
  }
  CHECK(text_param("\xF0\x9F\x98\x80") == "\xF0\x9F\x98\x80");
}

TEST_CASE("escaped lone surrogates are read as U+FFFD") {
  const std::string u = "\xEF\xBF\xBD";
  CHECK(text_param(R"(\ud800)") == u);
  CHECK(text_param(R"(a\uDC00b)") == "a" + u + "b");
  CHECK(text_param(R"(\ud83d\ude00)") == "\xF0\x9F\x98\x80");
  CHECK(text_param(R"(\ud83d\ud83d\ude00)") == u + "\xF0\x9F\x98\x80");
  CHECK(text_param(R"(\ude00\ud83d)") == u + u);
  CHECK(text_param(R"(\ud83dA)") == u + "A");
  CHECK(text_param(R"(\ud83d\n)") == u + "\n");
  // An escaped backslash before it: no escape at all.
  CHECK(text_param(R"(\\ud800)") == R"(\ud800)");
  CHECK(text_param(R"(\\\ud800)") == "\\" + u);
  CHECK(code_of(R"({"jsonrpc":"2.0","method":"\ud8)") == ErrorCode::ParseError);
  CHECK(code_of(R"({"jsonrpc":"2.0","method":"\ud83d\u)") == ErrorCode::ParseError);
}

TEST_CASE("an unknown shape can be looked through") {
  const Any any = message_of(R"({"jsonrpc":"2.0","method":"m","params":{"b":[1,"x"],"a":null}})").params;
  CHECK(any.member_names() == std::vector<std::string>{"a", "b"});
  CHECK(any.member("a").is_null());
  CHECK(any.member("c").empty());
  REQUIRE(any.member("b").elements().size() == 2);
  CHECK(*any.member("b").elements()[1].as_string() == "x");
  CHECK(any.member("b").elements()[0].to<std::int32_t>("x") == 1);
  // Reading it takes nothing away.
  CHECK(any.text() == R"({"a":null,"b":[1,"x"]})");
}
