#include "server/cli/commands.h"
#include "server/cli/input.h"
#include "server/cli/output.h"
#include "server/cli/report.h"

namespace afterword::cli {

int outline(const OutlineOptions& options) {
  FileJudge judge(options, false, {});
  std::string fault;
  std::optional<Judgement> judged;
  if (options.path == "-") {
    std::string text = read_standard_input(fault);
    if (fault.empty()) judged = judge.judge_text("-", std::move(text));
  } else {
    judged = judge.judge(options.path, fault);
  }
  if (!judged) {
    complain(options.path + ": " + fault);
    return 2;
  }
  if (options.format == OutputFormat::json)
    write_output(outline_json(options.path, *judged) + "\n");
  else
    write_output(outline_text(options.path, *judged));
  const Fields& front = judged->note.front_matter();
  if (!front.fault.empty())
    complain(described(options.path, {line_of(judged->note.text(), front.fault_span.begin), {}, front.fault}));
  return judge.configuration_failed() || !front.fault.empty() ? 2 : 0;
}

}  // namespace afterword::cli
