#include <algorithm>

#include "rules/checks/checks.h"
#include "rules/engine/context.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text = "---\nto: Dana Wu\nkind: interview\n---\n\nHallo Dana,\n\n[[vielen Dank f\xC3\xBCr das Gespr\xC3\xA4"
             "ch am Montag.]] Die F\xC3\xBChrung durch die Druckerei hat mir sehr gefallen.\n"},
    {.text = "---\nto: Dana Wu\nkind: interview\n---\n\nBonjour Dana,\n\n[[je vous remercie pour notre entretien de "
             "lundi et pour la visite des deux presses.]]\n"},
    {.text = "---\nto: Dana Wu\nkind: interview\n---\n\nHola Dana,\n\n[[muchas gracias por la conversaci\xC3\xB3n del "
             "lunes y por la visita a la imprenta.]]\n"},
};
constexpr std::string_view good[] = {
    "---\nto: Dana Wu\nkind: interview\n---\n\nHallo Dana,\n\nThank you for the tour of the print shop on Monday.\n",
    "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nYou said \"aller Anfang ist schwer\", and I agree.\n",
    "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nDanke! The second press ran all day.\n",
    "---\nto: Dana Wu\nkind: interview\n---\n\nDear Dana,\n\nOffset, Letterpress, Riso: all of them under one roof.\n",
};

void check(const Context& context, Findings& findings) {
  if (context.english || context.sentences.empty()) return;
  const Span sentence = context.sentences.front().span();
  const std::size_t line = context.text(sentence).find_first_of("\r\n");
  findings.add(
      {sentence.begin, std::min(sentence.end, line == std::string_view::npos ? sentence.end : sentence.begin + line)},
      "This is not English, so only names, facts and dates are looked at. What the sentences do is left to "
      "you.");
}

}  // namespace

const Rule not_english_rule{
    .id = "not-english",
    .summary = "The note is in another language than English.",
    .why =
        "Most rules know English wording alone. In any other language names, facts and dates are still held against "
        "each other, and nothing is said of the rest.",
    .severity = always(Severity::hint),
    .sources = "D",
    .fix = {},
    .bad = bad,
    .good = good,
    .patterns = {},
    .check = check,
    .any_language = true,
};

}  // namespace afterword
