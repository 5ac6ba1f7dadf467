#include "rules/engine/note_set.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "rules/note/personal_names.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

/// Of a phrase that very many notes share only so many holders are looked at: a copy of a whole sentence shares other
/// keys too, and rarer ones.
constexpr std::size_t most_holders = 32;

bool is_to_the_same(const NotePrint& a, const NotePrint& b) {
  return a.names == b.names && a.emails == b.emails && a.houses == b.houses;
}

std::string_view folder_of(std::string_view path) {
  return path.substr(0, path.rfind('/') + 1);  // empty where there is no slash
}

/// "brightfold" begins "brightfold print" as a name, and not "brightfolder".
bool begins_name(std::string_view part, std::string_view whole) {
  return whole.starts_with(part) && (whole.size() == part.size() || whole[part.size()] == ' ');
}

std::string first_word_of(std::string_view name) { return std::string(name.substr(0, name.find(' '))); }

}  // namespace

std::string_view without_backup_mark(std::string_view path) {
  for (std::string_view mark : {"~", ".bak", ".orig", ".old", ".swp"})
    if (path.ends_with(mark)) path.remove_suffix(mark.size());
  return path;
}

std::vector<std::uint32_t> NoteSet::put(const std::string& path, std::shared_ptr<const NotePrint> print) {
  const auto [at, fresh] = by_path_.try_emplace(path, 0);
  if (fresh) {
    if (free_.empty()) {
      free_.push_back(static_cast<Id>(entries_.size()));
      entries_.emplace_back();
    }
    at->second = free_.back();
    free_.pop_back();
    entries_[at->second].path = &at->first;
  }
  Entry& entry = entries_[at->second];
  static const std::vector<std::uint32_t> none;
  const auto& held = entry.print ? entry.print->keys : none;
  // While somebody types all keys but those of one sentence stay.
  std::vector<std::uint32_t> gone, come;
  std::set_difference(held.begin(), held.end(), print->keys.begin(), print->keys.end(), std::back_inserter(gone));
  std::set_difference(print->keys.begin(), print->keys.end(), held.begin(), held.end(), std::back_inserter(come));
  for (const std::uint32_t key : gone) remove_key(key, at->second);
  for (const std::uint32_t key : come) add_key(key, at->second);
  replace_companies(path, entry.print ? entry.print->houses : std::vector<std::string>(), print->houses);
  std::vector<std::uint32_t> changed;
  const auto& fresh_keys = print->keys;
  if (!entry.print || !is_to_the_same(*entry.print, *print))  // to somebody else: all that it shares counts anew
    std::set_union(held.begin(), held.end(), fresh_keys.begin(), fresh_keys.end(), std::back_inserter(changed));
  else
    std::set_union(gone.begin(), gone.end(), come.begin(), come.end(), std::back_inserter(changed));
  entry.print = std::move(print);
  return changed;
}

std::vector<std::uint32_t> NoteSet::remove(std::string_view path) {
  const auto at = by_path_.find(path);
  if (at == by_path_.end()) return {};
  Entry& entry = entries_[at->second];
  std::vector<std::uint32_t> keys = entry.print->keys;
  for (const std::uint32_t key : entry.print->keys) remove_key(key, at->second);
  replace_companies(at->first, entry.print->houses, {});
  entry = {};
  free_.push_back(at->second);
  by_path_.erase(at);
  return keys;
}

void NoteSet::clear() {
  by_path_.clear();
  entries_.clear();
  free_.clear();
  holders_.clear();
  lists_.clear();
  free_lists_.clear();
  companies_.clear();
  facts_.clear();
}

void NoteSet::replace_companies(const std::string& path, const std::vector<std::string>& before,
                                const std::vector<std::string>& after) {
  if (before == after) return;
  for (const std::string& name : before) {
    auto [at, end] = companies_.equal_range(first_word_of(name));
    at = std::find_if(at, end, [&](const auto& one) { return one.second == Company{name, path}; });
    if (at != end) companies_.erase(at);
  }
  for (const std::string& name : after) companies_.emplace(first_word_of(name), Company{name, path});
}

void NoteSet::put_facts(const std::string& path, const std::vector<std::string>& companies) {
  std::vector<std::string> folded;
  folded.reserve(companies.size());
  for (const std::string& company : companies) folded.push_back(fold_plain(company));
  std::vector<std::string>& known = facts_[path];
  replace_companies(path, known, folded);
  known = std::move(folded);
  if (known.empty()) facts_.erase(path);
}

