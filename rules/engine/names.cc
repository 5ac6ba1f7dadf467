#include "rules/engine/names.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "rules/note/personal_names.h"
#include "rules/note/unicode.h"
#include "rules/note/word_list.h"

namespace afterword {

namespace {

using std::string_view;

const WordList openers(
    "dear dearest respected hi hello hey hiya howdy yo greetings morning afternoon evening day good hallo hej hei hola "
    "olá salut bonjour bonsoir buenas buenos días tardes liebe lieber sehr geehrte geehrter guten tag morgen "
    "abend estimada estimado estimados querida querido cher chère chers caro cara gentile egregio buongiorno "
    "beste geachte kära kære kjære god prezado prezada szanowny szanowna szanowni drogi droga");

/// Openers of one language that are names in another: "Dear Cara", "Hi Morgen".
const WordList openers_and_names("beste cara caro cher day gentile god liebe lieber morgen tag");
/// Behind these they are no names: "Good day", "Guten Tag".
const WordList wishing("good god guten");

/// Function words that are names as well, with a capital: "Hi May", "Dear Or and Luis".
const WordList names_too("may or");

/// Nobody in particular, in a word that looks like somebody.
const WordList fellows("colleague friend friends neighbor neighbors neighbour neighbours");

/// How one is spoken to without a name; that is nobody else's name either.
const WordList relations(
    "aunt auntie boss brother captain chef coach cousin dad daddy darling doctor dr father gran grandad "
    "granddad grandma grandpa granny mama mom mother mum mummy nurse papa prof professor sensei sister "
    "teacher uncle");

/// Functions, groups and politeness: who is greeted by these alone is nobody in particular.
const WordList generic_words(
    "a acquisition administrator admissions again all and assessor assessors at board both candidate careers "
    "chair chairman chairperson chairwoman colleague colleagues committee concern coordinator crew damen "
    "department director editor employer employment everybody everyone examiner examiners executive folks for "
    "friend friends gentlemen guys head herren hiring hr human in interviewer interviewers it ladies landlord "
    "lead madam madame manager managers may member members monsieur of office officer or owner panel people "
    "person personnel president principal recruiter recruiters recruiting recruitment representative "
    "resources responsible señor señores search secretary selection sir sirs specialist staff staffing "
    "supervisor talent team the there to und whom you");
const WordList group_heads(
    "board chair committee coordinator crew department director editor head hr interviewers lead manager "
    "managers office officer panel principal recruiter recruiters recruitment secretary staff supervisor team");

/// Politeness alone, behind a title as well.
const WordList polite_words("gentlemen ladies ma'am madam madame sir sirs");

/// Between somebody or a group and the house they are of: "the panel at Initech", "Dana from HR".
const WordList house_prepositions("at from of in with");

struct Piece {
  Span span;
  string_view text;
};

/// Words of the salutation by white space, marks off both ends.
std::vector<Piece> pieces_of(string_view text, std::size_t base) {
  std::vector<Piece> pieces;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = std::min(text.find_first_of(" \t\r\n/", at), text.size());
    string_view word = text.substr(at, end - at);
    std::size_t begin = at;
    while (!word.empty() && string_view("*_(\"'").find(word.front()) != string_view::npos)
      word.remove_prefix(1), ++begin;
    while (!word.empty() && string_view(",.:;!*_)\"").find(word.back()) != string_view::npos) word.remove_suffix(1);
    if (!word.empty() && word != "-" && word != "\xE2\x80\x93" && word != "\xE2\x80\x94")
      pieces.push_back({Span{begin, begin + word.size()}.shifted(base), word});
    at = end + 1;
  }
  return pieces;
}

/// Words before the opener or in its place: "my" of "my dear Dana", the wish of "Happy New Year, Dana".
std::size_t leading_words(const std::vector<Piece>& pieces) {
  auto word = [&](std::size_t at) { return at < pieces.size() ? fold(pieces[at].text) : std::string(); };
  if (word(0) == "my") return word(1).starts_with("dear") ? 1 : 0;
  if (word(0) != "happy" && word(0) != "merry" && word(0) != "season's") return 0;
  if (word(1) == "new" && word(2) == "year") return 3;
  static const WordList days("christmas easter holidays monday friday greetings");
  return days.holds(word(1)) ? 2 : 0;
}

std::string_view without_marks(string_view text) {
  text = trim(text);
  for (;;) {
    std::size_t before = text.size();
    while (!text.empty() && string_view(",:;!-").find(text.back()) != string_view::npos) text.remove_suffix(1);
    for (string_view dash : {"\xE2\x80\x93", "\xE2\x80\x94"})
      if (text.ends_with(dash)) text.remove_suffix(dash.size());
    text = trim(text);
    if (text.size() == before) return text;
  }
}

/// A word behind a title is a name, in lower case as well: "Mr. al-Masri", "Ms. hooks".
bool names_somebody(string_view word) {
  const std::string folded = fold(word);
  if (polite_words.holds(folded)) return false;  // "Sir/Madam"
  return is_capitalised(word) || (!generic_words.holds(folded) && !group_heads.holds(folded) && folded != "&");
}

}  // namespace

