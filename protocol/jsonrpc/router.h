// From messages to typed handlers and back: knows which method takes what, answers every request exactly once, and
// turns whatever goes wrong into the error that JSON-RPC or LSP names for it. One a session, on the session's thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "protocol/framing/frame_writer.h"
#include "protocol/jsonrpc/decode.h"
#include "protocol/jsonrpc/errors.h"
#include "protocol/jsonrpc/json_writer.h"
#include "protocol/jsonrpc/message.h"
#include "protocol/jsonrpc/reply.h"
#include "protocol/jsonrpc/signature.h"

namespace afterword::jsonrpc {

/// How a request of ours ended: one of the two is there.
template <class R>
struct Outcome {
  std::optional<R> value;
  std::optional<ResponseError> error;
};

class Router {
 public:
  /// Gets each outgoing message as a frame, header included. Must not call back into the Router.
  using Send = std::function<void(std::string)>;
  /// Asked before each request and notification; an error refuses the request or drops the notification.
  using Gate = std::function<std::optional<ResponseError>(const Message&)>;
  /// Told of notifications whose handler or parameters failed, since these can't be answered.
  using Complaint = std::function<void(std::string_view method, const std::string& message)>;

  explicit Router(Send send) : send_(std::move(send)) {}
  ~Router();
  Router(const Router&) = delete;
  Router& operator=(const Router&) = delete;

  void set_gate(Gate gate) { gate_ = std::move(gate); }
  void set_complaint(Complaint complaint) { complaint_ = std::move(complaint); }

  /// Binds a method. The handler is any of R(), R(P), void(Reply<R>), void(P, Reply<R>), where P has decode() and R
  /// encode(); R may be void, which answers null. A method bound again is replaced.
  template <class Handler>
  void request(std::string_view method, Handler handler);
  /// void() or void(P).
  template <class Handler>
  void notification(std::string_view method, Handler handler);
  /// The same for a member of `object`, which must outlive the Router.
  template <class Object, class Member>
  void request(std::string_view method, Object* object, Member member) {
    request_member(method, object, member);
  }
  template <class Object, class Member>
  void notification(std::string_view method, Object* object, Member member) {
    notification_member(method, object, member);
  }

  /// Looks through all input that is there before any of it is handled: a $/cancelRequest marks the request it means
  /// if that stands before it in the batch, or ends it now if it is open, and is taken out. Anything else stays.
  void intake(std::vector<Incoming>& batch);

  /// Handles one message: answers a request that is refused, unknown, cancelled, or handled at once; ignores unknown
  /// notifications and responses.
  void dispatch(Incoming incoming);

  /// Sends a notification. `params` null leaves them out.
  template <class P>
  void notify(std::string_view method, const P& params);

  /// Sends a request; `done` is void(Outcome<R>). A result that is no R arrives as an error. Returns the id.
  template <class P, class Done>
  std::int64_t call(std::string_view method, const P& params, Done done);

  std::size_t open_requests() const { return open_.size(); }
  std::size_t open_calls() const { return calls_.size(); }

 private:
  friend class OpenRequest;

  // Reads the parameters and either returns the frame with the answer, or takes the open request for later.
  struct RequestHandler {
    bool later = false;
    std::function<void(Any& params, std::string& frame)> at_once;
    std::function<void(Any& params, const std::shared_ptr<OpenRequest>&)> by_reply;
  };
  using NotificationHandler = std::function<void(Any& params)>;
  using CallHandler = std::function<void(Any result, std::optional<ResponseError> error)>;

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  template <class T>
  using ByName = std::unordered_map<std::string, T, Hash, std::equal_to<>>;

  void dispatch_request(Message& message);
  void dispatch_notification(Message& message);
  void dispatch_response(Message& message);
  void run(RequestHandler& handler, Message& message);
  void refuse(const Id& id, const ResponseError& error);
  void cancel(const Id& id, std::vector<Incoming>& batch, std::size_t end);

  static std::string begin_response(const Id& id);
  static void end_response(std::string& frame);
  static std::string begin_call(std::string_view method, const std::int64_t* id);

  template <class P>
  static P read(Any& params);
  template <class P>
  static std::string call_frame(std::string_view method, const P& params, const std::int64_t* id);
  template <class C, class R, class... A>
  void request_member(std::string_view method, C* object, R (C::*member)(A...)) {
    request(method, [object, member](A... a) -> R { return (object->*member)(std::forward<A>(a)...); });
  }
  template <class C, class R, class... A>
  void request_member(std::string_view method, const C* object, R (C::*member)(A...) const) {
    request(method, [object, member](A... a) -> R { return (object->*member)(std::forward<A>(a)...); });
  }
  template <class C, class... A>
  void notification_member(std::string_view method, C* object, void (C::*member)(A...)) {
    notification(method, [object, member](A... a) { (object->*member)(std::forward<A>(a)...); });
  }

