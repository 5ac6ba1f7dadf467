#include "rules/note/lexicon.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <unordered_map>

#include "rules/note/hash.h"
#include "rules/note/pattern_program.h"

namespace afterword {
namespace {

std::uint64_t spread_hash_of(std::string_view text) {
  const std::uint64_t hash = hash_of(text);
  return hash ^ (hash >> 29);
}

/// Folded words to forms: open addressing, at most half full.
class FormTable final : public Vocabulary {
 public:
  FormTable() : slots_(4096) { words_.emplace_back(); }

  Form add(std::string_view folded) override {
    if (const Form known = find(folded)) return known;
    if (words_.size() >= 0xFFFF) throw std::invalid_argument("the vocabulary is full");
    if (words_.size() * 2 > slots_.size()) grow();
    words_.emplace_back(folded);
    place(static_cast<Form>(words_.size() - 1));
    return static_cast<Form>(words_.size() - 1);
  }

  Form find(std::string_view folded) const {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = spread_hash_of(folded) & mask;; at = (at + 1) & mask) {
      if (slots_[at] == 0) return 0;
      if (words_[slots_[at]] == folded) return slots_[at];
    }
  }

  std::size_t class_named(std::string_view name) const override {
    for (std::size_t i = 0; i < class_names.size(); ++i)
      if (class_names[i] == name) return i;
    throw std::invalid_argument("no word class '" + std::string(name) + "'");
  }

  std::size_t size() const { return words_.size(); }

  std::vector<std::string> class_names;

 private:
  void place(Form form) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = spread_hash_of(words_[form]) & mask;
    while (slots_[at] != 0) at = (at + 1) & mask;
    slots_[at] = form;
  }
  void grow() {
    slots_.assign(slots_.size() * 2, 0);
    for (std::size_t i = 1; i < words_.size(); ++i) place(static_cast<Form>(i));
  }

  std::vector<Form> slots_;
  std::vector<std::string> words_;
};

/// A pattern that a word may begin.
struct Candidate {
  std::uint16_t second = 0;  ///< which of SecondWords: the forms that may follow
  std::uint16_t resume = 0;  ///< where the program goes on after the first word
  std::uint16_t pattern = 0;
  bool at_start = false;
};

/// What may follow the first word, a filter for each way to begin a pattern. A quarter of every filter lies beside the
/// same quarter of all others: one word is looked up in many of them, and this way they stay in the nearest cache.
class SecondWords {
 public:
  SecondWords() { add(FormFilter::every()); }

  std::uint16_t add(const FormFilter& filter) {
    for (std::size_t i = 0; i < quarters_.size(); ++i) quarters_[i].push_back(filter.bits[i]);
    if (quarters_[0].size() > 0xFFFF) throw std::invalid_argument("too many patterns");
    return static_cast<std::uint16_t>(quarters_[0].size() - 1);
  }
  const std::uint64_t* quarter(unsigned slot) const { return quarters_[slot >> 6].data(); }

 private:
  std::array<std::vector<std::uint64_t>, 4> quarters_;
};

/// Filters of which each must hold a form of the sentence.
struct Needs {
  std::array<FormFilter, 3> filters{};
  std::uint32_t count = 0;

  void add(const FormFilter& filter) {
    if (count == filters.size() || filter.size() > 200) return;
    filters[count++] = filter;
  }
  bool met_by(const FormFilter& occurring) const {
    for (std::uint32_t i = 0; i < count; ++i)
      if (!filters[i].overlaps(occurring)) return false;
    return true;
  }
};

template <typename Use>
void for_each_word(std::string_view words, Use use) {
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t begin = words.find_first_not_of(" \n", at);
    if (begin == std::string_view::npos) return;
    at = std::min(words.find_first_of(" \n", begin), words.size());
    use(words.substr(begin, at - begin));
  }
}

}  // namespace

struct Lexicon::Compiled {
  FormTable forms;
  ClassTable classes;
  std::vector<std::vector<Form>> members;  ///< by class
  std::vector<FormFilter> member_filter;   ///< by class
  std::vector<Needs> needed;               ///< by pattern
  Program program;
  std::vector<Hit> meaning;          ///< by pattern: owner and tag
  std::vector<std::uint64_t> once;   ///< by pattern: its tag's bit where one hit a sentence is enough, else 0
  std::vector<std::uint32_t> first;  ///< by form: where its candidates begin; one more at the end
  std::vector<Candidate> candidates;
  SecondWords seconds;
  std::vector<Candidate> loose;  ///< those that begin with a name, number, link, code or slot
  Form first_person = 0;

