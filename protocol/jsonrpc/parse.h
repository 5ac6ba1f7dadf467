// JSON text to a tree, made safe against what a client may send. For this folder; pure functions, any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "protocol/jsonrpc/any.h"

namespace afterword::jsonrpc {

/// How deep JSON may nest. LSP's own messages stay below 12.
inline constexpr std::size_t max_depth = 128;

enum class ParseFault : std::uint8_t { none, syntax, too_deep };

struct Parsed {
  std::shared_ptr<Json> tree;  ///< null where there is a fault
  ParseFault fault = ParseFault::none;
};

/// Parses one JSON text. Too deep a nesting stops the parser, without recursion and without a tree; invalid UTF-8 and
/// a number beyond a double are syntax faults. Escaped lone surrogates must have been replaced.
Parsed parse_tree(std::string_view text);

/// Replaces, in place, each escaped surrogate without its other half by \ufffd. Looks at the escapes only.
void replace_lone_surrogates(std::string& json);

}  // namespace afterword::jsonrpc
