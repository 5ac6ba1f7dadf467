// The server as a process of its own: how it starts and ends, and what it does with bytes that are no messages.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include "tests/server/child_process.h"

using namespace afterword::tests;
using namespace std::chrono_literals;
using Json = nlohmann::json;

namespace {

Json ask(const Json& id, const std::string& method = "textDocument/unheard") {
  return {{"jsonrpc", "2.0"}, {"id", id}, {"method", method}};
}

/// The session goes on: a request is answered.
void check_alive(ServerProcess& server, const Json& id = "alive") {
  server.send(ask(id));
  const Json answer = server.answer(id);
  REQUIRE(answer.is_object());
  CHECK(answer["error"]["code"] == -32601);
}

/// The next message is an error of that code, to a request that could not be read.
void check_refused(ServerProcess& server, int code) {
  const Json message = server.next();
  REQUIRE(message.is_object());
  CHECK(message["id"].is_null());
  CHECK(message["error"]["code"] == code);
}

void check_leaves(ServerProcess& server) {
  const Ended ended = server.leave();
  CHECK(ended.in_time);
  CHECK(ended.signal == 0);
  CHECK(ended.code == 0);
}

/// Ended by itself, in an orderly way, with 1: no shutdown came before.
void check_gave_up(ServerProcess& server) {
  const Ended ended = server.child().wait(5s);
  CHECK(ended.in_time);
  CHECK(ended.signal == 0);
  CHECK(ended.code == 1);
}

std::string header(std::size_t length) { return "Content-Length: " + std::to_string(length) + "\r\n\r\n"; }

}  // namespace

TEST_CASE("process: 0 after shutdown and exit, 1 without shutdown") {
  ServerProcess orderly({"--stdio"});
  orderly.start();
  check_leaves(orderly);

  ServerProcess hasty;
  hasty.start();
  hasty.send({{"method", "exit"}});
  check_gave_up(hasty);

  ServerProcess early;
  early.send({{"method", "exit"}});
  check_gave_up(early);
}

TEST_CASE("process: it leaves in good order while a dictionary is being read") {
  std::string folder = std::filesystem::temp_directory_path() / "afterword-large-XXXXXX";
  REQUIRE(::mkdtemp(folder.data()));
  std::ofstream(folder + "/en_US.aff") << "SET UTF-8\n";
  std::string words = "400000\n";
  for (int i = 0; i < 400000; ++i) words += "word" + std::to_string(i) + "\n";
  std::ofstream(folder + "/en_US.dic") << words;
  for (int i = 0; i < 3; ++i) {
    ServerProcess server({}, {{"DICPATH", folder}});
    server.start();
    server.send({{"jsonrpc", "2.0"},
                 {"method", "textDocument/didOpen"},
                 {"params",
                  {{"textDocument",
                    {{"uri", "file:///a.note.md"},
                     {"languageId", "markdown"},
                     {"version", 1},
                     {"text", "Dear Dana,\n\nThank you for the tour of the press.\n"}}}}}});
    REQUIRE(server.next()["method"] == "textDocument/publishDiagnostics");
    check_leaves(server);
  }
  std::filesystem::remove_all(folder);
}

TEST_CASE("process: the end of input ends it") {
  ServerProcess abrupt;
  abrupt.start();
  abrupt.child().close_input();
  abrupt.child().drop_shared();
  check_gave_up(abrupt);

  ServerProcess polite;
  polite.start();
  polite.send(ask(1, "shutdown"));
  CHECK(polite.answer(1)["result"].is_null());
  polite.child().close_input();
  polite.child().drop_shared();
  CHECK(polite.child().wait(5s).code == 0);
}

TEST_CASE("process: it dies with the client that processId names") {
  const pid_t parent = ::fork();
  if (parent == 0) {
    ::pause();
    ::_exit(0);
  }
  REQUIRE(parent > 0);
  ServerProcess server;
  server.start({{"processId", parent}, {"capabilities", Json::object()}});
  check_alive(server);
  CHECK_FALSE(server.child().wait(200ms).in_time);  // as long as the parent lives
  ::kill(parent, SIGKILL);
  ::waitpid(parent, nullptr, 0);
  check_gave_up(server);
}

TEST_CASE("process: it dies with the client that --clientProcessId names") {
  const pid_t parent = ::fork();
  if (parent == 0) {
    ::pause();
    ::_exit(0);
  }
  REQUIRE(parent > 0);
  ServerProcess server({"--stdio", "--clientProcessId=" + std::to_string(parent)});
  server.start();
  ::kill(parent, SIGKILL);
  ::waitpid(parent, nullptr, 0);
  check_gave_up(server);
}

TEST_CASE("process: a client that is dead already") {
  const pid_t parent = ::fork();
  if (parent == 0) ::_exit(0);
  REQUIRE(parent > 0);
  ::waitpid(parent, nullptr, 0);
  ServerProcess server;
  server.send(
      {{"id", 0}, {"method", "initialize"}, {"params", {{"processId", parent}, {"capabilities", Json::object()}}}});
  check_gave_up(server);
}

TEST_CASE("process: --version and --help") {
  const Finished version = run({"--version"});
  CHECK(version.ended.code == 0);
  CHECK(version.out.starts_with("afterword "));
  CHECK(version.error.empty());
  const Finished help = run({"lsp", "--help"});
  CHECK(help.ended.code == 0);
  CHECK(help.out.find("--stdio") != std::string::npos);
}

