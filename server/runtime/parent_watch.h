// Notices that the client's process died, so that no server is left behind. Belongs to the loop's thread.
#pragma once

#include <cstdint>

#include "server/runtime/loop.h"

namespace afterword::runtime {

/// Runs `gone` on the loop, once, within 3 s of the process's death: at once where the kernel tells (pidfd, Linux 5.3),
/// else by asking every 2 s. A process that is dead already counts. Null, and no watch, for an id that is none.
Token watch_process(Loop& loop, std::int64_t process, Task gone);

}  // namespace afterword::runtime
