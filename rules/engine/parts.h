// Which parts a kind of note must hold, and how grave a missing one is: the table of the catalogue's section 3.
#pragma once

#include <cstddef>

#include "rules/engine/finding.h"
#include "rules/engine/rule.h"
#include "rules/note/kind.h"

namespace afterword::parts {

inline constexpr Severity W = Severity::warning, I = Severity::information, H = Severity::hint, o = Severity::off;

// Columns: interview, phone-screen, informational, referral, recommendation, networking, rejection, no-reply, personal
inline constexpr Severities greeting{{W, W, W, W, W, W, W, W, I}, true};
inline constexpr Severities thanks{{W, W, W, W, W, o, W, o, W}, true};
inline constexpr Severities callback{{W, W, W, I, I, W, o, o, I}, true};
inline constexpr Severities interest{{I, I, o, o, o, o, o, I, o}, true};
inline constexpr Severities fit{{I, o, o, o, o, o, o, o, o}, true};
inline constexpr Severities next_step{{I, I, I, I, o, I, I, I, o}, true};
inline constexpr Severities addition{{H, o, o, o, o, o, o, o, o}, true};
inline constexpr Severities ending{{I, I, I, I, I, I, I, I, o}, true};

/// Kinds that ask for a callback; some rules speak only of these (section 5).
inline constexpr bool asks_callback(Kind kind) { return callback.of(kind) != Severity::off; }
inline constexpr Kinds calling_kinds = [] {
  Kinds kinds = 0;
  for (std::size_t i = 0; i < kind_count; ++i)
    if (asks_callback(static_cast<Kind>(i))) kinds |= only(static_cast<Kind>(i));
  return kinds;
}();
inline constexpr bool asks_next_step(Kind kind) { return next_step.of(kind) != Severity::off; }

}  // namespace afterword::parts
