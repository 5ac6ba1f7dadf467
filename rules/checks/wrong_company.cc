#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "rules/checks/checks.h"
#include "rules/checks/company_talk.h"
#include "rules/engine/context.h"
#include "rules/engine/names.h"
#include "rules/note/personal_names.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

constexpr BadExample bad[] = {
    {.text =
         "---\ncompany: Initech\nkind: interview\n---\n\nDear Dana,\n\nThe two presses are why I would like to join "
         "[[Brightfold]] in May.\n",
     .fixed = "---\ncompany: Initech\nkind: interview\n---\n\nDear Dana,\n\nThe two presses are why I would like to "
              "join Initech in May.\n"},
    {.text = "---\ncompany: [Initech, INX]\nkind: interview\n---\n\nDear Dana,\n\nThank you for considering me for the "
             "role at [[Brightfold Print]].\n",
     .fixed =
         "---\ncompany: [Initech, INX]\nkind: interview\n---\n\nDear Dana,\n\nThank you for considering me for the "
         "role at Initech.\n"},
    {.text = "---\ncompany: Initech\nkind: interview\n---\n\nDear Dana,\n\nI would be glad of a future with "
             "[[Brightfold]], as I said.\n",
     .fixed = "---\ncompany: Initech\nkind: interview\n---\n\nDear Dana,\n\nI would be glad of a future with Initech, "
              "as I said.\n"},
    {.text = "---\ncompany: Initech\nkind: interview\n---\n\nDear Dana,\n\nThe way you test is what I like about "
             "[[Brightfold]]'s culture.\n",
     .fixed = "---\ncompany: Initech\nkind: interview\n---\n\nDear Dana,\n\nThe way you test is what I like about "
              "Initech's culture.\n"},
};
constexpr std::string_view good[] = {
    "---\ncompany: Initech\nkind: interview\n---\n\nDear Dana,\n\nAt Brightfold I ran the second press, and my role at "
    "Brightfold was the night shift.\n",
    "---\ncompany: Initech\nkind: interview\n---\n\nDear Dana,\n\nI would like to join Initech's night shift.\n",
    "---\ncompany: Initech\nkind: interview\n---\n\nDear Dana,\n\nYour customer Brightfold is why the role at "
    "Brightfold's desk in your house exists.\n",
    "---\ncompany: Initech\nkind: interview\n---\n\nDear Dana,\n\nI would like to join Operations and the team at "
    "Leeds.\n\nThe hall in Leeds is the largest.\n",
    "---\ncompany: Initech\nkind: interview\n---\n\nDear Dana,\n\nYou asked why I left Brightfold. The team at "
    "Brightfold moved to Hull.\n",
    "---\nkind: interview\n---\n\nDear Dana,\n\nI would like to join Brightfold in May.\n",
};

constexpr std::size_t most_words = 6;  // of a name
/// A text of more is no note, and each key stroke would pay for it.
constexpr std::size_t most_sentences = 500;

/// A run of capitalised words that may be a company's name.
struct Name {
  Span span;                       ///< bytes of the note
  std::vector<std::string> words;  ///< folded without accents
};

/// The name that a hit of this tag speaks of: its first capitalised word, or its last, with those that follow.
std::optional<Name> name_in(const Context& context, const FoundPhrase& hit) {
  const BodySentence& sentence = context.sentences[hit.sentence];
  const auto words = sentence.words();
  const std::size_t base = sentence.paragraph->span.begin;
  const auto may_name = [&](const Word& word) {
    return word.kind == WordKind::word && word.is(capitalised) && !word.is(sentence_start) &&
           fold(context.text(word.span().shifted(base))) != "i";
  };
  const auto begin = std::partition_point(words.begin(), words.end(),
                                          [&](const Word& word) { return word.begin + base < hit.span.begin; });
  std::optional<std::size_t> first;
  for (auto i = static_cast<std::size_t>(begin - words.begin());
       i < words.size() && words[i].end + base <= hit.span.end; ++i) {
    if (!may_name(words[i])) continue;
    if (!first || (names_last(hit.tag) && (i == 0 || !may_name(words[i - 1])))) first = i;
  }
  if (!first) return std::nullopt;
  Name name;
  name.span.begin = words[*first].begin + base;
  for (std::size_t i = *first; i < std::min(words.size(), *first + most_words) && may_name(words[i]); ++i) {
    if (i > *first && (words[i].is(after_comma) || is_time_word(fold(context.text(words[i].span().shifted(base))))))
      break;
    name.span.end = words[i].end + base;
    name.words.push_back(fold_plain(context.text(words[i].span().shifted(base))));
  }
  return name;
}

bool shares_a_word(const Name& name, std::string_view other) {
  const auto words = name_words(other);
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    const std::string folded = fold_plain(word);
    return std::find(name.words.begin(), name.words.end(), folded) != name.words.end();
  });
}

/// Initials of a name of several words: "LFL" for "Larkfield Freight Ltd".
std::string initials_of(std::string_view name) {
  std::string made;
  for (std::string_view word : name_words(name)) made += fold_plain(word).substr(0, 1);
  return made;
}

/// The first word of `other` stands in the name.
bool names_it(const Name& name, std::string_view other) {
  const auto words = name_words(other);
  return !words.empty() && std::find(name.words.begin(), name.words.end(), fold_plain(words[0])) != name.words.end();
}

/// The employer itself: a word of its name or of an alias, initials, a slip that name-misspelt speaks of.
bool is_the_company(const Context& context, const Name& name) {
  for (const auto& company : context.facts.company) {
    const std::string whole = fold_plain(company.value);
    // "Larkfield", "Larkfield Freight" and "New Larkfield", but not some other "Freight".
    if (whole.find(name.words[0]) != std::string::npos || names_it(name, company.value)) return true;
    if (name.words[0].size() >= 2 && initials_of(company.value).starts_with(name.words[0])) return true;
    for (std::string_view word : name_words(company.value))
      if (is_near_miss(name.words[0], word, true)) return true;
    if (initials_of(context.text(name.span)) == whole) return true;
  }
  return false;
}

