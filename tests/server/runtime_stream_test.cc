#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "protocol/framing/frame_writer.h"
#include "server/runtime/sockets.h"
#include "server/runtime/stream.h"

using namespace afterword;
using namespace afterword::runtime;
using namespace std::chrono_literals;

namespace {

struct Pipe {
  Pipe() { REQUIRE(::pipe(ends) == 0); }
  ~Pipe() {
    close_read();
    close_write();
  }
  void close_read() { close_end(0); }
  void close_write() { close_end(1); }
  void put(const std::string& bytes) const {
    REQUIRE(::write(ends[1], bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
  }
  std::string take(std::size_t size) const {
    std::string got;
    char buffer[65536];
    while (got.size() < size) {
      const ssize_t some = ::read(ends[0], buffer, std::min(sizeof buffer, size - got.size()));
      if (some <= 0) break;
      got.append(buffer, static_cast<std::size_t>(some));
    }
    return got;
  }
  int read_end() const { return ends[0]; }
  int write_end() const { return ends[1]; }

 private:
  void close_end(int which) {
    if (ends[which] >= 0) ::close(ends[which]);
    ends[which] = -1;
  }
  int ends[2];
};

// A stream with a record of what came out of it.
struct Session {
  explicit Session(int input, int output, std::size_t backlog = max_backlog)
      : stream(std::make_unique<Stream>(loop, input, output, Stream::Ownership::borrow, backlog)),
        limit(loop.after(20s, [this] { loop.stop(); })) {}

  void start() {
    stream->start({[this](std::vector<Input> batch) {
                     batches.push_back(batch.size());
                     for (Input& input : batch) {
                       if (auto* frame = std::get_if<framing::Frame>(&input))
                         bodies.push_back(std::move(frame->body));
                       else
                         faults.push_back(std::get<framing::Fault>(input).kind);
                     }
                     if (on_batch) on_batch();
                   },
                   [this](End why) {
                     end = why;
                     loop.stop();
                   }});
  }
  void run() {
    start();
    loop.run();
  }

  Loop loop;
  std::unique_ptr<Stream> stream;
  Token limit;
  std::vector<std::size_t> batches;
  std::vector<std::string> bodies;
  std::vector<framing::FaultKind> faults;
  std::optional<End> end;
  std::function<void()> on_batch;
};

}  // namespace

TEST_CASE("all input that is there comes in one batch") {
  Pipe in;
  Pipe out;
  in.put(framing::frame("a") + framing::frame("b") + "Content-Length: 2\r\n");
  Session session(in.read_end(), out.write_end());
  session.on_batch = [&] {
    if (session.bodies.size() == 2) in.put("\r\ncd" + framing::frame("e"));
    if (session.bodies.size() == 4) in.close_write();
  };
  session.run();
  CHECK(session.bodies == std::vector<std::string>{"a", "b", "cd", "e"});
  CHECK(session.batches == std::vector<std::size_t>{2, 2});
  CHECK(session.end == End::input_ended);
}

TEST_CASE("more than one read's worth is still one batch") {
  int pair[2];
  REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM, 0, pair) == 0);
  Pipe out;
  std::string bytes;
  for (int i = 0; i < 10; ++i) bytes += framing::frame(std::string(15000, 'x'));
  REQUIRE(::write(pair[1], bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
  ::close(pair[1]);
  Session session(pair[0], out.write_end());
  session.run();
  CHECK(session.batches == std::vector<std::size_t>{10});
  ::close(pair[0]);
}

TEST_CASE("a fatal fault ends the connection after what came before it") {
  Pipe in;
  Pipe out;
  in.put(framing::frame("a") + "Host: x\r\n\r\n" + framing::frame("b"));
  Session session(in.read_end(), out.write_end());
  session.run();
  CHECK(session.bodies == std::vector<std::string>{"a"});
  CHECK(session.faults == std::vector<framing::FaultKind>{framing::FaultKind::foreign_header});
  CHECK(session.end == End::bad_stream);
}

TEST_CASE("a file is read to its end") {
  std::FILE* const file = std::tmpfile();
  REQUIRE(file);
  std::string bytes;
  for (int i = 0; i < 5; ++i) bytes += framing::frame(std::string(50000, static_cast<char>('a' + i)));
  std::fwrite(bytes.data(), 1, bytes.size(), file);
  std::rewind(file);
  Pipe out;
  Session session(::fileno(file), out.write_end());
  session.run();
  REQUIRE(session.bodies.size() == 5);
  CHECK(session.bodies.back() == std::string(50000, 'e'));
  CHECK(session.end == End::input_ended);
  std::fclose(file);
  const int null = ::open("/dev/null", O_RDONLY);
  Session nothing(null, out.write_end());
  nothing.run();
  CHECK(nothing.end == End::input_ended);
  ::close(null);
}

TEST_CASE("what a slow client does not take at once arrives later, in order") {
  Pipe in;
  Pipe out;
  std::string wanted;
  std::string got;
  Session session(in.read_end(), out.write_end());
  for (int i = 0; i < 200; ++i) {
    const std::string frame = framing::frame(std::string(10000, static_cast<char>('a' + i % 26)));
    wanted += frame;
    session.stream->send(frame);
  }
  CHECK(session.stream->queued() > 0);
  std::thread client([&] {
    got = out.take(wanted.size());
    in.close_write();
  });
  session.run();
  client.join();
  CHECK(got == wanted);
  CHECK(session.stream->queued() == 0);
}

TEST_CASE("a client that never reads is given up at the bound") {
  Pipe in;
  Pipe out;
  Session session(in.read_end(), out.write_end(), 1u << 20);
  std::size_t most = 0;
  for (int i = 0; i < 40; ++i) {
    session.stream->send(std::string(100000, 'x'));
    most = std::max(most, session.stream->queued());
  }
  session.run();
  CHECK(session.end == End::client_stuck);
  CHECK(most <= (1u << 20));
}

TEST_CASE("a client that vanished is an end, not a signal") {
  Pipe in;
  Pipe out;
  out.close_read();
  Session session(in.read_end(), out.write_end());
  session.stream->send(framing::frame("{}"));
  session.stream->send(framing::frame("{}"));
  session.run();
  CHECK(session.end == End::client_gone);
}

TEST_CASE("a stream may be destroyed from its own handlers") {
  Pipe in;
  Pipe out;
  in.put(framing::frame("a"));
  Session session(in.read_end(), out.write_end());
  session.on_batch = [&] {
    session.stream->send(framing::frame("bye"));
    session.stream.reset();
    session.loop.stop();
  };
  session.run();
  CHECK(out.take(23) == framing::frame("bye").substr(0, 23));
  CHECK_FALSE(session.end);

  std::FILE* const file = std::tmpfile();
  REQUIRE(file);
  std::fputs(framing::frame("a").c_str(), file);
  std::rewind(file);
  Session other(::fileno(file), out.write_end());
  other.on_batch = [&] {
    other.stream.reset();
    other.loop.post([&] { other.loop.stop(); });
  };
  other.run();
  std::fclose(file);
}

TEST_CASE("what is queued still leaves when the stream ends") {
  Pipe in;
  Pipe out;
  std::string got;
  const std::string large = framing::frame(std::string(300000, 'x'));
  Session session(in.read_end(), out.write_end());
  session.stream->send(large);
  std::thread client([&] { got = out.take(large.size()); });
  session.stream.reset();
  client.join();
  CHECK(got == large);
}

TEST_CASE("descriptors' flags are put back: in the end, at exit, at a signal") {
  Pipe in;
  Pipe out;
  const auto nonblocking = [&] { return (::fcntl(out.write_end(), F_GETFL) & O_NONBLOCK) != 0; };
  {
    Session session(in.read_end(), out.write_end());
    CHECK(nonblocking());
  }
  CHECK_FALSE(nonblocking());
  for (const int signal : {0, SIGTERM, SIGINT, SIGHUP}) {
    CAPTURE(signal);
    std::cout.flush();
    const pid_t child = ::fork();
    if (child == 0) {
      ::signal(signal, SIG_DFL);  // doctest has a handler of its own
      Session session(in.read_end(), out.write_end());
      if (!nonblocking()) ::_exit(9);
      if (signal == 0) std::exit(3);
      ::raise(signal);
      ::_exit(8);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK_FALSE(nonblocking());
    if (signal == 0) {
      CHECK(WIFEXITED(status));
    } else {
      CHECK(WIFSIGNALED(status));
      CHECK(WTERMSIG(status) == signal);
    }
  }
}

TEST_CASE("clients come by a port of this machine, by a named socket, and to a listener") {
  Loop loop;
  std::vector<std::unique_ptr<Stream>> streams;
  std::vector<std::string> bodies;
  const auto take = [&](std::unique_ptr<Stream> stream) {
    Stream& here = *stream;
    streams.push_back(std::move(stream));
    here.start({[&bodies, &here, &loop](std::vector<Input> batch) {
                  bodies.push_back(std::get<framing::Frame>(batch.at(0)).body);
                  if (bodies.back() == "ping") here.send(framing::frame("pong"));
                  if (bodies.size() == 4) loop.stop();
                },
                [](End) {}});
  };
  Listener listener(loop, "127.0.0.1:0", false, take);
  const Token limit = loop.after(10s, [&] { loop.stop(); });
  for (int i = 0; i < 2; ++i) {
    take(connect_port(loop, listener.port()));
    streams.back()->send(framing::frame("ping"));
  }
  loop.run();
  CHECK(std::count(bodies.begin(), bodies.end(), "ping") == 2);
  CHECK(std::count(bodies.begin(), bodies.end(), "pong") == 2);

  char folder[] = "/tmp/afterword-test-XXXXXX";
  REQUIRE(::mkdtemp(folder));
  const std::string name = std::string(folder) + "/socket";
  CHECK_THROWS_AS(connect_pipe(loop, name), std::runtime_error);
  CHECK_THROWS_AS(connect_pipe(loop, std::string(200, 'x')), std::runtime_error);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::copy(name.begin(), name.end(), address.sun_path);
  const int server = ::socket(AF_UNIX, SOCK_STREAM, 0);
  REQUIRE(::bind(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  REQUIRE(::listen(server, 1) == 0);
  const std::unique_ptr<Stream> stream = connect_pipe(loop, name);
  stream->send("hello");
  const int client = ::accept(server, nullptr, nullptr);
  char got[5];
  CHECK(::read(client, got, 5) == 5);
  CHECK(std::string(got, 5) == "hello");
  ::close(client);
  ::close(server);
  ::unlink(name.c_str());
  ::rmdir(folder);
}

TEST_CASE("only this machine is listened to unless asked for") {
  Loop loop;
  const auto refused = [&](const char* address) {
    try {
      const Listener listener(loop, address, false, [](std::unique_ptr<Stream>) {});
    } catch (const std::runtime_error&) {
      return true;
    }
    return false;
  };
  CHECK(refused("0.0.0.0:0"));
  CHECK(refused(":0"));
  CHECK(refused("9000"));
  CHECK(refused("127.0.0.1:x"));
  CHECK_FALSE(refused("localhost:0"));
  const Listener open(loop, "0.0.0.0:0", true, [](std::unique_ptr<Stream>) {});
  CHECK(open.port() != 0);
}
