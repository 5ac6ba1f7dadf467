// What the rule misspelling asks of a dictionary. The one over Hunspell is in rules/spelling; tests have their own.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace afterword {

/// Whose English counts as right.
enum class Spelling : std::uint8_t { any, american, british };
inline constexpr std::array<std::string_view, 2> spelling_names = {"american", "british"};
constexpr std::optional<Spelling> spelling_named(std::string_view name) {
  if (name == spelling_names[0]) return Spelling::american;
  if (name == spelling_names[1]) return Spelling::british;
  return std::nullopt;
}

class Speller {
 public:
  virtual ~Speller() = default;
  /// Whether `word` (lower-case ASCII letters only) is an English word with a slip in it: no dictionary has it, and one
  /// that they have lies close. False where no dictionary can tell. Cheap for words that were asked for before. From
  /// any thread.
  virtual bool is_slip(std::string_view word, Spelling spelling) const = 0;
  /// What a slip was meant to be, the likeliest first, at most `most`. Takes milliseconds. From any thread.
  virtual std::vector<std::string> corrections(std::string_view word, Spelling spelling, std::size_t most) const = 0;
};

}  // namespace afterword
