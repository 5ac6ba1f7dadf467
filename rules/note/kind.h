// The kinds of a note (catalogue, section 3) and the roles of a sentence (section 4).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace afterword {

enum class Kind : std::uint8_t {
  interview,
  phone_screen,
  informational,
  referral,
  recommendation,
  networking,
  rejection,
  no_reply,
  personal
};
inline constexpr std::size_t kind_count = 9;
inline constexpr std::array<std::string_view, kind_count> kind_names = {"interview", "phone-screen",   "informational",
                                                                        "referral",  "recommendation", "networking",
                                                                        "rejection", "no-reply",       "personal"};

constexpr std::string_view name_of(Kind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

constexpr std::optional<Kind> kind_named(std::string_view name) {
  for (std::size_t i = 0; i < kind_count; ++i)
    if (kind_names[i] == name) return static_cast<Kind>(i);
  return std::nullopt;
}

/// A set of kinds, one bit each.
using Kinds = std::uint16_t;
constexpr Kinds only(Kind kind) { return static_cast<Kinds>(1u << static_cast<unsigned>(kind)); }
inline constexpr Kinds all_kinds = (1u << kind_count) - 1;

enum class Role : std::uint8_t {
  thanks,
  callback,
  vague,
  interest,
  fit,
  addition,
  next_step,
  wait,
  offer,
  social,
  other
};
inline constexpr std::size_t role_count = 11;
inline constexpr std::array<std::string_view, role_count> role_names = {
    "thanks", "callback", "vague", "interest", "fit", "addition", "next-step", "wait", "offer", "social", "other"};

constexpr std::string_view name_of(Role role) { return role_names[static_cast<std::size_t>(role)]; }

constexpr std::optional<Role> role_named(std::string_view name) {
  for (std::size_t i = 0; i < role_count; ++i)
    if (role_names[i] == name) return static_cast<Role>(i);
  return std::nullopt;
}

/// The roles of one sentence, one bit each.
class Roles {
 public:
  constexpr Roles() = default;
  constexpr Roles(std::initializer_list<Role> roles) {
    for (Role role : roles) add(role);
  }
  constexpr void add(Role role) { bits_ |= bit(role); }
  constexpr void remove(Role role) { bits_ &= static_cast<std::uint16_t>(~bit(role)); }
  constexpr bool has(Role role) const { return (bits_ & bit(role)) != 0; }
  constexpr bool any_of(Roles others) const { return (bits_ & others.bits_) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr Roles operator|(Roles others) const { return from_bits(bits_ | others.bits_); }
  constexpr bool operator==(const Roles&) const = default;

 private:
  static constexpr std::uint16_t bit(Role role) {
    return static_cast<std::uint16_t>(1u << static_cast<unsigned>(role));
  }
  static constexpr Roles from_bits(int bits) {
    Roles made;
    made.bits_ = static_cast<std::uint16_t>(bits);
    return made;
  }
  std::uint16_t bits_ = 0;
};

}  // namespace afterword
