// A phrase that goes on with what is typed of it already. Pure, any thread.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "rules/phrases/book.h"

namespace afterword::phrases {

/// The phrase filled in, if `typed` is how it begins: letter by letter, or with words of the writer's own where it has
/// a slot ("At Fenwick I " begins "At ${where?} I ${what did you do?}."). What is typed then stays as it is. Nothing
/// where it begins otherwise, or is typed to its end.
std::optional<Filled> go_on(std::string_view phrase, std::string_view typed, const Facts& facts,
                            std::span<const std::string_view> topics);

}  // namespace afterword::phrases
