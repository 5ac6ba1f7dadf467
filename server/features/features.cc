#include "server/features/features.h"

#include <array>

namespace afterword {

std::span<const Feature* const> all_features() {
  static const std::array features = std::to_array<const Feature*>(
      {&diagnostics_feature, &code_actions_feature, &code_lens_feature, &commands_feature, &completion_feature,
       &document_highlight_feature, &document_links_feature, &document_symbols_feature, &folding_ranges_feature,
       &hover_feature, &inline_completion_feature, &linked_editing_feature, &rename_feature, &rule_pages_feature,
       &selection_ranges_feature, &semantic_tokens_feature});
  return features;
}

}  // namespace afterword
