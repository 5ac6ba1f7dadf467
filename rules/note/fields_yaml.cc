#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/parser.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <istream>
#include <optional>
#include <streambuf>

#include "rules/note/fields.h"
#include "rules/note/unicode.h"

namespace afterword {

namespace {

constexpr std::size_t most_levels = 6;  // map, list, map, list is what interview.yaml needs

constexpr const char* no_keys = "Keys should stand here, each with its value: \"key: value\".";

constexpr const char* no_colon = "This line has no key of its own. Write it as \"key: value\".";

/// Reads from memory without copying it.
class ViewBuffer : public std::streambuf {
 public:
  explicit ViewBuffer(std::string_view text) {
    char* start = const_cast<char*>(text.data());
    setg(start, start, start + text.size());
  }
};

struct Refused {
  std::string why;
  std::size_t at;
};

/// Collects the events into Fields. Whatever was complete before a fault stays.
class Collector : public YAML::EventHandler {
 public:
  Collector(std::string_view yaml, std::size_t base, Fields& fields) : yaml_(yaml), base_(base), fields_(fields) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    throw Refused{"An alias can't be used here; write the value out.", place(mark)};
  }
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { value(mark, anchor, "", true); }
  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor, const std::string& text) override {
    value(mark, anchor, text, false);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    check(mark, anchor);
    if (open_.empty()) throw Refused{no_keys, place(mark)};
    if (Field* owner = field()) owner->list = true;
    open_.push_back({Level::list, field(), nullptr, style == YAML::EmitterStyle::Flow, place(mark)});
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    check(mark, anchor);
    const bool flow = style == YAML::EmitterStyle::Flow;
    if (open_.empty()) {
      fields_.flow = flow;
      open_.push_back({Level::map, nullptr, &fields_.entries, flow, place(mark)});
    } else if (Field* parent = field()) {
      parent->children.emplace_back();
      open_.push_back({Level::map, nullptr, &parent->children.back(), flow, place(mark)});
    } else {
      open_.push_back(
          {Level::map, nullptr, nullptr, flow, place(mark)});  // a map as a key, or inside a list of lists: skipped
    }
  }
  void OnMapEnd() override { close(); }

  /// Where a bracket or brace stands that nothing after it closes: what follows it was read as part of it.
  std::optional<std::size_t> unclosed() const {
    for (const Level& level : open_)
      if (level.flow && yaml_.find(level.type == Level::list ? ']' : '}', level.at) == std::string_view::npos)
        return level.at;
    return std::nullopt;
  }

  /// Takes out the entry that a fault at byte `at` cut short: what was read of it may be two lines run into one. The
  /// innermost one whose end a line shows; inside brackets nothing does.
  void drop_cut_entry(std::size_t at) {
    Level* innermost = nullptr;
    for (Level& level : open_) {
      if (level.flow && &level != &open_.front()) break;
      if (level.type == Level::map && level.entries && !level.entries->empty()) innermost = &level;
    }
    if (!innermost) return;
    const Field& last = innermost->entries->back();
    if (innermost->has_key ? !holds_whole_maps(last) : goes_on_at(last, at)) innermost->entries->pop_back();
  }

 private:
  struct Level {
    enum Type { map, list } type;
    Field* field;                 // of a list: where its values go
    std::vector<Field>* entries;  // of a map: where its entries go
    bool flow;                    // in brackets or braces
    std::size_t at;               // where it begins
    bool has_key = false;         // of a map: a key is waiting for its value
  };

