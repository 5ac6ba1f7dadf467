#include "server/cli/lsp.h"

#include <unistd.h>

#include "rules/spelling/dictionaries.h"
#include "server/cli/installed_pages.h"
#include "server/features/features.h"
#include "server/runtime/loop.h"
#include "server/runtime/parent_watch.h"
#include "server/runtime/stream.h"
#include "server/session/session.h"

namespace afterword::cli {

namespace {

/// From the first byte to the last; the streams are let go of, with their flags as they were.
int converse(runtime::Loop& loop, const LspOptions& options) {
  auto transport = runtime::standard_streams(loop);
  int code = 1;
  std::vector<runtime::Token> watches;
  auto watch = [&](std::int64_t process) {
    watches.push_back(runtime::watch_process(loop, process, [&] { loop.stop(); }));
  };
  Environment environment;
  environment.now = local_now;
  environment.after = [&](std::chrono::milliseconds delay, std::function<void()> task) {
    return loop.after(delay, std::move(task));
  };
  environment.run_elsewhere = [&](std::function<void()> work, std::function<void()> done) {
    loop.run_elsewhere(std::move(work), std::move(done));
  };
  environment.read_dictionaries = [] {
    auto speller = spelling::open_dictionaries(spelling::dictionary_folders());
    spelling::warm_up(speller.get());
    return speller;
  };
  environment.watch_parent = watch;
  environment.exit = [&](int with) {
    code = with;
    loop.stop();
  };
  environment.state_folder = state_folder();
  environment.pages_folder = installed_pages();
  environment.version = options.version;
  Session session(std::move(environment), all_features(),
                  [&](std::string frame) { transport->send(std::move(frame)); });
  if (options.client_process) watch(*options.client_process);
  transport->start({.on_input = [&](std::vector<runtime::Input> batch) { session.receive(std::move(batch)); },
                    .on_end = [&](runtime::End) { session.input_ended(); }});
  loop.run();
  return code;
}

}  // namespace

int serve(const LspOptions& options) {
  runtime::Loop loop;
  const int code = converse(loop, options);
  // A dictionary that is half read is of use to nobody, and its reader can't be stopped on the way. To wait for it
  // would keep the client waiting; to go on to main's end beside it would pull away what it uses (statics are destroyed
  // there). So the process ends as it stands: nothing of ours is left to be written, and jobs only read.
  if (loop.is_working()) ::_exit(code);
  return code;
}

}  // namespace afterword::cli
