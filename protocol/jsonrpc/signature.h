// Takes a handler's signature apart, so that Router can deduce what it reads and answers.
#pragma once

#include <tuple>
#include <type_traits>

namespace afterword::jsonrpc {

template <class R>
class Reply;

namespace detail {

template <class R, class... A>
struct Parts {
  using Result = R;
  using Arguments = std::tuple<std::decay_t<A>...>;
};

template <class F>
struct Signature : Signature<decltype(&F::operator())> {};
template <class R, class... A>
struct Signature<R (*)(A...)> : Parts<R, A...> {};
template <class R, class C, class... A>
struct Signature<R (C::*)(A...)> : Parts<R, A...> {};
template <class R, class C, class... A>
struct Signature<R (C::*)(A...) const> : Parts<R, A...> {};
template <class R, class C, class... A>
struct Signature<R (C::*)(A...) noexcept> : Parts<R, A...> {};
template <class R, class C, class... A>
struct Signature<R (C::*)(A...) const noexcept> : Parts<R, A...> {};

struct None {};

template <class T>
struct IsReply : std::false_type {};
template <class R>
struct IsReply<Reply<R>> : std::true_type {};

// What a handler takes: nothing, (Params), (Reply), or (Params, Reply).
template <class Arguments>
struct Shape;
template <>
struct Shape<std::tuple<>> {
  using Params = None;
  using Later = None;
};
template <class A>
struct Shape<std::tuple<A>> {
  using Params = std::conditional_t<IsReply<A>::value, None, A>;
  using Later = std::conditional_t<IsReply<A>::value, A, None>;
};
template <class A, class B>
struct Shape<std::tuple<A, B>> {
  static_assert(IsReply<B>::value, "a handler takes its parameters, then a Reply");
  using Params = A;
  using Later = B;
};

}  // namespace detail
}  // namespace afterword::jsonrpc
