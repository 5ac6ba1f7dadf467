// Where the rules' pages are installed.
#pragma once

#include <string>

namespace afterword::cli {

/// PREFIX/share/doc/afterword/rules beside PREFIX/bin/afterword; empty where no pages are installed.
std::string installed_pages();

}  // namespace afterword::cli
