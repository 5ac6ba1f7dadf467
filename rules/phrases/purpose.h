// What a phrase of the book is for. Standard library only: the generator that compiles the book in reads it too.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace afterword::phrases {

/// A role, or one of the parts around the body. `effort` is the sentence that sees what a decision cost the reader.
enum class Purpose : std::uint8_t {
  greeting,
  thanks,
  callback,
  interest,
  fit,
  addition,
  next_step,
  offer,
  effort,
  sign_off
};
inline constexpr std::size_t purpose_count = 10;
inline constexpr std::array<std::string_view, purpose_count> purpose_names = {
    "greeting", "thanks", "callback", "interest", "fit", "addition", "next-step", "offer", "effort", "sign-off"};

constexpr std::string_view name_of(Purpose purpose) { return purpose_names[static_cast<std::size_t>(purpose)]; }

constexpr std::optional<Purpose> purpose_named(std::string_view name) {
  for (std::size_t i = 0; i < purpose_count; ++i)
    if (purpose_names[i] == name) return static_cast<Purpose>(i);
  return std::nullopt;
}

/// How a phrase sounds.
enum class Register : std::uint8_t {
  formal,
  warm,
  terse  ///< as busy people write
};
inline constexpr std::array<std::string_view, 3> register_names = {"formal", "warm", "terse"};

constexpr std::string_view name_of(Register one) { return register_names[static_cast<std::size_t>(one)]; }

constexpr std::optional<Register> register_named(std::string_view name) {
  for (std::size_t i = 0; i < register_names.size(); ++i)
    if (register_names[i] == name) return static_cast<Register>(i);
  return std::nullopt;
}

}  // namespace afterword::phrases
