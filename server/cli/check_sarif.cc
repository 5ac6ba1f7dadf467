// SARIF 2.1.0 (OASIS): what services and viewers for the findings of many tools read.
#include <algorithm>
#include <map>
#include <mutex>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "protocol/lsp/uri.h"
#include "rules/engine/page.h"
#include "rules/model/standard.h"
#include "server/cli/check_formats.h"
#include "server/cli/input.h"
#include "server/cli/installed_pages.h"
#include "server/cli/sarif_parts.h"

namespace afterword::cli {

namespace {

class SarifFormat : public CheckFormat {
 public:
  explicit SarifFormat(const CheckOptions& options) : version_(options.version), pages_(installed_pages()) {}

  std::string opening() const override;
  std::string of(std::string_view name, const Judgement& judged) override;
  std::string_view separator() const override { return ",\n"; }
  std::string closing(const RunEnd& end) const override;

 private:
  void keep_rules(const Judgement& judged);
  void result(JsonWriter& to, std::string_view name, const Judgement& judged, const Finding& finding, Regions& regions,
              Fingerprints& fingerprints) const;
  void related(JsonWriter& to, std::string_view name, const Finding& finding, Regions& regions) const;
  void location(JsonWriter& to, std::string_view name, const Related& related, Regions& regions) const;
  void fixes(JsonWriter& to, std::string_view name, const Finding& finding, Regions& regions) const;
  void tool(JsonWriter& to) const;
  void descriptor(JsonWriter& to, const Rule& rule) const;
  void descriptor(JsonWriter& to, const CustomRule& rule) const;
  void notifications(JsonWriter& to, std::string_view key, bool of_configuration) const;
  void notification(JsonWriter& to, const Complaint& complaint) const;

