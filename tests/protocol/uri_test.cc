#include "protocol/lsp/uri.h"

#include <doctest/doctest.h>

#include <string>
#include <unordered_set>

using afterword::lsp::PathStyle;
using afterword::lsp::Uri;

namespace {

std::string posix(const char* uri) { return Uri(uri).path(PathStyle::posix).value_or("-"); }
std::string windows(const char* uri) { return Uri(uri).path(PathStyle::windows).value_or("-"); }

}  // namespace

TEST_CASE("file URIs to paths") {
  CHECK(posix("file:///home/d/a%20b.md") == "/home/d/a b.md");
  CHECK(posix("file:///home/d/Zo%C3%AB%25.md") == "/home/d/Zo\xC3\xAB%.md");
  CHECK(posix("file:///home/d/Zo\xC3\xAB.md") == "/home/d/Zo\xC3\xAB.md");
  CHECK(posix("FILE:///a") == "/a");
  CHECK(posix("file:/a/b") == "/a/b");
  CHECK(posix("file://localhost/a") == "/a");
  CHECK(posix("file:///a?x=1#y") == "/a");
  CHECK(posix("file:///a%3Fb%23") == "/a?b#");
  CHECK(posix("file:///100%") == "/100%");
  CHECK(posix("file:///%zz%4") == "/%zz%4");
  CHECK(posix("file://host/share/x") == "-");
  CHECK(posix("file:localhost/a") == "/localhost/a");
  CHECK(posix("file://") == "-");
  CHECK(posix("file:///a%00b") == "-");
  CHECK(posix("untitled:Untitled-1") == "-");
  CHECK(posix("/a/b") == "-");
  CHECK(posix("") == "-");
}

TEST_CASE("Windows drives and hosts") {
  CHECK(windows("file:///c%3A/Users/d/a.md") == "c:\\Users\\d\\a.md");
  CHECK(windows("file:///C:/Users/d/a.md") == "c:\\Users\\d\\a.md");
  CHECK(windows("file://Server/share/a%20b") == "\\\\server\\share\\a b");
  CHECK(Uri::of_path("C:\\Users\\d\\a b.md", PathStyle::windows).text() == "file:///c%3A/Users/d/a%20b.md");
  CHECK(Uri::of_path("\\\\server\\share\\x", PathStyle::windows).text() == "file://server/share/x");
}

TEST_CASE("one document has one key, and keeps its client's spelling") {
  const Uri code("file:///c%3A/a/Zo%C3%AB%20%281%29.md");
  const Uri vim("file:///C:/a/Zo\xC3\xAB%20(1).md");
  CHECK(code == vim);
  CHECK(std::hash<Uri>()(code) == std::hash<Uri>()(vim));
  CHECK(vim.text() == "file:///C:/a/Zo\xC3\xAB%20(1).md");
  CHECK(Uri("file:///a%2fb") == Uri("file:///a%2Fb"));
  CHECK_FALSE(Uri("file:///a%2Fb") == Uri("file:///a/b"));
  CHECK_FALSE(Uri("file:///A") == Uri("file:///a"));
  CHECK(Uri("file://localhost/a") == Uri("file:///a"));
  CHECK_FALSE(Uri("untitled:Untitled-1") == Uri("untitled:Untitled-2"));
  CHECK(Uri("untitled:Untitled-1").scheme() == "untitled");
  CHECK(Uri("no scheme").scheme().empty());
}

TEST_CASE("paths come back from their URI") {
  for (const char* path : {"/", "/a", "/home/d/x y/100%/Zo\xC3\xAB.md", "/a+b@c:d/#?&=[]'\"", "/c:/x", "/\xFF/bytes",
                           "/tmp/a\\b", "/a//b/../c"}) {
    CAPTURE(path);
    const Uri uri = Uri::of_path(path, PathStyle::posix);
    CHECK(uri.path(PathStyle::posix) == path);
    CHECK(Uri(uri.text()) == uri);
    CHECK(uri.text().find_first_of("\"#? ") == std::string::npos);
  }
}
