// O_NONBLOCK belongs to the open file, which other processes share: a shell whose terminal is left non-blocking is
// broken. So what is changed here is put back, also when the process is ended by exit() or by a signal. Main thread.
#pragma once

namespace afterword::runtime {

/// Makes the descriptor non-blocking and remembers its flags. Where it was so before, or can't be, nothing happens.
void set_nonblocking(int descriptor);
/// Puts back what set_nonblocking() changed.
void restore_flags(int descriptor);
/// A client that vanished is an error of write(), not a signal.
void ignore_broken_pipes();

}  // namespace afterword::runtime
