// afterword new: drafts from options and from interview.yaml.
#include <doctest/doctest.h>

#include <string>

#include "tests/server/child_process.h"
#include "tests/server/command_help.h"
#include "tests/server/test_client.h"

using namespace afterword::tests;

TEST_CASE("new: a draft from options alone, to standard output or into a file that is not there yet") {
  const TemporaryFolder folder;
  const Arguments command = {"new",       "--kind",      "rejection",       "--to",       "Jo Li <jo@a.example>",
                             "--company", "Acme",        "--from",          "Ola Nilsen", "--topic",
                             "the kiln",  "--interview", "2026-03-03 14:00"};
  const Finished done = run(command, {}, folder.path());
  CHECK(done.ended.code == 0);
  CHECK(done.error.empty());
  CHECK(
      done.out.starts_with("---\nkind: rejection\nto: Jo Li <jo@a.example>\nfrom: Ola Nilsen\ncompany: Acme\n"
                           "interview: 2026-03-03 14:00\ntopics: the kiln\n---\n\nDear Jo,\n\n"));
  CHECK(done.out.ends_with("\nOla Nilsen\n"));
  Arguments into = command;
  into.insert(into.end(), {"--output", "jo.note.md"});
  CHECK(run(into, {}, folder.path()).out == "jo.note.md\n");
  CHECK(folder.read("jo.note.md") == done.out);
  folder.write("jo.note.md", "mine");
  const Finished again = run(into, {}, folder.path());
  CHECK(again.ended.code == 2);
  CHECK(again.error == "afterword: jo.note.md: is there already, and is not written over\n");
  CHECK(folder.read("jo.note.md") == "mine");
}

TEST_CASE("new: interview.yaml says what the options do not, and names whom to write to") {
  const TemporaryFolder folder;
  folder.write("interview.yaml",
               "company: Initech\nfrom: Ola Nilsen\ninterviewers:\n  - name: Dana Wu\n    email: d@a.example\n    "
               "topics: [the press]\n  - {name: Luis Ortega, done: email}\n  - name: Femi Adeyemi\n");
  const Finished one = run({"new", "--to", "Dana Wu"}, {}, folder.path());
  CHECK(
      one.out.starts_with("---\nkind: interview\nto: Dana Wu <d@a.example>\nfrom: Ola Nilsen\ncompany: Initech\n"
                          "topics: the press\n---\n\nDear Dana,\n"));
  CHECK(run({"new", "--to", "Dana"}, {}, folder.path()).out == one.out);
  CHECK(has(one.out, "the press"));
  CHECK(has(one.out, "Ola Nilsen"));
  folder.write("letters/to-femi.note.md", "---\nto: Femi Adeyemi\nkind: interview\n---\n\nDear Femi,\n\nThe kiln.\n");
  const Finished all = run({"new", "--all"}, {}, folder.path());
  CHECK(all.ended.code == 0);
  CHECK(all.out == folder.path() + "/dana-wu.note.md\n");
  CHECK(all.error.empty());
  CHECK(folder.read("femi-adeyemi.note.md").empty());
  CHECK(folder.read("dana-wu.note.md").starts_with("---\nto: Dana Wu <d@a.example>\n---\n\nDear Dana,\n"));
  CHECK(folder.read("luis-ortega.note.md").empty());
}

TEST_CASE("new: wrong usage is named") {
  const TemporaryFolder folder;
  const Finished kind = run({"new", "--kind", "party"}, {}, folder.path());
  CHECK(kind.ended.code == 2);
  const Finished date = run({"new", "--interview", "soon"}, {}, folder.path());
  CHECK(date.ended.code == 2);
  CHECK(has(date.error, "'soon' is no date; write 2026-03-03 14:00"));
  folder.write("two/interview.yaml", "interviewers:\n  - name: Dana Wu\n  - name: Dana Cole\n");
  const Finished two = run({"new", "--to", "Dana"}, {}, folder.path() + "/two");
  CHECK(two.ended.code == 2);
  CHECK(has(two.error, "--to: Dana may be Dana Wu, Dana Cole; write the name in full"));
  CHECK(run({"new", "--to", "Dana Cole"}, {}, folder.path() + "/two").ended.code == 0);
  CHECK(has(run({"new", "--all", "--output", "none"}, {}, folder.path() + "/two").error, "none is no folder"));
  CHECK(run({"new", "--all", "--to", "Dana Wu"}, {}, folder.path() + "/two").ended.code == 2);
  CHECK(has(run({"new", "--to", "Jo Li", "--interview", "2026-03-03"}, {}, folder.path()).out,
            "interview: 2026-03-03\n"));
  const Finished nobody = run({"new", "--all"}, {}, folder.path());
  CHECK(nobody.ended.code == 2);
  CHECK(has(nobody.error, "there is no interview.yaml here or above"));
}
