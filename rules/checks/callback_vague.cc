#include "rules/checks/checks.h"
#include "rules/checks/places.h"
#include "rules/engine/context.h"
#include "rules/engine/parts.h"

namespace afterword {

namespace {

void check(const Context& context, Findings& findings) {
  if (waits_for_callback(context)) return;
  if (context.present.has(Role::callback) || !context.present.has(Role::vague)) return;
  for (const BodySentence& sentence : context.sentences) {
    if (!sentence.roles.has(Role::vague)) continue;
    if (is_open(context, sentence)) continue;  // the telling word may come yet
    Finding& finding = findings.add(
        sentence.span(),
        "This could be said of any talk. Name the one thing that was said, asked or shown, and what you made of it.");
    const Span span = sentence.span();
    const Gap gap{span, span.end, " ", ""};
    add_topic_inserts(context, finding, gap);
    return;  // one gap, one finding
  }
}

constexpr BadExample bad[] = {
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\n[[I enjoyed our conversation about the role and the team.]] I "
             "ran two presses at "
             "Brightfold for six years.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nThank you. [[What you said about the culture was very "
             "interesting.]]\n"},
    {.text = "---\nkind: informational\n---\n\nDear Dana,\n\n[[You gave me many insights into the industry.]] May I "
             "write again in May?\n"},
};
constexpr std::string_view good[] = {
    "---\nkind: interview\n---\n\nDear Dana,\n\nI enjoyed our conversation about the role. You asked why the second "
    "press jams on Mondays.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nYou told me that the team grew from two to nine in one winter.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nWe talked about [topic].\n",
    "---\nkind: no-reply\n---\n\nDear Dana,\n\nI enjoyed our conversation about the role and the team.\n",
};

}  // namespace

const Rule callback_vague_rule{
    .id = "callback-vague",
    .summary = "The note looks back at the talk, but in general words only.",
    .why =
        "\"Our conversation about the role and the team\" fits every talk, so the reader learns only that there was "
        "one. One "
        "detail, a question they asked or a thing they showed, proves that you listened.",
    .severity = always(Severity::warning, parts::calling_kinds),
    .sources = "S1",
    .fix = "Inserts a callback after it.",
    .bad = bad,
    .good = good,
    .patterns = {},
    .check = check,
    .any_language = false,
};

}  // namespace afterword
