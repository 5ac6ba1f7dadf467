// The parts of a person's name as letters write it: "Dr. Henk van der Berg". Pure functions, any thread.
#pragma once

#include <string_view>

namespace afterword {

/// "dr", "frau", "captain": a folded word without its full stop that stands before a name and is none.
bool is_title(std::string_view folded);

/// "Wu" of "Dr. Dana Wu" and of "Wu, Dana"; "Dana" of both; the name without titles. Empty where there is none.
std::string_view surname_of(std::string_view name);
std::string_view given_name_of(std::string_view name);
std::string_view without_title(std::string_view name);

}  // namespace afterword
