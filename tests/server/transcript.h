// Runs the conversations in transcripts/*.test against a Session; transcripts/README.md tells their format.
#pragma once

#include <string>

namespace afterword::tests {

/// Each fault is reported at its line of the file. With AFTERWORD_UPDATE set, expectations that do not hold are
/// written anew into the file instead.
void run_transcript(const std::string& path);

}  // namespace afterword::tests
