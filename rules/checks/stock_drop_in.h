// Something plainer to put in a worn formula's place, where the words around it let it stand.
#pragma once

#include <optional>

#include "rules/checks/stock_families.h"
#include "rules/engine/context.h"

namespace afterword {

/// The edit that says the formula `hit` more plainly, or nothing where the sentence would break. It may reach over the
/// words beside the formula: "for your valuable insights" becomes "for what you told me".
std::optional<Edit> stock_drop_in(const Context& context, const FoundPhrase& hit, StockFamily family);

/// False where the words are meant as they stand: a drone that circles back, a team that does not hesitate.
bool is_stock(const Context& context, const FoundPhrase& hit, StockFamily family);

}  // namespace afterword
