// The part of a Session that asks for the editor's settings and takes them over.
#include "server/session/session.h"

namespace afterword {

namespace {

using namespace std::chrono_literals;

/// How long findings wait for a client that does not answer workspace/configuration.
constexpr auto settings_patience = 1000ms;

}  // namespace

void Session::pull_settings() {
  waiting_for_settings_ = true;
  lsp::ConfigurationParams params;
  params.items.push_back({std::nullopt, "afterword"});
  router_.call("workspace/configuration", params, [this](jsonrpc::Outcome<std::vector<jsonrpc::Any>> outcome) {
    if (outcome.value) return take_settings(outcome.value->empty() ? jsonrpc::Any() : outcome.value->front());
    waiting_for_settings_ = false;  // what was set stays so
    settings_timer_.reset();
    settle();
  });
  if (environment_.after)
    settings_timer_ = environment_.after(settings_patience, [this] {
      if (!waiting_for_settings_) return;
      waiting_for_settings_ = false;
      settle();
    });
}

void Session::take_settings(const jsonrpc::Any& settings) {
  waiting_for_settings_ = false;
  settings_timer_.reset();
  std::vector<ConfigurationFault> faults;
  Configuration set = merged(initial_settings_, read_settings(settings, faults, project_rules()));
  const bool is_new = judge_.set_settings(std::move(set), faults);
  log_faults(faults);
  if (!is_new) return settle();  // nothing new: what is due is only what waited
  search_due_ = true;
  judge_all_anew();
}

void Session::restart_checks() {
  judge_.read_all_again();
  search_due_ = true;
  if (client_.workspace.configuration) pull_settings();
  judge_all_anew();
}

/// Rules that the projects have made: settings may name them.
std::vector<std::string> Session::project_rules() {
  std::vector<std::string> ids;
  for (const std::string& root : judge_.workspace().roots())
    if (const auto project = judge_.workspace().configuration(root + "/."); project->values.rules.custom)
      for (const CustomRule& rule : project->values.rules.custom->rules()) ids.push_back(rule.id);
  return ids;
}

void Session::log_faults(const std::vector<ConfigurationFault>& faults) {
  for (const ConfigurationFault& fault : faults) log(lsp::MessageType::Warning, "settings: " + fault.message);
}

void Session::configuration_changed(lsp::DidChangeConfigurationParams params) {
  if (client_.workspace.configuration) return pull_settings();
  jsonrpc::Any section = params.settings.member("afterword");
  take_settings(section.empty() ? params.settings : section);
}

}  // namespace afterword
