#include "server/features/key_completion.h"

#include <algorithm>
#include <span>

#include <fmt/format.h>

#include "rules/checks/catalog.h"
#include "rules/note/fact_keys.h"
#include "rules/note/kind.h"
#include "rules/note/unicode.h"
#include "server/session/configuration_reader.h"

namespace afterword {

namespace {

using std::string_view;

/// A line of YAML as far as a key and its value tell.
struct KeyLine {
  Span span;               ///< without its line end
  std::size_t indent = 0;  ///< bytes before the key, "- " included
  bool item = false;       ///< it begins an item of a list
  string_view key;         ///< empty where no colon follows a word
  std::size_t value = 0;   ///< where the value begins, blanks passed; the line's end where nothing follows
};

KeyLine read_line(string_view yaml, std::size_t at) {
  KeyLine line;
  const auto before = at == 0 ? string_view::npos : yaml.find_last_of("\r\n", at - 1);
  line.span = {before == string_view::npos ? 0 : before + 1, std::min(yaml.find_first_of("\r\n", at), yaml.size())};
  const string_view text = yaml.substr(line.span.begin, line.span.size());
  while (line.indent < text.size() && text[line.indent] == ' ') ++line.indent;
  if (text.substr(line.indent).starts_with("- ")) {
    line.item = true;
    line.indent += 2;
    while (line.indent < text.size() && text[line.indent] == ' ') ++line.indent;
  }
  const std::size_t colon = text.find(':', line.indent);
  line.value = line.span.end;
  const bool apart = colon + 1 >= text.size() || text[colon + 1] == ' ';
  if (colon == string_view::npos || !apart) return line;
  line.key = trim(text.substr(line.indent, colon - line.indent));
  const std::size_t value = std::min(text.find_first_not_of(' ', colon + 1), text.size());
  line.value = line.span.begin + value;
  return line;
}

class Completer {
 public:
  Completer(string_view yaml, std::size_t at, KeyBlock block, const std::vector<Person>& people, LocalTime now)
      : yaml_(yaml), at_(at), block_(block), people_(people), now_(now), line_(read_line(yaml, at)) {}

  KeyCompletion complete() {
    find_parents();
    const string_view line = yaml_.substr(line_.span.begin, line_.span.size());
    if (const auto hash = line.find('#'); hash != string_view::npos && line_.span.begin + hash < at_) return {};
    if (!line_.key.empty() && at_ > line_.span.begin + line.find(':')) {
      begin_value(std::max(line_.value, line_.span.begin + line.find(':') + 1));
      offer_values(line_.key);
    } else if (line_.item && !parents_.empty() && is_list_of_values(parents_.back())) {
      begin_value(line_.span.begin + line_.indent);
      offer_values(parents_.back());
    } else {
      const std::size_t key = line_.span.begin + std::min(line_.indent, line.size());
      if (at_ < key) return {};
      made_.typed = {key, at_};
      find_siblings();
      offer_keys();
    }
    return std::move(made_);
  }

 private:
  /// The keys under which the line stands, the outermost first.
  void find_parents() {
    std::size_t indent = line_.item ? line_.indent - 2 : line_.indent;
    bool any_item = line_.item;
    for (std::size_t at = line_.span.begin; at > 0;) {
      const KeyLine above = read_line(yaml_, at - 1);
      at = above.span.begin;
      if (above.key.empty() && !above.item) continue;
      const std::size_t outer = above.item ? above.indent - 2 : above.indent;
      // A list may stand as far left as its key.
      if (above.indent < indent || (any_item && !above.item && above.indent <= indent && outer <= indent)) {
        if (!above.key.empty()) parents_.insert(parents_.begin(), above.key);
        indent = outer;
        any_item = above.item;
      } else if (above.item && above.indent == line_.indent && !line_.item) {
        any_item = true;  // the line goes on with this item
        indent = outer;
      }
    }
  }

