#include "protocol/jsonrpc/router.h"

#include <cassert>
#include <exception>
#include <nlohmann/json.hpp>

namespace afterword::jsonrpc {
namespace {

void encode_id(JsonWriter& to, const Id& id) {
  if (const auto* number = std::get_if<std::int64_t>(&id))
    to.number(*number);
  else if (const auto* text = std::get_if<std::string>(&id))
    to.string(*text);
  else
    to.null();
}

ResponseError internal_error() { return {ErrorCode::InternalError, "The server failed to handle this request."}; }

// What `$/cancelRequest` names, or null.
Id cancelled_id(Message& message) {
  const std::shared_ptr<Json> params = message.params.tree();
  if (!params || !params->is_object()) return {};
  const auto id = params->find("id");
  if (id == params->end()) return {};
  if (id->is_number_integer()) return id->get<std::int64_t>();
  if (id->is_string()) return id->get<std::string>();
  return {};
}

}  // namespace

void with_cursor(Any& json, std::string_view name, void (*read)(const Cursor&, void*), void* out) {
  if (const std::shared_ptr<Json> tree = json.tree()) {
    read(Cursor(*tree, name), out);
  } else {
    Json nothing;
    read(Cursor(nothing, name), out);
  }
}

OpenRequest::~OpenRequest() {
  if (open()) refuse(internal_error());
}

std::string OpenRequest::begin() const { return Router::begin_response(id_); }

Router* OpenRequest::release() {
  Router* const router = std::exchange(router_, nullptr);
  router->open_.erase(id_);
  return router;
}

void OpenRequest::send(std::string frame) {
  Router::end_response(frame);
  release()->send_(std::move(frame));
}

void OpenRequest::refuse(const ResponseError& error) {
  Router* const router = release();
  router->refuse(id_, error);
}

void OpenRequest::claim() {
  assert(!claimed_ && "a request is answered once");
  claimed_ = true;
}

Router::~Router() {
  for (const auto& [id, request] : open_) request->abandon();
}

std::string Router::begin_response(const Id& id) {
  std::string frame = framing::begin_frame();
  frame.append(R"({"jsonrpc":"2.0","id":)");
  JsonWriter writer(frame);
  encode_id(writer, id);
  frame.append(R"(,"result":)");
  return frame;
}

void Router::end_response(std::string& frame) {
  frame += '}';
  framing::end_frame(frame);
}

std::string Router::begin_call(std::string_view method, const std::int64_t* id) {
  std::string frame = framing::begin_frame();
  frame.append(R"({"jsonrpc":"2.0",)");
  if (id) {
    frame.append(R"("id":)");
    JsonWriter(frame).number(*id);
    frame += ',';
  }
  frame.append(R"("method":)");
  JsonWriter(frame).string(method);
  return frame;
}

void Router::refuse(const Id& id, const ResponseError& error) {
  std::string frame = framing::begin_frame();
  frame.append(R"({"jsonrpc":"2.0","id":)");
  JsonWriter writer(frame);
  encode_id(writer, id);
  writer.key("error");
  writer.begin_object();
  writer.key("code");
  writer.number(static_cast<std::int64_t>(error.code()));
  writer.key("message");
  writer.string(error.message());
  if (!error.data().empty()) {
    writer.key("data");
    encode(writer, error.data());
  }
  writer.end_object();
  end_response(frame);
  send_(std::move(frame));
}

void Router::intake(std::vector<Incoming>& batch) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < batch.size(); ++i) {
    auto* const message = std::get_if<Message>(&batch[i]);
    if (message && message->kind == MessageKind::notification && message->method == "$/cancelRequest") {
      cancel(cancelled_id(*message), batch, kept);
      continue;
    }
    if (kept != i) batch[kept] = std::move(batch[i]);
    ++kept;
  }
  batch.resize(kept);
}

// `end`: how much of the batch stands before the cancellation.
void Router::cancel(const Id& id, std::vector<Incoming>& batch, std::size_t end) {
  if (std::holds_alternative<std::monostate>(id)) return;
  for (std::size_t i = end; i-- > 0;) {
    auto* const message = std::get_if<Message>(&batch[i]);
    if (message && message->kind == MessageKind::request && message->id == id) {
      message->cancelled = true;
      return;
    }
  }
  const auto open = open_.find(id);
  if (open != open_.end()) open->second->refuse({ErrorCode::RequestCancelled, "The request was cancelled."});
}

void Router::dispatch(Incoming incoming) {
  if (const auto* bad = std::get_if<Refused>(&incoming)) {
    refuse(bad->id, {bad->code, bad->message});
    return;
  }
  Message& message = std::get<Message>(incoming);
  switch (message.kind) {
    case MessageKind::request:
      return dispatch_request(message);
    case MessageKind::notification:
      return dispatch_notification(message);
    case MessageKind::response:
      return dispatch_response(message);
  }
}

void Router::dispatch_request(Message& message) {
  if (open_.contains(message.id)) {
    refuse(message.id, {ErrorCode::InvalidRequest, "id: a request with this id is still open"});
    return;
  }
  if (gate_) {
    if (const std::optional<ResponseError> no = gate_(message)) return refuse(message.id, *no);
  }
  if (message.cancelled) return refuse(message.id, {ErrorCode::RequestCancelled, "The request was cancelled."});
  const auto found = requests_.find(std::string_view(message.method));
  if (found == requests_.end()) {
    refuse(message.id, {ErrorCode::MethodNotFound, "The server does not have this method."});
    return;
  }
  run(found->second, message);
}

void Router::run(RequestHandler& handler, Message& message) {
  if (!handler.later) {
    std::string frame = begin_response(message.id);
    try {
      handler.at_once(message.params, frame);
    } catch (const ResponseError& error) {
      return refuse(message.id, error);
    } catch (...) {
      return refuse(message.id, internal_error());
    }
    end_response(frame);
    send_(std::move(frame));
    return;
  }
  // Held here as well, so that a Reply that dies while an exception passes through does not answer before it.
  const auto open = std::make_shared<OpenRequest>(*this, message.id);
  open_.emplace(message.id, open.get());
  try {
    handler.by_reply(message.params, open);
  } catch (const ResponseError& error) {
    if (open->open()) open->refuse(error);
  } catch (...) {
    if (open->open()) open->refuse(internal_error());
  }
}

void Router::dispatch_notification(Message& message) {
  if (gate_ && gate_(message)) return;
  const auto found = notifications_.find(std::string_view(message.method));
  if (found == notifications_.end()) return;
  std::string failure;
  try {
    found->second(message.params);
    return;
  } catch (const ResponseError& error) {
    failure = error.message();
  } catch (...) {
    failure = "The server failed to handle this notification.";
  }
  if (complaint_) complaint_(message.method, failure);
}

void Router::dispatch_response(Message& message) {
  const auto* const id = std::get_if<std::int64_t>(&message.id);
  const auto found = id ? calls_.find(*id) : calls_.end();
  if (found == calls_.end()) return;
  const CallHandler done = std::move(found->second);
  calls_.erase(found);
  try {
    done(std::move(message.params), std::move(message.error));
  } catch (const ResponseError& error) {
    if (complaint_) complaint_("response", error.message());
  } catch (...) {
    if (complaint_) complaint_("response", "The server failed to handle this response.");
  }
}

}  // namespace afterword::jsonrpc