bool is_template_name(std::string_view names) {
  constexpr auto templates = std::to_array<std::string_view>(
      {"name", "first name", "last name", "firstname", "lastname", "full name", "surname", "name here",
       "hiring manager name", "hiring manager's name", "interviewer name", "interviewer's name", "recruiter name",
       "insert name", "recipient", "company name", "xx", "xxx", "xxxx"});
  const std::string folded = fold(names);
  std::string bare;
  for (std::string_view rest = folded; !rest.empty();) {
    auto end = std::min(rest.find_first_of(" /"), rest.size());
    std::string_view word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    bool title = word == "mr" || word == "ms" || word == "mrs" || word == "mr." || word == "ms." || word == "mrs." ||
                 word == "dr" || word == "dr." || word == "mx.";
    if (!title) bare += (bare.empty() ? "" : " ") + std::string(word);
  }
  return std::find(templates.begin(), templates.end(), bare) != templates.end();
}

Salutation read_salutation(const Note& note) {
  Salutation made;
  const Paragraph* greeting = note.greeting();
  if (!greeting) return made;
  string_view text = without_marks(note.text(greeting->span));
  made.whole = {greeting->span.begin, greeting->span.begin + text.size()};
  made.closed = text.size() < trim(note.text(greeting->span)).size();
  made.open = !made.closed && note.paragraphs().empty();
  for (const Word& word : greeting->content->words) made.has_slot = made.has_slot || word.kind == WordKind::slot;
  auto pieces = pieces_of(text, greeting->span.begin);
  std::size_t first = leading_words(pieces);
  const auto joins = [&](std::size_t i) {
    return pieces[i].text == "and" || pieces[i].text == "&" || pieces[i].text == "+" ||
           note.text()[pieces[i].span.begin - 1] == '(';
  };
  const auto ends_name = [&](std::size_t i) { return i + 1 == pieces.size() || joins(i + 1); };
  for (; first < pieces.size() && openers.holds(fold(pieces[first].text)); ++first) {
    const bool wished = first > 0 && wishing.holds(fold(pieces[first - 1].text));
    if (!wished && is_capitalised(pieces[first].text) && openers_and_names.holds(fold(pieces[first].text)) &&
        ends_name(first))
      break;
  }
  if (first > 0) made.opener = note.text({pieces[0].span.begin, pieces[first - 1].span.end});
  made.names = first < pieces.size() ? Span{pieces[first].span.begin, pieces.back().span.end}
                                     : Span{made.whole.end, made.whole.end};
  std::size_t generic = 0;
  std::size_t settled = 0;   // tokens that name people, whatever group is greeted beside them: "Dana and the team"
  bool after_group = false;  // "the recruiting team at Initech": what follows is its house
  bool ends_in_group = false;
  for (std::size_t i = first; i < pieces.size(); ++i) {
    std::string folded = fold(pieces[i].text);
    if (folded.ends_with("'s")) folded.resize(folded.size() - 2);
    const bool last = i + 1 == pieces.size();
    const bool behind_title = made.titled && i > first && is_title(fold(pieces[i - 1].text));
    if (is_title(folded) && !last && names_somebody(pieces[i + 1].text)) {
      made.titled = true;
      continue;
    }
    if (relations.holds(folded) && !(generic > 0 && last)) {  // "Dear Grandma", "Dear Professor"; no "Head Teacher"
      made.titled = ends_in_group = true;
      continue;
    }
    if (fellows.holds(folded) || relations.holds(folded)) {
      ++generic;
      ends_in_group = true;
      continue;
    }
    const bool in_house = house_prepositions.holds(folded);
    after_group = after_group || (ends_in_group && in_house);
    const char before = note.text()[pieces[i].span.begin - (pieces[i].span.begin > 0)];
    if (in_house || folded == "and" || folded == "&" || folded == "+" || before == '(') settled = made.tokens.size();
    ends_in_group = group_heads.holds(folded);
    const bool capitalised = is_capitalised(pieces[i].text), alone = pieces.size() - first == 1;
    const bool name_too = i == first && capitalised && names_too.holds(folded) && ends_name(i);
    if ((generic_words.holds(folded) && !name_too) || folded == "cc") {
      ++generic;
    } else if (!after_group && (capitalised || (first == 0 && i == 0) || alone || behind_title)) {
      made.tokens.push_back(pieces[i].span);
    }
  }
  if (made.names.end < note.text().size() && note.text()[made.names.end] == ')') ++made.names.end;
  if (ends_in_group) made.tokens.resize(settled);  // "Dear Larkfield Team"
  made.generic = made.tokens.empty() && !made.titled && !made.has_slot && (generic > 0 || first == pieces.size());
  return made;
}