  void take_classes(std::span<const WordClass> given);
  void fill_class_table(std::span<const WordClass> given);
  void index(std::span<const CompiledPattern> patterns, std::span<const std::string_view> texts);
  FormFilter filter_from(std::size_t pc) const;
  Needs needed_after(std::size_t pc) const;
};

void Lexicon::Compiled::take_classes(std::span<const WordClass> given) {
  members.resize(given.size());
  member_filter.resize(given.size());
  for (std::size_t i = 0; i < given.size(); ++i) {
    forms.class_names.emplace_back(given[i].name);
    for_each_word(given[i].words, [&](std::string_view word) {
      const Form form = forms.add(word);
      members[i].push_back(form);
      member_filter[i].add(form);
    });
  }
}

void Lexicon::Compiled::fill_class_table(std::span<const WordClass> given) {
  classes.stride = std::max<std::size_t>(1, (given.size() + 63) / 64);
  classes.bits.assign(forms.size() * classes.stride, 0);
  for (std::size_t i = 0; i < given.size(); ++i)
    for (Form form : members[i]) classes.bits[form * classes.stride + i / 64] |= std::uint64_t{1} << (i % 64);
}

/// The forms that the next word may have; all of them where that can't be told.
FormFilter Lexicon::Compiled::filter_from(std::size_t pc) const {
  const Instruction& one = program.code[pc];
  switch (one.op) {
    case Op::word: {
      FormFilter made;
      made.add(one.a);
      return made;
    }
    case Op::word_class:
      return member_filter[one.a];
    case Op::set:
      return program.sets[one.a].filter;
    case Op::split: {
      FormFilter made = filter_from(pc + 1);
      made.unite(filter_from(one.a));
      return made;
    }
    case Op::jump:
      return filter_from(one.a);
    default:
      return FormFilter::every();
  }
}

/// What every match must hold somewhere after its first word, up to as many elements as Needs keeps.
Needs Lexicon::Compiled::needed_after(std::size_t pc) const {
  Needs needs;
  for (;;) {
    const Instruction& one = program.code[pc];
    switch (one.op) {
      case Op::match:
      case Op::end:
        return needs;
      case Op::jump:
      case Op::refuse:
        pc = one.a;
        continue;
      case Op::split: {
        // Alternatives end in a jump behind the last one; what may be left out does not.
        const Instruction& before_next = program.code[one.a - 1];
        const bool alternatives = before_next.op == Op::jump && before_next.a > one.a;
        if (alternatives) needs.add(filter_from(pc));
        pc = alternatives ? before_next.a : one.a;
        continue;
      }
      case Op::word:
      case Op::word_class:
      case Op::set:
        needs.add(filter_from(pc));
        break;
      default:
        break;
    }
    ++pc;
  }
}

void Lexicon::Compiled::index(std::span<const CompiledPattern> patterns, std::span<const std::string_view> texts) {
  std::vector<std::pair<Form, Candidate>> found;
  found.reserve(patterns.size() * 4);
  needed.resize(patterns.size());
  std::vector<std::size_t> open;
  const auto second_at = [&](std::size_t pc) -> std::uint16_t {
    const FormFilter filter = filter_from(pc);
    return filter.size() == 256 ? std::uint16_t{0} : seconds.add(filter);
  };
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    needed[i] = needed_after(patterns[i].start);
    open.assign(1, patterns[i].start);
    while (!open.empty()) {
      const std::size_t pc = open.back();
      open.pop_back();
      const Instruction& one = program.code[pc];
      Candidate made{0, static_cast<std::uint16_t>(pc + 1), static_cast<std::uint16_t>(i), patterns[i].at_start};
      if (one.op == Op::split) {
        open.push_back(pc + 1);
        open.push_back(one.a);
      } else if (one.op == Op::jump) {
        open.push_back(one.a);
      } else if (one.op == Op::word) {
        made.second = second_at(pc + 1);
        found.emplace_back(one.a, made);
      } else if (one.op == Op::word_class) {
        made.second = second_at(pc + 1);
        for (Form form : members[one.a]) found.emplace_back(form, made);
      } else if (one.op == Op::set) {
        made.second = second_at(pc + 1);
        for (Form form : program.sets[one.a].members) found.emplace_back(form, made);
      } else if (one.op == Op::kind || one.op == Op::name) {
        loose.push_back(made);
        loose.back().resume = static_cast<std::uint16_t>(pc);
      } else {
        throw std::invalid_argument("pattern '" + std::string(texts[i]) + "': it must begin with a word or a class");
      }
    }
  }
  first.assign(forms.size() + 1, 0);
  for (const auto& [form, candidate] : found) ++first[form + 1];
  for (std::size_t i = 1; i < first.size(); ++i) first[i] += first[i - 1];
  candidates.resize(found.size());
  std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
  for (const auto& [form, candidate] : found) candidates[next[form]++] = candidate;
}

