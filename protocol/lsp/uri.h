// A document's URI: kept as the client spelled it, compared by a normal form, since clients differ in what they
// percent-encode and in the case of drive letters. A value; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace afterword::lsp {

enum class PathStyle : std::uint8_t { posix, windows };
#ifdef _WIN32
inline constexpr PathStyle native_paths = PathStyle::windows;
#else
inline constexpr PathStyle native_paths = PathStyle::posix;
#endif

class Uri {
 public:
  Uri() = default;
  /// Any text is taken; one without a scheme is just not a file.
  explicit Uri(std::string spelling);
  /// The file URI of an absolute path, encoded as VS Code does it (everything but unreserved characters and '/').
  static Uri of_path(std::string_view path, PathStyle style = native_paths);

  /// As the client wrote it, to be echoed.
  const std::string& text() const { return spelling_; }
  /// The normal form: equal for all spellings of one document. Usable as a key.
  const std::string& key() const { return key_; }
  /// In lower case, "file", "untitled"; empty where there is none.
  std::string_view scheme() const { return std::string_view(key_).substr(0, scheme_size_); }

  /// The absolute path of a file URI in UTF-8. Nothing for other schemes, for a path with a NUL or one that is not
  /// absolute, and with posix paths for another host than this one.
  std::optional<std::string> path(PathStyle style = native_paths) const;

  friend bool operator==(const Uri& a, const Uri& b) { return a.key_ == b.key_; }

 private:
  std::string spelling_;
  std::string key_;
  std::size_t scheme_size_ = 0;
};

}  // namespace afterword::lsp

template <>
struct std::hash<afterword::lsp::Uri> {
  std::size_t operator()(const afterword::lsp::Uri& uri) const noexcept { return std::hash<std::string>()(uri.key()); }
};
