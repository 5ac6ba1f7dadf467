// The texts that are measured on, made up here from words of our own. Each is the same on every run and machine, and
// ASCII throughout, so that a byte is a UTF-16 unit.
#pragma once

#include <cstddef>
#include <string>

namespace afterword::bench {

/// A Markdown note of 180 words with front matter, as somebody would write it, with a few things to find in it.
std::string usual_note();

/// The same head and end with as many made-up paragraphs between them as `bytes` takes.
std::string long_note(std::size_t bytes);

/// One of many: name, company, kind, length, order and faults vary with `number`. Front matter included.
std::string varied_note(unsigned number);

}  // namespace afterword::bench
