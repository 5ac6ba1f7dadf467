#include "tests/server/test_client.h"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <algorithm>
#include <utility>

#include "protocol/framing/frame_reader.h"
#include "server/features/features.h"

namespace afterword::tests {

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder() {
  // Links resolved, so that the paths in expectations are those that the server sees.
  std::string path = (fs::canonical(fs::temp_directory_path()) / "afterword-test-XXXXXX").string();
  REQUIRE(::mkdtemp(path.data()) != nullptr);
  path_ = path;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void TemporaryFolder::write(const std::string& name, std::string_view text) const {
  const fs::path path = fs::path(path_) / name;
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

std::string TemporaryFolder::read(const std::string& name) const {
  std::ifstream file(path_ + "/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void TemporaryFolder::remove(const std::string& name) const { fs::remove(fs::path(path_) / name); }

Trace::Trace(std::string_view name) {
  const char* folder = std::getenv("AFTERWORD_TRACES");
  if (!folder || !*folder) return;
  fs::create_directories(folder);
  file_.open(fs::path(folder) / (std::string(name) + ".jsonl"));
}

void Trace::client(std::string_view message) {
  // A body that is no JSON has no place in a file of JSON lines.
  if (file_.is_open() && Json::accept(message)) file_ << R"({"from":"client","message":)" << message << "}\n";
}

void Trace::server(const Json& message) {
  if (file_.is_open()) file_ << R"({"from":"server","message":)" << message.dump() << "}\n";
}

TestClient::TestClient(LocalTime now, std::string state_folder, std::string pages_folder, Trace* trace)
    : now_(now), trace_(trace) {
  Environment environment;
  environment.now = [this] { return now_; };
  environment.after = [this](std::chrono::milliseconds delay, std::function<void()> task) {
    auto timer = std::make_shared<Timer>(Timer{elapsed_ + delay, std::move(task)});
    timers_.push_back(timer);
    return timer;
  };
  environment.run_elsewhere = [this](std::function<void()> work, std::function<void()> done) {
    work_.emplace_back(std::move(work), std::move(done));
  };
  environment.read_dictionaries = [this] { return dictionaries; };
  environment.watch_parent = [this](std::int64_t process) { watched_.push_back(process); };
  environment.exit = [this](int code) {
    CHECK_MESSAGE(!exit_code_, "a session ends once");
    exit_code_ = code;
  };
  environment.state_folder = std::move(state_folder);
  environment.pages_folder = std::move(pages_folder);
  environment.version = "0.0-test";
  session_ =
      std::make_unique<Session>(std::move(environment), all_features(), [this](std::string frame) { received(frame); });
}

void TestClient::finish_work() {
  while (!work_.empty()) {
    auto [work, done] = std::move(work_.front());
    work_.pop_front();
    work();
    done();
  }
}

void TestClient::deliver(std::vector<std::string> bodies) {
  std::vector<Session::Input> batch;
  for (std::string& body : bodies) {
    if (trace_) trace_->client(body);
    batch.emplace_back(framing::Frame{std::move(body)});
  }
  session_->receive(std::move(batch));
}

void TestClient::pass(std::chrono::milliseconds time) {
  const auto until = elapsed_ + time;
  for (;;) {
    std::erase_if(timers_, [](const std::weak_ptr<Timer>& timer) { return timer.expired(); });
    std::shared_ptr<Timer> next;
    for (const std::weak_ptr<Timer>& each : timers_)
      if (auto timer = each.lock(); timer && timer->due <= until && (!next || timer->due < next->due)) next = timer;
    if (!next) break;
    now_.seconds += (next->due - elapsed_).count() / 1000;
    elapsed_ = std::max(elapsed_, next->due);
    std::erase_if(timers_, [&](const std::weak_ptr<Timer>& timer) { return timer.lock() == next; });
    next->task();
  }
  now_.seconds += (until - elapsed_).count() / 1000;
  elapsed_ = until;
}

std::optional<Json> TestClient::take() {
  if (outbox_.empty()) return std::nullopt;
  Json message = std::move(outbox_.front());
  outbox_.pop_front();
  return message;
}

Json TestClient::answer(std::int64_t id) {
  Json found;
  while (auto message = take())
    if (message->contains("id") && (*message)["id"] == id && !message->contains("method")) {
      CHECK_MESSAGE(found.is_null(), "a second answer to one request");
      found = std::move(*message);
    }
  return found;
}

void TestClient::received(const std::string& frame) {
  framing::FrameReader reader;
  reader.feed(frame);
  const framing::Next next = reader.next();
  const auto* body = std::get_if<framing::Frame>(&next);
  REQUIRE_MESSAGE(body, "the server sent what is no frame");
  CHECK_MESSAGE(reader.at_boundary(), "bytes follow the frame");
  Json message = Json::parse(body->body, nullptr, false);
  REQUIRE_MESSAGE(!message.is_discarded(), body->body);
  CHECK(message.value("jsonrpc", "") == "2.0");
  if (trace_) trace_->server(message);
  outbox_.push_back(std::move(message));
}

}  // namespace afterword::tests
