// The answer to one request, given later. A handler that takes a Reply<R> keeps it as long as it likes and calls it
// once. Copies stand for the same answer; when the last one goes without having answered, the client gets
// InternalError. Belongs to the Router's thread: neither call nor drop one elsewhere. May outlive the Router.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "protocol/jsonrpc/errors.h"
#include "protocol/jsonrpc/json_writer.h"
#include "protocol/jsonrpc/message.h"

namespace afterword::jsonrpc {

class Router;

/// The open request behind the copies of a Reply. For Router and Reply.
class OpenRequest {
 public:
  OpenRequest(Router& router, Id id) : router_(&router), id_(std::move(id)) {}
  ~OpenRequest();
  OpenRequest(const OpenRequest&) = delete;
  OpenRequest& operator=(const OpenRequest&) = delete;

  bool open() const { return router_ != nullptr; }
  /// Frame so far, up to the result; send() ends it. Only while open().
  std::string begin() const;
  void send(std::string frame);
  void refuse(const ResponseError& error);

  /// The handler answers: asserts that it does so once.
  void claim();
  /// The Router is going: nobody to answer to.
  void abandon() { router_ = nullptr; }

 private:
  Router* release();

  Router* router_;  // null once answered, cancelled or abandoned
  Id id_;
  bool claimed_ = false;
};

template <class R>
class Reply {
 public:
  explicit Reply(std::shared_ptr<OpenRequest> request) : request_(std::move(request)) {}

  /// False once the request is answered: because the client cancelled it, or is gone. Long work may stop then.
  bool wanted() const { return request_ && request_->open(); }

  /// Answers. Does nothing when the request was cancelled meanwhile.
  void operator()(const R& result) const {
    request_->claim();
    if (!request_->open()) return;
    std::string frame = request_->begin();
    JsonWriter writer(frame);
    encode(writer, result);
    request_->send(std::move(frame));
  }
  void refuse(const ResponseError& error) const {
    request_->claim();
    if (request_->open()) request_->refuse(error);
  }

 private:
  std::shared_ptr<OpenRequest> request_;
};

}  // namespace afterword::jsonrpc
