#include <fmt/format.h>

#include "protocol/jsonrpc/json_writer.h"
#include "rules/checks/catalog.h"
#include "rules/engine/page.h"
#include "rules/note/unicode.h"
#include "server/cli/commands.h"
#include "server/cli/input.h"
#include "server/cli/output.h"

namespace afterword::cli {

namespace {

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
      text("text", example.text);
      if (!example.fixed.empty()) text("fixed", example.fixed);
      to.end_object();
    }
    to.end_array();
    to.key("good");
    to.begin_array();
    for (std::string_view example : rule.good) to.string(example);
    to.end_array();
  }
  to.end_object();
}

/// The known rule that a mistyped one is nearest to, or nothing.
std::string_view nearest_rule(std::string_view id) {
  std::string_view best;
  std::size_t least = 4;
  for (const Rule* rule : all_rules())
    if (std::size_t distance = edit_distance(id, rule->id, least); distance < least) {
      least = distance;
      best = rule->id;
    }
  return best;
}

}  // namespace

int list_rules(OutputFormat format) {
  if (format == OutputFormat::json) {
    std::string out;
    jsonrpc::JsonWriter to(out);
    to.begin_array();
    for (const Rule* rule : all_rules()) write_rule(to, *rule, false);
    to.end_array();
    print_output("{}\n", out);
  } else if (format == OutputFormat::markdown) {
    write_output("| rule | finds | severity | sources |\n|---|---|---|---|\n");
    for (const Rule* rule : all_rules())
      print_output("| `{}` | {} | {} | {} |\n", rule->id, rule->summary, severity_text(*rule), rule->sources);
  } else {
    for (const Rule* rule : all_rules())
      print_output("{:20} {}\n{:20} {} ({})\n", rule->id, rule->summary, "", severity_text(*rule), rule->sources);
  }
  return 0;
}

int explain(const std::string& id, OutputFormat format) {
  const Rule* found = nullptr;
  for (const Rule* rule : all_rules())
    if (rule->id == id) found = rule;
  if (!found) {
    std::string_view nearest = nearest_rule(id);
    complain(nearest.empty() ? fmt::format("there is no rule '{}'; 'afterword rules' lists them", id)
                             : fmt::format("there is no rule '{}'; did you mean '{}'?", id, nearest));
    return 2;
  }
  if (format == OutputFormat::json) {
    std::string out;
    jsonrpc::JsonWriter to(out);
    write_rule(to, *found, true);
    print_output("{}\n", out);
  } else {
    write_output(rule_page(*found));
  }
  return 0;
}

}  // namespace afterword::cli