  /// Keys that stand beside the line already: of the same map.
  void find_siblings() {
    const auto look = [&](const KeyLine& line) {
      if (line.indent == line_.indent && !line.key.empty()) siblings_.push_back(line.key);
    };
    for (std::size_t at = line_.span.begin; at > 0 && !line_.item;) {
      const KeyLine above = read_line(yaml_, at - 1);
      at = above.span.begin;
      if (above.indent < line_.indent && !trim(yaml_.substr(above.span.begin, above.span.size())).empty()) break;
      look(above);
      if (above.item && above.indent == line_.indent) break;
    }
    for (std::size_t at = line_.span.end; at < yaml_.size();) {
      const KeyLine below = read_line(yaml_, at + 1);
      at = below.span.end;
      if (below.item && below.indent <= line_.indent) break;
      if (below.indent < line_.indent && below.span.size() > 0) break;
      look(below);
    }
  }

  /// Of a list in brackets the value at the cursor.
  void begin_value(std::size_t begin) {
    begin = std::min(begin, at_);
    while (begin < at_ && yaml_[begin] == ' ') ++begin;
    const string_view typed = yaml_.substr(begin, at_ - begin);
    if (typed.starts_with('[')) {
      const std::size_t last = typed.find_last_of("[,");
      begin += last + 1;
      while (begin < at_ && yaml_[begin] == ' ') ++begin;
    }
    made_.typed = {begin, at_};
    spaced_ = begin > 0 && yaml_[begin - 1] == ':';  // "kind:|"
  }

  FactPlaces place() const {
    if (block_ == KeyBlock::note) return in_note;
    return parents_.empty() ? in_file : in_interviewer;
  }
  const FactKey* fact(string_view name) const {
    const auto found = std::find_if(fact_keys.begin(), fact_keys.end(), [&](const FactKey& key) {
      return (key.places & place()) != 0 && equal_folded(key.name, name);
    });
    return found == fact_keys.end() ? nullptr : &*found;
  }
  bool is_list_of_values(string_view key) const {
    const auto found = std::find_if(fact_keys.begin(), fact_keys.end(),
                                    [&](const FactKey& one) { return equal_folded(one.name, key); });
    return block_ != KeyBlock::configuration && found != fact_keys.end() &&
           (found->type == FactType::rules || found->type == FactType::people);
  }

  void add(std::string text, string_view meaning) {
    made_.offers.push_back({(spaced_ ? " " : "") + std::move(text), std::string(meaning)});
  }
  void add_key(string_view key, string_view meaning, string_view behind = ": ") {
    const bool there =
        std::any_of(siblings_.begin(), siblings_.end(), [&](string_view one) { return equal_folded(one, key); });
    if (!there) add(std::string(key) + std::string(behind), meaning);
  }

  void offer_keys() {
    if (block_ == KeyBlock::configuration) return offer_settings();
    const bool nested = !parents_.empty();
    if (nested && (block_ == KeyBlock::note || !equal_folded(parents_.back(), "interviewers"))) return;
    if (nested)
      for (const FactKey& key : fact_keys)
        if (key.places == in_interviewer) add_key(key.name, key.meaning);  // first what only a person has
    for (const FactKey& key : fact_keys) {
      if ((key.places & place()) == 0 || (nested && key.places == in_interviewer)) continue;
      const bool people = key.type == FactType::interviewers;
      if (people && block_ == KeyBlock::note) continue;
      add_key(key.name, key.meaning, people ? ":\n  - name: " : ": ");
    }
  }

  void offer_settings() {
    if (parents_.empty()) {
      for (const string_view key : configuration_keys())
        if (key != "facts") add_key(key, "settings of this project");  // which only an editor's settings may hold
    } else if (parents_[0] == "rules" && parents_.size() == 1) {
      for (const Rule* rule : all_rules()) add_key(rule->id, rule->summary);
    } else if (parents_[0] == "rules") {
      add_key("severity", "off, hint, information, warning or error");
      for (const RuleOption& option : rule_options())
        if (option.rule == parents_[1])
          add_key(option.name, fmt::format("a number from {} to {}", option.least, option.most));
      if (parents_[1] == "misspelling") add_key("spelling", "american or british");
    } else if (parents_[0] == "custom" && parents_.size() == 1) {
      add_key("id", "what the rule is called");
      add_key("message", "what is wrong and what to write instead");
      add_key("severity", "off, hint, information, warning or error");
      add_key("phrases", "a list of words that it finds");
      add_key("pattern", "an expression (RE2) that it finds");
      add_key("replace", "what its fix writes");
    }
  }

