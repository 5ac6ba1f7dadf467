#include "rules/checks/checks.h"
#include "rules/engine/context.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text = "---\nto: Dana Wu\nkind: interview\ndelivery: [[post]]\n---\n\nDear Dana,\n\nThank you for the two "
             "hours.\n",
     .fixed =
         "---\nto: Dana Wu\nkind: interview\ndelivery: email\n---\n\nDear Dana,\n\nThank you for the two hours.\n"},
    {.text = "---\nto: Dana Wu\nkind: phone-screen\ndelivery: [[post]]\n---\n\nDear Dana,\n\nThank you for the "
             "call.\n",
     .fixed = "---\nto: Dana Wu\nkind: phone-screen\ndelivery: email\n---\n\nDear Dana,\n\nThank you for the call.\n"},
    {.text = "---\ndelivery: [[post]]\nkind: interview\n---\n\nDear Dana,\n\nThe press ran all day.\n",
     .fixed = "---\ndelivery: email\nkind: interview\n---\n\nDear Dana,\n\nThe press ran all day.\n"},
};
constexpr std::string_view good[] = {
    "---\nto: Dana Wu\nkind: interview\ndelivery: email\n---\n\nDear Dana,\n\nThank you for the two hours.\n",
    "---\nto: Dana Wu\nkind: interview\ndelivery: hand\n---\n\nDear Dana,\n\nThank you for the two hours.\n",
    "---\nto: Dana Wu\nkind: recommendation\ndelivery: post\n---\n\nDear Dana,\n\nThank you for the letter.\n",
    "---\nto: Dana Wu\nkind: interview\ndelivery: post\n---\n\nDear Dana,\n\nMy e-mail of Monday said most of it; this "
    "card is for the drawing.\n",
    "==> card.note.md <==\n---\nto: Dana Wu\nkind: interview\ndelivery: post\n---\n\nDear Dana,\n\nThe press ran all "
    "day.\n"
    "==> mail.note.md <==\n---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nThank you for the two hours.\n",
};

constexpr Pattern patterns[] = {
    {"(my|the) *1 (email|e-mail|mail) (of|on|from|to you|yesterday|today|this|last|that i|i sent|already|said)", 1},
    {"(emailed|e-mailed|mailed) you", 1},
    {"(email|e-mail|mail) (i|that i|which i) (sent|wrote)", 1},
    {"(wrote|written|thanked|sent) *4 by (email|e-mail|mail)", 1},
    {"(after|since|besides|following) (my|the) *1 (email|e-mail|mail)", 1},
};

void check(const Context& context, Findings& findings) {
  const auto& delivery = context.facts.delivery;
  if (!delivery || delivery->value != Delivery::post || !context.hits().empty()) return;
  if (context.facts.done && context.facts.done->value == "email") return;  // a card after the e-mail is welcome
  for (const Person& person : context.facts.to)
    for (const std::string* known : {&person.name, &person.email})
      if (!known->empty() && findings.ask(context, {SetQuestion::Type::email_to, *known})) return;
  const bool here = delivery->origin.path.empty();
  Span shown = delivery->origin.span;
  if (!here) shown = context.note.greeting() ? context.note.greeting()->span : Span{0, 0};
  Finding& finding =
      findings.add(shown, "A letter may arrive after the decision. Send an e-mail today; a card by hand may follow.");
  if (!here) {
    finding.related.push_back({delivery->origin, "how it is sent"});
    return;
  }
  Fix fix;
  fix.title = "Send it by e-mail";
  fix.preferred = true;
  fix.edits.push_back({shown, "email", ""});
  finding.fixes.push_back(std::move(fix));
}

}  // namespace

const Rule slow_post_rule{
    .id = "slow-post",
    .summary = "The note after an interview goes by post alone.",
    .why =
        "Many decisions fall within a day or two, before a letter is there. A card written by hand is welcome after "
        "the e-mail, not in its place.",
    .severity = always(Severity::information, only(Kind::interview) | only(Kind::phone_screen)),
    .sources = "S0, S2",
    .fix = "Makes it an e-mail.",
    .bad = bad,
    .good = good,
    .patterns = patterns,
    .check = check,
    .any_language = true,
};

}  // namespace afterword
