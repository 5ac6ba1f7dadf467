#include "protocol/framing/frame_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace afterword::framing {
namespace {

// 20 bytes without the digits; header_room leaves 12 for those.
constexpr std::string_view header_format = "Content-Length: {}\r\n\r\n";

}  // namespace

std::string frame(std::string_view body) {
  std::string made = begin_frame();
  made.append(body);
  end_frame(made);
  return made;
}

std::string begin_frame() {
  std::string made;
  made.reserve(512);
  made.assign(header_room, ' ');
  return made;
}

void end_frame(std::string& frame) {
  char header[header_room];
  const auto written = fmt::format_to_n(header, header_room, header_format, frame.size() - header_room);
  const std::size_t size = std::min(written.size, header_room);
  // Cutting off the room left over moves the body by a few bytes: less work than a second buffer.
  frame.replace(0, header_room, header, size);
}

}  // namespace afterword::framing