  void offer_values(string_view key) {
    if (block_ == KeyBlock::configuration) {
      if (parents_.empty() && key == "semanticTokens") {
        add("true", "names, companies, blanks and topics are coloured");
        return add("false", "they are not");
      }
      const bool rule = !parents_.empty() && parents_[0] == "rules" && (parents_.size() == 1 || key == "severity");
      if (rule || (!parents_.empty() && key == "severity"))
        for (const string_view name : {"off", "hint", "information", "warning", "error"})
          add(std::string(name), "severity");
      if (key == "spelling")
        for (const string_view name : {"american", "british"}) add(std::string(name), "spelling");
      return;
    }
    const FactKey* known = fact(key);
    if (!known) {  // of a list below its key
      parents_.clear();
      known = fact(key);
    }
    if (known) offer_facts(*known);
  }

  void offer_facts(const FactKey& key) {
    const auto names = [&](std::span<const string_view> all) {
      for (const string_view name : all) add(std::string(name), key.meaning);
    };
    switch (key.type) {
      case FactType::kind:
        return names(kind_names);
      case FactType::delivery:
        return names(delivery_names);
      case FactType::done:
        return names(done_names);
      case FactType::truth:
        add("true", "this is a note");
        return add("false", "this is no note");
      case FactType::rules:
        for (const Rule* rule : all_rules()) add(std::string(rule->id), rule->summary);
        return;
      case FactType::people:
        for (const Person& person : people_)
          if (!person.name.empty())
            add(person.email.empty() ? person.name : fmt::format("{} <{}>", person.name, person.email),
                "an interviewer");
        return;
      case FactType::time:
        return offer_days(key);
      default:
        return;
    }
  }

  void offer_days(const FactKey& key) {
    constexpr std::int64_t day = 24 * 60 * 60;
    const auto date = [&](std::int64_t days) { return to_string(LocalTime{now_.seconds + days * day}).substr(0, 10); };
    if (key.name == "sent") return add(to_string(now_).replace(10, 1, " ").substr(0, 16), "now");
    if (key.name == "decision-by") {
      add(date(1), "tomorrow");
      add(date(7), "in a week");
      return add(date(14), "in two weeks");
    }
    add(date(0), "today");
    add(date(-1), "yesterday");
    add(date(-2), "the day before yesterday");
  }

  string_view yaml_;
  std::size_t at_;
  KeyBlock block_;
  const std::vector<Person>& people_;
  LocalTime now_;
  KeyLine line_;
  std::vector<string_view> parents_, siblings_;
  bool spaced_ = false;  // the value comes right behind the colon
  KeyCompletion made_;
};

}  // namespace

KeyCompletion complete_key(string_view yaml, std::size_t at, KeyBlock block, const std::vector<Person>& people,
                           LocalTime now) {
  return Completer(yaml, at, block, people, now).complete();
}

std::optional<Span> front_matter_around(string_view text, std::size_t at) {
  std::size_t begin = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  const auto line_at = [&](std::size_t from) {
    return trim(text.substr(from, std::min(text.find('\n', from), text.size()) - from));
  };
  const auto next = [&](std::size_t from) { return std::min(text.find('\n', from), text.size() - 1) + 1; };
  if (text.empty() || line_at(begin) != "---") return std::nullopt;
  begin = next(begin);
  if (at < begin || text[begin - 1] != '\n') return std::nullopt;
  for (std::size_t line = begin; line < text.size(); line = next(line)) {
    if (line_at(line) == "---") return at <= line ? std::optional(Span{begin, line}) : std::nullopt;
    const bool here = line <= at && at < next(line);
    if (line_at(line).empty() && !here) return at < line ? std::optional(Span{begin, line}) : std::nullopt;
  }
  return Span{begin, text.size()};
}

}  // namespace afterword
