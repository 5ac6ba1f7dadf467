#include "protocol/lsp/view_types.h"

namespace afterword::lsp {

void encode(jsonrpc::JsonWriter& to, const SelectionRange& selection) {
  for (std::size_t i = 0; i < selection.ranges.size(); ++i) {
    if (i > 0) to.key("parent");
    to.begin_object();
    to.key("range");
    encode(to, selection.ranges[i]);
  }
  for (std::size_t i = 0; i < selection.ranges.size(); ++i) to.end_object();
}

}  // namespace afterword::lsp