Lexicon::Lexicon(std::span<const WordClass> classes, std::span<const PatternGroup> groups) {
  auto made = std::make_unique<Compiled>();
  made->take_classes(classes);
  made->first_person = made->forms.add("i");
  std::vector<CompiledPattern> patterns;
  std::vector<std::string_view> texts;
  for (const PatternGroup& group : groups) {
    for (const Pattern& pattern : group.patterns) {
      patterns.push_back(compile_pattern(pattern.text, made->forms, made->program));
      texts.push_back(pattern.text);
      made->meaning.push_back({group.owner, pattern.tag, 0, 0, 0});
      if (group.once && pattern.tag >= 64) throw std::invalid_argument("a tag over 63 in a group that wants each once");
      made->once.push_back(group.once ? std::uint64_t{1} << pattern.tag : 0);
    }
    if (last_basic_ == 0) last_basic_ = static_cast<Form>(made->forms.size() - 1);
  }
  made->fill_class_table(classes);
  made->index(patterns, texts);
  compiled_ = std::move(made);
}

Lexicon::~Lexicon() = default;

Form Lexicon::form_of(std::string_view folded) const { return compiled_->forms.find(folded); }

std::size_t Lexicon::class_named(std::string_view name) const { return compiled_->forms.class_named(name); }

bool Lexicon::is(Form form, std::size_t word_class) const { return compiled_->classes.is(form, word_class); }

void Lexicon::match(std::span<const Word> words, const Sentence& sentence, std::uint32_t sentence_index,
                    std::vector<Hit>& hits) const {
  const auto own = words.subspan(sentence.first_word, sentence.last_word - sentence.first_word);
  const PatternMachine machine(compiled_->program, compiled_->classes, compiled_->first_person, own);
  FormFilter occurring;
  for (const Word& word : own) occurring.add(word.form);
  std::uint64_t seen = 0;  // tags of which one hit is enough
  for (std::uint32_t at = 0; at < own.size(); ++at) {
    const std::size_t hits_before = hits.size();
    const auto keep = [&](const Candidate& one, int end) {
      if (end < 0) return;
      seen |= compiled_->once[one.pattern];
      Hit hit = compiled_->meaning[one.pattern];
      hit.sentence = sentence_index;
      hit.first_word = sentence.first_word + at;
      hit.last_word = sentence.first_word + static_cast<std::uint32_t>(end);
      const auto same = std::find_if(hits.begin() + static_cast<std::ptrdiff_t>(hits_before), hits.end(),
                                     [&](const Hit& h) { return h.owner == hit.owner && h.tag == hit.tag; });
      if (same == hits.end())
        hits.push_back(hit);
      else
        same->last_word = std::max(same->last_word, hit.last_word);
    };
    const Form form = own[at].form;
    if (form != 0) {
      // Some two dozen patterns begin with the usual word and three of them outlive the look at the next one, so that
      // look must cost next to nothing: its place in the filters is worked out once.
      const bool last = at + 1 == own.size();
      const unsigned slot = last ? 0 : FormFilter::slot(own[at + 1].form);
      const std::uint64_t mask = std::uint64_t{1} << (slot & 63);
      const std::uint64_t* const seconds = compiled_->seconds.quarter(slot);
      const Candidate* const end = compiled_->candidates.data() + compiled_->first[form + 1];
      for (const Candidate* one = compiled_->candidates.data() + compiled_->first[form]; one != end; ++one) {
        if (!last && (seconds[one->second] & mask) == 0) continue;
        if ((at != 0 && one->at_start) || (compiled_->once[one->pattern] & seen) != 0) continue;
        if (compiled_->needed[one->pattern].met_by(occurring)) keep(*one, machine.run(one->resume, at + 1));
      }
    }
    if (own[at].kind == WordKind::word && !own[at].is(capitalised)) continue;
    for (const Candidate& one : compiled_->loose)
      if ((at == 0 || !one.at_start) && (compiled_->once[one.pattern] & seen) == 0 && machine.may_run(one.resume, at) &&
          compiled_->needed[one.pattern].met_by(occurring))
        keep(one, machine.run(one.resume, at));
  }
}

}  // namespace afterword
