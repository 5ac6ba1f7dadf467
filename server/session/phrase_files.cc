#include "server/session/phrase_files.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "rules/note/fields.h"
#include "server/session/configuration.h"
#include "server/session/workspace.h"

namespace afterword {

bool PhraseFiles::are_outdated() const {
  return std::any_of(files.begin(), files.end(), [](const auto& file) { return stamp_of(file.first) != file.second; });
}

PhraseFiles read_phrase_files(std::span<const std::string> names, const PhraseFolders& where,
                              const std::function<void(const std::string& name, std::string message)>& report) {
  PhraseFiles made;
  for (const std::string& name : names) {
    const std::string absolute = expanded_path(name);
    if (absolute.empty() && where.folder.empty()) {
      report(name, fmt::format("phrases: {} is no absolute path, and no folder is open", name));
      continue;
    }
    const std::string path = absolute.empty() ? absolute_path(where.folder + "/" + name) : absolute;
    made.files.emplace_back(path, stamp_of(path));
    const FileText read =
        where.anywhere && !absolute.empty() ? read_text_file(path, most_yaml_bytes) : read_inside(path, where.root);
    if (!read.fault.empty()) {
      report(name, fmt::format("phrases: {} {}", name, read.fault));
      continue;
    }
    phrases::OwnPhrases found = phrases::read_own_phrases(read.text);
    for (const phrases::OwnFault& fault : found.faults)
      report(name, fmt::format("{}:{}: {}", name, line_of(read.text, fault.span.begin), fault.message));
    std::move(found.phrases.begin(), found.phrases.end(), std::back_inserter(made.phrases));
  }
  return made;
}

}  // namespace afterword
