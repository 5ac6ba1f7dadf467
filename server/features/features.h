// The list of LSP features. Adding one: its file here, its constant below, one line in features.cc.
#pragma once

#include <span>

#include "server/session/session.h"

namespace afterword {

extern const Feature diagnostics_feature;
extern const Feature code_actions_feature;
extern const Feature code_lens_feature;
extern const Feature commands_feature;
extern const Feature completion_feature;
extern const Feature document_highlight_feature;
extern const Feature document_links_feature;
extern const Feature document_symbols_feature;
extern const Feature folding_ranges_feature;
extern const Feature hover_feature;
extern const Feature inline_completion_feature;
extern const Feature linked_editing_feature;
extern const Feature rename_feature;
extern const Feature rule_pages_feature;
extern const Feature selection_ranges_feature;
extern const Feature semantic_tokens_feature;

std::span<const Feature* const> all_features();

}  // namespace afterword
