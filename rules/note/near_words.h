// "Did you mean": which of the words that may stand at a place a mistyped one is nearest to. For keys, values and rule
// ids alike, in the note, in our files and on the command line.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace afterword {

/// The nearest of `known`, none where no one is near, several where they are equally near. How many slips make a word
/// another one depends on its length; letter case and the choice of - or _ are no slips.
std::vector<std::string_view> near_words(std::string_view typed, std::span<const std::string_view> known);

/// "'topics'", with "or" between several; empty where there is none.
std::string alternatives(std::span<const std::string_view> near);
/// " Did you mean 'topics'?"; empty where there is none.
std::string did_you_mean(std::span<const std::string_view> near);

}  // namespace afterword