bool NoteSet::knows(std::string_view path, const SetQuestion& question) const {
  return question.type == SetQuestion::Type::company ? has_company(path, question.about)
                                                     : has_email_to(path, question.about);
}

bool NoteSet::has_email_to(std::string_view path, std::string_view name_or_email) const {
  Id one = 0;
  const auto notes = holders(addressee_key(name_or_email), one);
  const NotePrint* asking = find(path);
  return std::any_of(notes.begin(), notes.end(), [&](Id id) {
    const NotePrint& other = *entries_[id].print;
    const bool elsewhere =
        asking && !asking->houses.empty() && !other.houses.empty() && may_be_for_different_houses(*asking, other, true);
    return other.by_email && !elsewhere && without_backup_mark(*entries_[id].path) != without_backup_mark(path);
  });
}

bool NoteSet::has_company(std::string_view path, std::string_view name) const {
  const std::string asked = fold_plain(name);
  const auto [begin, end] = companies_.equal_range(first_word_of(asked));
  return !asked.empty() && std::any_of(begin, end, [&](const auto& one) {
    const Company& company = one.second;
    return company.path != path && (begins_name(company.name, asked) || begins_name(asked, company.name));
  });
}

const NotePrint* NoteSet::find(std::string_view path) const {
  const auto at = by_path_.find(path);
  return at == by_path_.end() ? nullptr : entries_[at->second].print.get();
}

void NoteSet::add_key(std::uint32_t key, Id id) {
  const auto [at, fresh] = holders_.try_emplace(key, id);
  if (fresh) return;
  if ((at->second & is_list) == 0) {
    const Id first = at->second;
    if (free_lists_.empty()) {
      free_lists_.push_back(static_cast<Id>(lists_.size()));
      lists_.emplace_back();
    }
    at->second = free_lists_.back() | is_list;
    free_lists_.pop_back();
    lists_[at->second & ~is_list].assign(1, first);
  }
  std::vector<Id>& list = lists_[at->second & ~is_list];
  list.insert(std::upper_bound(list.begin(), list.end(), id), id);
}

void NoteSet::remove_key(std::uint32_t key, Id id) {
  const auto at = holders_.find(key);
  if (at == holders_.end()) return;
  if ((at->second & is_list) == 0) {
    if (at->second == id) holders_.erase(at);
    return;
  }
  const Id where = at->second & ~is_list;
  std::vector<Id>& list = lists_[where];
  if (const auto [first, last] = std::equal_range(list.begin(), list.end(), id); first != last) list.erase(first);
  if (list.size() > 1) return;
  at->second = list.front();
  list = {};
  free_lists_.push_back(where);
}

std::span<const NoteSet::Id> NoteSet::holders(std::uint32_t key, Id& one) const {
  const auto at = holders_.find(key);
  if (at == holders_.end()) return {};
  one = at->second;
  if ((one & is_list) == 0) return {&one, 1};
  return lists_[one & ~is_list];
}

void NoteSet::add_holders(const NotePrint& print, const PrintSentence& sentence, std::vector<Id>& ids) const {
  std::vector<std::uint32_t> keys;
  append_keys(print, sentence, keys);
  std::vector<Id> before;
  for (const std::uint32_t key : keys) {
    Id one = 0;
    std::span<const Id> more = holders(key, one);
    more = more.first(std::min(more.size(), most_holders));
    if (std::includes(ids.begin(), ids.end(), more.begin(), more.end())) continue;  // as with most keys of a copy
    before.swap(ids);
    ids.clear();
    std::set_union(before.begin(), before.end(), more.begin(), more.end(), std::back_inserter(ids));
  }
}

bool NoteSet::has_note_to(const Person& person, std::string_view folder) const {
  if (!person.email.empty() && holders_.contains(addressee_key(fold(person.email)))) return true;
  if (person.name.find(' ') != std::string::npos && holders_.contains(addressee_key(person.name))) return true;
  const std::string below = folder.empty() || folder.ends_with('/') ? std::string(folder) : std::string(folder) + '/';
  const NameForm asked(person.name);
  for (auto at = by_path_.lower_bound(below); at != by_path_.end() && at->first.starts_with(below); ++at)
    for (const NameForm& name : entries_[at->second].print->name_forms)
      if (name.may_be_part_of(asked) || asked.may_be_part_of(name)) return true;
  return false;
}

