// Message bodies to bytes for a client: one string, header and body. Pure functions, any thread.
#pragma once

#include <string>
#include <string_view>

namespace afterword::framing {

/// A header and `body`, in one string.
std::string frame(std::string_view body);

/// For bodies written in place: begin_frame() gives a string with room for the header, the body is appended to it,
/// end_frame() puts the header in. What a message costs is then one buffer.
std::string begin_frame();
void end_frame(std::string& frame);

/// How many bytes begin_frame() leaves for the header.
inline constexpr std::size_t header_room = 32;

}  // namespace afterword::framing