bool is_a_known_person(const Facts& facts, const Name& name) {
  const auto shares = [&](const Person& person) { return shares_a_word(name, person.name); };
  return std::any_of(facts.to.begin(), facts.to.end(), shares) ||
         std::any_of(facts.others.begin(), facts.others.end(), shares) || (facts.from && shares(*facts.from)) ||
         (facts.referred_by && shares(*facts.referred_by));
}

/// Names of people, things to speak of and ordinary words with a capital: no company for certain.
bool is_something_else(const Context& context, const Name& name, bool known_around) {
  const Facts& facts = context.facts;
  const std::string& head = name.words[0];
  if (is_a_known_person(facts, name) || is_given_name(head)) return true;
  // "Operations", "Monday": a word that the lexicon knows is a word, unless a name goes on behind it or a company of
  // another note has it.
  const bool is_word = is_no_company(head) || (name.words.size() == 1 && context.lexicon.form_of(head) != 0);
  if (is_word && !known_around) return true;
  if (facts.role && shares_a_word(name, facts.role->value)) return true;
  return std::any_of(facts.topics.begin(), facts.topics.end(),
                     [&](const Fact<std::string>& topic) { return shares_a_word(name, topic.value); });
}

/// Names of which the note says something else: the writer's own house, a customer, a place, a tool. Sorted, by their
/// first words.
std::vector<std::string> names_told_otherwise(const Context& context) {
  std::vector<std::string> names;
  for (const FoundPhrase& hit : context.hits())
    if (speaks_against(hit.tag))
      if (auto name = name_in(context, hit)) names.push_back(std::move(name->words[0]));
  std::sort(names.begin(), names.end());
  return names;
}

/// The post that the writer had: the sentence says what they bring, and nothing of what they want.
bool is_past(const Context& context, const FoundPhrase& hit) {
  const Roles roles = context.sentences[hit.sentence].roles;
  return hit.tag == slot && roles.has(Role::fit) && !roles.has(Role::interest);
}

/// The reader's address is there.
bool is_in_address(const Context& context, const Name& name) {
  return std::any_of(context.facts.to.begin(), context.facts.to.end(), [&](const Person& person) {
    const auto at = person.email.find('@');
    return at != std::string::npos && fold_plain(person.email.substr(at)).find(name.words[0]) != std::string::npos;
  });
}

/// The name is that of a parent, an agency, a unit.
bool is_of_a_house(const Name& name) {
  return std::any_of(name.words.begin() + 1, name.words.end(),
                     [](const std::string& word) { return is_house_word(word); });
}

void check(const Context& context, Findings& findings) {
  if (context.sentences.size() > most_sentences) return;
  const auto hits = context.hits();
  const auto speaks_of_work = [](const FoundPhrase& hit) { return is_slot(hit.tag) && !hit.quoted; };
  if (context.facts.company.empty() || std::none_of(hits.begin(), hits.end(), speaks_of_work)) return;
  const std::vector<std::string> others = names_told_otherwise(context);
  const bool kin = std::any_of(hits.begin(), hits.end(), [](const FoundPhrase& hit) { return hit.tag == kinship; });
  Span last;
  for (const FoundPhrase& hit : hits) {
    if (!speaks_of_work(hit)) continue;
    const auto name = name_in(context, hit);
    if (!name || name->span == last || context.note.is_unfinished(name->span.end)) continue;
    if (is_the_company(context, *name)) continue;
    const bool known_around =
        findings.ask(context, {SetQuestion::Type::company, std::string(context.text(name->span))});
    if (hit.tag == team_slot && !known_around) continue;
    if (is_something_else(context, *name, known_around) ||
        std::binary_search(others.begin(), others.end(), name->words[0]) || is_past(context, hit))
      continue;
    last = name->span;
    const Fact<std::string>& company = context.facts.company[0];
    const std::string written(context.text(name->span));
    // Another letter of theirs is for that company: then it comes from there, unless the note itself tells better.
    const bool guessed = !known_around && (hit.tag == loose_slot || is_of_a_house(*name));
    const bool related = kin || is_in_address(context, *name) || guessed;
    Finding& finding =
        findings.add(name->span, related ? "This speaks of " + written + ", but the facts say " + company.value +
                                               ". If it is another house of theirs, add it to the company's names."
                                         : written + " is not the company this note is for. Write " + company.value +
                                               ", and look for what else was meant for the other.");
    if (related) findings.step_down(finding, Severity::information);
    Fix fix;
    fix.title = "Write " + company.value;
    fix.preferred = !related;
    fix.edits.push_back({name->span, company.value, ""});
    finding.fixes.push_back(std::move(fix));
    finding.related.push_back({company.origin, "the company"});
  }
}

}  // namespace

const Rule wrong_company_rule{
    .id = "wrong-company",
    .summary = "The note speaks of the role, the team or a future at another company.",
    .why =
        "A company's name left from another letter tells the reader that they are one of several, and not the one you "
        "wrote for.",
    // After a no, or to somebody who advised, the next place may well be another.
    .severity = always(Severity::error, only(Kind::interview) | only(Kind::phone_screen) | only(Kind::no_reply)),
    .sources = "D",
    .fix = "Replaces it by the company's name.",
    .bad = bad,
    .good = good,
    .patterns = company_patterns(),
    .check = check,
    .milder = "information where it may be a parent, an agency or a unit",
    .any_language = true,
};

}  // namespace afterword
