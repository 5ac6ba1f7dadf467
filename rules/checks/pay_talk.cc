#include <array>

#include "rules/checks/checks.h"
#include "rules/checks/harm.h"

namespace afterword {

namespace {

/// Money and leave as something the writer would get. They only back the model's score (harm.h): an office that pays
/// wages, and a product with a price, hold the same words.
constexpr auto patterns = with_tales(std::to_array<Pattern>({
    {"(my|what|which|how|is|are|does|do|would|could|can|might|hope|trust|assume|expect|need|want|like|offer) *6 "
     "(salary|pay|wage|wages|remuneration|bonus|overtime|pension|allowance|commission|stipend|perks|benefits)"},
    {"^ (the|a|your|any) *1 (salary|pay|wage|wages|remuneration|bonus|overtime|pension|allowance|package)"},
    {"(the|about|less|more|of|enough|my|your) money"},
    {"(paid|unpaid|parental|sick|annual) (leave|holiday|holidays|vacation|time off)"},
    {"(days|day|weeks|week|fridays|time|summer|month) off"},
    {"(my|holiday|take|how many) (holiday|holidays|vacation|leave|days of)"},
    {"(health|dental|medical|life) (insurance|cover|care|plan)"},
    {"(company|free) *1 (car|flat|phone|meals|lodging|housing|accommodation|tickets|gym)"},
    {"(lodging|accommodation|relocation|childcare|nursery|commuting|rent|meals|board) *4 "
     "(free|paid|covered|included|cover|pay|package|costs|allowance)"},
    {"(i|currently|i 'd|i would|to) (earn|earning|make) *"},
    // Hours are no leave.
    {"(leave|leaving) (at|by|before|early|on time|the (house|shop|office|site|ward|hall))", speaks_against},
}));

void check(const Context& context, Findings& findings) {
  for (const std::size_t sentence : sentences_doing_by_patterns(context, Flaw::pay_talk)) {
    Finding& finding =
        findings.add(context.sentences[sentence].span(),
                     "Pay and days off are settled once there is an offer. Leave them out of this note, and have "
                     "your figures ready for when they ask.");
    offer_deletion(context, sentence, "Delete the sentence about pay", finding);
  }
}

constexpr BadExample bad[] = {
    {.text = "---\nkind: interview\n---\n\nDear Dana,\n\nYou asked about the second press. [[My salary expectation is "
             "54,000 a year.]]\n",
     .fixed = "---\nkind: interview\n---\n\nDear Dana,\n\nYou asked about the second press.\n"},
    {.text = "---\nkind: phone-screen\n---\n\nDear Dana,\n\nYou asked about the second press. [[How many days of paid "
             "leave would I get?]]\n",
     .fixed = "---\nkind: phone-screen\n---\n\nDear Dana,\n\nYou asked about the second press.\n"},
    {.text = "---\nkind: rejection\n---\n\nDear Dana,\n\nThank you for the frank call. [[At my present job I earn more "
             "than that, with a bonus at Christmas.]]\n",
     .fixed = "---\nkind: rejection\n---\n\nDear Dana,\n\nThank you for the frank call.\n"},
};
constexpr std::string_view good[] = {
    "---\nkind: interview\n---\n\nDear Dana,\n\nFor six years I ran the wage office of a port with 900 people.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nYou asked how the bonus table is kept: in a plain sheet, one line a "
    "machine.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nI am free on Monday and Tuesday for the second round.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nThe train ticket was 84 euros; I attach the receipt, as you asked.\n",
};

}  // namespace

const Rule pay_talk_rule{
    .id = "pay-talk",
    .summary = "The note speaks of the writer's pay, benefits or leave.",
    .why =
        "A note after a talk shows what you would bring. What you would take is a matter for the offer, where you "
        "stand better: they have chosen you by then. If they asked for a figure, answer that in a letter of its own.",
    .severity = always(Severity::warning),
    .sources = "D",
    .fix = "Deletes the sentence.",
    .bad = bad,
    .good = good,
    .patterns = patterns,
    .check = check,
};

}  // namespace afterword