  Send send_;
  Gate gate_;
  Complaint complaint_;
  ByName<RequestHandler> requests_;
  ByName<NotificationHandler> notifications_;
  std::unordered_map<Id, OpenRequest*> open_;
  std::unordered_map<std::int64_t, CallHandler> calls_;
  std::int64_t last_call_ = 0;
};

/// Reads `json` as `name` by decode(Cursor, T&); strings are moved out of it. Null where it is empty.
void with_cursor(Any& json, std::string_view name, void (*read)(const Cursor&, void*), void* out);

template <class P>
P Router::read(Any& params) {
  P made{};
  with_cursor(
      params, "params", [](const Cursor& at, void* out) { decode(at, *static_cast<P*>(out)); }, &made);
  return made;
}

template <class Handler>
void Router::request(std::string_view method, Handler handler) {
  using Signature = detail::Signature<Handler>;
  using Shape = detail::Shape<typename Signature::Arguments>;
  using Params = typename Shape::Params;
  using Later = typename Shape::Later;
  using Result = typename Signature::Result;
  constexpr bool takes_params = !std::is_same_v<Params, detail::None>;
  RequestHandler made;
  made.later = !std::is_same_v<Later, detail::None>;
  if constexpr (!std::is_same_v<Later, detail::None>) {
    static_assert(std::is_void_v<Result>, "a handler answers by its Reply or by what it returns, not by both");
    made.by_reply = [handler = std::move(handler)](Any& params, const std::shared_ptr<OpenRequest>& open) mutable {
      if constexpr (takes_params)
        handler(read<Params>(params), Later(open));
      else
        handler(Later(open));
    };
  } else {
    made.at_once = [handler = std::move(handler)](Any& params, std::string& frame) mutable {
      const auto call = [&]() -> Result {
        if constexpr (takes_params)
          return handler(read<Params>(params));
        else
          return handler();
      };
      if constexpr (std::is_void_v<Result>) {
        call();
        JsonWriter(frame).null();
      } else {
        const auto result = call();
        JsonWriter writer(frame);
        encode(writer, result);
      }
    };
  }
  requests_.insert_or_assign(std::string(method), std::move(made));
}

template <class Handler>
void Router::notification(std::string_view method, Handler handler) {
  using Signature = detail::Signature<Handler>;
  using Shape = detail::Shape<typename Signature::Arguments>;
  using Params = typename Shape::Params;
  static_assert(std::is_same_v<typename Shape::Later, detail::None>, "a notification has no answer");
  notifications_.insert_or_assign(std::string(method), [handler = std::move(handler)](Any& params) mutable {
    if constexpr (std::is_same_v<Params, detail::None>)
      handler();
    else
      handler(read<Params>(params));
  });
}

template <class P>
std::string Router::call_frame(std::string_view method, const P& params, const std::int64_t* id) {
  std::string frame = begin_call(method, id);
  if constexpr (!std::is_same_v<P, std::nullptr_t>) {
    frame.append(",\"params\":");
    JsonWriter writer(frame);
    encode(writer, params);
  }
  end_response(frame);
  return frame;
}

template <class P>
void Router::notify(std::string_view method, const P& params) {
  send_(call_frame(method, params, nullptr));
}

template <class P, class Done>
std::int64_t Router::call(std::string_view method, const P& params, Done done) {
  using Arguments = typename detail::Signature<Done>::Arguments;
  using Result = std::tuple_element_t<0, Arguments>;
  const std::int64_t id = ++last_call_;
  calls_.emplace(id, [done = std::move(done)](Any result, std::optional<ResponseError> error) mutable {
    Result outcome;
    outcome.error = std::move(error);
    if (!outcome.error) {
      try {
        outcome.value.emplace();
        with_cursor(
            result, "result",
            [](const Cursor& at, void* out) {
              decode(at, *static_cast<std::remove_reference_t<decltype(*outcome.value)>*>(out));
            },
            &*outcome.value);
      } catch (const ResponseError& bad) {
        outcome.value.reset();
        outcome.error = bad;
      }
    }
    done(std::move(outcome));
  });
  send_(call_frame(method, params, &id));
  return id;
}

}  // namespace afterword::jsonrpc
