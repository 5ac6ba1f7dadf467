#include "rules/phrases/source.h"

#include <algorithm>

#include "rules/phrases/slots.h"

namespace afterword::phrases {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

class Reader {
 public:
  Source read(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      ++line_;
      take(text.substr(0, end));
      text.remove_prefix(end == text.npos ? text.size() : end + 1);
    }
    finish_block();
    return std::move(source_);
  }

 private:
  void fault(std::size_t line, std::string message) {
    source_.faults.push_back({line, std::move(message)});
    sound_ = false;
  }

  void take(std::string_view line) {
    const std::string_view content = trimmed(line);
    if (content.empty()) return finish_block();
    if (content.front() == '#') return;
    if (block_.line == 0) block_.line = line_;
    if (line.front() == ' ' || line.front() == '\t') return take_continuation(content);
    const std::size_t colon = content.find(':');
    if (colon == content.npos) return fault(line_, "expected `key: value`, or an indented line that goes on");
    take_value(content.substr(0, colon), trimmed(content.substr(colon + 1)));
  }

  void take_continuation(std::string_view content) {
    if (open_ == nullptr) return fault(line_, "an indented line goes on with text, with or why; none stands above it");
    *open_ += ' ';
    *open_ += content;
  }

  void take_value(std::string_view key, std::string_view value) {
    open_ = nullptr;
    if (key == "kinds") return take_kinds(value);
    if (key == "register") return take_register(value);
    std::string* target = key == "text"   ? &block_.text
                          : key == "with" ? &block_.with
                          : key == "why"  ? &block_.why
                                          : nullptr;
    if (target == nullptr) {
      return fault(line_, "unknown key `" + std::string(key) + "`: kinds, register, text, with and why are known");
    }
    if (!target->empty()) return fault(line_, "a second `" + std::string(key) + "` in one block");
    if (value.empty()) return fault(line_, "`" + std::string(key) + "` is empty");
    *target = value;
    open_ = target;
  }

  void take_kinds(std::string_view list) {
    if (block_.kinds != 0) return fault(line_, "a second `kinds` in one block");
    while (true) {
      const std::size_t comma = list.find(',');
      const std::string_view name = trimmed(list.substr(0, comma));
      const auto kind = kind_named(name);
      if (name == "all") {
        block_.kinds = all_kinds;
      } else if (kind) {
        block_.kinds |= only(*kind);
      } else {
        fault(line_, "unknown kind `" + std::string(name) + "`");
      }
      if (comma == list.npos) break;
      list.remove_prefix(comma + 1);
    }
  }

  void take_register(std::string_view name) {
    if (block_.sounds) return fault(line_, "a second `register` in one block");
    block_.sounds = register_named(name);
    if (!block_.sounds) fault(line_, "unknown register `" + std::string(name) + "`: formal, warm and terse are known");
  }

  void finish_block() {
    if (block_.line != 0) {
      if (sound_) check_block();
      if (sound_) source_.phrases.push_back(block_);
    }
    block_ = {};
    open_ = nullptr;
    sound_ = true;
  }

  void check_block() {
    if (block_.kinds == 0) return fault(block_.line, "the block has no `kinds`");
    if (!block_.sounds) return fault(block_.line, "the block has no `register`");
    if (block_.text.empty()) return fault(block_.line, "the block has no `text`");
    if (block_.why.empty()) return fault(block_.line, "the block has no `why`");
    if (std::string message = fault_of_slots(block_.text); !message.empty()) return fault(block_.line, message);
    const std::size_t slots = free_slots(block_.text).size();
    const std::size_t answers = split_answers(block_.with).size();
    if (slots != answers) {
      fault(block_.line, "`with` gives " + std::to_string(answers) + " answers for " + std::to_string(slots) +
                             " slots that no fact fills");
    }
  }

  Source source_;
  SourcePhrase block_;
  std::string* open_ = nullptr;  // the value that an indented line goes on with
  std::size_t line_ = 0;
  bool sound_ = true;
};

}  // namespace

Source read_source(std::string_view text) { return Reader().read(text); }

std::vector<std::string_view> split_answers(std::string_view with) {
  std::vector<std::string_view> answers;
  if (trimmed(with).empty()) return answers;
  while (true) {
    const std::size_t bar = with.find(" | ");
    answers.push_back(trimmed(with.substr(0, bar)));
    if (bar == with.npos) return answers;
    with.remove_prefix(bar + 3);
  }
}

}  // namespace afterword::phrases
