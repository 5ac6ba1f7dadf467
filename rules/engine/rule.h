// A rule: what it is called, why it exists, which sentences show it, and the function that looks for it. One
// constant a file in checks/, all of them listed in catalog.cc.
#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "rules/engine/finding.h"
#include "rules/note/kind.h"
#include "rules/note/lexicon.h"

namespace afterword {

class Context;
class Findings;
struct FactsContext;

/// A note that shows the rule. `text` is a whole note in Markdown (front matter as needed), or a mail where it opens
/// with a header (example_format), with [[ ]] around what a finding must cover; `fixed` is the text after the first
/// fix, empty where the rule has none. Where other files count, the text holds them all, each below a line
/// "==> name <=="; the first is the one that is judged.
struct BadExample {
  std::string_view text;
  std::string_view fixed = {};
};

/// The severity of a rule for each kind; `off` where the kind does not ask for it.
struct Severities {
  std::array<Severity, kind_count> by_kind{};
  bool of_part = false;  ///< of a part that the kind asks for: where a text may be of several kinds, all must ask
  constexpr Severity of(Kind kind) const { return by_kind[static_cast<std::size_t>(kind)]; }
  /// The mildest of several kinds', at least one: what all of them ask for.
  constexpr Severity of_all(Kinds kinds) const {
    Severity mildest = Severity::error;
    for (std::size_t i = 0; i < kind_count; ++i)
      if ((kinds & (1u << i)) != 0) mildest = std::min(mildest, by_kind[i]);
    return mildest;
  }
};
constexpr Severities always(Severity severity, Kinds kinds = all_kinds) {
  Severities made;
  for (std::size_t i = 0; i < kind_count; ++i)
    if (kinds & (1u << i)) made.by_kind[i] = severity;
  return made;
}

struct Rule {
  std::string_view id;
  std::string_view summary;  ///< one line: what it finds
  std::string_view why;      ///< Markdown, a short paragraph: what a reader thinks, what to do instead
  Severities severity;       ///< the gravest, where `milder` says when it is less
  std::string_view sources;  ///< "S0, S2": see sources.h
  std::string_view fix;      ///< what the fix does, one line; empty where there is none
  std::span<const BadExample> bad;
  std::span<const std::string_view> good;
  /// Phrases the lexicon looks for on the rule's behalf; Context::hits gives them. Rules may name the same table.
  std::span<const Pattern> patterns;
  void (*check)(const Context&, Findings&) = nullptr;             ///< null for a rule that looks at no note
  void (*check_facts)(const FactsContext&, Findings&) = nullptr;  ///< looks at an interview.yaml
  std::string_view milder = {};  ///< "information up to 200 words": what Findings::step_down does, for the reader
  bool any_language = false;     ///< runs on notes that are not in English: address, facts, timing
  bool by_clock = false;         ///< what it finds depends on the time at which one looks
  bool by_set = false;           ///< what it finds depends on the notes around
};

}  // namespace afterword
