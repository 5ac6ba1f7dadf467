// One JSON-RPC 2.0 message, read from a frame's body. Values; made by parse_message(), taken apart by the Router.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "protocol/framing/frame_reader.h"
#include "protocol/jsonrpc/any.h"
#include "protocol/jsonrpc/errors.h"

namespace afterword::jsonrpc {

/// A request's id; monostate is null.
using Id = std::variant<std::monostate, std::int64_t, std::string>;

enum class MessageKind : std::uint8_t { request, notification, response };

struct Message {
  MessageKind kind = MessageKind::notification;
  Id id;                               ///< never null for a request
  std::string method;                  ///< empty for a response
  Any params;                          ///< empty where absent; for a response its result
  std::optional<ResponseError> error;  ///< of a response
  bool cancelled = false;              ///< Router::intake() saw a $/cancelRequest for it
};

/// A body that is no message, with what to answer.
struct Refused {
  Id id;  ///< null where it could not be read
  ErrorCode code = ErrorCode::ParseError;
  std::string message;
};

using Incoming = std::variant<Message, Refused>;

/// Reads a body. ParseError: no JSON, no UTF-8, nested deeper than 128. InvalidRequest: JSON that is no message of
/// JSON-RPC 2.0, batches included, which LSP does not have. Lone surrogates become U+FFFD.
Incoming parse_message(std::string body);

/// What to answer to a message whose frame was at fault.
Refused refused(const framing::Fault& fault);

}  // namespace afterword::jsonrpc