  std::size_t place(const YAML::Mark& mark) const {
    return std::min(yaml_.size(), static_cast<std::size_t>(std::max(0, mark.pos)));
  }
  void check(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor != 0) throw Refused{"An anchor can't be used here; write the value out.", place(mark)};
    if (open_.size() >= most_levels) throw Refused{"This is nested deeper than the facts of a note are.", place(mark)};
  }
  /// A list of maps, each of them read to its end.
  bool holds_whole_maps(const Field& field) const {
    return !field.children.empty() && open_.back().type == Level::list && !open_.back().flow;
  }
  std::size_t line_begin(std::size_t at) const {
    auto newline = at == 0 ? std::string_view::npos : yaml_.find_last_of("\r\n", at - 1);
    return newline == std::string_view::npos ? 0 : newline + 1;
  }
  /// Whether the line of byte `at` holds some of the field's key or value, or is indented below it.
  bool goes_on_at(const Field& field, std::size_t at) const {
    const std::size_t key = field.key_span.begin - base_, line = line_begin(at);
    if (line <= key || (!field.values.empty() && line < field.values.back().span.end - base_)) return true;
    const std::size_t indent = std::min(yaml_.find_first_not_of(" \t", line), yaml_.size()) - line;
    return indent > key - line_begin(key);
  }
  /// The field that a value at this point belongs to, or null.
  Field* field() {
    if (open_.empty()) return nullptr;
    Level& level = open_.back();
    if (level.type == Level::list) return level.field;
    return level.has_key && level.entries && !level.entries->empty() ? &level.entries->back() : nullptr;
  }
  void close() {
    open_.pop_back();
    if (!open_.empty() && open_.back().type == Level::map) open_.back().has_key = false;
  }
  void value(const YAML::Mark& mark, YAML::anchor_t anchor, const std::string& text, bool null) {
    check(mark, anchor);
    Span span = span_of(place(mark), text);
    if (open_.empty()) throw Refused{no_keys, place(mark)};
    Level& level = open_.back();
    if (level.type == Level::map && !level.has_key) {
      if (level.entries) level.entries->push_back({text, span, {}, {}, false});
      level.has_key = true;
      return;
    }
    if (Field* owner = field(); owner && !null) owner->values.push_back({text, span});
    // "kind interview": yaml-cpp takes the line for a key whose value is missing.
    if (Field* owner = field(); owner && null && !level.flow && span.begin == owner->key_span.begin)
      throw Refused{no_colon, place(mark)};
    if (level.type == Level::map) level.has_key = false;
  }
  Span span_of(std::size_t at, const std::string& text) const {
    if (yaml_.substr(at, text.size()) == text) return Span{at, at + text.size()}.shifted(base_);
    // Quoted, folded or escaped: up to the closing quote or the line's end.
    if (at >= yaml_.size() || (yaml_[at] != '"' && yaml_[at] != '\''))
      return Span{at, std::min(yaml_.find_first_of("\r\n", at), yaml_.size())}.shifted(base_);
    const char quote = yaml_[at];
    std::size_t end = at + 1;
    for (; end < yaml_.size() && yaml_[end] != quote; ++end)
      if (quote == '"' && yaml_[end] == '\\') ++end;
    if (end >= yaml_.size()) throw Refused{"This quotation is never closed.", at};  // yaml-cpp lets the text's end do
    return Span{at, end + 1}.shifted(base_);
  }

  std::string_view yaml_;
  std::size_t base_;
  Fields& fields_;
  std::vector<Level> open_;
};

}  // namespace

Span span_of(const Field& field) {
  Span span = field.key_span;
  for (const FieldValue& value : field.values) span.end = std::max(span.end, value.span.end);
  for (const auto& entries : field.children)
    for (const Field& one : entries) span.end = std::max(span.end, span_of(one).end);
  return span;
}

const Field* Fields::find(std::string_view key) const {
  for (const Field& field : entries)
    if (equal_folded(field.key, key)) return &field;
  return nullptr;
}

namespace {

/// Where the line above that of byte `at` begins, should it hold text and no colon.
std::optional<std::size_t> line_without_colon_above(std::string_view yaml, std::size_t at) {
  const auto end = at == 0 ? std::string_view::npos : yaml.find_last_of('\n', std::min(at, yaml.size()) - 1);
  if (end == std::string_view::npos || end == 0) return std::nullopt;
  const auto before = yaml.find_last_of('\n', end - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::string_view line = yaml.substr(begin, end - begin);
  const auto text = line.find_first_not_of(" \t\r");
  if (text == std::string_view::npos || line.find(':') != std::string_view::npos) return std::nullopt;
  return begin + text;
}

/// Where a line parts a further document from the first, in bytes: of several only the first one is read.
std::optional<std::size_t> second_document(std::string_view yaml) {
  bool text = false;
  for (std::size_t at = 0; at < yaml.size();) {
    const std::size_t end = std::min(yaml.find('\n', at), yaml.size());
    const std::string_view line = trim(yaml.substr(at, end - at));
    if (line == "---" && text && yaml[at] == '-') return at;
    text = text || (!line.empty() && line[0] != '#' && line != "---" && line[0] != '%');
    at = end + 1;
  }
  return std::nullopt;
}

}  // namespace

Fields read_yaml(std::string_view yaml, std::size_t base) {
  Fields fields;
  fields.span = Span{0, yaml.size()}.shifted(base);
  auto fault = [&](std::string why, std::size_t at) {
    fields.fault = std::move(why);
    std::size_t end = std::min(yaml.find_first_of("\r\n", at), yaml.size());
    fields.fault_span = Span{std::min(at, end), end}.shifted(base);
  };
  if (yaml.size() > most_yaml_bytes) {
    fault("This is longer than facts or settings are, and is not read.", 0);
    return fields;
  }
  ViewBuffer buffer(yaml);
  std::istream stream(&buffer);
  Collector collector(yaml, base, fields);
  try {
    YAML::Parser parser(stream);
    parser.HandleNextDocument(collector);
    if (const auto second = second_document(yaml))
      fault("What stands from here on is not read. Take this line out.", *second);
  } catch (const Refused& refused) {
    fault(refused.why, refused.at);
    collector.drop_cut_entry(refused.at);
  } catch (const YAML::Exception& e) {
    const auto at = static_cast<std::size_t>(std::max(0, e.mark.pos));
    if (auto bracket = collector.unclosed())
      fault("This bracket is never closed.", *bracket);
    else if (auto line = line_without_colon_above(yaml, at); line && e.msg == YAML::ErrorMsg::MAP_VALUE)
      fault(no_colon, *line);  // two lines were taken for one key
    else
      fault("This can't be read as YAML from here on.", at);
    collector.drop_cut_entry(std::min(at, yaml.size()));
  }
  return fields;
}

}  // namespace afterword