namespace {

/// Told by the first two letters, where they are ASCII; for most words that is all it takes.
bool surely_begins_otherwise(string_view written, string_view known) {
  if (written.size() < 2 || known.size() < 2) return false;
  const auto letter = [](string_view word, std::size_t at) { return static_cast<unsigned char>(word[at]); };
  const unsigned char a = letter(written, 0), b = letter(written, 1), c = letter(known, 0), d = letter(known, 1);
  if ((a | b | c | d) >= 0x80) return false;
  const auto same = [](unsigned char x, unsigned char y) { return (x | 0x20) == (y | 0x20); };
  return !same(a, c) && !(same(a, d) && same(b, c));
}

}  // namespace

bool is_near_miss(string_view written, string_view known, bool in_greeting) {
  if (surely_begins_otherwise(written, known)) return false;
  std::string a = fold_plain(written), b = fold_plain(known);
  if (a == b || a == fold_spelt_out(known) || b == fold_spelt_out(written)) return false;  // Mueller and Müller
  const auto joined = [](std::string name) {
    std::erase(name, '-');
    return name;
  };
  if (joined(a) == joined(b)) return false;  // "Jihoon" for "Ji-hoon"
  std::size_t size = code_points(b);
  std::size_t least = in_greeting ? 4 : 5;
  if (size < least || code_points(a) + 2 < size) return false;
  if (a == b + "s" || b == a + "s") return false;
  if (a.starts_with(b) && a.size() > b.size() + 1) return false;  // "Berliner" is not "Berlin" misspelt
  std::size_t most = size >= 8 || (in_greeting && size >= 7) ? 2 : 1;
  std::size_t distance = edit_distance(a, b, most);
  if (distance > most || nickname_of(a, b)) return false;
  // The first letter is seldom the one mistyped: another one there is another name.
  return a[0] == b[0] || (a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0]);
}

std::string address(const Person& person, bool informal) {
  string_view name = trim(person.name);
  string_view bare = without_title(name);
  if (bare.size() < name.size())
    return std::string(trim(name.substr(0, name.size() - bare.size()))) + " " + std::string(surname_of(name));
  const string_view given = given_name_of(name);
  const bool initial = name_words(given).empty();  // nobody is greeted "Dear J."
  return std::string(informal && !initial ? given : bare);
}

std::string address(const std::vector<Person>& people, bool informal) {
  std::string made;
  for (std::size_t i = 0; i < people.size(); ++i) {
    if (i > 0) made += i + 1 == people.size() ? " and " : ", ";
    made += address(people[i], informal || people.size() > 1);
  }
  return made;
}

bool names_a_person(const Person& person) {
  static const WordList offices(
      "applications bewerbung bv co corp desk front gmbh group inc info jobs llc llp ltd plc reception support");
  // "undisclosed-recipients:;" is a group of a mail's header, and nobody reads what goes to no-reply.
  if (person.name.find(":;") != std::string::npos || person.name.ends_with("recipients:")) return false;
  const std::string account = fold(person.email.substr(0, std::min(person.email.find('@'), person.email.size())));
  for (string_view machine : {"no-reply", "noreply", "no_reply", "donotreply", "do-not-reply", "mailer-daemon"})
    if (account.starts_with(machine)) return false;
  auto words = name_words(person.name);
  if (words.empty()) return false;
  std::string last = fold(words.back());
  if (group_heads.holds(last) || offices.holds(last) || generic_words.holds(last)) return false;
  return std::any_of(words.begin(), words.end(), [](string_view word) {
    std::string folded = fold(word);
    return !generic_words.holds(folded) && !offices.holds(folded);
  });
}

namespace {

std::vector<Person> with_names(const std::vector<Person>& people) {
  std::vector<Person> named;
  std::copy_if(people.begin(), people.end(), std::back_inserter(named), names_a_person);
  return named;
}

}  // namespace

std::vector<Person> named_addressees(const Facts& facts) { return with_names(facts.to); }

std::vector<Person> possible_addressees(const Facts& facts) {
  return named_addressees(facts).empty() ? with_names(facts.others) : std::vector<Person>();
}

}  // namespace afterword
