// The harm that a sentence may do, as the labelled sentences name it: the rules of the same names rest on it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace afterword {

enum class Flaw : std::uint8_t {
  gift,
  desk_delivery,
  written_ahead,
  flattery,
  pressure,
  apology,
  negativity,
  pay_talk,
  presumption,
  self_centred,
  promise  ///< a link or an attachment is said to be here
};
inline constexpr std::size_t flaw_count = 11;
inline constexpr std::array<std::string_view, flaw_count> flaw_names = {
    "gift",       "desk-delivery", "written-ahead", "flattery",     "pressure", "apology",
    "negativity", "pay-talk",      "presumption",   "self-centred", "promise"};

constexpr std::optional<Flaw> flaw_named(std::string_view name) {
  for (std::size_t i = 0; i < flaw_count; ++i)
    if (flaw_names[i] == name) return static_cast<Flaw>(i);
  return std::nullopt;
}

}  // namespace afterword
