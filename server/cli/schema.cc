// JSON schemas of .afterword.yaml and interview.yaml, made of the tables that the program itself reads by. For editors
// that complete and check YAML by a schema; the build installs them.
#include <fmt/format.h>

#include "protocol/jsonrpc/json_writer.h"
#include "rules/checks/catalog.h"
#include "rules/note/fact_keys.h"
#include "server/cli/commands.h"
#include "server/cli/output.h"
#include "server/session/configuration_reader.h"

namespace afterword::cli {

namespace {

using std::string_view;

constexpr auto severities = std::to_array<string_view>({"off", "hint", "information", "warning", "error"});

class SchemaWriter {
 public:
  explicit SchemaWriter(std::string& out) : to_(out) {}

  void configuration() {
    head("afterword's configuration of a project, .afterword.yaml");
    texts("notes", "Which files are notes, besides *.note.md and *.note.txt: patterns as in .gitignore.");
    texts("exclude", "Which files are left alone: patterns as in .gitignore.");
    texts("words", "Names and terms that are spelled right.");
    texts("phrases", "Files with phrases of your own.");
    property("rules", "How grave the findings of a rule are.");
    text("type", "object");
    to_.key("additionalProperties");
    to_.begin_object();
    text("description", "A rule of your own, by its id.");
    setting(nullptr);
    to_.end_object();
    to_.key("properties");
    to_.begin_object();
    for (const Rule* rule : all_rules()) {
      property(rule->id, rule->summary);
      setting(rule);
      to_.end_object();
    }
    end_map();
    to_.end_object();
    custom();
    property("semanticTokens", "Whether the editor colours names, companies, blanks and topics in a note.");
    text("type", "boolean");
    to_.end_object();
    end_map();
    to_.end_object();
  }

  void interview() {
    head("What several notes share, interview.yaml");
    facts(in_file);
    end_map();
    to_.end_object();
  }

 private:
  void text(string_view name, string_view value) {
    to_.key(name);
    to_.string(value);
  }
  template <typename Names>
  void names(string_view name, const Names& all) {
    to_.key(name);
    to_.begin_array();
    for (string_view one : all) to_.string(one);
    to_.end_array();
  }
  void head(string_view title) {
    to_.begin_object();
    text("$schema", "http://json-schema.org/draft-07/schema#");
    text("title", title);
    begin_map();
  }
  /// Properties follow, and no others may stand there.
  void begin_map() {
    text("type", "object");
    to_.key("additionalProperties");
    to_.boolean(false);
    to_.key("properties");
    to_.begin_object();
  }
  void end_map() { to_.end_object(); }
  /// Opens the schema of one key, for the caller to close.
  void property(string_view name, string_view description) {
    to_.key(name);
    to_.begin_object();
    text("description", description);
  }

  void one_or_more_texts() {
    to_.key("anyOf");
    to_.begin_array();
    to_.begin_object();
    text("type", "string");
    to_.end_object();
    to_.begin_object();
    text("type", "array");
    to_.key("items");
    to_.begin_object();
    text("type", "string");
    to_.end_object();
    to_.end_object();
    to_.end_array();
  }
  void texts(string_view name, string_view description) {
    property(name, description);
    one_or_more_texts();
    to_.end_object();
  }
  void string(string_view name, string_view description) {
    property(name, description);
    text("type", "string");
    to_.end_object();
  }
  void severity(string_view description) {
    property("severity", description);
    names("enum", severities);
    to_.end_object();
  }

  /// What may stand behind a rule's id; null for one of the user's own.
  void setting(const Rule* rule) {
    to_.key("anyOf");
    to_.begin_array();
    to_.begin_object();
    names("enum", severities);
    to_.end_object();
    to_.begin_object();
    begin_map();
    severity("How grave its findings are.");
    const string_view id = rule ? rule->id : string_view();
    for (const RuleOption& option : rule_options()) {
      if (option.rule != id) continue;
      property(option.name, "The limit, in words.");
      text("type", "integer");
      to_.key("minimum");
      to_.number(static_cast<std::int64_t>(option.least));
      to_.key("maximum");
      to_.number(static_cast<std::int64_t>(option.most));
      to_.end_object();
    }
    if (id == "misspelling") {
      property("spelling", "Whose English is right; both are where it is left out.");
      names("enum", spelling_names);
      to_.end_object();
    }
    end_map();
    to_.end_object();
    to_.end_array();
  }

  void custom() {
    property("custom", "Rules of your own.");
    text("type", "array");
    to_.key("items");
    to_.begin_object();
    begin_map();
    string("id", "What it is called where it is ignored or switched off.");
    severity("How grave its findings are; warning where nothing is said.");
    string("message", "What is wrong, and what to write instead.");
    texts("phrases", "Whole words, in any letter case.");
    string("pattern", "An expression as RE2 has them.");
    string("replace", "What is written in its place; \\1 is what the pattern's first group holds.");
    end_map();
    names("required", std::to_array<string_view>({"id", "message"}));
    to_.end_object();
    to_.end_object();
  }

  void facts(FactPlaces place) {
    for (const FactKey& key : fact_keys)
      if (key.places & place) fact(key);
  }
  void fact(const FactKey& key) {
    property(key.name, key.meaning);
    switch (key.type) {
      case FactType::text:
      case FactType::person:
        text("type", "string");
        break;
      case FactType::people:
      case FactType::texts:
      case FactType::rules:
        one_or_more_texts();
        break;
      case FactType::time:
        text("type", "string");
        text("pattern", R"(^\s*\d{4}-\d{1,2}-\d{1,2}(\s*$|[Tt ]\s*\d{1,2}:\d{2}))");
        break;
      case FactType::kind:
        names("enum", kind_names);
        break;
      case FactType::delivery:
        names("enum", delivery_names);
        break;
      case FactType::done:
        names("enum", done_names);
        break;
      case FactType::truth:
        text("type", "boolean");
        break;
      case FactType::interviewers:
        text("type", "array");
        to_.key("items");
        to_.begin_object();
        begin_map();
        facts(in_interviewer);
        end_map();
        to_.end_object();
        break;
    }
    to_.end_object();
  }

  jsonrpc::JsonWriter to_;
};

}  // namespace

int print_schema(const std::string& name) {
  std::string out;
  SchemaWriter writer(out);
  if (name == "interview")
    writer.interview();
  else
    writer.configuration();
  print_output("{}\n", out);
  return 0;
}

}  // namespace afterword::cli
