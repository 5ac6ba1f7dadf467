// One hash of bytes for all tables. Stored weights and remembered ignores are keyed by it, so it stays as it is.
#pragma once

#include <cstdint>
#include <string_view>

namespace afterword {

/// FNV-1a, 64 bits. Its lower bits are the poorer ones: a table that uses few of them mixes it once more.
constexpr std::uint64_t hash_of(std::string_view bytes) {
  std::uint64_t hash = 0xCBF29CE484222325u;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  return hash;
}

}  // namespace afterword
