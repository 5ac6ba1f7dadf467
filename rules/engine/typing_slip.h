// What one wrong stroke makes of a name, as against another name that lies close. Pure, any thread.
#pragma once

#include <cstdint>
#include <string_view>

namespace afterword {

/// How a finger slips: what one stroke did to a name. Changed vowels and endings are none, they make other names.
enum class Slip : std::uint8_t {
  none,
  swapped,   ///< two neighbours in the wrong order: Initceh
  doubled,   ///< a letter twice that stands once, or the other way round: Margueritte
  mistyped,  ///< a consonant left out, or the key beside it struck
  clipped,   ///< a vowel left out before a consonant, in a long name: a company's is meant, a person's may be another
};
Slip typing_slip(std::string_view written, std::string_view known);

}  // namespace afterword
