#include "rules/note/pattern_program.h"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "rules/note/characters.h"

namespace afterword {
namespace {

constexpr bool has_target(Op op) { return op == Op::split || op == Op::jump || op == Op::refuse; }

constexpr bool is_space(char c) { return c == ' '; }

class Compiler {
 public:
  Compiler(std::string_view text, Vocabulary& vocabulary, Program& program)
      : text_(text), vocabulary_(vocabulary), program_(program.code), sets_(program.sets) {}

  CompiledPattern run() {
    CompiledPattern made;
    made.start = here();
    skip();
    if (peek() == '^') {
      made.at_start = true;
      ++at_;
    }
    sequence();
    if (at_ < text_.size()) fault("a bracket too many");
    emit(Op::match);
    return made;
  }

 private:
  [[noreturn]] void fault(const char* what) const {
    throw std::invalid_argument("pattern '" + std::string(text_) + "': " + what);
  }
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void skip() {
    while (is_space(peek())) ++at_;
  }
  std::uint16_t here() const {
    if (program_.size() > 0xFFFF) fault("too many patterns");
    return static_cast<std::uint16_t>(program_.size());
  }
  std::size_t emit(Op op, std::size_t a = 0) {
    here();
    program_.push_back({op, static_cast<std::uint16_t>(a)});
    return program_.size() - 1;
  }

  /// Elements up to a '|', a ')' or the end.
  void sequence() {
    bool any = false;
    for (skip(); at_ < text_.size() && peek() != '|' && peek() != ')'; skip()) {
      element();
      any = true;
    }
    if (!any) fault("an empty alternative");
  }

  /// An element, with the split in front of it where it may be left out.
  void element() {
    const std::size_t begin = program_.size();
    if (peek() == '!' && at_ + 1 < text_.size() && text_[at_ + 1] == '(') {
      ++at_;
      const std::size_t refusal = emit(Op::refuse);
      alternatives();
      emit(Op::match);
      program_[refusal].a = here();
    } else if (peek() == '=' && at_ + 1 < text_.size() && text_[at_ + 1] == '(') {
      // What must follow may not be missing: a refusal refused.
      ++at_;
      const std::size_t outer = emit(Op::refuse), inner = emit(Op::refuse);
      alternatives();
      emit(Op::match);
      program_[inner].a = here();
      emit(Op::match);
      program_[outer].a = here();
    } else if (peek() == '(') {
      alternatives();
    } else {
      atom();
    }
    if (peek() != '?') return;
    ++at_;
    program_.insert(program_.begin() + static_cast<std::ptrdiff_t>(begin), Instruction{Op::split, 0});
    for (std::size_t i = begin + 1; i < program_.size(); ++i)
      if (has_target(program_[i].op)) ++program_[i].a;
    program_[begin].a = here();
  }

  /// "(a|b c|d)": what is one plain word becomes a set, looked up instead of tried one by one; the rest comes first.
  void alternatives() {
    ++at_;
    const std::vector<std::string_view> given = split_alternatives();
    const std::size_t close = at_;
    WordSet set;
    std::vector<std::string_view> others;
    for (std::string_view one : given) {
      if (one.find_first_not_of(' ') == std::string_view::npos) fault("an empty alternative");
      if (one.find_first_of(" '@#%*!=$^?()") != std::string_view::npos)
        others.push_back(one);
      else
        add_to(set, one);
    }
    std::vector<std::size_t> exits;
    for (std::size_t i = 0; i < others.size(); ++i) {
      const bool last = i + 1 == others.size() && set.members.empty();
      const std::size_t begin = last ? 0 : emit(Op::split);
      at_ = static_cast<std::size_t>(others[i].data() - text_.data());
      sequence();
      if (last) break;
      exits.push_back(emit(Op::jump));
      program_[begin].a = here();
    }
    if (!set.members.empty()) {
      std::sort(set.members.begin(), set.members.end());
      emit(Op::set, sets_.size());
      sets_.push_back(std::move(set));
    }
    for (std::size_t exit : exits) program_[exit].a = here();
    at_ = close;
  }

  void add_to(WordSet& set, std::string_view word) {
    set.members.push_back(vocabulary_.add(word));
    set.filter.add(set.members.back());
  }

  /// The texts between the bars up to the closing bracket, which is passed.
  std::vector<std::string_view> split_alternatives() {
    std::vector<std::string_view> found;
    std::size_t begin = at_;
    for (int depth = 0; at_ < text_.size(); ++at_) {
      if (peek() == '(') ++depth;
      if (depth == 0 && (peek() == '|' || peek() == ')')) {
        found.push_back(text_.substr(begin, at_ - begin));
        begin = at_ + 1;
      }
      if (peek() == ')' && depth-- == 0) {
        ++at_;
        return found;
      }
    }
    fault("a bracket is open");
  }

  std::string_view token() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && !is_space(text_[at_]) && text_[at_] != '|' && text_[at_] != ')' && text_[at_] != '(' &&
           text_[at_] != '?')
      ++at_;
    return text_.substr(begin, at_ - begin);
  }