std::vector<NoteSet::Copy> NoteSet::copies(std::string_view path, const NotePrint& print, const PrintSentence& sentence,
                                           std::size_t most, Query& query) const {
  std::vector<Copy> found;
  if (sentence.whole == 0) return found;
  std::vector<Id> ids;
  add_holders(print, sentence, ids);
  const std::string_view folder = folder_of(path), name = without_backup_mark(path);
  for (const Id id : ids) {
    const Entry& entry = entries_[id];
    if (shares_addressee(print, *entry.print)) continue;  // the cheapest first
    const auto& others = entry.print->sentences;
    const auto there = std::find_if(others.begin(), others.end(), [&](const PrintSentence& other) {
      const std::size_t fewer = std::min(sentence.word_count(), other.word_count());
      const std::size_t more = std::max(sentence.word_count(), other.word_count());
      const bool compared = sentence.whole != other.whole && fewer * 4 >= more * 3;
      const std::size_t cost = 1 + (compared ? fewer * more : 0);
      if (cost > query.effort) query.effort = 0;
      if (query.effort == 0) return false;
      query.effort -= cost;
      return is_copy(print, sentence, *entry.print, other);
    });
    if (there == others.end() || without_backup_mark(*entry.path) == name) continue;
    const auto [known, fresh] = query.different.try_emplace(id, false);  // names are compared once
    if (fresh) {
      constexpr std::size_t cost = 1'000;  // names take as long as so many words
      known->second = query.effort > 0 && to_different_people(print, *entry.print);
      query.effort -= std::min(query.effort, cost);
    }
    if (!known->second) continue;
    const bool near = folder_of(*entry.path) == folder;
    found.push_back({entry.path, entry.print.get(), &*there, may_be_for_different_houses(print, *entry.print, near)});
    if (found.size() == most) break;
  }
  std::sort(found.begin(), found.end(), [](const Copy& a, const Copy& b) { return *a.path < *b.path; });
  return found;
}

namespace {

constexpr std::size_t most_asked = 16;  // copies of a sentence

/// What one reader said, or was given: by the sentence alone. The chances are chosen by labelled bodies whose other
/// sentences were put side by side: of thanks for an act, which a whole panel may have done, only what is plain counts.
bool belongs_to_one(const PrintSentence& sentence, float chance) {
  const bool thanks = sentence.roles.has(Role::thanks);
  const float least_chance = thanks ? 0.8f : 0.6f;
  const int least_specific = thanks ? 3 : 1;
  constexpr std::size_t least_words = 5;
  return chance >= least_chance && sentence.specific >= least_specific && sentence.word_count() >= least_words;
}

bool is_callback(const PrintSentence& sentence) {
  const bool date = sentence.roles.has(Role::next_step) && sentence.dated;  // dates may be shared
  return sentence.roles.has(Role::callback) && !date && belongs_to_one(sentence, sentence.callback);
}

bool is_addition(const PrintSentence& sentence) {
  return sentence.roles.has(Role::addition) && !sentence.roles.any_of({Role::fit, Role::interest, Role::next_step}) &&
         belongs_to_one(sentence, sentence.addition);
}

}  // namespace

std::vector<NoteSet::PassedOn> NoteSet::passed_on(std::string_view path, const NotePrint& print) const {
  std::vector<PassedOn> found;
  Query query;
  for (const PrintSentence& sentence : print.sentences) {
    const bool callback = is_callback(sentence);
    if (!callback && !is_addition(sentence)) continue;
    auto there = copies(path, print, sentence, most_asked, query);
    if (!callback) std::erase_if(there, [](const Copy& copy) { return copy.other_house; });
    if (!there.empty()) found.push_back({&sentence, std::move(there)});
  }
  return found.empty() && print.no_point ? half_passed_on(path, print) : found;
}

std::vector<NoteSet::PassedOn> NoteSet::half_passed_on(std::string_view path, const NotePrint& print) const {
  struct Common {
    std::size_t words = 0;
    const PrintSentence* first = nullptr;
    Copy copy;
  };
  std::map<std::string_view, Common> by_path;
  Query query;
  for (const PrintSentence& sentence : print.sentences)
    for (const Copy& copy : copies(path, print, sentence, most_asked, query)) {
      if (copy.other_house) continue;
      Common& common = by_path[*copy.path];
      common.words += sentence.word_count();
      if (!common.first) common.first = &sentence, common.copy = copy;
    }
  const Common* most = nullptr;
  for (const auto& [other, common] : by_path)
    if (!most || common.words > most->words) most = &common;
  // What another language says of the talk is not known: only a note that is the other one altogether is told.
  const std::size_t all = print.words.size();
  if (!most || (print.english ? most->words * 2 < all : most->words * 10 < all * 9)) return {};
  return {{most->first, {most->copy}, true}};
}

}  // namespace afterword
