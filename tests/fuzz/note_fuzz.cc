// Any text, in any format, twice: judged afresh, and judged after an edit with what could be kept of the text before.
// Both must give the same findings, and no finding may lie outside the text.
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "rules/checks/catalog.h"

using namespace afterword;

namespace {

Verdict judge(const Note& note) {
  Facts facts = facts_of(note, nullptr);
  Request request;
  request.now = LocalTime{1772704800, true};
  request.named_as_note = true;
  return standard_checker().judge(note, facts, request);
}

void require(bool holds) {
  if (!holds) std::abort();
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
  std::size_t at = text.empty() ? 0 : data[1] * text.size() / 256;
  text.insert(at, data[2] % 2 ? "the the" : "\n\n");
  auto shared = std::make_shared<const std::string>(text);
  Note fresh = Note::parse(shared, format, reader), kept = Note::parse(shared, format, reader, &before);
  Verdict a = judge(fresh), b = judge(kept);
  require(a.findings.size() == b.findings.size());
  for (std::size_t i = 0; i < a.findings.size(); ++i)
    require(a.findings[i].rule == b.findings[i].rule && a.findings[i].span == b.findings[i].span);
  return 0;
}
