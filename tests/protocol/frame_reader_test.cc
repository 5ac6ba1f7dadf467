#include "protocol/framing/frame_reader.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

#include "protocol/framing/frame_writer.h"

using namespace afterword::framing;

namespace {

struct Seen {
  std::vector<std::string> bodies;
  std::vector<FaultKind> faults;
  bool dead = false;
};

void drain(FrameReader& reader, Seen& seen) {
  for (;;) {
    Next next = reader.next();
    if (auto* frame = std::get_if<Frame>(&next)) {
      seen.bodies.push_back(std::move(frame->body));
    } else if (auto* fault = std::get_if<Fault>(&next)) {
      seen.faults.push_back(fault->kind);
      CHECK_FALSE(fault->message.empty());
      seen.dead = seen.dead || fault->fatal;
    } else {
      return;
    }
  }
}

Seen read(std::string_view input, std::size_t piece = std::string_view::npos, std::size_t largest = max_body) {
  FrameReader reader(largest);
  Seen seen;
  while (!input.empty()) {
    reader.feed(input.substr(0, piece));
    input.remove_prefix(std::min(piece, input.size()));
    drain(reader, seen);
  }
  return seen;
}

using Bodies = std::vector<std::string>;
using Faults = std::vector<FaultKind>;

}  // namespace

TEST_CASE("frames come out whole, however the bytes are cut") {
  const std::string input =
      "Content-Length: 2\r\n\r\n{}content-LENGTH:3  \r\nContent-Type: "
      "application/vscode-jsonrpc; charset=utf-8\r\n\r\nabc" +
      frame("") + "Content-Type: x; charset=\"UTF8\"\r\nContent-Length: 1\r\n\r\nz";
  for (std::size_t piece = 1; piece <= input.size(); ++piece) {
    const Seen seen = read(input, piece);
    CHECK(seen.bodies == Bodies{"{}", "abc", "", "z"});
    CHECK(seen.faults.empty());
  }
}

TEST_CASE("what the writer frames, the reader reads") {
  for (const std::size_t size : {0u, 1u, 9u, 10u, 99u, 100u, 12345u, 1234567u}) {
    const std::string body(size, 'x');
    const std::string framed = frame(body);
    CHECK(framed.starts_with("Content-Length: " + std::to_string(size) + "\r\n\r\n"));
    CHECK(read(framed).bodies == Bodies{body});
  }
}

TEST_CASE("a header field of another protocol ends the stream") {
  const Seen seen = read("POST / HTTP/1.1\r\nHost: localhost:9000\r\nContent-Length: 2\r\n\r\n{}" + frame("{}"));
  CHECK(seen.bodies.empty());
  CHECK(seen.dead);
  CHECK(read("Host: localhost\r\nContent-Length: 2\r\n\r\n{}").faults == Faults{FaultKind::foreign_header});
  CHECK(read("Content-Length: 2\r\nOrigin: x\r\n\r\n{}").faults == Faults{FaultKind::foreign_header});
  CHECK(read("Content-Length : 2\r\n\r\n{}").faults == Faults{FaultKind::foreign_header});
}

TEST_CASE("a malformed header is found at once, not waited out") {
  CHECK(read("Content-Length: 2\n\n{}").faults == Faults{FaultKind::malformed_header});
  CHECK(read("nonsense\r\n").faults == Faults{FaultKind::malformed_header});
  CHECK(read("\n").faults == Faults{FaultKind::malformed_header});
  CHECK(read(std::string(max_header + 1, 'a')).faults == Faults{FaultKind::header_too_long});
  std::string many;
  while (many.size() <= max_header) many += "Content-Type: text\r\n";
  CHECK(read(many, 7).faults == Faults{FaultKind::header_too_long});
}

TEST_CASE("a bad length is reported and the stream goes on where the next header follows") {
  for (const char* length : {"-1", "abc", "1x", "", "99999999999999999999999", "0x10", "+3", "1 2"}) {
    CAPTURE(length);
    const Seen seen = read("Content-Length: " + std::string(length) + "\r\n\r\n" + frame("{}"));
    CHECK(seen.faults == Faults{FaultKind::bad_length});
    CHECK(seen.bodies == Bodies{"{}"});
  }
  const Seen missing = read("Content-Type: text; charset=utf-8\r\n\r\n" + frame("{}"));
  CHECK(missing.faults == Faults{FaultKind::missing_length});
  CHECK(missing.bodies == Bodies{"{}"});
  // With a body behind it there is no telling where the next message starts.
  CHECK(read("Content-Length: abc\r\n\r\n{\"a\": 1}\r\n\r\n" + frame("{}")).dead);
}

TEST_CASE("two lengths must agree") {
  CHECK(read("Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}").bodies == Bodies{"{}"});
  CHECK(read("Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}").faults == Faults{FaultKind::unequal_lengths});
  CHECK(read("Content-Length: 2\r\nContent-Length: x\r\n\r\n{}").faults == Faults{FaultKind::unequal_lengths});
}

TEST_CASE("another charset is refused, its body skipped") {
  const Seen seen = read("Content-Type: a; charset=latin-1\r\nContent-Length: 5\r\n\r\nhello" + frame("{}"), 3);
  CHECK(seen.faults == Faults{FaultKind::bad_charset});
  CHECK(seen.bodies == Bodies{"{}"});
}

TEST_CASE("a body over the limit is skipped without being kept") {
  FrameReader reader;
  Seen seen;
  reader.feed("Content-Length: 70000000\r\n\r\n");
  const std::string piece(100000, 'x');
  std::size_t most = 0;
  for (int i = 0; i < 700; ++i) {
    reader.feed(piece);
    drain(reader, seen);
    most = std::max(most, reader.memory());
  }
  reader.feed(frame("{}"));
  drain(reader, seen);
  CHECK(seen.faults == Faults{FaultKind::too_large});
  CHECK(seen.bodies == Bodies{"{}"});
  CHECK(most < (1u << 20));
  CHECK(read(frame("12345678") + frame("1234567"), 1, 7).bodies == Bodies{"1234567"});
  CHECK(read("Content-Length: 18446744073709551615\r\n\r\nxx").faults == Faults{FaultKind::too_large});
}

TEST_CASE("a header alone takes no memory for the body it promises") {
  FrameReader reader;
  Seen seen;
  reader.feed("Content-Length: 60000000\r\n\r\n");
  drain(reader, seen);
  CHECK(reader.memory() < (2u << 20));
}

TEST_CASE("memory is given back after a large message") {
  FrameReader reader;
  Seen seen;
  reader.feed(frame(std::string(8u << 20, 'x')) + "Content-Le");
  drain(reader, seen);
  CHECK(seen.bodies.size() == 1);
  reader.feed("ngth: 2\r\n\r\n{}");
  drain(reader, seen);
  CHECK(seen.bodies.size() == 2);
  CHECK(reader.memory() < (256u << 10));
  CHECK(reader.at_boundary());
  reader.feed("Content");
  CHECK_FALSE(reader.at_boundary());
}

TEST_CASE("time grows with the bytes, not with their square") {
  const std::string large = frame(std::string(2u << 20, 'x'));
  std::string small;
  while (small.size() < (2u << 20)) small += frame("{}");
  const auto begin = std::chrono::steady_clock::now();
  CHECK(read(large, 1).bodies.size() == 1);
  CHECK(read(small, 1).bodies.size() == small.size() / 23);
  CHECK(read(small).bodies.size() == small.size() / 23);
  // 0.2 s in a release build; a rescan of the buffer for each byte would take hours.
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
}
