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

/// From these log odds on a sentence counts as doing the harm, by the model alone: what the rules decide by and the
/// trainer counts by. Chosen on whole bodies of files that training did not see, so that about nine of ten such
/// findings are right: the less common a flaw is in notes, the surer it must be.
inline constexpr std::array<float, flaw_count> sure_by_flaw = {
    -0.6f,  // gift
    0.3f,   // desk-delivery
    0.2f,   // written-ahead
    -1.1f,  // flattery
    -0.7f,  // pressure
    -1.3f,  // apology
    -0.4f,  // negativity
    -1.1f,  // pay-talk
    -0.3f,  // presumption
    -0.5f,  // self-centred
    -1.8f,  // promise
};
constexpr float sure_of(Flaw flaw) { return sure_by_flaw[static_cast<std::size_t>(flaw)]; }

constexpr std::optional<Flaw> flaw_named(std::string_view name) {
  for (std::size_t i = 0; i < flaw_count; ++i)
    if (flaw_names[i] == name) return static_cast<Flaw>(i);
  return std::nullopt;
}

}  // namespace afterword
