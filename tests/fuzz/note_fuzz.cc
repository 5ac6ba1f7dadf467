// Any text, in any format, twice: judged afresh, and judged after an edit with what could be kept of the text before.
// Both must give the same findings, and no finding may lie outside the text.
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "rules/model/standard.h"

using namespace afterword;

namespace {

/// Rules of a user's own, so that their places are looked at too.
RuleSettings user_settings() {
  RuleSettings settings;
  settings.custom = std::make_shared<const CustomRules>(std::vector<CustomRule>{
      {"words", "m", Severity::hint, {"the", "a b", "don't"}, "", "x"},
      {"groups", "m", Severity::hint, {}, "(?i)([a-z]) ([^ ]*)", "\\2 \\1"},
  });
  return settings;
}

Verdict judge(const Note& note) {
  static const RuleSettings settings = user_settings();
  Facts facts = facts_of(note, nullptr);
  Request request;
  request.now = LocalTime{1772704800, true};
  request.named_as_note = true;
  request.settings = &settings;
  return standard_checker().judge(note, facts, request);
}

void require(bool holds) {
  if (!holds) std::abort();
}

/// One edit somewhere: something typed, cut, or copied to another place.
void edit(std::string& text, std::size_t at, std::uint8_t how) {
  std::size_t size = 1u << (how >> 5);
  switch (how % 4) {
    case 0:
      text.insert(at, "the the");
      return;
    case 1:
      text.insert(at, "\n\n");
      return;
    case 2:
      text.erase(at, size);
      return;
    default:
      text.insert(at, text.substr(at / 2, size));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 3) return 0;
  Format format = static_cast<Format>(data[0] % 3);
  std::string text(reinterpret_cast<const char*>(data + 3), size - 3);
  const Reader& reader = standard_checker().reader();
  Note before = Note::parse(std::make_shared<const std::string>(text), format, reader);
  for (const Finding& finding : judge(before).findings)
    require(finding.span.begin <= finding.span.end && finding.span.end <= text.size());
  edit(text, text.empty() ? 0 : data[1] * text.size() / 256, data[2]);
  auto shared = std::make_shared<const std::string>(text);
  Note fresh = Note::parse(shared, format, reader), kept = Note::parse(shared, format, reader, &before);
  Verdict a = judge(fresh), b = judge(kept);
  require(a.findings.size() == b.findings.size());
  for (std::size_t i = 0; i < a.findings.size(); ++i)
    require(a.findings[i].rule == b.findings[i].rule && a.findings[i].span == b.findings[i].span);
  return 0;
}