  void atom() {
    const std::string_view one = token();
    if (one.empty()) fault("an element is missing");
    switch (one[0]) {
      case '*':
        return star(one.substr(1));
      case '#':
        emit(Op::kind, static_cast<std::size_t>(WordKind::number));
        return;
      case '$':
        emit(Op::end);
        return;
      case '%':
        return special(one.substr(1));
      case '@':
        emit(Op::word_class, vocabulary_.class_named(one.substr(1)));
        return;
      case '!':
        if (one.size() < 2) fault("nothing after !");
        if (one[1] == '@')
          emit(Op::not_class, vocabulary_.class_named(one.substr(2)));
        else
          emit(Op::not_word, vocabulary_.add(one.substr(1)));
        return;
      default:
        plain_word(one);
        return;
    }
  }

  void plain_word(std::string_view one) {
    const std::size_t cut = contraction_size(one);
    emit(Op::word, vocabulary_.add(one.substr(0, one.size() - cut)));
    if (cut > 0) emit(Op::word, vocabulary_.add(one.substr(one.size() - cut)));
  }

  void star(std::string_view count) {
    if (count.empty()) {
      emit(Op::any);
      return;
    }
    std::size_t n = 0;
    for (char c : count) {
      if (c < '0' || c > '9') fault("* takes a number");
      n = n * 10 + static_cast<std::size_t>(c - '0');
    }
    if (n == 0 || n > 40) fault("* takes 1 to 40");
    emit(Op::gap, n);
  }

  void special(std::string_view what) {
    if (what == "name")
      emit(Op::name);
    else if (what == "link")
      emit(Op::kind, static_cast<std::size_t>(WordKind::link));
    else if (what == "code")
      emit(Op::kind, static_cast<std::size_t>(WordKind::code));
    else if (what == "slot")
      emit(Op::kind, static_cast<std::size_t>(WordKind::slot));
    else
      fault("an unknown %kind");
  }

  std::string_view text_;
  Vocabulary& vocabulary_;
  std::vector<Instruction>& program_;
  std::vector<WordSet>& sets_;
  std::size_t at_ = 0;
};

}  // namespace

CompiledPattern compile_pattern(std::string_view text, Vocabulary& vocabulary, Program& program) {
  return Compiler(text, vocabulary, program).run();
}

// A third of the time of matching goes by here, most of it for the call where it is not inlined.
[[gnu::always_inline]] inline bool PatternMachine::takes(const Instruction& one, std::size_t at) const {
  const Word& word = words_[at];
  switch (one.op) {
    case Op::word:
      return word.form == one.a;
    case Op::word_class:
      return classes_.is(word.form, one.a);
    case Op::set: {
      const WordSet& set = sets_[one.a];
      return set.filter.may_hold(word.form) && std::binary_search(set.members.begin(), set.members.end(), word.form);
    }
    case Op::any:
      return true;
    case Op::kind:
      return word.kind == static_cast<WordKind>(one.a);
    case Op::name:
      return word.is(capitalised) && !word.is(sentence_start) && word.form != first_person_;
    default:
      return false;
  }
}

bool PatternMachine::may_run(std::size_t pc, std::size_t at) const {
  const Instruction& one = program_[pc];
  if (one.op > Op::name || one.op == Op::gap) return true;
  return at < words_.size() && takes(one, at);
}

int PatternMachine::run(std::size_t start, std::size_t at) const {
  for (std::size_t pc = start;;) {
    const Instruction& one = program_[pc];
    switch (one.op) {
      case Op::match:
        return static_cast<int>(at);
      case Op::end:
        if (at != words_.size()) return -1;
        ++pc;
        continue;
      case Op::not_word:
        if (at < words_.size() && words_[at].form == one.a) return -1;
        ++pc;
        continue;
      case Op::not_class:
        if (at < words_.size() && classes_.is(words_[at].form, one.a)) return -1;
        ++pc;
        continue;
      case Op::refuse:
        if (run(pc + 1, at) >= 0) return -1;
        pc = one.a;
        continue;
      case Op::jump:
        pc = one.a;
        continue;
      case Op::split: {
        if (may_run(pc + 1, at)) {
          const int end = run(pc + 1, at);
          if (end >= 0) return end;
        }
        pc = one.a;
        continue;
      }
      case Op::gap: {
        for (std::size_t k = 0; k < one.a && at < words_.size(); ++k, ++at) {
          if (!may_run(pc + 1, at)) continue;
          const int end = run(pc + 1, at);
          if (end >= 0) return end;
        }
        ++pc;
        continue;
      }
      case Op::word:
        if (at >= words_.size() || words_[at].form != one.a) return -1;
        ++at;
        ++pc;
        continue;
      default:
        if (at >= words_.size() || !takes(one, at)) return -1;
        ++at;
        ++pc;
    }
  }
}

}  // namespace afterword