  std::string version_, pages_;
  Locations locations_;
  std::mutex mutex_;
  // Those that found something, in the order of the catalog and of their ids.
  std::map<std::size_t, const Rule*> rules_;
  std::map<std::string, CustomRule, std::less<>> custom_;
};

std::string SarifFormat::opening() const {
  return "{\"$schema\":\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json\","
         "\"version\":\"2.1.0\",\"runs\":[{\"columnKind\":\"unicodeCodePoints\",\"defaultEncoding\":\"utf-8\","
         "\"newlineSequences\":[\"\\r\\n\",\"\\n\",\"\\r\"],\"results\":[\n";
}

std::string SarifFormat::of(std::string_view name, const Judgement& judged) {
  if (judged.verdict.findings.empty()) return {};
  keep_rules(judged);
  Regions regions(judged.note.text());
  Fingerprints fingerprints;
  std::string out;
  for (const Finding& finding : judged.verdict.findings) {
    if (!out.empty()) out += ",\n";
    JsonWriter to(out);
    result(to, name, judged, finding, regions, fingerprints);
  }
  return out;
}

void SarifFormat::keep_rules(const Judgement& judged) {
  const auto all = standard_checker().rules();
  const CustomRules* custom = judged.verdict.custom.get();
  std::lock_guard lock(mutex_);
  for (const Finding& finding : judged.verdict.findings) {
    const auto ours = std::find_if(all.begin(), all.end(), [&](const Rule* rule) { return rule->id == finding.rule; });
    if (ours != all.end()) {
      rules_.emplace(ours - all.begin(), *ours);
    } else if (const CustomRule* made = custom ? custom->rule(finding.rule) : nullptr) {
      // Two projects may call different rules the same; which one is described must not depend on the threads.
      const auto [kept, is_new] = custom_.emplace(made->id, *made);
      if (!is_new && made->message < kept->second.message) kept->second = *made;
    }
  }
}

void SarifFormat::result(JsonWriter& to, std::string_view name, const Judgement& judged, const Finding& finding,
                         Regions& regions, Fingerprints& fingerprints) const {
  object(to, [&] {
    if (!finding.rule.empty()) member(to, "ruleId", finding.rule);
    member(to, "level", sarif_level(finding.severity));
    message(to, "message", finding.message);
    array(to, "locations", [&] {
      object(to, [&] {
        object(to, "physicalLocation", [&] {
          locations_.artifact(to, name);
          regions.write(to, finding.span);
        });
      });
    });
    related(to, name, finding, regions);
    object(to, "partialFingerprints", [&] {
      const std::string print = fingerprints.of(finding.rule, judged.note.text(finding.span));
      member(to, "findingHash/v1", std::string_view(print));
    });
    fixes(to, name, finding, regions);
  });
}

void SarifFormat::related(JsonWriter& to, std::string_view name, const Finding& finding, Regions& regions) const {
  if (finding.related.empty()) return;
  std::set<std::string> told;  // none may stand there twice
  array(to, "relatedLocations", [&] {
    for (const Related& place : finding.related) {
      std::string out;
      JsonWriter one(out);
      location(one, name, place, regions);
      if (told.insert(out).second) to.raw(out);
    }
  });
}

void SarifFormat::location(JsonWriter& to, std::string_view name, const Related& related, Regions& regions) const {
  const Origin& origin = related.origin;
  object(to, [&] {
    object(to, "physicalLocation", [&] {
      if (origin.path.empty()) {
        locations_.artifact(to, name);
        regions.write(to, origin.span);
        return;
      }
      locations_.artifact(to, origin.path);
      object(to, "region", [&] {
        member(to, "startLine", static_cast<std::size_t>(std::max(origin.line, 1u)));
        member(to, "startColumn", static_cast<std::size_t>(std::max(origin.column, 1u)));
      });
    });
    message(to, "message", related.message);
  });
}

/// A file to be made is none of them: a replacement is of a file that is there.
void SarifFormat::fixes(JsonWriter& to, std::string_view name, const Finding& finding, Regions& regions) const {
  const auto edits = [](const Fix& fix) { return !fix.edits.empty(); };
  if (std::none_of(finding.fixes.begin(), finding.fixes.end(), edits)) return;
  array(to, "fixes", [&] {
    for (const Fix& fix : finding.fixes) {
      if (!edits(fix)) continue;
      object(to, [&] {
        message(to, "description", fix.title);
        array(to, "artifactChanges", [&] {
          object(to, [&] {
            locations_.artifact(to, name);
            array(to, "replacements", [&] {
              for (const Edit& edit : fix.edits) replacement(to, edit, regions);
            });
          });
        });
      });
    }
  });
}

/// What comes last, since only then it is known: rules that found something, files, complaints.
std::string SarifFormat::closing(const RunEnd& end) const {
  std::string out = "],\n";
  JsonWriter to(out);
  tool(to);
  object(to, "originalUriBaseIds", [&] {
    object(to, sarif_root, [&] { member(to, "uri", std::string_view(lsp::Uri::of_path(locations_.root()).text())); });
  });
  array(to, "artifacts", [&] {
    for (const std::string& file : std::set<std::string>(end.files.begin(), end.files.end()))  // none twice
      object(to, [&] {
        locations_.artifact(to, file, "location");
        array(to, "roles", [&] { to.string("analysisTarget"); });
      });
  });
  array(to, "invocations", [&] {
    object(to, [&] {
      member(to, "executionSuccessful", end.code != 2);
      member(to, "exitCode", static_cast<std::size_t>(end.code));
      notifications(to, "toolExecutionNotifications", false);
      notifications(to, "toolConfigurationNotifications", true);
    });
  });
  return out + "}]}\n";
}

void SarifFormat::tool(JsonWriter& to) const {
  object(to, "tool", [&] {
    object(to, "driver", [&] {
      member(to, "name", std::string_view("afterword"));
      member(to, "version", std::string_view(version_));
      array(to, "rules", [&] {
        for (const auto& [place, rule] : rules_) descriptor(to, *rule);
        for (const auto& [id, rule] : custom_) descriptor(to, rule);
      });
    });
  });
}

void SarifFormat::descriptor(JsonWriter& to, const Rule& rule) const {
  const auto& severities = rule.severity.by_kind;
  object(to, [&] {
    member(to, "id", rule.id);
    message(to, "shortDescription", rule.summary);
    message(to, "fullDescription", rule.why);
    message(to, "help", fmt::format("{}\n\n{}", rule.summary, rule.why), rule_page(rule));
    if (!pages_.empty())
      member(to, "helpUri", std::string_view(lsp::Uri::of_path(fmt::format("{}/{}.md", pages_, rule.id)).text()));
    object(to, "defaultConfiguration",
           [&] { member(to, "level", sarif_level(*std::max_element(severities.begin(), severities.end()))); });
  });
}

void SarifFormat::descriptor(JsonWriter& to, const CustomRule& rule) const {
  object(to, [&] {
    member(to, "id", std::string_view(rule.id));
    message(to, "shortDescription", rule.message);
    message(to, "fullDescription", rule.message);
    message(to, "help", rule.message, custom_page(rule));
    object(to, "defaultConfiguration", [&] { member(to, "level", sarif_level(rule.severity)); });
  });
}

void SarifFormat::notifications(JsonWriter& to, std::string_view key, bool of_configuration) const {
  array(to, key, [&] {
    for (const Complaint& complaint : complaints())
      if (complaint.of_configuration == of_configuration) notification(to, complaint);
  });
}

void SarifFormat::notification(JsonWriter& to, const Complaint& complaint) const {
  object(to, [&] {
    member(to, "level", sarif_level(complaint.severity));
    message(to, "message", fmt::format("{}: {}", complaint.path, complaint.message));
    array(to, "locations", [&] {
      object(to, [&] {
        object(to, "physicalLocation", [&] {
          locations_.artifact(to, complaint.path);
          if (complaint.line > 0) object(to, "region", [&] { member(to, "startLine", complaint.line); });
        });
      });
    });
  });
}

}  // namespace

std::unique_ptr<CheckFormat> sarif_format(const CheckOptions& options) {
  return std::make_unique<SarifFormat>(options);
}

}  // namespace afterword::cli
