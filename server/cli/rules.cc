#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "protocol/jsonrpc/json_writer.h"
#include "rules/checks/catalog.h"
#include "rules/engine/page.h"
#include "rules/engine/rule_names.h"
#include "rules/note/near_words.h"
#include "server/cli/commands.h"
#include "server/cli/input.h"
#include "server/cli/output.h"
#include "server/cli/report.h"

namespace afterword::cli {

namespace {

/// An example of several files: how the judged one is called, and what stands beside it.
void write_companions(jsonrpc::JsonWriter& to, const std::vector<ExampleFile>& files) {
  to.key("name");
  to.string(files.front().name);
  to.key("beside");
  to.begin_array();
  for (std::size_t i = 1; i < files.size(); ++i) {
    to.begin_object();
    to.key("name");
    to.string(files[i].name);
    to.key("text");
    to.string(files[i].text);
    to.end_object();
  }
  to.end_array();
}

void write_rule(jsonrpc::JsonWriter& to, const Rule& rule, bool whole) {
  auto text = [&](std::string_view name, std::string_view value) {
    to.key(name);
    to.string(value);
  };
  to.begin_object();
  text("id", rule.id);
  text("summary", rule.summary);
  to.key("severity");
  to.begin_object();
  for (std::size_t i = 0; i < kind_count; ++i) text(kind_names[i], name_of(rule.severity.of(static_cast<Kind>(i))));
  to.end_object();
  if (!rule.milder.empty()) text("milder", rule.milder);
  text("sources", rule.sources);
  text("fix", rule.fix);
  if (whole) {
    text("why", rule.why);
    to.key("bad");
    to.begin_array();
    for (const BadExample& example : rule.bad) {
      to.begin_object();
      const auto files = example_files(example.text);
      text("text", files.front().text);
      if (!files.front().name.empty()) write_companions(to, files);
      if (!example.fixed.empty()) text("fixed", example.fixed);
      to.end_object();
    }
    to.end_array();
    to.key("good");
    to.begin_array();
    for (std::string_view example : rule.good) to.string(example_files(example).front().text);
    to.end_array();
  }
  to.end_object();
}

void write_custom(jsonrpc::JsonWriter& to, const CustomRule& rule) {
  auto text = [&](std::string_view name, std::string_view value) {
    to.key(name);
    to.string(value);
  };
  to.begin_object();
  text("id", rule.id);
  text("summary", rule.message);
  to.key("severity");
  to.begin_object();
  for (std::string_view kind : kind_names) text(kind, name_of(rule.severity));
  to.end_object();
  text("sources", "");
  text("fix", rule.replace ? fmt::format("Writes {}.", *rule.replace) : std::string());
  to.key("custom");
  to.boolean(true);
  to.end_object();
}

/// Rules of the configuration that holds in the current folder. Its faults are told.
class CustomFinder {
 public:
  explicit CustomFinder(const ConfigOptions& options) : judge_(options_, false, {}) {
    static_cast<ConfigOptions&>(options_) = options;
    rules_ = judge_.configuration(absolute_path("./.")).values.rules.custom;
  }

  std::span<const CompiledRule> rules() const { return rules_ ? rules_->rules() : std::span<const CompiledRule>(); }
  const CustomRules* get() const { return rules_.get(); }
  int code() const { return judge_.configuration_failed() ? 2 : 0; }

 private:
  JudgeOptions options_;
  FileJudge judge_;
  std::shared_ptr<const CustomRules> rules_;
};

/// A cell of a table holds no bars and no line ends.
std::string cell(std::string_view text) {
  std::string out;
  for (char c : text) c == '|' ? out += "\\|" : out += (c == '\n' || c == '\r' ? ' ' : c);
  return out;
}

/// What was written must not command the terminal.
CustomRule shown(CustomRule rule) {
  rule.message = visible(rule.message);
  rule.pattern = visible(rule.pattern);
  for (std::string& phrase : rule.phrases) phrase = visible(phrase);
  if (rule.replace) rule.replace = visible(*rule.replace);
  return rule;
}

void print_unknown(std::string_view id, const CustomFinder& custom) {
  const std::vector<std::string_view> near = near_words(id, RuleNames{all_rules(), custom.get()}.all());
  complain(near.empty() ? fmt::format("there is no rule '{}'; 'afterword rules' lists them", id)
                        : fmt::format("there is no rule '{}'; did you mean {}?", id, alternatives(near)));
}

}  // namespace

int list_rules(const ConfigOptions& options, OutputFormat format) {
  const CustomFinder custom(options);
  if (format == OutputFormat::json) {
    std::string out;
    jsonrpc::JsonWriter to(out);
    to.begin_array();
    for (const Rule* rule : all_rules()) write_rule(to, *rule, false);
    for (const CustomRule& rule : custom.rules()) write_custom(to, rule);
    to.end_array();
    print_output("{}\n", out);
  } else if (format == OutputFormat::markdown) {
    write_output("| rule | finds | severity | sources |\n|---|---|---|---|\n");
    for (const Rule* rule : all_rules())
      print_output("| `{}` | {} | {} | {} |\n", rule->id, rule->summary, severity_text(*rule), rule->sources);
    for (const CustomRule& rule : custom.rules())
      print_output("| `{}` | {} | {} | custom |\n", rule.id, cell(visible(rule.message)), name_of(rule.severity));
  } else {
    for (const Rule* rule : all_rules())
      print_output("{:20} {}\n{:20} {} ({})\n", rule->id, rule->summary, "", severity_text(*rule), rule->sources);
    for (const CustomRule& rule : custom.rules())
      print_output("{:20} {}\n{:20} {} (custom)\n", rule.id, visible(rule.message), "", name_of(rule.severity));
  }
  return custom.code();
}

int explain(const std::string& id, const ConfigOptions& options, OutputFormat format) {
  const auto ours = all_rules();
  const auto found = std::find_if(ours.begin(), ours.end(), [&](const Rule* rule) { return rule->id == id; });
  std::string out;
  jsonrpc::JsonWriter to(out);
  if (found != ours.end()) {
    if (format == OutputFormat::json) {
      write_rule(to, **found, true);
      print_output("{}\n", out);
    } else {
      write_output(rule_page(**found));
    }
    return 0;
  }
  const CustomFinder custom(options);
  const CustomRule* made = custom.get() ? custom.get()->rule(id) : nullptr;
  if (!made) {
    print_unknown(id, custom);
    return 2;
  }
  if (format == OutputFormat::json) {
    write_custom(to, *made);
    print_output("{}\n", out);
  } else {
    write_output(custom_page(shown(*made)));
  }
  return custom.code();
}

}  // namespace afterword::cli
