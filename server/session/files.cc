#include "server/session/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>

#include "rules/note/unicode.h"

namespace afterword {

namespace {

/// Closes on every way out.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }

 private:
  int fd_;
};

std::string why(int error) {
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      return "no such file";
    case EACCES:
    case EPERM:
      return "permission denied";
    case ELOOP:
      return "too many symbolic links";
    case EISDIR:
      return "is a folder";
    default:
      return fmt::format("can't be read ({})", std::strerror(error));
  }
}

/// False, with errno saying why, where not all of it could be written.
bool write_all(int fd, std::string_view text) {
  while (!text.empty()) {
    const ssize_t put = ::write(fd, text.data(), text.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

/// A file of a name that nobody has, beside another, until it takes that one's name.
class NewBeside {
 public:
  explicit NewBeside(const std::string& path)
      : path_(std::string(folder_of(path)) + "/.afterword-XXXXXX"), file_(::mkostemp(path_.data(), O_CLOEXEC)) {}
  ~NewBeside() {
    if (file_.get() >= 0 && !named_) ::unlink(path_.c_str());
  }
  /// Written, and on the disk, with the owner and the permissions of the other; 0, or the error.
  int write(std::string_view text, const struct stat& like) {
    if (file_.get() < 0 || !write_all(file_.get(), text)) return errno;
    if (::fchown(file_.get(), like.st_uid, like.st_gid) != 0) errno = 0;  // somebody else's: it becomes ours
    if (::fchmod(file_.get(), like.st_mode & 07777) != 0 || ::fsync(file_.get()) != 0) return errno;
    return 0;
  }
  int take_name(const std::string& path) {
    named_ = ::rename(path_.c_str(), path.c_str()) == 0;
    return named_ ? 0 : errno;
  }

 private:
  std::string path_;
  Descriptor file_;
  bool named_ = false;
};

std::string size_in_words(std::size_t bytes) {
  return bytes < (1u << 20) ? fmt::format("{} KiB", bytes >> 10) : fmt::format("{} MiB", bytes >> 20);
}

bool ends_with_folded(std::string_view text, std::string_view ending) {
  return text.size() >= ending.size() && equal_folded(text.substr(text.size() - ending.size()), ending);
}

}  // namespace

FileText read_text_file(const std::string& path, std::size_t most) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.get() < 0) return {{}, why(errno)};
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return {{}, why(errno)};
  if (S_ISDIR(status.st_mode)) return {{}, "is a folder"};
  if (!S_ISREG(status.st_mode)) return {{}, "is no regular file"};
  if (static_cast<std::uint64_t>(status.st_size) > most) return {{}, "is larger than " + size_in_words(most)};
  FileText read;
  read.text.resize(static_cast<std::size_t>(status.st_size));
  std::size_t have = 0;
  while (have < read.text.size()) {
    ssize_t got = ::read(file.get(), read.text.data() + have, read.text.size() - have);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return {{}, why(errno)};
    if (got == 0) break;
    have += static_cast<std::size_t>(got);
  }
  read.text.resize(have);
  read.fault = text_fault(read.text);
  if (!read.fault.empty()) read.text.clear();
  return read;
}

std::string text_fault(std::string_view bytes) {
  if (auto nul = bytes.find('\0'); nul != std::string_view::npos)
    return fmt::format("is no text: a NUL byte at byte {}", nul);
  if (is_utf8(bytes)) return {};
  std::size_t at = 0;
  while (at < bytes.size()) {
    auto [point, size] = code_point_at(bytes, at);
    if (point < 0) break;
    at += size;
  }
  return fmt::format("is not UTF-8: byte {} starts no character", at);
}

bool write_new_file(const std::string& path, std::string_view text) {
  const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  if (fd < 0) return false;
  const bool written = write_all(fd, text);
  ::close(fd);
  if (!written) ::unlink(path.c_str());
  return written;
}

std::string replace_file(const std::string& path, std::string_view before, std::string_view text) {
  const std::unique_ptr<char, decltype(&std::free)> target(::realpath(path.c_str(), nullptr), &std::free);
  if (!target) return why(errno);
  const std::string file = target.get();
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) return why(errno);
  constexpr mode_t somebody_may_write = 0222;
  if ((status.st_mode & somebody_may_write) == 0 || ::access(file.c_str(), W_OK) != 0) return "may not be written to";
  NewBeside fresh(file);
  const auto refused = [](int error) {
    return error == EACCES || error == EPERM ? std::string("its folder may not be written to")
                                             : fmt::format("can't be written ({})", std::strerror(error));
  };
  if (const int error = fresh.write(text, status)) return refused(error);
  const FileText now = read_text_file(file);
  if (!now.fault.empty()) return now.fault;
  if (now.text == text) return {};
  if (now.text != before) return "was changed meanwhile";
  if (const int error = fresh.take_name(file)) return refused(error);
  return {};
}

FileStamp stamp_of(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return {};
  return {status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_size, status.st_ino};
}

std::optional<Format> known_format_of_path(std::string_view path) {
  if (ends_with_folded(path, ".md") || ends_with_folded(path, ".markdown")) return Format::markdown;
  if (ends_with_folded(path, ".eml")) return Format::mail;
  if (ends_with_folded(path, ".txt") || ends_with_folded(path, ".text")) return Format::plaintext;
  return std::nullopt;
}

Format format_of_path(std::string_view path) { return known_format_of_path(path).value_or(Format::plaintext); }

std::optional<Format> format_of_language(std::string_view language_id) {
  if (language_id == "markdown") return Format::markdown;
  if (language_id == "plaintext" || language_id == "text") return Format::plaintext;
  if (language_id == "mail" || language_id == "eml") return Format::mail;
  return std::nullopt;
}

std::string_view folder_of(std::string_view path) {
  auto slash = path.rfind('/');
  if (slash == std::string_view::npos) return {};
  return path.substr(0, slash == 0 ? 1 : slash);
}

std::string_view name_of_path(std::string_view path) {
  auto slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

}  // namespace afterword
