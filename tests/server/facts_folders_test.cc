// The folders of the setting `facts`: looked through once, and again where they have changed.
#include <doctest/doctest.h>
#include <stdlib.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "rules/model/standard.h"
#include "server/session/facts_folders.h"

using namespace afterword;
namespace fs = std::filesystem;

namespace {

class Jobs {
 public:
  Jobs() { REQUIRE(::mkdtemp(path_.data())); }
  ~Jobs() { fs::remove_all(path_); }

  void write(const std::string& job, const std::string& company, const std::string& person = "Dana Wu") const {
    fs::create_directories(path_ + "/" + job);
    std::ofstream(path_ + "/" + job + "/interview.yaml")
        << "company: " << company << "\ninterviewers:\n  - name: " << person << "\n";
  }
  /// As if all had stood there for an hour, to the second.
  void age() const {
    const auto then = fs::file_time_type::clock::now() - std::chrono::hours(1);
    set_time(path_, then);
    for (const auto& entry : fs::recursive_directory_iterator(path_))
      if (entry.is_directory()) set_time(entry.path(), then);
  }
  static void set_time(const fs::path& folder, fs::file_time_type when) { fs::last_write_time(folder, when); }
  const std::string& path() const { return path_; }

 private:
  std::string path_ = fs::temp_directory_path() / "afterword-jobs-XXXXXX";
};

/// The company of the one file that is about the addressee; "(none)" where none is.
std::string company_for(FactsFolders& folders, const std::string& to) {
  const auto text = std::make_shared<const std::string>("To: " + to + "\n\nDear Dana,\n\nThank you.\n");
  const Note note = Note::parse(text, Format::mail, standard_checker().reader());
  const auto file = folders.file_for(note);
  if (!file) return "(none)";
  return facts_of(note, file.get()).company.at(0).value;
}

}  // namespace

TEST_CASE("facts folders see files that come, go and change, of old folders and new ones") {
  const Jobs jobs;
  jobs.write("one", "Initech");
  Workspace workspace;
  FactsFolders folders(workspace);
  for (bool old : {false, true}) {
    CAPTURE(old);
    jobs.write("one", "Initech");
    if (old) jobs.age();
    folders.set({jobs.path()});
    CHECK(company_for(folders, "Dana Wu <d@a.example>") == "Initech");
    jobs.write("one", "Fenwick and Sons");
    folders.look_again();
    CHECK(company_for(folders, "Dana Wu <d@a.example>") == "Fenwick and Sons");
    jobs.write("2026/two", "Globex", "Luis Ortega");
    folders.look_again();
    CHECK(company_for(folders, "Luis Ortega <l@a.example>") == "Globex");
    fs::remove(jobs.path() + "/one/interview.yaml");
    folders.look_again();
    CHECK(company_for(folders, "Dana Wu <d@a.example>") == "(none)");
    fs::rename(jobs.path() + "/2026/two", jobs.path() + "/2026/three");
    folders.look_again();
    CHECK(company_for(folders, "Luis Ortega <l@a.example>") == "Globex");
    fs::remove_all(jobs.path() + "/2026");
    folders.look_again();
    CHECK(company_for(folders, "Luis Ortega <l@a.example>") == "(none)");
  }
}

TEST_CASE("a facts folder that has not changed is not read again") {
  const Jobs jobs;
  fs::create_directories(jobs.path() + "/one");
  jobs.age();
  const auto then = fs::last_write_time(jobs.path() + "/one");
  Workspace workspace;
  FactsFolders folders(workspace);
  folders.set({jobs.path()});
  jobs.write("one", "Initech");
  const auto now = fs::last_write_time(jobs.path() + "/one");
  Jobs::set_time(jobs.path() + "/one", then);
  folders.look_again();
  CHECK(company_for(folders, "Dana Wu <d@a.example>") == "(none)");
  Jobs::set_time(jobs.path() + "/one", now);
  folders.look_again();
  CHECK(company_for(folders, "Dana Wu <d@a.example>") == "Initech");
}

TEST_CASE("a facts folder may lie in another") {
  const Jobs jobs;
  jobs.write("2026/two", "Initech");
  jobs.age();
  Workspace workspace;
  FactsFolders folders(workspace);
  folders.set({jobs.path(), jobs.path() + "/2026"});
  for (int i = 0; i < 3; ++i) {
    CHECK(company_for(folders, "Dana Wu <d@a.example>") == "Initech");
    folders.look_again();
  }
}

TEST_CASE("facts folders are three levels deep, without links and hidden ones") {
  const Jobs jobs;
  jobs.write("a/b", "Initech");
  jobs.write("a/b/c", "Deep", "Luis Ortega");
  jobs.write(".hidden", "Hidden", "Marek Novak");
  fs::create_directory_symlink(jobs.path() + "/.hidden", jobs.path() + "/link");
  Workspace workspace;
  FactsFolders folders(workspace);
  folders.set({jobs.path()});
  CHECK(company_for(folders, "Dana Wu <d@a.example>") == "Initech");
  CHECK(company_for(folders, "Luis Ortega <l@a.example>") == "(none)");
  CHECK(company_for(folders, "Marek Novak <m@a.example>") == "(none)");
}