TEST_CASE("process: what is no header ends it") {
  const char* const streams[] = {
      "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}",  // a web page
      "\x16\x03\x01\x02garbage without any line end\n",
      "Content-Length: 2\n\n{}",
      "{\"jsonrpc\":\"2.0\"}\r\n\r\n",
      "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
  };
  for (const char* stream : streams) {
    CAPTURE(stream);
    ServerProcess server;
    server.start();
    server.send_raw(stream);
    server.child().drop_shared();
    check_refused(server, -32700);
    CHECK(server.next().is_null());
    check_gave_up(server);
  }
  ServerProcess endless;
  endless.start();
  endless.send_raw("Content-Type: " + std::string(9000, 'x'));
  check_refused(endless, -32700);
  check_gave_up(endless);
}

TEST_CASE("process: an input that ends within a header or a body") {
  for (const char* cut : {"Content-Len", "Content-Length: 40\r\n", "Content-Length: 40\r\n\r\n{\"jsonrpc\""}) {
    CAPTURE(cut);
    ServerProcess server;
    server.start();
    server.send_raw(cut);
    server.child().close_input();
    server.child().drop_shared();
    check_gave_up(server);
  }
}

TEST_CASE("process: a body that is no JSON") {
  ServerProcess server;
  server.start();
  for (const std::string& body : {std::string("{"), std::string(), std::string("nul"), std::string("{\"a\":\"\xC3\"}"),
                                  std::string("{\"jsonrpc\":\"2.0\"\0}", 18)}) {
    server.send_raw(header(body.size()) + body);
    check_refused(server, -32700);
  }
  check_alive(server);
  check_leaves(server);
}

TEST_CASE("process: brackets without end") {
  ServerProcess server;
  server.start();
  const std::string body = R"({"jsonrpc":"2.0","id":1,"method":"x","params":)" + std::string(200'000, '[');
  server.send_raw(header(body.size()) + body);
  check_refused(server, -32700);
  const std::string closed = std::string(100'000, '[') + std::string(100'000, ']');
  server.send_raw(header(closed.size()) + closed);
  check_refused(server, -32700);
  check_alive(server);
  check_leaves(server);
}

TEST_CASE("process: a message over the limit is passed over") {
  ServerProcess server;
  server.start();
  const std::size_t size = 65u << 20;
  REQUIRE(server.send_raw(header(size)));
  const std::string part(1u << 20, '{');
  for (std::size_t sent = 0; sent < size; sent += part.size()) REQUIRE(server.send_raw(part));
  check_refused(server, -32600);
  check_alive(server);
  check_leaves(server);
}

TEST_CASE("process: a wrong Content-Length") {
  ServerProcess no_number;
  no_number.start();
  no_number.send_raw("Content-Length: many\r\n\r\n");
  check_refused(no_number, -32700);
  check_alive(no_number);

  // None at all: the body is taken to be empty, so another message may follow.
  ServerProcess none;
  none.start();
  none.send_raw("Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n");
  check_refused(none, -32700);
  check_alive(none);
  check_leaves(none);

  // Too short: the rest of the body stands where a header should.
  ServerProcess short_by_one;
  short_by_one.start();
  const std::string body = ask(1).dump();
  short_by_one.send_raw(header(body.size() - 1) + body + framed(ask(2)));
  check_refused(short_by_one, -32700);
  check_gave_up(short_by_one);
}

TEST_CASE("process: a charset that is not ours") {
  ServerProcess server;
  server.start();
  const std::string body = ask(1).dump();
  server.send_raw("Content-Length: " + std::to_string(body.size()) +
                  "\r\nContent-Type: application/json; charset=latin-1\r\n\r\n" + body);
  check_refused(server, -32700);
  check_alive(server);
}

TEST_CASE("process: bytes one by one, requests in one write") {
  ServerProcess server;
  for (const char byte : framed({{"jsonrpc", "2.0"},
                                 {"id", 0},
                                 {"method", "initialize"},
                                 {"params", {{"processId", nullptr}, {"capabilities", Json::object()}}}})) {
    REQUIRE(server.send_raw(std::string_view(&byte, 1)));
    std::this_thread::sleep_for(100us);
  }
  CHECK(server.answer(0).contains("result"));
  std::string bytes;
  for (int id = 1; id <= 50; ++id) bytes += framed(ask(id));
  server.send_raw(bytes);
  for (int id = 1; id <= 50; ++id) CHECK(server.next()["id"] == id);
  check_leaves(server);
}

TEST_CASE("process: a client that vanished") {
  ServerProcess server;
  server.start();
  server.child().close_output();
  server.child().drop_shared();
  for (int id = 1; id <= 3; ++id) server.send(ask(id));
  check_gave_up(server);
}

TEST_CASE("process: a client that reads nothing for a while loses nothing") {
  ServerProcess server;
  server.start();
  const int count = 5000;  // answers beyond what the pipe holds
  std::string bytes;
  for (int id = 1; id <= count; ++id) bytes += framed(ask(id));
  REQUIRE(server.send_raw(bytes));
  std::this_thread::sleep_for(200ms);
  int id = 1;
  while (id <= count && server.next()["id"] == id) ++id;
  CHECK(id == count + 1);
  check_leaves(server);
}

TEST_CASE("process: the flags of its descriptors are as they were") {
  for (const bool by_signal : {false, true}) {
    CAPTURE(by_signal);
    ServerProcess server;
    server.start();
    CHECK((::fcntl(server.child().shared(1), F_GETFL) & O_NONBLOCK) != 0);  // else there is nothing to restore
    if (by_signal) {
      server.child().kill(SIGTERM);
      CHECK(server.child().wait(5s).signal == SIGTERM);
    } else {
      check_leaves(server);
    }
    CHECK((::fcntl(server.child().shared(0), F_GETFL) & O_NONBLOCK) == 0);  // as a new pipe has them
    CHECK((::fcntl(server.child().shared(1), F_GETFL) & O_NONBLOCK) == 0);
  }
}
