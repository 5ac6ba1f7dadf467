#include <fmt/format.h>

#include "protocol/jsonrpc/json_writer.h"
#include "rules/model/standard.h"
#include "rules/phrases/book.h"
#include "server/cli/commands.h"
#include "server/cli/input.h"
#include "server/cli/output.h"

namespace afterword::cli {

namespace {

using phrases::Phrase;

bool is_asked_for(const Phrase& phrase, const PhrasesOptions& options) {
  return (!options.purpose || phrase.purpose == *options.purpose) &&
         (!options.kind || (phrase.kinds & only(*options.kind)) != 0);
}

void write_phrase(jsonrpc::JsonWriter& to, const Phrase& phrase) {
  const auto text = [&](std::string_view name, std::string_view value) {
    to.key(name);
    to.string(value);
  };
  to.begin_object();
  text("role", name_of(phrase.purpose));
  to.key("kinds");
  to.begin_array();
  for (std::size_t i = 0; i < kind_count; ++i)
    if ((phrase.kinds & only(static_cast<Kind>(i))) != 0) to.string(kind_names[i]);
  to.end_array();
  text("register", name_of(phrase.sounds));
  text("text", phrase.text);
  text("why", phrase.why);
  text("example", phrases::example_of(phrase, phrases::sample_facts()));
  to.end_object();
}

/// With the slots as a note shows them, and the reason under it.
std::string shown(const Phrase& phrase) {
  return fmt::format("  {}\n      {} ({})\n", phrases::fill(phrase.text, Facts()).text, phrase.why,
                     name_of(phrase.sounds));
}

}  // namespace

int list_phrases(const PhrasesOptions& options, OutputFormat format) {
  const JudgeOptions judging;
  FileJudge judge(judging, false, {});
  const auto all = standard_checker().book(&judge.configuration(absolute_path("./.")).values.rules).all();
  const int code = judge.configuration_failed() ? 2 : 0;
  if (format == OutputFormat::json) {
    std::string out;
    jsonrpc::JsonWriter to(out);
    to.begin_array();
    for (const Phrase& phrase : all)
      if (is_asked_for(phrase, options)) write_phrase(to, phrase);
    to.end_array();
    print_output("{}\n", out);
    return code;
  }
  for (std::size_t i = 0; i < phrases::purpose_count; ++i) {
    std::string part;
    for (const Phrase& phrase : all)
      if (static_cast<std::size_t>(phrase.purpose) == i && is_asked_for(phrase, options)) part += shown(phrase);
    if (!part.empty()) print_output("{}\n{}\n", phrases::purpose_names[i], part);
  }
  return code;
}

}  // namespace afterword::cli
