// check --stream: notes as lines of JSON, for pipelines. What one line holds never outlives it.
#include <unistd.h>

#include <cerrno>
#include <exception>
#include <memory>

#include <fmt/format.h>

#include "protocol/jsonrpc/decode.h"
#include "protocol/jsonrpc/describe.h"
#include "protocol/jsonrpc/json_writer.h"
#include "rules/note/unicode.h"
#include "server/cli/commands.h"
#include "server/cli/input.h"
#include "server/cli/output.h"
#include "server/cli/report.h"

namespace afterword::cli {

namespace {

using jsonrpc::Any;

constexpr std::size_t longest_line = 64u << 20;  // as the protocol's messages

constexpr std::string_view unnamed = "-";

struct StreamLine {
  Any id;
  std::string name{unnamed};
  std::string text;
  Any facts;
  std::optional<std::string> now;

  static void describe(auto& f, auto& v) {
    f.optional("id", v.id);
    f.optional("name", v.name);
    f.required("text", v.text);
    f.optional("facts", v.facts);
    f.optional("now", v.now);
  }
};

/// Lines from a descriptor; one that is longer than may be is passed over and reported as such.
class LineReader {
 public:
  enum class Result { line, too_long, end };

  Result next(std::string& line) {
    line.clear();
    bool too_long = false;
    for (;;) {
      if (at_ == size_ && !fill())
        return line.empty() && !too_long ? Result::end : too_long ? Result::too_long : Result::line;
      std::string_view rest(buffer_ + at_, size_ - at_);
      auto newline = rest.find('\n');
      std::string_view part = rest.substr(0, newline);
      too_long = too_long || line.size() + part.size() > longest_line;
      if (too_long)
        line.clear();
      else
        line += part;
      at_ += part.size() + (newline != std::string_view::npos);
      if (newline != std::string_view::npos) return too_long ? Result::too_long : Result::line;
    }
  }

 private:
  bool fill() {
    for (;;) {
      ssize_t got = ::read(STDIN_FILENO, buffer_, sizeof buffer_);
      if (got < 0 && errno == EINTR) continue;
      at_ = 0;
      size_ = got > 0 ? static_cast<std::size_t>(got) : 0;
      return got > 0;
    }
  }

  char buffer_[1 << 16];
  std::size_t at_ = 0, size_ = 0;
};

void add_values(Field& field, const Any& value) {
  if (value.is_null()) return;
  if (const std::string* text = value.as_string())
    field.values.push_back({*text, {}});
  else if (auto elements = value.elements(); !elements.empty())
    for (const Any& element : elements) add_values(field, element);
  else if (value.member_names().empty())
    field.values.push_back({value.text(), {}});
}

/// The facts of a line, read as an interview.yaml that holds just these; those of a note may stand there as well.
InterviewFile facts_file(const Any& facts) {
  InterviewFile file;
  file.top = in_note | in_file;
  file.path = "facts";
  for (const std::string& key : facts.member_names()) {
    Field field;
    field.key = key;
    add_values(field, facts.member(key));
    file.fields.entries.push_back(std::move(field));
  }
  return file;
}

/// Why a fact can't be taken; a date or kind that nobody can read would silently change the judgement.
std::string fault_of(const Any& facts) {
  for (std::string_view key : {"interview", "sent", "decision-by"})
    if (const std::string* text = facts.member(key).as_string(); text && !parse_time(*text))
      return fmt::format("line.facts.{}: expected a time like 2026-03-05T10:00:00", key);
  if (const std::string* kind = facts.member("kind").as_string(); kind && !kind_named(fold(*kind)))
    return "line.facts.kind: there is no such kind";
  return {};
}

std::string error_line(const std::string& id, std::string_view why) {
  std::string out = "{\"id\":" + (id.empty() ? "null" : id) + ",\"error\":";
  jsonrpc::JsonWriter(out).string(why);
  return out + "}";
}

/// Judges line after line, and keeps count of what that led to.
class Stream {
 public:
  explicit Stream(const CheckOptions& options) : options_(options), files_(options, true, {}) {
    if (!options.config.empty()) files_.configuration("/");  // its faults are told even if no line comes
  }

  std::string answer(const std::string& line) {
    Any parsed = Any::parse(line);
    if (parsed.empty()) return error_line({}, "the line is no JSON object");
    std::string id;
    if (Any member = parsed.member("id"); !member.empty()) id = member.text();
    try {
      auto input = parsed.to<StreamLine>("line");
      if (!input.facts.empty() && !input.facts.is_null() && !input.facts.text().starts_with('{'))
        return error_line(id, "line.facts: expected an object");
      Request request = request_of(options_, true, options_.now.value_or(local_now()));
      if (input.now) {
        auto now = parse_time(*input.now);
        if (!now) return error_line(id, "line.now: expected a time like 2026-03-05T10:00:00");
        request.now = *now;
      }
      if (std::string fault = fault_of(input.facts); !fault.empty()) return error_line(id, fault);
      request.settings = settings_for(input.name);
      InterviewFile facts = facts_file(input.facts);
      Judgement judged = judge(std::make_shared<const std::string>(std::move(input.text)), format_of_path(input.name),
                               &facts, request);
      summary_.count(judged);
      return note_json(input.name, judged, id.empty() ? "null" : id);
    } catch (const jsonrpc::ResponseError& error) {
      return error_line(id, error.message());
    } catch (const std::exception&) {  // rules never throw; the stream goes on all the same
      return error_line(id, "the text can't be judged; this is a fault of afterword");
    }
  }

  /// What a line led to stands in its answer; whoever runs a pipe asks for more by --fail-on.
  int code() const {
    if (files_.configuration_failed()) return 2;
    return options_.fail_on_given && summary_.reaches(options_.fail_on) ? 1 : 0;
  }

 private:
  /// Those of --config, else of the project that the line's name lies in; a line without a name lies in none.
  const RuleSettings* settings_for(const std::string& name) {
    if (options_.config.empty() && name == unnamed) return nullptr;
    return &files_.configuration(absolute_path(name)).values.rules;
  }

  const CheckOptions& options_;
  FileJudge files_;
  Summary summary_;
};

}  // namespace

int check_stream(const CheckOptions& options) {
  auto reader = std::make_unique<LineReader>();
  Stream stream(options);
  std::string line;
  for (;;) {
    auto result = reader->next(line);
    if (result == LineReader::Result::end) break;
    std::string out;
    if (result == LineReader::Result::too_long)
      out = error_line({}, "the line is longer than 64 MiB");
    else if (line.find_first_not_of(" \t\r") == std::string::npos)
      out = error_line({}, "the line is empty");  // so that the nth line out answers the nth line in
    else
      out = stream.answer(line);
    out += '\n';
    write_output(out);
    if (!flush_output()) break;  // whoever waits for an answer gets it now
    if (line.capacity() > 1u << 20) line = std::string();
  }
  return stream.code();
}

}  // namespace afterword::cli
