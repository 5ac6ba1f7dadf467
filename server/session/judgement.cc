#include "server/session/judgement.h"
#include "rules/model/standard.h"

#include <ctime>

namespace afterword {

Judgement judge(std::shared_ptr<const std::string> text, Format format, const InterviewFile* file,
                const Request& request, const Note* previous) {
  const Checker& checker = standard_checker();
  Judgement made{Note::parse(std::move(text), format, checker.reader(), previous), {}, {}};
  made.facts = facts_of(made.note, file);
  made.verdict = checker.judge(made.note, made.facts, request);
  return made;
}

LocalTime local_now() {
  std::time_t now = std::time(nullptr);
  std::tm broken{};
  localtime_r(&now, &broken);
  return {static_cast<std::int64_t>(now) + broken.tm_gmtoff, true};
}

}  // namespace afterword
