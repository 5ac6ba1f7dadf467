#include "rules/note/word_classes.h"

#include <array>

namespace afterword {
namespace {

constexpr std::array classes = std::to_array<WordClass>({
    {"month", "january february march april may june july august september october november december"},
    {"weekday", "monday tuesday wednesday thursday friday saturday sunday"},
});

}  // namespace

std::span<const WordClass> word_classes() { return classes; }

}  // namespace afterword
