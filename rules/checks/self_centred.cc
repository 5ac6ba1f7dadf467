#include "rules/checks/checks.h"
#include "rules/checks/harm.h"
#include "rules/checks/places.h"
#include "rules/engine/parts.h"

namespace afterword {

namespace {

// The model alone finds the sentences: what a job gives and what is given in it are told apart by meaning, not by
// words.
void check(const Context& context, Findings& findings) {
  for (const std::size_t sentence : sentences_doing(context, Flaw::self_centred)) {
    Finding& finding = findings.add(context.sentences[sentence].span(),
                                    "This says what the job would do for you, and the reader asks the opposite. Say "
                                    "what you would do for them.");
    if (holds_more(context, sentence))
      add_inserts(context, finding, gap_after(context, {Role::callback, Role::interest}), phrases::Purpose::fit,
                  "Say what you bring", 1);
    else
      offer_deletion(context, sentence, "Delete the sentence about your own gain", finding);
  }
}

constexpr BadExample bad[] = {
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nYou asked about the second press. [[This job would be a great "
             "step for my career.]]\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nYou asked about the second press.\n"},
    {.text = "---\nkind: phone-screen\n---\n\nDear Dana,\n\nYou asked about the second press. [[I am looking for a new "
             "challenge.]]\n",
     .fixed = "---\nkind: phone-screen\n---\n\nDear Dana,\n\nYou asked about the second press.\n"},
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nYou asked about the second press. [[Your name on my CV would "
             "open many doors for me.]]\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nYou asked about the second press.\n"},
};
constexpr std::string_view good[] = {
    "---\nkind: interview\n---\n\nDear Dana,\n\nI want this post because your printers mend their own rollers.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThe challenge that you drew on the wall is the one I met at "
    "Brightfold.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nYou said that a career in print begins at the ink.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nYour apprentices would get the two quiet afternoons they lack.\n",
    "---\nkind: rejection\n---\n\nDear Dana,\n\nThank you for the frank call. I am looking for a new challenge.\n",
};

}  // namespace

const Rule self_centred_rule{
    .id = "self-centred",
    .summary = "The note says what the job would do for the writer.",
    .why =
        "Experience, a title, a better city: all of them are good reasons to apply, and none to be chosen. The reader "
        "has a need and looks for who meets it; say in the same place what they would get.",
    .severity = always(Severity::hint, parts::calling_kinds),
    .sources = "S0, D",
    .fix = "Deletes the sentence; where it holds more, inserts one on what you bring.",
    .bad = bad,
    .good = good,
    .patterns = {},
    .check = check,
};

}  // namespace afterword
