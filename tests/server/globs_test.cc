// Path patterns: what they match, and that none of them takes long.
#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <string_view>

#include "server/session/globs.h"

using namespace afterword;

TEST_CASE("globs match as in .gitignore") {
  struct Case {
    std::string_view glob, path;
    bool matches;
  };
  for (const Case& one : {Case{"*.md", "a.md", true},
                          {"*.md", "a/b.md", false},
                          {"**/*.md", "b.md", true},
                          {"**/*.md", "a/b/c.md", true},
                          {"a/**", "a/b/c", true},
                          {"a/**", "b/a/c", false},
                          {"a/**/b", "a/b", true},
                          {"a/**/b", "a/x/y/b", true},
                          {"a/**/b", "a/xb", false},
                          {"**/a/**/b/*", "x/a/y/a/z/b/c", true},
                          {"**/a/*/b", "a/x/a/y/b", true},
                          {"*a*b*c", "xaybzc", true},
                          {"*a*b*c", "xayb/c", false},
                          {"a?c", "abc", true},
                          {"a?c", "a/c", false},
                          {"[a-c]x", "bx", true},
                          {"[!a-c]x", "bx", false},
                          {"[^a]x", "/x", false},
                          {"[a", "[a", true},
                          {"\\*", "*", true},
                          {"\\*", "a", false},
                          {"a\\", "a\\", true},
                          {"./a", "a", true},
                          {"", "", true},
                          {"", "a", false},
                          {"*", "", true},
                          {"***", "a/b", true},
                          {"****/b", "a/b", true},
                          {"***/b", "b", false},
                          {"a", "ab", false},
                          {"ab", "a", false}}) {
    CAPTURE(one.glob);
    CAPTURE(one.path);
    CHECK(glob_matches(one.glob, one.path) == one.matches);
  }
  CHECK(excludes({"build/"}, "x/build/a.md"));
  CHECK_FALSE(excludes({"build/"}, "build"));
  CHECK(excludes({"drafts"}, "drafts"));
}

TEST_CASE("globs made to be slow are not") {
  const auto times = [](std::string_view piece, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += piece;
    return text;
  };
  const std::string path = times("a", 200) + "/" + times("ab/", 200) + times("a", 200);
  const auto start = std::chrono::steady_clock::now();
  CHECK(glob_matches(times("*", 1'000'000), path));
  CHECK(glob_matches(times("*", 1'000'001), path));
  CHECK(glob_matches(times("**/", 300'000) + "*", path));
  CHECK(glob_matches(times("**/****/", 100'000) + "*", path));
  CHECK_FALSE(glob_matches(times("*a", 100'000) + "c", path));
  CHECK_FALSE(glob_matches(times("**/*a*", 100'000) + "c", path));
  CHECK_FALSE(glob_matches(times("**a", 300) + "c", path));
  CHECK_FALSE(glob_matches(times("**/", 150) + times("*a", 150) + "c", path));
  CHECK_FALSE(glob_matches(times("[", 1'000'000), path));
  CHECK_FALSE(glob_matches(times("a", 1'000'000), path));
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
}
