#include "protocol/jsonrpc/utf8.h"

#include <cstring>

namespace afterword::utf8 {

std::size_t ascii_run(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  while (at + 8 <= text.size()) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data() + at, 8);
    if (eight & 0x8080808080808080u) break;
    at += 8;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at - begin;
}

bool is_valid(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    at += ascii_run(text, at);
    if (at == text.size()) break;
    const Step here = step(text, at);
    if (!here.valid) return false;
    at += here.size;
  }
  return true;
}

}  // namespace afterword::utf8
