// The error codes of JSON-RPC 2.0 and LSP 3.17, and the exception that carries one to the Router.
#pragma once

#include <exception>
#include <string>
#include <utility>

#include "protocol/jsonrpc/any.h"

namespace afterword::jsonrpc {

enum class ErrorCode : int {
  ParseError = -32700,
  InvalidRequest = -32600,
  MethodNotFound = -32601,
  InvalidParams = -32602,
  InternalError = -32603,
  ServerNotInitialized = -32002,
  UnknownErrorCode = -32001,
  RequestFailed = -32803,
  ServerCancelled = -32802,
  ContentModified = -32801,
  RequestCancelled = -32800,
};

/// A refusal a client is meant to read. Anything else that is thrown reaches it as InternalError without its text.
class ResponseError : public std::exception {
 public:
  ResponseError(ErrorCode code, std::string message, Any data = {})
      : code_(code), message_(std::move(message)), data_(std::move(data)) {}

  ErrorCode code() const { return code_; }
  const std::string& message() const { return message_; }
  const Any& data() const { return data_; }
  const char* what() const noexcept override { return message_.c_str(); }

 private:
  ErrorCode code_;
  std::string message_;
  Any data_;
};

}  // namespace afterword::jsonrpc
