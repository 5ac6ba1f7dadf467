#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <future>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "server/runtime/loop.h"
#include "server/runtime/parent_watch.h"

using namespace afterword::runtime;
using namespace std::chrono_literals;

namespace {

// Ends a test that would hang, as a failure.
struct Limit {
  explicit Limit(Loop& loop)
      : token(loop.after(10s, [&loop, this] {
          hit = true;
          loop.stop();
        })) {}
  ~Limit() { CHECK_FALSE(hit); }
  bool hit = false;
  Token token;
};

}  // namespace

TEST_CASE("tasks run in order, on the loop's thread") {
  Loop loop;
  const Limit limit(loop);
  std::vector<int> seen;
  std::thread::id where;
  std::thread other([&] {
    for (int i = 0; i < 100; ++i) loop.post([&, i] { seen.push_back(i); });
    loop.post([&] {
      where = std::this_thread::get_id();
      loop.stop();
    });
  });
  loop.run();
  other.join();
  CHECK(seen.size() == 100);
  CHECK(std::is_sorted(seen.begin(), seen.end()));
  CHECK(where == std::this_thread::get_id());
}

TEST_CASE("a timer fires once and not early; a dropped token does not fire") {
  Loop loop;
  const Limit limit(loop);
  const auto begin = std::chrono::steady_clock::now();
  int fired = 0;
  Token kept = loop.after(30ms, [&] {
    ++fired;
    kept.reset();
  });
  Token dropped = loop.after(5ms, [&] { fired += 100; });
  dropped.reset();
  // Both have expired when the first runs, which drops the second.
  Token second;
  const Token first = loop.after(10ms, [&] {
    std::this_thread::sleep_for(10ms);
    second.reset();
  });
  second = loop.after(12ms, [&] { fired += 100; });
  const Token end = loop.after(60ms, [&] { loop.stop(); });
  loop.run();
  CHECK(fired == 1);
  CHECK(std::chrono::steady_clock::now() - begin >= 60ms);
}

TEST_CASE("work runs elsewhere, its end here, in order") {
  Loop loop;
  const Limit limit(loop);
  const auto here = std::this_thread::get_id();
  std::vector<int> order;
  std::thread::id elsewhere;
  std::thread::id destroyed;
  struct Note {
    std::thread::id* where;
    ~Note() { *where = std::this_thread::get_id(); }
  };
  auto note = std::make_shared<Note>(&destroyed);
  loop.run_elsewhere(
      [&, note] {
        elsewhere = std::this_thread::get_id();
        std::this_thread::sleep_for(20ms);
      },
      [&, note] { order.push_back(1); });
  note.reset();
  loop.run_elsewhere([] { throw std::runtime_error("lost"); },
                     [&] {
                       order.push_back(2);
                       CHECK(std::this_thread::get_id() == here);
                       loop.post([&] { loop.stop(); });
                     });
  loop.run();
  CHECK(order == std::vector<int>{1, 2});
  CHECK(elsewhere != here);
  CHECK(destroyed == here);
}

TEST_CASE("a loop knows whether a job is under way") {
  Loop loop;
  const Limit limit(loop);
  CHECK_FALSE(loop.is_working());
  std::promise<void> may_end;
  loop.run_elsewhere([may = std::make_shared<std::future<void>>(may_end.get_future())] { may->wait(); },
                     [&] { loop.stop(); });
  CHECK(loop.is_working());
  may_end.set_value();
  loop.run();
  for (int i = 0; i < 1000 && loop.is_working(); ++i) std::this_thread::sleep_for(1ms);
  CHECK_FALSE(loop.is_working());
}

TEST_CASE("a loop that ends drops the jobs that have not begun") {
  bool second = false;
  {
    Loop loop;
    std::promise<void> begun;
    loop.run_elsewhere(
        [&] {
          begun.set_value();
          std::this_thread::sleep_for(20ms);  // it is at work when the loop ends
        },
        [] {});
    begun.get_future().wait();
    loop.run_elsewhere([&] { second = true; }, [&] { second = true; });
  }
  CHECK_FALSE(second);
}

TEST_CASE("the death of a process is noticed") {
  Loop loop;
  const Limit limit(loop);
  const pid_t child = ::fork();
  if (child == 0) {
    ::usleep(100000);
    ::_exit(0);
  }
  bool gone = false;
  const auto begin = std::chrono::steady_clock::now();
  const Token watch = watch_process(loop, child, [&] {
    gone = true;
    loop.stop();
  });
  // A process that is over but not yet waited for has to count as gone, so it is not waited for here.
  loop.run();
  ::waitpid(child, nullptr, 0);
  CHECK(gone);
  CHECK(std::chrono::steady_clock::now() - begin >= 90ms);
  CHECK(std::chrono::steady_clock::now() - begin < 5s);

  Loop again;
  const Limit other(again);
  gone = false;
  const Token dead = watch_process(again, child, [&] {
    gone = true;
    again.stop();
  });
  again.run();
  CHECK(gone);
}

TEST_CASE("a living process and an id that is none are no news") {
  Loop loop;
  bool gone = false;
  const Token alive = watch_process(loop, ::getpid(), [&] { gone = true; });
  CHECK(alive);
  CHECK_FALSE(watch_process(loop, 0, [&] { gone = true; }));
  CHECK_FALSE(watch_process(loop, -5, [&] { gone = true; }));
  CHECK_FALSE(watch_process(loop, std::int64_t{1} << 40, [&] { gone = true; }));
  const Token end = loop.after(50ms, [&] { loop.stop(); });
  loop.run();
  CHECK_FALSE(gone);
}
